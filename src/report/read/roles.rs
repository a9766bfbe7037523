//! Whom a rule binds, with the article that the language asks for.

use super::Reader;
use super::speech::begins_with_vowel;
use crate::model::rule::Rule;
use crate::model::text::Language;

/// Ends of French nouns that are feminine.
const FEMININE: [&str; 8] = ["té", "tion", "sion", "ance", "ise", "ette", "ie", "ure"];
/// Ends of Dutch nouns that take *het*.
const NEUTER: [&str; 8] =
    ["um", "orgaan", "bedrijf", "instituut", "platform", "kantoor", "bureau", "agentschap"];

/// Whom a rule binds.
pub(super) struct Subject {
    /// `the manufacturer and the importer`
    pub(super) words: String,
    pub(super) is_plural: bool,
}

impl Reader<'_> {
    /// The addressees by their titles.
    pub(super) fn subject(&self, rule: &Rule) -> Subject {
        let titles = rule.addressees.iter().map(|role| {
            let known = self.law.vocabulary.roles.get(role);
            self.with_article(known.map_or(role.as_str(), |title| title.get(self.language)))
        });
        let titles: Vec<String> = titles.collect();
        Subject { words: self.all_of(&titles), is_plural: titles.len() > 1 }
    }

    fn with_article(&self, title: &str) -> String {
        let noun = title.split_whitespace().next().unwrap_or(title);
        let ends = |known: &[&str]| known.iter().any(|end| noun.ends_with(end));
        match self.language {
            Language::English => format!("the {title}"),
            Language::French if begins_with_vowel(noun) => format!("l’{title}"),
            Language::French if ends(&FEMININE) => format!("la {title}"),
            Language::French => format!("le {title}"),
            Language::Dutch if ends(&NEUTER) => format!("het {title}"),
            Language::Dutch => format!("de {title}"),
        }
    }
}
