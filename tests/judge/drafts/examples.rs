//! Examples by chance: what is given, and rules whose verdict is asked.

use super::DAYS;
use super::facts::{Fact, Kind, MEMBERS, WORDS};
use super::values::{COUNTRIES, LANGUAGES, LENGTHS, MONEY, NAMES, PLACES, URLS, VERSIONS};
use crate::dice::Dice;
use std::fmt::Write as _;

const VERDICTS: [&str; 10] = [
    "met",
    "deemed met",
    "exempt",
    "not applicable",
    "not in force",
    "breached",
    "not followed",
    "permitted",
    "needs judgement",
    "undetermined",
];

/// A profile and a few examples, each like one before it. What they expect may be wrong: what
/// comes out is compared, not that it is as expected.
pub(crate) fn examples(
    dice: &mut Dice,
    facts: &[Fact],
    rules: &[String],
    norms: &[(String, String)],
) -> String {
    let mut text = String::from("\nprofile \"base\":\n");
    said(dice, facts, norms, &mut text);
    let mut names = vec!["base".to_owned()];
    for number in 1..=4 {
        let name = format!("example {number}");
        let _ = writeln!(text, "\nexample \"{name}\":");
        if dice.chance(60) {
            let _ = writeln!(text, "  like \"{}\".", dice.pick(&names));
        }
        said(dice, facts, norms, &mut text);
        for rule in rules {
            let verdict = dice.pick(&VERDICTS);
            let needing = match verdict {
                "undetermined" if dice.chance(30) => " needing size, placement.sold",
                _ => "",
            };
            let _ = writeln!(text, "  expect {rule} {verdict}{needing}.");
        }
        names.push(name);
    }
    text
}

fn said(dice: &mut Dice, facts: &[Fact], norms: &[(String, String)], text: &mut String) {
    let share = dice.pick(&[20, 80, 95, 100]);
    let mut told: Vec<String> = Vec::new();
    for fact in facts {
        let is_told = dice.chance(share);
        if fact.path == "market.placements" {
            // Placed, or given as a list, or both.
            if dice.chance(15) {
                told.push(format!("{}: {}", fact.path, given(dice, fact)));
            }
            let fields = fact.fields.iter().filter(|field| field.path != "territory");
            for field in fields.filter(|_| is_told && dice.chance(25)).collect::<Vec<_>>() {
                told.push(format!("placement.{}: {}", field.path, given(dice, field)));
            }
        } else if is_told {
            told.push(format!("{}: {}", fact.path, given(dice, fact)));
        }
    }
    let comma = if dice.chance(50) && !told.is_empty() { "," } else { "" };
    let _ = writeln!(text, "  given {{{}{}}}.", told.join(", "), comma);
    if dice.chance(30) {
        let fact = dice.pick(facts).path;
        let other = dice.pick(&["market.placements", "placement.sold", "keys"]);
        let _ = writeln!(text, "  without {fact}, {other}.");
    }
    if dice.chance(60) {
        let (mut first, mut last) = (dice.pick(&DAYS), dice.pick(&DAYS));
        if first > last {
            std::mem::swap(&mut first, &mut last);
        }
        let until = if dice.chance(50) { format!(" until {last}") } else { String::new() };
        let _ = writeln!(text, "  placed in {} on {first}{until}.", dice.pick(&PLACES));
    }
    if dice.chance(50) {
        let _ = writeln!(text, "  checked on {}.", dice.pick(&DAYS));
    }
    for (rule, words) in norms {
        if dice.chance(40) {
            let words = if dice.chance(50) { format!(" \"{words}\"") } else { String::new() };
            let _ = writeln!(text, "  judged {rule}{words} {}.", dice.pick(&["yes", "no"]));
        }
    }
}

fn given(dice: &mut Dice, fact: &Fact) -> String {
    let quoted = |text: &str| format!("\"{text}\"");
    match fact.kind {
        _ if fact.optional && dice.chance(15) => "absent".to_owned(),
        Kind::List => {
            let items: Vec<String> = (0..dice.roll(3)).map(|at| item(dice, fact, at)).collect();
            format!("[{}]", items.join(", "))
        }
        Kind::YesNo => dice.pick(&["yes", "no", "true", "false"]).to_owned(),
        Kind::OneOf => dice.pick(&WORDS).to_owned(),
        Kind::Bits => dice.pick(&["8", "64 bits", "128"]).to_owned(),
        Kind::Count => dice.roll(4).to_string(),
        Kind::Length => dice.pick(&LENGTHS).to_owned(),
        Kind::Day => dice.pick(&DAYS).to_owned(),
        Kind::Text => quoted(dice.pick(&NAMES)),
        Kind::Url => quoted(dice.pick(&URLS)),
        Kind::Version => quoted(dice.pick(&VERSIONS)),
        Kind::Language => dice.pick(&LANGUAGES).to_owned(),
        Kind::Country => dice.pick(&COUNTRIES).to_owned(),
        Kind::Territory => dice.pick(&PLACES).to_owned(),
        Kind::Money => dice.pick(&MONEY).to_owned(),
        Kind::Door => dice.pick(&["d1", "d2"]).to_owned(),
        Kind::SetOf => several(dice, &MEMBERS),
        Kind::Texts => several(dice, &["one", "two"]),
        Kind::Languages => several(dice, &LANGUAGES),
        Kind::Countries => several(dice, &COUNTRIES),
    }
}

fn several(dice: &mut Dice, words: &[&str]) -> String {
    let picked: Vec<&str> = words.iter().copied().filter(|_| dice.chance(40)).collect();
    format!("[{}]", picked.join(", "))
}

fn item(dice: &mut Dice, list: &Fact, at: usize) -> String {
    let mut fields = Vec::new();
    for field in &list.fields {
        if field.path == "id" {
            fields.push(format!("id: d{}", at + 1));
        } else if dice.chance(70) {
            fields.push(format!("{}: {}", field.path, given(dice, field)));
        }
    }
    format!("{{{}}}", fields.join(", "))
}
