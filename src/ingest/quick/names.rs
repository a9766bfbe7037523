//! What every key of a manifest can name, looked up before the first manifest is read.

use super::index::Index;
use crate::ingest::{FORMAT, judgements};
use crate::model::law::Law;
use crate::model::vocabulary::{Fact, FactId, Type};
use indexmap::IndexMap;
use std::collections::BTreeMap;

/// Facts and groups that one mapping can have, nearly: of more, and manifests are not read quickly.
const MOST: usize = 1024;

/// The mark of the judgements.
pub(super) const JUDGED: usize = MOST - 1;

/// The keys of the format itself, which name no fact.
const APART: [&str; 2] = [FORMAT.0, judgements::KEY];

/// The list whose items are documents, which evidence refers to.
const DOCUMENTS: &str = "documents";

/// All keys of a vocabulary.
#[derive(Debug, Clone)]
pub struct Names<'l> {
    pub(super) law: &'l Law,
    pub(super) root: Scope<'l>,
    /// The fields of each list, by the list's position in the vocabulary.
    pub(super) lists: Vec<Option<Scope<'l>>>,
    pub(super) documents: Option<FactId>,
}

/// The keys of a manifest, or of an item of a list.
#[derive(Debug, Clone)]
pub(super) struct Scope<'l> {
    tables: Vec<Option<Table<'l>>>,
    /// Of each fact or field, the words that are its values or their members.
    words: Vec<Option<Index<'l>>>,
}

/// The keys that can stand under a group, and what each names.
#[derive(Debug, Clone)]
struct Table<'l> {
    keys: Index<'l>,
    named: Vec<Named<'l>>,
}

/// What a key names.
#[derive(Debug, Clone, Copy)]
pub(super) enum Named<'l> {
    /// The version of the format.
    Format,
    /// What people judged.
    Judgements,
    /// A fact or field; whether anybody wants to know it.
    Fact { index: u32, fact: &'l Fact, is_wanted: bool },
    /// A group: its table, and its mark.
    Group { table: usize, mark: usize },
}

impl<'l> Names<'l> {
    /// The keys of a law's vocabulary. `is_wanted` tells which facts, and which fields of lists,
    /// anybody wants to know: the others are read too, and then dropped. Nothing where the
    /// vocabulary is too large.
    #[must_use]
    pub fn new(law: &'l Law, is_wanted: impl Fn(FactId, Option<u32>) -> bool) -> Option<Names<'l>> {
        let facts = &law.vocabulary.facts;
        let root = Scope::new(facts, &APART, |index| is_wanted(FactId(index), None))?;
        let lists = (0..).zip(facts.values()).map(|(list, fact)| {
            let is_wanted = |field| is_wanted(FactId(list), Some(field));
            let is_list = fact.kind == Type::List;
            is_list.then(|| Scope::new(&fact.fields, &[], is_wanted)).flatten()
        });
        Some(Names {
            law,
            root,
            lists: lists.collect(),
            documents: law.vocabulary.find(DOCUMENTS).map(|(id, _)| id),
        })
    }
}

impl<'l> Scope<'l> {
    fn new(
        declared: &'l IndexMap<String, Fact>,
        apart: &[&'static str],
        is_wanted: impl Fn(u32) -> bool,
    ) -> Option<Scope<'l>> {
        let words = declared.values().map(|fact| match &fact.kind {
            Type::OneOf(words) | Type::SetOf(words) => {
                Index::new(words.iter().map(String::as_str).collect())
            }
            _ => None,
        });
        let mut scope = Scope { tables: Vec::new(), words: words.collect() };
        scope.add("", declared, apart, &is_wanted);
        if scope.tables.iter().any(Option::is_none) {
            return None;
        }
        (declared.len() + scope.tables.len() < JUDGED).then_some(scope)
    }

    /// Adds the table of what stands under a prefix, and those of the groups there; gives its
    /// position.
    fn add(
        &mut self,
        prefix: &str,
        declared: &'l IndexMap<String, Fact>,
        apart: &[&'static str],
        is_wanted: &impl Fn(u32) -> bool,
    ) -> usize {
        let position = self.tables.len();
        self.tables.push(None);
        let mut table: BTreeMap<&'l str, Named<'l>> = BTreeMap::new();
        for (index, (path, fact)) in (0..).zip(declared) {
            let Some(rest) = path.strip_prefix(prefix) else { continue };
            table.insert(rest, Named::Fact { index, fact, is_wanted: is_wanted(index) });
            for (dot, _) in rest.match_indices('.') {
                let group = rest.get(..dot).unwrap_or_default();
                let whole = format!("{prefix}{group}");
                if !table.contains_key(group) && !declared.contains_key(&whole) {
                    let inner = self.add(&format!("{whole}."), declared, &[], is_wanted);
                    let mark = declared.len() + inner;
                    table.insert(group, Named::Group { table: inner, mark });
                }
            }
        }
        if let [format, judgements] = apart {
            table.insert(format, Named::Format);
            table.insert(judgements, Named::Judgements);
        }
        let (keys, named): (Vec<&str>, Vec<Named<'l>>) = table.into_iter().unzip();
        if let Some(place) = self.tables.get_mut(position) {
            *place = Index::new(keys).map(|keys| Table { keys, named });
        }
        position
    }

    /// What a key names under a group.
    pub(super) fn find(&self, table: usize, key: &str) -> Option<Named<'l>> {
        let table = self.tables.get(table)?.as_ref()?;
        table.named.get(table.keys.find(key)?).copied()
    }

    /// The position of a word among the values of a fact or field, or their members.
    pub(super) fn word(&self, index: u32, word: &str) -> Option<u8> {
        let position = self.words.get(index as usize)?.as_ref()?.find(word)?;
        u8::try_from(position).ok()
    }
}

/// Marks of what one mapping has named already.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marks([u64; MOST.div_ceil(64)]);

impl Marks {
    pub(super) const NONE: Marks = Marks([0; MOST.div_ceil(64)]);

    /// Marks; tells whether it was new.
    pub(super) fn mark(&mut self, mark: usize) -> bool {
        let Some(word) = self.0.get_mut(mark / 64) else { return false };
        let is_new = *word >> (mark % 64) & 1 == 0;
        *word |= 1 << (mark % 64);
        is_new
    }
}
