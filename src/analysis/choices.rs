//! The choices that a product is, as variables of the solver.

use super::circuit::{Circuit, Dual};
use super::domain::{Domain, Members};
use super::solver::Solver;
use super::source::Variable;
use crate::model::vocabulary::FactId;
use rustsat::types::Lit;
use std::collections::BTreeMap;

/// One value out of several.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    /// A literal for each value of the domain.
    pub(super) values: Vec<Lit>,
    /// It is a value that behaves like none of these; nothing is known of it.
    pub(super) elsewhere: Option<Lit>,
}

/// A set.
#[derive(Debug, Clone)]
pub(super) struct Subset {
    pub(super) absent: Lit,
    /// A literal for each named member, then for the other one.
    pub(super) members: Vec<Lit>,
}

/// The items of a list.
#[derive(Debug, Clone)]
pub(super) struct Items {
    pub(super) absent: Lit,
    /// Whether the item is there.
    pub(super) live: Vec<Lit>,
    /// There may be further items, of which nothing is known.
    pub(super) more: Option<Lit>,
}

/// All choices that were made variables.
#[derive(Debug, Clone, Default)]
pub(super) struct Choices {
    pub(super) scalars: BTreeMap<Variable, Choice>,
    pub(super) sets: BTreeMap<Variable, Subset>,
    pub(super) lists: BTreeMap<FactId, Items>,
    /// By rule and words: what is judged once is judged for every rule that says the same.
    pub(super) judgements: BTreeMap<(String, String), Dual>,
}

impl Choice {
    /// Exactly one value.
    pub(super) fn new<S: Solver>(circuit: &mut Circuit<S>, domain: &Domain, strict: Lit) -> Choice {
        let values: Vec<Lit> = domain.values.iter().map(|_| circuit.solver.fresh()).collect();
        let elsewhere = domain.is_sampled.then(|| circuit.solver.fresh());
        let all: Vec<Lit> = values.iter().copied().chain(elsewhere).collect();
        circuit.demand_one(&all);
        if let Some(elsewhere) = elsewhere {
            circuit.demand_if(strict, !elsewhere);
        }
        Choice { values, elsewhere }
    }
}

impl Subset {
    /// Any members, or, where it may be absent, none.
    pub(super) fn new<S: Solver>(
        circuit: &mut Circuit<S>,
        members: &Members,
        optional: bool,
    ) -> Subset {
        let absent = if optional { circuit.solver.fresh() } else { circuit.never() };
        let count = members.named.len() + usize::from(members.other.is_some());
        let literals: Vec<Lit> = (0..count).map(|_| circuit.solver.fresh()).collect();
        for &member in &literals {
            circuit.demand_if(absent, !member);
        }
        Subset { absent, members: literals }
    }
}

impl Items {
    /// Up to `count` items, the first ones first.
    pub(super) fn new<S: Solver>(
        circuit: &mut Circuit<S>,
        count: u32,
        optional: bool,
        more: Option<Lit>,
    ) -> Items {
        let absent = if optional { circuit.solver.fresh() } else { circuit.never() };
        let live: Vec<Lit> = (0..count).map(|_| circuit.solver.fresh()).collect();
        for pair in live.windows(2) {
            if let [before, after] = pair {
                circuit.demand_if(*after, *before);
            }
        }
        for &item in live.iter().chain(&more) {
            circuit.demand_if(absent, !item);
        }
        Items { absent, live, more }
    }
}
