// Nothing of an incident stays behind, and a key is held in memory alone.

import { strict as assert } from "node:assert";
import { after, before, test } from "node:test";
import { assertAccessible, launch, mouse, open, service, settled, state } from "./browser.mjs";

let browser;
before(async () => void (browser = await launch()));
after(() => browser.close());

const said = { name: "child_sent_or_posted", group: "What happened" };

async function kept(page) {
    return page.evaluate(async () => ({
        local: localStorage.length, session: sessionStorage.length, databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length, workers: (await navigator.serviceWorker.getRegistrations()).length,
        cookies: document.cookie, address: location.href, history: history.length, state: history.state,
    }));
}

test("nothing in storage, address, history or what a form fills in", async () => {
    const { page, asked } = await open(browser);
    await settled(page);
    const untouched = await kept(page);
    await mouse.state(page, said, "yes");
    for (const button of ["#card .opener", "#ask .opener", "#copy-plain", "[data-go=card-title]", "#clear"]) {
        await page.locator(button).first().click();
    }
    await settled(page);
    assert.deepEqual(await kept(page), untouched);
    const { history, address, ...stored } = untouched;
    assert.deepEqual(stored, { local: 0, session: 0, databases: 0, caches: 0, workers: 0, cookies: "", state: null });
    assert.equal(address, `${service}/try`);
    assert.deepEqual(await page.context().cookies(), []);
    for (const input of await page.locator("input").all()) assert.equal(await input.getAttribute("autocomplete"), "off");
    assert.equal(await page.locator("form").count(), 0);
    assert.deepEqual(asked.filter((address) => !address.startsWith(`${service}/`) || address.includes("child")), []);
    await page.context().close();
});

test("a reload says first that everything goes, and then it is gone", async () => {
    const { page } = await open(browser);
    await settled(page);
    await mouse.state(page, said, "yes");
    const warned = [];
    page.on("dialog", (dialog) => warned.push(dialog.type()) && dialog.accept());
    await page.reload();
    await settled(page);
    assert.deepEqual(warned, ["beforeunload"]);
    assert.equal(await page.locator("#given li").count(), 0);
    await page.context().close();
});

test("whoever calls a number is not asked first, and stays on the page", async () => {
    const { page } = await open(browser);
    await settled(page);
    await mouse.state(page, said, "yes");
    page.on("dialog", () => assert.fail("something is asked"));
    await page.evaluate(() => addEventListener("beforeunload", () => void (globalThis.told = true)));
    await page.locator("#card a[href^='tel:']").first().click();
    await page.waitForFunction(() => globalThis.told);
    assert.ok(await page.locator("#card li").count() > 5);
    page.removeAllListeners("dialog");
    const warned = new Promise((resolve) => page.once("dialog", (dialog) => resolve(dialog.type()) ?? dialog.accept()));
    await Promise.all([page.reload(), warned]);
    assert.equal(await warned, "beforeunload");
    await page.context().close();
});

test("whoever leaves leaves at once, and nothing is found on the way back", async () => {
    const { page } = await open(browser);
    await settled(page);
    await mouse.state(page, said, "yes");
    page.on("dialog", () => assert.fail("nothing is asked"));
    await page.locator("#leave").click();
    await page.waitForURL("about:blank");
    await page.goBack().catch(() => {});
    assert.notEqual(page.url(), `${service}/try`);
    await page.context().close();
});

const given = (page) => page.$$eval("#given li", (all) => all.map((one) => one.textContent.match(/Northern Ireland|Scotland/)?.[0] ?? one.dataset.given));

test("nothing of one caller is taken for true of the next", async () => {
    const { page } = await open(browser);
    await settled(page);
    await mouse.state(page, { name: "jurisdiction", group: "Where and who" }, "GB-SCT");
    await mouse.state(page, said, "yes");
    await page.locator("#search").fill("threat");
    await page.locator("[data-go=record-title]").click();
    assert.ok(await page.evaluate(() => scrollY) > 0);
    await page.locator("#clear").click();
    await settled(page);
    await page.locator("#changed", { hasText: "Cleared." }).waitFor();
    assert.equal(await page.evaluate(() => scrollY), 0);
    assert.deepEqual(await given(page), []);
    assert.equal(await page.locator("#changed").textContent(), "Cleared.");
    assert.equal(await page.locator("#search").inputValue(), "");
    await page.context().close();
});

test("each incident begins with what the operator has set", async () => {
    const set = async (route) => {
        const answer = await route.fetch();
        const body = (await answer.text()).replace('"jurisdiction=&', '"jurisdiction=GB-NIR&');
        await route.fulfill({ response: answer, body });
    };
    const { page } = await open(browser, { before: (page) => page.route("**/try", set) });
    await settled(page);
    page.on("dialog", () => assert.fail("nothing would be lost"));
    await page.reload();
    await settled(page);
    assert.deepEqual(await given(page), ["Northern Ireland"]);
    await state(page, "jurisdiction", "GB-SCT");
    await state(page, said.name, "yes");
    assert.deepEqual(await given(page), ["Scotland", said.name]);
    await page.locator("#clear").click();
    await settled(page);
    assert.deepEqual(await given(page), ["Northern Ireland"]);
    assert.equal(await page.locator("#changed").textContent(), "Cleared. Set for this page: Northern Ireland.");
    await page.context().close();
});

test("with keys on nothing is shown without one, and it is sent with every call", async () => {
    const problem = (status, name) => ({ status, contentType: "application/problem+json", body: `{"type": "/problems/${name}"}` });
    let refusal = problem(401, "unauthorized");
    let right = "the right one";
    const fits = (request) => request.headers()["x-api-key"] === right;
    const locked = (page) => page.route(/\/(v1|schemas)\b/, (route) => fits(route.request()) ? route.continue() : route.fulfill(refusal));
    const { page } = await open(browser, { before: locked });
    await page.locator("#key").waitFor();
    assert.equal(await page.locator("#page").isVisible(), false);
    await assertAccessible(page, "a key is asked for");
    await page.locator("#key").fill("a wrong one");
    await page.keyboard.press("Enter");
    await page.locator("#key-refused").waitFor();
    await page.locator("#key").fill("the right one");
    await page.locator("#use-key").click();
    await settled(page);
    await page.locator("#card .opener").first().click();
    await page.locator("#card .item").first().waitFor();
    assert.equal(await page.locator("#key").inputValue(), "");
    await page.locator("#json summary").click();
    const call = await page.locator("#exchange pre").first().textContent();
    assert.ok(call.includes("X-API-Key: $KEY") && !call.includes("right one"), call);

    // A key that has expired: what is known stays, and nothing is shown until there is another.
    refusal = problem(403, "forbidden");
    right = "a newer one";
    await page.locator("#ask [data-value=unknown]").first().click();
    await page.locator("#key-refused").waitFor();
    assert.equal(await page.locator("#page").isVisible(), false);
    await page.locator("#key").fill(right);
    await page.keyboard.press("Enter");
    await page.locator("#card li").first().waitFor();
    assert.equal(await page.locator("#given li").count(), 1);
    await page.context().close();
});
