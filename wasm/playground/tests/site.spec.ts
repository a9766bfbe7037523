// The pages of `comity doc`, as a reader has them: every link leads somewhere, everybody can use
// them, nothing is lost on a small screen, nobody else is asked, and no script is needed.
// They stand in the folder that COMITY_SITE names, and are served at /site/.

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { readdirSync } from "node:fs";
import { expect, test } from "./page.ts";

const FOLDER = process.env["COMITY_SITE"];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const HOME = "/site/index.html";
/** Ways of the main navigation. */
const WAYS = ["index", "rules", "facts", "addressees", "goals", "dates", "confidence"];

/** The largest pages hold thousands of links, each of which axe looks at. */
test.setTimeout(300_000);

/** One page of each kind, with what must be on it. */
const KINDS: readonly { name: string; path: string; holds: string }[] = [
  { name: "home", path: "index.html", holds: "main table a[href^='rulesets/']" },
  { name: "rules", path: "rules.html", holds: "main a[href*='#rule-']" },
  { name: "facts", path: "facts.html", holds: "main a[href*='#rule-']" },
  { name: "addressees", path: "addressees.html", holds: "main a[href*='#rule-']" },
  { name: "goals", path: "goals.html", holds: "main a[href*='#rule-']" },
  { name: "dates", path: "dates.html", holds: "main table" },
  { name: "confidence", path: "confidence.html", holds: "main a[href*='#rule-']" },
  { name: "ruleset", path: "rulesets/uk.psti-2025-12-04.html", holds: "article.rule" },
  { name: "rule", path: "rulesets/uk.psti-2025-12-04.html#rule-sch1.1", holds: "#rule-sch1\\.1 .sides" },
  { name: "relations", path: "rulesets/uk.ni.red-2025-12-16.html#rule-3.3.d", holds: "#rule-3\\.3\\.d table" },
  { name: "changes", path: "changes/etsi.en303645-2.1.1_etsi.en303645-3.1.3.html", holds: "article.rule .sides.two" },
];

test.skip(FOLDER === undefined, "COMITY_SITE names no folder of `comity doc`");

/** The paths of all pages, as they lie in the folder. */
function pages(): string[] {
  const files = readdirSync(FOLDER ?? ".", { recursive: true, encoding: "utf8" });
  return files.filter((path) => path.endsWith(".html")).map((path) => path.split("\\").join("/"));
}

for (const { name, path, holds } of KINDS) {
  for (const theme of ["light", "dark"] as const) {
    test(`${name}, ${theme}: opens, is accessible, has its picture`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme });
      const answer = await page.goto(`/site/${path}`);
      expect(answer?.status()).toBe(200);
      await expect(page.locator(holds).first()).toBeVisible();
      await expect(page.locator("h1")).toHaveCount(1);
      await expect(page.locator("nav a")).toHaveCount(WAYS.length);
      await openSome(page);
      await page.screenshot({ path: `pictures/site-${name}${theme === "dark" ? "-dark" : ""}.png` });
      // The page of a rule is that of its ruleset, elsewhere on it.
      if (name === "rule") return;
      const found = await new AxeBuilder({ page }).withTags(TAGS).analyze();
      const told = found.violations.map((one) => `${one.id}: ${one.help}\n${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join("\n")}`);
      expect(told).toEqual([]);
    });
  }

  test(`${name}: nothing is lost at 320 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(`/site/${path}`);
    await openSome(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, "wider than the screen").toBeLessThanOrEqual(0);
    // What sticks out scrolls in a box of its own, and nothing is cut off.
    const cut = await page.evaluate(() => {
      const isLost = (one: Element) => {
        const { overflowX } = getComputedStyle(one);
        return one.scrollWidth > one.clientWidth + 1 && (overflowX === "hidden" || overflowX === "clip") && one.localName !== "caption";
      };
      return [...document.querySelectorAll("body *")].filter(isLost).map((one) => one.outerHTML.slice(0, 120));
    });
    expect(cut).toEqual([]);
    await page.screenshot({ path: `pictures/site-${name}-320.png` });
  });
}

test("every link of every page leads to a page and a place on it", async ({ page }) => {
  const all = pages();
  expect(all.length).toBeGreaterThan(60);
  await page.goto(HOME);
  const { places, links } = await page.evaluate(readPages, all);
  const known = new Map(places.map(([path, ids]) => [path, new Set(ids)]));
  const lost: string[] = [];
  const files = new Set<string>();
  for (const [from, to] of links) {
    const { pathname, hash } = new URL(to);
    if (!pathname.endsWith(".html")) files.add(to);
    else if (!known.has(pathname)) lost.push(`${from}: no page ${to}`);
    else if (hash !== "" && !known.get(pathname)?.has(decodeURIComponent(hash.slice(1)))) lost.push(`${from}: no place ${to}`);
  }
  expect(lost).toEqual([]);
  for (const file of files) expect((await page.request.get(file)).status(), file).toBe(200);
  expect(links.length).toBeGreaterThan(5_000);
});

/** The anchors of pages by path, and their links to other pages, read in the browser. */
async function readPages(paths: string[]): Promise<{ places: [string, string[]][]; links: [string, string][] }> {
  const places: [string, string[]][] = [];
  const links: [string, string][] = [];
  for (const path of paths) {
    const url = new URL(path, location.href);
    const answer = await fetch(url);
    const tree = new DOMParser().parseFromString(await answer.text(), "text/html");
    places.push([url.pathname, [...tree.querySelectorAll("[id]")].map((one) => one.id)]);
    for (const one of tree.querySelectorAll("[href], [src]")) {
      const to = new URL(one.getAttribute("href") ?? one.getAttribute("src") ?? "", url);
      if (to.origin === url.origin) links.push([path, to.href]);
    }
  }
  return { places, links };
}

test("a picture of what rests on what is drawn", async ({ page }) => {
  await page.goto("/site/rulesets/uk.ni.red-2025-12-16.html");
  const picture = page.locator("main img").first();
  await picture.scrollIntoViewIfNeeded();
  expect(await picture.evaluate((one: HTMLImageElement) => one.decode().then(() => one.naturalWidth))).toBeGreaterThan(100);
  expect(await picture.getAttribute("alt")).not.toBe("");
  await picture.screenshot({ path: "pictures/site-picture.png" });
});

test("what was proved of a rule stands with it, and leads to the other", async ({ page }) => {
  await page.goto("/site/rulesets/uk.ni.red-2025-12-16.html#rule-3.3.d");
  const rows = page.locator("#rule-3\\.3\\.d table tr", { hasText: "proved for a unit placed on" });
  await expect(rows.first()).toBeVisible();
  const same = rows.filter({ hasText: "asks the same as" }).first().locator("a");
  await same.click();
  await expect(page).toHaveURL(/rulesets\/eu\.red-.*#rule-3\.3\.d|art3\.3\.d/);
});

test("keys lead past the navigation, and to every way of it", async ({ page }) => {
  await page.goto(HOME);
  await page.keyboard.press("Tab");
  await expect(page.locator(".skip")).toBeFocused();
  await expect(page.locator(".skip")).toBeInViewport();
  for (const way of WAYS) {
    await page.keyboard.press("Tab");
    await expect(page.locator(`nav a[href='${way}.html']`)).toBeFocused();
  }
  await page.locator("nav a[href='goals.html']").focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/goals\.html$/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
});

test("without scripts nothing is missing", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) });
  const page = await context.newPage();
  await page.goto("/site/rulesets/uk.psti-2025-12-04.html#rule-sch1.1");
  await expect(page.locator("#rule-sch1\\.1")).toBeInViewport();
  const given = page.locator("#rule-sch1\\.1 details").first();
  await given.locator("summary").click();
  await expect(given.locator("pre")).toBeVisible();
  await page.locator("nav a[href$='facts.html']").click();
  await expect(page.locator("h1")).toBeVisible();
  await context.close();
});

test("no page has a script", async ({ page }) => {
  await page.goto(HOME);
  const scripts = await page.evaluate(async (paths) => {
    const found: string[] = [];
    for (const path of paths) {
      const tree = new DOMParser().parseFromString(await (await fetch(new URL(path, location.href))).text(), "text/html");
      const runs = (one: Element) => one.localName === "script" || [...one.attributes].some((own) => own.name.startsWith("on"));
      if ([...tree.querySelectorAll("*")].some(runs)) found.push(path);
    }
    return found;
  }, pages());
  expect(scripts).toEqual([]);
});

/** What is opened by a press is looked at too. */
async function openSome(page: Page): Promise<void> {
  await page.locator("main details").evaluateAll((all) => all.slice(0, 10).forEach((one) => ((one as HTMLDetailsElement).open = true)));
}
