//! The sentences of the language by their first word: rule of the grammar, form, and place.

use super::ast::{Claim, Clause, Modality, Norm};
use super::parser::Rule;

/// How sentences with one first word are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sentence {
    /// The first word.
    pub(super) word: &'static str,
    /// The rule of the grammar.
    pub(super) rule: Rule,
    /// What such a sentence looks like.
    pub(super) form: &'static str,
}

/// The sentences that begin with that word.
pub(super) fn sentence(word: &str) -> Option<&'static Sentence> {
    SENTENCES.iter().find(|sentence| sentence.word == word)
}

/// All first words.
pub(super) fn first_words() -> impl Iterator<Item = &'static str> {
    SENTENCES.iter().map(|sentence| sentence.word)
}

/// Every sentence, heads first.
const SENTENCES: &[Sentence] = &[
    Sentence { word: "ruleset", rule: Rule::ruleset_head, form: "ruleset ID edition E." },
    Sentence {
        word: "vocabulary",
        rule: Rule::vocabulary_head,
        form: "vocabulary NAME edition N.",
    },
    Sentence {
        word: "jurisdictions",
        rule: Rule::jurisdictions_head,
        form: "jurisdictions edition N.",
    },
    Sentence { word: "rule", rule: Rule::rule_head, form: "rule ID:" },
    Sentence { word: "example", rule: Rule::example_head, form: r#"example "…":"# },
    Sentence { word: "profile", rule: Rule::profile_head, form: r#"profile "…":"# },
    Sentence { word: "fact", rule: Rule::fact_head, form: "fact PATH:" },
    Sentence { word: "field", rule: Rule::field_head, form: "field LIST.NAME:" },
    Sentence { word: "jurisdiction", rule: Rule::jurisdiction_head, form: "jurisdiction CODE:" },
    Sentence { word: "title", rule: Rule::title, form: r#"title en "…" fr "…" nl "…"."# },
    Sentence { word: "summary", rule: Rule::summary, form: r#"summary en "…"."# },
    Sentence { word: "instrument", rule: Rule::instrument, form: r#"instrument "…"."# },
    Sentence { word: "source", rule: Rule::source, form: "source <URL> read DATE." },
    Sentence { word: "issued", rule: Rule::issued, form: r#"issued as KIND by "…"."# },
    Sentence { word: "applies", rule: Rule::applying, form: "applies where CONDITION." },
    Sentence { word: "in", rule: Rule::in_force, form: "in force from DATE." },
    Sentence {
        word: "triggered",
        rule: Rule::triggered_by,
        form: "triggered by placing on the market from DATE.",
    },
    Sentence { word: "review", rule: Rule::review_by, form: "review by DATE." },
    Sentence { word: "addressed", rule: Rule::addressed_to, form: "addressed to ROLE, ROLE." },
    Sentence { word: "penalty", rule: Rule::penalty, form: r#"penalty "…"."# },
    Sentence { word: "confidence", rule: Rule::confidence, form: r#"confidence LEVEL "…"."# },
    Sentence { word: "uses", rule: Rule::uses, form: "uses vocabulary NAME edition N." },
    Sentence { word: "term", rule: Rule::term, form: "term NAME means CONDITION." },
    Sentence {
        word: "parameter",
        rule: Rule::parameter,
        form: r#"parameter NAME: VALUE from DATE; VALUE from DATE, citing "…"."#,
    },
    Sentence {
        word: "except", rule: Rule::except, form: r#"except where CONDITION, citing "…"."#
    },
    Sentence { word: "citing", rule: Rule::citing, form: r#"citing "…" <URL>."# },
    Sentence { word: "serves", rule: Rule::serves, form: "serves GOAL, GOAL." },
    Sentence { word: "for", rule: Rule::for_every, form: "for every x in LIST where CONDITION:" },
    Sentence { word: "must", rule: Rule::norm_sentence, form: "must CONDITION." },
    Sentence { word: "should", rule: Rule::norm_sentence, form: "should CONDITION." },
    Sentence { word: "may", rule: Rule::norm_sentence, form: "may CONDITION." },
    Sentence { word: "unless", rule: Rule::unless, form: r#"unless CONDITION, citing "…"."# },
    Sentence {
        word: "deemed",
        rule: Rule::deemed_met,
        form: r#"deemed met where CONDITION, citing "…"."#,
    },
    Sentence { word: "overrides", rule: Rule::overrides, form: "overrides RULE." },
    Sentence { word: "subject", rule: Rule::subject_to, form: "subject to RULE." },
    Sentence { word: "adopts", rule: Rule::claim, form: "adopts ALIAS/RULE." },
    Sentence { word: "tightens", rule: Rule::claim, form: "tightens ALIAS/RULE." },
    Sentence { word: "relaxes", rule: Rule::claim, form: "relaxes ALIAS/RULE." },
    Sentence { word: "replaces", rule: Rule::claim, form: "replaces ALIAS/RULE." },
    Sentence { word: "evidence", rule: Rule::evidence, form: r#"evidence "…"."# },
    Sentence { word: "because", rule: Rule::because, form: r#"because en "…"."# },
    Sentence { word: "remedy", rule: Rule::remedy, form: r#"remedy en "…"."# },
    Sentence { word: "note", rule: Rule::note, form: r#"note "…"."# },
    Sentence { word: "allow", rule: Rule::allow, form: r#"allow CODE "…"."# },
    Sentence { word: "like", rule: Rule::like, form: r#"like "…"."# },
    Sentence { word: "given", rule: Rule::given, form: "given {PATH: VALUE, PATH: VALUE}." },
    Sentence { word: "without", rule: Rule::without, form: "without PATH, PATH." },
    Sentence { word: "placed", rule: Rule::placed, form: "placed in TERRITORY on DATE." },
    Sentence { word: "checked", rule: Rule::checked, form: "checked on DATE." },
    Sentence { word: "judged", rule: Rule::judged_as, form: "judged RULE yes." },
    Sentence { word: "expect", rule: Rule::expect, form: "expect RULE VERDICT." },
    Sentence { word: "role", rule: Rule::role, form: r#"role NAME title en "…"."# },
    Sentence { word: "goal", rule: Rule::goal, form: r#"goal NAME title en "…"."# },
    Sentence { word: "type", rule: Rule::type_sentence, form: "type TYPE." },
    Sentence { word: "fixed", rule: Rule::fixed, form: "fixed." },
    Sentence { word: "chosen", rule: Rule::chosen, form: "chosen." },
    Sentence { word: "optional", rule: Rule::optional, form: "optional." },
    Sentence { word: "question", rule: Rule::question, form: r#"question en "…"."# },
    Sentence { word: "meaning", rule: Rule::meaning, form: r#"meaning en "…"."# },
    Sentence { word: "value", rule: Rule::value_title, form: r#"value NAME title en "…"."# },
    Sentence { word: "read", rule: Rule::read_from, form: r#"read from FORMAT "…"."# },
    Sentence { word: "weight", rule: Rule::weight, form: "weight N." },
    Sentence { word: "within", rule: Rule::within, form: "within CODE." },
    Sentence { word: "also", rule: Rule::also_known_as, form: "also known as NAME, NAME." },
];

/// What a block is: decides which sentences may stand in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// The header of a ruleset
    Ruleset,
    /// The header of a vocabulary
    Vocabulary,
    /// The header of the jurisdictions
    Jurisdictions,
    /// `rule ID:`
    Rule,
    /// `example "…":`
    Example,
    /// `profile "…":`
    Profile,
    /// `fact PATH:`
    Fact,
    /// `field LIST.NAME:`
    Field,
    /// `jurisdiction CODE:`
    Jurisdiction,
}

impl BlockKind {
    /// The block that a sentence with this first word opens.
    #[must_use]
    pub fn opened_by(word: &str) -> Option<BlockKind> {
        Some(match word {
            "ruleset" => BlockKind::Ruleset,
            "vocabulary" => BlockKind::Vocabulary,
            "jurisdictions" => BlockKind::Jurisdictions,
            "rule" => BlockKind::Rule,
            "example" => BlockKind::Example,
            "profile" => BlockKind::Profile,
            "fact" => BlockKind::Fact,
            "field" => BlockKind::Field,
            "jurisdiction" => BlockKind::Jurisdiction,
            _ => return None,
        })
    }

    /// The first word of its head.
    pub(super) fn word(self) -> &'static str {
        match self {
            BlockKind::Ruleset => "ruleset",
            BlockKind::Vocabulary => "vocabulary",
            BlockKind::Jurisdictions => "jurisdictions",
            BlockKind::Rule => "rule",
            BlockKind::Example => "example",
            BlockKind::Profile => "profile",
            BlockKind::Fact => "fact",
            BlockKind::Field => "field",
            BlockKind::Jurisdiction => "jurisdiction",
        }
    }

    /// The block in words.
    pub(super) fn name(self) -> &'static str {
        match self {
            BlockKind::Ruleset => "the header of a ruleset",
            BlockKind::Vocabulary => "the header of a vocabulary",
            BlockKind::Jurisdictions => "the header of the jurisdictions",
            BlockKind::Rule => "a rule",
            BlockKind::Example => "an example",
            BlockKind::Profile => "a profile",
            BlockKind::Fact => "a fact",
            BlockKind::Field => "a field",
            BlockKind::Jurisdiction => "a jurisdiction",
        }
    }

    /// The header of the file such a block stands in.
    #[must_use]
    pub fn file(self) -> BlockKind {
        match self {
            BlockKind::Ruleset | BlockKind::Rule | BlockKind::Example | BlockKind::Profile => {
                BlockKind::Ruleset
            }
            BlockKind::Vocabulary | BlockKind::Fact | BlockKind::Field => BlockKind::Vocabulary,
            BlockKind::Jurisdictions | BlockKind::Jurisdiction => BlockKind::Jurisdictions,
        }
    }

    /// A file with such a header, in words.
    pub(super) fn file_name(self) -> &'static str {
        match self.file() {
            BlockKind::Vocabulary => "a vocabulary",
            BlockKind::Jurisdictions => "the file of jurisdictions",
            _ => "a ruleset",
        }
    }

    /// Where such blocks belong.
    pub(super) fn belongs(self) -> &'static str {
        match self.file() {
            BlockKind::Vocabulary => "facts and fields stand in a vocabulary",
            BlockKind::Jurisdictions => "each jurisdiction stands in the file of jurisdictions",
            _ => "rules, examples and profiles stand in a ruleset",
        }
    }
}

/// Where a clause may stand, and whether more than once.
pub(super) struct Placement {
    /// Its first words; clauses of one name count together.
    pub(super) name: &'static str,
    /// The blocks it may stand in.
    pub(super) blocks: &'static [BlockKind],
    /// Whether a block may have several.
    pub(super) many: bool,
}

impl Placement {
    /// Clauses of one group are counted together.
    pub(super) fn group(&self) -> &'static str {
        match self.name {
            "must" | "should" | "may" => "must",
            "fixed" | "chosen" => "fixed",
            name => name,
        }
    }

    /// The group, for a message.
    pub(super) fn group_in_words(&self) -> String {
        match self.group() {
            "must" => "a norm (`must`, `should` or `may`)".to_owned(),
            "fixed" => "`fixed` or `chosen`".to_owned(),
            name => format!("`{name}`"),
        }
    }

    /// What to do with the second one.
    pub(super) fn advice(&self) -> &'static str {
        match self.group() {
            "must" => "a rule has one norm: join the conditions with a list, or open another rule",
            "fixed" => "a fact is either context (`fixed`) or a decision of the design (`chosen`)",
            "for every" => "a rule speaks of one list: write `some … has …` for the other",
            _ => "keep one of the two",
        }
    }
}

/// The tables of the language reference.
pub(super) fn placement(clause: &Clause) -> Placement {
    use BlockKind::{
        Example, Fact, Field, Jurisdiction, Jurisdictions, Profile, Rule, Ruleset, Vocabulary,
    };
    let once = |name, blocks| Placement { name, blocks, many: false };
    let many = |name, blocks| Placement { name, blocks, many: true };
    match clause {
        Clause::Title(_) => {
            once("title", &[Ruleset, Rule, Vocabulary, Fact, Field, Jurisdictions, Jurisdiction])
        }
        Clause::Summary(_) => once("summary", &[Ruleset, Rule]),
        Clause::Instrument(_) => once("instrument", &[Ruleset]),
        Clause::Source { .. } => many("source", &[Ruleset, Vocabulary, Jurisdictions]),
        Clause::Issued { .. } => once("issued as", &[Ruleset]),
        Clause::AppliesIn(_) => once("applies in", &[Ruleset]),
        Clause::InForce(_) => once("in force", &[Ruleset, Rule]),
        Clause::Triggered { .. } => once("triggered by", &[Ruleset, Rule]),
        Clause::ReviewBy(_) => once("review by", &[Ruleset]),
        Clause::AddressedTo(_) => once("addressed to", &[Ruleset, Rule]),
        Clause::Penalty(_) => once("penalty", &[Ruleset, Rule]),
        Clause::Confidence { .. } => once("confidence", &[Ruleset, Rule]),
        Clause::UsesVocabulary { .. } => once("uses vocabulary", &[Ruleset]),
        Clause::UsesRuleset { .. } => many("uses ruleset", &[Ruleset]),
        Clause::Term { .. } => many("term", &[Ruleset]),
        Clause::Parameter { .. } => many("parameter", &[Ruleset]),
        Clause::Applies(_) => many("applies where", &[Ruleset, Rule]),
        Clause::Except(_) => many("except where", &[Ruleset, Rule]),
        Clause::Citing(_) => once("citing", &[Rule]),
        Clause::Serves(_) => once("serves", &[Rule]),
        Clause::ForEvery { .. } => once("for every", &[Rule]),
        Clause::Norm(norm) => Placement { name: modality(norm), blocks: &[Rule], many: false },
        Clause::Unless { .. } => many("unless", &[Rule]),
        Clause::Deemed(_) => many("deemed met", &[Rule]),
        Clause::Overrides(_) => many("overrides", &[Rule]),
        Clause::SubjectTo(_) => many("subject to", &[Rule]),
        Clause::Claim { claim, .. } => many(claim_word(claim.node), &[Rule]),
        Clause::Evidence(_) => once("evidence", &[Rule]),
        Clause::Because(_) => once("because", &[Rule]),
        Clause::Remedy(_) => once("remedy", &[Rule]),
        Clause::Note(_) => once("note", &[Rule]),
        Clause::Allow { .. } => many("allow", &[Ruleset, Rule]),
        Clause::Like(_) => once("like", &[Example, Profile]),
        Clause::Given(_) => many("given", &[Example, Profile]),
        Clause::Without(_) => many("without", &[Example, Profile]),
        Clause::Placed { .. } => many("placed in", &[Example, Profile]),
        Clause::Checked(_) => once("checked on", &[Example, Profile]),
        Clause::JudgedAs { .. } => many("judged", &[Example, Profile]),
        Clause::Expect { .. } => many("expect", &[Example]),
        Clause::Role { .. } => many("role", &[Vocabulary]),
        Clause::Goal { .. } => many("goal", &[Vocabulary]),
        Clause::Type(_) => once("type", &[Fact, Field]),
        Clause::Fixed => once("fixed", &[Fact, Field]),
        Clause::Chosen => once("chosen", &[Fact, Field]),
        Clause::Optional => once("optional", &[Fact, Field]),
        Clause::Question(_) => once("question", &[Fact, Field]),
        Clause::Meaning(_) => once("meaning", &[Fact, Field]),
        Clause::ValueTitle { .. } => many("value", &[Fact, Field]),
        Clause::EvidenceFrom(_) => once("evidence from", &[Fact, Field]),
        Clause::ReadFrom(_) => once("read from", &[Fact, Field]),
        Clause::Weight(_) => once("weight", &[Fact, Field]),
        Clause::Within(_) => once("within", &[Jurisdiction]),
        Clause::AlsoKnownAs(_) => many("also known as", &[Jurisdiction]),
    }
}

fn modality(norm: &Norm) -> &'static str {
    match norm.modality.node {
        Modality::Must => "must",
        Modality::Should => "should",
        Modality::May => "may",
    }
}

fn claim_word(claim: Claim) -> &'static str {
    match claim {
        Claim::Adopts => "adopts",
        Claim::Tightens => "tightens",
        Claim::Relaxes => "relaxes",
        Claim::Replaces => "replaces",
    }
}
