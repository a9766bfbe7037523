//! `docs/diagnostics.md` holds what `comity explain` says of every code, and that is whole.

use comity::report::explanations::{all_codes, explanation};
use std::fs;
use std::path::Path;

/// The parts of the program that find faults, as the page calls them.
const PARTS: [(&str, &str, &str); 5] = [
    ("syntax", "How a text is written", "The text cannot be read as sentences of the language."),
    ("resolve", "What a text means", "The sentences are whole, but they do not fit one another."),
    ("ingest", "Manifests", "A manifest cannot be read, or does not say what a fact is."),
    ("lint", "Drafting", "The text can be read, and cannot mean what it says: `comity lint`."),
    ("check", "A check", "Nothing is wrong with a text, but nothing can be said of the product."),
];

const HEAD: &str = "# Every diagnostic

What Comity says when something is wrong, by its code: what it means, why it matters, a wrong text and the right one. \
`comity explain CODE` shows one of them. This page is made from the same texts by \
`COMITY_REWRITE=1 cargo test --test guide`. Faults of size, and of what cannot be seen on a page, have no example.

An example without a `ruleset` line stands under the head of a ruleset.
";

#[test]
fn page_of_diagnostics_is_what_explain_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diagnostics.md");
    let page = PARTS.iter().fold(HEAD.to_owned(), |page, part| page + &section(part));
    if std::env::var_os("COMITY_REWRITE").is_some() {
        fs::write(path, page).unwrap();
    } else {
        let message = "`COMITY_REWRITE=1 cargo test --test guide` writes docs/diagnostics.md anew";
        assert!(fs::read_to_string(path).unwrap() == page, "{message}");
    }
}

#[test]
fn every_code_stands_in_a_part_of_the_page() {
    let parts = PARTS.iter().map(|(part, ..)| codes(part).count());
    assert_eq!(parts.sum::<usize>(), all_codes().count());
}

/// That each has a wrong and a right example is held in `tests/suite/codes.rs`.
#[test]
fn every_explanation_says_why_it_matters() {
    for code in all_codes() {
        let page = explanation(code).unwrap();
        let words = page.split("\nWrong").next().unwrap().trim_end();
        assert!(
            words.split("\n\n").count() >= 2,
            "{code} says what is wrong and not why it matters"
        );
    }
}

fn codes(part: &str) -> impl Iterator<Item = &'static str> {
    let prefix = format!("comity::{part}::");
    all_codes().filter(move |code| code.starts_with(&prefix))
}

fn section((part, title, words): &(&str, &str, &str)) -> String {
    let sections = codes(part).map(|code| {
        let name = code.rsplit(':').next().unwrap();
        format!("\n### {name}\n\n`{code}`\n\n{}\n", explanation(code).unwrap().trim_end())
    });
    format!("\n## {title}\n\n{words}\n{}", sections.collect::<String>())
}
