import { expect, test } from "vitest";
import type { MarketTimeline } from "../../../pkg/reports/timeline.d.ts";
import { formOf } from "./form.ts";
import { incidentOf } from "./incident.ts";
import { stops } from "./stops.ts";
import { words } from "./words.ts";

function market(...days: (string | undefined)[]): MarketTimeline {
  const stretch = (from: string | undefined) => ({ changes: [], counts: {}, outcome: "compliant", ...(from ? { from } : {}) });
  return { name: "", outcome_today: "", territory: "", stretches: days.map(stretch) };
}

test("a slider stops once at every day on which some market changes, and at days of its own", () => {
  const days = stops([market(undefined, "2027-12-11"), market("2026-01-01", "2027-12-11")], ["2026-11-22"]);
  expect(days).toEqual(["2026-01-01", "2026-11-22", "2027-12-11"]);
});

test("each kind of question has its form", () => {
  const choices = [{ value: "a", title: "A" }];
  expect(formOf({ kind: "yes or no" })).toBe("yes-no");
  expect(formOf({ kind: "judgement" })).toBe("judgement");
  expect(formOf({ kind: "one of 3 values", choices })).toBe("one");
  expect(formOf({ kind: "set of 3 values", choices })).toBe("several");
  expect(formOf({ kind: "duration (P5Y)" })).toBe("duration");
  expect(formOf({ kind: "whole number in days" })).toBe("whole number");
  expect(formOf({ kind: "set of languages" })).toBe("list");
  expect(formOf({ kind: "list" })).toBe("list");
  expect(formOf({ kind: "id in documents" })).toBe("text");
});

test("words have the same parts in every language, and none is empty", () => {
  const parts = (value: unknown): unknown => (typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, parts(inner)])) : typeof value);
  expect(parts(words.fr)).toEqual(parts(words.en));
  expect(parts(words.nl)).toEqual(parts(words.en));
  expect(JSON.stringify(words)).not.toContain('""');
});

test("a breach is told by the manifest that has it, and by no other", () => {
  const text = 'comity: 1\nx_incident:\n  what: "A \\"small\\" thing"\n  when: "2016"\n\nkeys: {hardcoded: true}\n';
  expect(incidentOf(text)).toEqual({ what: 'A "small" thing', when: "2016", cause: undefined, impact: undefined, response: undefined });
  expect(incidentOf("comity: 1\n")).toBeUndefined();
});
