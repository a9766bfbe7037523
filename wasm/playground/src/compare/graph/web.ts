// What rests on what, cut down to what is looked at: the rulesets as wholes, or what lies around one
// node. The picture and the table show the same cut.

import type { PairReport, RuleName } from "../../../../pkg/reports/compare.d.ts";
import type { EdgeReport, GraphReport, GroundReport, NodeReport } from "../../../../pkg/reports/graph.d.ts";

export const NODE_KINDS = ["ruleset", "rule", "term", "parameter", "fact", "label", "jurisdiction"] as const;
export const EDGE_KINDS = ["defines", "uses", "cites", "deems", "overrides", "adopts", "tightens", "relaxes", "replaces", "applies-in", "within", "conflicts-with", "stricter-than", "equal-to", "overlaps"] as const;
/** These are proofs, not clauses. */
export const PROVEN: ReadonlySet<string> = new Set(["conflicts-with", "stricter-than", "equal-to", "overlaps"]);

export type Node = Pick<NodeReport, "id" | "kind" | "name" | "title" | "citation">;
export type Edge = Pick<EdgeReport, "from" | "to" | "kind" | "grounds"> & {
  /** How many edges it stands for. */
  count: number;
};

export interface Web {
  nodes: Node[];
  edges: Edge[];
}

export function webOf(report: GraphReport): Web {
  return { nodes: report.nodes, edges: report.edges.map((edge) => ({ ...edge, count: 1 })) };
}

/** The edges that proofs add, between rules that the graph holds. */
export function provenEdges(nodes: readonly Node[], pairs: readonly PairReport[]): Edge[] {
  const ids = new Map(nodes.filter((node) => node.kind === "rule").map((node) => [node.id, node.id]));
  const idOf = (rule: RuleName) => ids.get(`rule:${rule.ruleset}@${rule.edition}/${rule.rule.slice(rule.ruleset.length + 1)}`);
  return pairs.flatMap((pair) => {
    const ends = [idOf(pair.first), idOf(pair.second)] as const;
    // What is looser is told from the stricter side.
    const [from, to] = pair.relation === "looser" ? [ends[1], ends[0]] : ends;
    const kind = PROOFS[pair.relation];
    const product = pair.fails_first_only ?? pair.fails_second_only ?? null;
    return kind && from && to ? [{ from, to, kind, count: 1, grounds: [{ clause: kind, product }] }] : [];
  });
}

const PROOFS: Record<string, string> = { disjoint: "conflicts-with", stricter: "stricter-than", looser: "stricter-than", equal: "equal-to", intersects: "overlaps" };

/** Only rulesets, places and labels; what lies between parts of two rulesets lies between the two. */
export function wholes(web: Web): Web {
  const kinds = new Set(["ruleset", "jurisdiction", "label"]);
  const owner = new Map<string, string>();
  for (const node of web.nodes) if (kinds.has(node.kind)) owner.set(node.id, node.id);
  for (const edge of web.edges) if (edge.kind === "defines" && !owner.has(edge.to) && owner.has(edge.from)) owner.set(edge.to, edge.from);
  const edges = new Map<string, Edge>();
  for (const edge of web.edges) {
    const [from, to] = [owner.get(edge.from), owner.get(edge.to)];
    if (!from || !to || from === to) continue;
    const key = `${from} ${edge.kind} ${to}`;
    const found = edges.get(key);
    if (found) edges.set(key, { ...found, count: found.count + edge.count, grounds: [...found.grounds, ...edge.grounds] as [GroundReport, ...GroundReport[]] });
    else edges.set(key, { ...edge, from, to });
  }
  return { nodes: web.nodes.filter((node) => kinds.has(node.kind)), edges: [...edges.values()] };
}

/** Without the kinds of node and edge that are left out; `kept` stays, whatever its kind. */
export function filtered(web: Web, left: ReadonlySet<string>, kept?: string): Web {
  const nodes = web.nodes.filter((node) => !left.has(node.kind) || node.id === kept);
  const ids = new Set(nodes.map((node) => node.id));
  return { nodes, edges: web.edges.filter((edge) => !left.has(edge.kind) && ids.has(edge.from) && ids.has(edge.to)) };
}

/** What is that many steps away at most, whichever way the edges point, the node itself first. */
export function around(web: Web, id: string, steps: number): Web {
  const distance = new Map([[id, 0]]);
  let edge = [id];
  const next = neighbours(web);
  for (let step = 1; step <= steps; step += 1) {
    edge = edge.flatMap((at) => [...(next.get(at) ?? [])]).filter((other) => !distance.has(other) && distance.set(other, step));
  }
  const nodes = web.nodes.filter((node) => distance.has(node.id));
  nodes.sort((one, other) => (distance.get(one.id) ?? 0) - (distance.get(other.id) ?? 0));
  return { nodes, edges: web.edges.filter((edge) => distance.has(edge.from) && distance.has(edge.to)) };
}

function neighbours(web: Web): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const put = (from: string, to: string) => found.set(from, (found.get(from) ?? new Set<string>()).add(to));
  for (const { from, to } of web.edges) {
    put(from, to);
    put(to, from);
  }
  return found;
}

/** How often each kind of node and edge occurs. */
export function kinds(web: Web): Map<string, number> {
  const found = new Map<string, number>();
  for (const { kind } of web.nodes) found.set(kind, (found.get(kind) ?? 0) + 1);
  for (const { kind, count } of web.edges) found.set(kind, (found.get(kind) ?? 0) + count);
  return found;
}

/** Nodes that no edge of the web touches. */
export function alone(web: Web): Node[] {
  const touched = new Set(web.edges.flatMap((edge) => [edge.from, edge.to]));
  return web.nodes.filter((node) => !touched.has(node.id));
}

/** What tells a node among its like: the number of a rule, the end of a fact's path. */
export function shortName({ id, kind, name, title }: Pick<Node, "id" | "kind" | "name" | "title">): string {
  if (kind === "fact") return name.split(".").slice(-2).join(".");
  return id.split("/")[1] ?? (title || name);
}

/** The node that is meant by what was typed: its name, its title, or a part of them. */
export function findNode(nodes: readonly Node[], typed: string): Node | undefined {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "") return undefined;
  const is = (text: string) => text.toLowerCase() === wanted;
  const has = (text: string) => text.toLowerCase().includes(wanted);
  return nodes.find((node) => is(node.name)) ?? nodes.find((node) => is(node.title)) ?? nodes.find((node) => has(node.name) || has(node.title));
}
