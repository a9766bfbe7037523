// The days that a slider stops at: those on which a verdict of some market changes.

import type { MarketTimeline } from "../../../pkg/reports/timeline.d.ts";

/** All days on which something changes, with some others, each once and in order. */
export function stops(markets: MarketTimeline[], others: string[]): string[] {
  const starts = markets.flatMap((market) => market.stretches.map((stretch) => stretch.from));
  const days = starts.filter((day): day is string => typeof day === "string");
  // Days are written `YYYY-MM-DD`, so that their order is that of their letters.
  return [...new Set([...days, ...others])].sort();
}
