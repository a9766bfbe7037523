//! Keys to facts: dotted or nested, at the top of a manifest and in the items of its lists.

use super::error::{IngestError, shown};
use super::reading::{Reading, did_you_mean, suggest};
use super::shapes::{report_nothing, report_type};
use super::statement::{Basis, read_statement, same};
use super::tree::{Content, Entry, Mapping};
use crate::model::manifest::Statement;
use crate::model::vocabulary::{Fact, Type};
use indexmap::IndexMap;
use std::collections::BTreeMap;

/// Statements by position of their fact or field in its declaration.
pub(super) type Statements = BTreeMap<u32, Statement>;

/// What keys can name: the facts of the vocabulary, or the fields of a list.
pub(super) struct Scope<'a> {
    /// By dotted path.
    pub(super) declared: &'a IndexMap<String, Fact>,
    /// Keys that are read elsewhere.
    pub(super) apart: &'static [&'static str],
    /// Where a key is looked for: `in the vocabulary`.
    pub(super) place: String,
    /// What extensions are named after: nothing, or the item's path.
    pub(super) base: String,
}

/// What a path names.
enum Named<'a> {
    Apart,
    Extension,
    Fact(u32, &'a Fact),
    Group,
    Nothing,
}

/// Reads the statements of a mapping that stands under `prefix`.
pub(super) fn read_keys(
    reading: &mut Reading<'_>,
    scope: &Scope<'_>,
    prefix: &str,
    mapping: &Mapping,
    basis: &Basis,
    statements: &mut Statements,
) {
    for (key, entry) in mapping {
        if reading.is_full() {
            return;
        }
        let path = join(prefix, key);
        match find(scope, &path) {
            Named::Apart => {}
            Named::Extension => {
                reading.extensions.insert(join(&scope.base, &path), entry.key);
            }
            Named::Fact(index, fact) => {
                if let Some(statement) = read_statement(reading, fact, entry, basis) {
                    state(reading, fact, index, statement, statements);
                }
            }
            Named::Group => read_group(reading, scope, &path, entry, basis, statements),
            Named::Nothing => reading.report(unknown_key(scope, prefix, &path, entry)),
        }
    }
}

/// The path of a key under a prefix.
pub(super) fn join(prefix: &str, key: &str) -> String {
    if prefix.is_empty() { key.to_owned() } else { format!("{prefix}.{key}") }
}

/// Whether a key is kept and ignored.
pub(super) fn is_extension(path: &str) -> bool {
    path.split('.').any(|part| part.starts_with("x_"))
}

fn find<'a>(scope: &Scope<'a>, path: &str) -> Named<'a> {
    if scope.apart.contains(&path) {
        return Named::Apart;
    }
    match scope.declared.get_full(path) {
        Some((index, _, fact)) => Named::Fact(u32::try_from(index).unwrap_or(u32::MAX), fact),
        None if is_extension(path) => Named::Extension,
        None if scope.declared.keys().any(|declared| is_under(declared, path)) => Named::Group,
        None => Named::Nothing,
    }
}

fn is_under(path: &str, group: &str) -> bool {
    path.strip_prefix(group).is_some_and(|rest| rest.starts_with('.'))
}

fn read_group(
    reading: &mut Reading<'_>,
    scope: &Scope<'_>,
    path: &str,
    entry: &Entry,
    basis: &Basis,
    statements: &mut Statements,
) {
    let help = || {
        let fact = scope.declared.keys().find(|declared| is_under(declared, path));
        format!("write facts under it, such as `{}`", fact.map_or("", String::as_str))
    };
    match &entry.value.content {
        Content::Mapping(mapping) => read_keys(reading, scope, path, mapping, basis, statements),
        Content::Refused => {}
        _ if report_nothing(reading, path, &entry.value, help()) => {}
        _ => report_type(reading, path, "a group of facts", &entry.value, help()),
    }
}

/// Adds a statement; one that was made before must agree.
fn state(
    reading: &mut Reading<'_>,
    fact: &Fact,
    index: u32,
    statement: Statement,
    statements: &mut Statements,
) {
    match statements.get_mut(&index) {
        None => {
            statements.insert(index, statement);
        }
        Some(first) if same(&first.value, &statement.value) => {
            if first.level < statement.level {
                *first = statement;
            }
        }
        Some(first) => reading.report(IngestError::Contradiction {
            what: fact.path.clone(),
            span: statement.span,
            first: first.span,
        }),
    }
}

fn unknown_key(scope: &Scope<'_>, prefix: &str, path: &str, entry: &Entry) -> IngestError {
    let suggestion = suggest_key(scope, prefix, path);
    let help = match list_above(scope, path) {
        Some(list) => format!("`{list}` is a list: write its fields in its items, after `-`"),
        None => did_you_mean(
            suggestion.as_deref(),
            "correct the key, or let it start with `x_` if it is no fact".to_owned(),
        ),
    };
    IngestError::UnknownKey {
        key: shown(path),
        place: scope.place.clone(),
        suggestion,
        help,
        span: entry.key,
    }
}

/// The nearest path; else a path that ends in the same word.
fn suggest_key(scope: &Scope<'_>, prefix: &str, path: &str) -> Option<String> {
    let declared = || scope.declared.keys().map(String::as_str);
    let groups = || declared().filter_map(|path| path.rsplit_once('.')).map(|(group, _)| group);
    let all = || declared().chain(groups()).chain(scope.apart.iter().copied());
    let last = path.rsplit('.').next().unwrap_or(path);
    let meant = suggest(path, all()).or_else(|| suggest(last, declared()))?;
    let under_prefix = meant.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('.'));
    Some(under_prefix.map_or(meant.clone(), str::to_owned))
}

/// The list that a path would be a field of.
fn list_above<'a>(scope: &Scope<'a>, path: &str) -> Option<&'a str> {
    let (list, _) = path.rsplit_once('.')?;
    let fact = scope.declared.get(list)?;
    (fact.kind == Type::List).then_some(fact.path.as_str())
}
