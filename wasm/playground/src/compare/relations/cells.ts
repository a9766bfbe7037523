// Pairs of rules by the rulesets they are of: the cells of a matrix.

import type { PairReport } from "../../../../pkg/reports/compare.d.ts";

/** In the order in which they matter to who reads. */
export const RELATIONS = ["disjoint", "equal", "stricter", "looser", "intersects", "unclear", "unrelated"] as const;
export type Relation = (typeof RELATIONS)[number];

/** A sign for each, beside its words. */
export const SIGNS: Record<Relation, string> = {
  disjoint: "✕",
  equal: "=",
  stricter: ">",
  looser: "<",
  intersects: "∩",
  unclear: "?",
  unrelated: "–",
};

export interface Cell {
  /** Rulesets by `id@edition`. */
  row: string;
  column: string;
  /** The ruleset of the row comes first in each. */
  pairs: PairReport[];
}

export interface Matrix {
  sets: string[];
  cells: ReadonlyMap<string, Cell>;
}

type Named = { ruleset: string; edition: string };
const keyOf = ({ ruleset, edition }: Named): string => `${ruleset}@${edition}`;

/** The same pair, told from its second rule. */
export function turned(pair: PairReport): PairReport {
  const relation = { stricter: "looser", looser: "stricter" }[pair.relation] ?? pair.relation;
  return {
    first: pair.second,
    second: pair.first,
    relation,
    fails_first_only: pair.fails_second_only ?? null,
    fails_second_only: pair.fails_first_only ?? null,
  };
}

/** Every pair stands in two cells, once from each side; within one ruleset in one. */
export function matrixOf(pairs: readonly PairReport[]): Matrix {
  const cells = new Map<string, Cell>();
  const put = (pair: PairReport): void => {
    const [row, column] = [keyOf(pair.first), keyOf(pair.second)];
    const cell = cells.get(cellKey(row, column)) ?? { row, column, pairs: [] };
    cell.pairs.push(pair);
    cells.set(cellKey(row, column), cell);
  };
  for (const pair of pairs) {
    put(pair);
    if (keyOf(pair.first) !== keyOf(pair.second)) put(turned(pair));
  }
  return { sets: [...new Set([...cells.values()].map((cell) => cell.row))].sort(), cells };
}

export function cellKey(row: string, column: string): string {
  return `${row} ${column}`;
}

/** How many pairs relate how; what does not occur is left out. */
export function counted(pairs: readonly PairReport[]): [Relation, number][] {
  const counts = RELATIONS.map((relation): [Relation, number] => [relation, pairs.filter((pair) => pair.relation === relation).length]);
  return counts.filter(([, count]) => count > 0);
}

/** Each two rulesets once. */
export function halves(matrix: Matrix): Cell[] {
  const cells = [...matrix.cells.values()].filter((cell) => cell.row <= cell.column);
  return cells.sort((one, other) => (cellKey(one.row, one.column) < cellKey(other.row, other.column) ? -1 : 1));
}

/** What tells most comes first: conflicts and strictness before mere difference. */
export function byWeight(pairs: readonly PairReport[]): PairReport[] {
  const weight = (pair: PairReport) => RELATIONS.indexOf(pair.relation as Relation);
  return [...pairs].sort((one, other) => weight(one) - weight(other));
}
