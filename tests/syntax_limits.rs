//! Texts made to be large, deep or slow: each gives a clean report, soon, on a small stack.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "tests read files and clocks; the library does not"
)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use comity::source::FileId;
use comity::syntax::{Parsed, format, parse};
use miette::Diagnostic;
use std::time::{Duration, Instant};

const HEADER: &str = "ruleset demo.locks edition 1.\n";

/// Reads on a stack as small as that of a browser's worker, within a time that leaves room for a
/// slow machine and unoptimised code.
fn read(text: String) -> Parsed {
    let started = Instant::now();
    let thread = std::thread::Builder::new().stack_size(1024 * 1024);
    let parsed = thread.spawn(move || parse(FileId(0), &text)).unwrap().join().unwrap();
    assert!(started.elapsed() < Duration::from_secs(60), "took {:?}", started.elapsed());
    parsed
}

fn codes(parsed: &Parsed) -> Vec<String> {
    let short = |code: String| code.trim_start_matches("comity::syntax::").to_owned();
    parsed.errors.iter().map(|error| short(error.code().unwrap().to_string())).collect()
}

fn rule(condition: &str) -> String {
    format!("{HEADER}\nrule 5:\n  must {condition}.\n")
}

#[test]
fn file_larger_than_the_bound_is_refused_unread() {
    let parsed = read(" ".repeat(2 * 1024 * 1024 + 1));
    assert_eq!(codes(&parsed), ["file_too_large"]);
}

#[test]
fn sentence_longer_than_the_bound_is_refused_alone() {
    let long = vec!["connected"; 10_000].join(" and ");
    let parsed = read(format!("{}  citing \"regulation 5\".\n", rule(&long)));
    assert_eq!(codes(&parsed), ["sentence_too_long"]);
    assert_eq!(parsed.file.blocks.last().unwrap().clauses.len(), 1);
}

#[test]
fn word_longer_than_the_bound_is_refused() {
    let codes = |length: usize| codes(&read(rule(&"a".repeat(length))));
    assert_eq!(codes(200), [""; 0]);
    assert_eq!(codes(201), ["word_too_long"]);
    assert_eq!(codes(60_000), ["word_too_long"]);
}

#[test]
fn faults_beyond_the_bound_are_counted_once() {
    let parsed = read(format!("{HEADER}{}", "  nonsense.\n".repeat(100_000)));
    assert_eq!(parsed.errors.len(), 501);
    assert_eq!(codes(&parsed).last().unwrap(), "too_many_errors");
}

#[test]
fn control_characters_are_reported_where_they_stand() {
    for character in ['\0', '\u{1b}', '\u{85}', '\u{200f}', '\u{2066}', '\r'] {
        let parsed = read(format!("{HEADER}  title en \"a{character}b\".\n"));
        assert_eq!(codes(&parsed), ["forbidden_character"], "{character:?}");
        assert_eq!(parsed.errors.first().unwrap().span().range().start, 43);
    }
    let parsed = read(format!("{HEADER}  -- a\0b\n  title en \"c\".\n"));
    assert_eq!(codes(&parsed), ["forbidden_character"]);
    assert_eq!(parsed.file.blocks.first().unwrap().clauses.len(), 1);
}

#[test]
fn deep_texts_are_refused_on_a_small_stack() {
    let given = |value: String| format!("{HEADER}\nexample \"a\":\n  given {{a: {value}}}.\n");
    for depth in [18, 5_000, 30_000] {
        for text in [
            rule(&format!("{} a", "not ".repeat(depth))),
            rule(&format!("a is {} 1", "1 plus ".repeat(depth))),
            rule(&format!("{} a", "some x in y has ".repeat(depth))),
            rule(&format!("{} a", "some x in y where ".repeat(depth))),
            rule(&format!("{} a", "any of: (a) ".repeat(depth))),
            given("[".repeat(depth)),
            given(format!("{}{}", "[".repeat(depth), "]".repeat(depth))),
            given("{a: ".repeat(depth)),
        ] {
            let start: String = text.chars().take(120).collect();
            let parsed = read(text);
            assert_eq!(parsed.errors.len(), 1, "{start} {:?}", codes(&parsed));
            let code = codes(&parsed).pop().unwrap();
            let expected = ["nested_too_deep", "sentence_too_long", "label_out_of_order"];
            assert!(expected.contains(&code.as_str()), "{code}");
        }
    }
}

#[test]
fn deepest_text_allowed_is_read_and_printed_on_a_small_stack() {
    let value = format!("{}1{}", "[".repeat(15), "]".repeat(15));
    let lists = "any of: (a) not not not not not not any of: (i) not not not not any of: (1)";
    let text = format!(
        "{HEADER}\nrule 5:\n  must {lists} some x in y where {lists} a has a is 1{}.\n\n\
         example \"a\":\n  given {{a: {value}}}.\n",
        " plus 1".repeat(15),
    );
    let thread = std::thread::Builder::new().stack_size(1024 * 1024);
    let laid_out = thread.spawn(move || format(&text)).unwrap().join().unwrap();
    assert!(
        laid_out.is_err_and(|errors| errors.len() == 1),
        "a list in a filter is one level more"
    );
}

#[test]
fn texts_made_to_be_slow_are_read_soon() {
    let size = 512 * 1024;
    for piece in [
        "\"",
        "\"a\"",
        "“",
        "«",
        "<",
        "<https://a",
        "--",
        "-- a\n",
        "{",
        "(a)",
        ".",
        "a.",
        "a\n",
        "rule a",
        "rule a:\n",
        "must a ",
        "must a\n",
        "\r",
        "\0",
        "a/",
        "a-",
        "\\",
        "é",
        "title en \"a\"\n",
        "all of: ",
    ] {
        let text = format!("{HEADER}{}", piece.repeat(size / piece.len()));
        let parsed = read(text);
        assert!(parsed.errors.len() <= 501, "{piece:?}");
    }
}
