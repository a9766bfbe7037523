//! Laws of the syntax: what is printed reads as the same tree, comments stay, no text is fatal.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod trees;

use comity::source::FileId;
use comity::syntax::{Parsed, format, parse, print};
use proptest::prelude::*;

fn read(text: &str) -> Parsed {
    parse(FileId(0), text)
}

fn comments(parsed: &Parsed) -> Vec<&str> {
    parsed.comments.iter().map(|comment| comment.text.as_str()).collect()
}

/// The places of a text where white space stands, outside quotes and addresses.
fn gaps(text: &str) -> Vec<usize> {
    let (mut quoted, mut escaped) = (false, false);
    let mut gaps = Vec::new();
    for (offset, character) in text.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            ' ' | '\n' if !quoted => gaps.push(offset),
            _ => {}
        }
    }
    gaps
}

/// The text with a comment at each of those gaps.
fn sprinkle(text: &str, picks: &[prop::sample::Index]) -> String {
    let gaps = gaps(text);
    let mut places: Vec<usize> = picks.iter().map(|pick| gaps[pick.index(gaps.len())]).collect();
    places.sort_unstable();
    let mut sprinkled = text.to_owned();
    for (number, place) in places.iter().enumerate().rev() {
        let blank = if number % 3 == 0 { "\n\n" } else { "" };
        sprinkled.insert_str(*place, &format!("{blank} -- note {number}: must \"x.\n{blank}"));
    }
    sprinkled
}

/// Pieces that make arbitrary text interesting.
fn fragment() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "rule 5:",
            "must ",
            "not ",
            "all of:",
            "any of: (a) x; (b) y",
            "some p in q has ",
            ".",
            "\n",
            "\"",
            "“",
            "--",
            "{",
            "}",
            "[",
            "]",
            "given {",
            "(a)",
            "(i)",
            ";",
            ",",
            ":",
            "<https://",
            ">",
            "2027-02-30",
            "99999999999999999999",
            "1.5",
            "150.00 EUR",
            "\r\n",
            "\u{feff}",
            "\0",
            "é",
            "\\",
            "ruleset a.b edition 1.\n",
            "for every p in q:\n",
            "unless x: instead must y.\n",
            "is at least ",
            "has ",
            "where ",
            "some x in y where ",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,8}",
        any::<char>().prop_map(String::from),
    ]
}

/// Reads, and formats what can be read: neither may fail in any other way than by telling errors.
fn survives(text: &str) {
    let parsed = read(text);
    for error in &parsed.errors {
        let range = error.span().range();
        assert!(range.start <= range.end && range.end <= text.len(), "{error:?}");
        assert!(text.get(range).is_some(), "a place inside a character: {error:?}");
    }
    if let Ok(laid_out) = format(text) {
        assert_eq!(read(&laid_out).file, parsed.file);
        assert_eq!(comments(&read(&laid_out)), comments(&parsed));
        assert_eq!(format(&laid_out).unwrap(), laid_out);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn printed_tree_reads_as_the_same_tree(file in trees::file()) {
        let text = print(&file, &[]);
        let parsed = read(&text);
        prop_assert!(parsed.errors.is_empty(), "{:?}\n{text}", parsed.errors);
        prop_assert!(parsed.file == file, "{text}\n{:#?}\n{file:#?}", parsed.file);
        prop_assert_eq!(format(&text).unwrap(), text);
    }

    #[test]
    fn comments_change_no_meaning_and_stay(
        file in trees::file(),
        picks in prop::collection::vec(any::<prop::sample::Index>(), 1..12),
    ) {
        let text = sprinkle(&print(&file, &[]), &picks);
        let parsed = read(&text);
        prop_assert!(parsed.errors.is_empty(), "{:?}\n{text}", parsed.errors);
        prop_assert_eq!(&parsed.file, &file);
        let laid_out = format(&text).unwrap();
        let again = read(&laid_out);
        prop_assert_eq!(&again.file, &file, "{}", laid_out);
        prop_assert_eq!(comments(&again), comments(&parsed));
        prop_assert_eq!(format(&laid_out).unwrap(), laid_out);
    }

    #[test]
    fn any_text_is_read_without_harm(pieces in prop::collection::vec(fragment(), 0..40)) {
        survives(&pieces.concat());
    }

    #[test]
    fn a_real_text_survives_any_change(
        cut in any::<prop::sample::Index>(),
        length in 0usize..40,
        piece in fragment(),
    ) {
        let page = include_str!("../grammar/README.md");
        let texts: Vec<&str> = page.split("```").collect();
        for text in texts {
            let mut text: Vec<char> = text.trim_start_matches("comity\n").chars().collect();
            let start = cut.index(text.len() + 1);
            let end = (start + length).min(text.len());
            text.splice(start..end, piece.chars());
            survives(&text.into_iter().collect::<String>());
        }
    }
}
