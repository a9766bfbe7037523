// The line in which a fault stands, in three parts: before the fault, the fault, and after it.

import type { Diagnostic } from "./client.ts";

export interface Frame {
  before: string;
  marked: string;
  after: string;
}

/** The frame of a fault; nothing where the text has changed so that its line is gone or empty. */
export function frameOf(fault: Diagnostic, lines: readonly string[]): Frame | undefined {
  const { start, end } = fault.range;
  const line = lines[start.line];
  if (!line?.trim()) return undefined;
  const to = end.line === start.line ? Math.max(end.character, start.character) : line.length;
  return {
    before: line.slice(0, start.character).trimStart(),
    marked: line.slice(start.character, to),
    after: line.slice(to),
  };
}
