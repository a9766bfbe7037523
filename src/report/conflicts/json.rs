//! Conflicts as plain data: what `conflicts --format json` writes and the stories are told from.

use crate::analysis::conflicts::{ClashKind, Conflict, Conflicts};
use crate::analysis::duties::{Duty, Read};
use crate::analysis::ground::Ground;
use crate::analysis::together::Together;
use crate::analysis::witness::Witness;
use crate::model::law::Law;
use crate::model::text::Language;
use crate::report::build::strength;
use crate::report::json::pretty;
use crate::report::manifest_yaml::manifest_yaml;
use schemars::JsonSchema;
use serde::Serialize;

/// Name and version of the format.
pub const FORMAT: &str = "comity-conflicts/1";

/// The answer to one `comity conflicts`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ConflictsReport {
    /// `comity-conflicts/1`
    pub format: String,
    /// Version of the engine.
    pub engine: String,
    /// Day on which a product is placed and checked, `YYYY-MM-DD`.
    pub on: String,
    /// Language of titles: `en`, `fr`, `nl`.
    pub language: String,
    /// Codes of the territories.
    pub territories: Vec<String>,
    /// How many rules bind a product placed there that day.
    pub rules: usize,
    /// How many pairs of rules turn on a common design decision; each was asked.
    pub pairs: usize,
    /// The conflicts, obligations first.
    pub conflicts: Vec<ConflictReport>,
    /// Sets of rules of which it could not be told.
    pub unclear: Vec<Vec<String>>,
    /// All obligations at once.
    pub together: TogetherReport,
}

/// Whether one product can meet all obligations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TogetherReport {
    /// How many obligations there are.
    pub obligations: usize,
    /// How many of them some product is bound by while it fails none of all.
    pub met: usize,
    /// Obligations that no product can meet, others or no others.
    pub hopeless: Vec<String>,
    /// Smallest sets of three and more that no product meets together.
    pub sets: Vec<Vec<String>>,
    /// Obligations of which it could not be told.
    pub unclear: Vec<String>,
}

/// A smallest set of rules that no design meets together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ConflictReport {
    /// `duties`, `permission` or `tension`
    pub kind: String,
    /// The rules.
    pub rules: Vec<ClashingRule>,
    /// The design decisions on which they turn.
    pub turns_on: Vec<String>,
    /// The circumstances on which it depends; none where they clash always.
    pub depends_on: Vec<String>,
    /// A product that all of them bind, as a manifest.
    pub product: String,
    /// In the same circumstances a product that fails none, as a manifest: it stays out of some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub way_out: Option<String>,
}

/// One side of a conflict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ClashingRule {
    /// Full id of the rule.
    pub rule: String,
    /// Edition of its ruleset.
    pub edition: String,
    /// Name of the ruleset.
    pub ruleset_title: String,
    /// Name of the rule.
    pub title: String,
    /// What it asks, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// The clause of the instrument.
    pub citation: String,
    /// Where it was asked about.
    pub territory: String,
    /// `must`, `should` or `may`
    pub force: String,
    /// First day on which it binds a product placed then, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// A product that meets it, and fails another of the rules, as a manifest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met_by: Option<String>,
}

impl ConflictsReport {
    /// As JSON, with a line break at the end.
    #[must_use]
    pub fn to_json(&self) -> String {
        pretty(self)
    }
}

/// The JSON Schema of the format.
#[must_use]
pub fn conflicts_schema() -> serde_json::Value {
    schemars::schema_for!(ConflictsReport).to_value()
}

/// What was found, as data.
#[must_use]
pub fn conflicts_report(
    ground: &Ground<'_>,
    rules: usize,
    found: &Conflicts,
    together: &Together,
    language: Language,
) -> ConflictsReport {
    let teller = Teller { ground, law: ground.law, language };
    let ids = |duties: &[Duty]| duties.iter().map(|duty| teller.id(*duty)).collect::<Vec<_>>();
    ConflictsReport {
        format: FORMAT.to_owned(),
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        on: ground.on.to_string(),
        language: language.code().to_owned(),
        territories: (0..ground.markets.len()).map(|at| teller.territory(at)).collect(),
        rules,
        pairs: found.pairs,
        conflicts: found.found.iter().map(|conflict| teller.conflict(conflict)).collect(),
        unclear: found.unclear.iter().map(|set| ids(set)).collect(),
        together: TogetherReport {
            obligations: together.asked,
            met: together.met,
            hopeless: ids(&together.hopeless),
            sets: together.sets.iter().map(|set| ids(set)).collect(),
            unclear: ids(&together.unclear),
        },
    }
}

struct Teller<'t, 'a> {
    ground: &'t Ground<'a>,
    law: &'a Law,
    language: Language,
}

impl Teller<'_, '_> {
    fn id(&self, duty: Duty) -> String {
        self.law.rule(duty.rule).map(|rule| rule.id.clone()).unwrap_or_default()
    }

    fn territory(&self, market: usize) -> String {
        let market = self.ground.markets.get(market);
        let place = market.and_then(|market| self.law.jurisdictions.get(market.jurisdiction));
        place.map(|place| place.code.clone()).unwrap_or_default()
    }

    fn conflict(&self, conflict: &Conflict) -> ConflictReport {
        let fact = |fact| self.law.vocabulary.fact(fact).map(|fact| fact.path.clone());
        ConflictReport {
            kind: match conflict.kind {
                ClashKind::Duties => "duties",
                ClashKind::Permission => "permission",
                ClashKind::Tension => "tension",
            }
            .to_owned(),
            rules: conflict.duties.iter().filter_map(|duty| self.side(conflict, *duty)).collect(),
            turns_on: conflict.turns_on.iter().filter_map(|read| self.read(read)).collect(),
            depends_on: conflict.context.iter().filter_map(|id| fact(*id)).collect(),
            product: self.manifest(&conflict.product),
            way_out: conflict.escape.as_ref().map(|witness| self.manifest(witness)),
        }
    }

    fn side(&self, conflict: &Conflict, duty: Duty) -> Option<ClashingRule> {
        let rule = self.law.rule(duty.rule)?;
        let ruleset = self.law.ruleset(rule.ruleset)?;
        let met = conflict.ways.iter().find(|(one, _)| *one == duty);
        let trigger = rule.trigger.and_then(|trigger| trigger.period.from);
        Some(ClashingRule {
            rule: rule.id.clone(),
            edition: ruleset.edition.clone(),
            ruleset_title: ruleset.title.get(self.language).to_owned(),
            title: rule.title.get(self.language).to_owned(),
            summary: rule.summary.as_ref().map(|text| text.get(self.language).to_owned()),
            citation: rule.citation.pinpoint.clone(),
            territory: self.territory(duty.market as usize),
            force: strength(rule.modality).to_owned(),
            since: rule.in_force.from.max(trigger).map(|day| day.to_string()),
            met_by: met.map(|(_, witness)| self.manifest(witness)),
        })
    }

    fn read(&self, read: &Read) -> Option<String> {
        match read {
            Read::Fact(fact) => self.law.vocabulary.fact(*fact),
            Read::Field(field) => self.law.vocabulary.field(*field),
            Read::Judgement(_) => None,
        }
        .map(|fact| fact.path.clone())
    }

    fn manifest(&self, witness: &Witness) -> String {
        manifest_yaml(&self.law.vocabulary, &witness.manifest)
    }
}
