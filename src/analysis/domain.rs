//! Which values make a difference to the conditions at hand: each source's values, sorted into
//! classes that no condition tells apart.

use super::candidates::{candidates, mixed_durations};
use super::ground::{Given, Ground};
use super::limits::MOST_VALUES;
use super::members::{Member, Members, members, members_of};
use super::source::{Source, is_id};
use super::test::{answer, leaves, value};
use crate::model::condition::{Node, NodeId, Operand};
use crate::model::rule::Trigger;
use crate::model::value::Value;
use crate::model::vocabulary::Type;
use crate::plan::row::PlacementFields;
use crate::plan::truth::Truth;
use std::collections::{BTreeMap, BTreeSet};

/// The values of a source that make a difference, each for all that are like it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Domain {
    /// Values, in the order in which a witness prefers them.
    pub(super) values: Vec<Given>,
    /// There may be values that behave like none of these.
    pub(super) is_sampled: bool,
    /// What a manifest states of it, each with the position of a value that is told apart from
    /// nothing else.
    now: Vec<(Given, usize)>,
}

impl Domain {
    /// The position of the value that stands for what is stated; of `Unknown` where nothing is.
    pub(super) fn position(&self, stated: &Given) -> Option<usize> {
        if *stated == Given::Free {
            return self.values.iter().position(|value| *value == Given::Unknown);
        }
        self.now.iter().find(|(now, _)| now == stated).map(|(_, position)| *position)
    }
}

/// Domains of all sources that some conditions read.
#[derive(Debug, Clone, Default)]
pub(super) struct Domains {
    pub(super) scalars: BTreeMap<Source, Domain>,
    pub(super) sets: BTreeMap<Source, Members>,
}

/// What is gathered of a source before its values are chosen.
#[derive(Debug, Clone, Default)]
struct Uses {
    /// Conditions that read nothing else that may be chosen.
    alone: Vec<NodeId>,
    /// Sources that it is compared with, and itself.
    with: BTreeSet<Source>,
    constants: Vec<Value>,
    /// What a manifest states.
    now: Vec<Given>,
    /// Whether it is a day of an event.
    is_event: bool,
    is_computed: bool,
}

impl Domains {
    /// Sorts the values of all that the tests read. `ids` gives the names of a list's items;
    /// `room` is how many values may have to differ where sources are compared.
    pub(super) fn new(
        ground: &Ground<'_>,
        tests: &[NodeId],
        ids: &dyn Fn(crate::model::vocabulary::FactId) -> Vec<Value>,
        room: usize,
    ) -> Domains {
        let mut gathering = Gathering { ground, ids, uses: BTreeMap::new(), sets: BTreeMap::new() };
        for &test in tests {
            gathering.gather(test);
        }
        gathering.gather_stated();
        gathering.join();
        let scalars =
            gathering.uses.keys().map(|source| (*source, gathering.domain(*source, room)));
        let scalars = scalars.collect();
        let sets = gathering
            .sets
            .iter()
            .map(|(source, named)| (*source, members(gathering.kind(*source), named)));
        Domains { scalars, sets: sets.collect() }
    }
}

struct Gathering<'g, 'a> {
    ground: &'g Ground<'a>,
    ids: &'g dyn Fn(crate::model::vocabulary::FactId) -> Vec<Value>,
    uses: BTreeMap<Source, Uses>,
    sets: BTreeMap<Source, BTreeSet<Member>>,
}

impl Gathering<'_, '_> {
    fn kind(&self, source: Source) -> Type {
        source.kind(&self.ground.law.vocabulary).cloned().unwrap_or(Type::Text)
    }

    fn gather(&mut self, id: NodeId) {
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
        let uses = self.uses.entry(source).or_default();
        uses.with.insert(source);
        uses.constants.extend(constants);
        uses.is_computed |= is_computed(test, self.ground);
        if sources.len() == 1 && !varies {
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
    fn gather_stated(&mut self) {
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
    fn join(&mut self) {
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

    fn domain(&self, source: Source, room: usize) -> Domain {
        let Some(uses) = self.uses.get(&source) else { return Domain::default() };
        let kind = self.kind(source);
        let group: Vec<&Uses> =
            uses.with.iter().filter_map(|source| self.uses.get(source)).collect();
        let is_computed = group.iter().any(|uses| uses.is_computed);
        let mut constants: Vec<Value> =
            group.iter().flat_map(|uses| uses.constants.iter().cloned()).collect();
        if is_computed {
            constants.extend(shifted(&constants));
        }
        // In an order of their own, whatever the order of the texts that mention them.
        constants.sort_by_cached_key(magnitude);
        constants.dedup();
        let room = if is_compared(uses) { room } else { 1 };
        let mut values: Vec<Given> = match &kind {
            Type::Reference(list) => (self.ids)(*list).into_iter().map(Given::Value).collect(),
            _ => candidates(&kind, &constants, room).into_iter().map(Given::Value).collect(),
        };
        if kind == Type::Duration && !is_compared(uses) && !is_computed {
            values.extend(mixed_durations(&constants).into_iter().map(Given::Value));
        }
        let optional = source.declared(&self.ground.law.vocabulary).is_some_and(|one| one.optional);
        values.extend((optional || uses.now.contains(&Given::Absent)).then_some(Given::Absent));
        if !is_compared(uses) {
            values = self.classes(source, uses, values);
        }
        let is_sampled =
            is_computed || (is_compared(uses) && !is_dense(&kind)) || values.len() > MOST_VALUES;
        values.truncate(MOST_VALUES);
        let now = self.positions(source, uses, &mut values);
        values.extend(self.ground.leaves_unknown().then_some(Given::Unknown));
        Domain { values, is_sampled, now }
    }

    /// Where each stated value stands among those that are told apart; where none is like it, it
    /// becomes one of them.
    fn positions(
        &self,
        source: Source,
        uses: &Uses,
        values: &mut Vec<Given>,
    ) -> Vec<(Given, usize)> {
        let mut positions = Vec::new();
        for now in &uses.now {
            let signature = self.signature(source, uses, now);
            let is_alike = |value: &Given| {
                value == now
                    || (!is_compared(uses) && self.signature(source, uses, value) == signature)
            };
            let position = values.iter().position(is_alike).unwrap_or_else(|| {
                values.push(now.clone());
                values.len() - 1
            });
            positions.push((now.clone(), position));
        }
        positions
    }

    /// The first of all values that the conditions do not tell apart.
    fn classes(&self, source: Source, uses: &Uses, values: Vec<Given>) -> Vec<Given> {
        let mut known: BTreeSet<Vec<Truth>> = BTreeSet::new();
        let is_new = |candidate: &Given| known.insert(self.signature(source, uses, candidate));
        values.into_iter().filter(is_new).collect()
    }

    fn signature(&self, source: Source, uses: &Uses, candidate: &Given) -> Vec<Truth> {
        let tests = uses.alone.iter().filter_map(|&id| self.ground.law.graph.get(id));
        let mut signature = Vec::new();
        for test in tests {
            for market in 0..self.ground.markets.len().max(1) {
                signature.push(answer(test, &mut |leaf| match Source::of(leaf, self.ground) {
                    Some(read) if read == source => candidate.clone(),
                    _ => self.ground.operand(leaf, market),
                }));
            }
        }
        signature
    }
}

/// Sorts values of one type: by size where they have one.
fn magnitude(value: &Value) -> (i64, i64, String) {
    match value {
        Value::Number(number) => (*number, 0, String::new()),
        Value::Duration(length) => (length.months, length.seconds, String::new()),
        other => (0, 0, format!("{other:?}")),
    }
}

fn push_value(given: Given, constants: &mut Vec<Value>) {
    if let Given::Value(value) = given {
        constants.push(value);
    }
}

fn is_compared(uses: &Uses) -> bool {
    uses.with.len() > 1 || uses.alone.is_empty() || uses.is_event
}

/// Whether values can be found in any number between any two that are told apart.
fn is_dense(kind: &Type) -> bool {
    !matches!(kind, Type::Duration | Type::Version | Type::Money)
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

/// All sums and differences of two constants.
fn shifted(constants: &[Value]) -> Vec<Value> {
    use crate::plan::value::{difference, sum};
    let pairs = constants.iter().flat_map(|one| constants.iter().map(move |other| (one, other)));
    pairs.flat_map(|(one, other)| [sum(one, other), difference(one, other)]).flatten().collect()
}
