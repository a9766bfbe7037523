// For everybody: no violation that axe finds on any view, in both themes and three languages.

import AxeBuilder from "@axe-core/playwright";
import { expect, open, test, VIEWS } from "./page.ts";

const LANGUAGES = ["en", "fr", "nl"] as const;
const THEMES = ["light", "dark"] as const;
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

for (const view of VIEWS) {
  for (const theme of THEMES) {
    test(`${view.name}, ${theme}: accessible in three languages`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      for (const language of LANGUAGES) {
        const joined = view.hash.includes("?") ? "&" : "?";
        const hash = view.hash === "" ? `#/?lang=${language}` : `${view.hash}${joined}lang=${language}`;
        await open(page, hash, view.ready);
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        // What is opened by a press is looked at too.
        await page.locator("main details:not(.manifest):not(.texts)").evaluateAll((all) => all.slice(0, 40).forEach((one) => ((one as HTMLDetailsElement).open = true)));
        const found = await new AxeBuilder({ page }).withTags(TAGS).analyze();
        const told = found.violations.map((one) => `${one.id}: ${one.help}\n${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join("\n")}`);
        expect(told, `${view.name} in ${language}`).toEqual([]);
      }
    });
  }
}

test("keys alone suffice: to a product, a verdict, a day, a language", async ({ page }) => {
  await open(page, "", "h1");
  await page.keyboard.press("Tab");
  await expect(page.locator(".skip")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await tabTo(page, "Check a product");
  await page.keyboard.press("Enter");
  await page.locator(".samples a").first().waitFor();
  await tabTo(page, "Klepel Huisbel 2");
  await page.keyboard.press("Enter");
  await page.locator("section.market").first().waitFor();
  const slider = page.locator('input[type="range"]');
  await slider.focus();
  const before = await slider.getAttribute("aria-valuetext");
  await page.keyboard.press("ArrowRight");
  await expect(slider).not.toHaveAttribute("aria-valuetext", before ?? "");
  const summary = page.locator("section.market summary").first();
  await summary.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("section.market details[open]").first()).toBeVisible();
  await page.getByLabel("Language").focus();
  await page.keyboard.type("Ned");
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
});

test("the text of a draft is left by Escape and Tab", async ({ page }) => {
  await open(page, "#/draft", ".panels .good");
  await page.getByRole("textbox", { name: "Text of the ruleset" }).click();
  await expect(page.locator(".cm-content").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(page.locator(".cm-content").first()).not.toBeFocused();
});

async function tabTo(page: import("@playwright/test").Page, name: string): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate(() => document.activeElement?.textContent?.trim() ?? "")).startsWith(name)) return;
  }
  throw new Error(`no key leads to ${name}`);
}
