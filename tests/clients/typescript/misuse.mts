// What must not type-check. Each line marked is an error: were it none, the mark would be one.
import type { Facts } from "./integration.mjs";
import type { components } from "./signpost.js";

export const facts: Facts[] = [
    { child_received: "yes", adult_involved: "suspected" },
    // @ts-expect-error There is no such fact.
    { child_recieved: "yes" },
    // @ts-expect-error It is no answer of this fact, though it is of others.
    { child_received: "suspected" },
    // @ts-expect-error There is no such answer.
    { child_age_band: "13_to_14" },
    // @ts-expect-error An answer is a word.
    { child_received: true },
    // @ts-expect-error A fact that nobody has asked about is left out.
    { child_received: null },
];

export const incidents: components["schemas"]["Incident"][] = [
    { facts: {}, include: ["what_if", "trace"] },
    // @ts-expect-error There is nothing of that name to include.
    { facts: {}, include: ["everything"] },
];
