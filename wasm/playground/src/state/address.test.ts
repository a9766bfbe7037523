import { expect, test } from "vitest";
import { addressLink, parseAddress } from "./address.ts";

test("an address is read as it was written", () => {
  const link = addressLink(["check", "own", "a b/c"], { on: "2026-11-22", in: "GB,NL", with: undefined });
  const { path, chosen } = parseAddress(link);
  expect(path).toEqual(["check", "own", "a b/c"]);
  expect([...chosen]).toEqual([["on", "2026-11-22"], ["in", "GB,NL"]]);
});

test("no address is the first view, and a part encoded wrongly stands for itself", () => {
  expect(parseAddress("").path).toEqual([]);
  expect(parseAddress("#/").path).toEqual([]);
  expect(parseAddress("#/check/%E0%A4%A").path).toEqual(["check", "%E0%A4%A"]);
});
