// What an answer does to the page: where the focus goes on, what is told of the card, and what can be called from it.

import { strict as assert } from "node:assert";
import { after, before, test } from "node:test";
import { answer, launch, open, rested, service, settled, sizes, state } from "./browser.mjs";

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
    assert.deepEqual(told, ["New: Do this as well.", "Instead: Tell somebody else now.", "And 3 more: look at the card."]);
    const marked = await page.$$eval("#card .new", (all) => all.map((mark) => mark.textContent));
    assert.deepEqual(marked, ["Changed", "Changed", "New", "Moved"]);

    // What goes is told as well, and what stays as it was is not. Where the words are the same the number is told.
    const fewer = { ...shown, do: shown.do.slice(1) };
    const called = { ...shown, do: shown.do.map((line) => line === calling ? { ...line, call: [{ ...line.call[0], label: "Another number" }] } : line) };
    const later = { ...shown, do_not: shown.do_not.slice(1), then: [...shown.then, shown.do_not[0]] };
    const cards = [[fewer], [shown, `New: ${shown.do[0].text}`], [fewer, `No longer: ${shown.do[0].text}`],
        [fewer, "Nothing on the card has changed."], [shown], [called, `Instead: ${calling.text} Another number`],
        [shown], [later, `Moved: ${shown.do_not[0].text}`]];
    for (const [at, [card, expected]] of cards.entries()) {
        next.card = card;
        await state(page, "jurisdiction", at % 2 ? "GB-ENG" : "GB-SCT");
        if (expected) assert.equal(await page.locator("#changed").textContent(), expected);
    }
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

test("on a phone only what is read first takes anybody away from where they are", async () => {
    const { page } = await open(browser, { size: sizes.phone });
    await settled(page);
    const next = await answer({});
    const { card: shown } = next;
    await page.route("**/v1/advice", (route) => route.fulfill({ json: next }));
    const longer = { ...shown, do: [...shown.do, { ...shown.do[0], id: "another" }], danger: { ...shown.danger, variant: "other" } };
    const line = { ...shown.do_not[0], id: "stop" };
    const danger = { ...shown.danger, level: "emergency" };
    const cards = [[longer, "ask-title"], [{ ...longer, stop: [line] }, "card-title"], [{ ...shown, stop: [line] }, "ask-title"],
        [{ ...shown, danger }, "card-title"], [{ ...longer, danger }, "ask-title"], [shown, "ask-title"]];
    const top = () => page.$eval("#ask-title", (title) => title.getBoundingClientRect().top);
    for (const [card, expected] of cards) {
        next.card = card;
        await page.locator("[data-go=ask-title]").first().click();
        await rested(page);
        const stood = await top();
        await page.locator("#ask [data-value=unknown]").first().click();
        await settled(page);
        assert.equal(await focus(page), expected);
        if (expected === "ask-title") assert.ok(Math.abs(await top() - stood) < 1, `${await top()} of ${stood}`);
        assert.equal(await page.locator("#back").isVisible(), expected === "card-title");
    }
    await page.context().close();
});

test("an answer is called what the service calls it", async () => {
    const { page } = await open(browser);
    await settled(page);
    const { facts } = await (await fetch(`${service}/v1/facts`)).json();
    for (const { name, answers } of facts) {
        const labels = answers.map(({ value, label }) => value === "unknown" ? "Not known" : label);
        assert.deepEqual(await page.$$eval(`.fact[data-name="${name}"] [data-value]`, (all) => all.map((one) => one.textContent)), labels);
    }
    const no = (name) => page.locator(`.fact[data-name="${name}"] [data-value=no]`).textContent();
    assert.deepEqual([await no("immediate_danger"), await no("parents_safe_to_tell")], ["No, I have checked", "No"]);
    await page.context().close();
});

test("where nothing is found nothing opens, and the next word is typed at once", async () => {
    const { page } = await open(browser);
    await settled(page);
    await page.locator("#search").click();
    await page.keyboard.type("threat");
    assert.ok(await page.locator("#facts .group[open]").count() > 0);
    await page.keyboard.type("xylophone");
    const found = await page.locator("#found").textContent();
    assert.ok(found.startsWith("Nothing has that word."), found);
    for (const group of await page.$$eval(".group > summary", (all) => all.map((one) => one.textContent))) assert.ok(found.includes(group), group);
    assert.equal(await page.locator("#facts .group[open]").count(), 0);
    assert.equal(await page.locator("#facts").isVisible(), false);
    assert.equal(await focus(page), "search");
    await page.context().close();
});
