//! Comparisons that are known although one side is not told apart: nothing is longer than the
//! longest length that can be stated.

use super::choices::Choice;
use super::encoder::{Encoder, Env};
use super::ground::Given;
use super::solver::Solver;
use super::source::Variable;
use super::table::{Leaf, Row};
use crate::model::condition::{Comparison, Node};
use crate::model::value::{Duration, Value};
use crate::plan::truth::Truth;
use rustsat::types::Lit;

impl<S: Solver> Encoder<'_, S> {
    /// Where one side of a test is elsewhere and the other is the longest length, with what the
    /// test then is.
    pub(super) fn rows_beyond(
        &self,
        test: &Node,
        env: Env,
        variables: &[Variable],
        choices: &[Choice],
    ) -> Vec<Row> {
        let Node::Compare { left, comparison, right } = test else { return Vec::new() };
        let (Leaf::Variable(left), Leaf::Variable(right)) =
            (self.leaf(left, env), self.leaf(right, env))
        else {
            return Vec::new();
        };
        let choice = |variable| {
            let at = variables.iter().position(|known| *known == variable)?;
            choices.get(at)
        };
        let row = |longest: Variable, other: Variable, truth| {
            let longest = self.longest(longest, choice(longest)?)?;
            Some((vec![longest, choice(other)?.elsewhere?], truth))
        };
        let found = match comparison {
            Comparison::AtLeast => row(left, right, Truth::True),
            Comparison::LessThan => row(left, right, Truth::False),
            Comparison::AtMost => row(right, left, Truth::True),
            Comparison::MoreThan => row(right, left, Truth::False),
            Comparison::Equal => None,
        };
        found.into_iter().collect()
    }

    fn longest(&self, variable: Variable, choice: &Choice) -> Option<Lit> {
        let longest = Given::Value(Value::Duration(Duration::LONGEST));
        let values = &self.domains.scalars.get(&variable.source)?.values;
        let at = values.iter().position(|value| *value == longest)?;
        choice.values.get(at).copied()
    }
}
