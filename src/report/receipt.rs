//! The receipt of an assessment: what it rests on, so that anybody can make it again and see
//! whether it is the same.
//!
//! A receipt is the same in every language and on every machine. Every hash is the SHA-256 of
//! bytes that a reader has or can make: the texts as files, the manifest as a file, and the
//! verdicts as canonical JSON.

use super::phrases::level_word;
use crate::digest::sha256;
use crate::eval::assess::MarketAssessment;
use crate::model::law::Law;
use crate::model::manifest::EvidenceLevel;
use crate::model::ruleset::{Ruleset, RulesetId};
use crate::source::{FileId, SourceMap};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Name and version of the format.
pub const FORMAT: &str = "comity-receipt/1";

/// What an assessment rests on, and what came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// `comity-receipt/1`
    pub format: String,
    /// Version of the engine.
    pub engine: String,
    /// Day of the check, `YYYY-MM-DD`.
    pub checked_on: String,
    /// Least evidence that counts, if one was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// Codes of the places that were asked about; none: where each manifest places its product.
    pub places: Vec<String>,
    /// Rulesets that were applied beside the law: `etsi.en303645@2.1.1`.
    pub with: Vec<String>,
    /// The texts that declare facts and places, by name.
    pub vocabulary: Vec<TextDigest>,
    /// Every ruleset with a rule that was applied, and every one that it names, by id and edition.
    pub rulesets: Vec<TextDigest>,
    /// One entry for each manifest, in the order of the report.
    pub products: Vec<ProductDigest>,
}

/// A text of law, or of what law speaks of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TextDigest {
    /// What it declares: `uk.psti@2025-12-04`, `vocabulary iot`, `jurisdictions`.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// A manifest, and what was said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductDigest {
    /// Name of the manifest as given.
    pub manifest: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// SHA-256 of the canonical JSON of the verdicts; none where the manifest could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdicts: Option<String>,
}

impl ProductDigest {
    /// Of a manifest and its verdicts, if it could be read.
    #[must_use]
    pub fn of(law: &Law, name: &str, bytes: &[u8], markets: Option<&[MarketAssessment]>) -> Self {
        let verdicts = markets.map(|markets| sha256(canonical_verdicts(law, markets).as_bytes()));
        ProductDigest { manifest: name.to_owned(), sha256: sha256(bytes), verdicts }
    }
}

/// What a receipt says of the question, as the library resolved it.
#[derive(Debug, Clone)]
pub struct AskedFor<'a> {
    /// Day of the check.
    pub on: Date,
    /// Least evidence that counts.
    pub evidence: Option<EvidenceLevel>,
    /// Codes of the places.
    pub places: Vec<String>,
    /// Rulesets named besides the law.
    pub with: &'a [RulesetId],
}

/// The receipt of an assessment that rests on those rulesets.
#[must_use]
pub fn receipt(
    law: &Law,
    sources: &SourceMap,
    asked: &AskedFor<'_>,
    rests_on: &BTreeSet<RulesetId>,
    products: Vec<ProductDigest>,
) -> Receipt {
    let named = |ids: &mut dyn Iterator<Item = RulesetId>| -> Vec<(String, FileId)> {
        ids.filter_map(|id| law.ruleset(id)).map(|set| (ruleset_name(set), set.span.file)).collect()
    };
    let with = named(&mut asked.with.iter().copied());
    let rulesets = named(&mut with_used(law, rests_on).into_iter());
    Receipt {
        format: FORMAT.to_owned(),
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        checked_on: asked.on.to_string(),
        evidence: asked.evidence.map(|level| level_word(level).to_owned()),
        places: asked.places.clone(),
        with: with.into_iter().map(|(name, _)| name).collect(),
        vocabulary: digests(sources, vocabulary_files(law)),
        rulesets: digests(sources, rulesets),
        products,
    }
}

/// The rulesets whose rules were applied.
pub fn applied<'m>(
    law: &Law,
    markets: impl IntoIterator<Item = &'m MarketAssessment>,
) -> BTreeSet<RulesetId> {
    let rules = markets.into_iter().flat_map(|market| &market.rules);
    rules.filter_map(|told| law.rule(told.rule)).map(|rule| rule.ruleset).collect()
}

/// The verdicts as canonical JSON (RFC 8785): keys in order, no white space, no numbers at all.
/// The words are those of the report in English, so that every language has the same.
///
/// Keys stand in order because the fields of the structs below do; a test holds the text to
/// another implementation of RFC 8785.
#[must_use]
pub fn canonical_verdicts(law: &Law, markets: &[MarketAssessment]) -> String {
    let verdicts: Vec<MarketVerdicts<'_>> =
        markets.iter().map(|market| MarketVerdicts::of(law, market)).collect();
    // Plain structs of strings always serialise.
    serde_json::to_string(&verdicts).unwrap_or_default()
}

/// The verdicts of a market; the fields stand in order of their names.
#[derive(Debug, Serialize)]
struct MarketVerdicts<'a> {
    outcome: &'static str,
    rules: Vec<RuleVerdict<'a>>,
    territory: &'a str,
}

/// The verdict of a rule; the fields stand in order of their names.
#[derive(Debug, Serialize)]
struct RuleVerdict<'a> {
    edition: &'a str,
    rule: &'a str,
    verdict: &'static str,
}

impl<'a> MarketVerdicts<'a> {
    fn of(law: &'a Law, market: &MarketAssessment) -> MarketVerdicts<'a> {
        let territory = law.jurisdictions.get(market.market.jurisdiction);
        let verdict = |told: &crate::eval::explain::Explanation| {
            let rule = law.rule(told.rule)?;
            let edition = law.ruleset(rule.ruleset)?.edition.as_str();
            Some(RuleVerdict { edition, rule: &rule.id, verdict: told.verdict.words() })
        };
        MarketVerdicts {
            outcome: super::build::outcome_word(market.outcome),
            rules: market.rules.iter().filter_map(verdict).collect(),
            territory: territory.map_or("", |place| &place.code),
        }
    }
}

/// A ruleset as a receipt names it.
fn ruleset_name(ruleset: &Ruleset) -> String {
    format!("{}@{}", ruleset.id, ruleset.edition)
}

/// Those rulesets, and all that they name, however far.
fn with_used(law: &Law, rests_on: &BTreeSet<RulesetId>) -> BTreeSet<RulesetId> {
    let mut found = BTreeSet::new();
    let mut open: Vec<RulesetId> = rests_on.iter().copied().collect();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            let used = law.ruleset(id).into_iter().flat_map(|ruleset| &ruleset.uses);
            open.extend(used.map(|used| used.ruleset));
        }
    }
    found
}

/// The files that declare facts and places, each once.
fn vocabulary_files(law: &Law) -> Vec<(String, FileId)> {
    let places = law.jurisdictions.all.iter().map(|place| place.span.file);
    let facts = law.vocabulary.facts.values().map(|fact| fact.span.file);
    let vocabulary = format!("vocabulary {}", law.vocabulary.name);
    let mut files: BTreeMap<FileId, String> =
        facts.map(|file| (file, vocabulary.clone())).collect();
    files.extend(places.map(|file| (file, "jurisdictions".to_owned())));
    files.into_iter().map(|(file, name)| (name, file)).collect()
}

/// The texts with their hashes, in order of name, however they were loaded.
fn digests(sources: &SourceMap, files: Vec<(String, FileId)>) -> Vec<TextDigest> {
    let digest = |(name, file)| {
        let text = sources.get(file).map_or("", |file| &*file.text);
        TextDigest { name, sha256: sha256(text.as_bytes()) }
    };
    let mut digests: Vec<TextDigest> = files.into_iter().map(digest).collect();
    digests.sort();
    digests
}
