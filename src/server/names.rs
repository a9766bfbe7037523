//! What can be named, and where a text names it.

use crate::source::{FileId, Span};

/// Something that has a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Symbol {
    /// `net.internet_capable`
    Fact(String),
    /// A field of a list's items, by its whole path: `auth.passwords.scheme`
    Field(String),
    /// A value of a fact or field.
    Value {
        of: String,
        value: String,
    },
    /// `connectable`, of one file.
    Term(FileId, String),
    /// `minimum_support`, of one file.
    Parameter(FileId, String),
    /// The name of another ruleset in one file.
    Alias(FileId, String),
    /// The item of a list: where its name is given, and the list.
    Item {
        given: Span,
        list: String,
    },
    /// An example or profile of one file.
    Example(FileId, String),
    /// A rule by the id and edition of its ruleset, and its number.
    Rule {
        id: String,
        edition: String,
        number: String,
    },
    /// A ruleset by id and edition.
    Ruleset(String, String),
    Role(String),
    Goal(String),
    /// A territory by its code.
    Place(String),
}

/// A place of a text that names something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Occurrence {
    pub(super) span: Span,
    pub(super) symbol: Symbol,
    /// Whether this is where it gets its name.
    pub(super) declares: bool,
}

impl Symbol {
    /// Whether it means something in its own file alone.
    pub(super) fn is_local(&self) -> bool {
        matches!(
            self,
            Symbol::Term(..)
                | Symbol::Parameter(..)
                | Symbol::Alias(..)
                | Symbol::Item { .. }
                | Symbol::Example(..)
        )
    }

    /// What kind of thing it is.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Symbol::Fact(_) => "fact",
            Symbol::Field(_) => "field",
            Symbol::Value { .. } => "value",
            Symbol::Term(..) => "term",
            Symbol::Parameter(..) => "parameter",
            Symbol::Alias(..) => "alias",
            Symbol::Item { .. } => "item",
            Symbol::Example(..) => "example",
            Symbol::Rule { .. } => "rule",
            Symbol::Ruleset(..) => "ruleset",
            Symbol::Role(_) => "role",
            Symbol::Goal(_) => "goal",
            Symbol::Place(_) => "jurisdiction",
        }
    }

    /// A word that stands wherever a text names it.
    pub(super) fn last_word(&self) -> &str {
        match self {
            Symbol::Field(path) => path.rsplit('.').next().unwrap_or(path),
            Symbol::Value { value: name, .. }
            | Symbol::Rule { number: name, .. }
            | Symbol::Fact(name)
            | Symbol::Term(_, name)
            | Symbol::Parameter(_, name)
            | Symbol::Alias(_, name)
            | Symbol::Example(_, name)
            | Symbol::Ruleset(name, _)
            | Symbol::Role(name)
            | Symbol::Goal(name)
            | Symbol::Place(name) => name,
            Symbol::Item { .. } => "",
        }
    }

    /// The same thing under another name.
    pub(super) fn renamed(&self, new: &str) -> Symbol {
        let mut other = self.clone();
        match &mut other {
            Symbol::Field(path) => {
                let list = path.rsplit_once('.').map_or("", |(list, _)| list);
                *path = format!("{list}.{new}");
            }
            Symbol::Value { value: name, .. }
            | Symbol::Rule { number: name, .. }
            | Symbol::Fact(name)
            | Symbol::Term(_, name)
            | Symbol::Parameter(_, name)
            | Symbol::Alias(_, name)
            | Symbol::Example(_, name)
            | Symbol::Ruleset(name, _)
            | Symbol::Role(name)
            | Symbol::Goal(name)
            | Symbol::Place(name) => new.clone_into(name),
            Symbol::Item { .. } => {}
        }
        other
    }
}
