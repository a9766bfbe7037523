//! What people judged of open norms: `judgements: [{rule, norm, met, by, on, reason}]`.

use super::error::{IngestError, shown};
use super::fields::join;
use super::reading::{Reading, did_you_mean, suggest};
use super::shapes::{read_mapping, read_sequence, read_string};
use super::statement::check_keys;
use super::tree::{Mapping, Node};
use super::values::{read_date, read_one_text, read_yes_no};
use crate::model::law::{Judgement, Law};
use crate::model::manifest::StatedJudgement;
use crate::source::Span;
use std::collections::BTreeSet;

/// The key of the manifest that holds them.
pub(super) const KEY: &str = "judgements";

const KEYS: &[&str] = &["rule", "norm", "met", "by", "on", "reason"];

/// Reads the judgements of a manifest.
pub(super) fn read_judgements(reading: &mut Reading<'_>, root: &Mapping) -> Vec<StatedJudgement> {
    let Some(entry) = root.get(KEY) else { return Vec::new() };
    let nodes = read_sequence(reading, KEY, "a list of judgements", &entry.value);
    let mut judgements: Vec<StatedJudgement> = Vec::new();
    for node in nodes.unwrap_or_default() {
        if reading.is_full() {
            break;
        }
        if let Some(judgement) = read_judgement(reading, node) {
            check_agreement(reading, &judgements, &judgement);
            judgements.push(judgement);
        }
    }
    judgements
}

fn read_judgement(reading: &mut Reading<'_>, node: &Node) -> Option<StatedJudgement> {
    let mapping = read_mapping(reading, KEY, node)?;
    check_keys(reading, mapping, KEYS, KEY, "in a judgement");
    let rule = read_key(reading, mapping, "rule", node.span, read_rule);
    let text = rule.as_ref().and_then(|rule| read_norm(reading, mapping, rule));
    let met = read_key(reading, mapping, "met", node.span, read_yes_no);
    let by = read_key(reading, mapping, "by", node.span, read_one_text);
    let on = read_key(reading, mapping, "on", node.span, read_date);
    let reason = mapping
        .get("reason")
        .and_then(|entry| read_one_text(reading, &join(KEY, "reason"), &entry.value));
    Some(StatedJudgement {
        rule: rule?,
        text,
        met: met?,
        by: by?,
        on: on?,
        reason,
        span: node.span,
    })
}

fn read_key<T>(
    reading: &mut Reading<'_>,
    mapping: &Mapping,
    key: &str,
    span: Span,
    read: impl Fn(&mut Reading<'_>, &str, &Node) -> Option<T>,
) -> Option<T> {
    match mapping.get(key) {
        Some(entry) => read(reading, &join(KEY, key), &entry.value),
        None => {
            let (key, what) = (key.to_owned(), "the judgement".to_owned());
            reading.report(IngestError::MissingKey { key, what, span });
            None
        }
    }
}

/// The full id of a rule.
fn read_rule(reading: &mut Reading<'_>, what: &str, node: &Node) -> Option<String> {
    let id = read_string(reading, what, "the full id of a rule", node)?;
    if reading.law.find_rule(id).is_none() {
        check_unknown_rule(reading, id, node.span);
    }
    Some(id.to_owned())
}

/// A rule of a ruleset that is not loaded may be judged; a slip in a name may not pass.
fn check_unknown_rule(reading: &mut Reading<'_>, id: &str, span: Span) {
    let law = reading.law;
    let is_loaded = law.rulesets.iter().any(|ruleset| {
        id.strip_prefix(ruleset.id.as_str()).is_some_and(|rest| rest.starts_with('.'))
    });
    let suggestion = suggest(id, law.rules.iter().map(|rule| rule.id.as_str()));
    if is_loaded || suggestion.is_some() {
        let otherwise = "write the ruleset's id, a dot, and the official number".to_owned();
        let help = did_you_mean(suggestion.as_deref(), otherwise);
        reading.report(IngestError::UnknownRule { rule: shown(id), suggestion, help, span });
    }
}

/// The open words that were judged, in English, whatever the language they are given in.
fn read_norm(reading: &mut Reading<'_>, mapping: &Mapping, rule: &str) -> Option<String> {
    let entry = mapping.get("norm")?;
    let words = read_string(reading, &join(KEY, "norm"), "text", &entry.value)?;
    if reading.law.find_rule(rule).is_none() {
        return Some(words.to_owned());
    }
    let open = || open_norms(reading.law, rule);
    if let Some(norm) = open().find(|norm| is_called(norm, words)) {
        return Some(norm.text.en.clone());
    }
    let open: BTreeSet<String> = open().map(|norm| format!("`{}`", shown(&norm.text.en))).collect();
    let open: Vec<String> = open.into_iter().collect();
    let help = match open.as_slice() {
        [] => "delete the judgement: the rule is decided by facts alone".to_owned(),
        open => format!("it leaves to judgement: {}", open.join(", ")),
    };
    let (norm, span) = (shown(words), entry.value.span);
    reading.report(IngestError::UnknownNorm { rule: rule.to_owned(), norm, help, span });
    None
}

/// What the rules of that id leave open: each edition of a ruleset has one.
fn open_norms<'a>(law: &'a Law, id: &'a str) -> impl Iterator<Item = &'a Judgement> {
    let is_of_it = move |norm: &&Judgement| law.rule(norm.rule).is_some_and(|rule| rule.id == id);
    law.judgements.iter().filter(is_of_it)
}

fn is_called(norm: &Judgement, words: &str) -> bool {
    norm.text.en == words
        || norm.text.fr.as_deref() == Some(words)
        || norm.text.nl.as_deref() == Some(words)
}

/// Two judgements of one norm must agree.
fn check_agreement(
    reading: &mut Reading<'_>,
    earlier: &[StatedJudgement],
    judgement: &StatedJudgement,
) {
    let contrary = earlier.iter().find(|earlier| {
        earlier.rule == judgement.rule
            && earlier.text == judgement.text
            && earlier.met != judgement.met
    });
    if let Some(first) = contrary {
        reading.report(IngestError::Contradiction {
            what: judgement.rule.clone(),
            span: judgement.span,
            first: first.span,
        });
    }
}
