//! A baseline as plain data: what `comity baseline --format json` writes and the page shows.
//!
//! These structs are a promise to the outside, as those of [`crate::report::json`] are.

use schemars::JsonSchema;
use serde::Serialize;

/// Name and version of the format.
pub const FORMAT: &str = "comity-baseline/1";

/// The answer to one `comity baseline`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BaselineReport {
    /// `comity-baseline/1`
    pub format: String,
    /// Version of the engine.
    pub engine: String,
    /// Day on which the product is placed and checked, `YYYY-MM-DD`.
    pub on: String,
    /// Language of titles: `en`, `fr`, `nl`.
    pub language: String,
    /// Codes of the territories.
    pub territories: Vec<String>,
    /// How many obligations bind a product placed there that day.
    pub obligations: usize,
    /// How many of them bind the baseline, and are met by it.
    pub met: usize,
    /// Those that ask nothing of it, since it is another kind of product, or exempt.
    pub apart: Vec<RuleName>,
    /// Those that it breaches: no design meets them beside the others.
    pub breached: Vec<RuleName>,
    /// Those that stay open, since circumstances are not known.
    pub open: Vec<RuleName>,
    /// Whether it is proved that no product that fails as little is bound by more obligations.
    pub proved_most: bool,
    /// Why an obligation is breached, or binds no product that fails none of the others.
    pub clashes: Vec<ClashReport>,
    /// Obligations of which it could not be told whether they could bind a product too.
    pub unclear: Vec<RuleName>,
    /// The circumstances: what kind of product it is, and where and how it is sold.
    pub circumstances: Vec<FactReport>,
    /// Of each design decision about which some obligation is not indifferent, who is strictest.
    pub facts: Vec<StrictnessReport>,
    /// The fewest rules that imply all.
    pub fewest: FewestReport,
    /// Rules by the goal that they serve.
    pub goals: Vec<ShareReport>,
    /// Rules by whom they bind.
    pub addressees: Vec<ShareReport>,
    /// Obligations that all fall on end users.
    pub left_to_end_users: Vec<DumpedReport>,
    /// The design as a manifest, in YAML; it was read again and judged. Missing if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manifest: Option<String>,
}

/// A rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RuleName {
    /// Full id.
    pub rule: String,
    /// The first of the territories in which it applies.
    pub territory: String,
    /// Its title.
    pub title: String,
    /// The clause of the instrument.
    pub citation: String,
}

/// Obligations that cannot be had together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ClashReport {
    /// The one that had to give way.
    pub rule: String,
    /// All of them: a smallest set.
    pub set: Vec<RuleName>,
}

/// What a product states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FactReport {
    /// Path of the fact: `data.items[items-1].personal`.
    pub fact: String,
    /// Its title.
    pub title: String,
    /// What is stated, as in a manifest.
    pub value: String,
}

/// Who is strictest about a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StrictnessReport {
    /// The fact, with the baseline's value.
    #[serde(flatten)]
    pub fact: FactReport,
    /// Who asks most of it.
    #[serde(flatten)]
    pub ranking: RankingReport,
    /// The first day from which on it has been so; missing if always.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// When that changes, and to what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<NextReport>,
}

/// The rules that ask something of a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RankingReport {
    /// Those than which none is stricter.
    pub strictest: Vec<RuleName>,
    /// The others.
    pub looser: Vec<RuleName>,
    /// Whether each of the strictest forbids every value that any rule forbids; else each
    /// forbids something that another allows.
    pub forbids_all: bool,
}

/// A later day on which other rules are strictest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NextReport {
    /// The day, `YYYY-MM-DD`.
    pub on: String,
    /// Who asks most then; nobody, if none of the rules asks anything any more.
    #[serde(flatten)]
    pub ranking: RankingReport,
}

/// The fewest rules that imply all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FewestReport {
    /// The rules; none can be left out.
    pub members: Vec<MemberReport>,
    /// The other rules, and which members imply each: a smallest set.
    pub implied: Vec<ImpliedReport>,
}

/// A rule that cannot be left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MemberReport {
    /// The rule.
    #[serde(flatten)]
    pub rule: RuleName,
    /// What shows it. `fact`: the baseline with `otherwise` stated breaches it and passes all
    /// other members; `judgement`: with that norm judged as not met; `product`: that product
    /// does; `unclear`: it could not be told.
    pub shown_by: String,
    /// What is stated, or judged, otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub otherwise: Option<FactReport>,
    /// The product as a manifest, in YAML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
}

/// A rule that others imply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ImpliedReport {
    /// The rule.
    #[serde(flatten)]
    pub rule: RuleName,
    /// What keeps all of these keeps it too.
    pub by: Vec<RuleName>,
}

/// How many rules serve a goal, or bind a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ShareReport {
    /// Its name in the vocabulary; missing for rules that name none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its title.
    pub title: String,
    /// By territory, each rule in the first in which it applies.
    pub counts: Vec<CountReport>,
}

/// How many rules there are in a territory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CountReport {
    /// Code of the territory.
    pub territory: String,
    /// Obligations.
    pub must: usize,
    /// Recommendations.
    pub should: usize,
}

/// Obligations that all fall on end users.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DumpedReport {
    /// Those that serve this goal; missing for all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goal: Option<String>,
    /// Those of this territory; missing for all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub territory: Option<String>,
}

impl BaselineReport {
    /// The report as indented JSON with a line end.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Plain structs of strings and numbers always serialise.
        let text = serde_json::to_string_pretty(self).unwrap_or_default();
        text + "\n"
    }
}

/// The JSON Schema of [`BaselineReport`].
#[must_use]
pub fn baseline_schema() -> serde_json::Value {
    schemars::schema_for!(BaselineReport).to_value()
}
