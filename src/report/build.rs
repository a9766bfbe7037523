//! Turns assessments into the report that every form shows.

use super::json::{
    FORMAT, FaultReport, MarketReport, MissingFact, ProductReport, Report, RuleReport,
};
use super::phrases::Phrases;
use super::reasons::reasons;
use super::receipt::Receipt;
use super::settled::{settled_reason, settled_report};
use crate::eval::assess::MarketAssessment;
use crate::eval::explain::Explanation;
use crate::eval::trace::Reason;
use crate::eval::verdict::{Outcome, Verdict};
use crate::fault::Fault;
use crate::model::law::Law;
use crate::model::manifest::{Manifest, Stated};
use crate::model::rule::{Modality, Rule};
use crate::model::ruleset::{ConfidenceLevel, Ruleset};
use crate::model::text::{Language, Text};
use crate::model::value::Value;
use crate::plan::row::{Market, PlacementFields};
use jiff::civil::Date;
use miette::Diagnostic;

/// The code of a product that no market was named for.
pub(super) const PLACED_NOWHERE: &str = "comity::check::placed_nowhere";

/// The code of a file that cannot be read at all.
pub(super) const UNREADABLE: &str = "comity::check::unreadable";

/// The whole report on some products, with its receipt.
#[must_use]
pub fn report(receipt: Receipt, language: Language, products: Vec<ProductReport>) -> Report {
    Report {
        format: FORMAT.to_owned(),
        engine: receipt.engine.clone(),
        checked_on: receipt.checked_on.clone(),
        evidence: receipt.evidence.clone(),
        language: language.code().to_owned(),
        receipt,
        products,
    }
}

/// The report on one product.
#[must_use]
pub fn product_report(
    law: &Law,
    manifest: &Manifest,
    assessments: &[MarketAssessment],
    language: Language,
) -> ProductReport {
    let phrases = Phrases { law, language };
    ProductReport {
        manifest: manifest.source.name.to_string(),
        product: product_name(law, manifest),
        faults: Vec::new(),
        markets: assessments
            .iter()
            .map(|market| market_report(phrases, manifest, market))
            .collect(),
    }
}

/// The report on a manifest that could not be read.
#[must_use]
pub fn fault_report(name: &str, faults: &[Fault]) -> ProductReport {
    let report = |fault: &Fault| {
        let (line, column) = fault.line_column();
        FaultReport {
            code: fault.code(),
            message: fault.kind.to_string(),
            help: fault.kind.help().map(|help| help.to_string()),
            line,
            column,
        }
    };
    ProductReport {
        manifest: name.to_owned(),
        product: None,
        faults: faults.iter().map(report).collect(),
        markets: Vec::new(),
    }
}

/// The report on a manifest of which nothing can be said, for a reason outside its text.
#[must_use]
pub fn refused_report(name: &str, fault: FaultReport) -> ProductReport {
    let manifest = name.to_owned();
    ProductReport { manifest, product: None, faults: vec![fault], markets: Vec::new() }
}

/// No market was named for a product, by the question or by its manifest.
#[must_use]
pub fn placed_nowhere(name: &str) -> FaultReport {
    let message = format!("{name} places the product nowhere; name jurisdictions with `--in`");
    FaultReport { code: PLACED_NOWHERE.to_owned(), message, help: None, line: 1, column: 1 }
}

/// A file that cannot be read, for that reason.
#[must_use]
pub fn unreadable(reason: &str) -> FaultReport {
    let message = reason.to_owned();
    FaultReport { code: UNREADABLE.to_owned(), message, help: None, line: 1, column: 1 }
}

/// What the manifest calls the product.
pub(super) fn product_name(law: &Law, manifest: &Manifest) -> Option<String> {
    let (id, _) = law.vocabulary.find("product.name")?;
    match &manifest.facts.get(&id)?.value {
        Stated::Value(Value::Text(text)) => Some(text.clone()),
        _ => None,
    }
}

fn market_report(
    phrases: Phrases<'_>,
    manifest: &Manifest,
    assessment: &MarketAssessment,
) -> MarketReport {
    let territory = phrases.law.jurisdictions.get(assessment.market.jurisdiction);
    let rules = assessment.rules.iter();
    MarketReport {
        territory: territory.map(|place| place.code.clone()).unwrap_or_default(),
        name: territory.map_or("", |place| place.title.get(phrases.language)).to_owned(),
        first_placed: first_placed(phrases.law, manifest, assessment.market)
            .map(|day| day.to_string()),
        outcome: outcome_word(assessment.outcome).to_owned(),
        rules: rules.filter_map(|rule| rule_report(phrases, manifest, rule)).collect(),
    }
}

/// The day on which the first unit is placed on the market.
pub(super) fn first_placed(law: &Law, manifest: &Manifest, market: Market) -> Option<Date> {
    let fields = PlacementFields::of(&law.vocabulary)?;
    let Stated::Items(items) = &manifest.facts.get(&fields.list)?.value else { return None };
    let row = items.get(market.placement?.0 as usize)?;
    match &row.fields.get(&fields.first_placed?.index)?.value {
        Stated::Value(Value::Date(day)) => Some(*day),
        _ => None,
    }
}

fn rule_report(
    phrases: Phrases<'_>,
    manifest: &Manifest,
    explanation: &Explanation,
) -> Option<RuleReport> {
    let (law, language) = (phrases.law, phrases.language);
    let rule = law.rule(explanation.rule)?;
    let ruleset = law.ruleset(rule.ruleset)?;
    let failed = matches!(explanation.verdict, Verdict::Breached | Verdict::NotFollowed);
    let text = |text: &Option<Text>| {
        text.as_ref().filter(|_| failed).map(|text| text.get(language).to_owned())
    };
    Some(RuleReport {
        rule: rule.id.clone(),
        number: rule.number.clone(),
        ruleset: ruleset.id.clone(),
        ruleset_title: ruleset.title.get(language).to_owned(),
        edition: ruleset.edition.clone(),
        title: rule.title.get(language).to_owned(),
        verdict: explanation.verdict.words().to_owned(),
        strength: strength(rule.modality).to_owned(),
        citation: rule.citation.pinpoint.clone(),
        url: url(rule, ruleset),
        binds: rule.addressees.clone(),
        confidence: confidence_word(rule.confidence.level).to_owned(),
        reasons: match settled_reason(phrases, explanation) {
            Some(settled) => vec![settled],
            None => reasons(phrases, manifest, rule, explanation),
        },
        missing: missing(phrases, explanation),
        to_judge: to_judge(phrases, explanation),
        open: settled_report(phrases, manifest, explanation),
        remedy: text(&rule.remedy),
        penalty: text(&rule.penalty),
    })
}

/// The address of a rule: its own, or that of its ruleset.
pub(super) fn url(rule: &Rule, ruleset: &Ruleset) -> String {
    let of_ruleset = || ruleset.sources.first().map(|(url, _)| url.clone());
    rule.citation.url.clone().or_else(of_ruleset).unwrap_or_default()
}

fn missing(phrases: Phrases<'_>, explanation: &Explanation) -> Vec<MissingFact> {
    let asked = |reason: &Reason| {
        let path = reason.fact()?;
        let fact = phrases.fact(path)?;
        Some(MissingFact {
            fact: path.text(&phrases.law.vocabulary),
            why: phrases.reason(reason),
            question: fact.question.get(phrases.language).to_owned(),
        })
    };
    explanation.reasons.iter().filter_map(asked).collect()
}

fn to_judge(phrases: Phrases<'_>, explanation: &Explanation) -> Vec<String> {
    let norms = explanation.judgements().filter_map(|id| phrases.law.judgement(id));
    norms.map(|norm| norm.text.get(phrases.language).to_owned()).collect()
}

/// An outcome in words.
#[must_use]
pub fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Compliant => "compliant",
        Outcome::NonCompliant => "non-compliant",
        Outcome::Undetermined => "undetermined",
    }
}

/// How strongly a rule binds, in a word.
#[must_use]
pub fn strength(modality: Modality) -> &'static str {
    match modality {
        Modality::Must => "must",
        Modality::Should => "should",
        Modality::May => "may",
    }
}

fn confidence_word(level: ConfidenceLevel) -> &'static str {
    match level {
        ConfidenceLevel::Read => "read",
        ConfidenceLevel::Seen => "seen",
        ConfidenceLevel::Secondary => "secondary",
        ConfidenceLevel::Unverified => "unverified",
    }
}
