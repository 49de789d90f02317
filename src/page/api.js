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

/** What a path gives, as `json` or `text`. Fails with the title and the status of the problem. */
export async function call(path, { body, accept = "application/json" } = {}) {
    const headers = { Accept: accept };
    if (body) headers["Content-Type"] = "application/json";
    const sent = key;
    if (sent) headers["X-API-Key"] = sent;
    const request = { headers, method: body ? "POST" : "GET", body: body && JSON.stringify(body) };
    const answer = await fetch(path, { ...request, credentials: "omit", referrerPolicy: "no-referrer" });
    if (answer.status === 401 && askForKey) {
        if (sent === key) await newKey();
        return call(path, { body, accept });
    }
    if (!answer.ok) throw Object.assign(new Error((await answer.json()).title), { status: answer.status });
    return accept === "application/json" ? answer.json() : answer.text();
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
