//! An amendment as plain data: what `--format json` writes and the page for people shows.
//!
//! These structs are a promise to the outside, as those of [`crate::report::json`] are.

use crate::report::json::pretty;
use schemars::JsonSchema;
use serde::Serialize;

/// Name and version of the format.
pub const FORMAT: &str = "comity-diff/1";

/// The answer to one `comity diff`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AmendmentReport {
    /// `comity-diff/1`
    pub format: String,
    /// Version of the engine.
    pub engine: String,
    /// Language of titles: `en`, `fr`, `nl`.
    pub language: String,
    /// The day whose dated clauses and parameters are compared, `YYYY-MM-DD`.
    pub on: String,
    /// The edition before.
    pub old: EditionReport,
    /// The edition after.
    pub new: EditionReport,
    /// Rules that only the new edition has.
    pub added: Vec<RuleLine>,
    /// Rules that only the old edition has.
    pub removed: Vec<RuleLine>,
    /// Rules of both, in the order of the new text.
    pub rules: Vec<PairReport>,
    /// Manifests looked at, if any were given.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub manifests: Vec<ManifestReport>,
    /// Conflicts with other law that the amendment makes; missing if they were not looked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conflicts: Option<ConflictsReport>,
}

/// An edition of a ruleset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EditionReport {
    /// As it was given: a file, or `etsi.en303645@2.1.1`.
    pub name: String,
    /// Id of the ruleset.
    pub ruleset: String,
    /// Its edition.
    pub edition: String,
    /// Its title.
    pub title: String,
}

/// A rule, named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RuleLine {
    /// Official number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The clause of the instrument.
    pub citation: String,
    /// `must`, `should`, `may`.
    pub strength: String,
}

/// A rule of both editions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PairReport {
    /// The rule of the new edition.
    #[serde(flatten)]
    pub rule: RuleLine,
    /// Whether it is just as it was.
    pub unchanged: bool,
    /// The number before, if it is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old_number: Option<String>,
    /// `equal`: proved for every product; `different`; `unclear`.
    pub meaning: String,
    /// Products that show a difference.
    pub effects: Vec<EffectReport>,
    /// The strength before, if it is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old_strength: Option<String>,
    /// Dates in force and trigger, if they are others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dates: Option<Dates>,
    /// Open norms that a person has to judge now, in the language of the report.
    pub open_norms_added: Vec<String>,
    /// Open norms that are gone.
    pub open_norms_removed: Vec<String>,
}

/// Dates before and after, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Dates {
    /// Of the old edition.
    pub before: String,
    /// Of the new edition.
    pub after: String,
}

/// A difference, and a product that shows it: checked by the evaluator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EffectReport {
    /// `newly-breached`, `no-longer-breached`, `scope-widened`, `scope-narrowed`,
    /// `no-longer-exempt`, `newly-exempt`.
    pub way: String,
    /// What the rule said of the product, its dates aside.
    pub before: String,
    /// What it says now.
    pub after: String,
    /// The product as a manifest, in YAML.
    pub product: String,
}

/// What changes for one manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ManifestReport {
    /// Name of the manifest as given.
    pub manifest: String,
    /// One entry for each market.
    pub markets: Vec<MarketChange>,
}

/// What changes for a product in a market.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MarketChange {
    /// Code of the territory.
    pub territory: String,
    /// Outcome with the old edition.
    pub before: String,
    /// Outcome with the new edition.
    pub after: String,
    /// Rules of any ruleset that say something else.
    pub rules: Vec<VerdictChange>,
}

/// A rule that says something else of a product.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct VerdictChange {
    /// Full id.
    pub rule: String,
    /// Verdict with the old edition; missing if it has no such rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// Verdict with the new edition; missing if it has no such rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// Conflicts with obligations of other rulesets that the amendment makes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ConflictsReport {
    /// Pairs of rules that were asked.
    pub asked: usize,
    /// Pairs of which it could not be told, by their ids.
    pub unclear: Vec<[String; 2]>,
    /// The conflicts.
    pub found: Vec<ConflictReport>,
}

/// Two rules that no product meets together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ConflictReport {
    /// Their full ids.
    pub rules: Vec<String>,
    /// A product that both bind, as a manifest in YAML.
    pub product: String,
}

/// The JSON Schema of [`AmendmentReport`].
#[must_use]
pub fn amendment_schema() -> serde_json::Value {
    schemars::schema_for!(AmendmentReport).to_value()
}

impl AmendmentReport {
    /// The report as indented JSON with a line end.
    #[must_use]
    pub fn to_json(&self) -> String {
        pretty(self)
    }
}
