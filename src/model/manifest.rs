//! What is stated about one product: facts with their places, placements, judgements.

use super::value::Value;
use super::vocabulary::FactId;
use crate::source::{SourceFile, Span};
use indexmap::IndexMap;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The statements about one product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// Its text, for showing lines. Spans of the manifest point into it.
    pub source: SourceFile,
    /// What is stated, by fact.
    pub facts: BTreeMap<FactId, Statement>,
    /// What people judged of open norms.
    pub judgements: Vec<StatedJudgement>,
    /// Keys that start with `x_`: kept, and ignored.
    pub extensions: IndexMap<String, Span>,
}

/// What is stated about one fact or field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The value.
    pub value: Stated,
    /// How well it is shown.
    pub level: EvidenceLevel,
    /// Ids of documents that show it.
    pub evidence: Vec<String>,
    /// The day for which it is stated, if not the manifest's.
    pub as_of: Option<Date>,
    /// Where the value stands.
    pub span: Span,
}

/// A value, or the knowledge that there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stated {
    /// `absent`: the product is known to have none.
    Absent,
    /// A value.
    Value(Value),
    /// The items of a list.
    Items(Vec<Item>),
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its `id`, or its position counted from 1.
    pub id: String,
    /// What is stated, by position of the field in the list's declaration.
    pub fields: BTreeMap<u32, Statement>,
    /// Where the item stands.
    pub span: Span,
}

/// How well a fact is shown; the order is total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum EvidenceLevel {
    /// `unstated`
    #[default]
    Unstated,
    /// `declared`: the maker says so
    Declared,
    /// `documented`: a document covers it
    Documented,
    /// `self_tested`
    SelfTested,
    /// `lab_tested`: a report of a named independent laboratory
    LabTested,
    /// `certified`: a certificate or label in force covers it
    Certified,
}

/// A person's judgement of an open norm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedJudgement {
    /// Full id of the rule: `uk.gdpr.32`.
    pub rule: String,
    /// The open words in English, as in the rule; all of the rule's where missing.
    pub text: Option<String>,
    /// Whether the norm is met.
    pub met: bool,
    /// Who judged.
    pub by: String,
    /// When.
    pub on: Date,
    /// Why.
    pub reason: Option<String>,
    /// Where it stands.
    pub span: Span,
}

impl StatedJudgement {
    /// Whether the two judge the same norm alike, whoever judged.
    #[must_use]
    pub fn says_as(&self, other: &StatedJudgement) -> bool {
        (&self.rule, &self.text, self.met) == (&other.rule, &other.text, other.met)
    }
}

impl EvidenceLevel {
    /// All levels, weakest first, with the words used in manifests.
    pub const ALL: [(EvidenceLevel, &'static str); 6] = [
        (EvidenceLevel::Unstated, "unstated"),
        (EvidenceLevel::Declared, "declared"),
        (EvidenceLevel::Documented, "documented"),
        (EvidenceLevel::SelfTested, "self_tested"),
        (EvidenceLevel::LabTested, "lab_tested"),
        (EvidenceLevel::Certified, "certified"),
    ];

    /// The level of that word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<EvidenceLevel> {
        Self::ALL.iter().find(|(_, name)| *name == word).map(|(level, _)| *level)
    }
}
