// Runs the integration against a running service: node check.mjs http://127.0.0.1:8080
import { strict as assert } from "node:assert";
import { argv } from "node:process";
import { Refused, advise, beside, caseNote, connect, firstScreen, form, introduction, title } from "./integration.mjs";
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
shows("Do not show the message or image to anyone else");
shows("DO NOW: Ask the local police for advice on what to do next");
shows("  contact: Local police, 101, 18001 101");
shows("ASK: Is anyone involved an adult, or someone the child only knows online?");
shows("  ACT AS IF IT IS SO: Report it to CEOP as well as to the police");
assert.ok(screen.some((line) => line.startsWith("  until the police")));
const [before] = firstScreen(await advise(signpost, { ...facts, immediate_danger: "yes" }));
assert.equal(before, "EMERGENCY: Call 999 now");

const moves = await beside(signpost, "ask_about_adults", facts);
assert.ok(moves.includes("adult_involved = yes: report_to_ceop from pending to recommended"), moves.join("\n"));

const note = await caseNote(signpost, facts);
assert.match(note, /^# /);
assert.ok(note.includes("Ask the local police for advice on what to do next"));

assert.equal(await title(signpost, "report_to_ceop"), "Report it to CEOP as well as to the police");
assert.equal(await title(signpost, "no_such_item"), undefined);

// A form that is mapped wrongly, past the types: the service names each place and what it allows there.
const mapped: Facts = JSON.parse('{"child_received": "maybe", "colour": "red"}');
await assert.rejects(advise(signpost, mapped), ({ problem }: Refused) => {
    assert.equal(problem.type, "/problems/invalid_incident");
    assert.deepEqual(problem.faults, [
        { pointer: "/facts", code: "unknown_name" },
        { pointer: "/facts/child_received", code: "not_allowed", allowed: ["yes", "no", "unknown"] },
    ]);
    return true;
});

// An answer of tomorrow: it has words and members that this program has never seen.
const [first, ...others] = advice.actions;
const grown = { ...advice, mood: 1, actions: [{ ...first, status: "delegated", mood: 1 }, ...others] };
const tomorrow = connect("http://tomorrow.invalid", async () => Response.json(grown));
const read: Advice = await advise(tomorrow, facts);
assert.ok(firstScreen(read).includes("delegated: Tell your safeguarding lead at once"));
