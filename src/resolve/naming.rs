//! Keeps which words a text uses: terms, facts and rules by name, before equal conditions merge.

use super::lowering::{Lowering, Place};
use crate::model::condition::{Clock, NodeId, Operand};
use crate::model::ruleset::RulesetId;
use crate::model::term::{Named, Term, TermId};
use crate::model::value::Value;
use crate::source::Span;

impl Lowering<'_> {
    /// What was named since the last call: for a clause, all that its text names.
    /// The list of `for every` is named by the sentence after it.
    pub(super) fn take_names(&mut self) -> Vec<Named> {
        std::mem::take(&mut self.names).into_iter().collect()
    }

    /// Notes that a text names a term of its ruleset.
    pub(super) fn name_term(&mut self, place: &Place<'_>, name: &str) {
        let id = self.term_id(place.ruleset, name);
        self.names.extend(id.map(Named::Term));
    }

    /// Notes that a text compares a field with one of its words.
    pub(super) fn name_word(&mut self, left: &Operand, value: &Value) {
        if let (Operand::Field(_, field), Value::Word(word)) = (left, value) {
            self.names.insert(Named::Word(*field, *word));
        }
    }

    /// The same for what stands on the right of a comparison.
    pub(super) fn name_literal(&mut self, left: &Operand, right: &Operand) {
        if let Operand::Literal(value) = right {
            self.name_word(left, value);
        }
    }

    /// Stores a term that was lowered. Its names are the same by every clock; one node is kept.
    pub(super) fn keep_term(
        &mut self,
        place: Place<'_>,
        name: &str,
        span: Span,
        node: Option<NodeId>,
    ) {
        let names = self.take_names();
        let (Some(id), Some(node)) = (self.term_id(place.ruleset, name), node) else { return };
        if place.clock == Clock::Check {
            let ruleset = RulesetId(u32::try_from(place.ruleset).unwrap_or(u32::MAX));
            let term = Term { name: name.to_owned(), ruleset, node, names, span };
            self.named_terms.insert(id, term);
        }
    }

    /// Terms are numbered ruleset by ruleset, in the order of their texts.
    fn term_id(&self, ruleset: usize, name: &str) -> Option<TermId> {
        let before: usize = self.entries.iter().take(ruleset).map(|entry| entry.terms.len()).sum();
        let own = self.entries.get(ruleset)?.terms.get_index_of(name)?;
        u32::try_from(before + own).ok().map(TermId)
    }
}
