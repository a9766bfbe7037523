//! The shipped rules, all of them, in all three languages.

use super::meaning::meaning;
use super::{BESIDE, LANGUAGES, body, library};
use comity::Library;
use comity::catalogue::shipped as shipped_files;
use comity::model::law::Law;
use comity::model::text::Language;
use comity::report::read::json::{Sentence, TextReading};
use comity::report::read::{read_rule, read_ruleset};
use std::collections::BTreeMap;

/// Words that only the English frame says.
const ENGLISH: [&str; 12] = [
    "must ensure",
    "the following",
    "following hold",
    " is true",
    " is not ",
    "there is ",
    "at least",
    "for which",
    "The rule ",
    "includes",
    "entry",
    " units ",
];

fn readings(law: &Law, language: Language) -> Vec<TextReading> {
    law.iter_rulesets().map(|(id, _)| read_ruleset(law, id, language).unwrap()).collect()
}

/// Every sentence with its parts, beside those that people wrote in the law's own language.
fn all(readings: &[TextReading]) -> Vec<&Sentence> {
    fn below<'s>(sentence: &'s Sentence, out: &mut Vec<&'s Sentence>) {
        out.push(sentence);
        sentence.children.iter().for_each(|child| below(child, out));
    }
    let mut out = Vec::new();
    for text in readings {
        let rules = text.rules.iter().flat_map(|rule| &rule.sentences);
        let told = text.sentences.iter().chain(rules).chain(&text.words);
        told.for_each(|sentence| below(sentence, &mut out));
    }
    out
}

/// What stands in no quotation marks and no brackets: the reading's own words.
fn own_words(text: &str) -> String {
    let mut depth = 0;
    let mut out = String::new();
    for sign in text.chars() {
        depth += i32::from("\u{201c}«(".contains(sign));
        if depth == 0 {
            out.push(sign);
        }
        depth -= i32::from("\u{201d}»)".contains(sign));
    }
    out
}

#[test]
fn rules_that_read_the_same_mean_the_same() {
    let library = library(&[]);
    let law = library.law();
    assert!(law.rules.len() > 700, "{}", law.rules.len());
    for language in LANGUAGES {
        let mut read: BTreeMap<String, (String, &str)> = BTreeMap::new();
        for (id, rule) in law.iter_rules() {
            let (body, means) = (body(law, id, language), meaning(law, id));
            if let Some((other, first)) = read.insert(body.clone(), (means.clone(), &rule.id)) {
                assert_eq!(other, means, "{first} and {} read the same:\n{body}", rule.id);
            }
        }
        assert!(read.len() > 600, "{} different readings", read.len());
    }
}

#[test]
fn no_sentence_is_empty_or_left_open() {
    let library = library(&[]);
    for language in LANGUAGES {
        for sentence in all(&readings(library.law(), language)) {
            let text = &sentence.text;
            let faults = ["  ", "“”", "« »", "«\u{a0}\u{a0}»", " ,", " .", "()", "{", "}"];
            let fault = faults.iter().find(|fault| text.contains(**fault));
            let is_beside = BESIDE.contains(&sentence.kind.as_str());
            assert!(is_beside || fault.is_none(), "{fault:?} in {text}");
            let leads = text.ends_with(':');
            assert_eq!(leads, !sentence.children.is_empty(), "{text}");
            assert!(text.ends_with(['.', ';', ':', '?', '!', '…']), "{text}");
            assert!(text.chars().filter(|sign| sign.is_alphabetic()).count() > 3, "{text}");
        }
    }
}

#[test]
fn no_reading_names_a_fact_by_its_path_or_a_value_by_its_word() {
    let library = library(&[]);
    let law = library.law();
    let facts = law.vocabulary.facts.values();
    let paths: Vec<&str> =
        facts.map(|fact| fact.path.as_str()).filter(|path| path.contains('.')).collect();
    for language in LANGUAGES {
        for sentence in all(&readings(law, language)) {
            if BESIDE.contains(&sentence.kind.as_str()) || sentence.kind == "source" {
                continue;
            }
            let text = &sentence.text;
            let path = paths.iter().find(|path| text.contains(**path));
            assert_eq!(path, None, "{text}");
            assert!(!text.contains('_'), "{text}");
        }
    }
}

#[test]
fn every_language_is_complete() {
    let library = library(&[]);
    let english = readings(library.law(), Language::English);
    let mut seen = ENGLISH.to_vec();
    for sentence in all(&english) {
        seen.retain(|words| !own_words(&sentence.text).contains(words));
    }
    assert_eq!(seen, Vec::<&str>::new(), "words that no reading says");
    for language in [Language::French, Language::Dutch] {
        let other = readings(library.law(), language);
        let pairs = all(&english).len();
        assert_eq!(all(&other).len(), pairs, "as many sentences as in English");
        for sentence in all(&other) {
            if BESIDE.contains(&sentence.kind.as_str()) || sentence.kind == "instrument" {
                continue;
            }
            let own = own_words(&sentence.text);
            let left = ENGLISH.iter().find(|words| own.contains(**words));
            assert_eq!(left, None, "{}", sentence.text);
        }
    }
}

#[test]
fn rule_by_itself_reads_as_within_its_ruleset_but_for_the_scope_of_all() {
    let library = library(&[]);
    let law = library.law();
    for (id, ruleset) in law.iter_rulesets() {
        let whole = read_ruleset(law, id, Language::English).unwrap();
        for ((rule, found), within) in law.rules_of(id).zip(&whole.rules) {
            let alone = read_rule(law, rule, Language::English).unwrap();
            let told = &alone.rules[0].sentences;
            let missing: Vec<&Sentence> =
                told.iter().filter(|sentence| !within.sentences.contains(sentence)).collect();
            let is_scope = |one: &&Sentence| ["scope", "exception"].contains(&one.kind.as_str());
            assert!(missing.iter().all(is_scope), "{} of {}", found.id, ruleset.id);
            let of_all = |kind: &str| whole.sentences.iter().filter(|one| one.kind == kind).count();
            assert_eq!(missing.len(), of_all("scope") + of_all("exception"), "{}", found.id);
            assert!(alone.words.iter().all(|word| whole.words.contains(word)), "{}", found.id);
        }
    }
}

/// The text with other blanks and without its comments and empty lines.
fn laid_out_otherwise(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("--"));
    let lines = lines.filter(|line| !line.trim().is_empty()).enumerate();
    lines
        .map(|(number, line)| format!("{}{}\n", " ".repeat(number % 5), line.trim_start()))
        .collect()
}

#[test]
fn same_text_laid_out_otherwise_reads_the_same() {
    let shipped = library(&[]);
    let texts: Vec<(&str, String)> =
        shipped_files().iter().map(|file| (file.path, laid_out_otherwise(&file.text))).collect();
    let texts = texts.iter().map(|(path, text)| (*path, text.as_str()));
    let other = Library::from_texts(texts).unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_ne!(shipped.sources(), other.sources());
    for language in LANGUAGES {
        assert_eq!(readings(shipped.law(), language), readings(other.law(), language));
    }
}
