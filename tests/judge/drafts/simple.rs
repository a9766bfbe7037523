//! Conditions without parts, by chance: every comparison of every type.

use super::conditions::Reach;
use super::facts::{Fact, Kind};
use super::values::{literal, set};
use crate::dice::Dice;

/// Something that has a value: how it is written, and of what kind it is.
struct Place {
    text: String,
    kind: Kind,
    optional: bool,
}

/// A condition that fits on a line.
pub(crate) fn simple(dice: &mut Dice, reach: &Reach<'_>) -> String {
    match dice.roll(20) {
        0 if !reach.judged.is_empty() => judged(dice, reach),
        1 if !reach.rules.is_empty() && dice.chance(70) => {
            let state = dice.pick(&["is met", "is met where applicable", "is breached", "applies"]);
            format!("{} {state}", dice.pick(&reach.rules))
        }
        2 if !reach.terms.is_empty() => dice.pick(&reach.terms),
        3 => of_list(dice, reach),
        4 | 5 => turned(dice, reach),
        _ => of_place(dice, reach),
    }
}

fn judged(dice: &mut Dice, reach: &Reach<'_>) -> String {
    format!("judged {}", dice.pick(&reach.judged))
}

/// `keys is empty`
fn of_list(dice: &mut Dice, reach: &Reach<'_>) -> String {
    let lists: Vec<&Fact> = reach.facts.iter().filter(|fact| fact.kind == Kind::List).collect();
    let list = dice.pick(&lists);
    let states: &[&str] = if list.optional {
        &["is empty", "is not empty", "is present", "is absent"]
    } else {
        &["is empty", "is not empty"]
    };
    format!("{} {}", list.path, dice.pick(states))
}

/// A value first: `today is after ends`.
fn turned(dice: &mut Dice, reach: &Reach<'_>) -> String {
    let kind = dice.pick(&[Kind::Day, Kind::Length, Kind::Count, Kind::Money, Kind::Bits]);
    let left = match kind {
        Kind::Day if dice.chance(60) => "today".to_owned(),
        // Without its unit a number compares with no length of keys.
        Kind::Bits => "64 bits".to_owned(),
        kind if dice.chance(40) => parameter(kind).to_owned(),
        kind => literal(dice, kind),
    };
    let left = if dice.chance(30) { sum(dice, reach, left, kind) } else { left };
    format!("{left} {} {}", comparator(dice, kind), right(dice, reach, kind))
}

fn of_place(dice: &mut Dice, reach: &Reach<'_>) -> String {
    let place = place(dice, reach);
    let Place { text, kind, optional } = place;
    if optional && dice.chance(15) {
        return format!("{text} {}", dice.pick(&["is present", "is absent"]));
    }
    match kind {
        Kind::YesNo if dice.chance(50) => text,
        kind if kind.is_set() => of_set(dice, &text, kind),
        kind if dice.chance(20) && kind != Kind::YesNo => {
            format!("{text} {} {}", dice.pick(&["in", "not in"]), set(dice, kind))
        }
        kind => {
            let left = if dice.chance(15) { sum(dice, reach, text, kind) } else { text };
            format!("{left} {} {}", comparator(dice, kind), right(dice, reach, kind))
        }
    }
}

fn of_set(dice: &mut Dice, text: &str, kind: Kind) -> String {
    match dice.roll(7) {
        0 => format!("{text} is empty"),
        1 => format!("{text} is not empty"),
        2 => format!("{text} includes {}", object(dice, kind)),
        3 => format!("{text} excludes {}", object(dice, kind)),
        4 => format!("{text} includes all of {}", set(dice, kind)),
        5 => format!("{text} includes any of {}", set(dice, kind)),
        _ => format!("{text} includes none of {}", set(dice, kind)),
    }
}

/// A member outside of braces: words that hold sentences together stand only between them.
fn object(dice: &mut Dice, kind: Kind) -> String {
    let member = literal(dice, kind);
    if member == "from" { "home".to_owned() } else { member }
}

fn comparator(dice: &mut Dice, kind: Kind) -> &'static str {
    match kind {
        _ if dice.chance(25) => dice.pick(&["is", "is not"]),
        Kind::Day => dice.pick(&["is before", "is after", "is on or before", "is on or after"]),
        kind if kind.is_ordered() => {
            dice.pick(&["is at least", "is at most", "is more than", "is less than"])
        }
        _ => dice.pick(&["is", "is not"]),
    }
}

/// The other side of a comparison.
fn right(dice: &mut Dice, reach: &Reach<'_>, kind: Kind) -> String {
    let right = match dice.roll(10) {
        0..=2 => same(dice, reach, kind),
        3 if has_parameter(kind) => Some(parameter(kind).to_owned()),
        4 if kind == Kind::Day => Some("today".to_owned()),
        _ => None,
    };
    let right = right.unwrap_or_else(|| literal(dice, kind));
    if dice.chance(20) { sum(dice, reach, right, kind) } else { right }
}

/// Another place with a value of the kind.
fn same(dice: &mut Dice, reach: &Reach<'_>, kind: Kind) -> Option<String> {
    let fits = |place: &Place| {
        place.kind == kind || matches!((kind, place.kind), (Kind::Door, Kind::Text))
    };
    (0..30).map(|_| place(dice, reach)).find(fits).map(|place| place.text)
}

/// `X plus Y`, where the kind has sums.
fn sum(dice: &mut Dice, reach: &Reach<'_>, left: String, kind: Kind) -> String {
    let added = match kind {
        Kind::Day | Kind::Length => Kind::Length,
        Kind::Count => Kind::Count,
        Kind::Bits if left.ends_with("bits") => Kind::Bits,
        _ => return left,
    };
    let right = match dice.roll(4) {
        0 => same(dice, reach, added),
        1 if has_parameter(added) => Some(parameter(added).to_owned()),
        _ => None,
    };
    let right = right.unwrap_or_else(|| literal(dice, added));
    format!("{left} {} {right}", dice.pick(&["plus", "minus"]))
}

fn has_parameter(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Count
            | Kind::Bits
            | Kind::Length
            | Kind::Day
            | Kind::Money
            | Kind::YesNo
            | Kind::Text
    )
}

/// The parameter of a kind; every ruleset has each.
pub(crate) fn parameter(kind: Kind) -> &'static str {
    match kind {
        Kind::Count => "least_size",
        Kind::Bits => "least_bits",
        Kind::Length => "least_period",
        Kind::Day => "turn",
        Kind::Money => "most_price",
        Kind::YesNo => "strict",
        _ => "motto",
    }
}

/// A fact, a field of an item in reach, or a field of the placement.
fn place(dice: &mut Dice, reach: &Reach<'_>) -> Place {
    if let Some((name, list)) = (!reach.items.is_empty()).then(|| dice.pick(&reach.items))
        && dice.chance(65)
    {
        return field(dice, reach, name, list);
    }
    if dice.chance(12) {
        return field(dice, reach, "placement", "market.placements");
    }
    let plain: Vec<&Fact> = reach.facts.iter().filter(|fact| fact.kind != Kind::List).collect();
    let fact = dice.pick(&plain);
    Place { text: fact.path.clone(), kind: fact.kind, optional: fact.optional }
}

fn field(dice: &mut Dice, reach: &Reach<'_>, name: &str, list: &str) -> Place {
    let list = reach.facts.iter().find(|fact| fact.path == list).unwrap();
    let field = dice.pick(&list.fields);
    Place { text: format!("{name}.{}", field.path), kind: field.kind, optional: field.optional }
}
