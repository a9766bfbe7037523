//! Which values make a difference to the conditions at hand: each source's values, sorted into
//! classes that no condition tells apart.

use super::candidates::{candidates, mixed_durations};
use super::ground::{Given, Ground};
use super::limits::MOST_VALUES;
use super::members::{Members, members};
use super::source::Source;
use super::test::answer;
use super::uses::{Gathering, Uses};
use crate::model::condition::NodeId;
use crate::model::value::{Duration, Value};
use crate::model::vocabulary::{Setting, Type};
use crate::plan::truth::Truth;
use std::collections::{BTreeMap, BTreeSet};

/// Values that a gap offers where sums and differences are compared.
const ROOM_TO_COMPUTE: usize = 2;

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

impl Domains {
    /// Sorts the values of all that the tests read. `ids` gives the names of a list's items.
    pub(super) fn new(
        ground: &Ground<'_>,
        tests: &[NodeId],
        ids: &dyn Fn(crate::model::vocabulary::FactId) -> Vec<Value>,
    ) -> Domains {
        let mut gathering = Gathering { ground, ids, uses: BTreeMap::new(), sets: BTreeMap::new() };
        for &test in tests {
            gathering.gather(test);
        }
        gathering.gather_stated();
        gathering.join();
        let scalars = gathering.uses.keys().map(|source| (*source, gathering.domain(*source)));
        let scalars = scalars.collect();
        let sets = gathering
            .sets
            .iter()
            .map(|(source, named)| (*source, members(gathering.kind(*source), named)));
        Domains { scalars, sets: sets.collect() }
    }
}

impl Gathering<'_, '_> {
    fn domain(&self, source: Source) -> Domain {
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
        let room = self.room(source, uses, is_computed);
        let mut values: Vec<Given> = match &kind {
            Type::Reference(list) => (self.ids)(*list).into_iter().map(Given::Value).collect(),
            _ => candidates(&kind, &constants, room).into_iter().map(Given::Value).collect(),
        };
        if kind == Type::Duration && !uses.is_compared() && !is_computed {
            values.extend(mixed_durations(&constants).into_iter().map(Given::Value));
        }
        let optional = source.declared(&self.ground.law.vocabulary).is_some_and(|one| one.optional);
        values.extend((optional || uses.now.contains(&Given::Absent)).then_some(Given::Absent));
        if !uses.is_compared() {
            values = self.classes(source, uses, values);
        }
        let is_sampled =
            is_computed || (uses.is_compared() && !is_dense(&kind)) || values.len() > MOST_VALUES;
        values.truncate(MOST_VALUES);
        if kind == Type::Duration && is_sampled {
            values.push(Given::Value(Value::Duration(Duration::LONGEST)));
        }
        let now = self.positions(source, uses, &mut values);
        values.extend(self.ground.leaves_unknown().then_some(Given::Unknown));
        Domain { values, is_sampled, now }
    }

    /// How many values each gap between constants must offer: all that are compared may differ
    /// there. What is chosen finds as many again on either side of whatever is given.
    fn room(&self, source: Source, uses: &Uses, is_computed: bool) -> usize {
        if !uses.is_compared() {
            return 1;
        }
        let is_chosen =
            |source: &Source| source.setting(&self.ground.law.vocabulary) == Setting::Chosen;
        let variables = |source: &Source| self.variables(*source).max(1);
        // Where values are computed, no number is enough.
        let most = if is_computed { ROOM_TO_COMPUTE } else { usize::MAX };
        let count = |sources: &mut dyn Iterator<Item = &Source>| {
            sources.map(variables).sum::<usize>().min(most)
        };
        let all = count(&mut uses.with.iter());
        let chosen = count(&mut uses.with.iter().filter(|one| is_chosen(one)));
        if is_chosen(&source) && chosen < all { all + chosen } else { all }
    }

    /// How many values a source may have in one product.
    fn variables(&self, source: Source) -> usize {
        match source {
            Source::Fact(_) => 1,
            Source::Field(field) => (self.ids)(field.list).len(),
            Source::Placement(field) => {
                let is_of_items = self.uses.get(&source).is_some_and(|uses| uses.is_of_items);
                let items = if is_of_items { (self.ids)(field.list).len() } else { 0 };
                items.max(self.ground.markets.len())
            }
        }
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
                    || (!uses.is_compared() && self.signature(source, uses, value) == signature)
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

/// Whether values can be found in any number between any two that are told apart.
fn is_dense(kind: &Type) -> bool {
    !matches!(kind, Type::Duration | Type::Version | Type::Money)
}

/// All sums and differences of two constants.
fn shifted(constants: &[Value]) -> Vec<Value> {
    use crate::plan::value::{difference, sum};
    let pairs = constants.iter().flat_map(|one| constants.iter().map(move |other| (one, other)));
    pairs.flat_map(|(one, other)| [sum(one, other), difference(one, other)]).flatten().collect()
}
