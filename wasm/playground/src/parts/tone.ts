// What a verdict means for whoever reads it: good, bad, open, or of no concern.

export type Tone = "good" | "bad" | "open" | "calm";

const TONES: Record<string, Tone> = {
  met: "good",
  "deemed met": "good",
  compliant: "good",
  breached: "bad",
  "non-compliant": "bad",
  "not followed": "open",
  undetermined: "open",
  "needs judgement": "open",
};

/** The tone of a verdict or an outcome, as a report names it. */
export function toneOf(verdict: string): Tone {
  return TONES[verdict] ?? "calm";
}
