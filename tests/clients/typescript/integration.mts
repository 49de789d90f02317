// What an integration does, from the form to the record. Copy what you need.
import createClient from "openapi-fetch";
import type { components, paths } from "./signpost.js";

type Schemas = components["schemas"];
export type Facts = Schemas["Facts"];
export type Advice = Schemas["Advice"];
type Action = Schemas["Action"];
type Contact = Schemas["Contact"];

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

// Words that come one day and that this program does not know are shown as they are.
const SAID: Record<string, string> = {
    recommended: "DO NOW",
    precautionary: "ACT AS IF IT IS SO",
    withheld: "NOT YET",
    conditional: "IF IT TURNS OUT SO",
};

/** The first screen, in the order of the answer. */
export function firstScreen(advice: Advice): string[] {
    const contacts = new Map(advice.contacts.map((contact) => [contact.id, contact]));
    const titles = new Map(advice.actions.map(({ id, title }) => [id, title]));
    return [
        ...advice.urgency.items.map((id) => `${advice.urgency.level.toUpperCase()}: ${titles.get(id) ?? id}`),
        ...advice.contradictions.map(({ ask }) => `SETTLE: ${ask}`),
        ...advice.not_covered.map(({ title }) => `NOT COVERED: ${title}`),
        ...advice.prohibitions.map(({ title }) => title),
        ...advice.actions.flatMap((action) => shown(action, contacts)),
        ...advice.questions.flatMap(({ title, consequences }) => [
            `ASK: ${title}`,
            ...consequences.flatMap((action) => ["  if it is not known:", ...indented(shown(action, contacts))]),
        ]),
    ];
}

function shown(action: Action, contacts: Map<string, Contact>): string[] {
    const said = `${SAID[action.status] ?? action.status}: ${action.title}`;
    if (action.withheld_until) return [said, ...indented([`until ${action.withheld_until}`])];
    return [
        said,
        ...indented(action.cautions.map(({ because }) => because)),
        ...indented(action.contacts.map((id) => `contact: ${reached(contacts.get(id)) ?? id}`)),
    ];
}

const indented = (lines: string[]) => lines.map((line) => `  ${line}`);

function reached(contact?: Contact): string | undefined {
    const phones = contact?.service?.phones ?? [];
    const name = contact?.service?.name ?? contact?.role?.name;
    return name && [name, ...phones.map(({ number }) => number)].join(", ");
}
