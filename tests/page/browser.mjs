// The page in a browser, used as a person would: by mouse, or by keyboard alone. The program under test is at SIGNPOST.

import { strict as assert } from "node:assert";
import axe from "axe-core";
import { chromium } from "playwright-core";

export const service = process.env.SIGNPOST;
export const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

const quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Starts the browser. */
export const launch = () => chromium.launch({ executablePath: "/usr/bin/chromium", args: quiet });

/** Opens the page in a context of its own. Gives the page and every address that was asked for. */
export async function open(browser, { path = "/try", size = sizes.desktop, before } = {}) {
    const context = await browser.newContext({ viewport: size, permissions: ["clipboard-read", "clipboard-write"] });
    const page = await context.newPage();
    const asked = [];
    const faults = [];
    context.on("request", (request) => asked.push(request.url()));
    page.on("pageerror", (fault) => faults.push(fault.message));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    await before?.(page);
    await page.goto(service + path);
    return { page, asked, faults, size };
}

/** Waits until the page shows the answer to what is stated. */
export async function settled(page) {
    await page.waitForFunction(() => !document.getElementById("page").hidden && !document.querySelector("[aria-busy]"));
}

/** Waits until what came last counts as read: before that, no question is answered. */
export const rested = (page) => page.waitForFunction(() => !document.querySelector("[data-fresh]"));

/** What the service itself answers. */
export async function answer(facts, accept = "application/json") {
    const headers = { "Content-Type": "application/json", Accept: accept };
    const answer = await fetch(`${service}/v1/advice`, { method: "POST", headers, body: JSON.stringify({ facts }) });
    assert.equal(answer.status, 200);
    return accept === "application/json" ? answer.json() : answer.text();
}

const textsOf = (page, selector) => page.$$eval(selector, (all) => all.map((one) => one.textContent));

/** The page shows the card that the service gives for these facts, and no other. */
export async function assertCard(page, facts) {
    const { card } = await answer(facts);
    const slots = ["danger", "stop", "do", "do_not", "say", "then"];
    const lines = slots.flatMap((slot) => card[slot] ?? []);
    assert.deepEqual(await textsOf(page, "#card [data-line] > [id^=line-]"), lines.map(({ text }) => text));
    assert.deepEqual(await textsOf(page, "#ask [data-line] > [id^=line-]"), card.ask.map(({ text }) => text));
}

/** Nothing of the first minute is off the screen, or behind what stands on it. */
export async function assertInView(page, { height }) {
    await page.evaluate(() => scrollTo(0, 0));
    const places = (selector) => page.$$eval(selector, (all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    const bottoms = (await places("#card :is([data-slot=danger], [data-slot=stop], [data-slot^=do])")).map(({ bottom }) => bottom);
    const [nav] = await places("nav");
    const end = nav.top > height / 2 ? nav.top : height;
    assert.ok(bottoms.length > 1);
    for (const bottom of bottoms) assert.ok(bottom <= end, `${bottoms} of ${end}`);
}

/** No rule of WCAG 2.2 AA, or of good practice, that a program can check is broken. */
export async function assertAccessible(page, state) {
    await page.evaluate(axe.source);
    // What happens to be half behind a bar is scrolled from behind it: it is no smaller.
    const stand = (position) => page.$$eval("header, nav, #changes", (all, where) => all.forEach((bar) => void (bar.style.position = where)), position);
    await stand("static");
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: { type: "tag", values } }), tags);
    await stand("");
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 150)).join(" ")}`);
    assert.deepEqual(told, [], state);
}

/** States an answer without looking for it. */
export async function state(page, name, value) {
    await page.locator(`.fact[data-name="${name}"] [data-value="${value}"]`).dispatchEvent("click");
    await settled(page);
}

/** States answers with the mouse. */
export const mouse = {
    async state(page, { name, group }, value) {
        const row = page.locator(`.fact[data-name="${name}"]`);
        if (!await page.locator("#facts").isVisible()) await page.locator("#all > summary").click();
        if (!await row.isVisible()) await page.locator(".group > summary", { hasText: group }).click();
        await row.locator(`button[data-value="${value}"]`).click();
        await settled(page);
    },
    async press(page, selector) {
        await rested(page);
        await page.locator(selector).first().click();
    },
};

/** States answers with the keys alone. */
export const keyboard = {
    async state(page, { name, label }, value) {
        await tabTo(page, "#search");
        await page.keyboard.press("Control+A");
        await page.keyboard.type(label);
        await tabTo(page, `.fact[data-name="${name}"] button[data-value="${value}"]`);
        await page.keyboard.press("Enter");
        await settled(page);
    },
    async press(page, selector) {
        await rested(page);
        await tabTo(page, selector);
        await page.keyboard.press("Enter");
    },
};

/** Goes with the Tab key to the first that fits, whichever way is shorter. */
async function tabTo(page, selector) {
    const [key, most] = await page.evaluate((selector) => {
        const target = document.querySelector(selector);
        const from = document.activeElement;
        const back = from !== document.body && from.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING;
        return [back ? "Shift+Tab" : "Tab", document.querySelectorAll("a, button, input, summary, [tabindex]").length];
    }, selector);
    const there = () => page.evaluate((selector) => document.activeElement === document.querySelector(selector), selector);
    for (let pressed = 0; !await there(); pressed += 1) {
        assert.ok(pressed < most, `no key leads to ${selector}`);
        await page.keyboard.press(key);
    }
}
