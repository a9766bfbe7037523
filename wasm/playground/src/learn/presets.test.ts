import { expect, test } from "vitest";
import { manifestOf, traps, withOf } from "./presets.ts";

test("facts become a manifest, a line for each", () => {
  expect(manifestOf({ "product.kind": ["camera"], certificates: "absent", "support.min_length": "P3Y" })).toBe('comity: 1\nproduct.kind: ["camera"]\ncertificates: absent\nsupport.min_length: "P3Y"\n');
});

test("every trap has a name of its own, and names its drafts", () => {
  expect(new Set(traps.map((trap) => trap.id)).size).toBe(traps.length);
  const limits = traps.find((trap) => trap.kind === "limits");
  expect(limits && withOf(limits)).toEqual(["draft.a", "draft.b", "draft.c"]);
});
