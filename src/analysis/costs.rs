//! What it costs to change a product: every way in which it can differ from what is stated, with
//! the weight of the fact.

use super::ground::Given;
use super::least::Cost;
use super::members::{Member, members_of};
use super::problem::Problem;
use super::source::{Source, Variable};
use crate::model::value::Value;
use crate::model::vocabulary::FactId;
use rustsat::types::Lit;

/// Where a cost stands in the vocabulary: the fact, the item (0 for the fact itself, its items from
/// 1), the field.
type Place = (u32, u32, u32);

/// One way to differ, whatever the conditions at hand.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// A fact, field, set or list has another value.
    Fact(Place, Part),
    /// An open norm of a rule is judged so.
    Judged(String, String, bool),
}

/// In what something differs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// It is stated otherwise, or at all; an item comes or goes.
    Whole,
    /// A member of a set comes or goes; none is the one that no condition mentions.
    Member(Option<Member>),
    /// A set or list comes to be absent.
    Absent,
}

/// Every way to differ from what is stated, in the order of the vocabulary; judgements last.
pub(super) fn costs(problem: &Problem<'_>) -> Vec<(Way, Cost)> {
    let mut found: Vec<(Way, Cost)> = Vec::new();
    let choices = &problem.encoder.choices;
    for (&variable, choice) in &choices.scalars {
        let now = position(problem, variable);
        if let Some(literal) = now.and_then(|now| choice.values.get(now)) {
            found.push(cost(problem, variable, Part::Whole, !*literal));
        }
    }
    for &variable in choices.sets.keys() {
        let differs = differing(problem, variable);
        for (part, literal, count) in differs {
            let (way, mut own) = cost(problem, variable, part, literal);
            own.weight = own.weight.saturating_mul(count);
            found.push((way, own));
        }
    }
    for &list in choices.lists.keys() {
        found.extend(of_list(problem, list));
    }
    for ((rule, text), judged) in &choices.judgements {
        for (met, literal) in [(true, judged.yes), (false, judged.no)] {
            let way = Way::Judged(rule.clone(), text.clone(), met);
            found.push((way, Cost { literal, weight: 1 }));
        }
    }
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    found
}

fn position(problem: &Problem<'_>, variable: Variable) -> Option<usize> {
    let domain = problem.encoder.domains.scalars.get(&variable.source)?;
    domain.position(&problem.ground().now(variable))
}

fn cost(problem: &Problem<'_>, variable: Variable, part: Part, literal: Lit) -> (Way, Cost) {
    let vocabulary = &problem.ground().law.vocabulary;
    let weight = variable.source.declared(vocabulary).map_or(1, |fact| fact.weight);
    let place = match variable.source {
        Source::Fact(fact) => (fact.0, 0, 0),
        Source::Field(field) | Source::Placement(field) => {
            (field.list.0, variable.slot.saturating_add(1), field.index.saturating_add(1))
        }
    };
    (Way::Fact(place, part), Cost { literal, weight: weight.max(1) })
}

/// The literals that say that a set is not what it is now, each with how many members it stands
/// for.
fn differing(problem: &Problem<'_>, variable: Variable) -> Vec<(Part, Lit, u32)> {
    let (choices, domains) = (&problem.encoder.choices, &problem.encoder.domains);
    let Some(set) = choices.sets.get(&variable) else { return Vec::new() };
    let Some(members) = domains.sets.get(&variable.source) else { return Vec::new() };
    match problem.ground().now(variable) {
        Given::Free | Given::Unknown => vec![(Part::Whole, !set.unknown, 1)],
        Given::Absent => vec![(Part::Whole, !set.absent, 1)],
        Given::Value(now) => {
            let now = members_of(&now);
            let others = now.iter().filter(|member| !members.named.contains(member)).count();
            let others = u32::try_from(others).unwrap_or(u32::MAX);
            let named = members.named.iter().map(|one| (Some(one.clone()), now.contains(one), 1));
            let other = members.other.iter().map(|_| (None, others > 0, others.max(1)));
            let toggled = named.chain(other).zip(&set.members);
            let toggled = toggled.map(|((member, held, count), &literal)| {
                (Part::Member(member), flipped(held, literal), count)
            });
            toggled.chain([(Part::Absent, set.absent, 1)]).collect()
        }
    }
}

/// The literal that says that something is not as it is now.
fn flipped(held: bool, literal: Lit) -> Lit {
    if held { !literal } else { literal }
}

fn of_list(problem: &Problem<'_>, list: FactId) -> Vec<(Way, Cost)> {
    let ground = problem.ground();
    let Some(items) = problem.encoder.choices.lists.get(&list) else { return Vec::new() };
    let stated = ground.items(list);
    if stated.is_some() && !ground.may_change_items(list) {
        return Vec::new();
    }
    let weight = ground.law.vocabulary.fact(list).map_or(1, |fact| fact.weight).max(1);
    let (part, whole) = match ground.stated(list) {
        Given::Absent => (Part::Whole, !items.absent),
        _ if stated.is_none() => (Part::Whole, !items.unknown),
        _ => (Part::Absent, items.absent),
    };
    let count = stated.map_or(0, <[_]>::len);
    let changed = (0u32..).zip(&items.live).map(|(slot, &live)| {
        let way = Way::Fact((list.0, slot.saturating_add(1), 0), Part::Whole);
        (way, Cost { literal: flipped((slot as usize) < count, live), weight })
    });
    let whole = (Way::Fact((list.0, 0, 0), part), Cost { literal: whole, weight });
    [whole].into_iter().chain(changed).collect()
}

/// Rows of literals to break ties with: everything as it is now, else the value that is nearest.
pub(super) fn nearest(problem: &Problem<'_>) -> Vec<Vec<Lit>> {
    let choices = &problem.encoder.choices;
    let mut rows = Vec::new();
    for (&list, items) in &choices.lists {
        let count = problem.ground().items(list).map_or(0, <[_]>::len);
        let as_now = (0..).zip(&items.live).map(|(slot, &live)| !flipped(slot < count, live));
        rows.extend(as_now.map(|literal| vec![literal]));
        rows.push(vec![!items.absent]);
    }
    for (&variable, choice) in &choices.scalars {
        rows.push(by_distance(problem, variable, &choice.values));
    }
    for (&variable, set) in &choices.sets {
        rows.extend(differing(problem, variable).into_iter().map(|(_, literal, _)| vec![!literal]));
        rows.extend(set.members.iter().map(|&member| vec![!member]));
    }
    rows
}

fn by_distance(problem: &Problem<'_>, variable: Variable, values: &[Lit]) -> Vec<Lit> {
    let Some(domain) = problem.encoder.domains.scalars.get(&variable.source) else {
        return Vec::new();
    };
    let now = problem.ground().now(variable);
    let mut row: Vec<(i64, Lit)> = domain
        .values
        .iter()
        .zip(values)
        .map(|(value, &literal)| (distance(&now, value), literal))
        .collect();
    row.sort_by_key(|(distance, _)| *distance);
    let first = position(problem, variable).and_then(|now| values.get(now)).copied();
    first.into_iter().chain(row.into_iter().map(|(_, literal)| literal)).collect()
}

/// How far a value lies from what is stated; what has no order lies nowhere.
fn distance(now: &Given, value: &Given) -> i64 {
    let (Given::Value(now), Given::Value(value)) = (now, value) else { return i64::MAX };
    match (now, value) {
        (Value::Number(now), Value::Number(value)) => now.saturating_sub(*value).saturating_abs(),
        (Value::Date(now), Value::Date(value)) => {
            now.since(*value).map_or(i64::MAX, |span| i64::from(span.get_days()).abs())
        }
        (Value::Duration(now), Value::Duration(value)) => {
            let (least, most) = now.excess_over(*value);
            least.saturating_add(most).saturating_abs()
        }
        (Value::Money(now), Value::Money(value)) if now.currency == value.currency => {
            now.minor.saturating_sub(value.minor).saturating_abs()
        }
        _ => 0,
    }
}
