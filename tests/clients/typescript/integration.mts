// What an integration does, from the form to the record. Copy what you need.
import createClient from "openapi-fetch";
import type { components, paths } from "./signpost.js";

type Schemas = components["schemas"];
export type Facts = Schemas["Facts"];
export type Advice = Schemas["Advice"];
type Line = Schemas["Line"];

/** The service refused a request. The problem says why, and which places of the request are at fault. */
export class Refused extends Error {
    constructor(readonly problem: Schemas["Problem"]) {
        super(problem.title);
    }
}

/** The second type asks for answers in JSON: without it, `data` may also be the text of a case note. */
export function connect(baseUrl: string, fetch = globalThis.fetch) {
    return createClient<paths, `application/${string}`>({ baseUrl, fetch });
}
type Signpost = ReturnType<typeof connect>;

/** What the service is for and what it is not, to be read before it is relied on. */
export async function introduction(signpost: Signpost): Promise<string[]> {
    const { data, error } = await signpost.GET("/v1");
    if (!data) throw new Refused(error);
    return [`${data.name} ${data.version}: ${data.intended_use}`, ...data.limits];
}

/** A form: one question a line, with what can be answered. Nothing is chosen until somebody has asked. */
export async function form(signpost: Signpost): Promise<string[]> {
    const { data, error } = await signpost.GET("/v1/facts");
    if (!data) throw new Refused(error);
    return data.facts.map(({ name, label, answers }) => {
        const choices = answers.map((answer) => `${answer.value} = ${answer.label}`);
        return `${name}: ${label} [${choices.join(", ")}]`;
    });
}

export async function advise(signpost: Signpost, facts: Facts): Promise<Advice> {
    const { data, error } = await signpost.POST("/v1/advice", { body: { facts } });
    if (!data) throw new Refused(error);
    return data;
}

/** What each answer to a question would change, to show beside it: a line for each item that would move. */
export async function beside(signpost: Signpost, question: string, facts: Facts): Promise<string[]> {
    const { data, error } = await signpost.POST("/v1/advice", { body: { facts, include: ["what_if"] } });
    if (!data) throw new Refused(error);
    const asked = (data.what_if ?? []).filter((one) => one.question === question);
    return asked.flatMap(({ fact, answers }) =>
        answers.flatMap(({ answer, moves }) =>
            moves.map(({ item, from, to }) => `${fact} = ${answer}: ${item} from ${from} to ${to}`),
        ),
    );
}

/** The same advice as text, for the record. */
export async function caseNote(signpost: Signpost, facts: Facts): Promise<string> {
    const { data, error } = await signpost.POST("/v1/advice", {
        body: { facts },
        headers: { Accept: "text/markdown" },
        parseAs: "text",
    });
    if (data === undefined) throw new Refused(error);
    return data;
}

/** What an id stands for that is no item of the same answer, or nothing if there is no such item. */
export async function title(signpost: Signpost, id: string): Promise<string | undefined> {
    const { data, error, response } = await signpost.GET("/v1/items/{id}", { params: { path: { id } } });
    if (response.status === 404) return undefined;
    if (!data) throw new Refused(error);
    return data.title;
}

/** Whether a screen may offer this. What is not found, or has a word that this program does not know, is not open. */
export function allows({ controls }: Advice, control: string): boolean {
    return controls.some((one) => one.control === control && one.state === "open");
}

/** The first screen: the card as it stands, then what waits, what to settle, and what is not covered. */
export function firstScreen({ card, questions, waiting, contradictions, not_covered, contacts }: Advice): string[] {
    const ifNotKnown = new Map(questions.map(({ id, if_not_known }) => [id, if_not_known]));
    const reached = new Map(contacts.map((contact) => [contact.id, places(contact)]));
    return [
        ...[card.danger, ...card.stop, ...card.do, ...card.do_not].flatMap(said),
        ...(card.say ? [`SAY: ${card.say.text}`] : []),
        ...card.ask.flatMap(({ text, question }) => [
            `ASK: ${text}`,
            ...(ifNotKnown.get(question) ?? []).map(({ title }) => `  if it is not known: ${title}`),
        ]),
        ...card.then.flatMap(said),
        ...waiting.flatMap(({ until, items }) => [`NOT UNTIL ${until}:`, ...items.map(({ title }) => `  ${title}`)]),
        ...contradictions.map(({ ask }) => `SETTLE: ${ask}`),
        ...not_covered.flatMap(({ title, detail, contacts }) => [
            `NOT COVERED: ${title}`,
            ...(detail ? [`  ${detail}`] : []),
            ...contacts.map((id) => `  contact: ${reached.get(id) ?? id}`),
        ]),
    ];
}

/** A line is a whole sentence: nothing goes before it that could turn its meaning round. */
function said(line?: Line): string[] {
    return line ? [line.text, ...(line.call ?? []).map(({ label, href }) => `  call: ${label} <${href}>`)] : [];
}

function places({ name, phones = [], url }: Schemas["NamedContact"]): string {
    return [name, ...phones.map(({ number }) => number), ...(url ? [url] : [])].join(", ");
}
