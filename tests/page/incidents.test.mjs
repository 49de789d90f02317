// Incidents from an empty card to the whole, by mouse and by keyboard alone, on a phone and on a desk.

import { strict as assert } from "node:assert";
import { after, before, test } from "node:test";
import { answer, assertCard, assertInView, keyboard, launch, mouse, open, service, settled, sizes } from "./browser.mjs";
import { incidents, ordinary } from "./incidents.mjs";

let browser;
let catalogue;

before(async () => {
    browser = await launch();
    catalogue = (await (await fetch(`${service}/v1/facts`)).json()).facts;
});
after(() => browser.close());

for (const [size, viewport] of Object.entries(sizes)) {
    for (const [by, hand] of Object.entries({ mouse, keyboard })) {
        for (const [who, facts] of Object.entries(incidents)) {
            test(`${who}, by ${by}, on a ${size}`, () => handled(who, facts, hand, viewport));
        }
    }
}

/** The lines that are read before anything else is done, as the service gives them. */
async function firstOf(facts) {
    const { card: { danger, stop } } = await answer(facts);
    return [danger, ...stop].filter((line) => line && (line !== danger || line.level === "emergency")).map(({ id, variant }) => `${id}/${variant}`);
}

async function handled(who, facts, hand, size) {
    const { page, asked, faults } = await open(browser, { size });
    await settled(page);
    await assertCard(page, {});
    await assertInView(page, size);
    const stated = {};
    for (const [name, value] of Object.entries(facts)) {
        await hand.state(page, catalogue.find((fact) => fact.name === name), value);
        stated[name] = value;
        await assertCard(page, stated);
    }
    if (ordinary.includes(who)) await assertInView(page, size);

    // The first question of the card: the focus goes on to what is asked then, and what is new is told.
    const shown = await page.$$eval("#card [data-line]", (all) => all.map((line) => line.dataset.line.split("/")[0]));
    const before = await firstOf(stated);
    const fact = await page.locator("#ask [data-fact]").first().getAttribute("data-fact");
    await hand.press(page, "#ask [data-value=unknown]");
    await settled(page);
    stated[fact] = "unknown";
    await assertCard(page, stated);
    const come = await page.$$eval("#card [data-line]", (all, known) => all.filter((line) => !known.includes(line.dataset.line.split("/")[0]))
        .map((line) => `New: ${line.querySelector("[id^=line-]").textContent}`), shown);
    const told = await page.$$eval("#changed p", (all) => all.map((line) => line.textContent));
    assert.deepEqual(told.filter((text) => text.startsWith("New: ")), come.slice(0, 2));
    const urgent = (await firstOf(stated)).some((line) => !before.includes(line));
    const focus = await page.evaluate(() => document.activeElement.id || document.activeElement.textContent);
    assert.equal(focus, urgent && size === sizes.phone ? "card-title" : hand === keyboard ? "Not known" : "ask-title");

    // Each answer that was given is listed, and one that is taken back is gone.
    assert.equal(await page.locator("#given li").count(), Object.keys(stated).length);
    await hand.press(page, `[data-remove="${fact}"]`);
    await settled(page);
    await assertCard(page, facts);
    assert.deepEqual(faults, []);
    assert.deepEqual(asked.filter((address) => !address.startsWith(`${service}/`)), []);
    await page.context().close();
}
