//! What a proposed example is called: the rules it is about, and what is special about it.

use crate::eval::verdict::Verdict;
use std::collections::{BTreeMap, BTreeSet};

/// Longest name that is still read at a glance.
const LONGEST: usize = 110;
/// Longest part of a name.
const LONGEST_PART: usize = 80;

/// Names that are taken, and how common the parts are from which new ones are made.
#[derive(Debug)]
pub(super) struct Names {
    taken: BTreeSet<String>,
    common: BTreeMap<String, usize>,
}

impl Names {
    pub(super) fn new<'p>(
        taken: impl Iterator<Item = String>,
        parts: impl Iterator<Item = &'p String>,
    ) -> Names {
        let mut common: BTreeMap<String, usize> = BTreeMap::new();
        for part in parts {
            *common.entry(part.clone()).or_default() += 1;
        }
        Names { taken: taken.collect(), common }
    }

    /// `sch1.1: kind of product: lock`, with more if another has that name; at last by the words
    /// of the rule that it is about. None if all are taken.
    pub(super) fn name(
        &mut self,
        expects: &[(&str, Verdict)],
        parts: &[String],
        like: &str,
        words: &[&str],
    ) -> Option<String> {
        let rules = rules(expects);
        let (_, verdict) = expects.first()?;
        let mut gist: Vec<&String> = parts.iter().collect();
        gist.dedup();
        // What fewest others have tells most; of those, what is written last.
        gist.reverse();
        let is_common = |part: &String| self.common.get(part).copied().unwrap_or_default();
        gist.sort_by_key(|part| (part.len() > LONGEST_PART, is_common(part)));
        let mut names = Vec::new();
        for most in 1..=4.min(gist.len()) {
            let told: Vec<String> = gist.iter().take(most).map(|part| shortened(part)).collect();
            let told = told.join(", ");
            names.push(format!("{rules}: {told}"));
            names.push(format!("{rules}: {told}, {}", verdict.words()));
        }
        let told = gist.first().map_or(String::new(), |part| shortened(part));
        names.push(format!("{rules}: {like}, {told}"));
        names.push(format!("{rules}: {like}, {told}, {}", verdict.words()));
        let counts = words.iter().map(|word| word.replace('_', " "));
        names.extend(counts.map(|word| format!("{rules}: {like}, where {word} counts")));
        let short = names.iter().filter(|name| name.len() <= LONGEST);
        let name = short.chain(&names).find(|name| !self.taken.contains(*name))?.clone();
        self.taken.insert(name.clone());
        Some(name)
    }
}

/// The first words of what is too long for a name.
fn shortened(part: &str) -> String {
    if part.len() <= LONGEST_PART {
        return part.to_owned();
    }
    let start: String = part.chars().take(LONGEST_PART).collect();
    let words = start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words);
    format!("{words} …")
}

/// `5.3 and 5.8`, or `5.3 and others`.
fn rules(expects: &[(&str, Verdict)]) -> String {
    match expects {
        [(one, _)] => (*one).to_owned(),
        [(one, _), (two, _)] => format!("{one} and {two}"),
        [(one, _), ..] => format!("{one} and others"),
        [] => String::new(),
    }
}
