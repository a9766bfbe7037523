// The module in a browser answers as the native program does, byte for byte. `cargo xtask wasm`
// wrote down what the native program answers.

import { readFileSync } from "node:fs";
import { expect, test } from "./page.ts";

const expected = JSON.parse(readFileSync(new URL("../../pkg/answers.json", import.meta.url), "utf8")) as Record<string, string>;

interface Asked {
  names: string[];
  digests: string[];
}

test("every question has the native answer", async ({ page }) => {
  test.setTimeout(600_000);
  const names = [...new Set(Object.keys(expected).map((name) => /(?:examples|rulesets\/incidents)\/[\w-]+\.yaml/.exec(name)?.[0]))].filter((name) => name !== undefined);
  const root = new URL("../../../", import.meta.url);
  const manifests = names.map((name): [string, string] => [name, readFileSync(new URL(name, root), "utf8")]);
  await page.goto("/module/blank");
  const found = await page.evaluate(async (manifests): Promise<Asked> => {
    const module = await import("/module/pkg/comity_wasm.js" as string);
    await module.default();
    const { questions, readings, rulesetNames } = await import("/module/tests/questions.mjs" as string);
    const comity = new module.Comity([], []);
    const asked = [...questions(manifests, module.Question), ...readings(rulesetNames(comity, module.Question), module.Question)];
    const names: string[] = [];
    const digests: string[] = [];
    for (const question of asked) {
      const bytes = new TextEncoder().encode(question.ask(comity));
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      names.push(question.name);
      digests.push([...digest].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
    }
    return { names, digests };
  }, manifests);
  expect(Object.fromEntries(found.names.map((name, at) => [name, found.digests[at]]))).toEqual(expected);
  expect(found.names.length).toBeGreaterThanOrEqual(145);
});
