//! Which texts are there, and which of them count? Shipped, of the workspace, and open ones.

use super::lines::Lines;
use crate::source::{FileId, SourceMap, Span};
use crate::syntax::ast::{Clause, Head};
use crate::syntax::{Parsed, parse};
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

/// What a file declares: two files of one identity are two versions of the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Identity {
    Ruleset(String, String),
    Vocabulary(String),
    Jurisdictions,
}

impl Identity {
    /// None where the first sentence could not be read: a draft whose header is half written must
    /// not be taken for the vocabulary that it uses.
    fn of(parsed: &Parsed) -> Option<Identity> {
        let head = &parsed.file.blocks.first()?.head;
        if parsed.errors.iter().any(|error| error.span().start < head.span.start) {
            return None;
        }
        match &head.node {
            Head::Ruleset { id, edition } => {
                Some(Identity::Ruleset(id.node.clone(), edition.node.clone()))
            }
            Head::Vocabulary { name, .. } => Some(Identity::Vocabulary(name.node.clone())),
            Head::Jurisdictions { .. } => Some(Identity::Jurisdictions),
            _ => None,
        }
    }

    /// What the first line of code tells, if it is laid out as usual.
    fn of_first_line(text: &str) -> Option<Identity> {
        let mut lines = text.lines().map(str::trim);
        let first = lines.find(|line| !line.is_empty() && !line.starts_with("--"))?;
        let words: Vec<&str> = first.strip_suffix('.')?.split(' ').collect();
        match words.as_slice() {
            ["ruleset", id, "edition", edition] => {
                Some(Identity::Ruleset((*id).to_owned(), (*edition).to_owned()))
            }
            ["vocabulary", name, "edition", _] => Some(Identity::Vocabulary((*name).to_owned())),
            ["jurisdictions", "edition", _] => Some(Identity::Jurisdictions),
            _ => None,
        }
    }

    /// Whether every ruleset rests on it.
    pub(super) fn is_base(&self) -> bool {
        !matches!(self, Identity::Ruleset(..))
    }
}

/// Where a text came from, when it is not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// Inside the program: nobody can change it.
    Shipped,
    /// A file of the client's.
    Workspace,
    /// Only ever open.
    Client,
}

/// One text.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) file: FileId,
    pub(super) origin: Origin,
    /// Of an open text, the number that the client gave it.
    pub(super) version: Option<i64>,
    pub(super) is_open: bool,
    /// Its text while it is not open.
    at_rest: Option<String>,
    lines: OnceCell<Lines>,
    parsed: OnceCell<Parsed>,
    identity: Option<Identity>,
}

/// All texts by address.
#[derive(Debug, Default)]
pub(super) struct Documents {
    all: BTreeMap<String, Document>,
    /// Their texts as they are now. A file that was closed leaves an empty one.
    pub(super) sources: SourceMap,
}

impl Documents {
    pub(super) fn get(&self, uri: &str) -> Option<&Document> {
        self.all.get(uri)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Document)> {
        self.all.iter().map(|(uri, document)| (uri.as_str(), document))
    }

    pub(super) fn text(&self, document: &Document) -> &str {
        self.sources.get(document.file).map_or("", |file| &file.text)
    }

    /// The document that a span lies in, with its address.
    pub(super) fn of_file(&self, file: FileId) -> Option<(&str, &Document)> {
        self.iter().find(|(_, document)| document.file == file)
    }

    pub(super) fn lines<'d>(&self, document: &'d Document) -> &'d Lines {
        document.lines.get_or_init(|| Lines::of(self.text(document)))
    }

    /// The tree of a text, read when it is first asked for.
    pub(super) fn parsed<'d>(&self, document: &'d Document) -> &'d Parsed {
        document.parsed.get_or_init(|| parse(document.file, self.text(document)))
    }

    /// The text of a span.
    pub(super) fn slice(&self, span: Span) -> &str {
        self.sources.slice(span)
    }

    /// Adds a text that is not open, or changes it.
    pub(super) fn lay(&mut self, uri: &str, text: &str, origin: Origin) {
        if let Some(document) = self.all.get_mut(uri) {
            document.at_rest = Some(text.to_owned());
            document.origin = origin;
            if !document.is_open {
                self.write(uri, text);
            }
            return;
        }
        self.add(uri, text, origin);
        if let Some(document) = self.all.get_mut(uri) {
            document.at_rest = Some(text.to_owned());
        }
    }

    pub(super) fn open(&mut self, uri: &str, text: &str, version: Option<i64>) {
        if self.all.contains_key(uri) {
            self.write(uri, text);
        } else {
            self.add(uri, text, Origin::Client);
        }
        if let Some(document) = self.all.get_mut(uri) {
            (document.is_open, document.version) = (true, version);
        }
    }

    /// Puts the text at rest back in its place, or forgets the document.
    pub(super) fn close(&mut self, uri: &str) {
        let Some(document) = self.all.get_mut(uri) else { return };
        (document.is_open, document.version) = (false, None);
        match document.at_rest.clone() {
            Some(text) => self.write(uri, &text),
            None => {
                self.sources.replace(document.file, "");
                self.all.remove(uri);
            }
        }
    }

    /// The open text is what the file holds now.
    pub(super) fn save(&mut self, uri: &str) {
        let Some(document) = self.all.get(uri) else { return };
        let text = self.text(document).to_owned();
        if let Some(document) = self.all.get_mut(uri)
            && document.origin == Origin::Workspace
        {
            document.at_rest = Some(text);
        }
    }

    pub(super) fn set_version(&mut self, uri: &str, version: Option<i64>) {
        if let Some(document) = self.all.get_mut(uri) {
            document.version = version;
        }
    }

    fn add(&mut self, uri: &str, text: &str, origin: Origin) {
        let file = self.sources.add(uri.strip_prefix(SHIPPED).unwrap_or(uri), text);
        let document = Document {
            file,
            origin,
            version: None,
            is_open: false,
            at_rest: None,
            lines: OnceCell::new(),
            parsed: OnceCell::new(),
            identity: None,
        };
        self.all.insert(uri.to_owned(), document);
        // The shipped texts begin as is usual, and most of them are never looked into.
        let first_line = Identity::of_first_line(text).filter(|_| origin == Origin::Shipped);
        self.identify(uri, first_line);
    }

    /// Changes a text. What was known of it is forgotten, unless it stays the same.
    pub(super) fn write(&mut self, uri: &str, text: &str) {
        let Some(document) = self.all.get_mut(uri) else { return };
        if self.sources.get(document.file).is_some_and(|file| *file.text == *text) {
            return;
        }
        self.sources.replace(document.file, text);
        document.lines = OnceCell::new();
        document.parsed = OnceCell::new();
        self.identify(uri, None);
    }

    fn identify(&mut self, uri: &str, first_line: Option<Identity>) {
        let Some(document) = self.all.get(uri) else { return };
        let identity = first_line.or_else(|| Identity::of(self.parsed(document)));
        if let Some(document) = self.all.get_mut(uri) {
            document.identity = identity;
        }
    }

    pub(super) fn identity<'d>(&self, document: &'d Document) -> Option<&'d Identity> {
        document.identity.as_ref()
    }

    /// The texts that count: a shipped one does not where another has its identity.
    pub(super) fn visible(&self) -> impl Iterator<Item = (&str, &Document)> {
        let is_own = |document: &Document| document.is_open || document.origin != Origin::Shipped;
        let own = self.all.values().filter(move |document| is_own(document));
        let taken: BTreeSet<&Identity> = own.filter_map(|one| one.identity.as_ref()).collect();
        self.iter().filter(move |(_, document)| {
            is_own(document) || document.identity.as_ref().is_none_or(|own| !taken.contains(own))
        })
    }

    /// A ruleset and all that it uses, however far, in order of address.
    pub(super) fn closure(&self, start: &str) -> BTreeMap<&str, &Document> {
        let mut by_identity: BTreeMap<&Identity, Vec<(&str, &Document)>> = BTreeMap::new();
        for (uri, document) in self.visible() {
            if let Some(identity) = &document.identity {
                by_identity.entry(identity).or_default().push((uri, document));
            }
        }
        let of = |identity: &Identity| by_identity.get(identity).into_iter().flatten().copied();
        let mut found: BTreeMap<&str, &Document> = BTreeMap::new();
        let own = self.all.get_key_value(start).map(|(uri, document)| (uri.as_str(), document));
        let rivals = own.and_then(|(_, one)| one.identity.as_ref()).into_iter().flat_map(of);
        let mut open: Vec<(&str, &Document)> = own.into_iter().chain(rivals).collect();
        while let Some((uri, document)) = open.pop() {
            if found.insert(uri, document).is_none() {
                open.extend(self.uses(document).iter().flat_map(of));
            }
        }
        found
    }

    fn uses(&self, document: &Document) -> Vec<Identity> {
        let header = self.parsed(document).file.blocks.first();
        let clauses = header.into_iter().flat_map(|block| &block.clauses);
        let used = clauses.filter_map(|clause| match &clause.node {
            Clause::UsesRuleset { id, edition, .. } => {
                Some(Identity::Ruleset(id.node.clone(), edition.node.clone()))
            }
            _ => None,
        });
        used.collect()
    }

    /// Ids and editions of all rulesets that count.
    pub(super) fn rulesets(&self) -> Vec<(String, String)> {
        let named =
            self.visible().filter_map(|(_, document)| match document.identity.as_ref()? {
                Identity::Ruleset(id, edition) => Some((id.clone(), edition.clone())),
                _ => None,
            });
        named.collect::<BTreeSet<_>>().into_iter().collect()
    }
}

/// What stands before the path of a shipped text in its address.
pub(super) const SHIPPED: &str = "comity:///";
