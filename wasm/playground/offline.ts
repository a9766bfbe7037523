// Writes the service worker: it keeps the files of one build, so that the page works without a
// network after the first visit.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const TEMPLATE = new URL("./src/service-worker.js", import.meta.url);

/** Emits `service-worker.js` with the list of all files of the build. */
export function offline(): Plugin {
  return {
    name: "offline",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const files = Object.keys(bundle).filter((name) => !name.endsWith(".map")).sort();
      const digest = createHash("sha256");
      for (const name of files) {
        const part = bundle[name];
        digest.update(name).update(part?.type === "chunk" ? part.code : (part?.source ?? ""));
      }
      const source = readFileSync(TEMPLATE, "utf8")
        .replace('"VERSION"', JSON.stringify(digest.digest("hex").slice(0, 16)))
        .replace('["FILES"]', JSON.stringify(["./", "./icon.svg", ...files.map((name) => `./${name}`)]));
      this.emitFile({ type: "asset", fileName: "service-worker.js", source });
    },
  };
}
