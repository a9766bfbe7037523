//! Gathers faults, and words the ones that many places share.

use super::error::ResolveError;
use crate::source::Span;
use crate::suggest::nearest;
use crate::syntax::ast::Name;

/// All faults found so far.
#[derive(Debug, Default)]
pub(super) struct Faults {
    found: Vec<ResolveError>,
}

impl Faults {
    /// Records a fault; for use as the last word of a function that returns an option.
    pub(super) fn report<T>(&mut self, fault: ResolveError) -> Option<T> {
        if !self.found.contains(&fault) {
            self.found.push(fault);
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
        let help = match nearest(&name.node, known) {
            Some(near) => format!("did the text mean `{near}`?"),
            None => otherwise.to_owned(),
        };
        self.report(ResolveError::UnknownName {
            what,
            name: name.node.clone(),
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
            ResolveError::DeclaredTwice { what, name: name.node.clone(), span: name.span, first };
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

    /// Whether nothing was found.
    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All of them, in order of place.
    pub(super) fn into_sorted(mut self) -> Vec<ResolveError> {
        self.found.sort_by_key(ResolveError::span);
        self.found
    }
}
