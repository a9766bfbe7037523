// The package as someone gets it: packed, unpacked elsewhere, and used as its README says.
// `node wasm/tests/package.mjs`, after `cargo xtask wasm`.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const pkg = fileURLToPath(new URL("../pkg/", import.meta.url));
const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const block = (language) => new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(readme)?.[1];
const [example, expected] = [block("js"), block("text")];
assert.ok(example && expected, "the README has an example and what it prints");

const folder = mkdtempSync(join(tmpdir(), "comity-wasm-"));
try {
  const packed = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: pkg, encoding: "utf8" });
  writeFileSync(join(folder, "package.json"), '{"name": "user", "private": true, "type": "module"}\n');
  execFileSync("npm", ["install", "--silent", "--no-audit", "--no-fund", join(folder, packed.trim())], { cwd: folder });
  writeFileSync(join(folder, "example.js"), example);
  const found = execFileSync("node", ["example.js"], { cwd: folder, encoding: "utf8" });
  assert.equal(found, expected);
  const types = readFileSync(join(folder, "node_modules/comity-wasm/comity_wasm.d.ts"), "utf8");
  assert.match(types, /class LanguageServer/);
  assert.match(readFileSync(join(folder, "node_modules/comity-wasm/reports/report.d.ts"), "utf8"), /interface Report /);
} finally {
  rmSync(folder, { recursive: true });
}
console.log("wasm: the package is used as its README says");
