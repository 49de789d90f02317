// Runs the small screen on a page without a browser, against a running service: node check.mjs http://127.0.0.1:8080
import { strict as assert } from "node:assert";
import { argv } from "node:process";
import { setTimeout } from "node:timers/promises";
import { parseHTML } from "linkedom";
import { screen } from "./screen.mjs";

const buttons = ["material_delete", "material_share"];
const { document } = parseHTML(
    `<html><body><div data-card></div>${buttons.map((control) => `<button data-control="${control}"></button>`).join("")}</body></html>`,
);
// A browser has it; the file that shows the card makes its elements with it.
Object.assign(globalThis, { document });
const lines = (slot: string) => [...document.querySelectorAll(`[data-slot=${slot}] li`)].map((line) => line.textContent ?? "");
const off = (control: string) => document.querySelector(`[data-control=${control}]`)?.hasAttribute("disabled");

// The next answer comes as many milliseconds late.
let late = 0;
const { fetch } = globalThis;
globalThis.fetch = async (...call) => {
    const delay = late;
    late = 0;
    const answer = await fetch(...call);
    await setTimeout(delay);
    return answer;
};

const page = screen(document as unknown as Document, argv[2] ?? "http://127.0.0.1:8080", {
    child_age_band: "13_to_15", child_sent_or_posted: "yes", material_kind: "image_or_video",
});
await page.show();
assert.ok(lines("danger").length === 1 && lines("do").length > 1 && lines("do_not").length > 1);
assert.ok(buttons.every(off));
assert.ok([...document.querySelectorAll("[data-slot=do] a")].some((link) => link.getAttribute("href") === "tel:101"));

// A button of a question states its answer, and the line of danger goes once there is none.
const asked = lines("ask").length;
assert.ok(asked > 0 && document.querySelector("[data-slot=ask] button"));
await page.state("immediate_danger", "no");
assert.equal(lines("danger").length, 0);

// The child's own deletion is advised once the police, knowing all this, have decided not to investigate.
const settled = { adult_involved: "no", forced_or_coerced: "no", threatened_or_blackmailed: "no", bullied: "no",
    under_pressure: "no", deceived_or_induced: "no", says_sent_willingly: "yes", money_or_more_images_demanded: "no",
    police_decision: "no_investigation", police_knew_all_this: "yes", parent_or_carer_implicated: "no" };
for (const [fact, answer] of Object.entries(settled)) await page.state(fact, answer);
assert.equal(off("material_delete"), false);
assert.equal(off("material_share"), true);

let copied = "";
await page.copyNote({ writeText: async (text) => void (copied = text) });
assert.ok(copied.length > 100);
console.log(copied);

// An answer that is overtaken is not shown; where none comes nothing stays allowed.
late = 500;
await Promise.all([page.state("immediate_danger", "yes"), page.state("immediate_danger", "no")]);
assert.equal(lines("danger").length, 0);
assert.equal(off("material_delete"), false);
await assert.rejects(page.state("immediate_danger", "perhaps"));
assert.equal(off("material_delete"), true);
