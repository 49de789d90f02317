/** The public API of this page's own origin. A key, where one is wanted, stays in this module's memory. */

let key = "";
let asking = null;
let askForKey = async () => "";

/** Says who asks for a key; it is told whether one was refused. */
export function onKeyWanted(ask) {
    askForKey = ask;
}

/** Whether calls carry a key. */
export const hasKey = () => key !== "";

/** What a path gives, as `json` or `text`. Fails with the title of the problem. */
export async function call(path, { body, accept = "application/json" } = {}) {
    const headers = { Accept: accept };
    if (body) headers["Content-Type"] = "application/json";
    const sent = key;
    if (sent) headers["X-API-Key"] = sent;
    const request = { headers, method: body ? "POST" : "GET", body: body && JSON.stringify(body) };
    const answer = await fetch(path, { ...request, credentials: "omit", referrerPolicy: "no-referrer" });
    if (answer.status === 401) {
        // Calls that wait at the same time wait for the same key.
        if (sent === key) asking ??= askForKey(sent !== "").then((given) => void (key = given)).finally(() => void (asking = null));
        await asking;
        return call(path, { body, accept });
    }
    if (!answer.ok) throw new Error((await answer.json()).title);
    return accept === "application/json" ? answer.json() : answer.text();
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
