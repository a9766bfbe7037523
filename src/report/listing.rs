//! What law there is, as plain data: what `comity rules --format json` writes and a page chooses
//! from.
//!
//! These structs are a promise to the outside, as those of [`super::json`] are.

use super::build::strength;
use super::confidence::level;
use super::counts::Counts;
use super::json::pretty;
use super::rules::kind;
use crate::model::jurisdiction::{Jurisdiction, JurisdictionId};
use crate::model::law::Law;
use crate::model::period::Period;
use crate::model::rule::Rule;
use crate::model::ruleset::{Ruleset, RulesetId};
use crate::model::text::Language;
use crate::source::SourceMap;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// Name and version of the format.
pub const FORMAT: &str = "comity-rules/1";

/// The answer to `comity rules`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RulesReport {
    /// `comity-rules/1`
    pub format: String,
    /// Version of the engine.
    pub engine: String,
    /// Language of titles: `en`, `fr`, `nl`.
    pub language: String,
    /// All jurisdictions, in the order of the file.
    pub jurisdictions: Vec<PlaceReport>,
    /// The rulesets, in the order of the texts.
    pub rulesets: Vec<RulesetReport>,
}

/// A territory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlaceReport {
    /// ISO 3166 code, or `EU`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Code of what it lies within.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// Everyday names.
    pub aliases: Vec<String>,
}

/// One edition of one instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RulesetReport {
    /// Dotted id: `uk.psti`.
    pub id: String,
    /// A date or version.
    pub edition: String,
    /// Its name.
    pub title: String,
    /// One paragraph for the public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// `law`, `standard`, `code`, `guidance`, `principle`, `scheme`, `proposal`; only law binds by
    /// itself.
    pub kind: String,
    /// The issuing body.
    pub issued_by: String,
    /// The official citation of the instrument.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instrument: Option<String>,
    /// Codes of the territories in which it applies.
    pub applies_in: Vec<String>,
    /// First day on which it is law.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_force_from: Option<String>,
    /// Last day on which it is law.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_force_until: Option<String>,
    /// Where its text was read.
    pub sources: Vec<SourceReport>,
    /// How the rule that was read least well was read: `read`, `seen`, `secondary`, `unverified`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<String>,
    /// Rules with an open norm, which a person judges.
    pub open: usize,
    /// Examples that test it.
    pub examples: usize,
    /// File in which it is written.
    pub file: String,
    /// Its rules, in the order of the text.
    pub rules: Vec<RuleEntry>,
}

/// A page or file in which a text was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SourceReport {
    /// Its address.
    pub url: String,
    /// Day on which it was read, `YYYY-MM-DD`.
    pub read: String,
}

/// A rule, in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RuleEntry {
    /// Full id: `uk.psti.sch1.1`.
    pub rule: String,
    /// Official number: `sch1.1`.
    pub number: String,
    /// Its title.
    pub title: String,
    /// `must`, `should`, `may`.
    pub strength: String,
    /// The clause of the instrument.
    pub citation: String,
    /// How its text was read: `read`, `seen`, `secondary`, `unverified`.
    pub confidence: String,
}

/// The report on some rulesets, and on all jurisdictions.
#[must_use]
pub fn rules_report(
    law: &Law,
    sources: &SourceMap,
    rulesets: &[RulesetId],
    language: Language,
) -> RulesReport {
    let report = |&id: &RulesetId| ruleset_report(law, sources, id, language);
    RulesReport {
        format: FORMAT.to_owned(),
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        language: language.code().to_owned(),
        jurisdictions: law.jurisdictions.iter().map(|(_, own)| place(law, own, language)).collect(),
        rulesets: rulesets.iter().filter_map(report).collect(),
    }
}

fn place(law: &Law, own: &Jurisdiction, language: Language) -> PlaceReport {
    PlaceReport {
        code: own.code.clone(),
        name: own.title.get(language).to_owned(),
        within: own.within.and_then(|id| code(law, id)),
        aliases: own.aliases.clone(),
    }
}

fn ruleset_report(
    law: &Law,
    sources: &SourceMap,
    id: RulesetId,
    language: Language,
) -> Option<RulesetReport> {
    let ruleset = law.ruleset(id)?;
    let counts = Counts::of(law, id);
    let [from, until] = days(&ruleset.in_force);
    let file = sources.get(ruleset.span.file).map(|file| file.name.to_string());
    Some(RulesetReport {
        id: ruleset.id.clone(),
        edition: ruleset.edition.clone(),
        title: ruleset.title.get(language).to_owned(),
        summary: ruleset.summary.as_ref().map(|summary| summary.get(language).to_owned()),
        kind: kind(ruleset.kind).to_owned(),
        issued_by: ruleset.issued_by.clone(),
        instrument: ruleset.instrument.clone(),
        applies_in: ruleset.applies_in.iter().filter_map(|&id| code(law, id)).collect(),
        in_force_from: from,
        in_force_until: until,
        sources: source_reports(ruleset),
        confidence: counts.least.map(|least| level(least).to_owned()),
        open: counts.open,
        examples: counts.examples,
        file: file.unwrap_or_default(),
        rules: law.rules_of(id).map(|(_, rule)| entry(rule, language)).collect(),
    })
}

fn source_reports(ruleset: &Ruleset) -> Vec<SourceReport> {
    let report =
        |(url, read): &(String, Date)| SourceReport { url: url.clone(), read: read.to_string() };
    ruleset.sources.iter().map(report).collect()
}

fn entry(rule: &Rule, language: Language) -> RuleEntry {
    RuleEntry {
        rule: rule.id.clone(),
        number: rule.number.clone(),
        title: rule.title.get(language).to_owned(),
        strength: strength(rule.modality).to_owned(),
        citation: rule.citation.pinpoint.clone(),
        confidence: level(rule.confidence.level).to_owned(),
    }
}

fn code(law: &Law, id: JurisdictionId) -> Option<String> {
    law.jurisdictions.get(id).map(|own| own.code.clone())
}

fn days(period: &Period) -> [Option<String>; 2] {
    [period.from, period.until].map(|day| day.map(|day| day.to_string()))
}

/// The JSON Schema of [`RulesReport`].
#[must_use]
pub fn rules_schema() -> serde_json::Value {
    schemars::schema_for!(RulesReport).to_value()
}

impl RulesReport {
    /// The report as indented JSON with a line end.
    #[must_use]
    pub fn to_json(&self) -> String {
        pretty(self)
    }
}
