// Loads the built module as a page would, calls what it exports, and holds its answers against
// those of the native program, byte for byte.
// `cargo xtask wasm` builds `wasm/pkg`; run as
// `node wasm/tests/smoke.mjs <expected version> <native program> [<file>]`.
// The file gets the SHA-256 of every answer, for the same test in a browser.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { Comity, Question, initSync, version } from "../pkg/comity_wasm.js";
import { days, questions, readings, rulesetNames } from "./questions.mjs";

const [expectedVersion, native, digests] = process.argv.slice(2);
assert.ok(native, "usage: node wasm/tests/smoke.mjs <expected version> <native program> [<file>]");

initSync({ module: readFileSync(new URL("../pkg/comity_wasm_bg.wasm", import.meta.url)) });
assert.equal(version(), expectedVersion);

const root = new URL("../../", import.meta.url);
const comity = new Comity([], []);

/** The manifests in a folder, each with its text. */
function manifests(folder) {
  const files = readdirSync(new URL(folder, root)).filter((name) => name.endsWith(".yaml"));
  return files.map((file) => [folder + file, readFileSync(new URL(folder + file, root), "utf8")]);
}

/** What the native program writes; the longest report takes some megabytes. */
function written(command) {
  const ended = spawnSync(native, command, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 27 });
  assert.equal(ended.error, undefined);
  return ended.stdout;
}

const found = {};
const asked = [
  ...questions([...manifests("examples/"), ...manifests("rulesets/incidents/")], Question),
  ...readings(rulesetNames(comity, Question), Question),
];
for (const question of asked) {
  const ours = question.ask(comity);
  assert.ok(ours.length > 100, question.name);
  assert.ok(ours === written(question.command), question.name);
  found[question.name] = createHash("sha256").update(ours).digest("hex");
}
const compared = Object.keys(found).length;
assert.ok(compared >= 145, `only ${compared} reports were compared`);
if (digests) writeFileSync(digests, JSON.stringify(found, null, 2) + "\n");

const uk = new Question(days[0], ["uk"], [], "en");
const broken = JSON.parse(comity.check("x.yaml", "comity: 1\nproduct: {knd: [camera]}\n", uk));
assert.equal(broken.products[0].faults[0].code, "comity::ingest::unknown_key");
assert.throws(() => new Question("tomorrow", ["uk"], [], "en"), /YYYY-MM-DD/);
assert.throws(() => new Question(days[0], ["uk"], [], "de"), /en, fr, nl/);
assert.throws(() => comity.check("x.yaml", "comity: 1\n", new Question(days[0], ["atlantis"], [], "en")));
assert.throws(() => new Comity(["draft.comity"], ["rulset x edition 1."]));

// An interview: nothing is asked twice, an answer is stated, a skipped question does not return.
const empty = "comity: 1\n";
const [first, second] = JSON.parse(comity.ask("x.yaml", empty, uk, [])).questions;
const skipping = JSON.parse(comity.ask("x.yaml", empty, uk, [first.id])).questions;
assert.ok(!skipping.some((question) => question.id === first.id), first.id);
assert.ok(skipping.some((question) => question.id === second.id), second.id);
assert.throws(() => comity.answer("x.yaml", empty, uk, "no.such_fact", "yes", ""));
assert.match(comity.answer("x.yaml", empty, uk, "net.internet_capable", "yes", ""), /net\.internet_capable: true/);

// Progress is told, in order, up to the end.
const told = [];
comity.conflicts(new Question(days[0], ["nl"], [], "en"), (asked, all) => told.push([asked, all]));
assert.ok(told.length > 1 && told.every(([asked, all], at) => asked === at && all === told.length));

console.log(`wasm: version ${version()}, ${compared} reports as the native program gives them`);
