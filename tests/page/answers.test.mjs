// What an answer does to the page: where the focus goes on, what is told of the card, and what can be called from it.

import { strict as assert } from "node:assert";
import { after, before, test } from "node:test";
import { answer, launch, open, settled, sizes, state } from "./browser.mjs";

let browser;
before(async () => void (browser = await launch()));
after(() => browser.close());

const focus = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.dataset.value || "");
const given = (page) => page.locator("#given li").count();

for (const [size, viewport] of Object.entries(sizes)) {
    test(`a question that has just come is not answered, on a ${size}`, async () => {
        const { page } = await open(browser, { size: viewport, before: (page) => page.clock.install() });
        await settled(page);
        assert.equal(await focus(page), "");
        // The same card, which takes nobody elsewhere, with another question first.
        const next = await answer({});
        next.card.ask.reverse();
        await page.route("**/v1/advice", (route) => route.fulfill({ json: next }));
        await page.clock.pauseAt(Date.now() + 60_000);

        await page.locator("#ask [data-value=unknown]").first().focus();
        await page.keyboard.press("Enter");
        await settled(page);
        assert.equal(await focus(page), "unknown");
        await page.keyboard.press("Enter");
        await page.keyboard.press("Space");
        await page.locator("#ask [data-value=no]").first().click();
        await settled(page);
        assert.equal(await given(page), 1);

        // Once it has been there for a while it is; whoever uses the mouse has no answer held out to them.
        await page.clock.runFor(600);
        await page.locator("#ask [data-value=unknown]").first().click();
        await settled(page);
        assert.equal(await given(page), 2);
        assert.equal(await focus(page), "ask-title");
        await page.context().close();
    });
}

test("what is told is what is seen: lines that come, say something else, move or go", async () => {
    const { page } = await open(browser);
    await settled(page);
    const { card: shown } = await answer({});
    const calling = shown.do.find(({ call }) => call);
    const next = await answer({});
    const { do: lines, do_not: not, then = [] } = next.card;
    lines[0].text = "Tell somebody else now.";
    lines.find(({ id }) => id === calling.id).call[0].label = "Another number";
    not.pop();
    next.card.then = [...then, not.shift()];
    lines.push({ ...lines[1], id: "another", text: "Do this as well." });
    await page.route("**/v1/advice", (route) => route.fulfill({ json: next }));
    await state(page, "jurisdiction", "unknown");
    const told = await page.$$eval("#changed p", (all) => all.map((line) => line.textContent));
    assert.deepEqual(told.slice(0, 2), ["New: Do this as well.", "Instead: Tell somebody else now."]);
    assert.ok(told[2].startsWith(`Instead: ${calling.text} Another number`), told[2]);
    assert.deepEqual(told.slice(3), [`Moved: ${shown.do_not[0].text}`, "And 1 more: look at the card."]);
    const marked = await page.$$eval("#card .new", (all) => all.map((mark) => mark.textContent));
    assert.deepEqual(marked, ["Changed", "Changed", "New", "Moved"]);

    // What goes is told as well, and what stays as it was is not.
    next.card = { ...shown, do: shown.do.slice(1) };
    await state(page, "jurisdiction", "GB-ENG");
    next.card = shown;
    await state(page, "jurisdiction", "GB-SCT");
    assert.equal(await page.locator("#changed").textContent(), `New: ${shown.do[0].text}`);
    next.card = { ...shown, do: shown.do.slice(1) };
    await state(page, "jurisdiction", "GB-WLS");
    assert.equal(await page.locator("#changed").textContent(), `No longer: ${shown.do[0].text}`);
    await state(page, "jurisdiction", "GB-NIR");
    assert.equal(await page.locator("#changed").textContent(), "Nothing on the card has changed.");
    await page.context().close();
});

test("a number in a line of danger is called where it stands, and offered once", async () => {
    const { page } = await open(browser, { size: sizes.phone });
    await settled(page);
    for (const value of ["unknown", "yes"]) {
        await state(page, "immediate_danger", value);
        const line = page.locator("#card [data-slot=danger] [data-line]").first();
        const numbers = (await line.locator("[id^=line-]").textContent()).match(/\b\d{3}\b/g);
        for (const links of ["a", "[id^=line-] > a"]) {
            const called = await line.locator(links).evaluateAll((all) => all.map((link) => link.getAttribute("href")));
            assert.deepEqual(called, numbers.map((number) => `tel:${number}`));
        }
    }
    await page.context().close();
});
