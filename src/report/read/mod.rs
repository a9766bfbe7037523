//! Rules read back in plain legal prose, in English, French and Dutch, from what they mean.
//!
//! A reading is made from the resolved rule, never from its text: a drafter sees what was
//! understood, and somebody who reads no Comity can object to it. Two rules that mean different
//! things read differently.

mod build;
mod conditions;
pub mod json;
mod leaves;
mod names;
mod norms;
mod roles;
mod rule;
mod ruleset;
mod speech;
pub mod terminal;
mod wordlist;

pub use build::{read_rule, read_ruleset};

use super::lexicon::said;
use crate::model::law::Law;
use crate::model::ruleset::RulesetId;
use crate::model::term::TermId;
use crate::model::text::Language;

/// Says what rules mean in one language.
#[derive(Debug, Clone, Copy)]
struct Reader<'a> {
    law: &'a Law,
    language: Language,
}

impl Reader<'_> {
    /// What is said in the language, of the same in English, French and Dutch.
    fn say<T>(&self, words: [T; 3]) -> T {
        said(words, self.language)
    }
}

/// Where a condition stands in its sentence.
#[derive(Debug, Clone, Copy)]
struct Setting<'t> {
    mood: Mood,
    /// Terms that the text names, for conditions that are the meaning of one.
    terms: &'t [TermId],
    /// The ruleset that speaks; rules of others are named with their text.
    ruleset: RulesetId,
    /// Whether a quantifier is around it, so that the rule's own item must be told apart.
    is_inside: bool,
}

impl Setting<'_> {
    fn put(self, mood: Mood) -> Self {
        Setting { mood, ..self }
    }
}

/// How a clause is built into its sentence: word order in Dutch, the subjunctive in French.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mood {
    /// It stands by itself: `X est vrai`, `X is waar`.
    Main,
    /// After *for which*: `pour laquelle X est vrai`, `waarvoor X waar is`.
    Relative,
    /// After *where*: `lorsque X est vrai`, `wanneer X waar is`.
    When,
    /// After *ensure that*: `à ce que X soit vrai`, `ervoor dat X waar is`.
    That,
}

/// A sentence without its full stop: the words, and the parts that they lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Told {
    text: String,
    parts: Vec<Told>,
}

impl Told {
    fn line(text: impl Into<String>) -> Told {
        Told { text: text.into(), parts: Vec::new() }
    }

    fn is_line(&self) -> bool {
        self.parts.is_empty()
    }

    /// The same after other words.
    fn after(mut self, lead: &str) -> Told {
        self.text = format!("{lead}{}", self.text);
        self
    }
}
