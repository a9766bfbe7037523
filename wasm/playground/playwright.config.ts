// Tests of the built page in Chromium, on a desktop and on a phone, each from an empty profile.

import { defineConfig } from "@playwright/test";

const PORT = 4173;
const launchOptions = {
  executablePath: process.env["COMITY_BROWSER"]?.startsWith("/") ? process.env["COMITY_BROWSER"] : `/usr/bin/${process.env["COMITY_BROWSER"] ?? "chromium"}`,
  // No sandbox, as tests may run as root; and nothing that calls home.
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
};

export default defineConfig({
  testDir: "tests",
  testMatch: "*.spec.ts",
  timeout: 90_000,
  expect: { timeout: 30_000 },
  workers: 2,
  fullyParallel: true,
  reporter: [["list"]],
  webServer: { command: `node tests/serve.mjs ${PORT}`, url: `http://127.0.0.1:${PORT}/module/blank`, reuseExistingServer: false },
  use: { baseURL: `http://127.0.0.1:${PORT}/some/path/`, locale: "en-GB", launchOptions, permissions: ["clipboard-read", "clipboard-write"] },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 900 } } },
    { name: "phone", testMatch: ["ways.spec.ts", "layout.spec.ts"], use: { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true } },
  ],
});
