// Every state of the page is for everybody: axe finds nothing, and nothing is cut on a narrow or enlarged screen.

import { strict as assert } from "node:assert";
import { after, before, test } from "node:test";
import { assertAccessible, launch, open, settled, sizes, state } from "./browser.mjs";

let browser;
before(async () => void (browser = await launch()));
after(() => browser.close());

const press = (selector) => async (page) => {
    await page.locator(selector).first().click();
    await settled(page);
};
const says = (name, value) => (page) => state(page, name, value);
const opened = (selector) => async (page) => {
    await page.locator(selector).first().click();
    await page.locator(`${selector}[aria-expanded=true] + .opened > *`).first().waitFor();
};

/** What is done one after the other, and what the page is then. */
const steps = {
    "nothing is known": async () => {},
    "something is known": says("child_sent_or_posted", "yes"),
    "a line is open": opened("#card [data-slot=do] .opener"),
    "its reasons are open": opened("#card .item .opener"),
    "what would change is open": opened("#ask .opener"),
    "what waits is open": opened("#rest .opener"),
    "more questions are open": press("#more-questions summary"),
    "a word is typed": (page) => page.locator("#search").fill("threat"),
    "answers contradict each other": says("material_exists", "no"),
    "somebody is in danger": says("immediate_danger", "yes"),
    "the note is copied": press("#copy-plain"),
    "request and answer are shown": press("#json summary"),
    "all is cleared": press("#clear"),
};

const screens = { ...sizes, "a narrow screen": { width: 320, height: 640 }, "a screen enlarged four times": { width: 320, height: 200 } };

for (const [screen, size] of Object.entries(screens)) {
    test(`every state on ${screen}`, async () => {
        const { page, faults } = await open(browser, { size });
        await settled(page);
        for (const [name, act] of Object.entries(steps)) {
            await act(page);
            // What a narrow screen shows is what a phone shows: only its width is another.
            if (screen in sizes) await assertAccessible(page, name);
            const [wide, seen] = await page.$eval("html", ({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
            assert.ok(wide <= seen, `${name}: ${wide} of ${seen}`);
        }
        assert.deepEqual(faults, []);
        await page.context().close();
    });
}

test("the start page", async () => {
    for (const size of Object.values(screens)) {
        const { page } = await open(browser, { size, path: "/" });
        await page.locator("#contacts .opener").click();
        await page.locator("#guidance .opener").first().click();
        await page.locator(".contacts li").first().waitFor();
        if (Object.values(sizes).includes(size)) await assertAccessible(page, "start");
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= size.width, `${wide}`);
        await page.context().close();
    }
});

test("guidance that nobody has proved is told as such, with the contacts", async () => {
    const none = { status: 404, contentType: "application/problem+json", body: '{"title": "There is no such resource"}' };
    const { page } = await open(browser, { path: "/", before: (page) => page.route("**/assurance", (route) => route.fulfill(none)) });
    await page.locator("#contacts .opener").click();
    await page.locator(".contacts li").first().waitFor();
    assert.equal(await page.locator("td", { hasText: "Nothing yet, as it is here" }).count(), 2);
    await page.context().close();
});

test("colours of the system, and less motion", async () => {
    const { page } = await open(browser);
    await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
    await settled(page);
    await state(page, "child_sent_or_posted", "yes");
    await assertAccessible(page, "forced colours");
    await page.context().close();
});

test("where no answer comes no card stays", async () => {
    const { page } = await open(browser);
    await settled(page);
    await page.route("**/v1/advice", (route) => route.abort());
    await page.locator("#ask [data-value=unknown]").first().click();
    await page.locator("#fault", { hasText: "The service cannot be reached. Do not wait for it" }).waitFor();
    assert.equal(await page.locator("#card *, #ask *").count(), 0);
    await assertAccessible(page, "no answer");
    await page.unroute("**/v1/advice");
    await page.locator("#again").click();
    await settled(page);
    assert.ok(await page.locator("#card li").count() > 5);
    await page.context().close();
});

test("where another answers than the service, or the service refuses, it is said what to do", async () => {
    const withdrawn = { type: "/problems/guidance_withdrawn", title: "The guidance was withdrawn", detail: "Do not wait for it." };
    const answers = [
        [{ status: 502, contentType: "text/html", body: "<html>Bad Gateway</html>" }, "The service does not answer (502). Do not wait for it: follow"],
        [{ status: 503, contentType: "application/json", body: '{"message": "no upstream"}' }, "The service does not answer (503). Do not wait"],
        [{ status: 200, contentType: "text/html", body: "<html>Log in</html>" }, "The service does not answer (200). Do not wait"],
        [{ status: 503, contentType: "application/problem+json", body: JSON.stringify(withdrawn) }, "The guidance was withdrawn. Do not wait for it."],
    ];
    const { page } = await open(browser);
    await settled(page);
    for (const [said, told] of answers) {
        await page.route("**/v1/advice", (route) => route.fulfill(said));
        await page.locator("#clear").click();
        await page.locator("#fault").waitFor();
        const text = await page.locator("#fault-text").textContent();
        assert.ok(text.startsWith(told), text);
        assert.equal(await page.locator("#card *, #ask *").count(), 0);
        await page.unroute("**/v1/advice");
        await page.locator("#again").click();
        await settled(page);
    }
    await page.route("**/v1/facts", (route) => route.fulfill(answers[0][0]));
    await page.reload();
    await page.locator("#unserved", { hasText: answers[0][1] }).waitFor();
    await page.context().close();
});

test("an answer that is overtaken is not shown", async () => {
    const { page } = await open(browser);
    await settled(page);
    let held;
    await page.route("**/v1/advice", (route) => {
        if (held) return route.continue();
        held = route;
    });
    await page.evaluate(() => document.querySelector('.fact[data-name="immediate_danger"] [data-value="yes"]').click());
    await state(page, "immediate_danger", "no");
    const shown = await page.locator("#card").textContent();
    const late = page.waitForResponse("**/v1/advice");
    await held.continue();
    await late;
    await page.waitForTimeout(100);
    assert.equal(await page.locator("#card").textContent(), shown);
    assert.equal(await page.locator("#card [data-slot=danger]").count(), 0);
    await page.context().close();
});
