//! The choices that a product is, as variables of the solver.

use super::circuit::{Circuit, Dual};
use super::domain::Domain;
use super::members::Members;
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
    /// Nothing is known of it, and nothing has to be.
    pub(super) unknown: Lit,
    /// A literal for each named member, then for the other one.
    pub(super) members: Vec<Lit>,
}

/// The items of a list.
#[derive(Debug, Clone)]
pub(super) struct Items {
    pub(super) absent: Lit,
    /// Nothing is known of it, and nothing has to be.
    pub(super) unknown: Lit,
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

    /// A literal for each value, and for none of them.
    pub(super) fn all(&self) -> Vec<Lit> {
        self.values.iter().copied().chain(self.elsewhere).collect()
    }
}

impl Subset {
    /// Any members, or, where it may be absent or unknown, none.
    pub(super) fn new<S: Solver>(
        circuit: &mut Circuit<S>,
        members: &Members,
        optional: bool,
        open: bool,
    ) -> Subset {
        let [absent, unknown] = instead(circuit, optional, open);
        let count = members.named.len() + usize::from(members.other.is_some());
        let literals: Vec<Lit> = (0..count).map(|_| circuit.solver.fresh()).collect();
        for &member in &literals {
            circuit.demand_if(absent, !member);
            circuit.demand_if(unknown, !member);
        }
        Subset { absent, unknown, members: literals }
    }
}

impl Items {
    /// Items that are stated, of which any may be missing, and up to `count` others, the first
    /// ones first.
    pub(super) fn new<S: Solver>(
        circuit: &mut Circuit<S>,
        stated: usize,
        count: u32,
        [optional, open]: [bool; 2],
        more: Option<Lit>,
    ) -> Items {
        let [absent, unknown] = instead(circuit, optional, open);
        let kept: Vec<Lit> = (0..stated).map(|_| circuit.solver.fresh()).collect();
        let added: Vec<Lit> = (0..count).map(|_| circuit.solver.fresh()).collect();
        for pair in added.windows(2) {
            if let [before, after] = pair {
                circuit.demand_if(*after, *before);
            }
        }
        // Whoever has further items, has these.
        for &item in &added {
            more.into_iter().for_each(|more| circuit.demand_if(more, item));
        }
        let live: Vec<Lit> = kept.into_iter().chain(added).collect();
        for &item in live.iter().chain(&more) {
            circuit.demand_if(absent, !item);
            circuit.demand_if(unknown, !item);
        }
        Items { absent, unknown, live, more }
    }

    /// Whether each item is there, and whether there are further ones.
    pub(super) fn all(&self) -> Vec<Lit> {
        self.live.iter().copied().chain(self.more).collect()
    }
}

/// That a set or list is absent, and that nothing is known of it: never both.
fn instead<S: Solver>(circuit: &mut Circuit<S>, optional: bool, open: bool) -> [Lit; 2] {
    let mut may = |may| if may { circuit.solver.fresh() } else { circuit.never() };
    let both = [may(optional), may(open)];
    let [absent, unknown] = both;
    circuit.demand_if(absent, !unknown);
    both
}
