//! Layout and renaming leave every rule of a text as it was: proved, product by product.

use crate::client::Client;
use comity::Library;
use comity::analysis::effects::Sameness;
use serde_json::{Value, json};

const URI: &str = "file:///after.comity";
const TEXTS: [&str; 5] = [
    "uk/psti.comity",
    "ca/pipeda.comity",
    "ca/quebec-p39-1.comity",
    "eu/cra.comity",
    "uk/ev-charge-points.comity",
];

fn shipped(path: &str) -> String {
    let files = comity::catalogue::shipped();
    files.iter().find(|file| file.path == path).unwrap().text.to_string()
}

fn text_of(client: &mut Client) -> String {
    client.ask("comity/text", json!({"uri": URI}))["text"].as_str().unwrap().to_owned()
}

fn apply(client: &mut Client, edits: &Value) {
    let start = |edit: &Value| {
        let start = &edit["range"]["start"];
        (start["line"].as_u64(), start["character"].as_u64())
    };
    let mut edits = edits.as_array().unwrap().clone();
    edits.sort_by_key(start);
    let change = |edit: &Value| json!({"range": edit["range"], "text": edit["newText"]});
    let changes: Vec<Value> = edits.iter().rev().map(change).collect();
    client.change(URI, changes.into());
}

/// Every term and parameter under another name.
fn rename_all(client: &mut Client) -> usize {
    let text = text_of(client);
    let names = text.lines().enumerate().filter_map(|(line, words)| {
        let rest = words.strip_prefix("  term ").or(words.strip_prefix("  parameter "))?;
        Some((line, words.len() - rest.len(), rest.split([' ', ':']).next()?.to_owned()))
    });
    let names: Vec<_> = names.collect();
    for (line, character, name) in &names {
        let place = json!({"line": line, "character": character + 1});
        let params = json!({"textDocument": {"uri": URI}, "position": place,
            "newName": format!("{name}_renamed")});
        let answer = client.ask("textDocument/rename", params);
        apply(client, &answer["changes"][URI]);
    }
    names.len()
}

fn lay_out(client: &mut Client) {
    let options = json!({"textDocument": {"uri": URI}, "options": {"tabSize": 2}});
    let edits = client.ask("textDocument/formatting", options);
    apply(client, &edits);
}

#[track_caller]
fn mean_the_same(path: &str, before: &str, after: &str) {
    let library = Library::load_editions(&[], (path, before), (URI, after)).unwrap();
    let (old, new) = (library.ruleset_in(path).unwrap(), library.ruleset_in(URI).unwrap());
    assert_ne!(old, new, "{path}: one text, twice");
    let question = library.amendment(old, new, &[], "2026-11-22".parse().unwrap()).unwrap();
    let answer = question.answer();
    assert!(answer.added.is_empty() && answer.removed.is_empty(), "{path}");
    assert!(!answer.pairs.is_empty());
    for pair in &answer.pairs {
        let rule = &library.law().rule(pair.new).unwrap().id;
        assert_eq!(pair.sameness, Sameness::Equal, "{rule}");
        assert!(pair.is_unchanged(library.law()), "{rule}");
    }
}

#[test]
fn layout_and_names_keep_every_meaning() {
    let mut client = Client::new();
    let mut renamed = 0;
    for path in TEXTS {
        let before = shipped(path);
        client.open(URI, &before.replace("\n  ", "\n      "));
        assert_ne!(text_of(&mut client), before);
        lay_out(&mut client);
        assert_eq!(text_of(&mut client), before, "{path}: the shipped layout is the canonical one");
        renamed += rename_all(&mut client);
        let after = text_of(&mut client).replace("\n  ", "\n   ");
        mean_the_same(path, &before, &after);
        client.tell("textDocument/didClose", json!({"textDocument": {"uri": URI}}));
    }
    assert!(renamed > 10, "only {renamed} names");
}

#[test]
fn another_meaning_is_told() {
    let path = "uk/psti.comity";
    let before = shipped(path);
    let after = before.replace("p.scheme is user_defined;", "p.scheme is shared;");
    let library = Library::load_editions(&[], (path, &before), (URI, &after)).unwrap();
    let (old, new) = (library.ruleset_in(path).unwrap(), library.ruleset_in(URI).unwrap());
    let question = library.amendment(old, new, &[], "2026-11-22".parse().unwrap()).unwrap();
    let changed = question.answer().pairs.into_iter().filter(|p| p.sameness != Sameness::Equal);
    let changed: Vec<_> =
        changed.map(|pair| library.law().rule(pair.new).unwrap().number.clone()).collect();
    assert_eq!(changed, ["sch1.1"]);
}
