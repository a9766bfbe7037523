import { expect, test } from "vitest";
import { pack, unpack } from "./pack.ts";

test("a text is unpacked as it was packed, in letters that need no escape", async () => {
  const text = "comity: 1\nproduct: {name: \"Été 🐝\"}\n".repeat(200);
  const packed = await pack(text);
  expect(packed).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(packed.length).toBeLessThan(text.length / 10);
  expect(await unpack(packed)).toBe(text);
});

test("what was not packed is nothing", async () => {
  expect(await unpack("")).toBeUndefined();
  expect(await unpack("not packed at all!")).toBeUndefined();
  const cut = (await pack("comity: 1\n".repeat(50))).slice(0, 12);
  expect(await unpack(cut)).toBeUndefined();
});

test("no link fills the memory", async () => {
  expect(await unpack(await pack("a".repeat(3_000_000)))).toBeUndefined();
});
