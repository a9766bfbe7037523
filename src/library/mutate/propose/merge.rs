//! Two examples in one: what both state, for rules that are different.

use super::cover::Choice;
use super::transplant::Draft;
use crate::report::mutate::Step;

/// So many of the others are tried with each.
const PARTNERS: usize = 8;
/// Most that an example states besides what it is like.
const STEPS: usize = 4;
/// Of most rules an example expects something.
const RULES: usize = 4;

/// Those that could be made of two that are chosen.
pub(super) fn merged(drafts: &[Draft], chosen: &[Choice]) -> Vec<Draft> {
    let mut found: Vec<Draft> = Vec::new();
    for (number, one) in chosen.iter().enumerate() {
        let others = chosen.iter().skip(number + 1).filter(|other| are_apart(one, other));
        let more = others.filter_map(|other| {
            let (one, other) = (drafts.get(one.offer)?, drafts.get(other.offer)?);
            both(one, other)
        });
        for draft in more.take(PARTNERS) {
            if !drafts.contains(&draft) && !found.contains(&draft) {
                found.push(draft);
            }
        }
    }
    found
}

/// An example is read as one if it is about a few rules, and each part about one of them.
fn are_apart(one: &Choice, other: &Choice) -> bool {
    one.rules.len() + other.rules.len() <= RULES
        && one.rules.iter().all(|rule| !other.rules.contains(rule))
}

fn both(one: &Draft, other: &Draft) -> Option<Draft> {
    let is_new = !one.steps.is_empty() && !other.steps.is_empty();
    let is_short = one.steps.len() + other.steps.len() <= STEPS;
    // Whatever is said of a day is about that day, and not about another rule as well.
    let is_dated = |step: &Step| matches!(step, Step::Placed(..) | Step::Checked(_));
    let dated = one.steps.iter().chain(&other.steps).any(is_dated);
    let is_same = |step: &Step| other.steps.iter().any(|more| same(step, more));
    if !is_new || !is_short || dated || one.start != other.start || one.steps.iter().any(is_same) {
        return None;
    }
    let steps = one.steps.iter().chain(&other.steps).cloned().collect();
    Some(Draft { start: one.start, steps })
}

/// Whether both are about the same fact, field or rule.
fn same(one: &Step, other: &Step) -> bool {
    match (one, other) {
        (Step::Given(one, _), Step::Given(other, _)) => one == other,
        (Step::Placement(one, _), Step::Placement(other, _)) => one == other,
        (Step::Judged(one), Step::Judged(other)) => one.rule == other.rule,
        _ => false,
    }
}
