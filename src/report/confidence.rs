//! What rests on less than reading the primary text, and why.

use super::lexicon::said;
use super::paint::Paint;
use crate::model::law::Law;
use crate::model::rule::Rule;
use crate::model::ruleset::{Confidence, ConfidenceLevel, Ruleset, RulesetId};
use crate::model::text::Language;
use std::fmt::Write as _;

/// All levels, from the surest.
const LEVELS: [ConfidenceLevel; 4] = [
    ConfidenceLevel::Read,
    ConfidenceLevel::Seen,
    ConfidenceLevel::Secondary,
    ConfidenceLevel::Unverified,
];

/// How sure the encoding is, in words.
#[must_use]
pub fn confidence(confidence: &Confidence, language: Language) -> String {
    let level = match confidence.level {
        ConfidenceLevel::Read => [
            "the primary text of the clause was read",
            "le texte original de la disposition a été lu",
            "de oorspronkelijke tekst van de bepaling is gelezen",
        ],
        ConfidenceLevel::Seen => [
            "an official page was seen in part",
            "une page officielle a été vue en partie",
            "een officiële pagina is deels gezien",
        ],
        ConfidenceLevel::Secondary => [
            "read in a secondary source",
            "lu dans une source secondaire",
            "gelezen in een secundaire bron",
        ],
        ConfidenceLevel::Unverified => [
            "UNVERIFIED: from memory, check before relying on it",
            "NON VÉRIFIÉ : de mémoire, à contrôler avant de s’y fier",
            "NIET NAGEGAAN: uit het geheugen, controleer voor gebruik",
        ],
    };
    let level = said(level, language);
    match &confidence.note {
        Some(note) => format!("{level} ({note})"),
        None => level.to_owned(),
    }
}

/// The word of the language for a level.
#[must_use]
pub fn level(level: ConfidenceLevel) -> &'static str {
    match level {
        ConfidenceLevel::Read => "read",
        ConfidenceLevel::Seen => "seen",
        ConfidenceLevel::Secondary => "secondary",
        ConfidenceLevel::Unverified => "unverified",
    }
}

/// The rules of these rulesets whose primary text was not read, each with how it was read instead,
/// and the counts of all.
#[must_use]
pub fn confidence_list(
    law: &Law,
    rulesets: &[RulesetId],
    language: Language,
    paint: Paint,
) -> String {
    let mut out = String::new();
    let mut all: Vec<&Rule> = Vec::new();
    for &id in rulesets {
        let Some(ruleset) = law.ruleset(id) else { continue };
        let rules: Vec<&Rule> = law.rules_of(id).map(|(_, rule)| rule).collect();
        out.push_str(&ruleset_block(ruleset, &rules, language, paint));
        all.extend(rules);
    }
    out.push_str(&level_counts(&all, rulesets.len()));
    out
}

/// A ruleset's rules that are not `read`, those of one level and note together.
fn ruleset_block(ruleset: &Ruleset, rules: &[&Rule], language: Language, paint: Paint) -> String {
    let mut out = String::new();
    for confidence in confidences(rules) {
        let heading = format!("  {:<10} ", level(confidence.level));
        let note = confidence.note.as_deref().unwrap_or_default();
        let _ = writeln!(out, "{}", paint.filled(&heading, note).trim_end());
        for rule in rules.iter().filter(|rule| rule.confidence == *confidence) {
            let _ = writeln!(out, "    {:<32} {}", rule.id, rule.title.get(language));
        }
    }
    if out.is_empty() {
        return out;
    }
    let name = format!("{} {}", ruleset.id, ruleset.edition);
    format!("{}  {}\n{out}\n", paint.strong(&name), ruleset.title.get(language))
}

/// Each confidence of a rule that is less than `read`, once, the least sure last.
fn confidences<'r>(rules: &[&'r Rule]) -> Vec<&'r Confidence> {
    let mut found: Vec<&Confidence> = Vec::new();
    for rule in rules.iter().filter(|rule| rule.confidence.level > ConfidenceLevel::Read) {
        if !found.contains(&&rule.confidence) {
            found.push(&rule.confidence);
        }
    }
    found.sort_by_key(|confidence| confidence.level);
    found
}

fn level_counts(rules: &[&Rule], rulesets: usize) -> String {
    let mut out = format!("{} rules of {rulesets} rulesets:\n", rules.len());
    for known in LEVELS {
        let count = rules.iter().filter(|rule| rule.confidence.level == known).count();
        let meaning = confidence(&Confidence { level: known, note: None }, Language::English);
        let _ = writeln!(out, "  {count:>4}  {:<10} {meaning}", level(known));
    }
    out
}
