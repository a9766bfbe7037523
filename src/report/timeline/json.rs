//! Timelines as plain data: what `--format json` writes and the page for people shows.
//!
//! These structs are a promise to the outside, as those of [`crate::report::json`] are.

use crate::report::json::pretty;
use crate::report::json::{FaultReport, ReasonReport};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// Name and version of the format.
pub const FORMAT: &str = "comity-timeline/1";

/// The answer to one `comity timeline`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TimelineReport {
    /// `comity-timeline/1`
    pub format: String,
    /// Version of the engine.
    pub engine: String,
    /// The day that the headlines take for today, `YYYY-MM-DD`.
    pub today: String,
    /// Language of titles and reasons: `en`, `fr`, `nl`.
    pub language: String,
    /// `checked`: the day of the check moves, and units were placed when the manifest says;
    /// `placed-then`: on each day a unit is looked at that is placed on that day.
    pub clocks: String,
    /// Least evidence that counts, if one was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// One entry for each manifest, in the order given.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub products: Vec<ProductTimeline>,
    /// Without a manifest: one entry for each place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub law: Vec<PlaceTimeline>,
    /// Relations of rules that change, day by day; missing if they were not asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relations: Option<Vec<RelationReport>>,
}

/// A day on which two obligations come to relate in another way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RelationReport {
    /// The day.
    pub day: String,
    /// Full id of the first rule.
    pub first: String,
    /// Full id of the second rule.
    pub second: String,
    /// How the first related to the second: `equal`, `stricter`, `looser`, `intersects`,
    /// `disjoint`, `unrelated`, `unclear`; missing while one of them did not bind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// How it relates from this day on; missing once one of them no longer binds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// A product that breaches the first alone, as a manifest in YAML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only_first: Option<String>,
    /// A product that breaches the second alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only_second: Option<String>,
}

/// One manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProductTimeline {
    /// Name of the manifest as given.
    pub manifest: String,
    /// Name of the product, if the manifest states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// What is wrong with the manifest; then there is no market.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub faults: Vec<FaultReport>,
    /// One entry for each market.
    pub markets: Vec<MarketTimeline>,
}

/// A product in one territory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MarketTimeline {
    /// Code of the territory.
    pub territory: String,
    /// Its name.
    pub name: String,
    /// Day on which the first unit is placed there, if stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_placed: Option<String>,
    /// `compliant`, `non-compliant`, `undetermined`: today.
    pub outcome_today: String,
    /// The next day on which a product that is compliant today stops being so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lapses_on: Option<String>,
    /// The next day on which the outcome is another one than today.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turns_on: Option<String>,
    /// That other outcome.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turns_to: Option<String>,
    /// Stretches of days on which every rule says the same, in order.
    pub stretches: Vec<StretchReport>,
}

/// Days on which every rule says the same of a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StretchReport {
    /// First day; missing if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Last day; missing if nothing changes any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// `compliant`, `non-compliant`, `undetermined`.
    pub outcome: String,
    /// How many rules have each verdict.
    pub counts: BTreeMap<String, usize>,
    /// The rules that said something else the day before.
    pub changes: Vec<ChangeReport>,
}

/// A rule that says something else than on the day before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangeReport {
    /// The rule, with what in it turned on that day.
    #[serde(flatten)]
    pub rule: RuleTurn,
    /// The verdict on the day before.
    pub before: String,
    /// The verdict from this day on.
    pub after: String,
    /// What decides it now.
    pub reasons: Vec<ReasonReport>,
}

/// A rule, and what in it turns on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RuleTurn {
    /// Full id: `uk.psti.sch1.1`.
    pub rule: String,
    /// Official number: `sch1.1`.
    pub number: String,
    /// Id of the ruleset.
    pub ruleset: String,
    /// Edition of the ruleset.
    pub edition: String,
    /// Its title.
    pub title: String,
    /// `must`, `should`, `may`.
    pub strength: String,
    /// The clause of the instrument.
    pub citation: String,
    /// Address of the text.
    pub url: String,
    /// What turned, in words.
    pub turned: Vec<String>,
}

/// The law of one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlaceTimeline {
    /// Code of the territory.
    pub territory: String,
    /// Its name.
    pub name: String,
    /// Stretches of days with the same law, in order.
    pub stretches: Vec<LawStretchReport>,
}

/// Days on which the same rules bind a product that is placed on them, as far as dates go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LawStretchReport {
    /// First day; missing if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Last day; missing if nothing changes any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// How many rules are law.
    pub rules: usize,
    /// How many of them are obligations.
    pub obligations: usize,
    /// Rules that begin.
    pub begun: Vec<RuleTurn>,
    /// Rules that have ended.
    pub ended: Vec<RuleTurn>,
    /// Rules in which a dated clause, a parameter or a date turns.
    pub changed: Vec<RuleTurn>,
}

/// The JSON Schema of [`TimelineReport`].
#[must_use]
pub fn timeline_schema() -> serde_json::Value {
    schemars::schema_for!(TimelineReport).to_value()
}

impl TimelineReport {
    /// The timeline as indented JSON with a line end.
    #[must_use]
    pub fn to_json(&self) -> String {
        pretty(self)
    }
}
