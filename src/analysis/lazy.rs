//! Tests of values that combine in too many ways for a table: their rows, as models ask for them.
//!
//! Such a test starts as a gate that may be anything. Where a model has it otherwise than it is,
//! the rows around that model are added, and the question is asked again; what is found is then
//! as exact as with the whole table, and what cannot be found stays so with more rows.

use super::choices::Choice;
use super::circuit::Dual;
use super::encoder::{Encoder, Env};
use super::solver::Solver;
use super::source::Variable;
use super::table::Row;
use crate::model::condition::Node;
use crate::plan::truth::Truth;
use rustsat::types::Lit;

/// A test whose rows are added as they are needed.
#[derive(Debug, Clone)]
pub(super) struct Lazy {
    test: Node,
    env: Env,
    variables: Vec<Variable>,
    choices: Vec<Choice>,
    gate: Dual,
}

/// Of each variable the position of its value.
type Place = Vec<usize>;

impl<S: Solver> Encoder<'_, S> {
    /// The gate of a test of which nothing is said yet.
    pub(super) fn encode_lazily(
        &mut self,
        test: &Node,
        env: Env,
        variables: &[Variable],
        choices: Vec<Choice>,
    ) -> Dual {
        let gate = self.circuit.free();
        let beyond = self.rows_beyond(test, env, variables, &choices);
        self.tell_elsewhere(&gate, &choices, &beyond);
        let (test, variables) = (test.clone(), variables.to_vec());
        self.lazy.push(Lazy { test, env, variables, choices, gate });
        gate
    }

    /// Values elsewhere stand in no row but those beyond.
    fn tell_elsewhere(&mut self, gate: &Dual, choices: &[Choice], beyond: &[Row]) {
        let mut known = Vec::new();
        for (literals, truth) in beyond {
            let row = self.circuit.and(literals.iter().copied());
            self.circuit.demand_if(row, if *truth == Truth::True { gate.yes } else { gate.no });
            known.push(!row);
        }
        let unknown = self.circuit.and(known.into_iter().chain([self.blind]));
        for elsewhere in choices.iter().filter_map(|choice| choice.elsewhere) {
            let blind = self.circuit.and([unknown, elsewhere]);
            self.circuit.demand_if(blind, !gate.yes);
            self.circuit.demand_if(blind, !gate.no);
        }
    }

    /// Adds the rows around the last model where it has a test otherwise than it is; whether there
    /// were any.
    pub(super) fn refine(&mut self) -> bool {
        let wrong: Vec<(usize, Place)> = (0..)
            .zip(&self.lazy)
            .filter_map(|(at, lazy)| Some((at, self.wrong_row(lazy)?)))
            .collect();
        for (at, row) in &wrong {
            if let Some(lazy) = self.lazy.get(*at).cloned() {
                self.tell_around(&lazy, row);
            }
        }
        !wrong.is_empty()
    }

    /// The row of the last model, where the gate says something else.
    fn wrong_row(&self, lazy: &Lazy) -> Option<Place> {
        let holds = |literal: &Lit| self.circuit.solver.holds(*literal);
        let row: Option<Place> =
            lazy.choices.iter().map(|choice| choice.values.iter().position(holds)).collect();
        let row = row?;
        let said = Truth::certain(holds(&lazy.gate.yes), holds(&lazy.gate.no));
        (self.truth_of_row(lazy, &row) != said).then_some(row)
    }

    fn truth_of_row(&self, lazy: &Lazy, row: &[usize]) -> Truth {
        let values: Vec<_> = lazy
            .variables
            .iter()
            .zip(row)
            .filter_map(|(variable, at)| {
                self.domains.scalars.get(&variable.source)?.values.get(*at).cloned()
            })
            .collect();
        self.truth_of(&lazy.test, lazy.env, &lazy.variables, &values)
    }

    /// Every row that differs from this one in the variable with most values alone.
    fn tell_around(&mut self, lazy: &Lazy, row: &[usize]) {
        let widest = (0..lazy.choices.len())
            .max_by_key(|&at| lazy.choices.get(at).map_or(0, |choice| choice.values.len()));
        let Some(widest) = widest else { return };
        let count = lazy.choices.get(widest).map_or(0, |choice| choice.values.len());
        for value in 0..count {
            let mut around = row.to_vec();
            if let Some(at) = around.get_mut(widest) {
                *at = value;
            }
            self.tell_row(lazy, &around);
        }
    }

    fn tell_row(&mut self, lazy: &Lazy, row: &[usize]) {
        let values = lazy.choices.iter().zip(row);
        let there = values.filter_map(|(choice, at)| choice.values.get(*at)).map(|value| !*value);
        let there: Vec<Lit> = there.collect();
        let Dual { yes, no } = lazy.gate;
        let told: &[Lit] = match self.truth_of_row(lazy, row) {
            Truth::True => &[yes],
            Truth::False => &[no],
            Truth::Unknown => &[!yes, !no],
        };
        for literal in told {
            let clause: Vec<Lit> = there.iter().copied().chain([*literal]).collect();
            self.circuit.solver.demand(&clause);
        }
    }
}
