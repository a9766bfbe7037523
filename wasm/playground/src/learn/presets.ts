// The traps: what the engine and the naive check are both given. No answer is written down here.

import type { Draft } from "../engine/protocol.ts";
import { fewSteps, longEnough, noSharedPassword, type Facts, type Limit, type Naive } from "./naive.ts";

/** Some facts, and what both make of them. */
export interface ProductTrap {
  kind: "product";
  id: "missing" | "zero" | "either-way";
  /** Full id of the rule that is looked at. */
  rule: string;
  on: string;
  places: string[];
  draft: Draft | undefined;
  /** The naive check as people write it. */
  code: string;
  naive: (facts: Facts) => Naive;
  /** Named in the words of the view. */
  cases: { id: string; facts: Facts }[];
}

/** Limits in different words, and what both make of them. */
export interface LimitTrap {
  kind: "limits";
  id: "whole-numbers";
  on: string;
  places: string[];
  code: string;
  limits: { name: string; ruleset: string; limit: Limit; draft: Draft }[];
  pairs: [number, number][];
}

export type Trap = ProductTrap | LimitTrap;

const DAY = "2026-11-22";

const camera = (facts: Facts): Facts => ({
  "product.name": "A camera",
  "market.placements": [{ territory: "GB", first_placed: "2026-09-01", to_consumers: true }],
  "market.previously_supplied": false,
  "product.kind": ["camera"],
  "net.internet_capable": true,
  certificates: "absent",
  ...facts,
});
const password = (scheme: string): Facts => camera({ "auth.passwords": [{ id: "admin", component: "device", applies_in: "both", scheme }] });

const radio = (facts: Facts): Facts => ({
  "product.name": "A thermostat with a screen",
  "market.placements": [{ territory: "CA", first_placed: "2026-09-01" }],
  "product.kind": ["thermostat"],
  "product.radio": true,
  "product.radio_category_one": true,
  "radio.label_form": "electronic",
  "radio.label_way_in_manual": true,
  ...facts,
});

const supported = (facts: Facts): Facts => ({
  "product.name": "A lamp",
  "market.placements": [{ territory: "GB", first_placed: "2026-09-01" }],
  ...facts,
});

/** The draft of a ruleset that is nobody's, with one rule. */
function draft(id: string, title: string, norm: string): Draft {
  const text = `-- Invented to teach with. Nobody issued it.
ruleset ${id} edition 2026-01-01.
  title en "${title}".
  instrument "A draft invented to teach with".
  source <https://example.org/${id}> read 2026-11-22.
  issued as proposal by "Comity, to teach with; issued by nobody".
  addressed to manufacturer.
  confidence unverified "invented".
  uses vocabulary iot edition 1.

rule 1:
  title en "${title}".
  citing "sentence 1".
  ${norm}
`;
  return { name: `${id}.comity`, text };
}

const EITHER_WAY = `must any of:
    (a) product.radio and support.min_length is at least 2 years;
    (b) not product.radio and support.min_length is at least 1 year.`;

const WORDS: Record<Limit["op"], string> = { "<": "is less than", "<=": "is at most", ">": "is more than", ">=": "is at least" };

function limit(name: string, limit: Limit): LimitTrap["limits"][number] {
  const ruleset = `draft.${name.toLowerCase()}`;
  const norm = `must radio.label_menu_steps ${WORDS[limit.op]} ${limit.value} steps.`;
  return { name, ruleset, limit, draft: draft(ruleset, `Draft ${name}`, norm) };
}

export const traps: readonly Trap[] = [
  {
    kind: "product",
    id: "missing",
    rule: "uk.psti.sch1.1",
    on: DAY,
    places: ["GB"],
    draft: undefined,
    code: `for password in product.auth.passwords or []:
    deny if password.scheme == "shared"
allow otherwise`,
    naive: noSharedPassword,
    cases: [
      { id: "nothing", facts: camera({}) },
      { id: "shared", facts: password("shared") },
      { id: "own", facts: password("user_defined") },
    ],
  },
  {
    kind: "limits",
    id: "whole-numbers",
    on: DAY,
    places: ["AU"],
    code: `same(a, b)  = a.operator == b.operator and a.value == b.value
clash(a, b) = no number x has a(x) and b(x)   # 4.5 is a number`,
    limits: [limit("A", { op: "<", value: 5 }), limit("B", { op: "<=", value: 4 }), limit("C", { op: ">", value: 4 })],
    pairs: [[0, 1], [0, 2]],
  },
  {
    kind: "product",
    id: "zero",
    rule: "ca.radio.label-electronic",
    on: DAY,
    places: ["CA"],
    draft: undefined,
    code: `steps = product.radio.label_menu_steps or 0
deny if steps > 3
allow otherwise`,
    naive: fewSteps,
    cases: [
      { id: "nothing", facts: radio({}) },
      { id: "five", facts: radio({ "radio.label_menu_steps": 5 }) },
      { id: "two", facts: radio({ "radio.label_menu_steps": 2 }) },
    ],
  },
  {
    kind: "product",
    id: "either-way",
    rule: "draft.support.1",
    on: DAY,
    places: ["GB"],
    draft: draft("draft.support", "Two years of updates for products with a radio, one year for others", EITHER_WAY),
    code: `# each part is true, false or unknown, and so is the whole
(radio and support >= 2 years) or (not radio and support >= 1 year)`,
    naive: longEnough,
    cases: [
      { id: "three", facts: supported({ "support.min_length": "P3Y" }) },
      { id: "between", facts: supported({ "support.min_length": "P18M" }) },
      { id: "nothing", facts: supported({}) },
    ],
  },
];

/** The facts as a manifest: a line for each. */
export function manifestOf(facts: Facts): string {
  const lines = Object.entries(facts).map(([path, value]) => `${path}: ${value === "absent" ? "absent" : JSON.stringify(value)}`);
  return ["comity: 1", ...lines, ""].join("\n");
}

/** The ids of the draft's ruleset, to be named in a question. */
export function withOf(trap: Trap): string[] {
  if (trap.kind === "limits") return trap.limits.map((one) => one.ruleset);
  return trap.draft ? [trap.draft.name.replace(/\.comity$/, "")] : [];
}
