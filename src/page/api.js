/** The public API of this page's own origin. A key, where one is wanted, stays in this module's memory. */

let key = "";
let asking = null;
let askForKey;

/** Says who asks for a key; it is told whether one was refused. */
export function onKeyWanted(ask) {
    askForKey = ask;
}

/** Whether calls carry a key. */
export const hasKey = () => key !== "";

/** What is refused for want of a key, or of one that has not expired. */
const WANT_A_KEY = ["/problems/unauthorized", "/problems/forbidden"];

/** What to do where nobody says it. */
const WITHOUT_AN_ANSWER = "Do not wait for it: follow the procedures of your organisation, and try again.";

/**
 * What a path gives, as `json` or `text`. Fails with the status, and with what the problem says and what to do about it. What
 * is no JSON was not said by the service, but by what stands in front of it.
 */
export async function call(path, { body, accept = "application/json" } = {}) {
    const headers = { Accept: accept };
    if (body) headers["Content-Type"] = "application/json";
    const sent = key;
    if (sent) headers["X-API-Key"] = sent;
    const request = { headers, method: body ? "POST" : "GET", body: body && JSON.stringify(body) };
    const answer = await fetch(path, { ...request, credentials: "omit", referrerPolicy: "no-referrer" })
        .catch(() => failed(`The service cannot be reached. ${WITHOUT_AN_ANSWER}`));
    const { ok, status } = answer;
    if (ok && accept !== "application/json") return answer.text();
    const said = await answer.json().catch(() => undefined);
    if (ok && said) return said;
    if (askForKey && WANT_A_KEY.includes(said?.type)) {
        if (sent === key) await newKey();
        return call(path, { body, accept });
    }
    const { title, detail } = said ?? {};
    return failed(title ? `${title}. ${detail}` : `The service does not answer (${status}). ${WITHOUT_AN_ANSWER}`, status);
}

function failed(words, status) {
    throw Object.assign(new Error(words), { status });
}

/** Calls that are refused at the same time wait for the same key. */
function newKey() {
    asking ??= askForKey(key !== "").then((given) => {
        key = given;
        asking = null;
    });
    return asking;
}

const kept = new Map();

/** What does not change while the page is open, asked for once. */
export function catalogue(path) {
    if (!kept.has(path)) {
        const answer = call(path);
        answer.catch(() => kept.delete(path));
        kept.set(path, answer);
    }
    return kept.get(path);
}
