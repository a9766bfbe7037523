// How it looks: nothing is lost on small screens or large letters; pictures for whoever judges.

import { expect, open, test, VIEWS } from "./page.ts";

/** 320 px is also a screen of 1280 at 400 %, and 640 one at 200 %. */
const WIDTHS = [320, 640];

for (const view of VIEWS) {
  test(`${view.name}: nothing is lost at 320 px and at 200 %`, async ({ page }, info) => {
    test.skip(info.project.name === "phone", "widths are set here");
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 700 });
      await open(page, view.hash, view.ready);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide, `${view.name} at ${width} px is wider than the screen`).toBeLessThanOrEqual(0);
    }
  });

  test(`${view.name}: pictures`, async ({ page }, info) => {
    const picture = async (name: string) => {
      await open(page, view.hash, view.ready);
      await page.waitForTimeout(500);
      await page.screenshot({ path: `pictures/${view.name}-${info.project.name}${name}.png`, fullPage: true });
    };
    await picture("");
    await page.emulateMedia({ colorScheme: "dark" });
    await picture("-dark");
    await page.emulateMedia({ colorScheme: "light" });
    const joined = view.hash.includes("?") ? "&" : "?";
    await open(page, `${view.hash || "#/"}${joined}lang=nl`, view.ready);
    await page.waitForTimeout(500);
    await page.screenshot({ path: `pictures/${view.name}-${info.project.name}-nl.png`, fullPage: true });
  });
}

test("nothing moves for those who do not want it", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, "#/check/example/doorbell?on=2026-11-22", "section.market");
  const longest = await page.evaluate(() =>
    Math.max(0, ...document.getAnimations().map((animation) => Number(animation.effect?.getComputedTiming().duration ?? 0))),
  );
  expect(longest).toBeLessThanOrEqual(1);
});

test("a verdict prints as a report, without what is for the screen", async ({ page }, info) => {
  test.skip(info.project.name === "phone", "paper has one size");
  await open(page, "#/check/example/doorbell?on=2026-11-22&in=CA", "section.market");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.locator("section.market").first()).toBeVisible();
  await page.pdf({ path: "pictures/report.pdf" });
});
