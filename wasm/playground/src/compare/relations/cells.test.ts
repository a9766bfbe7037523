import { expect, test } from "vitest";
import type { PairReport } from "../../../../pkg/reports/compare.d.ts";
import { byWeight, cellKey, counted, halves, matrixOf, turned } from "./cells.ts";

function rule(id: string): PairReport["first"] {
  return { rule: `${id}.1`, ruleset: id, edition: "1", territory: "GB", title: id, citation: "clause 1" };
}

function pair(first: string, second: string, relation: string): PairReport {
  return { first: rule(first), second: rule(second), relation, fails_first_only: `${relation} one`, fails_second_only: null };
}

test("a pair told from its other side keeps its meaning", () => {
  const other = turned(pair("a", "b", "stricter"));
  expect([other.first.ruleset, other.relation, other.second.ruleset]).toEqual(["b", "looser", "a"]);
  expect(other.fails_second_only).toBe("stricter one");
  expect(other.fails_first_only).toBeNull();
  expect(turned(pair("a", "b", "intersects")).relation).toBe("intersects");
});

test("pairs gather in the cells of both rulesets, whichever came first", () => {
  const matrix = matrixOf([pair("a", "b", "stricter"), pair("b", "a", "equal"), pair("c", "a", "looser")]);
  expect(matrix.sets).toEqual(["a@1", "b@1", "c@1"]);
  expect(counted(matrix.cells.get(cellKey("a@1", "b@1"))?.pairs ?? [])).toEqual([["equal", 1], ["stricter", 1]]);
  expect(counted(matrix.cells.get(cellKey("b@1", "a@1"))?.pairs ?? [])).toEqual([["equal", 1], ["looser", 1]]);
  expect(matrix.cells.get(cellKey("b@1", "c@1"))).toBeUndefined();
});

test("editions of a ruleset are rows of their own, and a pair within one counts once", () => {
  const later = pair("a", "a", "equal");
  const matrix = matrixOf([later, { ...later, second: { ...later.second, edition: "2" } }]);
  expect(matrix.sets).toEqual(["a@1", "a@2"]);
  expect(matrix.cells.get(cellKey("a@1", "a@1"))?.pairs).toHaveLength(1);
});

test("the list has each two rulesets once", () => {
  const matrix = matrixOf([pair("b", "a", "equal"), pair("a", "b", "equal"), pair("a", "c", "unclear")]);
  expect(halves(matrix).map((cell) => [cell.row, cell.column, cell.pairs.length])).toEqual([["a@1", "b@1", 2], ["a@1", "c@1", 1]]);
});

test("what tells most comes first", () => {
  const order = byWeight(["unrelated", "intersects", "stricter", "disjoint"].map((relation) => pair("a", "b", relation)));
  expect(order.map((one) => one.relation)).toEqual(["disjoint", "stricter", "intersects", "unrelated"]);
});
