// What the tests of the page share: opening a view, and what must hold wherever one goes.

import { expect, test as base, type Page } from "@playwright/test";

/** Every view, with what shows that it has its answer. */
export const VIEWS: readonly { name: string; hash: string; ready: string }[] = [
  { name: "home", hash: "", ready: "h1" },
  { name: "start", hash: "#/check", ready: ".samples a" },
  { name: "product", hash: "#/check/example/doorbell?on=2026-11-22", ready: "section.market" },
  { name: "interview", hash: "#/check/new?ask=1&in=NL&on=2026-11-22", ready: ".interview form" },
  { name: "relations", hash: "#/compare/relations?on=2026-11-22", ready: "main table" },
  { name: "conflicts", hash: "#/compare/conflicts?on=2026-11-22&with=forum.expiry_business,forum.expiry_civil_society", ready: "#conflict-1" },
  { name: "baseline", hash: "#/compare/baseline?on=2026-11-22", ready: "main h1" },
  { name: "graph", hash: "#/compare/graph", ready: "main table" },
  { name: "draft", hash: "#/draft", ready: ".panels .good" },
  { name: "learn", hash: "#/learn", ready: "main h1" },
];

/** A page that fails the test if it asks anyone else for anything, or throws. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page, baseURL }, use) => {
    const strangers: string[] = [];
    const errors: string[] = [];
    const own = new URL(baseURL ?? "http://127.0.0.1").origin;
    page.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== own && protocol !== "blob:" && protocol !== "data:") strangers.push(request.url());
    });
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && message.text().includes("Content Security Policy")) errors.push(message.text());
    });
    await use(page);
    expect(strangers, "nobody else is asked").toEqual([]);
    expect(errors, "nothing fails").toEqual([]);
  },
});

export { expect };

/** Opens a view and waits for its answer. */
export async function open(page: Page, hash: string, ready: string): Promise<void> {
  await page.goto(hash === "" ? "./" : `./${hash}`);
  await page.locator(ready).first().waitFor();
}
