//! A product in one line: what `comity check --format ndjson` writes for each, small enough for
//! millions.
//!
//! A line is the same in every language. It stands for itself: with the manifest that it names and
//! the texts of its basis, anybody can make it again.

use super::build::{first_placed, outcome_word, product_name};
use super::json::FaultReport;
use super::receipt::{ProductDigest, Receipt};
use crate::digest::sha256;
use crate::eval::assess::MarketAssessment;
use crate::eval::register::Tally;
use crate::eval::verdict::{Outcome, Verdict};
use crate::model::law::Law;
use crate::model::manifest::Manifest;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Name and version of the format.
pub const FORMAT: &str = "comity-line/1";

/// What the rules say of one product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckLine {
    /// `comity-line/1`
    pub format: String,
    /// SHA-256 of what all lines of a run rest on: engine, day, places, texts; see [`basis`].
    pub basis: String,
    /// Name of the manifest as given.
    pub manifest: String,
    /// SHA-256 of its bytes; none where the file could not be read at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// Name of the product, if the manifest states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// The outcome that weighs most of all markets: `non-compliant`, then `undetermined`, then
    /// `compliant`; none where the manifest could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// One entry for each market.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub markets: Vec<MarketLine>,
    /// SHA-256 of the canonical JSON of the verdicts, as in a receipt; none for a product of a
    /// register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdicts: Option<String>,
    /// How many faults the manifest has; then nothing is said of the product.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub faults: usize,
    /// The first of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_fault: Option<FaultReport>,
}

/// A product in one territory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MarketLine {
    /// Code of the territory.
    pub territory: String,
    /// Day on which the first unit is placed there, if stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_placed: Option<String>,
    /// `compliant`, `non-compliant`, `undetermined`.
    pub outcome: String,
    /// How many rules have each verdict, in order of the words.
    pub counts: BTreeMap<String, usize>,
    /// Ids of the rules that are breached, in the order of the texts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breached: Vec<String>,
}

fn is_zero(number: &usize) -> bool {
    *number == 0
}

/// What all lines of a run rest on, as one SHA-256: that of the receipt of the run without
/// products, as JSON without white space.
#[must_use]
pub fn basis(receipt: &Receipt) -> String {
    let alone = Receipt { products: Vec::new(), ..receipt.clone() };
    sha256(serde_json::to_string(&alone).unwrap_or_default().as_bytes())
}

/// The line of a product.
#[must_use]
pub fn line(
    law: &Law,
    basis: &str,
    manifest: &Manifest,
    markets: &[MarketAssessment],
    digest: &ProductDigest,
) -> CheckLine {
    let outcomes = markets.iter().map(|market| market.outcome);
    CheckLine {
        sha256: Some(digest.sha256.clone()),
        product: product_name(law, manifest),
        outcome: outcomes
            .max_by_key(|outcome| weight(*outcome))
            .map(|one| outcome_word(one).into()),
        markets: markets.iter().map(|market| market_line(law, manifest, market)).collect(),
        verdicts: digest.verdicts.clone(),
        ..empty(basis, &digest.manifest)
    }
}

/// The line of a manifest that could not be read: how many faults it has, and the first; and its
/// hash, if there were bytes at all.
#[must_use]
pub fn refused_line(
    basis: &str,
    name: &str,
    sha256: Option<&str>,
    faults: &[FaultReport],
) -> CheckLine {
    CheckLine {
        sha256: sha256.map(str::to_owned),
        faults: faults.len(),
        first_fault: faults.first().cloned(),
        ..empty(basis, name)
    }
}

fn empty(basis: &str, name: &str) -> CheckLine {
    CheckLine {
        format: FORMAT.to_owned(),
        basis: basis.to_owned(),
        manifest: name.to_owned(),
        sha256: None,
        product: None,
        outcome: None,
        markets: Vec::new(),
        verdicts: None,
        faults: 0,
        first_fault: None,
    }
}

/// The line of a product of a register. It has no hash of the verdicts, of which there is but the
/// number; nobody searched whether what is missing can still change a verdict.
#[must_use]
pub fn register_line(
    law: &Law,
    basis: &str,
    (name, sha256): (&str, String),
    excerpt: &Manifest,
    tallies: &[Tally],
) -> CheckLine {
    let outcomes = tallies.iter().map(|tally| tally.outcome);
    CheckLine {
        sha256: Some(sha256),
        product: product_name(law, excerpt),
        outcome: outcomes
            .max_by_key(|outcome| weight(*outcome))
            .map(|one| outcome_word(one).into()),
        markets: tallies.iter().map(|tally| tally_line(law, excerpt, tally)).collect(),
        ..empty(basis, name)
    }
}

fn tally_line(law: &Law, excerpt: &Manifest, tally: &Tally) -> MarketLine {
    let territory = law.jurisdictions.get(tally.market.jurisdiction);
    let counts = Verdict::ALL.iter().zip(&tally.counts).filter(|(_, count)| **count > 0);
    let counts = counts.map(|(verdict, &count)| (verdict.words().to_owned(), count as usize));
    let breached = tally.breached.iter();
    MarketLine {
        territory: territory.map(|place| place.code.clone()).unwrap_or_default(),
        first_placed: first_placed(law, excerpt, tally.market).map(|day| day.to_string()),
        outcome: outcome_word(tally.outcome).to_owned(),
        counts: counts.collect(),
        breached: breached.filter_map(|rule| Some(law.rule(*rule)?.id.clone())).collect(),
    }
}

fn market_line(law: &Law, manifest: &Manifest, market: &MarketAssessment) -> MarketLine {
    let territory = law.jurisdictions.get(market.market.jurisdiction);
    let mut counts = BTreeMap::new();
    for told in &market.rules {
        *counts.entry(told.verdict.words().to_owned()).or_default() += 1;
    }
    let breached = market.rules.iter().filter(|told| told.verdict == Verdict::Breached);
    MarketLine {
        territory: territory.map(|place| place.code.clone()).unwrap_or_default(),
        first_placed: first_placed(law, manifest, market.market).map(|day| day.to_string()),
        outcome: outcome_word(market.outcome).to_owned(),
        counts,
        breached: breached.filter_map(|told| Some(law.rule(told.rule)?.id.clone())).collect(),
    }
}

/// Which outcome matters more.
fn weight(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Compliant => 0,
        Outcome::Undetermined => 1,
        Outcome::NonCompliant => 2,
    }
}

impl CheckLine {
    /// The line with its end.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Plain structs of strings and numbers always serialise.
        serde_json::to_string(self).unwrap_or_default() + "\n"
    }

    /// Reads a line, with or without its end; nothing where it is none of this format.
    #[must_use]
    pub fn read(text: &str) -> Option<CheckLine> {
        serde_json::from_str(text).ok().filter(|line: &CheckLine| line.format == FORMAT)
    }

    /// The outcome, where the manifest could be read.
    #[must_use]
    pub fn decided(&self) -> Option<Outcome> {
        let all = [Outcome::Compliant, Outcome::Undetermined, Outcome::NonCompliant];
        all.into_iter().find(|one| self.outcome.as_deref() == Some(outcome_word(*one)))
    }
}

/// The JSON Schema of [`CheckLine`].
#[must_use]
pub fn line_schema() -> serde_json::Value {
    schemars::schema_for!(CheckLine).to_value()
}
