//! Refuses what would take too long: conditions that unfold too far, examples that state too much.

use super::error::ResolveError;
use super::limits::{
    FEW_ITEMS, MAX_ALL_STEPS, MAX_DEPTH, MAX_STATED, MAX_STEPS, MAX_STEPS_ON_ITEMS,
};
use super::lowering::Lowering;
use super::report::shorten;
use crate::model::condition::NodeId;
use crate::model::effort::{Effort, steps_on_items};
use crate::model::manifest::{Stated, Statement};
use crate::model::rule::{Clause, Meaning};
use crate::model::vocabulary::FactId;
use crate::source::Span;
use std::collections::BTreeMap;

/// What helps against conditions that unfold too far.
const SHORTER: &str = "a term or rule counts again wherever it is used: use it in fewer places, \
                       or part the rule into several";

/// What helps against examples that state too much.
const FEWER: &str = "part the ruleset in two, or state in each example only what it is about";

/// What helps against long lists in examples.
const SHORTER_LISTS: &str = "a few items show what an example is about";

impl Lowering<'_> {
    /// Whether a condition is short enough to be walked; else reports it.
    pub(super) fn check_condition(&mut self, name: &str, node: NodeId, span: Span) -> Option<()> {
        self.learn_efforts();
        let effort = self.efforts.of(node);
        self.check_effort(format!("term `{name}`"), effort, span)
    }

    /// Whether a rule is short enough to be walked, alone and with all others; else reports it.
    pub(super) fn check_rule(
        &mut self,
        number: &str,
        meaning: Meaning,
        clauses: &[Clause],
        span: Span,
    ) -> Option<()> {
        self.learn_efforts();
        let clauses = clauses.iter().flat_map(|clause| [clause.node, clause.condition]);
        let effort = self.efforts.of_all(meaning.nodes().into_iter().chain(clauses));
        self.check_effort(format!("rule `{number}`"), effort, span)?;
        let before = self.steps;
        self.steps = before.saturating_add(effort.steps);
        if before <= MAX_ALL_STEPS && self.steps > MAX_ALL_STEPS {
            let problem = format!("and the rules before it unfold into {}", many(MAX_ALL_STEPS));
            return self.refuse(format!("rule `{number}`"), problem, SHORTER, span);
        }
        (self.steps <= MAX_ALL_STEPS).then_some(())
    }

    fn learn_efforts(&mut self) {
        self.efforts.extend(&self.graph, |_| 1);
    }

    fn check_effort(&mut self, what: String, effort: Effort, span: Span) -> Option<()> {
        let problem = if effort.depth > MAX_DEPTH {
            format!("has conditions inside one another, more than {MAX_DEPTH} deep")
        } else if effort.steps > MAX_STEPS {
            format!("unfolds into {}", many(MAX_STEPS))
        } else {
            return Some(());
        };
        self.refuse(what, problem, SHORTER, span)
    }

    /// Whether an example and those before it state few enough facts, and in lists short enough.
    pub(super) fn check_example(
        &mut self,
        name: &str,
        facts: &BTreeMap<FactId, Statement>,
        span: Span,
    ) -> Option<()> {
        let before = self.stated;
        let own: usize = facts.values().map(count_statements).sum();
        self.stated = before.saturating_add(own);
        let what = format!("example \"{}\"", shorten(name));
        if self.stated > MAX_STATED {
            let problem = format!("and those before it state more than {MAX_STATED} facts in all");
            return if before > MAX_STATED {
                None
            } else {
                self.refuse(what, problem, FEWER, span)
            };
        }
        if facts.values().map(count_items).sum::<usize>() <= FEW_ITEMS {
            return Some(());
        }
        self.learn_efforts();
        let rules = self.rules.iter().flatten();
        let nodes = rules.flat_map(|rule| rule.meaning.nodes());
        if steps_on_items(&self.graph, &self.efforts, nodes, facts) > MAX_STEPS_ON_ITEMS {
            let problem =
                format!("has lists so long that rules look at {}", many(MAX_STEPS_ON_ITEMS));
            return self.refuse(what, problem, SHORTER_LISTS, span);
        }
        Some(())
    }

    fn refuse(
        &mut self,
        what: String,
        problem: String,
        help: &'static str,
        span: Span,
    ) -> Option<()> {
        self.faults.report(ResolveError::TooComplex { what, problem, help, span })
    }
}

fn many(limit: u64) -> String {
    format!("more than {limit} conditions")
}

fn count_items(statement: &Statement) -> usize {
    match &statement.value {
        Stated::Items(items) => items.len(),
        _ => 0,
    }
}

fn count_statements(statement: &Statement) -> usize {
    match &statement.value {
        Stated::Items(items) => 1 + items.iter().map(|item| 1 + item.fields.len()).sum::<usize>(),
        _ => 1,
    }
}
