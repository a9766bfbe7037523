//! Loading: which of several texts counts.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use comity::Library;
use comity::catalogue::shipped;
use comity::fault::Fault;
use comity::source::FileId;
use comity::syntax::ast::Head;
use comity::syntax::{parse, parse_without_examples};

/// A shipped text, and the same with another title.
fn shipped_and_changed(path: &str) -> (String, String) {
    let text = shipped().into_iter().find(|file| file.path == path).unwrap().text.into_owned();
    let changed = text.replacen("title en \"", "title en \"Draft: ", 1);
    assert_ne!(text, changed);
    (text, changed)
}

fn codes(loaded: Result<Library, Vec<Fault>>) -> Vec<String> {
    loaded.err().unwrap_or_default().iter().map(Fault::code).collect()
}

#[test]
fn further_text_takes_the_place_of_the_shipped_one() {
    let (_, changed) = shipped_and_changed("uk/psti.comity");
    let library = Library::load(&[("mine.comity", &changed)]).unwrap();
    let found = library.law().rulesets.iter().filter(|ruleset| ruleset.id == "uk.psti");
    let titles: Vec<&str> = found.map(|ruleset| ruleset.title.en.as_str()).collect();
    assert!(matches!(titles.as_slice(), [title] if title.starts_with("Draft: ")), "{titles:?}");
    assert_eq!(library.law().rulesets.len(), Library::shipped().unwrap().law().rulesets.len());
}

#[test]
fn further_jurisdictions_take_the_place_of_the_shipped_ones() {
    let (_, changed) = shipped_and_changed("jurisdictions.comity");
    assert_eq!(codes(Library::load(&[("mine.comity", &changed)])), [""; 0]);
}

#[test]
fn same_text_twice_counts_once() {
    let (text, changed) = shipped_and_changed("uk/psti.comity");
    assert_eq!(codes(Library::load(&[("a", &text), ("b", &text)])), [""; 0]);
    assert_eq!(codes(Library::load(&[("a", &changed), ("b", &changed)])), [""; 0]);
}

#[test]
fn two_further_texts_of_one_edition_are_refused() {
    let (text, changed) = shipped_and_changed("uk/psti.comity");
    let codes = codes(Library::load(&[("a", &text), ("b", &changed)]));
    assert!(codes.iter().any(|code| code == "comity::resolve::declared_twice"), "{codes:?}");
}

#[test]
fn shipped_without_examples_is_the_same_law() {
    let whole = Library::shipped().unwrap();
    let mut law = whole.law().clone();
    assert!(!law.examples.is_empty());
    law.examples.clear();
    let lean = Library::shipped_without_examples().unwrap();
    assert_eq!(lean.law(), &law);
    assert_eq!(lean.sources(), whole.sources());
}

#[test]
fn shipped_text_without_examples_is_the_same_tree() {
    for (number, file) in (0..).zip(shipped()) {
        let mut whole = parse(FileId(number), &file.text).file;
        whole
            .blocks
            .retain(|block| !matches!(block.head.node, Head::Example(_) | Head::Profile(_)));
        assert_eq!(parse_without_examples(FileId(number), &file.text).file, whole, "{}", file.path);
    }
}
