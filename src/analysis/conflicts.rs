//! Duties that apply together and that no design meets.
//!
//! Pairs that turn on a common design decision are asked one by one, exactly: is there a context
//! in which both apply and no design meets both? What is found comes with a product that shows
//! it. Sets of three and more are found by [`super::together`], which asks [`clash`] of them.

use super::context::Designs;
use super::duties::{Duty, Read, common_pairs, fixed_parts, reads_chosen};
use super::ground::Ground;
use super::limits::CONFLICTS_OF_CLASH;
use super::problem::{Limits, Outcome, Problem};
use super::sides::Sides;
use super::witness::Witness;
use crate::model::law::Law;
use crate::model::rule::{Modality, Rule};
use crate::model::vocabulary::FactId;
use crate::plan::truth::Truth;
use rustsat::types::Lit;
use std::collections::{BTreeMap, BTreeSet};

/// What kind of rules clash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClashKind {
    /// Obligations.
    Duties,
    /// A permission that an obligation takes away.
    Permission,
    /// A recommendation that an obligation forbids to follow, or two recommendations.
    Tension,
}

/// A smallest set of rules that no design meets together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The rules.
    pub duties: Vec<Duty>,
    /// What kind of rules they are.
    pub kind: ClashKind,
    /// The fixed facts on which it depends; none where they clash in every context.
    pub context: Vec<FactId>,
    /// The design decisions on which they all turn.
    pub turns_on: BTreeSet<Read>,
    /// A product that all of them bind.
    pub product: Witness,
    /// For a rule, a product in the same context that meets it and fails the others.
    pub ways: Vec<(Duty, Witness)>,
    /// In the same context, a product that fails none of them: it stays out of some.
    pub escape: Option<Witness>,
}

/// All conflicts, and how completely they were looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conflicts {
    /// The conflicts, smallest sets first, then by rule.
    pub found: Vec<Conflict>,
    /// Pairs that turn on a common design decision, each asked.
    pub pairs: usize,
    /// Sets of rules of which it could not be told.
    pub unclear: Vec<Vec<Duty>>,
}

/// The conflicts between duties of different rulesets.
#[must_use]
pub fn conflicts(ground: &Ground<'_>, duties: &[Duty], limits: &Limits) -> Conflicts {
    watched_conflicts(ground, duties, limits, &mut |_, _| {})
}

/// The same; before each pair `watch` is told how many were asked, and how many there are.
#[must_use]
pub fn watched_conflicts(
    ground: &Ground<'_>,
    duties: &[Duty],
    limits: &Limits,
    watch: &mut dyn FnMut(usize, usize),
) -> Conflicts {
    let law = ground.law;
    let mut all = Conflicts::default();
    let pairs = pairs(law, duties);
    let count = pairs.len();
    for (one, other) in pairs {
        watch(all.pairs, count);
        all.pairs += 1;
        clash(ground, &[one, other], limits).add_to(&mut all, &[one, other]);
    }
    all.found
        .sort_by_key(|conflict| (conflict.kind, conflict.duties.len(), conflict.duties.clone()));
    all
}

/// What came of asking about one set of rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clash {
    /// In every context in which they apply together, some design meets them.
    None,
    /// In some context none does.
    Found(Box<Conflict>),
    /// It could not be told.
    Unclear,
}

impl Clash {
    fn add_to(self, all: &mut Conflicts, duties: &[Duty]) {
        match self {
            Clash::None => {}
            Clash::Found(conflict) => all.found.push(*conflict),
            Clash::Unclear => all.unclear.push(duties.to_vec()),
        }
    }
}

/// Two permissions never clash; what one ruleset says of itself is a matter of drafting.
fn pairs(law: &Law, duties: &[Duty]) -> Vec<(Duty, Duty)> {
    let is_worth_asking = |(one, other): &(Duty, Duty)| {
        let rules = [law.rule(one.rule), law.rule(other.rule)];
        matches!(rules, [Some(one), Some(other)] if kind(&[one, other]).is_some())
    };
    common_pairs(law, duties).into_iter().filter(is_worth_asking).collect()
}

/// What kind of clash it would be.
fn kind(rules: &[&Rule]) -> Option<ClashKind> {
    let count = |modality| rules.iter().filter(|rule| rule.modality == modality).count();
    match (count(Modality::May), count(Modality::Should)) {
        (0, 0) => Some(ClashKind::Duties),
        (0, _) => Some(ClashKind::Tension),
        (1, 0) => Some(ClashKind::Permission),
        _ => None,
    }
}

/// Whether in some context in which some rules all apply no design meets them all.
#[must_use]
pub fn clash(ground: &Ground<'_>, duties: &[Duty], limits: &Limits) -> Clash {
    let law = ground.law;
    let roots: Vec<_> = duties.iter().flat_map(|&duty| Sides::roots(law, duty)).collect();
    let mut problem = Problem::of_contexts(ground.clone(), &roots, limits);
    let sides: Vec<Sides> = duties.iter().map(|&duty| Sides::of(&mut problem, duty)).collect();
    let binds: Vec<Lit> = sides.iter().map(|side| side.binds).collect();
    let met: Vec<Lit> = sides.iter().map(|side| side.met).collect();
    let settled = settled(&mut problem, duties);
    let designs = |problem: &mut Problem<'_>| problem.designs(&binds, &settled, &met);
    match problem.within(CONFLICTS_OF_CLASH, designs) {
        Designs::Always => Clash::None,
        Designs::Unclear => Clash::Unclear,
        Designs::NoneFor(context) => tell(&mut problem, duties, &sides, &context),
    }
}

/// What it takes for the rules to apply that is no matter of design.
fn settled(problem: &mut Problem<'_>, duties: &[Duty]) -> Vec<Lit> {
    let law = problem.ground().law;
    let mut found = Vec::new();
    for duty in duties {
        let Some(meaning) = law.rule(duty.rule).map(|rule| rule.meaning) else { continue };
        for node in [meaning.in_scope, meaning.standing] {
            let parts = fixed_parts(law, node).into_iter();
            found.extend(parts.map(|part| problem.is((part, duty.market), Truth::True)));
        }
    }
    found
}

/// A conflict with everything that shows it.
fn tell(problem: &mut Problem<'_>, duties: &[Duty], sides: &[Sides], context: &[Lit]) -> Clash {
    let law = problem.ground().law;
    let rules: Vec<&Rule> = duties.iter().filter_map(|duty| law.rule(duty.rule)).collect();
    let binds = sides.iter().map(|side| side.binds).chain(context.iter().copied());
    let bound: Vec<Lit> = binds.collect();
    let (Outcome::Sat(product), Some(kind)) = (problem.solve_plainly(&bound), kind(&rules)) else {
        return Clash::Unclear;
    };
    // Whoever asks what else would do, asks it of the very same surroundings.
    let around: Vec<Lit> = problem.context();
    let ways =
        (0..duties.len()).filter_map(|at| way(problem, duties, sides, &around, at)).collect();
    let kept: Vec<Lit> = around.iter().copied().chain(sides.iter().map(|side| side.kept)).collect();
    let escape = match problem.solve_plainly(&kept) {
        Outcome::Sat(witness) => Some(witness),
        _ => None,
    };
    let context = problem.facts_of(context);
    let turns_on = turns_on(law, &rules);
    Clash::Found(Box::new(Conflict {
        duties: duties.to_vec(),
        kind,
        context,
        turns_on,
        product,
        ways,
        escape,
    }))
}

/// A product that meets one rule and fails at least one of the others.
fn way(
    problem: &mut Problem<'_>,
    duties: &[Duty],
    sides: &[Sides],
    around: &[Lit],
    at: usize,
) -> Option<(Duty, Witness)> {
    let (duty, met) = (*duties.get(at)?, sides.get(at)?.met);
    let others = sides.iter().enumerate().filter(|(other, _)| *other != at);
    let binds: Vec<Lit> = others.map(|(_, side)| side.binds).collect();
    let asked: Vec<Lit> = around.iter().copied().chain(binds).chain([met]).collect();
    match problem.solve_plainly(&asked) {
        Outcome::Sat(witness) => Some((duty, witness)),
        _ => None,
    }
}

fn turns_on(law: &Law, rules: &[&Rule]) -> BTreeSet<Read> {
    let mut counts: BTreeMap<Read, usize> = BTreeMap::new();
    for rule in rules {
        for read in reads_chosen(law, rule) {
            *counts.entry(read).or_default() += 1;
        }
    }
    counts.into_iter().filter(|(_, count)| *count > 1).map(|(read, _)| read).collect()
}
