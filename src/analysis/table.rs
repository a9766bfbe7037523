//! Tests of values as tables: every combination of values with what the test then is.

use super::choices::Choice;
use super::circuit::Dual;
use super::encoder::{Encoder, Env};
use super::ground::Given;
use super::limits::MOST_COMBINATIONS;
use super::solver::Solver;
use super::source::{Source, Variable, is_id};
use super::test::answer;
use crate::model::condition::{Binder, Node, Operand};
use crate::model::rule::Trigger;
use crate::model::value::Value;
use crate::model::vocabulary::FieldId;
use crate::plan::days::{Day, Days};
use crate::plan::row::PlacementFields;
use crate::plan::truth::Truth;
use rustsat::types::Lit;

/// Values that come together, and what a test then is.
pub(super) type Row = (Vec<Lit>, Truth);

/// What an operand comes to.
pub(super) enum Leaf {
    Given(Given),
    Variable(Variable),
}

impl<S: Solver> Encoder<'_, S> {
    /// A test as a table over the values of what it reads.
    pub(super) fn encode_table(&mut self, test: &Node, env: Env, variables: &[Variable]) -> Dual {
        let Some(choices) = self.choices_of(variables) else { return self.untold() };
        if combinations(&choices) > MOST_COMBINATIONS {
            return self.encode_lazily(test, env, variables, choices);
        }
        let truth = |values: &[Given]| self.truth_of(test, env, variables, values);
        let mut rows = self.rows(variables, &choices, truth);
        rows.extend(self.rows_beyond(test, env, variables, &choices));
        self.encode_rows(&rows, &choices)
    }

    /// What a test is where its variables have those values.
    pub(super) fn truth_of(
        &self,
        test: &Node,
        env: Env,
        variables: &[Variable],
        values: &[Given],
    ) -> Truth {
        answer(test, &mut |operand| match self.leaf(operand, env) {
            Leaf::Given(given) => given,
            Leaf::Variable(variable) => chosen(variables, values, variable),
        })
    }

    /// Whether days that are not all known lie in the period of an event.
    pub(super) fn encode_trigger(&mut self, trigger: Trigger, env: Env) -> Dual {
        let days = self.ground.days(env.market as usize, trigger.event);
        let known = days.meet(trigger.period);
        let fields = PlacementFields::of(&self.ground.law.vocabulary);
        let (Truth::Unknown, Some(fields)) = (known, fields) else {
            return self.circuit.constant(known);
        };
        let leaves = [fields.first_placed, fields.last(trigger.event)]
            .map(|field| field.map(|field| self.placement(env.market, field)));
        let variables: Vec<Variable> = leaves
            .iter()
            .filter_map(|leaf| match leaf {
                Some(Leaf::Variable(variable)) => Some(*variable),
                _ => None,
            })
            .collect();
        let Some(choices) = self.choices_of(&variables) else { return self.untold() };
        let rows = self.rows(&variables, &choices, |values| {
            let [first, last] = leaves.each_ref().map(|leaf| match leaf {
                Some(Leaf::Variable(variable)) => day(&chosen(&variables, values, *variable)),
                Some(Leaf::Given(given)) => day(given),
                None => Day::Unknown,
            });
            Days { first, last, ..days }.meet(trigger.period)
        });
        self.encode_rows(&rows, &choices)
    }

    /// The choices of variables.
    fn choices_of(&mut self, variables: &[Variable]) -> Option<Vec<Choice>> {
        variables.iter().map(|&variable| self.scalar(variable)).collect()
    }

    fn encode_rows(&mut self, rows: &[Row], choices: &[Choice]) -> Dual {
        let sampled: Vec<Lit> = choices.iter().filter_map(|choice| choice.elsewhere).collect();
        let (yes, no): (Vec<Lit>, Vec<Lit>) =
            (self.either(rows, Truth::True), self.either(rows, Truth::False));
        let (mut yes, mut no) = (self.circuit.or(yes), self.circuit.or(no));
        if !sampled.is_empty() {
            let (elsewhere, free) = (self.circuit.or(sampled), self.untold());
            let open = self.circuit.and([elsewhere, !yes, !no]);
            let (also_yes, also_no) =
                (self.circuit.and([open, free.yes]), self.circuit.and([open, free.no]));
            yes = self.circuit.or([yes, also_yes]);
            no = self.circuit.or([no, also_no]);
        } else if rows.iter().all(|(_, truth)| truth.is_known()) {
            return self.circuit.two_valued(yes);
        }
        Dual { yes, no }
    }

    fn either(&mut self, rows: &[Row], wanted: Truth) -> Vec<Lit> {
        let rows = rows.iter().filter(|(_, truth)| *truth == wanted);
        rows.map(|(literals, _)| self.circuit.and(literals.iter().copied())).collect()
    }

    /// Every combination of values with what is then true.
    fn rows(
        &self,
        variables: &[Variable],
        choices: &[Choice],
        truth: impl Fn(&[Given]) -> Truth,
    ) -> Vec<Row> {
        let mut rows: Vec<(Vec<Lit>, Vec<Given>)> = vec![(Vec::new(), Vec::new())];
        for (variable, choice) in variables.iter().zip(choices) {
            let Some(domain) = self.domains.scalars.get(&variable.source) else { continue };
            let longer = rows.iter().flat_map(|(literals, values)| {
                choice.values.iter().zip(&domain.values).map(move |(literal, value)| {
                    let literals = literals.iter().copied().chain([*literal]).collect();
                    (literals, values.iter().cloned().chain([value.clone()]).collect())
                })
            });
            rows = longer.collect();
        }
        rows.into_iter().map(|(literals, values)| (literals, truth(&values))).collect()
    }

    pub(super) fn leaf(&self, operand: &Operand, env: Env) -> Leaf {
        match operand {
            Operand::Field(binder, field) => self.field(*binder, *field, env),
            Operand::Placement(field) => self.placement(env.market, *field),
            Operand::Fact(fact) => match self.ground.fact(*fact) {
                Given::Free => Leaf::Variable(Variable { source: Source::Fact(*fact), slot: 0 }),
                given => Leaf::Given(given),
            },
            other => Leaf::Given(self.ground.operand(other, env.market as usize)),
        }
    }

    fn field(&self, binder: Binder, field: FieldId, env: Env) -> Leaf {
        let slot = match binder {
            Binder::Rule => env.rule,
            Binder::Quantifier => env.quantifier,
        };
        let Some(slot) = slot else { return Leaf::Given(Given::Unknown) };
        let is_placement = Some(field.list) == self.ground.placement_list();
        if is_id(&self.ground.law.vocabulary, field) {
            return Leaf::Given(Given::Value(Value::Text(self.item_id(field.list, slot))));
        }
        if is_placement && self.ground.is_placed_alike() {
            return self.placement(slot, field);
        }
        let stated = self.ground.items(field.list).and_then(|items| items.get(slot as usize));
        match stated.map_or(Given::Free, |item| self.ground.field(item, field)) {
            Given::Free if is_placement => {
                Leaf::Variable(Variable { source: Source::Placement(field), slot })
            }
            Given::Free => Leaf::Variable(Variable { source: Source::Field(field), slot }),
            given => Leaf::Given(given),
        }
    }

    fn placement(&self, market: u32, field: FieldId) -> Leaf {
        match self.ground.placement(market as usize, field) {
            Given::Free => {
                let slot = self.ground.placement_slot(market);
                Leaf::Variable(Variable { source: Source::Placement(field), slot })
            }
            given => Leaf::Given(given),
        }
    }
}

/// In how many ways values combine.
fn combinations(choices: &[Choice]) -> usize {
    choices.iter().map(|choice| choice.values.len()).fold(1, usize::saturating_mul)
}

/// The value of a variable in a combination of values.
fn chosen(variables: &[Variable], values: &[Given], variable: Variable) -> Given {
    let at = variables.iter().position(|known| *known == variable);
    at.and_then(|at| values.get(at)).cloned().unwrap_or(Given::Unknown)
}

fn day(given: &Given) -> Day {
    match given {
        Given::Value(Value::Date(day)) => Day::On(*day),
        Given::Absent => Day::Absent,
        _ => Day::Unknown,
    }
}
