//! On which days may a rule begin to say something else, and what in it turns on that day?
//!
//! A verdict changes with the day only where its rule names a day: dates of the text and of
//! clauses, days of a trigger, dates of parameters, and comparisons with the day of the check.
//! All of those are found, so that between two of them nothing changes.

use super::ground::{Given, Ground, Product};
use super::test::{answer, leaves};
use crate::model::condition::{Binder, Comparison, Node, NodeId, Operand, ParameterId};
use crate::model::law::Law;
use crate::model::manifest::{Item, Manifest};
use crate::model::period::Period;
use crate::model::rule::{Meaning, Rule, RuleId};
use crate::model::value::Value;
use crate::model::vocabulary::FactId;
use crate::plan::reading::Threshold;
use crate::plan::row::{Market, PlacementFields};
use crate::plan::truth::Truth;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The first day that is looked at.
pub const FIRST: Date = Date::constant(1900, 1, 1);
/// The last day that is looked at: four hundred years make one round of the calendar.
pub const LAST: Date = Date::constant(2299, 12, 31);

/// A day on which a rule may say something else than on the day before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Turn {
    /// The day.
    pub day: Date,
    /// What turns on it.
    pub cause: TurnCause,
}

/// What in a rule turns on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TurnCause {
    /// Its text comes into force, or is no longer in force.
    InForce(Edge),
    /// The event that binds falls into its dates, or no longer does.
    Trigger(Edge),
    /// A dated clause, by its position in [`Rule::clauses`], counts or counts no more; `None` for
    /// a clause of another rule that this one rests on.
    Clause(Option<usize>, Edge),
    /// A parameter takes another value.
    Parameter(ParameterId),
    /// A condition compares a date with the day.
    Compared(NodeId),
}

/// Which end of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edge {
    /// Its first day.
    Begins,
    /// The day after its last.
    Ended,
}

/// Which days move as the day of the check moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Clocks {
    /// The day of the check alone: units were placed when they were placed.
    Checked,
    /// The days of placing and supply too: a unit placed on that very day.
    PlacedThen,
}

/// Finds the days on which rules turn.
#[derive(Debug, Clone)]
pub struct Turns<'a> {
    ground: Ground<'a>,
    clocks: Clocks,
    placements: Option<PlacementFields>,
    /// Days of comparisons, each found once.
    compared: BTreeMap<NodeId, BTreeSet<Date>>,
}

impl<'a> Turns<'a> {
    /// Of a product in a market.
    #[must_use]
    pub fn of_product(
        law: &'a Law,
        manifest: &'a Manifest,
        market: Market,
        threshold: Threshold,
        clocks: Clocks,
    ) -> Turns<'a> {
        let said = Product::Stated(manifest, threshold);
        Turns::new(Ground::new(law, vec![market], FIRST, said), clocks)
    }

    /// Of the law itself, for any product that is placed on each day.
    #[must_use]
    pub fn of_law(law: &'a Law, market: Market) -> Turns<'a> {
        let ground = Ground::new(law, vec![market], FIRST, Product::Any(FIRST));
        Turns::new(ground, Clocks::PlacedThen)
    }

    fn new(ground: Ground<'a>, clocks: Clocks) -> Turns<'a> {
        let placements = PlacementFields::of(&ground.law.vocabulary);
        Turns { ground, clocks, placements, compared: BTreeMap::new() }
    }

    /// The days on which a rule may begin to say something else.
    pub fn of_rule(&mut self, id: RuleId) -> BTreeSet<Turn> {
        let law = self.ground.law;
        let Some(rule) = law.rule(id) else { return BTreeSet::new() };
        let mut turns = BTreeSet::new();
        for node in cone(law, rule.meaning) {
            turns.extend(self.of_node(rule, node));
        }
        turns.retain(|turn| turn.day >= FIRST && turn.day <= LAST);
        turns
    }

    fn of_node(&mut self, rule: &Rule, id: NodeId) -> Vec<Turn> {
        match self.ground.law.graph.get(id) {
            Some(Node::CheckedIn(period)) if id == rule.meaning.in_force => {
                edges(*period, TurnCause::InForce)
            }
            Some(Node::CheckedIn(period)) => {
                let clause = rule.clauses.iter().position(|clause| clause.period == *period);
                edges(*period, |edge| TurnCause::Clause(clause, edge))
            }
            Some(Node::Triggered(trigger)) => edges(trigger.period, TurnCause::Trigger),
            Some(test) => {
                let mut turns = self.of_parameters(test);
                let compared = |&day: &Date| Turn { day, cause: TurnCause::Compared(id) };
                turns.extend(self.of_test(id, test).iter().map(compared));
                turns
            }
            None => Vec::new(),
        }
    }

    fn of_parameters(&self, test: &Node) -> Vec<Turn> {
        let mut turns = Vec::new();
        for leaf in leaves(test) {
            let Operand::Parameter(id, _) = leaf else { continue };
            for (_, period) in self.ground.law.parameter(*id).iter().flat_map(|own| &own.values) {
                turns.extend(edges(*period, |_| TurnCause::Parameter(*id)));
            }
        }
        turns
    }

    /// The days on which a condition without parts may change, whatever item it speaks of.
    fn of_test(&mut self, id: NodeId, test: &Node) -> &BTreeSet<Date> {
        if !self.compared.contains_key(&id) {
            let days = self.find_days(test);
            self.compared.insert(id, days);
        }
        self.compared.entry(id).or_default()
    }

    fn find_days(&self, test: &Node) -> BTreeSet<Date> {
        let leaves = leaves(test);
        let moving = leaves.iter().filter(|leaf| self.moves(leaf)).count();
        if moving == 0 {
            return BTreeSet::new();
        }
        // One side that moves with the day passes the other side once, and never comes back.
        let passes_once = moving == 1 && matches!(test, Node::Compare { .. });
        let mut days = BTreeSet::new();
        for setting in self.settings(&leaves) {
            let state = |day| self.state(test, &setting, day);
            let found = if passes_once { passed(state) } else { scanned(state) };
            days.extend(found.into_iter().filter(|&day| self.changes(test, &setting, day)));
        }
        days
    }

    fn moves(&self, leaf: &Operand) -> bool {
        match leaf {
            Operand::Today => true,
            Operand::Placement(field) if self.clocks == Clocks::PlacedThen => {
                let own = self.placements.map(|own| match self.ground.product {
                    // Any product goes on being placed: the last days are absent.
                    Product::Any(_) => [own.first_placed, None, None],
                    _ => [own.first_placed, own.last_placed, own.last_made_available],
                });
                own.is_some_and(|own| own.contains(&Some(*field)))
            }
            _ => false,
        }
    }

    /// Each choice of items and of parameter values that the leaves can be read with.
    fn settings(&self, leaves: &[&Operand]) -> Vec<Setting<'a>> {
        let mut settings = vec![Setting::default()];
        for binder in [Binder::Rule, Binder::Quantifier] {
            let list = leaves.iter().find_map(|leaf| match leaf {
                Operand::Field(own, field) if *own == binder => Some(field.list),
                _ => None,
            });
            if let Some(list) = list {
                settings = self.with_items(&settings, binder, list);
            }
        }
        for leaf in leaves {
            if let Operand::Parameter(id, _) = leaf {
                settings = self.with_values(&settings, *id);
            }
        }
        settings
    }

    fn with_items(
        &self,
        settings: &[Setting<'a>],
        binder: Binder,
        list: FactId,
    ) -> Vec<Setting<'a>> {
        let items = self.ground.items(list).unwrap_or_default();
        let with = |setting: &Setting<'a>, item| {
            let mut setting = setting.clone();
            setting.items.insert(binder, item);
            setting
        };
        settings.iter().flat_map(|own| items.iter().map(move |item| with(own, item))).collect()
    }

    fn with_values(&self, settings: &[Setting<'a>], id: ParameterId) -> Vec<Setting<'a>> {
        let law = self.ground.law;
        let values = law.parameter(id).map(|own| own.values.as_slice()).unwrap_or_default();
        let with = |setting: &Setting<'a>, value| {
            let mut setting = setting.clone();
            setting.parameters.insert(id, value);
            setting
        };
        let each = |own| values.iter().map(move |(value, _)| with(own, value));
        settings.iter().flat_map(each).collect()
    }

    /// Whether the condition itself, not only how its sides lie, is another than the day before.
    fn changes(&self, test: &Node, setting: &Setting<'_>, day: Date) -> bool {
        let on = |day| answer(test, &mut |leaf| self.given(leaf, setting, day));
        day.yesterday().is_ok_and(|before| on(before) != on(day))
    }

    /// What a condition says on a day; of a comparison, how its sides lie to each other.
    fn state(&self, test: &Node, setting: &Setting<'_>, day: Date) -> [Truth; 3] {
        let mut find = |leaf: &Operand| self.given(leaf, setting, day);
        let Node::Compare { left, right, .. } = test else {
            return [answer(test, &mut find); 3];
        };
        [Comparison::Equal, Comparison::AtLeast, Comparison::MoreThan].map(|comparison| {
            let (left, right) = (left.clone(), right.clone());
            answer(&Node::Compare { left, comparison, right }, &mut find)
        })
    }

    fn given(&self, leaf: &Operand, setting: &Setting<'_>, day: Date) -> Given {
        match leaf {
            leaf if self.moves(leaf) => Given::Value(Value::Date(day)),
            Operand::Parameter(id, _) => {
                let value = setting.parameters.get(id);
                value.map_or(Given::Unknown, |value| Given::Value((*value).clone()))
            }
            Operand::Field(binder, field) => {
                let item = setting.items.get(binder);
                item.map_or(Given::Unknown, |item| self.ground.field(item, *field))
            }
            leaf => self.ground.operand(leaf, 0),
        }
    }
}

/// What the leaves of a condition are read with.
#[derive(Debug, Clone, Default)]
struct Setting<'a> {
    items: BTreeMap<Binder, &'a Item>,
    parameters: BTreeMap<ParameterId, &'a Value>,
}

/// All conditions that the meaning of a rule is made of.
fn cone(law: &Law, meaning: Meaning) -> BTreeSet<NodeId> {
    let mut open = meaning.nodes().to_vec();
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            open.extend(law.graph.get(id).into_iter().flat_map(Node::parts));
        }
    }
    seen
}

/// The first day of a period, and the day after its last.
fn edges(period: Period, cause: impl Fn(Edge) -> TurnCause) -> Vec<Turn> {
    let begins = period.from.map(|day| Turn { day, cause: cause(Edge::Begins) });
    let ended = period.until.and_then(|day| day.tomorrow().ok());
    let ended = ended.map(|day| Turn { day, cause: cause(Edge::Ended) });
    begins.into_iter().chain(ended).collect()
}

/// The days on which a state that never comes back changes, by halving.
fn passed<T: PartialEq>(state: impl Fn(Date) -> T) -> Vec<Date> {
    let mut days = Vec::new();
    let (mut from, last) = (0, length());
    loop {
        let here = state(day(from));
        if state(day(last)) == here {
            return days;
        }
        let (mut same, mut other) = (from, last);
        while other - same > 1 {
            let middle = i32::midpoint(same, other);
            if state(day(middle)) == here { same = middle } else { other = middle }
        }
        days.push(day(other));
        from = other;
    }
}

/// The days on which any state changes, day by day.
fn scanned<T: PartialEq>(state: impl Fn(Date) -> T) -> Vec<Date> {
    let mut before = state(FIRST);
    let mut days = Vec::new();
    for day in (1..=length()).map(day) {
        let here = state(day);
        if here != before {
            days.push(day);
        }
        before = here;
    }
    days
}

/// How many days lie between the first and the last.
fn length() -> i32 {
    FIRST.until(LAST).map_or(0, |span| span.get_days())
}

fn day(number: i32) -> Date {
    FIRST.checked_add(number.days()).unwrap_or(LAST)
}
