//! How long does the language server take from a keystroke to its diagnostics?
//!
//! `cargo bench --bench server` types in a ruleset of about 300 lines, one character a change,
//! with all shipped rulesets loaded, and prints what half and 95 in 100 of the changes took at
//! most; then how long a start and single requests take, and pointing at every rule of a text, with
//! what is proved of it: of a text at rest, and of one in which somebody types.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::expect_used,
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark reads the clock, and is not shipped"
)]

use comity::catalogue::shipped;
use comity::server::Server;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const URI: &str = "file:///draft.comity";
/// Texts to type in: one that uses no other, one that uses the largest standard, and the largest.
const TEXTS: [(&str, usize); 4] = [
    ("ca/opc-iot.comity", 300),
    ("voluntary/finland.comity", 300),
    ("uk/ev-charge-points.comity", 300),
    ("uk/psti.comity", usize::MAX),
];
const SENTENCE: &str = "  unless support.min_length is at least 5 years, citing \"Article 1\".\n";
const WORDS: &str = "Products that people rely on, and ";
/// Where the words of a title begin: `  title en "`.
const TITLE: usize = 12;
const ROUNDS: usize = 5;

fn main() {
    let start = Instant::now();
    let mut server = Server::shipped("2026-11-22".parse().expect("a day"));
    ask(&mut server, "initialize", json!({"capabilities": {}}));
    println!("start with {} texts {:>28.1} ms", shipped().len(), milliseconds(start.elapsed()));
    for (path, lines) in TEXTS {
        type_in(&mut server, path, lines);
    }
    for (path, _) in TEXTS {
        point_at_rules(&mut server, path);
    }
}

/// Points at every rule of a text once: the first of a text at rest resolves all texts.
fn point_at_rules(server: &mut Server, path: &str) {
    let text = first_lines(path, usize::MAX);
    let document = json!({"uri": URI, "version": 1, "languageId": "comity", "text": text});
    tell(server, "textDocument/didOpen", json!({"textDocument": document}));
    let is_rule = |(index, line): (usize, &str)| line.starts_with("rule ").then_some(index);
    let rules: Vec<usize> = text.lines().enumerate().filter_map(is_rule).collect();
    for (name, types) in [("at rest", false), ("typed in", true)] {
        let mut took = Vec::new();
        for &rule in &rules {
            if types {
                change(server, (rule + 1, TITLE), (rule + 1, TITLE), "x");
            }
            let place = json!({"line": rule, "character": 6});
            let params = json!({"textDocument": {"uri": URI}, "position": place});
            let start = Instant::now();
            ask(server, "textDocument/hover", params);
            took.push(start.elapsed());
        }
        took.sort();
        let at = |share: usize| milliseconds(took[(took.len() - 1) * share / 100]);
        println!("pointing at {} rules of {path}, {name}", took.len());
        println!("  p50 {:>6.2} ms   p95 {:>6.2} ms   most {:>6.2} ms", at(50), at(95), at(100));
    }
    tell(server, "textDocument/didClose", json!({"textDocument": {"uri": URI}}));
}

/// Types a sentence into each of several rules, which has faults until it is whole, and words into
/// their titles, which never has; and takes them out again.
fn type_in(server: &mut Server, path: &str, lines: usize) {
    let text = first_lines(path, lines);
    let document = json!({"uri": URI, "version": 1, "languageId": "comity", "text": text});
    tell(server, "textDocument/didOpen", json!({"textDocument": document}));
    let is_rule = |(index, line): (usize, &str)| line.starts_with("rule ").then_some(index + 1);
    let rules: Vec<usize> = text.lines().enumerate().filter_map(is_rule).collect();
    let mut took = Vec::new();
    for round in 0..ROUNDS {
        let title = rules[round * rules.len() / ROUNDS];
        for (typed, line, before) in [(SENTENCE, title + 1, 0), (WORDS, title, TITLE)] {
            for (column, letter) in typed.chars().enumerate() {
                let place = (line, before + column);
                took.push(change(server, place, place, &letter.to_string()));
            }
            let end =
                if typed.ends_with('\n') { (line + 1, 0) } else { (line, before + typed.len()) };
            took.push(change(server, (line, before), end, ""));
        }
    }
    took.sort();
    let at = |share: usize| milliseconds(took[(took.len() - 1) * share / 100]);
    let (count, bytes) = (text.lines().count(), text.len());
    println!("{path}, {count} lines, {bytes} bytes, {} changes", took.len());
    println!("  p50 {:>6.2} ms   p95 {:>6.2} ms   most {:>6.2} ms", at(50), at(95), at(100));
    let place =
        json!({"textDocument": {"uri": URI}, "position": {"line": rules[0], "character": 2}});
    for method in ["completion", "hover", "definition", "semanticTokens/full", "formatting"] {
        let start = Instant::now();
        let answer = ask(server, &format!("textDocument/{method}"), place.clone());
        println!("  {method:<22} {:>6.2} ms {:>9} bytes", milliseconds(start.elapsed()), answer);
    }
    tell(server, "textDocument/didClose", json!({"textDocument": {"uri": URI}}));
}

/// The blocks of a shipped text that begin in its first lines, under another name.
fn first_lines(path: &str, lines: usize) -> String {
    let files = shipped();
    let shipped =
        files.iter().find(|file| file.path == path).expect("a shipped text").text.as_ref();
    let text = shipped.replacen(" edition ", ".draft edition ", 1);
    let ends = |(index, line): (usize, &str)| (index >= lines && line.is_empty()).then_some(index);
    let end = text.lines().enumerate().find_map(ends).unwrap_or(usize::MAX);
    text.lines().take(end).map(|line| format!("{line}\n")).collect()
}

fn change(server: &mut Server, start: (usize, usize), end: (usize, usize), text: &str) -> Duration {
    let place = |(line, character): (usize, usize)| json!({"line": line, "character": character});
    let change = json!({"range": {"start": place(start), "end": place(end)}, "text": text});
    let params = json!({"textDocument": {"uri": URI, "version": 2}, "contentChanges": [change]});
    let start = Instant::now();
    let told = tell(server, "textDocument/didChange", params);
    assert!(!told.is_empty(), "a change is answered with diagnostics");
    start.elapsed()
}

fn tell(server: &mut Server, method: &str, params: Value) -> Vec<String> {
    server.handle(&json!({"jsonrpc": "2.0", "method": method, "params": params}).to_string())
}

fn ask(server: &mut Server, method: &str, params: Value) -> usize {
    let request = json!({"jsonrpc": "2.0", "id": 1, "method": method, "params": params});
    server.handle(&request.to_string()).iter().map(String::len).sum()
}

fn milliseconds(spent: Duration) -> f64 {
    spent.as_secs_f64() * 1000.0
}
