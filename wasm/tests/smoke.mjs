// Loads the built module as a page would, calls what it exports, and holds its answers against
// those of the native program, byte for byte.
// `cargo xtask wasm` builds `wasm/pkg`; run as
// `node wasm/tests/smoke.mjs <expected version> <native program>`.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { Comity, initSync, version } from "../pkg/comity_wasm.js";

const [expectedVersion, native] = process.argv.slice(2);
assert.ok(native, "usage: node wasm/tests/smoke.mjs <expected version> <native program>");

initSync({ module: readFileSync(new URL("../pkg/comity_wasm_bg.wasm", import.meta.url)) });
assert.equal(version(), expectedVersion);

const root = new URL("../../", import.meta.url);
const comity = new Comity();
const places = ["uk", "ca", "nl"];
const days = ["2026-11-22", "2027-12-11"];
let compared = 0;

/** What the native program writes; the longest report takes some megabytes. */
function written(command) {
  const ended = spawnSync(native, command, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 27 });
  assert.equal(ended.error, undefined);
  return ended.stdout;
}

for (const file of readdirSync(new URL("examples/", root)).filter((name) => name.endsWith(".yaml"))) {
  const name = `examples/${file}`;
  const manifest = readFileSync(new URL(name, root), "utf8");
  for (const day of days) {
    for (const language of ["en", "fr"]) {
      const ours = comity.check(name, manifest, day, places, [], language);
      const options = ["--in", places.join(), "--on", day, "--lang", language, "--format", "json"];
      const theirs = written(["check", name, ...options]);
      assert.ok(ours === theirs, `${name} on ${day} in ${language}`);
      assert.ok(JSON.parse(ours).products[0].markets.length > 0, name);
      compared += 1;
    }
  }
}
assert.ok(compared >= 20, `only ${compared} reports were compared`);

const drafts = ["forum.expiry_business", "forum.expiry_civil_society"];
const asked = ["--in", "uk,nl", "--with", drafts.join(), "--on", days[0], "--format", "json"];
const ours = comity.conflicts(days[0], ["uk", "nl"], drafts, "en");
assert.ok(ours === written(["conflicts", ...asked]), "conflicts");
assert.ok(JSON.parse(ours).conflicts.length > 2);
compared += 1;

const broken = JSON.parse(comity.check("x.yaml", "comity: 1\nproduct: {knd: [camera]}\n", days[0], places, [], "en"));
assert.equal(broken.products[0].faults[0].code, "comity::ingest::unknown_key");
assert.throws(() => comity.check("x.yaml", "comity: 1\n", "tomorrow", places, [], "en"));
assert.throws(() => comity.check("x.yaml", "comity: 1\n", days[0], ["atlantis"], [], "en"));

console.log(`wasm: version ${version()}, ${compared} reports as the native program gives them`);
