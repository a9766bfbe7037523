// Which form a question takes, from the kind of its answer as the report names it.

import type { QuestionReport } from "../../../pkg/reports/ask.d.ts";

export type Form = "yes-no" | "judgement" | "one" | "several" | "date" | "duration" | "whole number" | "list" | "text";

/** The form of a question. What needs no form of its own is typed as text. */
export function formOf(question: Pick<QuestionReport, "kind" | "choices">): Form {
  const { kind } = question;
  if (kind === "judgement") return "judgement";
  if (kind === "yes or no") return "yes-no";
  if (question.choices?.length) return kind.startsWith("set") || kind.startsWith("any") ? "several" : "one";
  if (kind === "date") return "date";
  if (kind.startsWith("duration")) return "duration";
  if (kind.startsWith("whole number")) return "whole number";
  if (kind === "list" || kind.startsWith("set of")) return "list";
  return "text";
}
