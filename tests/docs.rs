//! Every text of the language reference is what it says: a text of the language.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use comity::source::{FileId, SourceFile};
use comity::syntax::{format, parse};
use miette::Diagnostic;

/// The fenced blocks of a page in that language. Fragments get the header they leave out.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    let texts = page.split(fence.as_str()).skip(1).filter_map(|rest| rest.split("```").next());
    texts.map(with_header).collect()
}

fn with_header(text: &str) -> String {
    let headers = ["ruleset ", "vocabulary ", "jurisdictions "];
    if headers.iter().any(|header| text.starts_with(header)) {
        text.to_owned()
    } else {
        format!("ruleset demo.fragment edition 1.\n\n{text}")
    }
}

#[test]
fn every_block_of_the_reference_parses() {
    let blocks = blocks(include_str!("../grammar/README.md"), "comity");
    assert!(blocks.len() >= 7, "the reference has lost its examples");
    for text in blocks {
        let source = SourceFile::new("grammar/README.md", &text);
        if let Some(error) = parse(FileId(0), &text).errors.first() {
            let (line, column) = source.line_column(error.span().range().start);
            let help = error.help().map(|help| help.to_string()).unwrap_or_default();
            panic!("{line}:{column} {error} ({help}) in:\n{text}");
        }
    }
}

#[test]
fn every_block_of_the_reference_formats_to_the_same_tree() {
    for text in blocks(include_str!("../grammar/README.md"), "comity") {
        let laid_out = format(&text).unwrap();
        assert_eq!(format(&laid_out).unwrap(), laid_out, "formatting twice differs");
        assert_eq!(parse(FileId(0), &laid_out).file, parse(FileId(0), &text).file);
    }
}

#[test]
fn every_example_of_the_grammar_has_its_rule_below_it() {
    let grammar = include_str!("../grammar/comity.pest");
    let mut above = "";
    for line in grammar.lines() {
        let is_sentence = line.contains(" ~ EOI") && line.contains(" = ");
        assert!(!is_sentence || above.starts_with("//"), "no example above `{line}`");
        if !line.contains(" = ") || above.is_empty() {
            above = line;
        }
    }
}
