//! What the readers of one manifest share: the law, and what they have gathered.

use super::error::{IngestError, shown};
use super::limits;
use crate::model::law::Law;
use crate::source::Span;
use crate::suggest::nearest;
use indexmap::IndexMap;
use std::collections::{BTreeMap, BTreeSet};

/// The list whose items are documents, which evidence refers to.
const DOCUMENTS: &str = "documents";

/// Names that are near enough are sought among this many; honest lists are shorter.
const CANDIDATES: usize = 500;

/// One manifest being read.
pub(super) struct Reading<'a> {
    /// What the manifest is read against.
    pub(super) law: &'a Law,
    /// Keys that are kept and ignored.
    pub(super) extensions: IndexMap<String, Span>,
    errors: Vec<IngestError>,
    ids: BTreeMap<String, BTreeSet<String>>,
    references: Vec<Reference>,
}

/// The id of an item, to be looked for when all items are known.
struct Reference {
    list: String,
    id: String,
    span: Span,
}

impl<'a> Reading<'a> {
    /// Starts with what was already reported.
    pub(super) fn new(law: &'a Law, errors: Vec<IngestError>) -> Self {
        Reading {
            law,
            errors,
            extensions: IndexMap::new(),
            ids: BTreeMap::new(),
            references: Vec::new(),
        }
    }

    /// Reports a fault.
    pub(super) fn report(&mut self, error: IngestError) {
        self.errors.push(error);
    }

    /// Whether there are more errors than will be shown, so that reading on is idle.
    pub(super) fn is_full(&self) -> bool {
        self.errors.len() > limits::ERRORS
    }

    /// Notes the id of an item of a list.
    pub(super) fn register(&mut self, list: &str, id: &str) {
        self.ids.entry(list.to_owned()).or_default().insert(id.to_owned());
    }

    /// Notes that an item of a list is referred to.
    pub(super) fn refer(&mut self, list: &str, id: &str, span: Span) {
        self.references.push(Reference { list: list.to_owned(), id: id.to_owned(), span });
    }

    /// Notes that a document is referred to, if the vocabulary knows documents.
    pub(super) fn refer_to_document(&mut self, id: &str, span: Span) {
        if self.law.vocabulary.find(DOCUMENTS).is_some() {
            self.refer(DOCUMENTS, id, span);
        }
    }

    /// All errors in the order of the text, once every reference is checked.
    pub(super) fn finish(mut self) -> (Vec<IngestError>, IndexMap<String, Span>) {
        for reference in std::mem::take(&mut self.references) {
            if self.is_full() {
                break;
            }
            self.check_reference(&reference);
        }
        (in_order(self.errors), self.extensions)
    }

    fn check_reference(&mut self, reference: &Reference) {
        let none = BTreeSet::new();
        let ids = self.ids.get(&reference.list).unwrap_or(&none);
        if ids.contains(&reference.id) {
            return;
        }
        let suggestion = suggest(&reference.id, ids.iter().map(String::as_str));
        let (id, list) = (shown(&reference.id), reference.list.clone());
        let help =
            did_you_mean(suggestion.as_deref(), format!("add the item to `{list}`: `- id: {id}`"));
        self.report(IngestError::UnknownReference {
            id,
            list,
            suggestion,
            help,
            span: reference.span,
        });
    }
}

/// Sorts by place, and cuts what is too much to show.
pub(super) fn in_order(mut errors: Vec<IngestError>) -> Vec<IngestError> {
    errors.sort_by_key(IngestError::span);
    if errors.len() > limits::ERRORS {
        errors.truncate(limits::ERRORS);
        let span = errors.last().map(IngestError::span);
        errors.extend(span.map(|span| IngestError::MoreErrors { shown: limits::ERRORS, span }));
    }
    errors
}

/// The candidate that was probably meant, if the word is short enough to be a slip.
pub(super) fn suggest<'a>(
    wrong: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    if wrong.len() > limits::SHOWN {
        return None;
    }
    let short = candidates.into_iter().filter(|candidate| candidate.len() <= 2 * limits::SHOWN);
    nearest(wrong, short.take(CANDIDATES)).map(str::to_owned)
}

/// The suggestion as help, or else other help.
pub(super) fn did_you_mean(suggestion: Option<&str>, otherwise: String) -> String {
    suggestion.map_or(otherwise, |name| format!("did you mean `{name}`?"))
}
