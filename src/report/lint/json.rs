//! Drafting faults as plain data: what `comity lint --format json` writes.
//!
//! These structs are a promise to the outside, as those of [`crate::report::json`] are.

use crate::report::json::pretty;
use schemars::JsonSchema;
use serde::Serialize;

/// Name and version of the format.
pub const FORMAT: &str = "comity-lint/1";

/// The answer to one `comity lint`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LintReport {
    /// `comity-lint/1`
    pub format: String,
    /// Version of the engine.
    pub engine: String,
    /// The day by which dates have passed, `YYYY-MM-DD`.
    pub checked_on: String,
    /// Language of the words: `en`, `fr`, `nl`.
    pub language: String,
    /// Rulesets that were looked at, by id and edition.
    pub rulesets: Vec<String>,
    /// Faults, by file and place.
    pub findings: Vec<FindingReport>,
    /// What the texts allow themselves, with the reason.
    pub allowed: Vec<AllowedReport>,
    /// Questions about products that were answered.
    pub told: usize,
    /// Questions that could not be told; what they are about is not in `findings`.
    pub untold: usize,
}

/// A fault of drafting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FindingReport {
    /// Stable code, `comity::lint::…`.
    pub code: String,
    /// `error` or `warn`.
    pub level: String,
    /// Id of the ruleset.
    pub ruleset: String,
    /// Its edition.
    pub edition: String,
    /// Official number of the rule, if it is one of a rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
    /// Where.
    pub place: PlaceReport,
    /// Other places that it has to do with.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub others: Vec<PlaceReport>,
    /// A product that shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<ProductReport>,
    /// How far it is proved, where no product contradicts it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proof: Option<String>,
}

/// A place in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlaceReport {
    /// File.
    pub file: String,
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
}

/// A product: as little of it as shows the fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProductReport {
    /// Code of the territory.
    pub territory: String,
    /// Day of placing on the market.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub placed: Option<String>,
    /// Day of the check.
    pub checked: String,
    /// What is stated of it, in the order of the vocabulary.
    pub facts: Vec<FactReport>,
}

/// A statement about a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FactReport {
    /// Path of the fact, `auth.passwords[passwords-1].scheme`, or the rule of a judgement.
    pub fact: String,
    /// Its value.
    pub value: String,
}

/// A finding that the text gives a reason for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AllowedReport {
    /// Stable code, `comity::lint::…`.
    pub code: String,
    /// What was found.
    pub message: String,
    /// Where.
    pub place: PlaceReport,
    /// The reason in the text.
    pub reason: String,
}

/// The JSON Schema of [`LintReport`].
#[must_use]
pub fn lint_schema() -> serde_json::Value {
    schemars::schema_for!(LintReport).to_value()
}

impl LintReport {
    /// The report as indented JSON with a line end.
    #[must_use]
    pub fn to_json(&self) -> String {
        pretty(self)
    }
}
