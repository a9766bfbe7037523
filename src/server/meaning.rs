//! What does a name mean? In words, with what its declaration says.

use super::Server;
use super::documents::{Document, Identity};
use super::names::Symbol;
use crate::model::text::Language;
use crate::model::vocabulary::{Fact, Setting, Type, Vocabulary};
use crate::report::vocabulary::type_name;
use crate::resolve::Base;
use crate::syntax::ast::{Block, Clause, Head, Text};
use std::fmt::Write as _;

/// The declaration of a fact or field.
pub(super) fn declared<'b>(base: &'b Base, path: &str) -> Option<&'b Fact> {
    let facts = &base.vocabulary.facts;
    facts.get(path).or_else(|| {
        let (list, name) = path.rsplit_once('.')?;
        facts.get(list)?.fields.get(name)
    })
}

/// A fact or field: title, type, question, meaning, values.
pub(super) fn of_fact(vocabulary: &Vocabulary, fact: &Fact) -> String {
    let english = |text: &crate::model::text::Text| text.get(Language::English).to_owned();
    let mut out = format!("**{}** `{}`\n\n", english(&fact.title), fact.path);
    let setting = match fact.setting {
        Setting::Fixed => "context of the product",
        Setting::Chosen => "decided by the maker",
    };
    let absent = if fact.optional { "; may be absent" } else { "" };
    let _ = writeln!(out, "{}; {setting}{absent}", type_name(vocabulary, &fact.kind));
    for text in [&fact.question, &fact.meaning] {
        let text = english(text);
        if !text.is_empty() {
            let _ = write!(out, "\n{text}\n");
        }
    }
    if let Type::OneOf(values) | Type::SetOf(values) = &fact.kind {
        out.push('\n');
        for value in values {
            let title = fact.value_titles.get(value).map(english).unwrap_or_default();
            let _ = writeln!(out, "- `{value}` {title}");
        }
    }
    if !fact.fields.is_empty() {
        let names: Vec<String> = fact.fields.keys().map(|name| format!("`{name}`")).collect();
        let _ = write!(out, "\nFields of each item: {}\n", names.join(", "));
    }
    out
}

impl Server {
    /// What a name means, in Markdown.
    pub(super) fn meaning(&self, symbol: &Symbol) -> Option<String> {
        let vocabulary = &self.base.vocabulary;
        let english = |text: &crate::model::text::Text| text.get(Language::English).to_owned();
        match symbol {
            Symbol::Fact(path) | Symbol::Field(path) => {
                Some(of_fact(vocabulary, declared(&self.base, path)?))
            }
            Symbol::Value { of, value } => {
                let fact = declared(&self.base, of)?;
                let title = fact.value_titles.get(value).map(english).unwrap_or_default();
                Some(format!("`{value}` {title}\n\nA value of `{of}`: {}", english(&fact.title)))
            }
            Symbol::Role(name) => {
                Some(format!("role `{name}`: {}", english(vocabulary.roles.get(name)?)))
            }
            Symbol::Goal(name) => {
                Some(format!("goal `{name}`: {}", english(vocabulary.goals.get(name)?)))
            }
            Symbol::Place(code) => {
                let all = &self.base.jurisdictions;
                let place = all.get(all.find(code)?)?;
                let within = place.within.and_then(|id| all.get(id));
                let within = within.map(|outer| format!(", within `{}`", outer.code));
                Some(format!("`{code}` {}{}", english(&place.title), within.unwrap_or_default()))
            }
            Symbol::Item { list, .. } => {
                let fact = declared(&self.base, list)?;
                Some(format!("an item of\n\n{}", of_fact(vocabulary, fact)))
            }
            Symbol::Rule { id, edition, number } => self.meaning_of_rule(id, edition, number),
            Symbol::Ruleset(id, edition) => self.meaning_of_ruleset(id, edition),
            Symbol::Alias(file, name) => {
                let (_, document) = self.documents.of_file(*file)?;
                let (id, edition) = self.used_as(document, name)?;
                self.meaning_of_ruleset(&id, &edition)
            }
            Symbol::Term(file, _) | Symbol::Parameter(file, _) | Symbol::Example(file, _) => {
                let (_, document) = self.documents.of_file(*file)?;
                let place = self.declaration_in(document, symbol)?;
                Some(code(self.sentence_around(document, place.start as usize)))
            }
        }
    }

    /// The text that declares a ruleset.
    pub(super) fn ruleset(&self, id: &str, edition: &str) -> Option<(&str, &Document)> {
        let wanted = Identity::Ruleset(id.to_owned(), edition.to_owned());
        let mut visible = self.documents.visible();
        visible.find(|(_, document)| self.documents.identity(document) == Some(&wanted))
    }

    /// Id and edition of the ruleset that goes by a name in a file.
    pub(super) fn used_as(&self, document: &Document, name: &str) -> Option<(String, String)> {
        let header = self.documents.parsed(document).file.blocks.first()?;
        header.clauses.iter().find_map(|clause| match &clause.node {
            Clause::UsesRuleset { id, edition, alias } if alias.node == name => {
                Some((id.node.clone(), edition.node.clone()))
            }
            _ => None,
        })
    }

    fn meaning_of_ruleset(&self, id: &str, edition: &str) -> Option<String> {
        let (_, document) = self.ruleset(id, edition)?;
        let header = self.documents.parsed(document).file.blocks.first()?;
        let title = title_of(header).unwrap_or_default();
        let mut out = format!("**{title}** `{id}` edition {edition}\n\n");
        let told = |clause: &Clause| {
            matches!(
                clause,
                Clause::Summary(_)
                    | Clause::Instrument(_)
                    | Clause::Issued { .. }
                    | Clause::AppliesIn(_)
                    | Clause::InForce(_)
            )
        };
        out.push_str(&code(&self.clauses(header, told)));
        Some(out)
    }

    /// A rule: its title and where it is from; whom it binds and when; what it says, as written.
    fn meaning_of_rule(&self, id: &str, edition: &str, number: &str) -> Option<String> {
        let (_, document) = self.ruleset(id, edition)?;
        let blocks = &self.documents.parsed(document).file.blocks;
        let header = blocks.first()?;
        let is_it =
            |block: &&Block| matches!(&block.head.node, Head::Rule(own) if own.node == number);
        let block = blocks.iter().find(is_it)?;
        let mut out = format!("**{}** `{id}.{number}`\n\n", title_of(block).unwrap_or_default());
        if let Some(title) = title_of(header) {
            let _ = write!(out, "{title}, edition {edition}\n\n");
        }
        let shared = [is_addressed, is_in_force, is_trigger];
        let inherited: Vec<String> = shared
            .into_iter()
            .filter(|is_such| !block.says(is_such))
            .map(|is_such| self.clauses(header, is_such))
            .filter(|text| !text.is_empty())
            .collect();
        let own = self.clauses(block, |clause| {
            !matches!(clause, Clause::Title(_) | Clause::Remedy(_) | Clause::Allow { .. })
        });
        out.push_str(&code(&format!("{own}{}", inherited.concat())));
        Some(out)
    }

    /// Sentences of a block as they are written, a line each or more.
    fn clauses(&self, block: &Block, wanted: impl Fn(&Clause) -> bool) -> String {
        let clauses = block.clauses.iter().filter(|clause| wanted(&clause.node));
        clauses
            .map(|clause| format!("{}\n", self.documents.slice(clause.span).trim_end()))
            .collect()
    }
}

fn is_addressed(clause: &Clause) -> bool {
    matches!(clause, Clause::AddressedTo(_))
}

fn is_in_force(clause: &Clause) -> bool {
    matches!(clause, Clause::InForce(_))
}

fn is_trigger(clause: &Clause) -> bool {
    matches!(clause, Clause::Triggered { .. })
}

/// The English title of a block.
pub(super) fn title_of(block: &Block) -> Option<&str> {
    block.clauses.iter().find_map(|clause| match &clause.node {
        Clause::Title(text) => english(text),
        _ => None,
    })
}

/// The English words of a text.
pub(super) fn english(text: &Text) -> Option<&str> {
    text.entries.iter().find(|(tag, _)| tag.node == "en").map(|(_, words)| words.node.as_str())
}

fn code(text: &str) -> String {
    format!("```comity\n{}\n```", text.trim_end())
}
