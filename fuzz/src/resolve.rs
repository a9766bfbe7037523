//! Target `resolve`: any ruleset is resolved beside a small vocabulary; one that has no fault is
//! browsed, its examples run, and a product of which nothing is known is judged by it.

use crate::law::{DAY, SMALL};
use crate::{faults, product};
use comity::eval::coverage::Coverage;
use comity::eval::examples::run_example;
use comity::model::ruleset::RulesetId;
use comity::model::text::Language;
use comity::report::coverage::{RulesetCoverage, coverage_table};
use comity::report::paint::Paint;
use comity::report::rules::{rule_page, ruleset_list, ruleset_page};
use comity::{CheckRequest, Library};

/// Resolves a text; if it has no fault, puts it to every use.
pub fn run(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    match Library::from_texts(SMALL.into_iter().chain([("input", text)])) {
        Ok(library) => use_it(&library),
        Err(found) => faults::examine(&found),
    }
}

fn use_it(library: &Library) {
    browse(library);
    run_examples(library);
    let Ok(empty) = library.read_manifest("empty.yaml", b"comity: 1\n") else {
        panic!("an empty manifest has no fault")
    };
    let law = library.law();
    let with = law.rulesets.iter().map(|ruleset| ruleset.id.clone()).collect();
    let places = law.jurisdictions.all.iter().map(|place| place.code.as_str());
    let request = CheckRequest { with, ..CheckRequest::on(DAY).within(places) };
    product::report_on(library, &empty, &request);
}

fn browse(library: &Library) {
    let (law, paint) = (library.law(), Paint::default());
    let language = Language::French;
    assert!(!ruleset_list(law, language, paint).is_empty());
    for (id, _) in law.iter_rulesets() {
        assert!(!ruleset_page(law, id, language, paint).is_empty());
    }
    for rule in &law.rules {
        assert!(!rule_page(law, library.sources(), rule, language, paint).is_empty());
    }
}

fn run_examples(library: &Library) {
    let law = library.law();
    let coverages: Vec<RulesetCoverage> =
        law.iter_rulesets().map(|(id, _)| examples_of(library, id)).collect();
    let table = coverage_table(law, library.sources(), &coverages, Paint::default());
    assert!(!table.is_empty());
}

fn examples_of(library: &Library, id: RulesetId) -> RulesetCoverage {
    let law = library.law();
    let rules: Vec<_> = law.rules_of(id).map(|(id, _)| id).collect();
    let mut coverage = RulesetCoverage::new(id, Coverage::new(law, &rules));
    for example in law.examples.iter().filter(|example| example.ruleset == id) {
        for outcome in run_example(law, example, &mut coverage.clauses) {
            coverage.note(&outcome);
        }
    }
    coverage
}
