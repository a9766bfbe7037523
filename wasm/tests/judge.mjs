// Asks the built module about worlds by chance, whose verdicts a second judge confirmed: the
// reports must be those of the native library, byte for byte.
// `node wasm/tests/judge.mjs <file>`, with what `tests/judge/browser.rs` wrote.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Comity, Question, initSync } from "../pkg/comity_wasm.js";

const [file] = process.argv.slice(2);
assert.ok(file, "usage: node wasm/tests/judge.mjs <file>");
initSync({ module: readFileSync(new URL("../pkg/comity_wasm_bg.wasm", import.meta.url)) });

const worlds = JSON.parse(readFileSync(file, "utf8"));
let reports = 0;
for (const { seed, names, texts, with: rulesets, asked } of worlds) {
  const comity = Comity.ofTexts(names, texts);
  for (const { manifest, place, on, sha256 } of asked) {
    const question = new Question(on, [place], rulesets, "en");
    const report = comity.check("product.json", manifest, question);
    const found = createHash("sha256").update(report).digest("hex");
    assert.equal(found, sha256, `world ${seed}, ${place}, ${on}: ${manifest}`);
    reports += 1;
    question.free();
  }
  comity.free();
}
assert.ok(reports >= 100, `only ${reports} reports were compared`);
console.log(`wasm: ${reports} reports of ${worlds.length} worlds by chance, as the native library gives them`);
