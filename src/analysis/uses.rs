//! What conditions ask of each source: what they hold it against, and what they compare it with.

use super::ground::{Given, Ground};
use super::members::{Member, members_of};
use super::source::{Source, is_id};
use super::test::{leaves, value};
use crate::model::condition::{Node, NodeId, Operand};
use crate::model::rule::Trigger;
use crate::model::value::Value;
use crate::model::vocabulary::Type;
use crate::plan::row::PlacementFields;
use std::collections::{BTreeMap, BTreeSet};

/// What is gathered of a source before its values are chosen.
#[derive(Debug, Clone, Default)]
pub(super) struct Uses {
    /// Conditions that read nothing else that may be chosen.
    pub(super) alone: Vec<NodeId>,
    /// Sources that it is compared with, and itself.
    pub(super) with: BTreeSet<Source>,
    pub(super) constants: Vec<Value>,
    /// What a manifest states.
    pub(super) now: Vec<Given>,
    /// Whether it is a day of an event.
    pub(super) is_event: bool,
    pub(super) is_computed: bool,
    /// Whether it is compared with itself: of another item, where it may differ.
    pub(super) is_paired: bool,
    /// Whether it is read of each item of its list, and not of the placement under check alone.
    pub(super) is_of_items: bool,
}

impl Uses {
    /// Whether what its values are like turns on other values too.
    pub(super) fn is_compared(&self) -> bool {
        self.with.len() > 1 || self.alone.is_empty() || self.is_event || self.is_paired
    }
}

/// Goes through conditions, and gathers what they ask of each source.
pub(super) struct Gathering<'g, 'a> {
    pub(super) ground: &'g Ground<'a>,
    pub(super) ids: &'g dyn Fn(crate::model::vocabulary::FactId) -> Vec<Value>,
    pub(super) uses: BTreeMap<Source, Uses>,
    pub(super) sets: BTreeMap<Source, BTreeSet<Member>>,
}

impl Gathering<'_, '_> {
    pub(super) fn kind(&self, source: Source) -> Type {
        source.kind(&self.ground.law.vocabulary).cloned().unwrap_or(Type::Text)
    }

    pub(super) fn gather(&mut self, id: NodeId) {
        let Some(test) = self.ground.law.graph.get(id) else { return };
        if let Node::Triggered(trigger) = test {
            self.gather_days(*trigger);
        }
        let leaves = leaves(test);
        let sources: BTreeSet<Source> =
            leaves.iter().filter_map(|leaf| Source::of(leaf, self.ground)).collect();
        for &source in &sources {
            match self.kind(source) {
                Type::List => {}
                kind if kind.is_set() => self.gather_set(source, test),
                _ => self.gather_scalar(source, id, test, &sources, &leaves),
            }
        }
    }

    /// The days of an event are compared with those of its period, and with one another.
    fn gather_days(&mut self, trigger: Trigger) {
        let Some(fields) = PlacementFields::of(&self.ground.law.vocabulary) else { return };
        let fields = [fields.first_placed, fields.last(trigger.event)].into_iter().flatten();
        let sources: BTreeSet<Source> = fields
            .filter_map(|field| Source::of(&Operand::Placement(field), self.ground))
            .collect();
        let period = trigger.period;
        let days = [Some(self.ground.on), period.from, period.until].into_iter().flatten();
        for source in &sources {
            let uses = self.uses.entry(*source).or_default();
            uses.constants.extend(days.clone().map(Value::Date));
            uses.with.extend(&sources);
            uses.with.insert(*source);
            uses.is_event = true;
        }
    }

    fn gather_set(&mut self, source: Source, test: &Node) {
        let named = self.sets.entry(source).or_default();
        if let Node::Includes { members, .. } = test {
            named.extend(members_of(members));
        }
    }

    fn gather_scalar(
        &mut self,
        source: Source,
        id: NodeId,
        test: &Node,
        sources: &BTreeSet<Source>,
        leaves: &[&Operand],
    ) {
        let constants = self.constants(test, leaves);
        let varies = leaves.iter().any(|leaf| self.varies(leaf));
        let places = leaves.iter().filter(|leaf| Source::of(leaf, self.ground) == Some(source));
        let places: Vec<&Operand> = places.copied().collect();
        let is_paired = places.iter().any(|place| Some(place) != places.first());
        let is_of_items = places.iter().any(|place| matches!(place, Operand::Field(..)));
        let uses = self.uses.entry(source).or_default();
        uses.with.insert(source);
        uses.constants.extend(constants);
        uses.is_computed |= is_computed(test, self.ground);
        uses.is_paired |= is_paired;
        uses.is_of_items |= is_of_items;
        if sources.len() == 1 && !varies && !is_paired {
            uses.alone.push(id);
        } else {
            uses.with.extend(sources);
        }
    }

    /// Whether an operand has another value for another item or market without being a choice.
    fn varies(&self, operand: &Operand) -> bool {
        match operand {
            Operand::Field(_, field) => {
                is_id(&self.ground.law.vocabulary, *field)
                    || self.kind(Source::Field(*field)) == Type::Reference(field.list)
                    || matches!(self.kind(Source::Field(*field)), Type::Reference(_))
            }
            _ => false,
        }
    }

    /// Values that a test compares with, in every market and for every item.
    fn constants(&self, test: &Node, leaves: &[&Operand]) -> Vec<Value> {
        let mut found = Vec::new();
        if let Node::In { values, .. } = test {
            found.extend(values.iter().cloned());
        }
        for leaf in leaves {
            if let Operand::Field(_, field) = leaf {
                match self.kind(Source::Field(*field)) {
                    Type::Reference(list) => found.extend((self.ids)(list)),
                    _ if is_id(&self.ground.law.vocabulary, *field) => {
                        found.extend((self.ids)(field.list));
                    }
                    _ => {}
                }
            }
        }
        for market in 0..self.ground.markets.len() {
            // Where the placement of a market is given, one of the items of its list is so.
            for leaf in leaves {
                if let Operand::Field(_, field) = leaf
                    && Some(field.list) == self.ground.placement_list()
                {
                    push_value(self.ground.placement(market, *field), &mut found);
                }
            }
            for operand in leaves.iter().copied().chain(sides(test)) {
                let constant = value(operand, &mut |leaf| self.ground.operand(leaf, market));
                if let Given::Value(constant) = constant {
                    found.push(constant);
                }
            }
        }
        found
    }

    /// What a product is now, is a value like others.
    pub(super) fn gather_stated(&mut self) {
        let ground = self.ground;
        for (source, uses) in &mut self.uses {
            match source {
                Source::Fact(fact) => uses.now.push(ground.stated(*fact)),
                Source::Field(field) => {
                    let items = ground.items(field.list).unwrap_or_default().iter();
                    uses.now.extend(items.map(|item| ground.stated_field(item, *field)));
                }
                Source::Placement(field) => {
                    let items = ground.items(field.list).unwrap_or_default().iter();
                    let stated = items.map(|item| ground.stated_field(item, *field));
                    stated.for_each(|stated| push_value(stated, &mut uses.constants));
                }
            }
            uses.now.retain(|now| *now != Given::Free);
            for now in &uses.now {
                push_value(now.clone(), &mut uses.constants);
            }
        }
    }

    /// Sources that are compared, directly or through others, have one another's constants.
    pub(super) fn join(&mut self) {
        loop {
            let before: usize = self.uses.values().map(|uses| uses.with.len()).sum();
            let with: Vec<BTreeSet<Source>> =
                self.uses.values().map(|uses| uses.with.clone()).collect();
            for group in with {
                let all: BTreeSet<Source> = group
                    .iter()
                    .filter_map(|source| self.uses.get(source))
                    .flat_map(|uses| uses.with.iter().copied())
                    .collect();
                for source in &group {
                    if let Some(uses) = self.uses.get_mut(source) {
                        uses.with.extend(&all);
                    }
                }
            }
            if self.uses.values().map(|uses| uses.with.len()).sum::<usize>() == before {
                return;
            }
        }
    }
}

fn push_value(given: Given, constants: &mut Vec<Value>) {
    if let Given::Value(value) = given {
        constants.push(value);
    }
}

/// The sides of a comparison, sums and all.
fn sides(test: &Node) -> impl Iterator<Item = &Operand> {
    let sides = match test {
        Node::Compare { left, right, .. } => [Some(left), Some(right)],
        _ => [None, None],
    };
    sides.into_iter().flatten()
}

/// Whether something that may be chosen is added to or subtracted from.
fn is_computed(test: &Node, ground: &Ground<'_>) -> bool {
    let is_sum = |side: &Operand| matches!(side, Operand::Plus(..) | Operand::Minus(..));
    let chosen = |side: &Operand| {
        let mut read = false;
        value(side, &mut |leaf| {
            read |= Source::of(leaf, ground).is_some();
            Given::Unknown
        });
        read
    };
    sides(test).any(|side| is_sum(side) && chosen(side))
}
