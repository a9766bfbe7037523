// The names of the sample products, read from their manifests when the page is built, so that a
// list of them is there before any of them is opened.

import { readFileSync, readdirSync } from "node:fs";
import type { Plugin } from "vite";

const ID = "virtual:samples";
const FOLDERS = { example: "../../examples/", incident: "../../rulesets/incidents/" };
const NAME = /^product:\s*(?:\{|\n(?:\s+[^\n]*\n)*?\s+)[^\n]*?\bname: "([^"]+)"/m;

/** Offers `virtual:samples`: kind, id and name of each. */
export function samples(): Plugin {
  return {
    name: "samples",
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load: (id) => (id === `\0${ID}` ? `export default ${JSON.stringify(listed())};` : undefined),
  };
}

function listed() {
  return Object.entries(FOLDERS).flatMap(([kind, folder]) => {
    const base = new URL(folder, import.meta.url);
    const files = readdirSync(base).filter((name) => name.endsWith(".yaml")).sort();
    return files.map((file) => {
      const title = NAME.exec(readFileSync(new URL(file, base), "utf8"))?.[1];
      if (!title) throw new Error(`${file} names no product`);
      return { kind, id: file.replace(/\.yaml$/, ""), title };
    });
  });
}
