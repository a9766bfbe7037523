//! Gathers faults, and words the ones that many places share.

use super::error::ResolveError;
use super::limits::{MAX_FAULTS, SHOWN_IN_CIRCLE, SHOWN_OF_NAME};
use crate::source::Span;
use crate::suggest::nearest;
use crate::syntax::ast::Name;
use indexmap::IndexMap;

/// All faults found so far.
#[derive(Debug, Default)]
pub(super) struct Faults {
    /// By place, so that a fault found twice is told once.
    found: IndexMap<Span, Vec<ResolveError>>,
    count: usize,
}

impl Faults {
    /// Records a fault; for use as the last word of a function that returns an option.
    pub(super) fn report<T>(&mut self, fault: ResolveError) -> Option<T> {
        if self.count > MAX_FAULTS {
            return None;
        }
        let here = self.found.entry(fault.span()).or_default();
        if !here.contains(&fault) {
            here.push(fault);
            self.count += 1;
        }
        None
    }

    /// Records a name that nothing declares, with the nearest one that something does.
    pub(super) fn unknown<'a, T>(
        &mut self,
        what: &'static str,
        name: &Name,
        known: impl IntoIterator<Item = &'a str>,
        otherwise: &str,
    ) -> Option<T> {
        if self.count > MAX_FAULTS {
            return None;
        }
        let help = match nearest(&name.node, known) {
            Some(near) => format!("did the text mean `{near}`?"),
            None => otherwise.to_owned(),
        };
        self.report(ResolveError::UnknownName {
            what,
            name: shorten(&name.node),
            help,
            span: name.span,
        })
    }

    /// Records a second declaration.
    pub(super) fn twice<T>(
        &mut self,
        what: &'static str,
        name: &Name,
        first: Option<Span>,
    ) -> Option<T> {
        let first = first.filter(|first| first.file == name.span.file);
        let fault =
            ResolveError::DeclaredTwice { what, name: shorten(&name.node), span: name.span, first };
        self.report(fault)
    }

    /// Records that a sentence is missing.
    pub(super) fn missing<T>(
        &mut self,
        what: &str,
        clause: &'static str,
        help: &'static str,
        span: Span,
    ) -> Option<T> {
        self.report(ResolveError::MissingClause { what: what.to_owned(), clause, help, span })
    }

    /// Records a circle by the names and places of its members, the first of them if it is long.
    pub(super) fn circle<T>(
        &mut self,
        what: &'static str,
        members: &[(String, Span)],
    ) -> Option<T> {
        let (first, span) = members.first()?;
        let shown = members.get(..SHOWN_IN_CIRCLE).unwrap_or(members);
        let mut names: Vec<&str> = shown.iter().map(|(name, _)| name.as_str()).collect();
        if shown.len() < members.len() {
            names.push("…");
        }
        names.push(first);
        let others = shown.iter().skip(1).map(|(_, other)| *other);
        let others = others.filter(|other| other.file == span.file).collect();
        let circle = names.join(" -> ");
        self.report(ResolveError::Circle { what, circle, span: *span, others })
    }

    /// Whether nothing was found.
    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All of them, in order of place; past the bound a last one says that there are more.
    pub(super) fn into_sorted(mut self) -> Vec<ResolveError> {
        self.found.sort_unstable_keys();
        let mut faults: Vec<ResolveError> = self.found.into_values().flatten().collect();
        if let Some(span) = faults.get(MAX_FAULTS).map(ResolveError::span) {
            faults.truncate(MAX_FAULTS);
            faults.push(ResolveError::TooManyFaults { limit: MAX_FAULTS, span });
        }
        faults
    }
}

/// A name of the text, short enough for a message: those of examples can be any text.
pub(super) fn shorten(name: &str) -> String {
    let mut short: String = name.chars().take(SHOWN_OF_NAME).collect();
    if short.len() < name.len() {
        short.push('…');
    }
    short
}
