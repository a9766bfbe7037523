//! Every code of every phase can be explained, by examples, and has a case that shows it.

use super::pages::{Page, blocks, pages};
use comity::model::drafting::DraftingFault;
use comity::report::explanations::{all_codes, explanation};
use std::collections::BTreeSet;

/// Each phase with the source of its faults.
const PHASES: [(&str, &str); 3] = [
    ("syntax", include_str!("../../src/syntax/error.rs")),
    ("resolve", include_str!("../../src/resolve/error.rs")),
    ("ingest", include_str!("../../src/ingest/error.rs")),
];

/// Faults that no page could hold, of sizes and bytes, with the test that shows them.
const SHOWN_ELSEWHERE: [(&str, &str); 12] = [
    ("comity::syntax::file_too_large", SYNTAX_LIMITS),
    ("comity::syntax::sentence_too_long", SYNTAX_LIMITS),
    ("comity::syntax::word_too_long", SYNTAX_LIMITS),
    ("comity::syntax::too_many_errors", SYNTAX_LIMITS),
    ("comity::resolve::too_many_faults", include_str!("../limits/rulesets.rs")),
    ("comity::ingest::too_large", BOMBS),
    ("comity::ingest::not_utf8", include_str!("../ingest/bytes.rs")),
    ("comity::ingest::too_deep", BOMBS),
    ("comity::ingest::too_many_values", BOMBS),
    ("comity::ingest::too_many_placements", MANIFEST_LIMITS),
    ("comity::ingest::lists_too_long", MANIFEST_LIMITS),
    ("comity::ingest::more_errors", BOMBS),
];
const MANIFEST_LIMITS: &str = include_str!("../limits/manifests.rs");
const SYNTAX_LIMITS: &str = include_str!("../syntax_limits.rs");
const BOMBS: &str = include_str!("../ingest/bombs.rs");

/// Faults whose explanation needs no example: of sizes, and of what cannot be seen on a page.
const PLAIN: [&str; 17] = [
    "comity::check::unreadable",
    "comity::syntax::file_too_large",
    "comity::syntax::sentence_too_long",
    "comity::syntax::word_too_long",
    "comity::syntax::too_many_errors",
    "comity::syntax::forbidden_character",
    "comity::resolve::too_many_values",
    "comity::resolve::too_complex",
    "comity::resolve::too_many_faults",
    "comity::ingest::too_large",
    "comity::ingest::not_utf8",
    "comity::ingest::control_character",
    "comity::ingest::too_deep",
    "comity::ingest::too_many_values",
    "comity::ingest::too_many_placements",
    "comity::ingest::lists_too_long",
    "comity::ingest::more_errors",
];

/// Faults of a check itself, shown in `tests/cli/many.rs`.
const CHECKS: [&str; 2] = ["comity::check::placed_nowhere", "comity::check::unreadable"];

fn declared(source: &str) -> impl Iterator<Item = &str> {
    source.split("code(").skip(1).filter_map(|rest| rest.split(')').next())
}

#[test]
fn every_fault_has_a_code_and_an_explanation() {
    let declared_codes = PHASES.iter().flat_map(|(_, source)| declared(source)).map(str::to_owned);
    let checks = CHECKS.map(str::to_owned);
    let codes: Vec<String> =
        declared_codes.chain(DraftingFault::ALL.map(DraftingFault::code)).chain(checks).collect();
    assert_eq!(codes, all_codes().collect::<Vec<_>>());
    assert_eq!(codes.len(), codes.iter().collect::<BTreeSet<_>>().len());
    for (phase, source) in PHASES {
        assert_eq!(source.matches("#[error(").count(), declared(source).count(), "{phase}");
    }
}

#[test]
fn every_explanation_has_a_wrong_and_a_right_example() {
    for code in all_codes() {
        let page = explanation(code).unwrap();
        assert!(page.split("\n\n").next().unwrap().trim_end().ends_with('.'), "{code}");
        let examples = if PLAIN.contains(&code) { 0 } else { 2 };
        assert_eq!(blocks(page).count(), examples, "{code}");
        let heads = [page.find("\nWrong"), page.find("\nRight")];
        assert_eq!(heads.iter().flatten().count(), examples, "{code}");
        assert!(heads[0] <= heads[1], "{code}");
    }
}

#[test]
fn every_code_has_a_bad_case() {
    for (phase, source) in PHASES {
        let pages = pages(&format!("{phase}/bad"));
        let cases = pages.iter().flat_map(Page::cases);
        let answers: String = cases.filter_map(|case| case.answer).collect();
        for code in declared(source) {
            let has_page = answers.split_whitespace().any(|word| word == code);
            let elsewhere = SHOWN_ELSEWHERE.iter().find(|(own, _)| *own == code);
            let name = code.rsplit(':').next().unwrap();
            let is_shown = elsewhere.map_or(has_page, |(_, test)| test.contains(name) && !has_page);
            assert!(is_shown, "{code}");
        }
    }
}

#[test]
fn product_that_is_placed_nowhere_is_the_wrong_example_and_not_the_right_one() {
    let page = explanation(CHECKS[0]).unwrap();
    let library = comity::Library::shipped().unwrap();
    let request = comity::CheckRequest::on(comity::jiff::civil::date(2026, 11, 22));
    let told: Vec<Option<String>> = blocks(page)
        .map(|text| {
            let checked = library.checked("m.yaml", text.text.as_bytes(), &request).unwrap();
            let report = library.told(&checked, comity::model::text::Language::English);
            report.faults.first().map(|fault| fault.code.clone())
        })
        .collect();
    assert_eq!(told, [Some(CHECKS[0].to_owned()), None]);
}
