//! The cheapest way to meet some demands: a weighted sum that is made as small as it can be.
//!
//! Cores of wishes that cannot all be granted give a lower bound, models an upper one; between
//! them the sum is bounded by gates. Of several cheapest ways the first in the order of the
//! wishes is taken, whatever the solver happens to find.

use super::circuit::Circuit;
use super::problem::{Doubt, Outcome, Problem};
use super::solver::{Answer, Solver};
use super::witness::Witness;
use rustsat::types::Lit;
use std::collections::BTreeSet;

/// Something that costs if it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// What costs.
    pub literal: Lit,
    /// How much.
    pub weight: u32,
}

/// The cheapest way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Least {
    /// A way, as a product.
    Found(Cheapest),
    /// There is none, because of these demands.
    None(Vec<Lit>),
    /// It could not be told.
    Unknown(Doubt),
}

/// A cheapest way to meet some demands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cheapest {
    /// What it costs.
    pub cost: u64,
    /// The positions of what it pays for.
    pub paid: Vec<usize>,
    /// The product.
    pub witness: Witness,
    /// Nothing is cheaper; else nothing cheaper was found.
    pub is_proven: bool,
}

/// Looks for the cheapest way to meet the demands. `prefer` breaks ties between products that
/// cost the same: of each row the first literal that can hold.
pub fn least(
    problem: &mut Problem<'_>,
    demands: &[Lit],
    costs: &[Cost],
    prefer: &[Vec<Lit>],
) -> Least {
    let mut search = Search { problem, demands, costs, prefer, best: None, is_proven: true };
    match search.find_least() {
        Err(NoWay::None(core)) => return Least::None(core),
        Err(NoWay::Unknown(doubt)) => return Least::Unknown(doubt),
        Ok(()) => {}
    }
    let fixed = search.settle_ties();
    let fixed = search.settle_values(fixed);
    search.confirm(&fixed)
}

/// Why there is no cheapest way to look at.
enum NoWay {
    None(Vec<Lit>),
    Unknown(Doubt),
}

/// What the solver says where nothing is replayed yet.
enum Told {
    Yes,
    /// With what it rests on; it may be that only what is told apart cannot be.
    No(Vec<Lit>),
    Stopped,
}

struct Search<'s, 'a> {
    problem: &'s mut Problem<'a>,
    demands: &'s [Lit],
    costs: &'s [Cost],
    prefer: &'s [Vec<Lit>],
    best: Option<Best>,
    is_proven: bool,
}

/// The cheapest way so far.
struct Best {
    cost: u64,
    paid: BTreeSet<usize>,
    /// Of the literals that are preferred, those that hold.
    preferred: BTreeSet<Lit>,
}

impl Search<'_, '_> {
    /// Whether there is a model under these assumptions too; it becomes the best one.
    fn attempt(&mut self, more: &[Lit]) -> Told {
        let strict = self.problem.encoder.strict;
        let assumed: Vec<Lit> = self.demands.iter().chain(more).copied().chain([strict]).collect();
        match self.problem.search(&assumed) {
            Answer::Sat => {
                self.keep();
                Told::Yes
            }
            Answer::Unsat(core) => Told::No(core),
            Answer::Stopped => Told::Stopped,
        }
    }

    fn tries(&mut self, more: &[Lit]) -> bool {
        matches!(self.attempt(more), Told::Yes)
    }

    fn keep(&mut self) {
        let holds = |cost: &Cost| self.problem.holds(cost.literal);
        let paid: BTreeSet<usize> =
            (0..).zip(self.costs).filter(|(_, cost)| holds(cost)).map(|(at, _)| at).collect();
        let weights = paid.iter().filter_map(|&at| self.costs.get(at));
        let cost = weights.map(|cost| u64::from(cost.weight)).sum();
        let preferred = self.prefer.iter().flatten().copied();
        let preferred = preferred.filter(|literal| self.problem.holds(*literal)).collect();
        self.best = Some(Best { cost, paid, preferred });
    }

    fn find_least(&mut self) -> Result<(), NoWay> {
        let least = self.bound_below()?;
        while let Some(best) = self.best.as_ref().filter(|best| best.cost > least) {
            let bound = at_most(self.problem.circuit(), self.costs, best.cost - 1);
            match self.attempt(&[bound]) {
                Told::Yes => {}
                Told::No(core) => {
                    self.note(&core);
                    return Ok(());
                }
                Told::Stopped => {
                    self.is_proven = false;
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    /// What only holds of values and items that are told apart is no proof. A core may name that
    /// although it could do without.
    fn note(&mut self, core: &[Lit]) {
        let strict = self.problem.encoder.strict;
        if self.is_proven && core.contains(&strict) {
            let rest: Vec<Lit> = core.iter().copied().filter(|one| *one != strict).collect();
            self.is_proven = matches!(self.problem.search(&rest), Answer::Unsat(_));
        }
    }

    /// Every set of wishes that clash costs at least its cheapest one.
    fn bound_below(&mut self) -> Result<u64, NoWay> {
        let mut open: BTreeSet<usize> = (0..self.costs.len()).collect();
        let mut least = 0;
        loop {
            let wishes = open.iter().filter_map(|&at| self.costs.get(at)).map(|cost| !cost.literal);
            let wishes: Vec<Lit> = wishes.collect();
            let core = match self.attempt(&wishes) {
                Told::Yes => return Ok(least),
                Told::No(core) => core,
                Told::Stopped => return Err(NoWay::Unknown(Doubt::Stopped)),
            };
            let is_in =
                |at: &usize| self.costs.get(*at).is_some_and(|cost| core.contains(&!cost.literal));
            let clash: Vec<usize> = open.iter().copied().filter(is_in).collect();
            let weights = clash.iter().filter_map(|&at| self.costs.get(at));
            match weights.map(|cost| u64::from(cost.weight)).min() {
                Some(cheapest) => least += cheapest,
                None if core.contains(&self.problem.encoder.strict) => {
                    return Err(self.impossible());
                }
                None => return Err(NoWay::None(core)),
            }
            self.note(&core);
            open.retain(|at| !clash.contains(at));
        }
    }

    /// Impossible as far as values and items are told apart; perhaps altogether.
    fn impossible(&mut self) -> NoWay {
        match self.problem.solve(self.demands) {
            Outcome::Unsat(core) => NoWay::None(core),
            _ => NoWay::Unknown(Doubt::Coarse),
        }
    }

    /// Of all that cost as little, the one that pays for what comes first.
    fn settle_ties(&mut self) -> Vec<Lit> {
        let Some(cost) = self.best.as_ref().map(|best| best.cost) else { return Vec::new() };
        let mut fixed = vec![at_most(self.problem.circuit(), self.costs, cost)];
        let mut left = cost;
        for (at, item) in self.costs.iter().enumerate() {
            let weight = u64::from(item.weight);
            let pays = self.best.as_ref().is_some_and(|best| best.paid.contains(&at));
            let pays = pays
                || (weight <= left && {
                    let more: Vec<Lit> = fixed.iter().copied().chain([item.literal]).collect();
                    self.tries(&more)
                });
            left = left.saturating_sub(if pays { weight } else { 0 });
            fixed.push(if pays { item.literal } else { !item.literal });
        }
        fixed
    }

    /// Of each row the first that can hold.
    fn settle_values(&mut self, mut fixed: Vec<Lit>) -> Vec<Lit> {
        for row in self.prefer {
            let can_hold = |literal: &Lit| {
                let best = self.best.as_ref();
                best.is_some_and(|best| best.preferred.contains(literal)) || {
                    let more: Vec<Lit> = fixed.iter().copied().chain([*literal]).collect();
                    self.tries(&more)
                }
            };
            let holds = row.iter().copied().find(can_hold);
            fixed.extend(holds);
        }
        fixed
    }

    /// The product, if the evaluator says the same of it; else any that costs as little.
    fn confirm(&mut self, fixed: &[Lit]) -> Least {
        let (bound, rest) = fixed.split_at(fixed.len().min(1));
        for more in [[bound, rest].concat(), bound.to_vec()] {
            let assumed: Vec<Lit> = self.demands.iter().copied().chain(more).collect();
            if let Outcome::Sat(witness) = self.problem.solve(&assumed) {
                self.keep();
                let Some(Best { cost, paid, .. }) = self.best.take() else { break };
                let paid = paid.into_iter().collect();
                return Least::Found(Cheapest { cost, paid, witness, is_proven: self.is_proven });
            }
        }
        Least::Unknown(Doubt::Coarse)
    }
}

/// The gate that says that the sum of the weights of what holds is at most so much.
pub(super) fn at_most<S: Solver>(circuit: &mut Circuit<S>, costs: &[Cost], most: u64) -> Lit {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    // For every rest of the sum whether what comes after stays within it.
    let mut within: Vec<Lit> = vec![circuit.always(); most.saturating_add(1)];
    for cost in costs.iter().rev() {
        let weight = cost.weight as usize;
        let next = (0..within.len()).map(|rest| {
            let free = within.get(rest).copied().unwrap_or(circuit.never());
            let paid = rest.checked_sub(weight).and_then(|rest| within.get(rest)).copied();
            let spared = circuit.and([!cost.literal, free]);
            circuit.or([spared].into_iter().chain(paid))
        });
        within = next.collect();
    }
    within.last().copied().unwrap_or(circuit.always())
}
