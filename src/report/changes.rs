//! Steps from one manifest to another, as plain data for every form.

use super::phrases::Phrases;
use super::words;
use super::written::item_text;
use crate::analysis::changes::Change;
use crate::model::manifest::{Manifest, Stated};
use crate::model::vocabulary::Fact;
use crate::source::Span;
use schemars::JsonSchema;
use serde::Serialize;

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangeReport {
    /// `state`: a fact is stated, or stated otherwise; `add`, `remove`: an item of a list;
    /// `judge`: a person judges an open norm.
    pub step: String,
    /// Path of the fact: `auth.passwords[admin].scheme`; of a judgement the rule's id.
    pub fact: String,
    /// Its title; of a judgement the open words.
    pub title: String,
    /// What is stated now; nothing where it is not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// What is stated then; of a judgement `met` or `not met`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Line of the manifest, counted from 1, where it is stated now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
}

/// The step in words.
#[must_use]
pub fn change_report(
    phrases: Phrases<'_>,
    manifest: &Manifest,
    change: &Change,
) -> Option<ChangeReport> {
    let vocabulary = &phrases.law.vocabulary;
    let line = |span: Span| Some(manifest.source.line_column(span.start as usize).0);
    Some(match change {
        Change::State { path, before, after } => {
            let fact = match &path.field {
                None => vocabulary.fact(path.fact)?,
                Some((_, field)) => vocabulary.field(*field)?,
            };
            ChangeReport {
                step: "state".to_owned(),
                fact: path.text(vocabulary),
                title: fact.title.get(phrases.language).to_owned(),
                from: before.as_ref().map(|(before, _)| stated(fact, before)),
                to: Some(stated(fact, after)),
                line: before.as_ref().and_then(|(_, span)| line(*span)),
            }
        }
        Change::Add { list, item, span } => {
            let fact = vocabulary.fact(*list)?;
            ChangeReport {
                step: "add".to_owned(),
                fact: fact.path.clone(),
                title: fact.title.get(phrases.language).to_owned(),
                from: None,
                to: Some(item_text(fact, item)),
                line: line(*span),
            }
        }
        Change::Remove { list, item, span } => {
            let fact = vocabulary.fact(*list)?;
            ChangeReport {
                step: "remove".to_owned(),
                fact: format!("{}[{item}]", fact.path),
                title: fact.title.get(phrases.language).to_owned(),
                from: None,
                to: None,
                line: line(*span),
            }
        }
        Change::Judge { judgement, met } => {
            let norm = phrases.law.judgement(*judgement)?;
            ChangeReport {
                step: "judge".to_owned(),
                fact: phrases.law.rule(norm.rule)?.id.clone(),
                title: norm.text.get(phrases.language).to_owned(),
                from: None,
                to: Some(if *met { "met" } else { "not met" }.to_owned()),
                line: None,
            }
        }
    })
}

/// What is stated, in words.
fn stated(fact: &Fact, stated: &Stated) -> String {
    match stated {
        Stated::Absent => "absent".to_owned(),
        Stated::Value(value) => words::value(Some(&fact.kind), value),
        Stated::Items(items) if items.is_empty() => "no item".to_owned(),
        Stated::Items(items) => {
            let items: Vec<String> = items.iter().map(|item| item_text(fact, item)).collect();
            items.join(", ")
        }
    }
}
