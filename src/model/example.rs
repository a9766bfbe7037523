//! Examples written beside the rules: a product, a day, and the verdicts it must get.

use super::jurisdiction::JurisdictionId;
use super::manifest::Manifest;
use super::rule::RuleId;
use super::ruleset::RulesetId;
use crate::source::Span;
use jiff::civil::Date;

/// One example of a ruleset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// Its name.
    pub name: String,
    /// The ruleset it stands in.
    pub ruleset: RulesetId,
    /// What is stated about the product; a placement is an item of `market.placements`.
    pub manifest: Manifest,
    /// Where the product is placed, if the example says so.
    pub territory: Option<JurisdictionId>,
    /// The day of the check.
    pub on: Date,
    /// What must come out.
    pub expectations: Vec<Expectation>,
    /// Where it is written.
    pub span: Span,
}

/// The verdict that one rule must give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expectation {
    /// The rule.
    pub rule: RuleId,
    /// The verdict in the words of the language, such as `deemed met`.
    pub verdict: String,
    /// Paths of facts that must be asked for.
    pub needing: Vec<String>,
    /// Where it is written.
    pub span: Span,
}
