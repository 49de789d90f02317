/** What is known of the incident, in memory alone, and the answer to it. */

import { call } from "./api.js";

/** What whoever asks has in common with their next incident, by fact, with what the operator has set; from the page. */
const session = new URLSearchParams(document.body.dataset.defaults);
const facts = new Map();
let answered = null;
let extended = null;

const body = (more = {}) => ({ facts: Object.fromEntries(facts), ...more });

/** Begins anew: setting, nation and role stay. */
export function clear() {
    facts.clear();
    for (const [fact, value] of session) {
        if (value) facts.set(fact, value);
    }
    overtake();
}

/** Lets setting, nation and role be others in the next incident. */
export function forgetSession() {
    for (const fact of [...session.keys()]) session.set(fact, "");
}

/** Forgets everything. */
export function forget() {
    facts.clear();
    for (const fact of [...session.keys()]) session.delete(fact);
    overtake();
}

/** States an answer, or takes it back where there is no value. */
export function state(fact, value) {
    facts.delete(fact);
    if (value) facts.set(fact, value);
    if (session.has(fact)) session.set(fact, value ?? "");
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

/** Whether something would be lost that is not of the session. */
export const holdsAnything = () => stated().some(([fact]) => !session.has(fact));

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
