// Writes the TypeScript types of all reports beside the module, from their JSON Schemas.
// `node reports.mjs <native program>`

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";

const [native] = process.argv.slice(2);
if (!native) throw new Error("usage: node reports.mjs <native program>");

const REPORTS = ["report", "ask", "fix", "rules", "timeline", "conflicts", "compare", "baseline", "graph", "read"];
const folder = new URL("./pkg/reports/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const name of REPORTS) {
  const schema = JSON.parse(execFileSync(native, ["schema", name], { encoding: "utf8" }));
  const types = await compile(schema, name, {
    additionalProperties: false,
    bannerComment: `/** What \`comity\` answers; from \`comity schema ${name}\`. */`,
    format: false,
  });
  writeFileSync(new URL(`${name}.d.ts`, folder), types);
}
console.log(`types of ${REPORTS.length} reports`);
