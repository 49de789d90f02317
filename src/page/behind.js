/** What stands behind a line: its items in full, and behind each of them every reason with its statements and sources. */

import { element } from "./card.js";
import { catalogue } from "./api.js";
import { wordsOf } from "./words.js";
import * as incident from "./incident.js";

/** A button that opens and closes what `fill` gives, which is asked for when it is opened first. */
export function opener(label, about, fill) {
    const button = element("button", { type: "button", class: "opener", "aria-expanded": "false" }, label);
    if (about) button.append(element("span", { class: "unseen" }, `: ${about}`));
    const opened = element("div", { class: "opened", hidden: "" });
    let filled = false;
    button.addEventListener("click", async () => {
        opened.hidden = !opened.hidden;
        button.setAttribute("aria-expanded", String(!opened.hidden));
        if (filled || opened.hidden) return;
        filled = true;
        try {
            opened.append(...[await fill()].flat());
        } catch (fault) {
            filled = false;
            opened.replaceChildren(element("p", {}, fault.message));
        }
    });
    return element("div", { class: "behind" }, button, opened);
}

/** Everything in an answer that has that id: an action, a prohibition, or what waits and until when. */
function itemOf(advice, id) {
    const found = [...advice.prohibitions, ...advice.actions].find((item) => item.id === id);
    if (found) return found;
    for (const { until, release_hint, cautions = [], items } of advice.waiting) {
        const waits = items.find((item) => item.id === id);
        if (waits) return { ...waits, until, release_hint, cautions: cautions.filter(({ prohibition }) => waits.cautions?.includes(prohibition)) };
    }
    return undefined;
}

/** Items of an answer by id, in full. */
export function itemsOf(advice, ids) {
    const items = ids.map((id) => itemOf(advice, id)).filter(Boolean);
    return Promise.all(items.map((item) => itemBlock(advice, item)));
}

async function itemBlock(advice, item) {
    const kind = "protects" in item ? "Prohibition" : "Action";
    const told = [["Who", "actor"], ["How certain", "status"], ["Protects", "protects"], ["Who says so", "voice"]];
    const rows = [["Not until", item.until], ["What can be done now", item.release_hint], ["Ends when", item.lifted_when],
        ["Because", item.because]];
    for (const [name, member] of told) {
        if (item[member]) rows.push([name, (await wordsOf(kind, member))(item[member])]);
    }
    return element("article", { class: "item" },
        element("h4", {}, item.title),
        ...(item.detail ? [element("p", {}, item.detail)] : []),
        ...(item.cautions ?? []).map(({ because }) => element("p", { class: "caution" }, because)),
        ...contactsOf(advice, item.contacts),
        element("dl", {}, ...rows.filter(([, said]) => said).flatMap(([name, said]) =>
            [element("dt", {}, name), element("dd", {}, said)])),
        opener("Reasons and sources", item.title, () => reasonsFor(item.id)));
}

/** What waits for the same thing. */
export function waitingBlock({ until, release_hint, cautions = [], items }) {
    return element("article", { class: "item" },
        element("h4", {}, `Not until ${until}`),
        ...(release_hint ? [element("p", {}, release_hint)] : []),
        ...cautions.map(({ because }) => element("p", { class: "caution" }, because)),
        element("ul", {}, ...items.map(({ id, title }) =>
            element("li", {}, `${title} `, opener("Reasons and sources", title, () => reasonsFor(id))))));
}

/** Contacts of an answer by id, as a list; nothing where there are none. */
export function contactsOf(advice, ids = []) {
    const contacts = advice.contacts.filter(({ id }) => ids.includes(id));
    return contacts.length ? [contactList(contacts)] : [];
}

/** Contacts with their numbers, hours, and whom they are not for. */
export function contactList(contacts) {
    return element("ul", { class: "contacts" }, ...contacts.map(contact));
}

function contact({ name, phones = [], email, url, hours = [], not_for }) {
    const numbers = phones.map(({ number, description }) => [
        element("a", { href: `tel:${number.replaceAll(" ", "")}` }, number), description ? ` (${description})` : ""]);
    const addresses = [email && element("a", { href: `mailto:${email}` }, email), url && outside(url, url)].filter(Boolean);
    const ways = [...numbers, ...addresses.map((address) => [address])];
    return element("li", {}, element("strong", {}, name),
        ...ways.flatMap((way) => [element("br"), ...way]),
        ...(hours.length ? [element("br"), hours.join("; ")] : []),
        ...(not_for ? [element("br"), `Not for: ${not_for}`] : []));
}

/** A link that opens beside this page, which is not left, nor told of. */
const outside = (href, text) => element("a", { href, target: "_blank", rel: "noopener noreferrer" }, text);

/** Every reason for an item, what is known first, then each statement that they rest on, once. */
async function reasonsFor(id) {
    const words = [["Ground", "strength"], ["Ground", "basis"], ["Citation", "assurance"], ["Citation", "how_read"]];
    const [advice, strength, basis, assurance, read] = await Promise.all(
        [incident.reasons(), ...words.map(([part, member]) => wordsOf(part, member))]);
    const grounds = advice?.reasons.find(({ item }) => item === id)?.grounds ?? [];
    const groups = [...new Set(grounds.map((ground) => ground.basis))].map((known) => [
        element("p", { class: "quiet" }, basis(known)),
        element("ul", { class: "reasons" }, ...grounds.filter((ground) => ground.basis === known).map((ground) =>
            element("li", {}, `${ground.because} `, element("span", { class: "quiet" },
                [strength(ground.strength), ground.note, `(${ground.citations.join(", ")})`].filter(Boolean).join(" ")))))]);
    const cited = [...new Set(grounds.flatMap(({ citations }) => citations))];
    const checked = (statement) => [statement.assurance && assurance(statement.assurance), statement.how_read && read(statement.how_read)];
    return [...groups.flat(), element("p", { class: "quiet" }, "Statements and their sources:"),
        element("ul", { class: "reasons" }, ...cited.map((statement) => statementRow(advice.sources, statement, checked)))];
}

function statementRow({ statements, documents }, id, checked) {
    const cited = statements.find((statement) => statement.id === id);
    const { title, publisher, published, url } = documents.find((document) => document.id === cited.source);
    const dated = published === "not_stated" ? "" : `, ${published}`;
    return element("li", {}, element("strong", {}, id), ` ${cited.section}, ${cited.position}: `,
        url ? outside(url, title) : title, `. ${publisher}${dated}. `, checked(cited).filter(Boolean).join(" "));
}

/** Where an item would stand, as it is said to people. */
const WOULD = {
    prohibited: "Do not", recommended: "Do", precautionary: "To be safe", caution: "To be safe",
    pending: "Not yet", withheld: "Not yet", conditional: "Not yet", absent: "No longer",
};

/** What each answer to a question would change, in the titles of the catalogue. */
export async function changesOf(fact, labelOf) {
    const [advice, { items }] = await Promise.all([incident.whatIf(), catalogue("/v1/items")]);
    const answers = advice?.what_if.find((open) => open.fact === fact)?.answers ?? [];
    const title = (id) => items.find((item) => item.id === id)?.title ?? "something else";
    return element("dl", { class: "what-if" }, ...answers.flatMap(({ answer, moves }) => [
        element("dt", {}, labelOf(answer)),
        ...moves.map(({ item, to }) => element("dd", {}, element("strong", {}, `${WOULD[to] ?? "Otherwise"}:`), ` ${title(item)}`)),
        ...(moves.length ? [] : [element("dd", {}, "Nothing changes.")]),
    ]));
}
