import { Text } from "@codemirror/state";
import { expect, test } from "vitest";
import { decode } from "./colours.ts";
import { frameOf } from "./frame.ts";
import { nameOf } from "./known.ts";

test("a draft is named by its ruleset and edition", () => {
  expect(nameOf("-- a comment\nruleset my.rules edition 1.\n  title en \"x\".\n")).toBe("my.rules@1");
  expect(nameOf("ruleset uk.psti edition 2025-12-04.\n")).toBe("uk.psti@2025-12-04");
  expect(nameOf("ruleset etsi.en303645 edition 2.1.1.\n")).toBe("etsi.en303645@2.1.1");
  expect(nameOf("rule 1:\n")).toBeUndefined();
});

test("tokens are told by their distance from the one before", () => {
  const doc = Text.of(["rule 1:", "  must x."]);
  const marks = decode([0, 0, 4, 0, 0, 0, 5, 1, 1, 0, 1, 2, 4, 0, 0], ["keyword", "number"], doc);
  const found: [number, number, string][] = [];
  marks.between(0, doc.length, (from, to, mark) => { found.push([from, to, String(mark.spec["class"])]); });
  expect(found).toEqual([[0, 4, "is-keyword"], [5, 6, "is-number"], [10, 14, "is-keyword"]]);
});

test("tokens of a longer text end with the text that there is", () => {
  expect(decode([5, 0, 4, 0, 0], ["keyword"], Text.of(["rule"])).size).toBe(0);
});

test("a fault is framed in its line, and one over several lines to the end of the first", () => {
  const fault = (line: number, from: number, endLine: number, to: number) => ({ range: { start: { line, character: from }, end: { line: endLine, character: to } }, message: "" });
  const lines = ["rule 1:", "  mst x.", ""];
  expect(frameOf(fault(1, 2, 1, 5), lines)).toEqual({ before: "", marked: "mst", after: " x." });
  expect(frameOf(fault(0, 0, 1, 5), lines)).toEqual({ before: "", marked: "rule 1:", after: "" });
  expect(frameOf(fault(2, 0, 2, 0), lines)).toBeUndefined();
  expect(frameOf(fault(9, 0, 9, 1), lines)).toBeUndefined();
});
