// Runs the integration against a running service: node check.mjs http://127.0.0.1:8080
import { strict as assert } from "node:assert";
import { argv } from "node:process";
import { Refused, advise, allows, beside, caseNote, connect, firstScreen, form, introduction, title } from "./integration.mjs";
import type { Advice, Facts } from "./integration.mjs";

const signpost = connect(argv[2] ?? "http://127.0.0.1:8080");
const facts: Facts = { child_age_band: "13_to_15", child_sent_or_posted: "yes", material_kind: "image_or_video" };

const [about, ...limits] = await introduction(signpost);
assert.match(about ?? "", /^signpost \d+\.\d+\.\d+: Advice to a professional/);
assert.ok(limits.length > 0);

const questions = await form(signpost);
assert.ok(questions.some((line) => /^adult_involved: .*\[yes = .*, unknown = .*\]$/.test(line)), questions.join("\n"));

const advice = await advise(signpost, facts);
const screen = firstScreen(advice);
console.log(screen.join("\n"));
const shows = (line: string) => assert.ok(screen.includes(line), `the screen lacks: ${line}`);
shows("Call the police now for advice.");
shows("  call: Local police: 101 <tel:101>");
shows("Do not look, ask for it, save, copy, show or send it.");
shows("ASK: Is anyone an adult, or known only online?");
shows("  if it is not known: Report it to CEOP as well as to the police");
shows("  Let the child delete or remove what they sent or put up");
assert.ok(screen.some((line) => line.startsWith("NOT UNTIL the police")));
const [danger] = firstScreen(await advise(signpost, { ...facts, immediate_danger: "yes" }));
assert.match(danger ?? "", /^Call 999 now/);
const unsettled = firstScreen(await advise(signpost, { adult_involved: "no", adult_in_position_of_trust: "yes" }));
assert.ok(unsettled.some((line) => line.startsWith("SETTLE: You say that no adult was involved")));
const elsewhere = firstScreen(await advise(signpost, { anyone_under_18: "no" }));
assert.ok(elsewhere.includes("  contact: Samaritans, 116 123"), elsewhere.join("\n"));

assert.equal(advice.controls.length, 10);
assert.equal(allows(advice, "material_delete"), false);
assert.equal(allows(advice, "no_such_control"), false);
const controls = advice.controls.map((one) => (one.control === "material_delete" ? { ...one, state: "open" } : one));
assert.equal(allows({ ...advice, controls }, "material_delete"), true);
assert.equal(allows({ ...advice, controls }, "material_share"), false);

const moves = await beside(signpost, "ask_about_adults", facts);
assert.ok(moves.includes("adult_involved = yes: report_to_ceop from pending to recommended"), moves.join("\n"));

const note = await caseNote(signpost, facts);
assert.match(note, /^# /);
assert.ok(note.includes("Call the police now for advice."));

assert.equal(await title(signpost, "report_to_ceop"), "Report it to CEOP as well as to the police");
assert.equal(await title(signpost, "no_such_item"), undefined);

// A form that is mapped wrongly, past the types: the service names each place and what it allows there.
const mapped: Facts = JSON.parse('{"child_received": "maybe", "child_recieved": "yes"}');
await assert.rejects(advise(signpost, mapped), ({ problem }: Refused) => {
    assert.equal(problem.type, "/problems/invalid_incident");
    assert.deepEqual(problem.faults, [
        { pointer: "/facts", code: "unknown_name", position: 2, nearest: "child_received" },
        { pointer: "/facts/child_received", code: "not_allowed", allowed: ["yes", "no", "unknown"] },
    ]);
    return true;
});

// A word that `include` does not have: the problem has all that it has.
const everything = JSON.parse('["everything"]');
const { error } = await signpost.POST("/v1/advice", { body: { facts, include: everything } });
const [unknown] = error?.faults ?? [];
assert.deepEqual([unknown?.pointer, unknown?.code], ["/include/0", "not_allowed"]);
assert.ok(unknown?.allowed?.includes("all_questions") && unknown.allowed.includes("what_if"));

// An answer of tomorrow: it has words and members that this program has never seen.
const grown = {
    ...advice,
    mood: 1,
    danger: "ask",
    card: { ...advice.card, mood: [], do: advice.card.do.map((line) => ({ ...line, level: "soon", mood: 1 })) },
    controls: advice.controls.map((control) => ({ ...control, state: "ask_the_lead_first" })),
};
const tomorrow = connect("http://tomorrow.invalid", async () => Response.json(grown));
const read: Advice = await advise(tomorrow, facts);
assert.deepEqual(firstScreen(read), screen);
assert.ok(read.controls.every(({ control }) => !allows(read, control)));
