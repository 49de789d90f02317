// A small screen over the API: it shows the card, switches its own buttons by the controls, and copies the case note.
import createClient from "openapi-fetch";
import type { components, paths } from "./signpost.js";

type Schemas = components["schemas"];
type Line = Schemas["Line"] | Schemas["Ask"];

/** Fills what carries a `data-slot` with the lines of that slot, and switches what carries a `data-control`. */
export function screen(page: Document, address: string, facts: Schemas["Facts"]) {
    const signpost = createClient<paths, `application/${string}`>({ baseUrl: address });

    const row = (line: Line) => {
        const item = page.createElement("li");
        item.append(line.text);
        for (const { label, href } of "call" in line ? line.call : []) {
            const link = page.createElement("a");
            link.href = href;
            link.textContent = label;
            item.append(" ", link);
        }
        for (const { fact, answers } of "facts" in line ? line.facts : []) {
            for (const { value, label } of answers) {
                const button = page.createElement("button");
                button.textContent = label;
                button.onclick = () => state(fact, value);
                item.append(" ", button);
            }
        }
        return item;
    };

    async function state(fact: string, answer: string) {
        facts = { ...facts, [fact]: answer };
        await show();
    }

    async function show() {
        const { data: advice, error } = await signpost.POST("/v1/advice", { body: { facts } });
        if (!advice) throw new Error(error.title);
        for (const place of page.querySelectorAll<HTMLElement>("[data-slot]")) {
            const lines = advice.card[place.dataset.slot as keyof Schemas["Card"]] ?? [];
            place.replaceChildren(...[lines].flat().map((line) => row(line as Line)));
        }
        for (const button of page.querySelectorAll<HTMLButtonElement>("[data-control]")) {
            const control = advice.controls.find(({ control }) => control === button.dataset.control);
            button.disabled = control?.state !== "open";
        }
    }

    async function copyNote(clipboard: Pick<Clipboard, "writeText">) {
        const { data } = await signpost.POST("/v1/advice", { body: { facts }, headers: { Accept: "text/plain" }, parseAs: "text" });
        await clipboard.writeText(data ?? "");
    }

    return { show, state, copyNote };
}
