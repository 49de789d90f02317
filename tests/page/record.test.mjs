// What goes into the record is what the service says, byte for byte, and one page.

import { strict as assert } from "node:assert";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { answer, launch, open, service, settled, state } from "./browser.mjs";
import { incidents } from "./incidents.mjs";

let browser;
before(async () => void (browser = await launch()));
after(() => browser.close());

async function stated(facts) {
    const opened = await open(browser);
    await settled(opened.page);
    for (const [name, value] of Object.entries(facts)) await state(opened.page, name, value);
    return opened.page;
}

const pagesOf = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;

/** What makes a note as long as any that was found among random incidents. */
const longest = {
    setting: "school_or_college", incident_has_happened: "yes", child_passed_on: "unknown", child_pressured_or_harmed_another: "yes",
    ai_generated: "unknown", adult_involved: "yes", adult_in_position_of_trust: "unknown", bullied: "no",
    shared_on_social_network_or_website: "yes", immediate_danger: "yes",
};

for (const [who, facts] of Object.entries({ ...incidents, "somebody with the most to write": longest })) {
    test(`the note of ${who}`, async () => {
        const page = await stated(facts);
        const note = await answer(facts, "text/plain");
        const copies = { "#copy-plain": note, "#copy-markdown": await answer(facts, "text/markdown") };
        for (const [button, expected] of Object.entries(copies)) {
            await page.evaluate(() => document.getElementById("recorded").replaceChildren());
            await page.locator(button).click();
            await page.locator("#recorded", { hasText: "copied" }).waitFor();
            assert.equal(await page.evaluate(() => navigator.clipboard.readText()), expected);
        }
        const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
        assert.equal(await readFile(await file.path(), "utf8"), note);
        // By the browser's own command the card is printed, by the page's the note.
        assert.equal(pagesOf(await page.pdf({ preferCSSPageSize: true })), 1);
        await page.evaluate(() => void (window.print = () => {}));
        await page.locator("#print").click();
        await page.waitForFunction((note) => document.getElementById("sheet").textContent === note, note);
        assert.equal(pagesOf(await page.pdf({ preferCSSPageSize: true })), 1);
        await page.context().close();
    });
}

test("the call that is shown is the call that was made", async () => {
    const facts = { jurisdiction: "GB-ENG", child_received: "yes" };
    const page = await stated(facts);
    await page.locator("#json summary").click();
    await page.locator("#exchange pre").first().waitFor();
    const [curl, told] = await page.locator("#exchange pre").all();
    const call = `curl -X POST ${service}/v1/advice -H 'Content-Type: application/json' -d '${JSON.stringify({ facts })}'`;
    assert.equal(await curl.textContent(), call);
    assert.deepEqual(JSON.parse(await told.textContent()), await answer(facts));
    await page.context().close();
});

test("where the browser has no clipboard the note is there to be copied", async () => {
    const page = await stated({ child_received: "yes" });
    await page.evaluate(() => void (navigator.clipboard.write = () => Promise.reject(new Error("not here"))));
    await page.locator("#copy-plain").click();
    await page.locator("#recorded pre").waitFor();
    const note = await answer({ child_received: "yes" }, "text/plain");
    assert.equal(await page.evaluate(() => getSelection().toString().trim()), note.trim());
    await page.context().close();
});
