//! The words of each kind, with what they mean.

use super::Candidate;
use super::context::Context;
use super::wanted::Wanted;
use crate::model::drafting::DraftingFault;
use crate::model::text::Language;
use crate::model::vocabulary::{Fact, Type};
use crate::report::vocabulary::type_name;
use crate::server::Server;
use crate::server::documents::{Document, Identity};
use crate::server::meaning::{declared, of_fact, title_of};
use crate::server::names::Symbol;
use crate::syntax::ast::{Clause, Head};
use crate::syntax::{FORMS, Form, WORDS};
use std::collections::BTreeSet;

// Kinds of the protocol.
const FUNCTION: u8 = 3;
const FIELD: u8 = 5;
const VARIABLE: u8 = 6;
const CLASS: u8 = 7;
const MODULE: u8 = 9;
const KEYWORD: u8 = 14;
const REFERENCE: u8 = 18;
const MEMBER: u8 = 20;
const CONSTANT: u8 = 21;

/// How a condition can begin beside a name.
const OPENINGS: [&str; 8] =
    ["not", "all of:", "any of:", "none of:", "some", "every", "no", "judged"];

impl Server {
    pub(super) fn candidates(&self, context: &Context<'_>, wanted: &Wanted) -> Vec<Candidate> {
        match wanted {
            Wanted::Forms => forms(context),
            Wanted::Conditions if context.partial.contains('/') => self.rules(context, true, true),
            Wanted::Conditions => {
                let words = OPENINGS.iter().map(|word| of_word(word));
                let names = self.terms(context).into_iter().chain(self.facts(context));
                names.chain(self.aliases(context)).chain(words).collect()
            }
            Wanted::Facts => self.facts(context),
            Wanted::Lists => {
                let facts = self.base.vocabulary.facts.values();
                facts
                    .filter(|fact| fact.kind == Type::List)
                    .map(|fact| self.fact(&fact.path, fact))
                    .collect()
            }
            Wanted::Fields(list) => self.fields(list, ""),
            Wanted::Values(path) => self.values(path),
            Wanted::Roles => {
                let roles = self.base.vocabulary.roles.iter();
                roles
                    .map(|(name, title)| Candidate::new(name, CLASS, title.get(Language::English)))
                    .collect()
            }
            Wanted::Goals => {
                let goals = self.base.vocabulary.goals.iter();
                goals
                    .map(|(name, title)| Candidate::new(name, CLASS, title.get(Language::English)))
                    .collect()
            }
            Wanted::Places => self.places(),
            Wanted::Vocabularies => {
                let vocabulary = &self.base.vocabulary;
                let whole = format!("{} edition {}", vocabulary.name, vocabulary.edition);
                vec![Candidate::new(whole, MODULE, vocabulary.title.get(Language::English))]
            }
            Wanted::Rulesets => self.rulesets(),
            Wanted::Editions(id) => {
                let known = self.documents.rulesets().into_iter().filter(|(own, _)| own == id);
                known.map(|(_, edition)| Candidate::new(edition, CONSTANT, id.as_str())).collect()
            }
            Wanted::Rules { own, foreign } => self.rules(context, *own, *foreign),
            Wanted::Examples => self.examples_of(context),
            Wanted::Citations => self.citations(context.document),
            Wanted::DraftingFaults => {
                let all = DraftingFault::ALL.into_iter();
                all.map(|fault| Candidate::new(fault.word(), CONSTANT, "drafting fault")).collect()
            }
            Wanted::Words(words) => words.iter().map(|word| of_word(word)).collect(),
        }
    }

    /// Facts, or after `p.` the fields of the item; items and parameters by name.
    fn facts(&self, context: &Context<'_>) -> Vec<Candidate> {
        if let Some((first, _)) = context.partial.split_once('.')
            && let Some(list) = context.list_of(first)
        {
            return self.fields(list, &format!("{first}."));
        }
        let items = context
            .items
            .iter()
            .map(|(name, list)| Candidate::new(*name, VARIABLE, format!("an item of {list}")));
        let parameters = context.says(self).filter_map(|clause| match clause {
            Clause::Parameter { name, .. } => Some(
                self.local(Symbol::Parameter(context.document.file, name.node.clone()), &name.node),
            ),
            _ => None,
        });
        let facts = self.base.vocabulary.facts.values().map(|fact| self.fact(&fact.path, fact));
        items.chain(parameters).chain(facts).collect()
    }

    fn fact(&self, label: &str, fact: &Fact) -> Candidate {
        let kind = type_name(&self.base.vocabulary, &fact.kind);
        let detail = format!("{}: {kind}", fact.title.get(Language::English));
        Candidate::new(label, FIELD, detail).with(of_fact(&self.base.vocabulary, fact))
    }

    fn fields(&self, list: &str, before: &str) -> Vec<Candidate> {
        let fields = self.base.vocabulary.facts.get(list).map(|fact| &fact.fields);
        let fields = fields.into_iter().flatten();
        fields.map(|(name, field)| self.fact(&format!("{before}{name}"), field)).collect()
    }

    fn terms(&self, context: &Context<'_>) -> Vec<Candidate> {
        let terms = context.says(self).filter_map(|clause| match clause {
            Clause::Term { name, .. } => Some(&name.node),
            _ => None,
        });
        let file = context.document.file;
        terms.map(|name| self.local(Symbol::Term(file, name.clone()), name)).collect()
    }

    /// What rules of other rulesets begin with, and `this/` for those of the file.
    fn aliases(&self, context: &Context<'_>) -> Vec<Candidate> {
        let used = context.says(self).filter_map(|clause| match clause {
            Clause::UsesRuleset { id, alias, .. } => Some(Candidate::new(
                format!("{}/", alias.node),
                MODULE,
                format!("rules of {}", id.node),
            )),
            _ => None,
        });
        used.chain([Candidate::new("this/", MODULE, "rules of this file")]).collect()
    }

    fn local(&self, symbol: Symbol, name: &str) -> Candidate {
        let kind = if matches!(symbol, Symbol::Term(..)) { FUNCTION } else { CONSTANT };
        let meaning = self.meaning(&symbol).unwrap_or_default();
        Candidate::new(name, kind, symbol.kind()).with(meaning)
    }

    fn values(&self, path: &str) -> Vec<Candidate> {
        let Some(fact) = declared(&self.base, path) else { return Vec::new() };
        match &fact.kind {
            Type::OneOf(values) | Type::SetOf(values) => {
                let title = |value: &String| {
                    fact.value_titles.get(value).map_or("", |title| title.get(Language::English))
                };
                values
                    .iter()
                    .map(|value| {
                        Candidate::new(value, MEMBER, title(value))
                            .with(format!("A value of `{path}`"))
                    })
                    .collect()
            }
            Type::YesNo => vec![of_word("yes"), of_word("no")],
            Type::Territory => self.places(),
            _ => Vec::new(),
        }
    }

    fn places(&self) -> Vec<Candidate> {
        let all = self.base.jurisdictions.all.iter();
        all.map(|place| Candidate::new(&place.code, MEMBER, place.title.get(Language::English)))
            .collect()
    }

    fn rulesets(&self) -> Vec<Candidate> {
        let all = self.documents.visible().filter_map(|(_, document)| {
            let Some(Identity::Ruleset(id, edition)) = self.documents.identity(document) else {
                return None;
            };
            let short = id.rsplit('.').next().unwrap_or(id).to_owned();
            let plain = format!("{id} edition {edition} as {short}");
            let snippet = format!("{id} edition {edition} as ${{1:{short}}}");
            let candidate = Candidate::new(format!("{id} edition {edition}"), MODULE, "ruleset");
            Some(Candidate { insert: Some((snippet, plain)), ..candidate })
        });
        all.collect()
    }

    fn rules(&self, context: &Context<'_>, own: bool, foreign: bool) -> Vec<Candidate> {
        let mut found = Vec::new();
        if own {
            let before = if context.partial.starts_with("this/") { "this/" } else { "" };
            found.extend(self.rules_of(context.document, before));
        }
        for clause in context.says(self).filter(|_| foreign) {
            if let Clause::UsesRuleset { id, edition, alias } = clause
                && let Some((_, document)) = self.ruleset(&id.node, &edition.node)
            {
                found.extend(self.rules_of(document, &format!("{}/", alias.node)));
            }
        }
        found
    }

    fn rules_of(&self, document: &Document, before: &str) -> Vec<Candidate> {
        let blocks = self.documents.parsed(document).file.blocks.iter();
        let rules = blocks.filter_map(|block| match &block.head.node {
            Head::Rule(number) => {
                let title = title_of(block).unwrap_or_default();
                Some(Candidate::new(format!("{before}{}", number.node), REFERENCE, title))
            }
            _ => None,
        });
        rules.collect()
    }

    /// Examples and profiles before the block that the cursor is in.
    fn examples_of(&self, context: &Context<'_>) -> Vec<Candidate> {
        let blocks = &self.documents.parsed(context.document).file.blocks;
        let begun = blocks.partition_point(|block| (block.head.span.end as usize) < context.start);
        let earlier = blocks.get(..begun.saturating_sub(1)).unwrap_or_default().iter();
        let names = earlier.filter_map(|block| match &block.head.node {
            Head::Example(name) => Some((&name.node, "example")),
            Head::Profile(name) => Some((&name.node, "profile")),
            _ => None,
        });
        names.map(|(name, kind)| Candidate::new(quoted(name), REFERENCE, kind)).collect()
    }

    fn citations(&self, document: &Document) -> Vec<Candidate> {
        let blocks = self.documents.parsed(document).file.blocks.iter();
        let clauses = blocks.flat_map(|block| &block.clauses);
        let cited: BTreeSet<&str> = clauses.filter_map(|clause| pinpoint(&clause.node)).collect();
        cited
            .into_iter()
            .map(|words| Candidate::new(quoted(words), REFERENCE, "cited in this file"))
            .collect()
    }
}

fn pinpoint(clause: &Clause) -> Option<&str> {
    let citation = match clause {
        Clause::Citing(citation) => Some(citation),
        Clause::Applies(guard) | Clause::Except(guard) | Clause::Deemed(guard) => {
            guard.citation.as_ref()
        }
        Clause::Unless { guard, .. } => guard.citation.as_ref(),
        Clause::Parameter { citation, .. } => citation.as_ref(),
        _ => None,
    };
    citation.map(|citation| citation.pinpoint.node.as_str())
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn of_word(word: &str) -> Candidate {
    let first = word.split([' ', ':']).next().unwrap_or(word);
    let says = WORDS.iter().find(|(own, _)| *own == first).map_or("", |(_, says)| says);
    Candidate::new(word, KEYWORD, "").with(says)
}

/// Sentences that may stand in the block, and heads that may follow it.
fn forms(context: &Context<'_>) -> Vec<Candidate> {
    let fits = |form: &&Form| match context.block {
        None => form.blocks.is_empty(),
        Some(block) if form.is_head() => form.blocks.contains(&block.file()),
        Some(block) => form.blocks.contains(&block),
    };
    FORMS.iter().filter(fits).map(of_form).collect()
}

fn of_form(form: &Form) -> Candidate {
    let candidate = Candidate::new(form.words, KEYWORD, form.form).with(form.says);
    let words = form.words.trim_end_matches(" … instead").to_owned();
    let plain =
        if form.form.len() == form.words.len() + 1 { form.form.to_owned() } else { words + " " };
    Candidate { insert: Some((snippet(form.form), plain)), ..candidate }
}

/// A form with blanks to fill in: words in capitals and `…`.
fn snippet(form: &str) -> String {
    let mut out = String::new();
    let (mut blanks, mut word) = (0, String::new());
    for character in form.chars().chain(['\0']) {
        if character.is_ascii_uppercase() {
            word.push(character);
            continue;
        }
        if !word.is_empty() {
            blanks += 1;
            out.push_str(&format!("${{{blanks}:{word}}}"));
            word.clear();
        }
        match character {
            '\0' => {}
            '…' => {
                blanks += 1;
                out.push_str(&format!("${blanks}"));
            }
            '$' | '}' | '\\' => out.extend(['\\', character]),
            _ => out.push(character),
        }
    }
    out
}
