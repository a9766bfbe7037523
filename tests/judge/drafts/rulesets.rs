//! Three rulesets: two editions of a standard, and a law that refers to them.

use super::conditions::{Reach, condition};
use super::examples;
use super::facts::{Fact, Kind};
use super::rules::{Siblings, dates, guard, rule};
use super::simple::parameter;
use super::values::{literal, period};
use crate::dice::Dice;
use std::fmt::Write as _;

/// What is left to people, as a rule writes it, and its English words.
const NORMS: [(&str, &str); 3] = [
    ("\"it is safe\"", "it is safe"),
    ("en \"it is fair\" fr \"c'est juste\" nl \"het is eerlijk\"", "it is fair"),
    ("\"it is apt\"", "it is apt"),
];

/// A rule's full id, and the English words of a norm that it leaves open.
pub(crate) type OpenNorm = (String, String);

struct Head {
    id: &'static str,
    edition: &'static str,
    alias: &'static str,
    rules: usize,
}

const HEADS: [Head; 3] = [
    Head { id: "made.standard", edition: "1.0", alias: "old", rules: 2 },
    Head { id: "made.standard", edition: "2.1", alias: "st", rules: 3 },
    Head { id: "made.law", edition: "2026-01-01", alias: "this", rules: 5 },
];

/// Their names and texts, and the norms that they leave open.
pub(crate) fn rulesets(dice: &mut Dice, facts: &[Fact]) -> (Vec<(String, String)>, Vec<OpenNorm>) {
    let mut foreign: Vec<String> = Vec::new();
    let (mut texts, mut norms) = (Vec::new(), Vec::new());
    for (position, head) in HEADS.iter().enumerate() {
        let used = &HEADS[..position];
        let text = ruleset(dice, facts, head, used, &foreign, &mut norms);
        texts.push((format!("{}@{}", head.id, head.edition), text));
        foreign.extend((1..=head.rules).map(|number| format!("{}/{number}", head.alias)));
    }
    (texts, norms)
}

fn ruleset(
    dice: &mut Dice,
    facts: &[Fact],
    head: &Head,
    used: &[Head],
    foreign: &[String],
    norms: &mut Vec<OpenNorm>,
) -> String {
    let mut text = header(dice, head, used);
    let mut reach = Reach {
        facts,
        terms: Vec::new(),
        rules: foreign.to_vec(),
        judged: Vec::new(),
        items: Vec::new(),
        quantifies: true,
    };
    for term in ["odd", "even"] {
        let _ = writeln!(text, "  term {term} means {}.", condition(dice, &reach, 1));
        reach.terms.push(term.to_owned());
    }
    parameters(dice, &mut text);
    for opening in ["applies", "except"] {
        if dice.chance(12) {
            guard(dice, &reach, &mut text, opening);
        }
    }
    let numbers: Vec<String> = (1..=head.rules).map(|number| number.to_string()).collect();
    for (position, number) in numbers.iter().enumerate() {
        let (before, after) = (&numbers[..position], &numbers[position + 1..]);
        reach.rules.truncate(foreign.len());
        reach.rules.extend(before.iter().map(|number| format!("this/{number}")));
        let open = dice.pick(&NORMS);
        reach.judged = vec![open.0.to_owned()];
        let siblings = Siblings { before, after, foreign };
        let written = rule(dice, &reach, number, &siblings);
        if written.contains("judged ") {
            norms.push((format!("{}.{number}", head.id), open.1.to_owned()));
        }
        text.push_str(&written);
    }
    let own: Vec<&OpenNorm> = norms.iter().filter(|(rule, _)| rule.starts_with(head.id)).collect();
    let own: Vec<(String, String)> = own
        .into_iter()
        .filter_map(|(rule, words)| {
            let number = rule.strip_prefix(head.id)?.strip_prefix('.')?;
            let is_here = text.contains(&format!("rule {number}:"));
            let block = text.split(&format!("\nrule {number}:")).nth(1)?.split("\nrule ").next()?;
            (is_here && block.contains(words)).then(|| (number.to_owned(), words.clone()))
        })
        .collect();
    let expected: Vec<String> = numbers.iter().chain(foreign).cloned().collect();
    text.push_str(&examples::examples(dice, facts, &expected, &own));
    text
}

fn header(dice: &mut Dice, head: &Head, used: &[Head]) -> String {
    let kind = if used.len() == 2 { "law" } else { dice.pick(&["standard", "guidance", "code"]) };
    let mut text = format!(
        "ruleset {} edition {}. -- made up\n  title en \"Made up\".\n  instrument \"None\".\n  \
         source <https://example.org/made> read 2026-06-01.\n  issued as {kind} by \"Nobody\".\n  \
         confidence unverified.\n  addressed to maker.\n  uses vocabulary small edition 1.\n",
        head.id, head.edition
    );
    if kind == "law" {
        let _ =
            writeln!(text, "  applies in {}.", dice.pick(&["GB, EU", "NL", "GB-NIR, BE", "EU"]));
    }
    for other in used {
        let Head { id, edition, alias, .. } = other;
        let _ = writeln!(text, "  uses ruleset {id} edition {edition} as {alias}.");
    }
    for sentence in [
        "summary \"Short.\"",
        "review by 2031-01-01",
        "penalty en \"None.\"",
        "allow no_example \"made up\"",
        "source <https://example.org/more> read 2026-11-22",
    ] {
        if dice.chance(20) {
            let _ = writeln!(text, "  {sentence}.");
        }
    }
    if dice.chance(30) {
        dates(dice, &mut text);
    }
    text
}

/// One of each kind, with one value, or two that follow upon one another.
fn parameters(dice: &mut Dice, text: &mut String) {
    let kinds =
        [Kind::Count, Kind::Bits, Kind::Length, Kind::Day, Kind::Money, Kind::YesNo, Kind::Text];
    for kind in kinds {
        let mut value = || match kind {
            // A parameter has the type that its value has by itself.
            Kind::Bits => format!("{} bits", dice.pick(&[8, 64])),
            Kind::Text => format!("\"{}\"", dice.pick(&["one", "two"])),
            kind => literal(dice, kind),
        };
        let (first, second) = (value(), value());
        let values = match dice.roll(4) {
            0 => first,
            1 => format!("{first} {}", period(dice)).trim().to_owned(),
            2 => format!("{first} until 2025-12-31; {second} from 2026-01-01"),
            _ => format!("{first} from 2025-01-01 until 2025-12-30; {second} from 2026-06-01"),
        };
        let citing = dice.pick(&["", ", citing \"clause 4\""]);
        let _ = writeln!(text, "  parameter {}: {values}{citing}.", parameter(kind));
    }
}
