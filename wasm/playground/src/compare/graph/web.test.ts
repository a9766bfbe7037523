import { expect, test } from "vitest";
import type { PairReport } from "../../../../pkg/reports/compare.d.ts";
import { alone, around, filtered, findNode, kinds, provenEdges, shortName, wholes, type Edge, type Node, type Web } from "./web.ts";

const node = (id: string, title = ""): Node => ({ id, kind: id.split(":")[0] ?? "", name: id.split(":")[1] ?? "", title, citation: null });
const edge = (from: string, kind: string, to: string): Edge => ({ from, to, kind, count: 1, grounds: [{ clause: kind }] });

const web: Web = {
  nodes: [node("ruleset:a@1"), node("ruleset:b@1"), node("rule:a@1/1", "Own passwords"), node("rule:a@1/2"), node("rule:b@1/1"), node("fact:x.y"), node("jurisdiction:GB")],
  edges: [
    edge("ruleset:a@1", "defines", "rule:a@1/1"),
    edge("ruleset:a@1", "defines", "rule:a@1/2"),
    edge("ruleset:b@1", "defines", "rule:b@1/1"),
    edge("rule:a@1/1", "deems", "rule:b@1/1"),
    edge("rule:a@1/2", "deems", "rule:b@1/1"),
    edge("rule:a@1/1", "uses", "ruleset:a@1"),
    edge("rule:b@1/1", "uses", "fact:x.y"),
    edge("ruleset:a@1", "applies-in", "jurisdiction:GB"),
  ],
};

test("at the level of rulesets the edges of their rules are gathered, and none leads to itself", () => {
  const whole = wholes(web);
  expect(whole.nodes.map((node) => node.id)).toEqual(["ruleset:a@1", "ruleset:b@1", "jurisdiction:GB"]);
  expect(whole.edges.map(({ from, kind, to, count }) => [from, kind, to, count])).toEqual([
    ["ruleset:a@1", "deems", "ruleset:b@1", 2],
    ["ruleset:a@1", "applies-in", "jurisdiction:GB", 1],
  ]);
  expect(whole.edges[0]?.grounds).toHaveLength(2);
});

test("gathering leaves the web as it was", () => {
  wholes(web);
  expect(web.edges.every((edge) => edge.count === 1 && edge.grounds.length === 1)).toBe(true);
});

test("steps go both ways along the edges, and what lies around starts with its middle", () => {
  expect(around(web, "fact:x.y", 1).nodes.map((node) => node.id)).toEqual(["fact:x.y", "rule:b@1/1"]);
  const two = around(web, "fact:x.y", 2);
  expect(new Set(two.nodes.map((node) => node.id))).toEqual(new Set(["fact:x.y", "rule:b@1/1", "ruleset:b@1", "rule:a@1/1", "rule:a@1/2"]));
  expect(two.edges).toHaveLength(4);
});

test("what is left out takes its edges with it, but never the node that is looked at", () => {
  const left = filtered(web, new Set(["fact", "deems"]), "fact:x.y");
  expect(left.nodes).toHaveLength(7);
  expect(left.edges.some((edge) => edge.kind === "deems")).toBe(false);
  expect(filtered(web, new Set(["rule"])).edges.map((edge) => edge.kind)).toEqual(["applies-in"]);
});

test("kinds are counted, and nodes that stand alone are found", () => {
  expect(kinds(web).get("deems")).toBe(2);
  expect(kinds(wholes(web)).get("deems")).toBe(2);
  expect(alone(filtered(web, new Set(["uses"]))).map((node) => node.id)).toEqual(["fact:x.y"]);
});

test("proofs become edges from the stricter rule to the looser one", () => {
  const rule = (ruleset: string) => ({ rule: `${ruleset}.1`, ruleset, edition: "1", territory: "GB", title: "", citation: "" });
  const pair = (relation: string): PairReport => ({ first: rule("a"), second: rule("b"), relation, fails_second_only: "comity: 1\n" });
  const edges = provenEdges(web.nodes, ["looser", "unrelated", "unclear", "intersects"].map(pair));
  expect(edges.map(({ from, kind, to }) => [from, kind, to])).toEqual([
    ["rule:b@1/1", "stricter-than", "rule:a@1/1"],
    ["rule:a@1/1", "overlaps", "rule:b@1/1"],
  ]);
});

test("among many a rule is called by its number, and a fact by the end of its path", () => {
  expect(["rule:a@1/5.1-1", "fact:auth.passwords.scheme", "ruleset:a@1"].map((id) => shortName(node(id, "A title")))).toEqual(["5.1-1", "passwords.scheme", "A title"]);
});

test("a node is found by its name, its title, or a part of them", () => {
  expect(findNode(web.nodes, "x.y")?.id).toBe("fact:x.y");
  expect(findNode(web.nodes, "OWN pass")?.id).toBe("rule:a@1/1");
  expect(findNode(web.nodes, " ")).toBeUndefined();
  expect(findNode(web.nodes, "nothing like it")).toBeUndefined();
});
