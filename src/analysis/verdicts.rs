//! Which verdict a rule reaches, as gates: one literal for each verdict.

use super::circuit::{Circuit, Dual};
use super::problem::{Asked, Problem};
use super::solver::Solver;
use crate::eval::verdict::{Limbs, Verdict};
use crate::model::rule::{Modality, Rule};
use rustsat::types::Lit;
use std::collections::BTreeMap;

/// The conditions that decide the verdict of a rule in a market.
#[must_use]
pub fn roots(rule: &Rule, market: u32) -> Vec<Asked> {
    rule.meaning.nodes().map(|node| (node, market)).to_vec()
}

/// For each verdict the literal that says that the rule reaches it; its roots must be encoded.
#[must_use]
pub fn verdicts(problem: &mut Problem<'_>, rule: &Rule, market: u32) -> BTreeMap<Verdict, Lit> {
    let limbs = Limbs::find(rule.meaning, |node| problem.gate((node, market)));
    decide(problem.circuit(), rule.modality, limbs)
}

/// Says the same as [`crate::eval::verdict::Verdicts::of`], line by line.
fn decide<S: Solver>(
    circuit: &mut Circuit<S>,
    modality: Modality,
    limbs: Limbs<Dual>,
) -> BTreeMap<Verdict, Lit> {
    let Limbs { in_force, triggered, in_scope, items, unmet, standing, .. } = limbs;
    let Limbs { failing, failing_directly, .. } = limbs;
    let always = circuit.always();
    let mut deciding = Deciding { circuit, left: always, found: BTreeMap::new() };
    deciding.decide_any(Verdict::NotInForce, &[in_force.no, triggered.no]);
    deciding.decide_any(Verdict::NotApplicable, &[in_scope.no, items.no]);
    let bound = deciding.circuit.and([in_force.yes, triggered.yes, in_scope.yes]);
    match modality {
        Modality::Must => deciding.decide(Verdict::Breached, &[bound, failing.yes]),
        Modality::Should => deciding.decide(Verdict::NotFollowed, &[bound, failing.yes]),
        Modality::May => {}
    }
    let is_bound = deciding.circuit.and([bound, items.yes]);
    deciding.decide(Verdict::Undetermined, &[!is_bound]);
    deciding.decide(Verdict::Met, &[unmet.no]);
    deciding.decide(Verdict::Exempt, &[standing.no]);
    deciding.decide(Verdict::Undetermined, &[!standing.yes]);
    if modality == Modality::May {
        deciding.decide(Verdict::Permitted, &[]);
    } else {
        deciding.decide(Verdict::Undetermined, &[!failing.no, !failing.yes]);
        deciding.decide(Verdict::Met, &[failing_directly.no]);
        deciding.decide(Verdict::DeemedMet, &[]);
    }
    deciding.found
}

/// Verdicts in the making: each line speaks of the products on which those before it said nothing.
struct Deciding<'c, S> {
    circuit: &'c mut Circuit<S>,
    left: Lit,
    found: BTreeMap<Verdict, Lit>,
}

impl<S: Solver> Deciding<'_, S> {
    fn decide_any(&mut self, verdict: Verdict, any: &[Lit]) {
        let any = self.circuit.or(any.iter().copied());
        self.decide(verdict, &[any]);
    }

    fn decide(&mut self, verdict: Verdict, all: &[Lit]) {
        let decided = self.circuit.and(all.iter().copied().chain([self.left]));
        let before = self.found.get(&verdict).copied();
        let reached = self.circuit.or(before.into_iter().chain([decided]));
        self.found.insert(verdict, reached);
        self.left = self.circuit.and([self.left, !decided]);
    }
}
