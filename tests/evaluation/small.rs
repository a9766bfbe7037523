//! Worlds of few facts, and few values for each of them.

use super::dice::Dice;
use super::world::{EU, World, days, number};
use comity::model::condition::{Comparison, Node, NodeId, Operand};
use comity::model::manifest::Manifest;
use comity::model::value::{Duration, Value};
use comity::model::vocabulary::{Fact, FactId, Setting, Type};
use comity::plan::row::{Market, Placement, Row};
use jiff::ToSpan;
use std::collections::BTreeSet;

pub const ON: &str = "2026-06-01";
/// Facts of many values that are compared with one another.
const WIDE: [&[&str]; 4] = [
    &["size", "other_size"],
    &["start", "end"],
    &["support", "lifetime"],
    &["start", "end", "support"],
];

/// Whether units are placed on the day of the check and on all days after, or as it comes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Placing {
    Now,
    Anyhow,
}

/// A world of a handful of facts; with `wide` ones, two or three that have many values.
pub fn small_world(dice: &mut Dice, wide: Option<&[&str]>) -> World {
    let mut world = World::new();
    let facts = &mut world.law.vocabulary.facts;
    let plain = facts.values().filter(|fact| fact.kind != Type::List);
    let plain: Vec<String> = plain.map(|fact| fact.path.clone()).collect();
    let mut kept: Vec<String> = (0..1 + dice.roll(4)).map(|_| dice.pick(&plain)).collect();
    kept.extend(wide.into_iter().flatten().map(|path| (*path).to_owned()));
    facts.retain(|path, fact| fact.kind == Type::List || kept.contains(path));
    for fact in facts.values_mut() {
        shape(dice, fact);
    }
    dice.furnish(&mut world);
    world
}

/// Few fields, now and then one that must be told, design or surroundings.
fn shape(dice: &mut Dice, fact: &mut Fact) {
    let is_placements = fact.path == "market.placements";
    let is_fixed = is_placements || dice.chance(40);
    fact.setting = if is_fixed { Setting::Fixed } else { Setting::Chosen };
    if is_placements {
        fact.fields.values_mut().for_each(|field| field.setting = Setting::Fixed);
        return;
    }
    fact.optional = dice.chance(80);
    let names: Vec<String> = fact.fields.keys().cloned().collect();
    let kept: Vec<String> = names.iter().take(2).map(|_| dice.pick(&names)).collect();
    fact.fields.retain(|name, _| kept.contains(name));
    for field in fact.fields.values_mut() {
        field.setting = fact.setting;
        field.optional = dice.chance(70);
    }
}

pub fn wide_facts(dice: &mut Dice) -> &'static [&'static str] {
    dice.pick(&WIDE)
}

/// Comparisons with many values, and of facts with one another.
pub fn wide_condition(dice: &mut Dice, world: &mut World, facts: &[&str]) -> NodeId {
    let mut whole = wide_test(dice, world, facts, 60);
    for _ in 0..2 + dice.roll(4) {
        let part = wide_test(dice, world, facts, 25);
        let part = if dice.chance(30) { world.not(part) } else { part };
        whole = if dice.chance(50) { world.and(&[whole, part]) } else { world.or(&[whole, part]) };
    }
    whole
}

fn wide_test(dice: &mut Dice, world: &mut World, facts: &[&str], both: usize) -> NodeId {
    let left = dice.pick(facts);
    let alike = |path: &&&str| kind(world, path) == kind(world, left) && **path != left;
    let other = facts.iter().find(alike).copied().filter(|_| dice.chance(both));
    let right = match other {
        Some(other) => world.operand(other),
        None => Operand::Literal(wide_value(dice, &kind(world, left))),
    };
    let length = facts.iter().find(|path| kind(world, path) == Type::Duration);
    let right = match (kind(world, left), length) {
        _ if !dice.chance(30) => right,
        (Type::Date, Some(length)) if dice.chance(50) => {
            Operand::Plus(Box::new(right), Box::new(world.operand(length)))
        }
        (Type::Date, _) => Operand::Plus(Box::new(right), Box::new(Operand::Literal(days(30)))),
        (kind, _) => {
            let more = Operand::Literal(wide_value(dice, &kind));
            Operand::Minus(Box::new(right), Box::new(more))
        }
    };
    let comparison = dice.pick(&[
        Comparison::AtLeast,
        Comparison::AtMost,
        Comparison::LessThan,
        Comparison::MoreThan,
        Comparison::Equal,
    ]);
    world.compare(left, comparison, right)
}

fn kind(world: &World, path: &str) -> Type {
    world.law.vocabulary.find(path).unwrap().1.kind.clone()
}

fn wide_value(dice: &mut Dice, kind: &Type) -> Value {
    match kind {
        Type::WholeNumber { .. } => number(dice.pick(&[0, 3, 12, 30, 50, 75])),
        Type::Date => {
            let months = dice.roll(24) as i32;
            Value::Date(super::world::day("2025-05-31").checked_add(months.months()).unwrap())
        }
        kind => dice.value(kind),
    }
}

pub fn row(manifest: &Manifest) -> Row<'_> {
    let market = Market { jurisdiction: EU, placement: Some(Placement(0)) };
    Row { manifest, market, on: super::world::day(ON) }
}

/// The values that conditions mention, and their neighbours.
fn mentioned(world: &World, kind: &Type) -> Vec<Value> {
    let mut found = Vec::new();
    let mut push = |operand: &Operand| literals(operand, &mut found);
    for (_, node) in world.law.graph.iter() {
        if let Node::Compare { left, right, .. } = node {
            push(left);
            push(right);
        }
    }
    let near = found.into_iter().flat_map(|value| near(&value));
    near.filter(|value| is_of(value, kind)).collect()
}

fn literals(operand: &Operand, found: &mut Vec<Value>) {
    match operand {
        Operand::Literal(value) => found.push(value.clone()),
        Operand::Plus(left, right) | Operand::Minus(left, right) => {
            literals(left, found);
            literals(right, found);
        }
        _ => {}
    }
}

fn near(value: &Value) -> Vec<Value> {
    let steps = [-1, 0, 1];
    match value {
        Value::Number(number) => steps.map(|step| Value::Number(number + step)).to_vec(),
        Value::Date(day) => {
            steps.map(|step| Value::Date(day.checked_add(step.days()).unwrap())).to_vec()
        }
        Value::Duration(length) => {
            let longer = |seconds| Value::Duration(Duration { seconds, ..*length });
            steps.map(|step| longer((length.seconds + step * 86_400).max(0))).to_vec()
        }
        other => vec![other.clone()],
    }
}

fn is_of(value: &Value, kind: &Type) -> bool {
    match (value, kind) {
        (Value::Number(number), Type::WholeNumber { .. }) => *number >= 0,
        (Value::Date(_), Type::Date) | (Value::Duration(_), Type::Duration) => true,
        _ => false,
    }
}

/// Values of a fact, at most so many where there is no end of them; whether they are all.
pub fn pool(dice: &mut Dice, world: &World, fact: &Fact, most: usize) -> (Vec<Value>, bool) {
    match &fact.kind {
        Type::YesNo => (vec![Value::YesNo(true), Value::YesNo(false)], true),
        Type::OneOf(words) => ((0..words.len() as u8).map(Value::Word).collect(), true),
        Type::SetOf(words) => ((0..1 << words.len()).map(Value::Set).collect(), true),
        kind => {
            let known = mentioned(world, kind);
            let value = |dice: &mut Dice| match known.is_empty() || dice.chance(30) {
                false => dice.pick(&known),
                true => match dice.value(kind) {
                    Value::Number(number) => Value::Number(number.max(0)),
                    value => value,
                },
            };
            let mut found: Vec<Value> = (0..most).map(|_| value(dice)).collect();
            let mut seen = Vec::new();
            found.retain(|value| {
                !seen.contains(value) && {
                    seen.push(value.clone());
                    true
                }
            });
            (found, false)
        }
    }
}

/// The lists whose items some conditions go through.
pub fn gone_through(world: &World, nodes: &[NodeId]) -> BTreeSet<FactId> {
    let (mut open, mut found) = (nodes.to_vec(), BTreeSet::new());
    while let Some(node) = open.pop().and_then(|id| world.law.graph.get(id)) {
        open.extend(node.parts());
        if let Node::Some { list, .. } = node {
            found.insert(*list);
        }
    }
    found
}
