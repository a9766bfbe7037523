//! What conditions name as they are written: terms, facts, parameters, other rules.

use super::condition::{NodeId, ParameterId, RuleState};
use super::rule::RuleId;
use super::ruleset::RulesetId;
use super::vocabulary::{FactId, FieldId};
use crate::source::Span;

/// A position in [`super::law::Law::terms`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermId(pub u32);

/// A named condition: `term connectable means …`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its name.
    pub name: String,
    /// The ruleset that declares it.
    pub ruleset: RulesetId,
    /// Its condition, with the values that parameters have on the day of the check.
    pub node: NodeId,
    /// What its text names.
    pub names: Vec<Named>,
    /// Where it is written.
    pub span: Span,
}

/// Something that the text of a condition names.
///
/// Equal conditions are one node of the graph, whoever wrote them; which words a text uses for
/// them is kept here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Named {
    /// `connectable`
    Term(TermId),
    /// `net.internet_capable`, or the list in `some p in auth.passwords`
    Fact(FactId),
    /// `p.scheme`, `placement.to_consumers`
    Field(FieldId),
    /// The value of a field that is one of several, by its position: `jc_star` in
    /// `c.scheme is jc_star`
    Word(FieldId, u8),
    /// `minimum_support`
    Parameter(ParameterId),
    /// `en/5.1-1 is met`
    Rule(RuleId, RuleState),
}
