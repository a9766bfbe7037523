//! The cheapest changes of a product's design that turn every breach into none.
//!
//! Only the rules that are breached are asked at first; what a repair breaks elsewhere is found by
//! the evaluator, and asked along in the next round. Duties that turn on different facts are
//! mended apart. So every repair that is told has been checked as a product, by every rule.

use super::changes::{Change, taken_back};
use super::duties::Duty;
use super::group::{Demand, Found, Way, fails, groups, is_escape, solve};
use super::limits::MOST_ROUNDS;
use super::problem::{Doubt, Limits};
use crate::eval::market::rules_for;
use crate::eval::matrix::evaluate;
use crate::eval::verdict::Verdict;
use crate::model::law::Law;
use crate::model::manifest::Manifest;
use crate::model::rule::Modality;
use crate::model::ruleset::RulesetId;
use crate::plan::order::Plan;
use crate::plan::reading::Threshold;
use crate::plan::row::{Market, Row};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// What is to be mended, and where.
#[derive(Debug, Clone, Copy)]
pub struct Mending<'a> {
    /// The law.
    pub law: &'a Law,
    /// The product.
    pub manifest: &'a Manifest,
    /// Where it has to comply.
    pub markets: &'a [Market],
    /// Rulesets that apply beside the law.
    pub with: &'a [RulesetId],
    /// The day of the check.
    pub on: Date,
}

/// How a product can be mended.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mended {
    /// The obligations that are breached now.
    pub breached: Vec<Duty>,
    /// Those that can be mended, in groups that are mended apart: the first ways of all groups
    /// together mend them all.
    pub groups: Vec<Group>,
    /// What no change of the design can mend: each a smallest set of duties that clash.
    pub beyond: Vec<Vec<Duty>>,
    /// Breached duties of which it could not be told.
    pub unclear: Vec<(Duty, Doubt)>,
}

/// Breached duties that turn on the same facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The duties.
    pub duties: Vec<Duty>,
    /// Ways to mend them, cheapest first; never none. The others stand beside the first ways of
    /// all other groups.
    pub ways: Vec<Repair>,
}

/// One way to mend some duties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// The sum of the weights of what is changed. As few duties as can be are got out of rather
    /// than met, and as few norms as can be are left to people: only then the cost counts.
    pub cost: u64,
    /// Whether nothing is cheaper; else nothing cheaper was found.
    pub is_cheapest: bool,
    /// What to change, each with the duties that come to be breached or open without it.
    pub steps: Vec<Step>,
    /// The duties that then no longer speak to the product, instead of being met.
    pub escapes: Vec<Duty>,
    /// The product with nothing else changed.
    pub manifest: Manifest,
    /// In what it differs.
    pub(super) ways: BTreeSet<Way>,
}

/// A change, and what it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The change.
    pub change: Change,
    /// The duties that it mends, or keeps.
    pub mends: Vec<Duty>,
}

/// The verdicts of all obligations in all markets.
type Verdicts = BTreeMap<Duty, Verdict>;

/// What is asked of duties.
pub(super) type Demands = BTreeMap<Duty, Demand>;

/// Mends a product in all its markets together; of each group of duties in at most so many ways.
#[must_use]
pub fn mend(mending: Mending<'_>, ways: usize, limits: &Limits) -> Mended {
    let mut search = Search::new(mending, limits);
    let mut mended = Mended { breached: search.breached().collect(), ..Mended::default() };
    search.find_first(&mut mended);
    search.find_others(&mut mended, ways);
    for at in 0..mended.groups.len() {
        search.explain(&mut mended.groups, at);
    }
    mended
}

impl Mended {
    /// The product after the first ways of all groups.
    #[must_use]
    pub fn product(&self, manifest: &Manifest) -> Manifest {
        let firsts = self.groups.iter().filter_map(|group| group.ways.first());
        together(manifest, firsts)
    }

    /// The product after one way of one group, both counted from 0, and nothing else.
    #[must_use]
    pub fn product_with(&self, manifest: &Manifest, group: usize, way: usize) -> Option<Manifest> {
        let way = self.groups.get(group)?.ways.get(way)?;
        Some(together(manifest, std::iter::once(way)))
    }
}

/// A product after several repairs that touch different facts.
fn together<'r>(manifest: &Manifest, repairs: impl Iterator<Item = &'r Repair>) -> Manifest {
    let mut all = manifest.clone();
    for repair in repairs {
        for (fact, statement) in &repair.manifest.facts {
            if manifest.facts.get(fact) != Some(statement) {
                all.facts.insert(*fact, statement.clone());
            }
        }
        for judged in &repair.manifest.judgements {
            if !all.judgements.iter().any(|known| known.says_as(judged)) {
                all.judgements.push(judged.clone());
            }
        }
    }
    all
}

struct Search<'a> {
    mending: Mending<'a>,
    limits: &'a Limits,
    /// What is evaluated in each market.
    plans: Vec<Plan>,
    before: Verdicts,
    demands: Demands,
}

impl<'a> Search<'a> {
    fn new(mending: Mending<'a>, limits: &'a Limits) -> Search<'a> {
        let plan = |market: &Market| {
            let rules = rules_for(mending.law, market.jurisdiction, mending.with);
            let is_must = |rule: &_| {
                mending.law.rule(*rule).is_some_and(|rule| rule.modality == Modality::Must)
            };
            Plan::new(mending.law, &rules.into_iter().filter(is_must).collect::<Vec<_>>())
        };
        let plans = mending.markets.iter().map(plan).collect();
        let demands = Demands::new();
        let mut search = Search { mending, limits, plans, before: Verdicts::new(), demands };
        search.before = search.verdicts(mending.manifest);
        let breached = search.before.iter().filter(|(_, verdict)| **verdict == Verdict::Breached);
        search.demands = breached.map(|(duty, _)| (*duty, Demand::Certain)).collect();
        search
    }

    /// What every obligation says of a product in each market.
    fn verdicts(&self, manifest: &Manifest) -> Verdicts {
        let mut found = Verdicts::new();
        for ((at, &market), plan) in (0u32..).zip(self.mending.markets).zip(&self.plans) {
            let rows = [Row { manifest, market, on: self.mending.on }];
            let matrix = evaluate(self.mending.law, plan, &rows, Threshold::default());
            let row = matrix.row(0);
            found.extend(row.map(|(rule, _, verdict)| (Duty { rule, market: at }, verdict)));
        }
        found
    }

    fn is_breached(&self, duty: Duty) -> bool {
        self.before.get(&duty) == Some(&Verdict::Breached)
    }

    /// The breached duties that are still to be mended.
    fn breached(&self) -> impl Iterator<Item = Duty> {
        self.demands.keys().copied().filter(|duty| self.is_breached(*duty))
    }

    fn demand_of(&self, duty: Duty) -> Demand {
        match self.before.get(&duty) {
            Some(verdict) if verdict.is_definite() => Demand::Certain,
            _ => Demand::NotBreached,
        }
    }

    /// The duties that a product fails although it should not; those given up may stay as they
    /// are.
    fn broken(&self, manifest: &Manifest) -> Vec<Duty> {
        let after = self.verdicts(manifest);
        let is_broken = |(duty, verdict): &(&Duty, &Verdict)| {
            let is_given_up = self.is_breached(**duty) && !self.demands.contains_key(duty);
            !is_given_up && fails(self.demand_of(**duty), **verdict)
        };
        after.iter().filter(is_broken).map(|(duty, _)| *duty).collect()
    }

    /// The cheapest way of every group, all of them checked together by every rule.
    fn find_first(&mut self, mended: &mut Mended) {
        for _ in 0..MOST_ROUNDS {
            mended.groups.clear();
            if !self.solve_groups(mended) {
                continue;
            }
            let all = mended.product(self.mending.manifest);
            let broken = self.broken(&all);
            if broken.is_empty() {
                return;
            }
            for duty in broken {
                self.demands.insert(duty, self.demand_of(duty));
            }
        }
        mended.groups.clear();
        mended.unclear.extend(self.breached().map(|duty| (duty, Doubt::Stopped)));
    }

    /// Whether every group has a way; what has none is given up.
    fn solve_groups(&mut self, mended: &mut Mended) -> bool {
        for demands in groups(self.mending.law, &self.demands) {
            let duties: Vec<Duty> =
                demands.keys().copied().filter(|duty| self.is_breached(*duty)).collect();
            // What nobody breaches now holds as it is.
            if duties.is_empty() {
                continue;
            }
            match self.solve(&demands, &[]) {
                Found::Repair(repair) => mended.groups.push(Group { duties, ways: vec![*repair] }),
                Found::Clash(clash) => {
                    self.give_up(&clash);
                    mended.beyond.push(clash);
                    return false;
                }
                Found::Nothing => return false,
                Found::Doubt(doubt) => {
                    let unclear = self.unclear(duties);
                    self.give_up(&unclear);
                    mended.unclear.extend(unclear.into_iter().map(|duty| (duty, doubt)));
                    return false;
                }
            }
        }
        true
    }

    /// Of duties of which it cannot be told together, those that cannot be told alone; all, where
    /// each can.
    fn unclear(&self, duties: Vec<Duty>) -> Vec<Duty> {
        let is_unclear = |duty: &Duty| {
            let demands = Demands::from([(*duty, Demand::Certain)]);
            matches!(self.solve(&demands, &[]), Found::Doubt(_))
        };
        let alone: Vec<Duty> = duties.iter().copied().filter(is_unclear).collect();
        if alone.is_empty() { duties } else { alone }
    }

    fn give_up(&mut self, clash: &[Duty]) {
        let before = &self.before;
        let is_breached = |duty: &Duty| before.get(duty) == Some(&Verdict::Breached);
        self.demands.retain(|duty, _| !(clash.contains(duty) && is_breached(duty)));
    }

    fn solve(&self, demands: &Demands, known: &[Repair]) -> Found {
        solve(self.mending, &self.before, demands, known, self.limits)
    }

    /// Other ways for every group, each checked beside the first ways of the others.
    fn find_others(&self, mended: &mut Mended, ways: usize) {
        let all = groups(self.mending.law, &self.demands);
        for at in 0..mended.groups.len() {
            let Some(duties) = mended.groups.get(at).map(|group| group.duties.clone()) else {
                return;
            };
            let is_own = |demands: &&Demands| duties.iter().any(|duty| demands.contains_key(duty));
            let Some(mut demands) = all.iter().find(is_own).cloned() else { continue };
            for _ in 0..MOST_ROUNDS {
                let Some(group) = mended.groups.get(at).filter(|group| group.ways.len() < ways)
                else {
                    break;
                };
                let Found::Repair(repair) = self.solve(&demands, &group.ways) else { break };
                let broken = self.broken(&beside(self.mending, &mended.groups, at, &repair));
                if broken.is_empty() {
                    mended
                        .groups
                        .get_mut(at)
                        .into_iter()
                        .for_each(|own| own.ways.push(*repair.clone()));
                } else {
                    demands.extend(broken.into_iter().map(|duty| (duty, self.demand_of(duty))));
                }
            }
        }
    }

    /// Leaves out what a way can do without, and says of each step what it is for.
    fn explain(&self, groups: &mut [Group], at: usize) {
        let Some(own) = groups.get(at) else { return };
        let mut ways = own.ways.clone();
        for way in &mut ways {
            self.explain_way(groups, at, way);
        }
        groups.get_mut(at).into_iter().for_each(|own| own.ways.clone_from(&ways));
    }

    fn explain_way(&self, groups: &[Group], at: usize, way: &mut Repair) {
        let before = self.mending.manifest;
        let mut kept = Vec::new();
        for mut step in way.steps.clone() {
            let manifest = taken_back(self.mending.law, &way.manifest, before, &step.change);
            let without = Repair { manifest, ..way.clone() };
            step.mends = self.broken(&beside(self.mending, groups, at, &without));
            match step.mends.is_empty() {
                true => *way = without,
                false => kept.push(step),
            }
        }
        way.steps = kept;
        let after = self.verdicts(&beside(self.mending, groups, at, way));
        let is_out = |duty: &Duty| after.get(duty).is_some_and(|verdict| is_escape(*verdict));
        let own = groups.get(at).map(|group| group.duties.as_slice()).unwrap_or_default();
        way.escapes = own.iter().copied().filter(is_out).collect();
    }
}

/// The product after a way for one group and the first ways of the others.
fn beside(mending: Mending<'_>, groups: &[Group], at: usize, own: &Repair) -> Manifest {
    let others = groups.iter().enumerate().filter(|(other, _)| *other != at);
    let others = others.filter_map(|(_, group)| group.ways.first());
    together(mending.manifest, others.chain([own]))
}
