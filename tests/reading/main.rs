//! Readings say what rules mean: all of it, nothing else, in three languages.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking, and reads and writes its pages"
)]

#[path = "../generate/dice.rs"]
#[allow(dead_code, reason = "a test of chance uses what it needs")]
mod dice;
mod drafts;
mod meaning;
mod pages;
mod shipped;

use comity::Library;
use comity::model::law::Law;
use comity::model::rule::RuleId;
use comity::model::text::Language;
use comity::report::read::json::{Sentence, TextReading};
use comity::report::read::read_rule;

const LANGUAGES: [Language; 3] = [Language::English, Language::French, Language::Dutch];

/// Sentences that people wrote beside the rule, or that say where it stands; not what it means.
const BESIDE: [&str; 9] =
    ["goals", "because", "evidence", "remedy", "penalty", "note", "citation", "confidence", "fact"];

fn library(texts: &[(&str, &str)]) -> Library {
    Library::load(texts).unwrap_or_else(|faults| {
        let kinds: Vec<_> = faults.iter().take(3).map(|fault| &fault.kind).collect();
        panic!("{kinds:#?}")
    })
}

/// The sentences of a reading that come from its meaning, a line each.
fn body(law: &Law, id: RuleId, language: Language) -> String {
    let reading = read_rule(law, id, language).unwrap();
    let mut out = String::new();
    for sentence in meant(&reading) {
        write(&mut out, sentence, 0);
    }
    out
}

fn meant(reading: &TextReading) -> Vec<&Sentence> {
    let rules = reading.rules.iter().flat_map(|rule| &rule.sentences);
    let all = rules.chain(&reading.words);
    all.filter(|sentence| !BESIDE.contains(&sentence.kind.as_str())).collect()
}

fn write(out: &mut String, sentence: &Sentence, depth: usize) {
    let label = sentence.label.as_deref().unwrap_or("");
    *out += &format!("{}{label} {}\n", "  ".repeat(depth), sentence.text);
    sentence.children.iter().for_each(|child| write(out, child, depth + 1));
}
