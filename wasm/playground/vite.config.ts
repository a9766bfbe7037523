import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { offline } from "./offline.ts";
import { samples } from "./samples.ts";

export default defineConfig({
  // Plain files that work under any path.
  base: "./",
  plugins: [svelte(), samples(), offline()],
  build: { target: "es2022", assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  worker: { format: "es" },
  // The module and the example products stand beside this folder.
  server: { fs: { allow: ["../.."] } },
  test: { include: ["src/**/*.test.ts"] },
});
