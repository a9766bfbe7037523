// Serves what was built, as plain files under a path of its own: `node tests/serve.mjs [port]`.
// Beside it stand the module alone, for the tests that ask it without the page, and the pages of
// `comity doc` in the folder that COMITY_SITE names.

import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const port = Number(process.argv[2] ?? 4173);
const site = process.env["COMITY_SITE"];
const FOLDERS = {
  "/some/path/": new URL("../dist/", import.meta.url),
  "/module/": new URL("../../", import.meta.url),
  ...(site ? { "/site/": pathToFileURL(`${resolve(site)}/`) } : {}),
};
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".yaml": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

function find(path) {
  for (const [prefix, folder] of Object.entries(FOLDERS)) {
    if (!path.startsWith(prefix)) continue;
    const inside = normalize(decodeURIComponent(path.slice(prefix.length)) || "index.html");
    if (inside.startsWith("..")) return undefined;
    const file = join(fileURLToPath(folder), inside);
    return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
  }
  return undefined;
}

createServer((request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  if (pathname === "/module/blank") {
    response.writeHead(200, { "content-type": TYPES[".html"] }).end("<!doctype html><title>blank</title>");
    return;
  }
  const file = find(pathname);
  if (!file) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "cache-control": "no-store" });
  createReadStream(file).pipe(response);
}).listen(port, "127.0.0.1", () => console.log(`http://127.0.0.1:${port}/some/path/`));
