//! Target `resolve`: any ruleset is resolved beside a small vocabulary; one that has no fault is
//! browsed, its examples run, and a product of which nothing is known is judged by it.

use crate::law::{DAY, small};
use crate::{faults, product};
use comity::eval::coverage::Coverage;
use comity::eval::examples::run_example;
use comity::fault::{Fault, FaultKind};
use comity::ingest::read_manifest;
use comity::model::law::Law;
use comity::model::ruleset::RulesetId;
use comity::model::text::Language;
use comity::report::coverage::{RulesetCoverage, coverage_table};
use comity::report::paint::Paint;
use comity::report::rules::{rule_page, ruleset_list, ruleset_page};
use comity::resolve::resolve;
use comity::source::SourceMap;
use comity::syntax::parse;

/// Resolves a text; if it has no fault, puts it to every use.
pub fn run(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (mut sources, mut files) = small();
    let parsed = parse(sources.add("input", text), text);
    files.push(parsed.file);
    let resolved = resolve(&sources, &files);
    let errors = parsed.errors.into_iter().map(FaultKind::from);
    match resolved {
        Ok(law) if errors.len() == 0 => use_it(&law, &sources),
        Ok(_) => examine(&sources, errors.collect()),
        Err(found) => examine(&sources, errors.chain(found.into_iter().map(Into::into)).collect()),
    }
}

fn examine(sources: &SourceMap, kinds: Vec<FaultKind>) {
    let with_source = |kind: FaultKind| {
        let source = sources.get(kind.span().file).cloned();
        source.map(|source| Fault { kind, source })
    };
    let faults: Option<Vec<Fault>> = kinds.into_iter().map(with_source).collect();
    assert!(faults.is_some(), "a fault in a file that is not there");
    faults::examine(&faults.unwrap_or_default());
}

fn use_it(law: &Law, sources: &SourceMap) {
    browse(law, sources);
    run_examples(law, sources);
    let Ok(empty) = read_manifest(law, "empty.yaml", b"comity: 1\n") else {
        panic!("an empty manifest has no fault")
    };
    product::report_on(law, &empty, &product::markets(law, &empty, &["GB", "NL"]), DAY);
}

fn browse(law: &Law, sources: &SourceMap) {
    let (language, paint) = (Language::French, Paint::default());
    assert!(!ruleset_list(law, language, paint).is_empty());
    for (id, _) in law.iter_rulesets() {
        assert!(!ruleset_page(law, id, language, paint).is_empty());
    }
    for rule in &law.rules {
        assert!(!rule_page(law, sources, rule, language, paint).is_empty());
    }
}

fn run_examples(law: &Law, sources: &SourceMap) {
    let coverages: Vec<RulesetCoverage> =
        law.iter_rulesets().map(|(id, _)| examples_of(law, id)).collect();
    assert!(!coverage_table(law, sources, &coverages, Paint::default()).is_empty());
}

fn examples_of(law: &Law, id: RulesetId) -> RulesetCoverage {
    let rules: Vec<_> = law.rules_of(id).map(|(id, _)| id).collect();
    let mut coverage = RulesetCoverage::new(id, Coverage::new(law, &rules));
    for example in law.examples.iter().filter(|example| example.ruleset == id) {
        for outcome in run_example(law, example, &mut coverage.clauses) {
            coverage.note(&outcome);
        }
    }
    coverage
}
