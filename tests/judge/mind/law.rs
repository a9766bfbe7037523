//! What the texts declare, found in their trees by name.

use super::value::Kind;
use comity::source::FileId;
use comity::syntax::ast::{Block, Clause, File, Head, Literal, Period, Spanned, Type};
use comity::syntax::parse;
use std::collections::BTreeMap;

/// Everything that is declared.
#[derive(Debug, Default)]
pub(crate) struct Law {
    pub(crate) places: Vec<Place>,
    /// By path.
    pub(crate) facts: BTreeMap<String, Fact>,
    /// By id, then edition.
    pub(crate) rulesets: Vec<Ruleset>,
}

#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) code: String,
    names: Vec<String>,
    within: Option<String>,
}

#[derive(Debug, Clone)]
pub(crate) struct Fact {
    pub(crate) kind: Kind,
    /// Of a list.
    pub(crate) fields: BTreeMap<String, Fact>,
}

#[derive(Debug)]
pub(crate) struct Ruleset {
    pub(crate) id: String,
    pub(crate) edition: String,
    pub(crate) header: Block,
    /// Rules, profiles and examples.
    pub(crate) blocks: Vec<Block>,
}

impl Law {
    /// What texts without faults declare.
    pub(crate) fn read<'t>(texts: impl IntoIterator<Item = &'t str>) -> Law {
        let mut law = Law::default();
        let parsed = |text| parse(FileId(0), text).file;
        let files: Vec<File> = texts.into_iter().map(parsed).collect();
        for block in files.iter().flat_map(|file| &file.blocks) {
            law.declare(block);
        }
        for block in files.iter().flat_map(|file| &file.blocks) {
            law.declare_field(block);
        }
        law.rulesets = files.into_iter().filter_map(Ruleset::of).collect();
        law.rulesets.sort_by_key(|set| (set.id.clone(), set.edition.clone()));
        law
    }

    fn declare(&mut self, block: &Block) {
        match &block.head.node {
            Head::Jurisdiction(code) => self.places.push(Place {
                code: code.node.clone(),
                names: block.find_map_all(|clause| match clause {
                    Clause::AlsoKnownAs(names) => {
                        names.iter().map(|name| name.node.clone()).collect()
                    }
                    _ => Vec::new(),
                }),
                within: block.find(|clause| match clause {
                    Clause::Within(outer) => Some(outer.node.clone()),
                    _ => None,
                }),
            }),
            Head::Fact(path) => {
                self.facts.insert(path.node.clone(), Fact::of(block));
            }
            _ => {}
        }
    }

    fn declare_field(&mut self, block: &Block) {
        let Head::Field(path) = &block.head.node else { return };
        let (list, name) = path.node.rsplit_once('.').unwrap();
        let list = self.facts.get_mut(list).unwrap();
        list.fields.insert(name.to_owned(), Fact::of(block));
    }

    /// The code of the place that is called so.
    pub(crate) fn place(&self, name: &str) -> Option<&Place> {
        let is_called = |place: &&Place| {
            let mut names = place.names.iter().chain([&place.code]);
            names.any(|one| one.eq_ignore_ascii_case(name))
        };
        self.places.iter().find(is_called)
    }

    /// The place and those around it, from the inside out.
    pub(crate) fn around(&self, code: &str) -> Vec<&str> {
        let mut found = Vec::new();
        let mut next = self.place(code);
        while let Some(place) = next {
            found.push(place.code.as_str());
            next = place.within.as_deref().and_then(|outer| self.place(outer));
        }
        found
    }

    /// A text in the one spelling of its kind.
    pub(crate) fn spelled(&self, kind: &Kind, text: &str) -> String {
        match kind {
            Kind::Territory => self.place(text).unwrap().code.clone(),
            kind => kind.spelled(text),
        }
    }

    /// The ruleset of that id and edition.
    pub(crate) fn ruleset(&self, id: &str, edition: &str) -> Option<&Ruleset> {
        self.rulesets.iter().find(|set| set.id == id && set.edition == edition)
    }
}

impl Fact {
    fn of(block: &Block) -> Fact {
        let kind = block.find(|clause| match clause {
            Clause::Type(written) => Some(kind_of(&written.node)),
            _ => None,
        });
        Fact { kind: kind.unwrap(), fields: BTreeMap::new() }
    }
}

fn kind_of(written: &Type) -> Kind {
    let set = |kind| Kind::Set(Box::new(kind));
    let words = |names: &[Spanned<String>]| {
        Kind::OneOf(names.iter().map(|name| name.node.clone()).collect())
    };
    match written {
        Type::YesNo => Kind::YesNo,
        Type::OneOf(names) => words(names),
        Type::SetOf(names) => set(words(names)),
        Type::WholeNumber(_) => Kind::Number,
        Type::Reference(_) => Kind::Text,
        Type::List => Kind::List,
        Type::OpenSet(what) => set(simple(what)),
        Type::Simple(what) => simple(what),
    }
}

fn simple(word: &str) -> Kind {
    match word {
        "duration" => Kind::Length,
        "date" => Kind::Day,
        "text" | "url" => Kind::Text,
        "version" => Kind::Version,
        "language" | "languages" => Kind::Language,
        "country" | "countries" => Kind::Country,
        "territory" => Kind::Territory,
        "money" => Kind::Money,
        other => panic!("no type {other}"),
    }
}

impl Ruleset {
    fn of(file: File) -> Option<Ruleset> {
        let mut blocks = file.blocks;
        let header = (!blocks.is_empty()).then(|| blocks.remove(0))?;
        let Head::Ruleset { id, edition } = &header.head.node else { return None };
        let (id, edition) = (id.node.clone(), edition.node.clone());
        Some(Ruleset { id, edition, header, blocks })
    }

    /// The rule of that number.
    pub(crate) fn rule(&self, number: &str) -> Option<&Block> {
        self.rules().find(|(name, _)| *name == number).map(|(_, block)| block)
    }

    /// Rules by their numbers.
    pub(crate) fn rules(&self) -> impl Iterator<Item = (&str, &Block)> {
        self.blocks.iter().filter_map(|block| match &block.head.node {
            Head::Rule(number) => Some((number.node.as_str(), block)),
            _ => None,
        })
    }

    /// The dated values of a parameter.
    pub(crate) fn parameter(&self, wanted: &str) -> Option<&[(Spanned<Literal>, Period)]> {
        self.header.clauses.iter().find_map(|clause| match &clause.node {
            Clause::Parameter { name, values, .. } if name.node == wanted => {
                Some(values.as_slice())
            }
            _ => None,
        })
    }

    /// The id and edition behind an alias.
    pub(crate) fn used(&self, wanted: &str) -> Option<(&str, &str)> {
        self.header.clauses.iter().find_map(|clause| match &clause.node {
            Clause::UsesRuleset { id, edition, alias } if alias.node == wanted => {
                Some((id.node.as_str(), edition.node.as_str()))
            }
            _ => None,
        })
    }

    /// Whether it binds by itself in a place: it is law, and applies there or around it.
    pub(crate) fn binds(&self, around: &[&str], law: &Law) -> bool {
        let is_law = self
            .header
            .says(|clause| matches!(clause, Clause::Issued { kind, .. } if kind.node == "law"));
        let applies = |name: &str| around.contains(&law.place(name).unwrap().code.as_str());
        is_law
            && self.header.says(|clause| match clause {
                Clause::AppliesIn(names) => names.iter().any(|name| applies(&name.node)),
                _ => false,
            })
    }
}

/// Looking through the sentences of a block.
pub(crate) trait Sentences {
    fn find<'b, T>(&'b self, take: impl Fn(&'b Clause) -> Option<T>) -> Option<T>;
    fn find_map_all<'b, T>(&'b self, take: impl Fn(&'b Clause) -> Vec<T>) -> Vec<T>;
}

impl Sentences for Block {
    fn find<'b, T>(&'b self, take: impl Fn(&'b Clause) -> Option<T>) -> Option<T> {
        self.clauses.iter().find_map(|clause| take(&clause.node))
    }

    fn find_map_all<'b, T>(&'b self, take: impl Fn(&'b Clause) -> Vec<T>) -> Vec<T> {
        self.clauses.iter().flat_map(|clause| take(&clause.node)).collect()
    }
}
