//! What all completions say of an open verdict, as plain data for every form.

use super::changes::{ChangeReport, change_report};
use super::json::ReasonReport;
use super::lexicon::told;
use super::phrases::{OR, Phrases};
use crate::analysis::changes::changes_told;
use crate::eval::explain::Explanation;
use crate::eval::settled::{Ask, Settled};
use crate::model::manifest::Manifest;
use schemars::JsonSchema;
use serde::Serialize;

/// Before the verdict that every completion gives.
const SETTLED: [&str; 3] = [
    "settled over all completions: whatever is not stated, it is",
    "établi quoi qu’on ajoute : quels que soient les faits qui manquent, elle est",
    "vastgesteld wat er ook bij komt: welke feiten er ook ontbreken, het is",
];

/// What every completion of the manifest says of a rule whose verdict is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SettledReport {
    /// The verdicts that can still be reached.
    pub possible: Vec<PossibleReport>,
    /// The fewest facts and open norms that can decide the verdict.
    pub ask: Vec<String>,
    /// Whether it was proved that no fewer can; else no fewer were found.
    pub proved_fewest: bool,
}

/// A verdict that can still be reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PossibleReport {
    /// The verdict.
    pub verdict: String,
    /// One way to reach it: as little as it takes. Nothing for `undetermined`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub if_told: Vec<ChangeReport>,
}

/// What can still be reached; nothing for a verdict that is decided.
pub(super) fn settled_report(
    phrases: Phrases<'_>,
    manifest: &Manifest,
    explanation: &Explanation,
) -> Option<SettledReport> {
    let settled = explanation.settled.as_ref().filter(|_| !explanation.verdict.is_definite())?;
    let possible = settled.possible.iter().map(|possible| PossibleReport {
        verdict: possible.verdict.words().to_owned(),
        if_told: match possible.verdict.is_definite() {
            false => Vec::new(),
            true => changes_told(phrases.law, manifest, &possible.told, &possible.judged)
                .iter()
                .filter_map(|change| change_report(phrases, manifest, change))
                .collect(),
        },
    });
    Some(SettledReport {
        possible: possible.collect(),
        ask: asked(phrases, &settled.ask),
        proved_fewest: settled.is_fewest,
    })
}

/// Things to ask for by their names: paths of facts, words of open norms.
#[must_use]
pub fn asked(phrases: Phrases<'_>, ask: &[Ask]) -> Vec<String> {
    let name = |ask: &Ask| match ask {
        Ask::Fact(path) => Some(path.text(&phrases.law.vocabulary)),
        Ask::Judgement(id) => {
            phrases.law.judgement(*id).map(|norm| norm.text.get(phrases.language).to_owned())
        }
    };
    ask.iter().filter_map(name).collect()
}

/// Why a verdict holds although facts are missing.
pub(super) fn settled_reason(
    phrases: Phrases<'_>,
    explanation: &Explanation,
) -> Option<ReasonReport> {
    let settled = explanation.settled.as_ref().filter(|_| explanation.verdict.is_definite())?;
    Some(ReasonReport {
        because: "settled".to_owned(),
        citation: None,
        text: format!("{} {}", phrases.say(SETTLED), either(phrases, settled)),
        stated: Vec::new(),
    })
}

fn either(phrases: Phrases<'_>, settled: &Settled) -> String {
    let possible = settled.possible.iter();
    let words: Vec<&str> =
        possible.map(|own| told(own.verdict.words(), phrases.language)).collect();
    words.join(phrases.say(OR))
}
