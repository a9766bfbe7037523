// How fast is the page? `npm run measure` after `npm run build`; prints figures, judges nothing.
// Each is measured in the built page, served as plain files, in a browser with an empty profile.

import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";

const PORT = 4180;
const BASE = `http://127.0.0.1:${PORT}`;
const RUNS = 5;
const EDITS = 300;

const server = spawn("node", [new URL("../tests/serve.mjs", import.meta.url).pathname, String(PORT)], { stdio: ["ignore", "pipe", "inherit"] });
await new Promise((ready) => server.stdout.once("data", ready));
const name = process.env.COMITY_BROWSER ?? "chromium";
const browser = await chromium.launch({
  executablePath: name.startsWith("/") ? name : `/usr/bin/${name}`,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

function say(what, milliseconds) {
  const sorted = [...milliseconds].sort((one, other) => one - other);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(1).padStart(8);
  console.log(`${what.padEnd(58)} ${at(0.5)} ms median ${at(0.95)} ms at 95 % (${sorted.length} runs)`);
}

async function inNewPage(work) {
  const context = await browser.newContext();
  const page = await context.newPage();
  try {
    return await work(page);
  } finally {
    await context.close();
  }
}

/** First paint of something useful: the heading and the ways in. */
async function firstPaint() {
  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    times.push(await inNewPage(async (page) => {
      await page.goto(`${BASE}/some/path/`);
      await page.locator(".ways").waitFor();
      return page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
    }));
  }
  say("first useful paint, empty profile", times);
}

/** From an address to verdicts: the module is fetched, compiled, the rules loaded, a product judged. */
async function firstVerdict() {
  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    times.push(await inNewPage(async (page) => {
      const start = performance.now();
      await page.goto(`${BASE}/some/path/#/check/example/doorbell?on=2026-11-22`);
      await page.locator("section.market").first().waitFor();
      return performance.now() - start;
    }));
  }
  say("from nothing to the verdicts of an example", times);
}

/** The module alone, as a worker uses it. */
async function moduleAlone() {
  const found = await inNewPage(async (page) => {
    await page.goto(`${BASE}/module/blank`);
    return page.evaluate(async (edits) => {
      const module = await import("/module/pkg/comity_wasm.js");
      await module.default();
      const timed = (work) => {
        const start = performance.now();
        const answer = work();
        return [performance.now() - start, answer];
      };
      const [load, comity] = timed(() => new module.Comity([], []));
      const request = new module.Question("2026-11-22", ["uk", "ca", "nl"], [], "en");
      const conflicts = Array.from({ length: 3 }, () => timed(() => comity.conflicts(request))[0]);

      const languageServer = new module.LanguageServer("2026-11-22");
      let id = 0;
      const ask = (method, params) => JSON.parse(languageServer.handle(JSON.stringify({ jsonrpc: "2.0", id: ++id, method, params }))[0]).result;
      const tell = (method, params) => languageServer.handle(JSON.stringify({ jsonrpc: "2.0", method, params }));
      ask("initialize", { capabilities: {} });
      tell("initialized", {});
      const texts = ask("comity/shipped", {}).uris.map((uri) => ask("comity/text", { uri, textDocument: { uri } }).text);
      const rulesets = texts.filter((text) => /^ruleset /m.test(text)).map((text) => [text.split("\n").length, text]);
      const [lines, text] = rulesets.filter(([lines]) => lines >= 300).sort(([one], [other]) => one - other)[0];
      const uri = "file:///draft.comity";
      tell("textDocument/didOpen", { textDocument: { uri, languageId: "comity", version: 1, text } });
      // Where a rule begins, so that typing changes what is checked.
      const line = text.split("\n").findIndex((line) => line.startsWith("rule ")) + 1;
      const keystrokes = [];
      for (let at = 0; at < edits; at += 1) {
        const position = { line, character: 0 };
        const isBack = at % 2 === 1;
        const change = { range: { start: position, end: isBack ? { line, character: 1 } : position }, text: isBack ? "" : "x" };
        keystrokes.push(timed(() => tell("textDocument/didChange", { textDocument: { uri, version: at + 2 }, contentChanges: [change] }))[0]);
      }
      return { load, conflicts, keystrokes, lines };
    }, EDITS);
  });
  say("rules loaded", [found.load]);
  say("conflicts of uk, ca, nl", found.conflicts);
  say(`a keystroke in a ruleset of ${found.lines} lines, checked`, found.keystrokes);
}

/** What stands in the way of typing: the longest task of the page while keys are pressed. */
async function typing() {
  const tasks = await inNewPage(async (page) => {
    await page.goto(`${BASE}/some/path/#/draft/text/uk/psti.comity`);
    await page.locator(".panels .good, .panels li.bad").first().waitFor({ timeout: 60_000 });
    await page.evaluate(() => {
      window.tasks = [];
      new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: "longtask" });
    });
    await page.locator(".cm-content").first().click();
    await page.keyboard.type("-- typed without a pause, for a while", { delay: 30 });
    await page.waitForTimeout(1500);
    return page.evaluate(() => window.tasks);
  });
  console.log(`${"tasks over 50 ms of the page while typing".padEnd(58)} ${String(tasks.length).padStart(8)}, longest ${Math.max(0, ...tasks).toFixed(0)} ms`);
}

try {
  await firstPaint();
  await firstVerdict();
  await moduleAlone();
  await typing();
} finally {
  await browser.close();
  server.kill();
}
