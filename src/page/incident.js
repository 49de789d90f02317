/** What is known of the incident, in memory alone, and the answer to it. */

import { call } from "./api.js";

/** What the operator has set, by fact: each incident begins with it. It stands in the page. */
const set = new Map([...new URLSearchParams(document.body.dataset.defaults)].filter(([, value]) => value));
const facts = new Map();
let answered = null;
let extended = null;

const body = (more = {}) => ({ facts: Object.fromEntries(facts), ...more });

/** Begins anew: nothing of the last incident is true of the next. */
export function clear() {
    forget();
    for (const [fact, value] of set) facts.set(fact, value);
}

/** Forgets everything. */
export function forget() {
    facts.clear();
    overtake();
}

/** States an answer, or takes it back where there is no value. */
export function state(fact, value) {
    facts.delete(fact);
    if (value) facts.set(fact, value);
    overtake();
}

function overtake() {
    answered = null;
    extended = null;
}

/** The facts that are stated, in the order in which they were. */
export const stated = () => [...facts];

/** The value of a fact. */
export const valueOf = (fact) => facts.get(fact);

/** Whether something would be lost. */
export const holdsAnything = () => stated().some(([fact, value]) => set.get(fact) !== value);

/** The request as it is sent. */
export const request = () => body();

/** Asks for advice. Gives nothing where the facts have changed since. */
export function advice() {
    return current(() => (answered ??= call("/v1/advice", { body: body() })));
}

/** The same answer with everything that stands behind it. */
export function reasons() {
    return current(() => (extended ??= call("/v1/advice", { body: body({ include: ["reasons", "sources"] }) })));
}

/** What each answer to an open question would change. */
export function whatIf() {
    return current(() => call("/v1/advice", { body: body({ include: ["what_if"] }) }));
}

/** The case note in a media type. */
export function note(accept) {
    return current(() => call("/v1/advice", { body: body(), accept }));
}

async function current(ask) {
    const now = JSON.stringify(body());
    const overtaken = () => now !== JSON.stringify(body());
    try {
        const answer = await ask();
        return overtaken() ? undefined : answer;
    } catch (fault) {
        if (overtaken()) return undefined;
        // It is asked for again.
        overtake();
        throw fault;
    }
}
