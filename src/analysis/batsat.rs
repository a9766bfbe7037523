//! The solver in use: BatSat, through rustsat; pure Rust, the same natively and in a browser.

use super::solver::{Answer, Budget, Cancel, Solver};
use batsat::{Callbacks, ClauseKind};
use rustsat::solvers::{Solve, SolveIncremental, SolverResult};
use rustsat::types::{Lit, TernaryVal};
use std::sync::atomic::Ordering;

/// BatSat.
#[derive(Debug, Default)]
pub struct BatSat {
    inner: rustsat_batsat::Solver<Watch>,
    variables: u32,
    /// A demand could not even be stored: whatever is asked, the answer is that nothing is known.
    broken: bool,
}

/// Counts conflicts, and stops when there were enough.
#[derive(Debug, Default)]
struct Watch {
    left: u64,
    spent: u64,
    cancelled: Cancel,
}

impl Callbacks for Watch {
    fn on_new_clause(&mut self, _: &[batsat::Lit], kind: ClauseKind) {
        if kind == ClauseKind::Learnt {
            self.left = self.left.saturating_sub(1);
            self.spent += 1;
        }
    }

    fn stop(&self) -> bool {
        self.left == 0 || self.cancelled.load(Ordering::Relaxed)
    }
}

impl Solver for BatSat {
    fn fresh(&mut self) -> Lit {
        self.variables += 1;
        Lit::positive(self.variables - 1)
    }

    fn demand(&mut self, clause: &[Lit]) {
        self.broken |= self.inner.add_clause(clause.iter().copied().collect()).is_err();
    }

    fn solve(&mut self, assumptions: &[Lit], budget: &Budget) -> Answer {
        let watch = self.inner.batsat_mut().cb_mut();
        let (left, cancelled) = (budget.conflicts.max(1), budget.cancelled.clone());
        *watch = Watch { left, spent: 0, cancelled };
        if let Some(last) = self.variables.checked_sub(1) {
            self.broken |= self.inner.reserve(Lit::positive(last).var()).is_err();
        }
        match self.inner.solve_assumps(assumptions) {
            _ if self.broken => Answer::Stopped,
            Ok(SolverResult::Sat) => Answer::Sat,
            Ok(SolverResult::Unsat) => self.unsat(assumptions),
            _ => Answer::Stopped,
        }
    }

    fn spent(&self) -> u64 {
        self.inner.batsat_ref().cb().spent
    }

    fn holds(&self, literal: Lit) -> bool {
        matches!(self.inner.lit_val(literal), Ok(TernaryVal::True))
    }
}

impl BatSat {
    /// The core comes as a clause of negated assumptions.
    fn unsat(&mut self, assumptions: &[Lit]) -> Answer {
        match self.inner.core() {
            Ok(core) => {
                let named = |lit: &&Lit| core.contains(&!**lit);
                Answer::Unsat(assumptions.iter().filter(named).copied().collect())
            }
            Err(_) => Answer::Stopped,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::BatSat;
    use crate::analysis::solver::{Answer, Budget, Solver};

    #[test]
    fn core_names_the_assumptions_that_clash() {
        let mut solver = BatSat::default();
        let [a, b, c] = [solver.fresh(), solver.fresh(), solver.fresh()];
        solver.demand(&[!a, !b]);
        let budget = Budget::of(100);
        assert_eq!(solver.solve(&[c, a], &budget), Answer::Sat);
        assert!(solver.holds(a) && !solver.holds(b) && solver.holds(c));
        assert_eq!(solver.solve(&[c, a, b], &budget), Answer::Unsat(vec![a, b]));
        assert_eq!(solver.solve(&[c, b], &budget), Answer::Sat);
    }

    #[test]
    fn answer_is_unknown_once_the_budget_is_spent() {
        // Nine pigeons in eight holes: no model, and no short way to see that.
        let mut solver = BatSat::default();
        let holes: Vec<Vec<_>> = (0..9).map(|_| (0..8).map(|_| solver.fresh()).collect()).collect();
        holes.iter().for_each(|pigeon| solver.demand(pigeon));
        for (at, one) in holes.iter().enumerate() {
            for other in holes.iter().take(at) {
                one.iter().zip(other).for_each(|(one, other)| solver.demand(&[!*one, !*other]));
            }
        }
        assert_eq!(solver.solve(&[], &Budget::of(10)), Answer::Stopped);
        let cancelled = Budget::of(u64::MAX);
        cancelled.cancelled.store(true, std::sync::atomic::Ordering::Relaxed);
        assert_eq!(solver.solve(&[], &cancelled), Answer::Stopped);
        assert_eq!(solver.solve(&[], &Budget::of(u64::MAX)), Answer::Unsat(vec![]));
    }
}
