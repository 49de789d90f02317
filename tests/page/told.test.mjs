// What is told of the card, and what is pressed, is in nobody's way.

import { strict as assert } from "node:assert";
import { after, before, test } from "node:test";
import { answer, launch, open, settled, sizes, state } from "./browser.mjs";

let browser;
before(async () => void (browser = await launch()));
after(() => browser.close());

const told = (page) => page.locator("#changed").textContent();

/** Whether what is told is over what has the focus, in whole or in part. */
const isCovered = (page) => page.evaluate(() => {
    const [strip, focused] = [document.getElementById("changes"), document.activeElement];
    if (focused === document.body || strip.contains(focused)) return false;
    const [over, under] = [strip, focused].map((one) => one.getBoundingClientRect());
    return over.height > 0 && over.top < under.bottom && under.top < over.bottom && over.left < under.right && under.left < over.right;
});

for (const [size, viewport] of Object.entries(sizes)) {
    test(`what has changed is never over what has the focus, on a ${size}`, async () => {
        const { page } = await open(browser, { size: viewport });
        await settled(page);
        await page.locator("#all > summary").click();
        for (const group of await page.locator(".group > summary").all()) await group.click();
        // What is pressed stands where what has changed is told otherwise.
        const button = page.locator('.fact[data-name="self_harm_risk"] [data-value=unknown]');
        await button.evaluate((one) => {
            const nav = document.querySelector("nav").getBoundingClientRect().top;
            scrollBy(0, one.getBoundingClientRect().bottom - (nav > innerHeight / 2 ? nav : innerHeight));
        });
        await button.evaluate((one) => {
            one.focus({ preventScroll: true });
            one.click();
        });
        await settled(page);
        assert.match(await told(page), /^(New|Instead)/);
        assert.equal(await isCovered(page), false);
        for (const key of ["Tab", "Shift+Tab"]) {
            for (let pressed = 0; pressed < 60; pressed += 1) {
                await page.keyboard.press(key);
                assert.equal(await isCovered(page), false, `${key} ${pressed}`);
            }
        }
        await page.context().close();
    });

    test(`what has changed goes with the next word and the next answer, on a ${size}`, async () => {
        const { page } = await open(browser, { size: viewport });
        await settled(page);
        await state(page, "self_harm_risk", "unknown");
        assert.notEqual(await told(page), "");
        await page.locator("#search").pressSequentially("a");
        assert.equal(await told(page), "");
        await state(page, "self_harm_risk", "yes");
        assert.notEqual(await told(page), "");
        let held;
        await page.route("**/v1/advice", (route) => void (held = route));
        await page.locator('.fact[data-name="self_harm_risk"] [data-value="no"]').dispatchEvent("click");
        await page.waitForFunction(() => document.querySelector("[aria-busy]"));
        assert.equal(await told(page), "");
        await held.continue();
        await settled(page);
        assert.notEqual(await told(page), "");
        await page.context().close();
    });
}

for (const reducedMotion of ["no-preference", "reduce"]) {
    test(`that nothing has changed goes out of sight and can still be heard, with motion: ${reducedMotion}`, async () => {
        const { page } = await open(browser);
        await page.emulateMedia({ reducedMotion });
        await settled(page);
        const same = await answer({});
        await page.route("**/v1/advice", (route) => route.fulfill({ json: same }));
        await state(page, "self_harm_risk", "unknown");
        const strip = () => page.$eval("#changes", (one) => {
            const { opacity, visibility, display, pointerEvents } = getComputedStyle(one);
            return { opacity, visibility, shown: display !== "none", pointerEvents };
        });
        const there = { visibility: "visible", shown: true, pointerEvents: "none" };
        assert.deepEqual(await strip(), { opacity: "1", ...there });
        const moving = await page.evaluate(() => document.getAnimations().map((one) => {
            one.finish();
            return one.effect.getTiming().duration;
        }));
        assert.deepEqual(moving, [reducedMotion === "reduce" ? 0 : 600]);
        assert.deepEqual(await strip(), { opacity: "0", ...there });
        assert.equal(await told(page), "Nothing on the card has changed.");
        await page.context().close();
    });
}

test("a number is as high as a thumb, and no other is over it, on a phone", async () => {
    const { page } = await open(browser, { size: sizes.phone });
    await settled(page);
    await state(page, "immediate_danger", "yes");
    await state(page, "self_harm_risk", "yes");
    await page.locator("#rest .opener", { hasText: "Contacts" }).click();
    await page.locator("#rest .contacts li").first().waitFor();
    const links = await page.$$eval("#answered a[href^='tel:']", (all) => all.map((link) => [...link.getClientRects()].map((rect) => rect.toJSON())));
    assert.ok(links.length > 8, `${links.length}`);
    for (const rect of links.flat()) assert.ok(rect.height >= 44, JSON.stringify(rect));
    const over = (one, other) => one.top < other.bottom && other.top < one.bottom && one.left < other.right && other.left < one.right;
    for (const [at, one] of links.entries()) {
        for (const other of links.slice(at + 1)) assert.ok(!one.some((part) => other.some((rect) => over(part, rect))), JSON.stringify([one, other]));
    }
    await page.context().close();
});

test("a line takes the width that there is, on a desk", async () => {
    const { page } = await open(browser);
    await settled(page);
    // Where several numbers follow, each begins a line.
    const lines = await page.$$eval("#card li:not(:has(> a + a))", (all) => all.map((line) => {
        const range = document.createRange();
        range.selectNodeContents(line);
        const ends = [...range.getClientRects()].map(({ top, right }) => ({ top, right }));
        const first = ends.filter(({ top }) => top < ends[0].top + 10);
        return { width: Math.max(...first.map(({ right }) => right)) - line.getBoundingClientRect().left, of: line.clientWidth, wraps: first.length < ends.length };
    }));
    const wrapped = lines.filter(({ wraps }) => wraps);
    assert.ok(wrapped.length > 2, JSON.stringify(lines));
    for (const { width, of } of wrapped) assert.ok(width > 0.75 * of, `${width} of ${of}`);
    await page.context().close();
});
