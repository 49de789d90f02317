/** What can be said of an incident: the facts by group, to be found by typing, and those that were given. */

import { answerLabel, element } from "./card.js";
import { catalogue } from "./api.js";
import * as incident from "./incident.js";

const list = document.getElementById("facts");
const search = document.getElementById("search");
const all = document.getElementById("all");
const found = document.getElementById("found");
const given = document.getElementById("given");

/** Builds the form from the catalogue. `say` hears each answer, or none where one is taken back, and where that was done. */
export async function buildForm(say) {
    const { facts } = await catalogue("/v1/facts");
    const groups = new Map();
    for (const fact of facts) groups.set(fact.group, [...(groups.get(fact.group) ?? []), fact]);
    list.replaceChildren(...[...groups].map(([group, members]) => element("details", { class: "group" },
        element("summary", {}, group), ...members.map((fact) => factRow(fact, say)))));
    search.addEventListener("input", () => find(facts));
    search.addEventListener("focus", () => search.select());
    given.addEventListener("click", ({ target }) => {
        if (target.dataset.remove) say(target.dataset.remove, undefined, "given");
    });
    return facts;
}

function factRow({ name, label, description, answers }, say) {
    const buttons = answers.map(({ value, label: answer }) => {
        const button = element("button", { type: "button", "data-value": value, "aria-pressed": "false" }, answerLabel(value, answer));
        button.addEventListener("click", () => say(name, incident.valueOf(name) === value ? undefined : value, "form"));
        return button;
    });
    return element("div", { class: "fact", role: "group", "aria-labelledby": `fact-${name}`, "data-name": name },
        element("p", { id: `fact-${name}` }, label),
        element("div", { class: "answers" }, ...buttons),
        element("details", {}, element("summary", {}, "What counts", element("span", { class: "unseen" }, `: ${label}`)),
            element("p", {}, description)));
}

/** Shows only the facts that have every word that was typed; where none has, those whose description has them all, or else that have one. */
function find(facts) {
    const wordsOf = (text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    const words = wordsOf(search.value);
    const having = (textOf, enough) => facts.filter((fact) => {
        const said = wordsOf(textOf(fact));
        return enough((word) => said.some((one) => one.startsWith(word)));
    });
    const called = ({ name, label, keywords, answers }) => [name, label, ...keywords, ...answers.map((answer) => answer.label)].join(" ");
    const described = ({ group, description }) => `${group} ${description}`;
    const [every, some] = [words.every, words.some].map((enough) => enough.bind(words));
    const [first] = [having(called, every), having(described, every), having(called, some)].filter(({ length }) => length);
    const fits = new Set((first ?? facts).map(({ name }) => name));
    const searching = words.length > 0;
    for (const row of list.querySelectorAll(".fact")) row.hidden = !fits.has(row.dataset.name);
    const finding = searching && first !== undefined;
    for (const group of list.querySelectorAll(".group")) {
        group.hidden = !group.querySelector(".fact:not([hidden])");
        group.open = finding && !group.hidden;
    }
    all.open = finding;
    all.classList.toggle("searching", finding);
    const groups = [...new Set(facts.map(({ group }) => group))].join("; ");
    found.textContent = !searching ? "" : finding ? `${fits.size} found` : `Nothing has that word. All of it is under: ${groups}.`;
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
        const row = statedRow(facts, name, value);
        const about = row.querySelector(".unseen").cloneNode(true);
        row.append(element("button", { type: "button", class: "small", "data-remove": name }, "Remove", about));
        return row;
    }));
}

/** A stated answer with a button to change it. */
export function statedRow(facts, name, value) {
    const { label, answers } = facts.find((fact) => fact.name === name);
    const answer = answerLabel(value, answers.find((offered) => offered.value === value)?.label ?? value);
    const change = element("button", { type: "button", class: "small" }, "Change", element("span", { class: "unseen" }, `: ${label}`));
    change.addEventListener("click", () => reveal(name));
    return element("li", { "data-given": name }, element("span", {}, `${label} `, element("strong", {}, answer)), change);
}

/** Empties the search, and shows the form as it was. */
export function emptySearch() {
    search.value = "";
    search.dispatchEvent(new Event("input"));
}

/** Opens the form at a fact, with the focus on the answer that is given. */
function reveal(name) {
    emptySearch();
    const row = list.querySelector(`[data-name="${name}"]`);
    all.open = true;
    row.closest(".group").open = true;
    row.scrollIntoView({ block: "center" });
    (row.querySelector("[aria-pressed=true]") ?? row.querySelector("button")).focus({ preventScroll: true });
}
