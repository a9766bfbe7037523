//! Is there a design that fails no obligation, and which is the plainest that as many as can be
//! bind?
//!
//! Obligations are kept one after the other, in the order of the question, each if it can be
//! beside those before it. Of all products that keep those, one is taken that most obligations
//! bind; of those, the plainest. So the answer does not depend on the order of the search.

use super::fewest::Fewest;
use super::judge::Scale;
use super::{Baseline, Clash, Obligation, Question};
use crate::analysis::duties::Duty;
use crate::analysis::least::{Cost, Least, at_most, least};
use crate::analysis::limits::ITEMS_TOGETHER;
use crate::analysis::problem::{Limits, Outcome, Problem};
use crate::analysis::sides::Sides;
use crate::analysis::simplest::Claim;
use crate::analysis::solver::Answer;
use crate::analysis::witness::Witness;
use crate::model::law::Law;
use crate::model::manifest::{Manifest, Stated};
use crate::model::rule::RuleId;
use crate::model::vocabulary::{Fact, FactId, FieldId, Setting, Type};
use rustsat::types::Lit;
use std::collections::BTreeSet;

/// All obligations in the solver.
pub(super) struct Design<'q, 'a> {
    pub(super) question: &'q Question<'a>,
    pub(super) problem: Problem<'a>,
    /// One for each obligation, over all its markets.
    pub(super) sides: Vec<Sides>,
}

impl<'q, 'a> Design<'q, 'a> {
    pub(super) fn new(question: &'q Question<'a>) -> Design<'q, 'a> {
        let limits = Limits { items: ITEMS_TOGETHER, ..question.limits.clone() };
        let mut problem = load(question, &question.obligations, &limits);
        let sides =
            question.obligations.iter().map(|own| sides(&mut problem, own)).collect::<Vec<_>>();
        Design { question, problem, sides }
    }

    /// The product, and why it is no better.
    pub(super) fn find(&mut self) -> Baseline {
        let (kept, failed) = self.keep();
        let mut found = Baseline {
            product: None,
            is_most: false,
            said: Vec::new(),
            clashes: Vec::new(),
            unclear: Vec::new(),
            facts: Vec::new(),
            fewest: Fewest::default(),
        };
        let apart = self.bind(&kept, &mut found);
        for at in failed {
            self.blame(at, |side| side.kept, &kept, &mut found);
        }
        for at in apart {
            let binds = self.sides.get(at).map(|side| side.binds);
            // What binds no product of this kind has no need of others to give way to.
            if self.searches(&[], binds) {
                self.blame(at, |side| side.binds, &kept, &mut found);
            }
        }
        found
    }

    /// The product that as many obligations bind as can be; which do not.
    fn bind(&mut self, kept: &[Lit], found: &mut Baseline) -> Vec<usize> {
        let binds = |side: &Sides| Cost { literal: !side.binds, weight: 1 };
        let costs: Vec<Cost> = self.sides.iter().map(binds).collect();
        let Least::Found(most) = least(&mut self.problem, kept, &costs, &[]) else {
            return Vec::new();
        };
        let bound = self.sides.iter().enumerate().filter(|(at, _)| !most.paid.contains(at));
        let asked: Vec<Lit> =
            kept.iter().copied().chain(bound.map(|(_, side)| side.binds)).collect();
        found.is_most = self.is_most(kept, &costs, most.cost);
        found.product = match self.problem.solve_simplest(&asked) {
            Outcome::Sat(whole) => Some(self.trimmed(whole)),
            _ => None,
        };
        most.paid
    }

    /// Whether no product costs less, whatever is not told apart.
    fn is_most(&mut self, kept: &[Lit], costs: &[Cost], cost: u64) -> bool {
        let Some(less) = cost.checked_sub(1) else { return true };
        let fewer = at_most(self.problem.circuit(), costs, less);
        let asked: Vec<Lit> = kept.iter().copied().chain([fewer]).collect();
        matches!(self.problem.search(&asked), Answer::Unsat(_))
    }

    /// Demands of each obligation in turn that it is kept, as far as it can be had beside what is
    /// demanded already; the positions of those of which it cannot.
    fn keep(&mut self) -> (Vec<Lit>, Vec<usize>) {
        let all: Vec<Lit> = self.sides.iter().map(|side| side.kept).collect();
        if self.searches(&all, None) {
            return (all, Vec::new());
        }
        let (mut kept, mut failed) = (Vec::new(), Vec::new());
        for (at, literal) in all.into_iter().enumerate() {
            if self.searches(&kept, Some(literal)) { kept.push(literal) } else { failed.push(at) }
        }
        (kept, failed)
    }

    pub(super) fn searches(&mut self, asked: &[Lit], more: Option<Lit>) -> bool {
        let strict = self.problem.encoder.strict;
        let asked: Vec<Lit> = asked.iter().copied().chain(more).chain([strict]).collect();
        self.problem.search(&asked) == Answer::Sat
    }

    /// Why something cannot be had of an obligation beside all that are kept, if it cannot.
    fn blame(
        &mut self,
        at: usize,
        what: impl Fn(&Sides) -> Lit,
        kept: &[Lit],
        found: &mut Baseline,
    ) {
        let (Some(own), Some(wanted)) =
            (self.question.obligations.get(at), self.sides.get(at).map(what))
        else {
            return;
        };
        if self.searches(kept, Some(wanted)) {
            return;
        }
        let (rule, mut members) = (own.rule, kept.to_vec());
        for literal in kept {
            let fewer: Vec<Lit> = members.iter().copied().filter(|one| one != literal).collect();
            if !self.searches(&fewer, Some(wanted)) {
                members = fewer;
            }
        }
        let asked: Vec<Lit> = members.iter().copied().chain([wanted]).collect();
        match self.problem.solve(&asked) {
            Outcome::Unsat(_) => {
                let own = self.question.obligations.iter().zip(&self.sides);
                let others = own.filter(|(_, side)| members.contains(&side.kept));
                let set: BTreeSet<RuleId> = others.map(|(own, _)| own.rule).chain([rule]).collect();
                let set: Vec<RuleId> = set.into_iter().collect();
                found.clashes.push(Clash { rule, set });
            }
            _ => found.unclear.push(rule),
        }
    }

    /// Without every statement about the design that no obligation turns on.
    fn trimmed(&self, whole: Witness) -> Witness {
        let law = self.question.ground.law;
        let scale = Scale::new(law, &self.question.obligations);
        let said = scale.weigh(law, &whole);
        let given = self.question.ground.manifest().map(|(manifest, _)| manifest);
        let named = named_lists(law, &whole.manifest);
        let is_given = |fact: FactId| {
            let is_fixed =
                law.vocabulary.fact(fact).is_none_or(|own| own.setting == Setting::Fixed);
            Some(fact) == self.question.ground.placement_list()
                || named.contains(&fact)
                || (is_fixed && given.is_some_and(|given| given.facts.contains_key(&fact)))
        };
        if said.iter().all(|one| one.passes()) {
            return whole.trimmed_while(is_given, |less| scale.weigh(law, less) == said);
        }
        // What stays open is not to lose what its design has.
        let roots = self.problem.roots().to_vec();
        let truths = whole.truths(law, self.problem.plan(), &roots);
        let claims: Vec<Claim> = roots.into_iter().zip(truths).collect();
        whole.trimmed(law, &claims, is_given)
    }
}

/// The lists whose items something else names: without them it would name nothing.
fn named_lists(law: &Law, manifest: &Manifest) -> BTreeSet<FactId> {
    let list = |fact: &Fact| match fact.kind {
        Type::Reference(list) => Some(list),
        _ => None,
    };
    let mut found = BTreeSet::new();
    for (&fact, statement) in &manifest.facts {
        found.extend(law.vocabulary.fact(fact).and_then(list));
        let Stated::Items(items) = &statement.value else { continue };
        for index in items.iter().flat_map(|item| item.fields.keys().copied()) {
            found.extend(law.vocabulary.field(FieldId { list: fact, index }).and_then(list));
        }
    }
    found
}

/// Those obligations in a problem of their own.
pub(super) fn load<'a>(
    question: &Question<'a>,
    obligations: &[Obligation],
    limits: &Limits,
) -> Problem<'a> {
    let law = question.ground.law;
    let roots: Vec<_> =
        obligations.iter().flat_map(duties).flat_map(|duty| Sides::roots(law, duty)).collect();
    Problem::new(question.ground.clone(), &roots, limits)
}

fn duties(own: &Obligation) -> impl Iterator<Item = Duty> {
    own.markets.iter().map(|&market| Duty { rule: own.rule, market })
}

/// An obligation binds where it binds in some market, and is kept where it is kept in all.
pub(super) fn sides(problem: &mut Problem<'_>, own: &Obligation) -> Sides {
    let each: Vec<Sides> = duties(own).map(|duty| Sides::of(problem, duty)).collect();
    let circuit = problem.circuit();
    let binds = circuit.or(each.iter().map(|side| side.binds));
    let kept = circuit.and(each.iter().map(|side| side.kept));
    let breached = circuit.or(each.iter().map(|side| side.breached));
    Sides { binds, met: circuit.and([binds, kept]), breached, kept }
}
