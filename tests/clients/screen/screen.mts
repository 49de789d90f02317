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
        for (const { label, href } of ("call" in line && line.call) || []) {
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
        // No earlier answer goes on to allow anything, and none that is overtaken is shown.
        const asked = facts;
        const buttons = [...page.querySelectorAll<HTMLButtonElement>("[data-control]")];
        for (const button of buttons) button.disabled = true;
        const { data: advice, error } = await signpost.POST("/v1/advice", { body: { facts } });
        if (!advice) throw new Error(error.title);
        if (asked !== facts) return;
        for (const place of page.querySelectorAll<HTMLElement>("[data-slot]")) {
            const lines = advice.card[place.dataset.slot as keyof Schemas["Card"]] ?? [];
            place.replaceChildren(...[lines].flat().map((line) => row(line as Line)));
        }
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
