//! A duty as literals: it binds, it is complied with, it is breached.

use super::duties::Duty;
use super::problem::{Asked, Problem};
use crate::model::condition::NodeId;
use crate::model::law::Law;
use crate::model::rule::{ClauseRole, Modality, Rule};
use crate::plan::truth::Truth;
use rustsat::types::Lit;

/// What can be said of a duty and a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sides {
    /// The product is in scope, and something is left that the duty asks for.
    pub binds: Lit,
    /// It binds and is complied with; a permission: it is made use of.
    pub met: Lit,
    /// It binds and is failed; a permission never is.
    pub breached: Lit,
    /// It is not failed, bound by it or not.
    pub kept: Lit,
}

impl Sides {
    /// The conditions that have to be in a problem for the duty's sides.
    #[must_use]
    pub fn roots(law: &Law, duty: Duty) -> Vec<Asked> {
        let Some(rule) = law.rule(duty.rule) else { return Vec::new() };
        nodes(rule).into_iter().map(|node| (node, duty.market)).collect()
    }

    /// The sides of a duty whose roots are in the problem.
    #[must_use]
    pub fn of(problem: &mut Problem<'_>, duty: Duty) -> Sides {
        let never = problem.circuit().never();
        let Some(rule) = problem.ground().law.rule(duty.rule) else {
            return Sides { binds: never, met: never, breached: never, kept: !never };
        };
        let mut is = |node, truth| problem.is((node, duty.market), truth);
        let meaning = rule.meaning;
        let (scope, standing) =
            (is(meaning.in_scope, Truth::True), is(meaning.standing, Truth::True));
        let used = match demand(rule) {
            Some(node) if rule.modality == Modality::May => is(node, Truth::True),
            _ => is(meaning.failing, Truth::False),
        };
        let (out, failing) = (is(meaning.in_scope, Truth::False), is(meaning.failing, Truth::True));
        let passes = is(meaning.failing, Truth::False);
        let circuit = problem.circuit();
        let binds = circuit.and([scope, standing]);
        Sides {
            binds,
            met: circuit.and([binds, used]),
            breached: circuit.and([scope, failing]),
            kept: circuit.or([out, passes]),
        }
    }
}

fn nodes(rule: &Rule) -> Vec<NodeId> {
    let meaning = rule.meaning;
    let own = [meaning.in_scope, meaning.standing, meaning.failing];
    own.into_iter().chain(demand(rule).filter(|_| rule.modality == Modality::May)).collect()
}

/// What the rule's norm says, of some item where it speaks of items.
fn demand(rule: &Rule) -> Option<NodeId> {
    rule.clauses.iter().find(|clause| clause.role == ClauseRole::Norm).map(|clause| clause.node)
}
