// The client of @hey-api/openapi-ts: node hey_api.mjs http://127.0.0.1:8080
import { strict as assert } from "node:assert";
import { argv } from "node:process";
import { client } from "./hey_api/client.gen.js";
import { adviseOnIncident, getItem, listFacts, type Advice, type Facts } from "./hey_api/index.js";

client.setConfig({ baseUrl: argv[2] ?? "" });
const facts: Facts = { child_age_band: "13_to_15", child_sent_or_posted: "yes" };
// @ts-expect-error It is no answer of this fact, though it is of others.
const wrong: Facts = { child_received: "suspected" };

const { data: vocabulary } = await listFacts();
assert.ok(vocabulary?.facts.some(({ name, answers }) => name in facts && answers.length > 2));

const { data: advice } = await adviseOnIncident({ body: { facts } });
assert.ok(advice);
const [first, ...others] = advice.actions;
assert.deepEqual([first?.status, first?.contacts], ["recommended", ["safeguarding_lead"]]);
assert.ok(advice.card.do.some(({ text }) => text === "Call the police now for advice."));
assert.equal(advice.controls.find(({ control }) => control === "material_delete")?.state, "blocked");

// The generated function is typed for JSON; the client beneath it takes the type of a note.
const note = await client.post<{ 200: string }>({
    url: "/v1/advice",
    body: { facts },
    headers: { Accept: "text/markdown", "Content-Type": "application/json" },
});
assert.match(note.data ?? "", /^# /);

const { error: refused } = await adviseOnIncident({ body: { facts: wrong } });
const [fault] = refused?.faults ?? [];
assert.deepEqual(fault?.allowed, ["yes", "no", "unknown"]);
const { error: missing } = await getItem({ path: { id: "no_such_item" } });
assert.equal(missing?.status, 404);

// Words and members that come one day.
const grown = { ...advice, mood: 1, actions: [{ ...first, status: "delegated" }, ...others] };
const { data: tomorrow } = await adviseOnIncident({ body: { facts }, fetch: async () => Response.json(grown) });
const read: Advice | undefined = tomorrow;
assert.equal(read?.actions[0]?.status, "delegated");
