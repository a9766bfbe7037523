// The checks that other tools make, as they are often written: each of them is really run, over the
// same facts that the engine is given.

export type Facts = Record<string, unknown>;

/** What such a check says. */
export type Naive = "pass" | "fail" | "cannot tell";

interface Password {
  scheme?: string;
}

/** Denies what it sees; what is not stated is not seen. */
export function noSharedPassword(facts: Facts): Naive {
  const passwords = (facts["auth.passwords"] ?? []) as Password[];
  return passwords.some((password) => password.scheme === "shared") ? "fail" : "pass";
}

/** A number that is not stated becomes the zero of its type. */
export function fewSteps(facts: Facts): Naive {
  const steps = Number(facts["radio.label_menu_steps"] ?? 0);
  return steps > 3 ? "fail" : "pass";
}

type Kleene = boolean | undefined;
const not = (one: Kleene): Kleene => (one === undefined ? undefined : !one);
const and = (one: Kleene, other: Kleene): Kleene => (one === false || other === false ? false : one && other);
const or = (one: Kleene, other: Kleene): Kleene => (one === true || other === true ? true : one === false ? other : undefined);

/** Three values, each part on its own: that one of two parts must hold is not seen. */
export function longEnough(facts: Facts): Naive {
  const radio = facts["product.radio"] as Kleene;
  const months = monthsOf(facts["support.min_length"]);
  const atLeast = (least: number): Kleene => (months === undefined ? undefined : months >= least);
  const kept = or(and(radio, atLeast(24)), and(not(radio), atLeast(12)));
  return kept === undefined ? "cannot tell" : kept ? "pass" : "fail";
}

/** Months of a duration such as `P18M` or `P3Y`. */
function monthsOf(duration: unknown): number | undefined {
  const parts = typeof duration === "string" ? /^P(?:(\d+)Y)?(?:(\d+)M)?$/.exec(duration) : null;
  return parts ? Number(parts[1] ?? 0) * 12 + Number(parts[2] ?? 0) : undefined;
}

/** One limit on a number. */
export interface Limit {
  op: "<" | "<=" | ">" | ">=";
  value: number;
}

/** Two limits are the same if they are written the same. */
export function sameWords(one: Limit, other: Limit): boolean {
  return one.op === other.op && one.value === other.value;
}

/** Two limits clash if no number is within both; that steps are whole is not seen. */
export function clashOnNumbers(one: Limit, other: Limit): boolean {
  const [upper, lower] = one.op.startsWith("<") ? [one, other] : [other, one];
  if (upper.op.startsWith("<") === lower.op.startsWith("<")) return false;
  const isOpen = upper.op === "<" || lower.op === ">";
  return isOpen ? lower.value >= upper.value : lower.value > upper.value;
}
