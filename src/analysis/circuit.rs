//! Conditions as gates over the variables of a solver, each gate once.

use super::solver::Solver;
use crate::plan::truth::Truth;
use indexmap::IndexMap;
use rustsat::types::Lit;

/// A three-valued condition: where it is true, and where it is false. Never both.
///
/// Facts that are all known can still leave a condition unknown, as where months are compared
/// with days; mostly `no` is simply the opposite of `yes`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dual {
    /// It is true.
    pub yes: Lit,
    /// It is false.
    pub no: Lit,
}

impl std::ops::Not for Dual {
    type Output = Dual;

    fn not(self) -> Dual {
        Dual { yes: self.no, no: self.yes }
    }
}

/// Gates over a solver.
#[derive(Debug)]
pub struct Circuit<S> {
    /// The solver that the gates are demanded of.
    pub solver: S,
    always: Lit,
    /// Each conjunction by its parts, in order.
    gates: IndexMap<Vec<Lit>, Lit>,
}

impl<S: Solver> Default for Circuit<S> {
    fn default() -> Self {
        let mut solver = S::default();
        let always = solver.fresh();
        solver.demand(&[always]);
        Circuit { solver, always, gates: IndexMap::new() }
    }
}

impl<S: Solver> Circuit<S> {
    /// A literal that always holds.
    #[must_use]
    pub fn always(&self) -> Lit {
        self.always
    }

    /// A literal that never holds.
    #[must_use]
    pub fn never(&self) -> Lit {
        !self.always
    }

    /// A literal that holds if and only if all of them do.
    pub fn and(&mut self, parts: impl IntoIterator<Item = Lit>) -> Lit {
        let mut parts: Vec<Lit> = parts.into_iter().filter(|part| *part != self.always).collect();
        parts.sort();
        parts.dedup();
        let clash = parts.iter().any(|part| *part == self.never() || contains(&parts, !*part));
        match parts.as_slice() {
            _ if clash => self.never(),
            [] => self.always,
            [one] => *one,
            _ => self.gate(parts),
        }
    }

    /// A literal that holds if and only if one of them does.
    pub fn or(&mut self, parts: impl IntoIterator<Item = Lit>) -> Lit {
        !self.and(parts.into_iter().map(|part| !part))
    }

    fn gate(&mut self, parts: Vec<Lit>) -> Lit {
        if let Some(gate) = self.gates.get(&parts) {
            return *gate;
        }
        let gate = self.solver.fresh();
        for part in &parts {
            self.solver.demand(&[!gate, *part]);
        }
        let back: Vec<Lit> = parts.iter().map(|part| !*part).chain([gate]).collect();
        self.solver.demand(&back);
        self.gates.insert(parts, gate);
        gate
    }

    /// The same truth, whatever the product.
    #[must_use]
    pub fn constant(&self, truth: Truth) -> Dual {
        match truth {
            Truth::True => Dual { yes: self.always, no: self.never() },
            Truth::False => Dual { yes: self.never(), no: self.always },
            Truth::Unknown => Dual { yes: self.never(), no: self.never() },
        }
    }

    /// True or false, as a literal says.
    #[must_use]
    pub fn two_valued(&self, literal: Lit) -> Dual {
        Dual { yes: literal, no: !literal }
    }

    /// True, false or unknown: nothing is said of which.
    pub fn free(&mut self) -> Dual {
        let free = Dual { yes: self.solver.fresh(), no: self.solver.fresh() };
        self.solver.demand(&[!free.yes, !free.no]);
        free
    }

    /// All of them hold.
    pub fn all(&mut self, parts: &[Dual]) -> Dual {
        let yes = self.and(parts.iter().map(|part| part.yes));
        if parts.iter().all(|part| part.no == !part.yes) {
            return self.two_valued(yes);
        }
        Dual { yes, no: self.or(parts.iter().map(|part| part.no)) }
    }

    /// At least one of them holds.
    pub fn any(&mut self, parts: &[Dual]) -> Dual {
        let parts: Vec<Dual> = parts.iter().map(|part| !*part).collect();
        !self.all(&parts)
    }

    /// Demands exactly one.
    pub fn demand_one(&mut self, literals: &[Lit]) {
        self.solver.demand(literals);
        for (index, one) in literals.iter().enumerate() {
            for other in literals.iter().take(index) {
                self.solver.demand(&[!*one, !*other]);
            }
        }
    }

    /// Demands the one if the other holds.
    pub fn demand_if(&mut self, given: Lit, then: Lit) {
        self.solver.demand(&[!given, then]);
    }
}

fn contains(sorted: &[Lit], part: Lit) -> bool {
    sorted.binary_search(&part).is_ok()
}
