//! What analysis asks of a SAT solver, whichever it is.

use rustsat::types::Lit;

/// A SAT solver that keeps what it has learnt from question to question.
pub trait Solver: Default {
    /// A variable of its own, as its positive literal.
    fn fresh(&mut self) -> Lit;

    /// Demands that one of the literals holds.
    fn demand(&mut self, clause: &[Lit]);

    /// Whether all demands and assumptions can hold together.
    fn solve(&mut self, assumptions: &[Lit], budget: &Budget) -> Answer;

    /// How many conflicts the last question ran into.
    fn spent(&self) -> u64;

    /// Whether a literal holds in the model that was found last.
    fn holds(&self, literal: Lit) -> bool;
}

/// What a solver found out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// There is a model, which the solver now shows.
    Sat,
    /// There is none: these assumptions cannot hold together.
    Unsat(Vec<Lit>),
    /// The budget ran out, or somebody stopped it.
    Stopped,
}

/// How much a question may cost.
#[derive(Debug, Clone, Default)]
pub struct Budget {
    /// Conflicts that the solver may run into; the same on every machine, unlike seconds.
    pub conflicts: u64,
    /// Raised by somebody who no longer wants to know.
    pub cancelled: Cancel,
}

/// A flag that one side raises and the other watches.
pub type Cancel = std::sync::Arc<std::sync::atomic::AtomicBool>;

impl Budget {
    /// So many conflicts.
    #[must_use]
    pub fn of(conflicts: u64) -> Budget {
        Budget { conflicts, cancelled: Cancel::default() }
    }
}
