//! How long it takes to relate the law of several places, and to look for its conflicts.
//!
//! `cargo bench --bench relations` prints, for the shipped law and for a synthetic one of 1,200
//! rules in twelve rulesets: all pairwise relations, all conflicts, all obligations at once, and
//! the most memory that the program ever held.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::expect_used,
    clippy::float_arithmetic,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark reads the clock, and is not shipped"
)]

use comity::analysis::problem::Limits;
use comity::jiff::civil::{Date, date};
use comity::{LawRequest, Library};
use std::fmt::Write as _;
use std::time::Instant;

const RULESETS: usize = 12;
const RULES: usize = 100;
const FACTS: usize = 240;

fn main() {
    let library = time("load the shipped rulesets", || Library::shipped().expect("they load"));
    for on in [date(2026, 11, 22), date(2027, 12, 11)] {
        println!("\nshipped law of uk, ca, nl on {on}");
        ask(&library, &["uk", "ca", "nl"], &[], on);
    }
    let texts = synthetic();
    let texts: Vec<(&str, &str)> =
        texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    println!("\nsynthetic law: {} rules in {RULESETS} rulesets", RULESETS * RULES);
    let library = time("load", || match Library::from_texts(texts) {
        Ok(library) => library,
        Err(faults) => {
            panic!("{}", faults.first().map_or(String::new(), |one| one.kind.to_string()))
        }
    });
    ask(&library, &["XA"], &[], date(2026, 11, 22));
    if let Some(most) = most_memory() {
        println!("\nmost memory held: {most}");
    }
}

fn ask(library: &Library, places: &[&str], with: &[&str], on: Date) {
    let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    let request = LawRequest { on, jurisdictions: owned(places), with: owned(with) };
    let asked = library.ask(&request).expect("the names are known");
    let limits = Limits::default();
    let relations = time("all pairwise relations", || asked.relations(&limits));
    let conflicts = time("all conflicts", || asked.conflicts(&limits));
    let together = time("all obligations at once", || asked.together(&limits));
    println!(
        "  {} rules, {} pairs related, {} pairs asked for conflicts: {} found, {} unclear; {} / {} together",
        asked.duties.len(),
        relations.len(),
        conflicts.pairs,
        conflicts.found.len(),
        conflicts.unclear.len(),
        together.met,
        together.asked
    );
}

fn time<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    println!("  {:>9.1} ms  {what}", start.elapsed().as_secs_f64() * 1000.0);
    result
}

/// The most memory held so far, where the system tells.
fn most_memory() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.trim_start_matches("VmHWM:").trim().to_owned())
}

/// Rulesets of duties over the same facts, as laws of different places are: thresholds, sets,
/// choices and yes or no, some of them conditional, some with an exception.
fn synthetic() -> Vec<(String, String)> {
    let mut texts = vec![
        ("vocabulary.comity".to_owned(), vocabulary()),
        ("jurisdictions.comity".to_owned(), JURISDICTIONS.to_owned()),
    ];
    let mut dice = Dice(2018);
    for number in 0..RULESETS {
        let mut text = format!(
            "ruleset law.l{number} edition 1.\n  title en \"Law {number}\".\n  \
             source <https://example.org/{number}> read 2026-11-22.\n  \
             issued as law by \"Office {number}\".\n  applies in XA.\n  in force from 2020-01-01.\n  \
             addressed to maker.\n  confidence read.\n  uses vocabulary v edition 1.\n\n"
        );
        for rule in 0..RULES {
            text.push_str(&synthetic_rule(&mut dice, rule));
        }
        texts.push((format!("law{number}.comity"), text));
    }
    texts
}

const JURISDICTIONS: &str =
    "jurisdictions edition 1.\n  title en \"Places\".\n\njurisdiction XA:\n  title en \"A\".\n";

fn vocabulary() -> String {
    let mut text =
        "vocabulary v edition 1.\n  title en \"Facts\".\n\nrole maker title en \"maker\".\n\n"
            .to_owned();
    for fact in 0..FACTS {
        let kind = match fact % 4 {
            0 => "yes or no",
            1 => "whole number in units",
            2 => "one of {a, b, c, d}",
            _ => "set of {a, b, c, d, e, f}",
        };
        let setting = if fact % 6 == 0 { "fixed" } else { "chosen" };
        let _ = write!(
            text,
            "fact f{fact}:\n  type {kind}.\n  {setting}.\n  title en \"F{fact}\".\n  \
             question en \"F{fact}?\".\n\n"
        );
    }
    text
}

fn synthetic_rule(dice: &mut Dice, number: usize) -> String {
    let mut text =
        format!("rule {number}:\n  title en \"Duty {number}\".\n  citing \"{number}\".\n");
    if dice.roll(2) == 0 {
        let _ = writeln!(text, "  applies where {}.", test(dice, true));
    }
    let norm = test(dice, false);
    let _ = match dice.roll(3) {
        0 => writeln!(text, "  must {norm} and {}.", test(dice, false)),
        _ => writeln!(text, "  must {norm}."),
    };
    if dice.roll(4) == 0 {
        let _ = writeln!(text, "  unless {}.", test(dice, true));
    }
    text.push('\n');
    text
}

/// A condition on a fact that is fixed, or on one that is not.
fn test(dice: &mut Dice, fixed: bool) -> String {
    let fact = loop {
        let fact = dice.roll(FACTS);
        if fact.is_multiple_of(6) == fixed {
            break fact;
        }
    };
    let word = |dice: &mut Dice| ["a", "b", "c", "d"].get(dice.roll(4)).copied().unwrap_or("a");
    match fact % 4 {
        0 => format!("f{fact}"),
        1 => format!("f{fact} is at least {} units", 1 + dice.roll(8)),
        2 => format!("f{fact} in {{{}, {}}}", word(dice), "d"),
        _ => format!("f{fact} includes {}", word(dice)),
    }
}

/// A fixed sequence that looks random.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides
    }
}
