/**
 * Shows the card of an answer: the first minute of an incident. Take this file as it is; it needs no other.
 *
 *     const answer = await fetch("/v1/advice", { method: "POST", headers: { "Content-Type": "application/json" },
 *         body: JSON.stringify({ facts }) });
 *     const { card } = await answer.json();
 *     showCard(place, card, { answer: (fact, value) => { ... } });
 *
 * Every word of advice is the answer's, and nothing of a slot is cut or put in another order. A slot without lines has
 * no heading. A new answer is shown in the same place: what stood there goes. Show nothing while none has come.
 *
 * @param {Element} place what is filled
 * @param {object} card `card` of an answer of POST /v1/advice, or a part of one
 * @param {object} [how]
 * @param {string[]} [how.slots] the slots to show; all of them, in their order, where this is left out
 * @param {(fact: string, value: string) => void} [how.answer] hears each answer that is pressed; without it no buttons
 * @param {(line: object) => (Element | undefined)} [how.behind] gives what stands behind a line, to be put at its end
 */
export function showCard(place, card, { slots = Object.keys(HEADINGS), answer, behind } = {}) {
    place.replaceChildren(...slots.flatMap((slot) => {
        const lines = [card[slot] ?? []].flat();
        if (!lines.length) return [];
        const [tag, heading] = HEADINGS[slot];
        const list = element(tag, {}, ...lines.map((line) => lineOf(line, slot, answer, behind)));
        return [element("div", { "data-slot": slot }, element("h3", {}, heading), list)];
    }));
}

/** The slots in reading order, each with its kind of list and what it is called. */
const HEADINGS = {
    danger: ["ul", "Danger"],
    stop: ["ul", "Stop"],
    do: ["ol", "Do now"],
    do_not: ["ul", "Do not"],
    say: ["ul", "Say"],
    ask: ["ul", "Find out"],
    then: ["ul", "Then"],
};

/** What an answer is called: as the service says, such as "No, I have checked"; that nobody knows is said in two words. */
export const answerLabel = (value, label) => value === "unknown" ? "Not known" : label;

/** Three digits in a line of danger are a number to call, where they stand. */
const dialled = (text) => text.split(/\b(\d{3})\b/).map((part, at) => at % 2 ? element("a", { href: `tel:${part}` }, part) : part);

function lineOf(line, slot, answer, behind) {
    const words = slot === "danger" ? dialled(line.text) : [line.text];
    const linked = words.flatMap(({ href }) => href ?? []);
    const calls = (line.call ?? []).filter(({ href }) => !linked.includes(href)).map(({ label, href }) => {
        // What is no number opens beside this page, which is not left, nor told of.
        const beside = href.startsWith("https:") ? { target: "_blank", rel: "noopener noreferrer" } : {};
        return element("a", { href, ...beside }, label);
    });
    const text = element("span", { id: `line-${line.id}` }, ...words);
    const buttons = answer ? (line.facts ?? []).map((asked) => buttonsOf(line, asked, answer)) : [];
    const name = `${line.id}/${line.variant ?? ""}`;
    return element("li", { "data-line": name, "data-level": line.level ?? "" },
        text, ...calls.flatMap((call) => [" ", call]), ...buttons, " ", behind?.(line) ?? "");
}

function buttonsOf(line, { fact, answers }, answer) {
    const buttons = answers.map(({ value, label }) => {
        const button = element("button", { type: "button", "data-value": value }, answerLabel(value, label));
        button.addEventListener("click", () => answer(fact, value));
        return button;
    });
    return element("div", { role: "group", "aria-labelledby": `line-${line.id}`, "data-fact": fact }, ...buttons);
}

/** An element with its attributes and what stands in it; text is text, never markup. */
export function element(tag, attributes = {}, ...inside) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...inside);
    return made;
}
