//! Can two versions of a rule be told apart by a verdict? A product that does, or the proof that
//! none can.
//!
//! Every product is one that is placed on the day of the check, and the days asked are those on
//! which one of the two turns, and the day before the first of them.

use super::alike::Alike;
use super::circuit::Dual;
use super::ground::Ground;
use super::problem::{Asked, Limits, Outcome, Problem};
use super::turns::Turns;
use super::witness::Witness;
use crate::eval::verdict::{Limbs, Verdict};
use crate::model::jurisdiction::JurisdictionId;
use crate::model::law::Law;
use crate::model::rule::{Meaning, Modality, Rule, RuleId};
use crate::plan::row::Market;
use crate::plan::truth::Truth;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// How two versions of a rule stand to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Apart {
    /// They give every product the same verdict: proved.
    Never,
    /// It could not be told of every product.
    Untold,
    /// This product is judged differently.
    By(Box<Shown>),
}

/// A product that tells two versions apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The product.
    pub product: Witness,
    /// What the first version says of it.
    pub before: Verdict,
    /// What the second says.
    pub after: Verdict,
}

/// Tells two versions of a rule apart in a place, on any day.
#[must_use]
pub fn apart(law: &Law, place: JurisdictionId, rules: [RuleId; 2], limits: &Limits) -> Apart {
    let [Some(before), Some(after)] = rules.map(|id| law.rule(id)) else { return Apart::Untold };
    let is_same = before.modality == after.modality;
    if is_same && Alike::of(law).all(&before.meaning.nodes(), &after.meaning.nodes()) {
        return Apart::Never;
    }
    let mut told = Apart::Never;
    for day in days(law, place, rules) {
        let ground = Ground::any(law, &[place], day);
        match on(&ground, [before, after], limits) {
            Apart::Never => {}
            Apart::Untold => told = Apart::Untold,
            shown @ Apart::By(_) => return shown,
        }
    }
    told
}

/// The days on which one of the two turns, the latest first, and the day before all of them.
fn days(law: &Law, jurisdiction: JurisdictionId, rules: [RuleId; 2]) -> Vec<Date> {
    let mut turns = Turns::of_law(law, Market { jurisdiction, placement: None });
    let found: BTreeSet<Date> =
        rules.iter().flat_map(|&rule| turns.of_rule(rule)).map(|turn| turn.day).collect();
    let before = match found.first() {
        Some(first) => first.saturating_sub(1.day()),
        None => super::turns::LAST,
    };
    found.into_iter().rev().chain([before]).collect()
}

/// What a verdict turns on, as pairs of literals: a verdict is a function of these.
fn reach(problem: &mut Problem<'_>, meaning: Meaning, modality: Modality) -> Vec<Dual> {
    let limbs = Limbs::find(meaning, |node| problem.gate((node, 0)));
    let circuit = problem.circuit();
    let speaks = [limbs.in_force, limbs.triggered, limbs.in_scope, limbs.items];
    let mut all = |more: &[Dual]| {
        let parts: Vec<Dual> = speaks.iter().chain(more).copied().collect();
        circuit.all(&parts)
    };
    let mut found = vec![all(&[]), all(&[limbs.unmet]), all(&[limbs.unmet, limbs.standing])];
    if modality != Modality::May {
        found.extend([all(&[limbs.failing]), all(&[limbs.standing, limbs.failing_directly])]);
    }
    found
}

fn on(ground: &Ground<'_>, rules: [&Rule; 2], limits: &Limits) -> Apart {
    let nodes = rules.iter().flat_map(|rule| rule.meaning.nodes());
    let roots: Vec<Asked> = nodes.map(|node| (node, 0)).collect();
    let mut problem = Problem::new(ground.clone(), &roots, limits);
    let [before, after] = rules.map(|rule| reach(&mut problem, rule.meaning, rule.modality));
    let mut told = Apart::Never;
    for (old, new) in before.into_iter().zip(after) {
        for pair in [[old.yes, new.no], [old.no, new.yes]] {
            match problem.solve_plainly(&pair) {
                Outcome::Sat(product) => return shown(ground.law, &problem, rules, product),
                Outcome::Unknown(_) => told = Apart::Untold,
                Outcome::Unsat(_) => {}
            }
        }
        // Where facts that are all known leave something open, a difference may hide.
        for half in [[old.yes, !new.yes], [!old.yes, new.yes], [old.no, !new.no], [!old.no, new.no]]
        {
            if !matches!(problem.solve(&half), Outcome::Unsat(_)) {
                told = Apart::Untold;
            }
        }
    }
    told
}

/// What the evaluator says of a product; where it says the same of both, nothing is told.
fn shown(law: &Law, problem: &Problem<'_>, rules: [&Rule; 2], product: Witness) -> Apart {
    let truths = product.truths(law, problem.plan(), problem.roots());
    let (old, new) = truths.split_at(truths.len() / 2);
    let [one, other] = rules;
    match (verdict(one.modality, old), verdict(other.modality, new)) {
        (Some(before), Some(after)) if before != after => {
            Apart::By(Box::new(Shown { product, before, after }))
        }
        _ => Apart::Untold,
    }
}

fn verdict(modality: Modality, truths: &[Truth]) -> Option<Verdict> {
    let limbs = <[Truth; 8]>::try_from(truths).ok()?;
    Some(Verdict::of(modality, Limbs::from_array(limbs)))
}
