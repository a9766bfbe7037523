// The three ways in, as people go them, from an empty profile.

import { expect, open, test } from "./page.ts";

test("an example product is checked, and a verdict opens to its reason", async ({ page }) => {
  await open(page, "", "h1");
  await page.getByRole("link", { name: "Check a product" }).last().click();
  await page.getByRole("link", { name: "Klepel Huisbel 2" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Klepel Huisbel 2");
  const canada = page.getByRole("region", { name: "Canada" });
  await expect(canada).toContainText("Not compliant");
  await canada.locator("summary", { hasText: "Consent before anything is installed" }).click();
  const rule = canada.locator("details[open]").first();
  await expect(rule.getByRole("link", { name: "section 8(1)" })).toHaveAttribute("href", /^https:\/\//);
  await expect(rule).toContainText("Ask for express consent");
});

test("the line behind a verdict is shown in the manifest", async ({ page }) => {
  await open(page, "#/check/example/doorbell?on=2026-11-22", "section.market");
  const canada = page.getByRole("region", { name: "Canada" });
  await canada.locator("summary", { hasText: "Consent before anything is installed" }).click();
  await canada.getByRole("button", { name: /^line \d+$/ }).first().click();
  await expect(page.locator(".cm-shown")).toContainText("install_consent");
});

test("a fix is applied with one press, and the breach is gone", async ({ page }) => {
  await open(page, "#/check/example/doorbell?on=2026-11-22&in=CA", "section.market");
  await expect(page.locator("section.market summary", { hasText: "Breached" }).first()).toBeVisible();
  await page.getByRole("button", { name: "Find the changes" }).click();
  await page.getByRole("button", { name: /^Apply:/ }).first().click();
  await expect(page.getByText("Applied. The verdicts below")).toBeVisible();
  await expect(page.locator("section.market summary", { hasText: "Breached" })).toHaveCount(0);
});

test("an interview from nothing leads to a verdict", async ({ page }) => {
  await open(page, "#/check", ".samples a");
  await page.getByRole("link", { name: "Begin" }).click();
  const question = page.locator("#question");
  await expect(question).toBeVisible();
  const seen = new Set<string>();
  for (let asked = 0; asked < 6; asked += 1) {
    const text = (await question.textContent()) ?? "";
    expect(seen.has(text), `asked twice: ${text}`).toBe(false);
    seen.add(text);
    const yes = page.getByRole("button", { name: "Yes", exact: true });
    await ((await yes.count()) > 0 ? yes : page.getByRole("button", { name: "I don’t know" })).click();
    await expect(question).not.toHaveText(text);
  }
  await page.getByRole("link", { name: "Show the verdicts" }).first().click();
  await expect(page.locator("section.market").first()).toContainText("Undetermined");
  expect(page.url()).toContain("#/check/own/");
});

test("a question is left open, the one before comes back", async ({ page }) => {
  await open(page, "#/check/new?ask=1&in=NL&on=2026-11-22", ".interview form");
  const question = page.locator("#question");
  const first = (await question.textContent()) ?? "";
  await page.getByRole("button", { name: "I don’t know" }).click();
  await expect(question).not.toHaveText(first);
  await page.goBack();
  await expect(question).toHaveText(first);
});

test("a file is dropped and checked", async ({ page }) => {
  await open(page, "#/check", ".samples a");
  const text = "comity: 1\nproduct: {name: \"Dropped lamp\", kind: [camera]}\nnet: {internet_capable: true}\n";
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "lamp.yaml", { type: "application/yaml" }));
    return transfer;
  }, text);
  await page.getByRole("group", { name: "Open a manifest" }).dispatchEvent("drop", { dataTransfer: data });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dropped lamp");
  await expect(page.locator("main")).toContainText("lamp.yaml");
});

test("a manifest that cannot be read says where and why, and is mended by typing", async ({ page }) => {
  await open(page, "#/check/example/smart-lock-gaps?on=2026-11-22", "section.market");
  const manifest = page.locator("details.manifest");
  if (!(await manifest.evaluate((details: HTMLDetailsElement) => details.open))) await manifest.locator("summary").click();
  const field = page.getByRole("textbox", { name: "Manifest" });
  await field.click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("produt: {}\n");
  await expect(page.getByRole("alert")).toContainText("The manifest cannot be read");
  await expect(page.locator("section.market")).toHaveCount(0);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Delete");
  await expect(page.locator("section.market").first()).toBeVisible();
});

test("the law is compared: relations and a conflict opened as a product", async ({ page }) => {
  await open(page, "#/compare/relations?on=2026-11-22", "main table");
  await open(page, "#/compare/conflicts?on=2026-11-22&in=GB,NL&with=forum.expiry_business,forum.expiry_civil_society", "#conflict-1");
  await page.locator("section[aria-labelledby=conflict-1]").getByRole("link").filter({ hasText: /product/i }).first().click();
  await expect(page).toHaveURL(/#\/check\/own\//);
  await expect(page.locator("section.market").first()).toBeVisible();
});

test("a draft is written: a fault, its mending, its examples, its words, its effects", async ({ page }) => {
  await open(page, "#/draft", ".panels .good");
  await expect(page.locator(".panels")).toContainText("as expected");
  await expect(page.locator(".panels")).toContainText("The manufacturer must ensure");
  const field = page.getByRole("textbox", { name: "Text of the ruleset" });
  await field.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\nrul 2:\n");
  await expect(page.locator(".panels li.bad").first()).toBeVisible();
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("Delete");
  await expect(page.locator(".panels .good").first()).toHaveText("No fault.");
  await expect(page.locator(".panels table")).toContainText("Rowe Home 7");
});
