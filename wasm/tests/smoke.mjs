// Loads the built module as a page would and calls what it exports.
// `cargo xtask wasm` builds `wasm/pkg`; run as `node wasm/tests/smoke.mjs <expected version>`.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { initSync, version } from "../pkg/comity_wasm.js";

const [expectedVersion] = process.argv.slice(2);
assert.ok(expectedVersion, "usage: node wasm/tests/smoke.mjs <expected version>");

initSync({ module: readFileSync(new URL("../pkg/comity_wasm_bg.wasm", import.meta.url)) });

assert.equal(version(), expectedVersion);
console.log(`wasm: version() is ${version()}`);
