//! Duties that turn on the same facts, and the cheapest way to meet them together.

use super::changes::changes;
pub(super) use super::costs::Way;
use super::costs::{costs, nearest};
use super::duties::{Duty, Read, reads};
use super::ground::{Ground, Product};
use super::least::{Cheapest, Cost, Least, least};
use super::mend::{Demands, Mending, Repair, Step};
use super::problem::{Doubt, Limits, Outcome, Problem};
use super::verdicts::{roots, verdicts};
use crate::eval::verdict::Verdict;
use crate::model::law::Law;
use crate::model::vocabulary::{FactId, Setting};
use crate::plan::reading::Threshold;
use rustsat::types::Lit;
use std::collections::{BTreeMap, BTreeSet};

/// What is asked of a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Demand {
    /// It must be certain that it is not breached.
    Certain,
    /// It must not be certain that it is breached.
    NotBreached,
}

/// What came of one search.
pub(super) enum Found {
    Repair(Box<Repair>),
    /// These cannot be met together.
    Clash(Vec<Duty>),
    /// No way that is none of those known.
    Nothing,
    Doubt(Doubt),
}

/// Whether a verdict is not what is asked.
pub(super) fn fails(demand: Demand, verdict: Verdict) -> bool {
    verdict == Verdict::Breached || (demand == Demand::Certain && !verdict.is_definite())
}

/// The demands in groups that share nothing that may be changed.
pub(super) fn groups(law: &Law, demands: &Demands) -> Vec<Demands> {
    let mut groups: Vec<(BTreeSet<Changed>, Demands)> = Vec::new();
    for (&duty, &demand) in demands {
        let mut own = (changed_by(law, duty), Demands::from([(duty, demand)]));
        let (joined, others): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|(reads, _)| !reads.is_disjoint(&own.0));
        for (reads, demands) in joined {
            own.0.extend(reads);
            own.1.extend(demands);
        }
        groups = others.into_iter().chain([own]).collect();
    }
    groups.sort_by(|(_, one), (_, other)| one.keys().cmp(other.keys()));
    groups.into_iter().map(|(_, demands)| demands).collect()
}

/// Something that can be changed: a fact or a list as a whole, a norm by its words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Changed {
    Fact(FactId),
    Norm(String),
}

fn changed_by(law: &Law, duty: Duty) -> BTreeSet<Changed> {
    let Some(rule) = law.rule(duty.rule) else { return BTreeSet::new() };
    let is_chosen = |setting: Option<Setting>| setting == Some(Setting::Chosen);
    let changed = |read: Read| match read {
        Read::Fact(fact) => is_chosen(law.vocabulary.fact(fact).map(|fact| fact.setting))
            .then_some(Changed::Fact(fact)),
        Read::Field(field) => is_chosen(law.vocabulary.field(field).map(|field| field.setting))
            .then_some(Changed::Fact(field.list)),
        Read::Judgement(id) => Some(Changed::Norm(law.judgement(id)?.text.en.clone())),
    };
    reads(law, rule.meaning.nodes()).into_iter().filter_map(changed).collect()
}

/// The cheapest way to meet demands that is none of those known.
pub(super) fn solve(
    mending: Mending<'_>,
    before: &BTreeMap<Duty, Verdict>,
    demands: &Demands,
    known: &[Repair],
    limits: &Limits,
) -> Found {
    let Mending { law, manifest, markets, on, .. } = mending;
    let product = Product::Mended(manifest, Threshold::default());
    let ground = Ground::new(law, markets.to_vec(), on, product);
    let rules = demands.iter();
    let rules: Vec<_> =
        rules.filter_map(|(duty, demand)| Some((*duty, *demand, law.rule(duty.rule)?))).collect();
    let all: Vec<_> = rules.iter().flat_map(|(duty, _, rule)| roots(rule, duty.market)).collect();
    let mut problem = Problem::new(ground, &all, limits);
    let (mut demanded, mut escapes) = (Vec::new(), Vec::new());
    for (duty, demand, rule) in rules {
        let literals = verdicts(&mut problem, rule, duty.market);
        let good = literals.iter().filter(|(verdict, _)| !fails(demand, **verdict));
        let good: Vec<Lit> = good.map(|(_, literal)| *literal).collect();
        demanded.push((duty, problem.circuit().or(good)));
        if before.get(&duty).is_some_and(|verdict| is_bound(*verdict)) {
            let out = literals.iter().filter(|(verdict, _)| is_escape(**verdict));
            let out: Vec<Lit> = out.map(|(_, literal)| *literal).collect();
            escapes.push(Cost { literal: problem.circuit().or(out), weight: 1 });
        }
    }
    let changes = costs(&problem);
    let prefer = nearest(&problem);
    let mut all: Vec<Lit> = demanded.iter().map(|(_, literal)| *literal).collect();
    for repair in known {
        // Something that it changes stays as it is.
        let paid = changes.iter().filter(|(way, _)| repair.ways.contains(way));
        let spared: Vec<Lit> = paid.map(|(_, cost)| !cost.literal).collect();
        all.push(problem.circuit().or(spared));
    }
    let judged = |(way, _): &&(Way, Cost)| matches!(way, Way::Judged(..));
    let judged: Vec<Cost> = changes.iter().filter(judged).map(|(_, cost)| *cost).collect();
    let (ways, priced): (Vec<Way>, Vec<Cost>) = changes.into_iter().unzip();
    let mut cheapest = Least::Unknown(Doubt::Stopped);
    // A duty is met rather than got out of, by facts rather than by judgement, and as cheaply as
    // can be: in that order.
    for (costs, prefer) in [(&escapes, &[][..]), (&judged, &[]), (&priced, &prefer)] {
        cheapest = least(&mut problem, &all, costs, prefer);
        let Least::Found(found) = &cheapest else { break };
        let spared = (0..).zip(costs).filter(|(at, _)| !found.paid.contains(at));
        all.extend(spared.map(|(_, cost)| !cost.literal));
    }
    match cheapest {
        Least::Found(found) => Found::Repair(Box::new(repair(mending, found, &ways))),
        Least::None(_) if !known.is_empty() => Found::Nothing,
        Least::None(core) => {
            demanded.retain(|(_, literal)| core.contains(literal));
            Found::Clash(smallest(&mut problem, demanded))
        }
        Least::Unknown(doubt) => Found::Doubt(doubt),
    }
}

/// Whether a duty speaks to the product as it is.
fn is_bound(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Breached | Verdict::Met | Verdict::DeemedMet)
}

/// Whether a duty no longer speaks to a product.
pub(super) fn is_escape(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::NotApplicable | Verdict::NotInForce | Verdict::Exempt)
}

fn repair(mending: Mending<'_>, found: Cheapest, ways: &[Way]) -> Repair {
    let Cheapest { cost, paid, is_proven, witness } = found;
    let ways = paid.into_iter().filter_map(|at| ways.get(at)).cloned().collect();
    let manifest = witness.manifest;
    let steps = changes(mending.law, mending.manifest, &manifest);
    let steps = steps.into_iter().map(|change| Step { change, mends: Vec::new() }).collect();
    Repair { cost, is_cheapest: is_proven, steps, escapes: Vec::new(), manifest, ways }
}

/// A smallest part of the duties that cannot be met together.
fn smallest(problem: &mut Problem<'_>, mut clash: Vec<(Duty, Lit)>) -> Vec<Duty> {
    for at in (0..clash.len()).rev() {
        let others = clash.iter().enumerate().filter(|(other, _)| *other != at);
        let others: Vec<Lit> = others.map(|(_, (_, literal))| *literal).collect();
        if matches!(problem.solve(&others), Outcome::Unsat(_)) {
            clash.remove(at);
        }
    }
    clash.into_iter().map(|(duty, _)| duty).collect()
}
