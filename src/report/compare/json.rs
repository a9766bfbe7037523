//! Relations of rules as plain data: what `compare --format json` writes and the page shows.

use crate::analysis::duties::Duty;
use crate::analysis::ground::Ground;
use crate::analysis::relations::{Related, Relation};
use crate::analysis::witness::Witness;
use crate::model::text::Language;
use crate::report::claims::ClaimReport;
use crate::report::json::pretty;
use crate::report::manifest_yaml::manifest_yaml;
use schemars::JsonSchema;
use serde::Serialize;

/// Name and version of the format.
pub const FORMAT: &str = "comity-compare/1";

/// The answer to one `comity compare`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CompareReport {
    /// `comity-compare/1`
    pub format: String,
    /// Version of the engine.
    pub engine: String,
    /// Day on which a product is placed and checked, `YYYY-MM-DD`.
    pub on: String,
    /// Language of titles: `en`, `fr`, `nl`.
    pub language: String,
    /// The pairs that turn on a common design decision.
    pub pairs: Vec<PairReport>,
    /// The two sides as wholes, where two rulesets were asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whole: Option<WholeReport>,
    /// What the rules claim of each other (`adopts`, `tightens`, `relaxes`, `replaces`), on every
    /// day, and what came of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub claims: Vec<ClaimReport>,
}

/// Two rulesets as wholes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WholeReport {
    /// How the first relates to the second.
    pub relation: String,
    /// A product that fails the first and not the second, as a manifest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fails_first_only: Option<String>,
    /// A product that fails the second and not the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fails_second_only: Option<String>,
}

/// Two rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PairReport {
    /// The first rule.
    pub first: RuleName,
    /// The second rule.
    pub second: RuleName,
    /// How the first relates to the second: `equal`, `stricter`, `looser`, `intersects`,
    /// `disjoint`, `unrelated`, `unclear`.
    pub relation: String,
    /// A product that fails the first and meets the second, as a manifest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fails_first_only: Option<String>,
    /// A product that meets the first and fails the second.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fails_second_only: Option<String>,
}

/// A rule by its names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RuleName {
    /// Full id.
    pub rule: String,
    /// Id of its ruleset.
    pub ruleset: String,
    /// Edition of its ruleset.
    pub edition: String,
    /// Where it was asked about.
    pub territory: String,
    /// Its title.
    pub title: String,
    /// The clause of the instrument.
    pub citation: String,
}

impl CompareReport {
    /// As JSON, with a line break at the end.
    #[must_use]
    pub fn to_json(&self) -> String {
        pretty(self)
    }
}

/// The JSON Schema of the format.
#[must_use]
pub fn compare_schema() -> serde_json::Value {
    schemars::schema_for!(CompareReport).to_value()
}

/// A relation in the words of the format.
#[must_use]
pub fn relation_word(relation: Relation) -> &'static str {
    match relation {
        Relation::Equal => "equal",
        Relation::Stricter => "stricter",
        Relation::Looser => "looser",
        Relation::Intersects => "intersects",
        Relation::Disjoint => "disjoint",
        Relation::Unrelated => "unrelated",
        Relation::Unclear(_) => "unclear",
    }
}

/// What was found of pairs, as data.
#[must_use]
pub fn compare_report(
    ground: &Ground<'_>,
    related: &[Related],
    whole: Option<&Related>,
    language: Language,
) -> CompareReport {
    let manifest = |witness: &Witness| manifest_yaml(&ground.law.vocabulary, &witness.manifest);
    let pair = |related: &Related| {
        Some(PairReport {
            first: name(ground, related.first, language)?,
            second: name(ground, related.second, language)?,
            relation: relation_word(related.relation).to_owned(),
            fails_first_only: related.only_first.as_ref().map(manifest),
            fails_second_only: related.only_second.as_ref().map(manifest),
        })
    };
    CompareReport {
        format: FORMAT.to_owned(),
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        on: ground.on.to_string(),
        language: language.code().to_owned(),
        pairs: related.iter().filter_map(pair).collect(),
        whole: whole.map(|whole| WholeReport {
            relation: relation_word(whole.relation).to_owned(),
            fails_first_only: whole.only_first.as_ref().map(manifest),
            fails_second_only: whole.only_second.as_ref().map(manifest),
        }),
        claims: Vec::new(),
    }
}

fn name(ground: &Ground<'_>, duty: Duty, language: Language) -> Option<RuleName> {
    let rule = ground.law.rule(duty.rule)?;
    let ruleset = ground.law.ruleset(rule.ruleset)?;
    let market = ground.markets.get(duty.market as usize)?;
    Some(RuleName {
        rule: rule.id.clone(),
        ruleset: ruleset.id.clone(),
        edition: ruleset.edition.clone(),
        territory: ground.law.jurisdictions.get(market.jurisdiction)?.code.clone(),
        title: rule.title.get(language).to_owned(),
        citation: rule.citation.pinpoint.clone(),
    })
}
