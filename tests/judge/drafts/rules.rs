//! Rules, by chance, with some of every sentence.

use super::DAYS;
use super::conditions::{Reach, condition};
use super::values::period;
use crate::dice::Dice;
use std::fmt::Write as _;

const LISTS: [(&str, &str); 4] =
    [("p", "keys"), ("p", "keys"), ("q", "doors"), ("t", "market.placements")];

/// What a rule may say of its siblings: numbers of those before it, and of those to come.
pub(crate) struct Siblings<'s> {
    pub(crate) before: &'s [String],
    pub(crate) after: &'s [String],
    /// Rules of other rulesets.
    pub(crate) foreign: &'s [String],
}

pub(crate) fn rule(
    dice: &mut Dice,
    reach: &Reach<'_>,
    number: &str,
    siblings: &Siblings<'_>,
) -> String {
    let mut text =
        format!("\nrule {number}:\n  title en \"Rule {number}\" fr \"Règle\" nl \"Regel\".\n");
    let _ = writeln!(
        text,
        "  citing \"clause {number}\"{}.",
        dice.pick(&["", " <https://example.org/c>"])
    );
    said(dice, &mut text);
    dates(dice, &mut text);
    for opening in ["applies", "except", "except"] {
        if dice.chance(15) {
            guard(dice, reach, &mut text, opening);
        }
    }
    let mut inside = reach.clone();
    if dice.chance(45) {
        let (name, list) = dice.pick(&LISTS);
        inside.items.push((name, list));
        let single = Reach { quantifies: dice.chance(30), ..inside.clone() };
        let filter = match dice.chance(50) {
            true => format!(" where {}", condition(dice, &single, 0)),
            false => String::new(),
        };
        let _ = writeln!(text, "  for every {name} in {list}{filter}:");
    }
    norm(dice, &inside, &mut text);
    order(dice, siblings, &mut text);
    text
}

/// Sentences that no verdict turns on.
fn said(dice: &mut Dice, text: &mut String) {
    for sentence in [
        "summary en \"In short.\"",
        "addressed to maker, seller",
        "penalty \"A fine.\"",
        "serves security, trust",
        "confidence seen \"in part\"",
        "evidence \"a letter\"",
        "because en \"It is so.\"",
        "remedy en \"Mend it.\" fr \"Réparez-le.\"",
        "note \"Compare.\"",
        "allow no_example \"made up\"",
    ] {
        if dice.chance(15) {
            let _ = writeln!(text, "  {sentence}.");
        }
    }
}

/// In force, and triggered.
pub(crate) fn dates(dice: &mut Dice, text: &mut String) {
    if dice.chance(20) {
        let (from, until) = (dice.pick(&DAYS[..5]), dice.pick(&["", " until 2026-06-30"]));
        let _ = writeln!(text, "  in force from {from}{until}.");
    }
    if dice.chance(30) {
        let event = dice.pick(&["placing on the market", "making available"]);
        let period = period(dice);
        let _ = writeln!(text, "  triggered by {}.", format!("{event} {period}").trim());
    }
}

/// `except from D where C, citing "…".`
pub(crate) fn guard(dice: &mut Dice, reach: &Reach<'_>, text: &mut String, opening: &str) {
    let period = if opening != "applies" && dice.chance(40) { period(dice) } else { String::new() };
    let depth = dice.pick(&[0, 0, 1]);
    let condition = condition(dice, reach, depth);
    let _ = writeln!(text, "  {opening} {period}where {condition}{}.", citing(dice));
}

fn citing(dice: &mut Dice) -> &'static str {
    dice.pick(&["", ", citing \"clause 9\"", ", citing \"clause 9\" <https://example.org/9>"])
}

fn norm(dice: &mut Dice, reach: &Reach<'_>, text: &mut String) {
    let modality = dice.pick(&["must", "must", "must", "should", "may"]);
    let not = if dice.chance(20) { "not " } else { "" };
    let depth = dice.pick(&[0, 1, 1, 2, 3]);
    let _ = writeln!(text, "  {modality} {not}{}.", condition(dice, reach, depth));
    for _ in 0..dice.pick(&[0, 0, 1, 2]) {
        let dated = format!("{}where ", period(dice));
        let from = if dice.chance(40) { dated } else { String::new() };
        let condition = condition(dice, reach, 0);
        let _ = writeln!(text, "  unless {from}{condition}{}.", citing(dice));
    }
    for _ in 0..dice.pick(&[0, 0, 1, 2]) {
        if modality != "may" {
            instead(dice, reach, text, modality);
        }
    }
    for _ in 0..dice.pick(&[0, 0, 1, 2]) {
        guard(dice, reach, text, "deemed met");
    }
}

fn instead(dice: &mut Dice, reach: &Reach<'_>, text: &mut String, modality: &str) {
    let (when, demand) = (condition(dice, reach, 0), condition(dice, reach, 1));
    let not = if dice.chance(30) { "not " } else { "" };
    let citing = citing(dice);
    let _ = writeln!(text, "  unless {when}{citing}: instead {modality} {not}{demand}.");
}

/// Ranks run from those that come first to those that come later: no circle.
fn order(dice: &mut Dice, siblings: &Siblings<'_>, text: &mut String) {
    if dice.chance(20) && !siblings.after.is_empty() {
        let _ = writeln!(text, "  overrides {}.", dice.pick(siblings.after));
    }
    if dice.chance(20) && !siblings.before.is_empty() {
        let _ = writeln!(text, "  subject to {}.", dice.pick(siblings.before));
    }
    if dice.chance(25) && !siblings.foreign.is_empty() {
        let claim = dice.pick(&["adopts", "tightens", "relaxes", "replaces"]);
        let _ = writeln!(text, "  {claim} {}.", dice.pick(siblings.foreign));
    }
}
