//! Conditions with parts, by chance: rows, lists in lists, quantifiers.

use super::facts::Fact;
use super::simple::simple;
use crate::dice::Dice;

/// What a condition can speak of where it stands.
#[derive(Clone)]
pub(crate) struct Reach<'f> {
    pub(crate) facts: &'f [Fact],
    pub(crate) terms: Vec<String>,
    /// References to rules.
    pub(crate) rules: Vec<String>,
    /// Open norms; none in a term.
    pub(crate) judged: Vec<String>,
    /// Names of items and their lists.
    pub(crate) items: Vec<(&'static str, &'static str)>,
    /// Whether a quantifier may stand here.
    pub(crate) quantifies: bool,
}

/// Labels of the three levels of lists.
const LABELS: [[&str; 3]; 3] = [["a", "b", "c"], ["i", "ii", "iii"], ["1", "2", "3"]];
const LISTS: [(&str, &str); 4] =
    [("k", "keys"), ("d", "doors"), ("k", "keys"), ("m", "market.placements")];

/// A condition that nests so deep.
pub(crate) fn condition(dice: &mut Dice, reach: &Reach<'_>, depth: usize) -> String {
    row(dice, reach, depth, 0)
}

/// Simple conditions in a row, and what may stand last in it.
fn row(dice: &mut Dice, reach: &Reach<'_>, depth: usize, level: usize) -> String {
    let mut parts: Vec<String> =
        (0..dice.pick(&[0, 0, 0, 1, 2])).map(|_| negated(dice, reach)).collect();
    parts.push(last(dice, reach, depth, level));
    parts.join(dice.pick(&[" and ", " or "]))
}

fn negated(dice: &mut Dice, reach: &Reach<'_>) -> String {
    let not = match dice.roll(10) {
        0 | 1 => "not ",
        2 => "not not ",
        _ => "",
    };
    format!("{not}{}", simple(dice, reach))
}

fn last(dice: &mut Dice, reach: &Reach<'_>, depth: usize, level: usize) -> String {
    let not = if dice.chance(15) { "not " } else { "" };
    match dice.roll(4) {
        0 | 1 if depth > 0 && level < LABELS.len() => {
            format!("{not}{}", list(dice, reach, depth, level))
        }
        2 if reach.quantifies => format!("{not}{}", quantified(dice, reach, depth, level)),
        _ => negated(dice, reach),
    }
}

fn list(dice: &mut Dice, reach: &Reach<'_>, depth: usize, level: usize) -> String {
    let items = LABELS[level].iter().take(1 + dice.roll(3));
    let items: Vec<String> = items
        .map(|label| format!("({label}) {}", row(dice, reach, depth - 1, level + 1)))
        .collect();
    format!("{} of: {}", dice.pick(&["all", "any", "none"]), items.join("; "))
}

fn quantified(dice: &mut Dice, reach: &Reach<'_>, depth: usize, level: usize) -> String {
    let taken = |name: &str| reach.items.iter().any(|(other, _)| *other == name);
    let (name, list) = dice.pick(&LISTS);
    // A second item of the same list has a name of its own.
    let name = if taken(name) { "z" } else { name };
    let mut inside = Reach { quantifies: false, ..reach.clone() };
    inside.items.push((name, list));
    let filter = match dice.roll(5) {
        0 | 1 => format!("where {} ", negated(dice, &inside)),
        2 if level == 0 => format!("where {} ", row(dice, &inside, 0, 0)),
        _ => String::new(),
    };
    let body = row(dice, &inside, depth.saturating_sub(1), level);
    format!("{} {name} in {list} {filter}has {body}", dice.pick(&["some", "every", "no"]))
}
