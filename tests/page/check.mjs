// The review page in a real browser: what a person does on it, at a desk and on a phone, in light and in dark.
//
//     node tests/page/check.mjs PAGE MODULES [PICTURES]
//
// PAGE is a review page of the reports in raw/ and of tests/page/hostile.md; MODULES a folder in which `npm install` put what
// package.json names; PICTURES a folder for screenshots. Prints a line a test and ends with a count.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [page, modules, pictures] = process.argv.slice(2).map((path) => resolve(path));
const load = createRequire(`${modules}/package.json`);
const { chromium } = load("playwright-core");
const axe = readFileSync(load.resolve("axe-core/axe.min.js"), "utf8");
const address = pathToFileURL(page).href;

const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
const tests = [];
const test = (name, act, context = {}) => tests.push({ name, act, context });

// What is not there after five seconds is asked for again by `soon`.
const selected = (tab) => tab.getAttribute('tr[aria-selected="true"]', "id", { timeout: 5_000 });
const open = (tab, table) => tab.click(`.chips [data-table="${table}"]`);
// A phone shows one view at a time; the checks of a desk see source and rows at once.
const lit = (tab) => tab.locator("mark.on").allTextContents();

// The page draws some things a moment after the click, and a busy machine later still: asked again until they are so.
async function soon(check) {
  for (const end = Date.now() + 20_000; ; await new Promise((go) => setTimeout(go, 50))) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

test("a row shows its words, and the words their row", async (tab) => {
  await open(tab, "agenda");
  await tab.click("tbody tr:nth-child(4)");
  const row = await selected(tab);
  const title = await tab.textContent(`#${row} td.name`);
  await soon(async () => assert.ok((await lit(tab)).join(" ").includes(title), `the source shows ${title}`));
  await tab.locator("mark.on").first().waitFor();
  assert.ok(tab.url().endsWith(`#${row.slice(4)}`), tab.url());
  await open(tab, "participants");
  await tab.locator(".source-text mark", { hasText: title }).first().click();
  await soon(async () => assert.equal(await selected(tab), row));
});

test("a further click goes to the next row that shares the words", async (tab) => {
  const shared = tab.locator("mark.under").first();
  await shared.click();
  const first = await tab.textContent(".card .facts a");
  await shared.click();
  await soon(async () => assert.notEqual(await tab.textContent(".card .facts a"), first));
});

test("every cell that names its place shows the words of that place", async (tab) => {
  await tab.selectOption("#report", "hostile");
  await open(tab, "agenda");
  const rows = await tab.locator("tbody tr").count();
  assert.ok(rows >= 4, `${rows} rows`);
  for (let i = 1; i <= rows; i++) {
    await tab.click(`tbody tr:nth-child(${i})`);
    const title = await tab.textContent("tr[aria-selected=true] td.name");
    await soon(async () => {
      const words = (await lit(tab)).join("|");
      assert.ok(words.includes(title), `${title} in ${words}`);
    });
  }
});

test("a hostile report runs nothing and shows what is hidden", async (tab) => {
  await tab.selectOption("#report", "hostile");
  assert.equal(await tab.locator("img").count(), 0);
  assert.ok(await tab.locator(".hidden-sign", { hasText: "202E" }).count() > 0);
  assert.equal(await tab.evaluate(() => window.attacked), undefined);
});

test("findings are stepped through", async (tab) => {
  await tab.keyboard.press("n");
  const at = (place) => soon(async () => assert.match(await tab.textContent(".stepper .where"), place));
  await at(/^1 of \d+$/);
  await tab.click('[aria-label="Next finding"]');
  await at(/^2 of/);
  await tab.keyboard.press("p");
  await at(/^1 of/);
  await tab.click('[data-view="findings"]');
  await soon(async () => assert.equal(await tab.locator('.finding [aria-current="true"]').count(), 1));
});

test("rows are filtered by text, severity and report", async (tab) => {
  await open(tab, "participants");
  const rows = () => tab.locator("tbody tr").count();
  const all = await rows();
  await tab.fill("#search", "SWITZERLAND");
  await soon(async () => {
    const cells = await tab.locator("tbody tr").allTextContents();
    assert.ok(cells.length > 0 && cells.length < all && cells.every((text) => /switzerland/i.test(text)));
  });
  await tab.fill("#search", "");
  await soon(async () => assert.equal(await rows(), all));
  await tab.selectOption("#filter-severity", "any");
  await soon(async () => {
    const doubted = await rows();
    assert.ok(doubted > 0 && doubted < all, `${doubted} of ${all}`);
    assert.equal(await tab.locator("tbody tr .state .badge").count(), doubted);
  });
  await tab.selectOption("#filter-severity", "");
  await tab.selectOption("#report", "");
  await tab.locator("th", { hasText: "report" }).first().waitFor();
});

test("the keyboard walks the rows and marks them", async (tab) => {
  await open(tab, "outcomes");
  await tab.keyboard.press("j");
  const first = await selected(tab);
  await tab.keyboard.press("j");
  assert.notEqual(await selected(tab), first);
  await tab.keyboard.press("k");
  assert.equal(await selected(tab), first);
  await tab.keyboard.press("r");
  await tab.locator(`#${first} .badge.right`).waitFor();
  await tab.keyboard.press("Escape");
  await tab.locator(".card").waitFor({ state: "hidden" });
  await tab.keyboard.press("?");
  await tab.locator("dialog[open]").waitFor();
});

test("a link leads to its row", async (tab) => {
  await open(tab, "statistics");
  await tab.click("tbody tr:nth-child(3)");
  const [row, url] = [await selected(tab), tab.url()];
  await tab.goto("about:blank");
  await tab.goto(url);
  await soon(async () => assert.equal(await selected(tab), row));
});

test("verdicts and edits become corrections.csv, and stay", async (tab) => {
  await open(tab, "agenda");
  await tab.click("tbody tr:nth-child(2)");
  const edited = (await selected(tab)).slice(4);
  await tab.keyboard.press("e");
  await tab.fill("#edit-title", 'Ducks, "geese"\nand swans');
  await tab.fill("#edit-reason", "misread");
  await tab.click(".edit .primary");
  await tab.click("tbody tr:nth-child(3)");
  const wrong = (await selected(tab)).slice(4);
  await tab.keyboard.press("w");
  await tab.keyboard.press("a");
  await tab.fill("#edit-title", "Boat trip");
  await tab.fill("#edit-start_time", "16:00");
  await tab.click(".edit .primary");
  await tab.reload();
  await tab.click(".corrections-open");
  const [download] = await Promise.all([tab.waitForEvent("download"), tab.click("dialog .primary")]);
  assert.equal(download.suggestedFilename(), "corrections.csv");
  const report = await tab.inputValue("#report");
  const added = `add,agenda,new-${report}-agenda-1`;
  assert.equal(readFileSync(await download.path(), "utf8"), [
    "action,table,id,column,value,reason",
    `set,agenda,${edited},title,"Ducks, ""geese""\nand swans",misread`,
    `delete,agenda,${wrong},,,`,
    `${added},report_id,${report},`, `${added},start_time,16:00,`, `${added},title,Boat trip,`, "",
  ].join("\n"));
});

test("an earlier corrections file is taken along", async (tab) => {
  await open(tab, "agenda");
  await tab.click("tbody tr:nth-child(2)");
  await tab.keyboard.press("w");
  await tab.click(".corrections-open");
  const text = 'action,table,id,column,value,reason\r\nset,agenda,age-0,title,"a ""b"", c",old\r\n';
  await tab.setInputFiles("#earlier", { name: "corrections.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await tab.waitForSelector("dialog .note");
  const [download] = await Promise.all([tab.waitForEvent("download"), tab.click("dialog .primary")]);
  const lines = readFileSync(await download.path(), "utf8").split("\n");
  assert.equal(lines[1], 'set,agenda,age-0,title,"a ""b"", c",old');
  assert.match(lines[2], /^delete,agenda,/);
});

test("pictures have words beside them", async (tab) => {
  await tab.click('[data-view="pictures"]');
  assert.ok(await tab.locator(".pictures figure").count() >= 4);
  const drawings = await tab.locator(".pictures figure > svg").all();
  for (const drawing of drawings) assert.ok((await drawing.getAttribute("aria-label")).length > 10);
  await tab.locator(".slot").nth(1).click();
  await soon(async () => assert.ok((await selected(tab)).startsWith("row-age-")));
});

test("a picture is not drawn anew under a pressed pointer", async (tab) => {
  const [x, y] = await tab.evaluate(() => {
    document.querySelector('[data-view="pictures"]').click();
    const slot = document.querySelectorAll(".slot")[1].getBoundingClientRect();
    return [slot.x + slot.width / 2, slot.y + slot.height / 2];
  });
  await tab.mouse.move(x, y);
  await tab.mouse.down();
  await tab.waitForTimeout(300);
  await tab.mouse.up();
  await soon(async () => assert.ok((await selected(tab)).startsWith("row-age-")));
});

test("on a phone one view is shown at a time", async (tab) => {
  await open(tab, "agenda");
  assert.ok(await tab.locator(".source-text").isHidden());
  await tab.click("tbody tr:nth-child(3)");
  await tab.click(".excerpt button");
  await tab.locator("mark.on").first().waitFor();
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px too wide`);
}, { viewport: phone, hasTouch: true, isMobile: true });

for (const [size, viewport] of Object.entries({ desk, phone })) {
  for (const colorScheme of ["light", "dark"]) {
    test(`no serious fault of accessibility: ${size}, ${colorScheme}`, async (tab) => {
      for (const view of ["rows", "findings", "pictures", "reports"]) {
        await tab.click(`[data-view="${view}"]`);
        if (view === "rows") await tab.click("tbody tr:nth-child(2)");
        await tab.waitForTimeout(200);
        if (pictures) await tab.screenshot({ path: `${pictures}/${size}-${colorScheme}-${view}.png` });
        const { violations } = await tab.evaluate(() => axe.run());
        const serious = violations.filter((v) => ["serious", "critical"].includes(v.impact));
        assert.deepEqual(serious.map((v) => `${view}: ${v.id}: ${v.nodes[0].target} ${v.nodes[0].failureSummary}`), []);
      }
    }, { viewport, colorScheme, bypassCSP: true, axe: true });
  }
}

async function main() {
  if (pictures) mkdirSync(pictures, { recursive: true });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  let failed = 0;
  for (const { name, act, context } of tests) {
    const { axe: wanted, ...options } = context;
    const window = await browser.newContext({ viewport: desk, acceptDownloads: true, ...options });
    const tab = await window.newPage();
    const faults = [];
    tab.setDefaultTimeout(30_000);
    tab.on("pageerror", (error) => faults.push(error.stack));
    tab.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    tab.on("request", (request) => /^(file|blob|data|about):/.test(request.url()) || faults.push(`asks for ${request.url()}`));
    tab.on("dialog", (dialog) => faults.push(dialog.message()) && dialog.dismiss());
    try {
      if (wanted) await tab.addInitScript(axe);
      await tab.goto(address);
      await act(tab);
      assert.deepEqual(faults, []);
      console.log(`ok      ${name}`);
    } catch (error) {
      failed++;
      console.log(`FAILED  ${name}\n${error.stack}`);
    }
    await window.close();
  }
  await browser.close();
  console.log(`${tests.length - failed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}

await main();
