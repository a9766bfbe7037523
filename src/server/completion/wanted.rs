//! Which kinds of words fit after those that stand there?

use super::context::Context;
use crate::model::vocabulary::Type;
use crate::server::Server;
use crate::server::meaning::declared;

/// A kind of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Sentences.
    Forms,
    /// What a condition can begin with.
    Conditions,
    /// Facts, fields of items, parameters.
    Facts,
    Lists,
    /// Fields of a list's items.
    Fields(String),
    /// Values of a fact or field.
    Values(String),
    Roles,
    Goals,
    Places,
    Vocabularies,
    Rulesets,
    /// Editions of a ruleset.
    Editions(String),
    /// Rules of this file, of those it uses, or both.
    Rules {
        own: bool,
        foreign: bool,
    },
    Examples,
    /// Pinpoints that the file cites.
    Citations,
    DraftingFaults,
    /// These words.
    Words(&'static [&'static str]),
}

use Wanted::{
    Citations, Conditions, DraftingFaults, Editions, Examples, Facts, Fields, Forms, Goals, Lists,
    Places, Roles, Rules, Rulesets, Values, Vocabularies, Words,
};

const VERDICTS: &[&str] = &[
    "met",
    "deemed met",
    "exempt",
    "not applicable",
    "not in force",
    "breached",
    "not followed",
    "permitted",
    "undetermined",
    "undetermined needing",
    "needs judgement",
];
const TYPES: &[&str] = &[
    "yes or no",
    "one of {",
    "set of {",
    "whole number",
    "whole number in",
    "duration",
    "date",
    "text",
    "url",
    "version",
    "language",
    "country",
    "territory",
    "money",
    "set of text",
    "set of languages",
    "set of countries",
    "reference to",
    "list",
];
const FORMATS: &[&str] =
    &["mud", "cyclonedx", "wot", "security_txt", "matter_dcl", "openeox", "ixit", "cle"];
const KINDS: &[&str] = &["law", "standard", "code", "guidance", "principle", "scheme", "proposal"];

/// What fits at the cursor, the likeliest first.
pub(super) fn wanted(server: &Server, context: &Context<'_>) -> Vec<Wanted> {
    let before = context.before.as_slice();
    if context.in_quotes {
        return in_quotes(before);
    }
    let mut found = match before {
        [] => vec![Forms],
        [first, rest @ ..] => after(server, context, first, rest),
    };
    if context.is_first && !before.is_empty() {
        // A sentence may have lost its full stop.
        found.push(Forms);
    }
    found
}

fn in_quotes(before: &[&str]) -> Vec<Wanted> {
    match before {
        ["like"] => vec![Examples],
        ["citing"] | [.., "citing"] => vec![Citations],
        _ => Vec::new(),
    }
}

fn after(server: &Server, context: &Context<'_>, first: &str, rest: &[&str]) -> Vec<Wanted> {
    match (first, rest) {
        ("addressed", []) | ("subject", []) => vec![Words(&["to"])],
        ("addressed", _) => vec![Roles],
        ("serves", _) => vec![Goals],
        ("applies", []) => vec![Words(&["where", "in"])],
        ("applies", ["in", ..]) | ("within", _) | ("placed", ["in"]) => vec![Places],
        ("placed", ["in", _]) => vec![Words(&["on"])],
        ("placed", []) => vec![Words(&["in"])],
        ("in", []) => vec![Words(&["force from"])],
        ("issued", []) => vec![Words(&["as"])],
        ("issued", ["as"]) => vec![Words(KINDS)],
        ("issued", _) => vec![Words(&["by"])],
        ("confidence", []) => vec![Words(&["read", "seen", "secondary", "unverified"])],
        ("triggered", []) => vec![Words(&["by placing on the market", "by making available"])],
        ("triggered", ["by"]) => vec![Words(&["placing on the market", "making available"])],
        ("review", []) => vec![Words(&["by"])],
        ("uses", []) => vec![Words(&["vocabulary", "ruleset"])],
        ("uses", ["vocabulary"]) => vec![Vocabularies],
        ("uses", ["ruleset"]) => vec![Rulesets],
        ("uses", [_, _]) | ("ruleset" | "vocabulary", [_]) => vec![Words(&["edition"])],
        ("uses", ["ruleset", id, "edition"]) => vec![Editions((*id).to_owned())],
        ("uses", ["ruleset", _, _, _]) => vec![Words(&["as"])],
        ("allow", []) => vec![DraftingFaults],
        ("overrides", _) | ("subject", ["to"]) => vec![Rules { own: true, foreign: false }],
        ("adopts" | "tightens" | "relaxes" | "replaces", []) => {
            vec![Rules { own: false, foreign: true }]
        }
        ("expect" | "judged", []) => vec![Rules { own: true, foreign: true }],
        ("expect", [_]) => vec![Words(VERDICTS)],
        ("expect", [_, "undetermined"]) => vec![Words(&["needing"])],
        ("expect", [.., "needing" | ","]) | ("without", _) => vec![Facts],
        ("judged", [_]) => vec![Words(&["yes", "no"])],
        ("given", _) => given(server, context),
        ("like", _) => vec![Examples],
        ("citing", []) => vec![Citations],
        ("for", []) => vec![Words(&["every"])],
        ("for", ["every", _]) => vec![Words(&["in"])],
        ("for", ["every", _, "in"]) => vec![Lists],
        ("for", ["every", _, "in", _]) => vec![Words(&["where"])],
        ("type", []) => vec![Words(TYPES)],
        ("type", ["reference", "to"]) => vec![Lists],
        ("evidence", ["from", ..]) => vec![Words(&["declaration", "laboratory", "document"])],
        ("read", ["from", ..]) => vec![Words(FORMATS)],
        ("checked", []) => vec![Words(&["on"])],
        ("term", [_]) => vec![Words(&["means"])],
        ("term", []) | ("parameter" | "source" | "rule" | "example" | "weight", _) => Vec::new(),
        ("except", []) => vec![Words(&["where", "from"])],
        ("deemed", []) => vec![Words(&["met where", "met from"])],
        (
            "title" | "summary" | "penalty" | "because" | "remedy" | "note" | "question"
            | "meaning" | "evidence",
            _,
        ) => vec![Words(&["en", "fr", "nl"])],
        _ => in_condition(server, context),
    }
}

/// Inside `given {…}`: facts, fields of records, and values after a colon.
fn given(server: &Server, context: &Context<'_>) -> Vec<Wanted> {
    // The path that each open bracket stands after.
    let mut open: Vec<(&str, String)> = Vec::new();
    let mut key = String::new();
    let mut last = "";
    for &word in &context.before {
        let within = open.last().map(|(_, path)| path.clone()).unwrap_or_default();
        match word {
            "{" | "[" => open.push((word, key.clone())),
            "}" | "]" => drop(open.pop()),
            ":" if within.is_empty() => key = context.path_of(server, last).unwrap_or_default(),
            ":" => key = format!("{within}.{last}"),
            _ => {}
        }
        last = word;
    }
    let list =
        |path: &String| declared(&server.base, path).is_some_and(|fact| fact.kind == Type::List);
    match (open.last(), last) {
        (_, ":") => vec![Values(key), Words(&["absent"])],
        (Some(("{", path)), "{" | ",") if path.is_empty() => vec![Facts],
        (Some(("{", path)), "{" | ",") => vec![Fields(path.clone())],
        (Some(("[", path)), "[" | ",") if list(path) => Vec::new(),
        (Some(("[", path)), "[" | ",") => vec![Values(path.clone())],
        (None, "given") => vec![Words(&["{"])],
        _ => Vec::new(),
    }
}

fn in_condition(server: &Server, context: &Context<'_>) -> Vec<Wanted> {
    let before = context.before.as_slice();
    let left = before.iter().rev().find_map(|word| context.path_of(server, word));
    let values = left.clone().map(Values);
    let with = |words: &'static [&'static str]| values.clone().into_iter().chain([Words(words)]);
    match before {
        [.., "is"] => with(&[
            "not",
            "at least",
            "at most",
            "more than",
            "less than",
            "before",
            "after",
            "on or before",
            "on or after",
            "present",
            "absent",
            "empty",
            "met",
            "met where applicable",
            "breached",
        ])
        .collect(),
        [.., "is", "not"] => with(&["empty"]).collect(),
        [.., "least" | "most" | "than" | "before" | "after" | "plus" | "minus"] => {
            vec![Facts, Words(&["today"])]
        }
        [.., "includes"] => with(&["all of {", "any of {", "none of {"]).collect(),
        [.., "excludes"] => values.into_iter().collect(),
        [.., "some" | "every" | "no" | "citing"] => Vec::new(),
        [.., "some" | "every" | "no", _] => vec![Words(&["in"])],
        [.., "some" | "every" | "no", _, "in"] => vec![Lists],
        [.., "some" | "every" | "no", _, "in", _] => vec![Words(&["has", "where"])],
        [.., "in"] => vec![Words(&["{"])],
        [.., "from" | "until"] => Vec::new(),
        [.., "{"] => values.into_iter().collect(),
        [.., ","] if is_in_set(before) => values.into_iter().collect(),
        [.., ","] => vec![Words(&["citing"])],
        [.., "all" | "any" | "none"] => vec![Words(&["of:", "of {"])],
        [
            ..,
            "must" | "should" | "may" | "unless" | "not" | "and" | "or" | "where" | "has" | "means"
            | ")",
        ] => vec![Conditions],
        [.., last] => after_word(server, context, last),
        [] => Vec::new(),
    }
}

fn is_in_set(before: &[&str]) -> bool {
    let open = before.iter().rposition(|word| *word == "{");
    let closed = before.iter().rposition(|word| *word == "}");
    open.is_some() && open > closed
}

/// After a fact, what it can be compared with; after all else, what goes on.
fn after_word(server: &Server, context: &Context<'_>, last: &str) -> Vec<Wanted> {
    if last.contains('/') {
        return vec![Words(&["is met", "is met where applicable", "is breached", "applies"])];
    }
    let path = context.path_of(server, last);
    let words: &[&str] = match path
        .and_then(|path| declared(&server.base, &path))
        .map(|one| &one.kind)
    {
        Some(kind) if kind.is_set() => &["includes", "excludes", "is empty", "is not empty"],
        Some(kind) if kind.is_ordered() => {
            &["is at least", "is at most", "is more than", "is less than", "is", "is not"]
        }
        Some(Type::Date) => &["is before", "is after", "is on or before", "is on or after", "is"],
        Some(Type::List) => &["is empty", "is not empty", "is present", "is absent"],
        Some(Type::YesNo) => &["and", "or", "is absent", "is present"],
        Some(_) => &["is", "is not", "in {", "not in {", "is present", "is absent"],
        None => &["and", "or", "is", "in", "includes"],
    };
    vec![Words(words)]
}
