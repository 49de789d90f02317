// The client of swagger-typescript-api, which is made from either of the older formats of the contract:
// node swagger_typescript_api.mjs http://127.0.0.1:8080
import { strict as assert } from "node:assert";
import { argv } from "node:process";
import { Api, type Facts, type HttpResponse, type Problem } from "./api.js";

const signpost = new Api({ baseUrl: argv[2] ?? "" });
const facts: Facts = { child_age_band: "13_to_15", child_sent_or_posted: "yes" };
// @ts-expect-error It is no answer of this fact, though it is of others.
const wrong: Facts = { child_received: "suspected" };

const { data: vocabulary } = await signpost.v1.listFacts();
assert.ok(vocabulary.facts.some(({ name, answers }) => name in facts && answers.length > 2));

const { data: advice } = await signpost.v1.adviseOnIncident({ facts });
assert.deepEqual([advice.actions[0]?.status, advice.actions[0]?.contacts], ["recommended", ["safeguarding_lead"]]);
assert.ok(advice.card.do.some(({ text }) => text === "Call the police now for advice."));
assert.equal(advice.controls.find(({ control }) => control === "material_delete")?.state, "blocked");

const note = await signpost.request<string, Problem>({
    path: "/v1/advice",
    method: "POST",
    body: { facts },
    type: "application/json",
    headers: { Accept: "text/markdown" },
    format: "text",
});
assert.match(note.data, /^# /);

await assert.rejects(signpost.v1.adviseOnIncident({ facts: wrong }), ({ error }: HttpResponse<never, Problem>) => {
    assert.deepEqual(error.faults?.[0]?.allowed, ["yes", "no", "unknown"]);
    return true;
});
await assert.rejects(signpost.v1.getItem("no_such_item"), ({ status }: HttpResponse<never, Problem>) => status === 404);
