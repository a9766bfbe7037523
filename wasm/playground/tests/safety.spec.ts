// What the page may do, and what becomes of text that would like to be more.

import { test as base } from "@playwright/test";
import { expect, open, test } from "./page.ts";

base("the policy of the page allows no foreign and no evaluated code", async ({ page }) => {
  await open(page, "", "h1");
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("'wasm-unsafe-eval'");
  expect(policy?.replace("'wasm-unsafe-eval'", "")).not.toContain("unsafe-eval");
  expect(policy).not.toMatch(/https?:|\*/);
  // The tools of a test may evaluate whatever a page says; a timer of the page may not.
  await page.evaluate(() => setTimeout("window.evaluated = 1", 0));
  await page.waitForTimeout(200);
  expect(await page.evaluate(() => "evaluated" in window)).toBe(false);
});

test("what is entered is never markup", async ({ page }) => {
  const evil = '<img src=x onerror="window.hacked=1"><b>bold</b>';
  await open(page, "#/check", ".samples a");
  const text = `comity: 1\nproduct: {name: '${evil}', kind: [camera]}\n`;
  await page.locator('input[type="file"]').setInputFiles({ name: "evil.yaml", mimeType: "text/plain", buffer: Buffer.from(text) });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(evil);
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);
  await open(page, "#/draft", ".panels .good");
  await page.getByRole("textbox", { name: "Text of the ruleset" }).click();
  await page.keyboard.press("Control+a");
  const draft = `ruleset my.rules edition 1.\n  title en "<img src=x onerror='window.hacked=1'>".\n  source <https://example.org/rules> read 2026-11-22.\n  issued as proposal by "<script>window.hacked=1</script>".\n  applies in NL.\n  confidence unverified \"a draft\".\n  uses vocabulary iot edition 1.\n\nrule 1:\n  title en "<img src=x onerror='window.hacked=1'>".\n  citing "Article 1".\n  addressed to manufacturer.\n  must support.min_length is at least 2 years.\n`;
  await page.keyboard.insertText(draft);
  await expect(page.locator(".panels h4").first()).toContainText("<img src=x");
  await page.locator(".cm-line", { hasText: "must support" }).getByText("support.min_length").hover();
  await page.waitForTimeout(1000);
  expect(await page.locator("img").count()).toBe(0);
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);
});
