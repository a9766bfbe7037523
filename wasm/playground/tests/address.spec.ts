// Addresses: shared, gone back to, in another language, without a network.

import { expect, open, test } from "./page.ts";

test("a shared link opens the same product elsewhere, and nothing of it is sent", async ({ page, browser, baseURL }) => {
  await open(page, "#/check/example/smart-lock-gaps?on=2026-11-22&in=GB", "section.market");
  const counts = await page.locator("section.market").first().textContent();
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("The link is copied.")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain("#/check/own/");
  const elsewhere = await browser.newContext(baseURL ? { baseURL } : {});
  const other = await elsewhere.newPage();
  const asked: string[] = [];
  other.on("request", (request) => asked.push(request.url()));
  await other.goto(link);
  await expect(other.locator("section.market").first()).toHaveText(counts ?? "");
  const secret = link.slice(link.indexOf("#/check/own/") + 12, link.indexOf("?"));
  expect(asked.filter((url) => url.includes(secret) && !url.startsWith(link.slice(0, link.indexOf("#")) + "#"))).toEqual([]);
  await elsewhere.close();
});

test("the back button leads through the views", async ({ page }) => {
  await open(page, "", "h1");
  await page.getByRole("navigation").getByRole("link", { name: "Check a product" }).click();
  await page.getByRole("link", { name: "Northgate One" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Northgate One");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check a product");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("What must a connected product do");
  await page.goForward();
  await page.goForward();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Northgate One");
});

test("the language follows the browser, and can be switched with the law's own titles", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: "nl-NL", ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto("./#/check/example/doorbell?on=2026-11-22&in=CA");
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  await expect(page.locator("section.market").first()).toContainText("Niet conform");
  await page.getByRole("banner").getByRole("combobox", { name: "Taal" }).selectOption("fr");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(page.locator("section.market").first()).toContainText("Non conforme");
  await expect(page.locator("section.market").first()).toContainText("Consentement avant toute installation");
  await context.close();
});

test("after the first visit the page works without a network", async ({ page, context }) => {
  await open(page, "#/check/example/doorbell?on=2026-11-22", "section.market");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator("section.market").first()).toBeVisible();
  await page.goto("./#/check/incident/cayla-2017");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My Friend Cayla");
  await expect(page.locator("section.market, .notice.open").first()).toBeVisible();
  await context.setOffline(false);
});

test("a link that was cut, and a product that there is not, are said so", async ({ page }) => {
  await open(page, "#/check/own/not-a-manifest", ".notice.bad");
  await expect(page.getByRole("alert")).toContainText("could not be read");
  await open(page, "#/check/example/nothing", ".notice.bad");
  await expect(page.getByRole("alert")).toContainText("There is no such product");
});

test("nothing is stored", async ({ page, context }) => {
  await open(page, "#/check/example/doorbell?on=2026-11-22", "section.market");
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  expect(await context.cookies()).toEqual([]);
});
