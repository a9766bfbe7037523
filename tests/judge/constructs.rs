//! Which constructs of the grammar some texts use: the grammar itself is asked, rule by rule, so
//! that a construct it gains must be drafted here too.

use comity::syntax::sentences;
use pest::Parser;
use pest::iterators::Pair;
use std::collections::BTreeSet;

#[derive(pest_derive::Parser)]
#[grammar = "grammar/comity.pest"]
struct Grammar;

/// Rules of the grammar that no text without faults uses, or that have no text of their own.
const ELSEWHERE: [(&str, &str); 4] = [
    ("decimal", "is refused with advice"),
    ("decimal_number", "is refused with advice"),
    ("EOI", "the end of a sentence"),
    ("COMMENT", "is taken out before"),
];

const GRAMMAR: &str = include_str!("../../grammar/comity.pest");

/// Rules of the grammar whose text has such words in it.
fn rules_with(words: &str) -> BTreeSet<String> {
    let mut name = "";
    let mut names = BTreeSet::new();
    for line in GRAMMAR.lines().filter(|line| !line.trim_start().starts_with("//")) {
        if let Some((head, _)) = line.split_once('=')
            && !line.starts_with(' ')
        {
            name = head.trim();
        }
        if line.contains(words) {
            names.insert(name.to_owned());
        }
    }
    names
}

/// Cuts texts into sentences, and keeps what it found in them.
pub(crate) struct Search {
    /// The rules for whole sentences.
    whole: Vec<Rule>,
    found: BTreeSet<String>,
}

impl Search {
    pub(crate) fn new() -> Search {
        let names = rules_with("~ EOI");
        let all = Rule::all_rules().iter().copied();
        let whole = all.filter(|rule| names.contains(&name_of(*rule))).collect();
        Search { whole, found: BTreeSet::new() }
    }

    /// Notes every construct of a text.
    pub(crate) fn read(&mut self, text: &str) {
        for sentence in sentences(text) {
            let (first, last) = (sentence.first().unwrap(), sentence.last().unwrap());
            let sentence = &text[first.bytes.start..last.bytes.end];
            let parsed = self.whole.iter().find_map(|rule| Grammar::parse(*rule, sentence).ok());
            let parsed = parsed.unwrap_or_else(|| panic!("no rule for `{sentence}`"));
            parsed.for_each(|pair| note(pair, &mut self.found));
        }
    }

    /// The constructs that were not found. Silent rules of the grammar (`_{`) leave no trace.
    pub(crate) fn missing(&self) -> Vec<String> {
        let silent = rules_with("= _{");
        let elsewhere = |name: &str| ELSEWHERE.iter().any(|(other, _)| *other == name);
        let all = Rule::all_rules().iter().map(|rule| name_of(*rule));
        let wanted = all.filter(|name| !silent.contains(name) && !elsewhere(name));
        wanted.filter(|name| !self.found.contains(name)).collect()
    }
}

fn name_of(rule: Rule) -> String {
    format!("{rule:?}")
}

fn note(pair: Pair<'_, Rule>, found: &mut BTreeSet<String>) {
    found.insert(name_of(pair.as_rule()));
    pair.into_inner().for_each(|inner| note(inner, found));
}
