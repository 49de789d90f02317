/** The page: what is known on one side, the card on the other. It has no rule of its own: each answer is asked for. */

import { answerLabel, element, showCard } from "./card.js";
import { onKeyWanted } from "./api.js";
import { comesFirst, tellChanges } from "./changes.js";
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
    const stays = at({ ask: "ask-title", form: "known-title", given: "given-title" }[from]);
    goOn();
    incident.state(name, value);
    showGiven(facts);
    // On a small screen, whoever answers further down is taken to what must be read before anything else, and to nothing else.
    const away = await show(stays) && !beside.matches;
    at("changes").classList.toggle("moved", away);
    if (away) return goTo("card-title");
    if (from === "ask") focusAsked();
    if (from === "given") stays.focus({ preventScroll: true });
}

/**
 * Shows the card of what is known now, and gives whether a line has come that must be read first. No earlier card is seen
 * while none has come, and none that is overtaken. What is being worked on stays where it is, however long the card above it.
 */
async function show(stays = page) {
    let first = false;
    emptyRecord();
    page.setAttribute("aria-busy", "true");
    at("fault").hidden = true;
    try {
        const advice = await incident.advice();
        if (!advice) return false;
        first = showAnswer(advice, stays);
    } catch (fault) {
        shown = null;
        const places = [card, ask, changed, ...["rest", "more-questions", "contradictions"].map(at)];
        for (const place of places) place.replaceChildren();
        at("fault").hidden = false;
        at("fault-text").textContent = fault.message;
    }
    page.removeAttribute("aria-busy");
    return first;
}

function showAnswer(advice, stays) {
    const stood = stays.getBoundingClientRect().top;
    at("contradictions").replaceChildren(...advice.contradictions.map(contradictionBlock));
    const behind = ({ text, items }) => items.length ? opener("More", text, () => itemsOf(advice, items)) : undefined;
    showCard(card, advice.card, { slots: onCard, behind });
    showCard(ask, advice.card, { slots: ["ask"], answer: (name, value) => say(name, value, "ask"), behind: whatIf });
    showMoreQuestions(advice);
    showRest(advice);
    at("answered").scrollTop = 0;
    const before = shown;
    shown = advice.card;
    const told = before ? tellChanges(card, onCard, before, shown) : [];
    scrollBy(0, stays.getBoundingClientRect().top - stood);
    tell(...told);
    if (before) freshen();
    return before !== null && comesFirst(before, shown);
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
        element("p", { class: "quiet" }, `Guidance as of ${receipt.as_of}: ${editions.join(", ")}.`));
}

/** Shows what has changed. Whoever was taken to the card finds the way back there instead: the card says it itself. */
function tell(...paragraphs) {
    changed.replaceChildren(...paragraphs);
    at("changes").classList.remove("moved", "above");
    standClear();
}

/** What is told stands at the lower end of the screen, or at the upper one where what has the focus would be behind it. */
function standClear() {
    const around = document.activeElement;
    if (around.contains(at("changes")) || at("changes").contains(around)) return;
    const [told, focused] = [at("changes"), around].map((one) => one.getBoundingClientRect());
    const apart = told.top >= focused.bottom || told.bottom <= focused.top || told.left >= focused.right || told.right <= focused.left;
    if (!apart) at("changes").classList.toggle("above");
}

/** What has changed is read by whoever goes on, to another part, answer or word: it stands in front of nothing there. */
const goOn = () => tell();

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
    // The next incident begins where this one did; on a small screen that is below the card.
    scrollTo(0, 0);
    goTo(beside.matches ? "card-title" : "known-title");
    const set = incident.stated().map(([name, value]) => labelOf(name, value));
    tell(element("p", { class: "passing" }, set.length ? `Cleared. Set for this page: ${set.join(", ")}.` : "Cleared."));
}

at("clear").addEventListener("click", clear);
page.addEventListener("click", ({ target }) => target.closest("summary") && goOn());
page.addEventListener("focusin", standClear);
at("search").addEventListener("input", goOn);
at("leave").addEventListener("click", leave);
at("hide").addEventListener("click", () => {
    goOn();
    at("ask-title").focus({ preventScroll: true });
});
at("again").addEventListener("click", () => show());
for (const button of document.querySelectorAll("[data-go]")) button.addEventListener("click", () => goTo(button.dataset.go));

try {
    facts = await buildForm(say);
    buildRecord();
    await begin();
    page.hidden = false;
} catch (fault) {
    at("unserved").hidden = false;
    at("unserved").textContent = fault.message;
}
