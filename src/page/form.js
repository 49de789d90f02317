/** What can be said of an incident: the facts by group, to be found by typing, and those that were given. */

import { element } from "./card.js";
import { catalogue } from "./api.js";
import * as incident from "./incident.js";

const list = document.getElementById("facts");
const search = document.getElementById("search");
const found = document.getElementById("found");
const given = document.getElementById("given");

/** Builds the form from the catalogue. `say` hears each answer, and nothing where one is taken back. */
export async function buildForm(say) {
    const { facts } = await catalogue("/v1/facts");
    const groups = Map.groupBy ? Map.groupBy(facts, ({ group }) => group) : grouped(facts);
    list.replaceChildren(...[...groups].map(([group, members]) => element("details", { class: "group" },
        element("summary", {}, group), ...members.map((fact) => factRow(fact, say)))));
    search.addEventListener("input", () => find(facts));
    given.addEventListener("click", ({ target }) => {
        const { change, remove } = target.dataset;
        if (change) reveal(change);
        if (remove) say(remove);
    });
    return facts;
}

function grouped(facts) {
    const groups = new Map();
    for (const fact of facts) groups.set(fact.group, [...(groups.get(fact.group) ?? []), fact]);
    return groups;
}

function factRow({ name, label, description, answers }, say) {
    const buttons = answers.map(({ value, label: answer }) => {
        const button = element("button", { type: "button", "data-value": value, "aria-pressed": "false" }, answer);
        button.addEventListener("click", () => say(name, incident.valueOf(name) === value ? undefined : value));
        return button;
    });
    return element("div", { class: "fact", role: "group", "aria-labelledby": `fact-${name}`, "data-name": name },
        element("p", { id: `fact-${name}` }, label),
        element("div", { class: "answers" }, ...buttons),
        element("details", {}, element("summary", {}, "What counts", element("span", { class: "unseen" }, `: ${label}`)),
            element("p", {}, description)));
}

/** Shows only the facts with every word that was typed, and opens their groups. */
function find(facts) {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = new Set(facts.filter(({ group, label, description }) => {
        const text = `${group} ${label} ${description}`.toLowerCase();
        return words.every((word) => text.includes(word));
    }).map(({ name }) => name));
    for (const row of list.querySelectorAll(".fact")) row.hidden = !fits.has(row.dataset.name);
    for (const group of list.querySelectorAll(".group")) {
        group.hidden = !group.querySelector(".fact:not([hidden])");
        group.open = words.length > 0 && !group.hidden;
    }
    found.textContent = words.length ? `${fits.size} found` : "";
}

/** Marks what is given in the form, and lists it. */
export function showGiven(facts) {
    for (const row of list.querySelectorAll(".fact")) {
        const value = incident.valueOf(row.dataset.name);
        for (const button of row.querySelectorAll("[data-value]")) {
            button.setAttribute("aria-pressed", String(button.dataset.value === value));
        }
    }
    given.replaceChildren(...incident.stated().map(([name, value]) => {
        const { label, answers } = facts.find((fact) => fact.name === name);
        const answer = answers.find((offered) => offered.value === value)?.label ?? value;
        const about = element("span", { class: "unseen" }, `: ${label}`);
        return element("li", { "data-given": name }, element("span", {}, `${label} `, element("strong", {}, answer)),
            element("button", { type: "button", class: "small", "data-change": name }, "Change", about.cloneNode(true)),
            element("button", { type: "button", class: "small", "data-remove": name }, "Remove", about));
    }));
}

/** Opens the form at a fact, with the focus on the answer that is given. */
export function reveal(name) {
    search.value = "";
    search.dispatchEvent(new Event("input"));
    const row = list.querySelector(`[data-name="${name}"]`);
    row.closest(".group").open = true;
    row.scrollIntoView({ block: "center" });
    (row.querySelector("[aria-pressed=true]") ?? row.querySelector("button")).focus({ preventScroll: true });
}
