/** Into the record: the case note as the service writes it, and the request and the answer as they are. */

import { element } from "./card.js";
import { hasKey } from "./api.js";
import * as incident from "./incident.js";

const sheet = document.getElementById("sheet");
const done = document.getElementById("recorded");
const plain = "text/plain";

/** Makes the buttons work, and lets Ctrl+P print the note. */
export function buildRecord() {
    const buttons = { "copy-plain": () => copy(plain), "copy-markdown": () => copy("text/markdown"), print, save };
    for (const [id, act] of Object.entries(buttons)) {
        document.getElementById(id).addEventListener("click", () => attempt(act));
    }
    document.addEventListener("keydown", (event) => {
        if (event.key.toLowerCase() !== "p" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        attempt(print);
    });
    const json = document.getElementById("json");
    json.addEventListener("toggle", () => attempt(showJson));
}

/** What was made from an answer that has been overtaken goes. */
export function emptyRecord() {
    sheet.replaceChildren();
    done.replaceChildren();
    document.getElementById("json").open = false;
    document.getElementById("exchange").replaceChildren();
}

async function attempt(act) {
    try {
        await act();
    } catch (fault) {
        done.textContent = fault.message;
    }
}

async function copy(accept) {
    const note = incident.note(accept);
    try {
        // The clipboard is given a promise: it may be asked for only while the button is being pressed.
        const blob = note.then((text) => new Blob([text], { type: plain }));
        await navigator.clipboard.write([new ClipboardItem({ [plain]: blob })]);
        done.textContent = "The note is copied.";
    } catch {
        // Without encryption a browser has no clipboard for us: whoever works copies it themselves.
        const shown = element("pre", { tabindex: "0", "aria-label": "The note" }, await note);
        done.replaceChildren(element("p", {}, "This browser does not let the page copy. The note is selected: copy it with Ctrl+C."), shown);
        getSelection().selectAllChildren(shown);
    }
}

async function print() {
    sheet.textContent = await incident.note(plain);
    window.print();
}

async function save() {
    const file = URL.createObjectURL(new Blob([await incident.note(plain)], { type: plain }));
    element("a", { href: file, download: "advice.txt" }).click();
    URL.revokeObjectURL(file);
    done.textContent = "The note is saved as advice.txt, where this browser keeps what it downloads. Move it into the record and delete it there.";
}

async function showJson() {
    if (!document.getElementById("json").open) return;
    const answer = await incident.advice();
    const request = JSON.stringify(incident.request());
    const key = hasKey() ? " -H \"X-API-Key: $KEY\"" : "";
    const curl = `curl -X POST ${location.origin}/v1/advice -H 'Content-Type: application/json'${key} -d '${request}'`;
    const blocks = { "The call": curl, "The answer": JSON.stringify(answer, null, 2) };
    document.getElementById("exchange").replaceChildren(...Object.entries(blocks).flatMap(([title, text]) =>
        [element("h3", {}, title), element("pre", { tabindex: "0", "aria-label": title }, text)]));
}
