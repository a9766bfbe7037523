//! Steps from one manifest to another, as plain data for every form.

use super::lexicon::said;
use super::phrases::Phrases;
use super::words;
use super::written::item_text;
use crate::analysis::changes::Change;
use crate::eval::trace::FactPath;
use crate::model::condition::JudgementId;
use crate::model::manifest::{Manifest, Stated};
use crate::model::text::Language;
use crate::model::vocabulary::{Fact, FactId};
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
    let line = |span: Span| Some(manifest.source.line_column(span.start as usize).0);
    let list = |step: &str, list: FactId| list_change(phrases, step, list);
    match change {
        Change::State { path, before, after } => {
            let report = state_change(phrases, path, before.as_ref().map(|own| &own.0), after)?;
            let line = before.as_ref().and_then(|(_, span)| line(*span));
            Some(ChangeReport { line, ..report })
        }
        Change::Add { list: id, item, span } => {
            let to = Some(item_text(phrases.law.vocabulary.fact(*id)?, item));
            Some(ChangeReport { to, line: line(*span), ..list("add", *id)? })
        }
        Change::Remove { list: id, item, span } => {
            let report = list("remove", *id)?;
            let fact = format!("{}[{item}]", report.fact);
            Some(ChangeReport { fact, line: line(*span), ..report })
        }
        Change::Judge { judgement, met } => judged_change(phrases, *judgement, *met),
    }
}

fn state_change(
    phrases: Phrases<'_>,
    path: &FactPath,
    before: Option<&Stated>,
    after: &Stated,
) -> Option<ChangeReport> {
    let fact = phrases.fact(path)?;
    Some(ChangeReport {
        step: "state".to_owned(),
        fact: path.text(&phrases.law.vocabulary),
        title: fact.title.get(phrases.language).to_owned(),
        from: before.map(|before| stated(fact, before, phrases.language)),
        to: Some(stated(fact, after, phrases.language)),
        line: None,
    })
}

fn list_change(phrases: Phrases<'_>, step: &str, list: FactId) -> Option<ChangeReport> {
    let fact = phrases.law.vocabulary.fact(list)?;
    Some(ChangeReport {
        step: step.to_owned(),
        fact: fact.path.clone(),
        title: fact.title.get(phrases.language).to_owned(),
        from: None,
        to: None,
        line: None,
    })
}

fn judged_change(phrases: Phrases<'_>, judgement: JudgementId, met: bool) -> Option<ChangeReport> {
    let norm = phrases.law.judgement(judgement)?;
    Some(ChangeReport {
        step: "judge".to_owned(),
        fact: phrases.law.rule(norm.rule)?.id.clone(),
        title: norm.text.get(phrases.language).to_owned(),
        from: None,
        to: Some(if met { "met" } else { "not met" }.to_owned()),
        line: None,
    })
}

/// What is stated, in words.
fn stated(fact: &Fact, stated: &Stated, language: Language) -> String {
    match stated {
        Stated::Absent => said(["absent", "absent", "afwezig"], language).to_owned(),
        Stated::Value(value) => words::value(Some(&fact.kind), value, language),
        Stated::Items(items) if items.is_empty() => {
            said(["no item", "aucun élément", "geen onderdeel"], language).to_owned()
        }
        Stated::Items(items) => {
            let items: Vec<String> = items.iter().map(|item| item_text(fact, item)).collect();
            items.join(", ")
        }
    }
}
