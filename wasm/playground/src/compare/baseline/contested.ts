// Which facts are worth a line at first sight: those that several rules speak of, now or later.

import type { StrictnessReport } from "../../../../pkg/reports/baseline.d.ts";

export function isContested(fact: StrictnessReport): boolean {
  return fact.strictest.length + fact.looser.length > 1 || !!fact.next;
}
