//! Which clauses some evaluated products have put to use.

use super::explain::{Cause, Explanation};
use super::walk::{Scope, Walker};
use crate::model::law::Law;
use crate::model::rule::RuleId;
use crate::plan::truth::Truth;
use std::collections::BTreeMap;

/// What became of the clauses of some rules.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    rules: BTreeMap<RuleId, Vec<Use>>,
}

/// What became of one clause.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Use {
    /// Its condition held for some product.
    pub held: bool,
    /// Its condition failed for some product.
    pub failed: bool,
    /// It decided some verdict that is not undetermined.
    pub decided: bool,
}

impl Coverage {
    /// No clause of those rules has been used yet.
    #[must_use]
    pub fn new(law: &Law, rules: &[RuleId]) -> Coverage {
        let uses = |&id: &RuleId| Some((id, vec![Use::default(); law.rule(id)?.clauses.len()]));
        Coverage { rules: rules.iter().filter_map(uses).collect() }
    }

    /// Notes what one explained verdict has put to use.
    pub fn record(&mut self, walker: &Walker<'_>, explanation: &Explanation) {
        let Some(uses) = self.rules.get_mut(&explanation.rule) else { return };
        let Some(rule) = walker.law().rule(explanation.rule) else { return };
        for (index, (clause, used)) in rule.clauses.iter().zip(uses).enumerate() {
            let truth = walker.trace(clause.node, Scope::default()).truth;
            used.held |= truth == Truth::True;
            used.failed |= truth == Truth::False;
            used.decided |= explanation.verdict.is_definite() && is_cause(explanation, index);
        }
    }

    /// The uses of every clause, rule by rule, in the order of the text.
    pub fn iter(&self) -> impl Iterator<Item = (RuleId, &[Use])> {
        self.rules.iter().map(|(rule, uses)| (*rule, uses.as_slice()))
    }

    /// How many clauses have decided a verdict, of how many.
    #[must_use]
    pub fn decided(&self) -> (usize, usize) {
        let uses = || self.rules.values().flatten();
        (uses().filter(|used| used.decided).count(), uses().count())
    }
}

fn is_cause(explanation: &Explanation, index: usize) -> bool {
    let is = |cause: &Cause| matches!(cause, Cause::Clause { clause, .. } if *clause == index);
    explanation.causes.iter().any(is)
}
