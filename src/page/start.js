/** The start page: what the service is, and the guidance and contacts that it has now, in its own words. */

import { element } from "./card.js";
import { catalogue } from "./api.js";
import { contactList, opener } from "./behind.js";

const at = (id) => document.getElementById(id);

const rowOf = (title, told) => element("tr", {}, element("th", { scope: "row" }, title), element("td", {}, told));

/** Guidance of an operator's own may be in force without a proof. */
function noneOf(fault) {
    if (fault.status !== 404) throw fault;
}

async function packTable({ pack, title, edition, effective_from, review_by, review_overdue, limits }) {
    const proved = await catalogue(`/v1/guidance/${pack}/assurance`).catch(noneOf);
    const rows = {
        Edition: `${edition}, in force since ${effective_from}`,
        "To be reviewed by": review_by + (review_overdue ? ": overdue" : ""),
        "What was proved": proved ? opener(`${proved.invariants.length} rules, in every incident that can be stated`, title, () =>
            element("ul", {}, ...proved.invariants.map(({ says }) => element("li", {}, says)))) : "Nothing yet, as it is here",
        Limits: opener("What to know before relying on it", title, () => element("p", {}, limits)),
    };
    return element("section", { "aria-label": title }, element("h3", {}, title),
        element("table", {}, element("tbody", {}, ...Object.entries(rows).map(([name, told]) => rowOf(name, told)))));
}

/** The contacts of the catalogue, in the shape that those of an answer have. */
function services({ contacts }) {
    return contactList(contacts.filter(({ service }) => service).map(({ service, not_for }) => ({
        ...service, not_for, hours: (service.schedules ?? []).map(({ description }) => description).filter(Boolean),
    })));
}

async function fill() {
    const door = await catalogue("/v1");
    at("use").textContent = door.intended_use;
    at("limits").replaceChildren(...door.limits.map((limit) => element("li", {}, limit.replaceAll("`", ""))));
    at("guidance").replaceChildren(...await Promise.all((await catalogue("/v1/guidance")).packs.map(packTable)));
    const contacts = await catalogue("/v1/contacts");
    at("contacts").replaceChildren(opener(`All contacts (${contacts.contacts.length})`, "", () => services(contacts)));
}

fill().catch((fault) => at("guidance").replaceChildren(element("p", {}, fault.message)));
