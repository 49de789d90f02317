/** The page: what is known on one side, the card on the other. It has no rule of its own: each answer is asked for. */

import { answerLabel, element, showCard } from "./card.js";
import { onKeyWanted } from "./api.js";
import { tellChanges } from "./changes.js";
import { buildForm, emptySearch, showGiven, statedRow } from "./form.js";
import { byKey, freshen } from "./pace.js";
import { buildRecord, emptyRecord } from "./record.js";
import { changesOf, contactList, contactsOf, itemsOf, opener, waitingBlock } from "./behind.js";
import * as incident from "./incident.js";

const at = (id) => document.getElementById(id);
const [page, card, ask, changed] = ["page", "card", "ask", "changed"].map(at);
const onCard = ["danger", "stop", "do", "do_not", "say", "then"];
const beside = matchMedia("(min-width: 60rem)");

let facts = [];
let shown = null;

function labelOf(name, value) {
    const { answers = [] } = facts.find((fact) => fact.name === name) ?? {};
    return answerLabel(value, answers.find((answer) => answer.value === value)?.label ?? value);
}

/** Takes an answer and shows what it changes. `from` is where it was given: the focus goes on from there. */
async function say(name, value, from) {
    incident.state(name, value);
    showGiven(facts);
    await show();
    // On a small screen, whoever answers further down is taken to what must be read before anything else.
    const first = changed.querySelector("[data-slot=danger], [data-slot=stop]");
    moved(first && !beside.matches);
    if (first && !beside.matches) goTo("card-title");
    else if (from === "ask") focusAsked();
    else if (from === "given") at("given-title").focus();
}

/** Shows the card of what is known now. No earlier card is seen while none has come, and none that is overtaken. */
async function show() {
    emptyRecord();
    page.setAttribute("aria-busy", "true");
    at("fault").hidden = true;
    try {
        const advice = await incident.advice();
        if (!advice) return;
        showAnswer(advice);
    } catch (fault) {
        shown = null;
        const places = [card, ask, changed, ...["rest", "more-questions", "contradictions"].map(at)];
        for (const place of places) place.replaceChildren();
        at("fault").hidden = false;
        at("fault-text").textContent = fault.message;
    }
    page.removeAttribute("aria-busy");
}

function showAnswer(advice) {
    at("contradictions").replaceChildren(...advice.contradictions.map(contradictionBlock));
    const behind = ({ text, items }) => items.length ? opener("More", text, () => itemsOf(advice, items)) : undefined;
    showCard(card, advice.card, { slots: onCard, behind });
    showCard(ask, advice.card, { slots: ["ask"], answer: (name, value) => say(name, value, "ask"), behind: whatIf });
    showMoreQuestions(advice);
    showRest(advice);
    if (shown) tell(...tellChanges(card, onCard, shown, advice.card));
    if (shown) freshen();
    shown = advice.card;
    at("answered").scrollTop = 0;
}

const whatIf = ({ facts: [{ fact }], text }) => opener("What would change?", text, () =>
    changesOf(fact, (value) => labelOf(fact, value)));

const contradictionBlock = ({ facts: stated, ask: settle }) => element("li", {}, element("p", {}, settle),
    element("ul", { class: "stated" }, ...stated.map(({ fact, answer }) => statedRow(facts, fact, answer))));

/** The questions of the answer that are not on the card, folded. */
function showMoreQuestions({ card: { ask: asked }, questions }) {
    const others = questions.filter(({ id }) => !asked.some(({ question }) => question === id));
    const offered = ({ fact, answers }) => ({ fact, answers: answers.map((value) => ({ value, label: labelOf(fact, value) })) });
    const lines = others.map(({ id, title, facts: open }) => ({ id, text: title, facts: open.map(offered) }));
    const place = element("div");
    showCard(place, { ask: lines }, { slots: ["ask"], answer: (name, value) => say(name, value, "ask"), behind: whatIf });
    at("more-questions").replaceChildren(...(lines.length ? [element("details", {},
        element("summary", {}, `More to find out (${lines.length})`), place)] : []));
}

/** What the answer holds beside the card: what it does not cover, what waits, and whom to contact. */
function showRest(advice) {
    const { waiting, not_covered, contacts, receipt } = advice;
    const waits = waiting.flatMap(({ items }) => items).length;
    const editions = receipt.packs.map(({ pack, edition }) => `${pack} ${edition}`);
    const reachable = contacts.filter(({ role }) => !role);
    at("rest").replaceChildren(
        ...not_covered.map((gap) => element("section", { class: "gap" }, element("h3", {}, gap.title),
            ...(gap.detail ? [element("p", {}, gap.detail)] : []), ...contactsOf(advice, gap.contacts))),
        ...(waits ? [opener(`Not yet (${waits})`, "", () => waiting.map(waitingBlock))] : []),
        ...(reachable.length ? [opener(`Contacts (${reachable.length})`, "", () => contactList(reachable))] : []),
        element("p", { class: "quiet" }, `Guidance of ${receipt.as_of}: ${editions.join(", ")}.`));
}

/** Shows what has changed. That nothing has need not be read for long. */
function tell(...paragraphs) {
    changed.replaceChildren(...paragraphs);
    const nothing = changed.querySelector(".nothing");
    if (nothing) setTimeout(() => nothing.remove(), 6e3);
}

/** Whoever was taken from the questions to the card finds the way back, in place of what the card now says itself. */
function moved(away) {
    at("changes").classList.toggle("moved", Boolean(away));
}

/** What has changed is read by whoever goes on to another part: it stands in front of nothing there. */
function goOn() {
    tell();
    moved(false);
}

/** Whoever works with the keys goes on from the answer that claims nothing; nobody else has one held out to them. */
function focusAsked() {
    const next = byKey() ? ask.querySelector("[data-value=unknown]") : undefined;
    (next ?? at("ask-title")).focus({ preventScroll: !next });
}

/** Goes to a part of the page. The address stays as it is. */
function goTo(id) {
    if (id !== "card-title") goOn();
    at(id).scrollIntoView({ block: "start" });
    at(id).focus({ preventScroll: true });
}

async function begin() {
    incident.clear();
    showGiven(facts);
    emptySearch();
    goOn();
    shown = null;
    await show();
}

/** Nothing is left behind, not even in what the browser would show on the way back. */
function leave() {
    forget();
    location.replace("about:blank");
}

function forget() {
    incident.forget();
    document.body.replaceChildren();
}

/** Nothing is shown while no key is given. */
function askForKey(refused) {
    const { hidden } = page;
    page.hidden = true;
    const form = at("key-form");
    const typed = at("key");
    form.hidden = false;
    at("key-refused").hidden = !refused;
    typed.focus();
    return new Promise((given) => {
        form.onkeydown = (event) => event.key === "Enter" && event.target === typed && at("use-key").click();
        at("use-key").onclick = () => {
            given(typed.value.trim());
            typed.value = "";
            form.hidden = true;
            page.hidden = hidden;
        };
    });
}

onKeyWanted(askForKey);
// What is gone to is not behind the bar.
const bar = new ResizeObserver(([{ target }]) => document.documentElement.style.setProperty("--told", `${target.offsetHeight}px`));
bar.observe(at("changes"));
// To a browser, a number that is pressed is a page to leave for: it would ask before it lets anyone call.
let calls = false;
const calling = "a[href^='tel:'], a[href^='sms:'], a[href^='mailto:']";
addEventListener("click", ({ target }) => void (calls = target.closest(calling) !== null));
addEventListener("beforeunload", (event) => {
    if (!calls && incident.holdsAnything()) event.preventDefault();
    calls = false;
});
// A browser may keep a page that was left, to show it again: there is nothing to keep.
addEventListener("pagehide", forget);
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
async function clear() {
    await begin();
    const kept = incident.stated().map(([name, value]) => labelOf(name, value));
    const too = element("button", { type: "button", class: "small", id: "clear-all" }, "Clear these too");
    too.addEventListener("click", () => {
        incident.forgetSession();
        clear();
    });
    // On a small screen what was kept is told where the next incident begins.
    goTo(beside.matches ? "card-title" : "known-title");
    tell(element("p", {}, kept.length ? `Cleared. Kept: ${kept.join(", ")}. ` : "Cleared.", ...(kept.length ? [too] : [])));
}

at("clear").addEventListener("click", clear);
page.addEventListener("click", ({ target }) => target.closest("summary") && goOn());
at("leave").addEventListener("click", leave);
at("hide").addEventListener("click", () => {
    tell();
    at("ask-title").focus({ preventScroll: true });
});
at("again").addEventListener("click", show);
for (const button of document.querySelectorAll("[data-go]")) button.addEventListener("click", () => goTo(button.dataset.go));

try {
    facts = await buildForm((name, value) => say(name, value, value ? "form" : "given"));
    buildRecord();
    await begin();
    page.hidden = false;
} catch (fault) {
    at("unserved").hidden = false;
    at("unserved").textContent = fault.message;
}
