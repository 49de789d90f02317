// A small screen over the API, inside a page that has more than this on it: it shows the card with the file that the service
// brings along, switches its own buttons by the controls, and copies the case note.
import createClient from "openapi-fetch";
import { showCard } from "./card.mjs";
import type { components, paths } from "./signpost.js";

type Facts = components["schemas"]["Facts"];

/** Fills what carries `data-card`, and switches what carries a `data-control`. */
export function screen(page: Document, address: string, facts: Facts) {
    const signpost = createClient<paths, `application/${string}`>({ baseUrl: address });
    const place = page.querySelector("[data-card]");
    if (!place) throw new Error("no place for the card");

    async function state(fact: string, answer: string) {
        facts = { ...facts, [fact]: answer };
        await show();
    }

    async function show() {
        // No earlier answer goes on to allow anything, and none that is overtaken is shown.
        const asked = facts;
        const buttons = [...page.querySelectorAll<HTMLButtonElement>("[data-control]")];
        for (const button of buttons) button.disabled = true;
        place?.replaceChildren();
        const { data: advice, error } = await signpost.POST("/v1/advice", { body: { facts } });
        if (!advice) throw new Error(error.title);
        if (asked !== facts) return;
        showCard(place as Element, advice.card, { answer: state });
        const open = new Set(advice.controls.filter(({ state }) => state === "open").map(({ control }) => control));
        for (const button of buttons) button.disabled = !open.has(button.dataset.control ?? "");
    }

    async function copyNote(clipboard: Pick<Clipboard, "writeText">) {
        const { data, error } = await signpost.POST("/v1/advice", { body: { facts }, headers: { Accept: "text/plain" }, parseAs: "text" });
        if (data === undefined) throw new Error(error.title);
        await clipboard.writeText(data);
    }

    return { show, state, copyNote };
}
