//! Every kind of sentence with its form, what it says, and the blocks in which it may stand.

use super::sentences::BlockKind::{
    self, Example, Fact, Field, Jurisdiction, Jurisdictions, Profile, Rule, Ruleset, Vocabulary,
};

/// A kind of sentence, as an editor offers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// Its first words, by which people know it.
    pub words: &'static str,
    /// How it is written: words in capitals and `…` stand for what the writer puts in.
    pub form: &'static str,
    /// What it says, in a line.
    pub says: &'static str,
    /// The blocks in which it may stand; for a head, the files.
    pub blocks: &'static [BlockKind],
}

impl Form {
    /// Whether it opens a block.
    #[must_use]
    pub fn is_head(&self) -> bool {
        self.words.split(' ').next().and_then(BlockKind::opened_by).is_some()
    }
}

const fn form(
    words: &'static str,
    form: &'static str,
    says: &'static str,
    blocks: &'static [BlockKind],
) -> Form {
    Form { words, form, says, blocks }
}

const BOTH: &[BlockKind] = &[Ruleset, Rule];
const GIVEN: &[BlockKind] = &[Example, Profile];
const DECLARED: &[BlockKind] = &[Fact, Field];

/// All of them, in the order of the language reference.
pub const FORMS: &[Form] = &[
    form(
        "ruleset",
        "ruleset ID edition E.",
        "Opens a ruleset: its dotted id, and a date or version as its edition.",
        &[],
    ),
    form(
        "vocabulary",
        "vocabulary NAME edition N.",
        "Opens a vocabulary, which declares the facts.",
        &[],
    ),
    form("jurisdictions", "jurisdictions edition N.", "Opens the file of territories.", &[]),
    form("rule", "rule ID:", "Opens a rule; its id is the official numbering.", &[Ruleset]),
    form("profile", r#"profile "…":"#, "Opens a product from which examples start.", &[Ruleset]),
    form(
        "example",
        r#"example "…":"#,
        "Opens an example: a product, a day, and the verdicts that it must get.",
        &[Ruleset],
    ),
    form("fact", "fact PATH:", "Declares a fact about products.", &[Vocabulary]),
    form("field", "field LIST.NAME:", "Declares a field of the items of a list.", &[Vocabulary]),
    form(
        "jurisdiction",
        "jurisdiction CODE:",
        "Declares a territory by its ISO 3166 code.",
        &[Jurisdictions],
    ),
    form(
        "title",
        r#"title en "…" fr "…" nl "…"."#,
        "The name for people, in up to three languages; English is required.",
        &[Ruleset, Rule, Vocabulary, Fact, Field, Jurisdictions, Jurisdiction],
    ),
    form("summary", r#"summary en "…"."#, "One paragraph for the public.", BOTH),
    form(
        "instrument",
        r#"instrument "…"."#,
        "The official citation of the instrument.",
        &[Ruleset],
    ),
    form(
        "source",
        "source <URL> read DATE.",
        "Where the text was read, and when.",
        &[Ruleset, Vocabulary, Jurisdictions],
    ),
    form(
        "issued as",
        r#"issued as KIND by "…"."#,
        "What kind of text it is, and whose. Only law applies by itself; the others apply only when named.",
        &[Ruleset],
    ),
    form(
        "applies in",
        "applies in CODE.",
        "Where it applies: codes of the jurisdictions file.",
        &[Ruleset],
    ),
    form(
        "in force",
        "in force from DATE.",
        "First and last day on which the text is law, both included.",
        BOTH,
    ),
    form(
        "triggered by",
        "triggered by placing on the market from DATE.",
        "Binds a product by the day on which its units are placed on the market, or made available.",
        BOTH,
    ),
    form(
        "review by",
        "review by DATE.",
        "The day by which the instrument must be reviewed.",
        &[Ruleset],
    ),
    form("citing", r#"citing "…"."#, "The clause of the instrument.", &[Rule]),
    form(
        "addressed to",
        "addressed to ROLE.",
        "Whom it binds: roles that the vocabulary declares.",
        BOTH,
    ),
    form("serves", "serves GOAL.", "What it is for: goals that the vocabulary declares.", &[Rule]),
    form(
        "confidence",
        "confidence LEVEL.",
        "How the text was read: read, seen, secondary or unverified.",
        BOTH,
    ),
    form(
        "uses vocabulary",
        "uses vocabulary NAME edition N.",
        "The facts that the file may use.",
        &[Ruleset],
    ),
    form(
        "uses ruleset",
        "uses ruleset ID edition E as ALIAS.",
        "Makes the rules of another ruleset available as ALIAS/RULE, pinned to that edition.",
        &[Ruleset],
    ),
    form("term", "term NAME means CONDITION.", "A named condition about the product.", &[Ruleset]),
    form(
        "parameter",
        "parameter NAME: VALUE from DATE.",
        "A named value with its dates.",
        &[Ruleset],
    ),
    form(
        "applies where",
        "applies where CONDITION.",
        "Scope: every such condition must hold. It has no dates.",
        BOTH,
    ),
    form(
        "except where",
        "except where CONDITION.",
        "Out of scope; `except from DATE where …` dates it.",
        BOTH,
    ),
    form(
        "for every",
        "for every NAME in LIST where CONDITION:",
        "The rest of the rule speaks of each such item of the list.",
        &[Rule],
    ),
    form("must", "must CONDITION.", "An obligation; a rule has exactly one norm.", &[Rule]),
    form(
        "must not",
        "must not CONDITION.",
        "A prohibition; `not` speaks of the whole condition after it.",
        &[Rule],
    ),
    form(
        "should",
        "should CONDITION.",
        "A recommendation: never decides whether a product is compliant.",
        &[Rule],
    ),
    form("should not", "should not CONDITION.", "A recommendation against something.", &[Rule]),
    form("may", "may CONDITION.", "A permission.", &[Rule]),
    form("unless", "unless CONDITION.", "Lifts the duty: the product is exempt.", &[Rule]),
    form(
        "unless … instead",
        "unless CONDITION: instead must CONDITION.",
        "Replaces the duty by another.",
        &[Rule],
    ),
    form(
        "deemed met where",
        "deemed met where CONDITION.",
        "Another route to the same duty; failing it breaches nothing.",
        &[Rule],
    ),
    form(
        "overrides",
        "overrides RULE.",
        "Where this rule's duty stands, the other rule of this ruleset is lifted.",
        &[Rule],
    ),
    form(
        "subject to",
        "subject to RULE.",
        "Where the other rule's duty stands, this one is lifted.",
        &[Rule],
    ),
    form(
        "adopts",
        "adopts ALIAS/RULE.",
        "A claim: both ask for the same. Analysis proves or refutes it.",
        &[Rule],
    ),
    form(
        "tightens",
        "tightens ALIAS/RULE.",
        "A claim: this rule asks for more. Analysis proves or refutes it.",
        &[Rule],
    ),
    form(
        "relaxes",
        "relaxes ALIAS/RULE.",
        "A claim: this rule asks for less. Analysis proves or refutes it.",
        &[Rule],
    ),
    form(
        "replaces",
        "replaces ALIAS/RULE.",
        "A claim: this rule takes the other's place in time.",
        &[Rule],
    ),
    form("penalty", r#"penalty en "…"."#, "What a breach costs.", BOTH),
    form("evidence", r#"evidence en "…"."#, "What shows that it is met.", &[Rule]),
    form("because", r#"because en "…"."#, "Why the rule is.", &[Rule]),
    form("remedy", r#"remedy en "…" fr "…" nl "…"."#, "How to mend a breach.", &[Rule]),
    form("note", r#"note en "…"."#, "Remarks.", &[Rule]),
    form("allow", r#"allow CODE "…"."#, "Why a drafting fault of the file or rule is none.", BOTH),
    form("like", r#"like "…"."#, "Starts from a profile or an earlier example.", GIVEN),
    form(
        "given",
        "given {PATH: VALUE}.",
        "States facts of the product. What is not stated is unknown.",
        GIVEN,
    ),
    form("without", "without PATH.", "Makes facts unknown again.", GIVEN),
    form(
        "placed in",
        "placed in CODE on DATE.",
        "Places units on the market of a territory on that day; `until` gives a last day.",
        GIVEN,
    ),
    form("checked on", "checked on DATE.", "The day of the check; else the day of placing.", GIVEN),
    form("judged", "judged RULE yes.", "A person's judgement on the open norms of a rule.", GIVEN),
    form(
        "expect",
        "expect RULE VERDICT.",
        "The verdict that a rule must give; `undetermined needing PATH` tells what is asked for.",
        &[Example],
    ),
    form("role", r#"role NAME title en "…"."#, "Someone whom a rule can bind.", &[Vocabulary]),
    form("goal", r#"goal NAME title en "…"."#, "Something that a rule can serve.", &[Vocabulary]),
    form("type", "type TYPE.", "What its values are.", DECLARED),
    form(
        "fixed",
        "fixed.",
        "Context: what the product is, where and to whom it is sold.",
        DECLARED,
    ),
    form("chosen", "chosen.", "A decision of the design.", DECLARED),
    form(
        "optional",
        "optional.",
        "`absent` is a possible answer: the product is known to have none.",
        DECLARED,
    ),
    form(
        "question",
        r#"question en "…" fr "…" nl "…"."#,
        "The question put to a person.",
        DECLARED,
    ),
    form("meaning", r#"meaning en "…"."#, "An explanation.", DECLARED),
    form(
        "value",
        r#"value NAME title en "…"."#,
        "What a value of a one-of or set is called.",
        DECLARED,
    ),
    form(
        "evidence from",
        "evidence from METHOD.",
        "What can show it: declaration, laboratory, document.",
        DECLARED,
    ),
    form(
        "read from",
        r#"read from FORMAT "…"."#,
        "Formats that can fill it, with the place in the format.",
        DECLARED,
    ),
    form("weight", "weight N.", "Cost of changing it, for repairs; 1 unless said.", DECLARED),
    form("within", "within CODE.", "The territory that it lies within.", &[Jurisdiction]),
    form(
        "also known as",
        "also known as NAME.",
        "Everyday names of the territory.",
        &[Jurisdiction],
    ),
];

/// Words inside sentences, with what they say.
pub const WORDS: &[(&str, &str)] = &[
    ("all", "`all of: (a) A; (b) B`: every item holds."),
    ("any", "`any of: (a) A; (b) B`: at least one item holds."),
    ("none", "`none of: (a) A; (b) B`: no item holds."),
    ("and", "Both hold. `and` and `or` never mix in one row: write a list."),
    ("or", "One of them holds. `and` and `or` never mix in one row: write a list."),
    (
        "not",
        "It is false; binds to the next simple condition, and after `must` to all that follows.",
    ),
    ("is", "Compares: `is V`, `is not V`, `is at least V`, `is before V`, `is present`."),
    ("in", "`F in {a, b}`: among those values."),
    (
        "includes",
        "The set contains: `includes V`, `includes all of {a, b}`, `includes any of {a, b}`.",
    ),
    ("excludes", "The set does not contain."),
    ("some", "`some x in LIST [where C] has C`: an item for which it holds."),
    ("every", "`every x in LIST [where C] has C`: no item for which it fails."),
    ("no", "`no x in LIST [where C] has C`: no item for which it holds."),
    ("has", "What the item has; reaches to the end of the list item or sentence."),
    ("where", "Which items, or when a clause counts."),
    ("met", "`ALIAS/RULE is met`: that rule applies and is met, directly or deemed."),
    ("breached", "`ALIAS/RULE is breached`: that rule applies and is failed."),
    ("applies", "`ALIAS/RULE applies`: the product is in its scope and no exception lifts it."),
    (
        "judged",
        "`judged \"…\"`: a person has judged that open norm to be met; it is never guessed.",
    ),
    ("present", "The product has it."),
    ("absent", "The product is known to have none. What is not stated is unknown, never absent."),
    ("empty", "The set or list has no item."),
    ("today", "The day of the check."),
    ("plus", "A date and a duration, or two numbers, together."),
    ("minus", "A date without a duration, or one number without another."),
    ("from", "First day, included."),
    ("until", "Last day, included."),
    ("citing", "Where the law says so."),
    ("instead", "The duty that takes the place of the one that is lifted."),
    (
        "placement",
        "`placement.FIELD`: the field of `market.placements` for the territory under check.",
    ),
    ("undetermined", "A verdict: facts are missing, and they are listed."),
    ("needing", "Facts that must be asked for."),
    ("edition", "A date or version that tells one text of an instrument from another."),
];
