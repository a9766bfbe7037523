//! At each bound and one past it: the last that is taken, and the first that is refused.

use super::{WORLD, codes, rule, soon};
use comity::analysis::limits::CONFLICTS;
use comity::analysis::problem::Limits;
use comity::analysis::settle::settle_all;
use comity::analysis::solver::Budget;
use comity::eval::assess::{Check, assess};
use comity::eval::verdict::Verdict;
use comity::ingest::limits as ingest;
use comity::jiff::civil::date;
use comity::model::text::Language;
use comity::plan::reading::Threshold;
use comity::plan::row::Row;
use comity::report::limits::{Room, TooLarge};
use comity::{CheckRequest, Library};

/// What is wrong with a manifest.
fn manifest(text: String) -> Vec<String> {
    soon(move || {
        let library = Library::from_texts(WORLD).unwrap();
        library.read_manifest("m.yaml", text.as_bytes()).map_or_else(|all| codes(&all), |_| vec![])
    })
}

/// What is wrong with a ruleset.
fn rules(rules: String) -> Vec<String> {
    super::load(rules).map_or_else(|all| codes(&all), |_| vec![])
}

const NONE: [&str; 0] = [];

#[test]
fn manifest_of_the_largest_size_is_read_and_of_one_byte_more_refused() {
    let of = |size: usize| format!("comity: 1\n#{}\n", "x".repeat(size - 12));
    assert_eq!(of(ingest::BYTES).len(), ingest::BYTES);
    assert_eq!(manifest(of(ingest::BYTES)), NONE);
    assert_eq!(manifest(of(ingest::BYTES + 1)), ["ingest::too_large"]);
}

#[test]
fn manifest_of_the_greatest_depth_is_read_and_one_deeper_refused() {
    // The manifest itself is the first mapping.
    let of = |depth: usize| {
        let lists = depth - 1;
        format!("comity: 1\nx_deep: {}1{}\n", "[".repeat(lists), "]".repeat(lists))
    };
    assert_eq!(manifest(of(ingest::DEPTH)), NONE);
    assert_eq!(manifest(of(ingest::DEPTH + 1)), ["ingest::too_deep"]);
}

#[test]
fn manifest_of_most_values_is_read_and_of_one_more_refused() {
    // The manifest, its two keys, its version and the list are five.
    let of = |values: usize| format!("comity: 1\nx_many: [{}1]\n", "1,".repeat(values - 6));
    assert_eq!(manifest(of(ingest::NODES)), NONE);
    assert_eq!(manifest(of(ingest::NODES + 1)), ["ingest::too_many_values"]);
}

/// As in `src/syntax/limits.rs`, which is not public; the table of `docs` is held to both.
const FILE: usize = 2 * 1024 * 1024;
const SENTENCE: usize = 64 * 1024;
const ITEMS: usize = 21;

#[test]
fn ruleset_of_the_largest_size_is_read_and_of_one_byte_more_refused() {
    let fact = "net.internet_capable";
    let of = |size: usize| {
        let own = rule(1, &format!("must {fact}."));
        let rest = size - super::HEADER.len() - 1 - own.len();
        own + &"\n".repeat(rest)
    };
    assert_eq!(of(FILE).len() + super::HEADER.len() + 1, FILE);
    assert_eq!(rules(of(FILE)), NONE);
    assert_eq!(rules(of(FILE + 1)), ["syntax::file_too_large"]);
}

#[test]
fn sentence_of_the_largest_size_is_read_and_of_one_byte_more_refused() {
    let of = |size: usize| {
        let around = "because en \"\".".len();
        let sentence = format!("because en \"{}\".", "x".repeat(size - around));
        rules(rule(1, &format!("must net.internet_capable.\n  {sentence}")))
    };
    assert_eq!(of(SENTENCE), NONE);
    assert_eq!(of(SENTENCE + 1), ["syntax::sentence_too_long"]);
}

#[test]
fn list_of_most_items_is_read_and_of_one_more_refused() {
    let of = |items: usize| {
        let labels = ('a'..='z').take(items);
        let items: Vec<String> =
            labels.map(|label| format!("    ({label}) net.internet_capable")).collect();
        rules(rule(1, &format!("must all of:\n{}.", items.join(";\n"))))
    };
    assert_eq!(of(ITEMS), NONE);
    assert_ne!(of(ITEMS + 1), NONE);
}

#[test]
fn report_of_the_largest_size_is_written_and_of_one_byte_more_refused() {
    let library = Library::from_texts(WORLD).unwrap();
    let request = CheckRequest { with: vec!["demo.standard".to_owned()], ..on() }.within(["nl"]);
    let report = library.check_report("m.yaml", b"comity: 1\n", &request, Language::English);
    let report = report.unwrap();
    let size = report.to_json().len();
    assert_eq!(report.to_json_within(size), Ok(report.to_json()));
    assert_eq!(report.to_json_within(size - 1), Err(TooLarge(size - 1)));
    // While it grows, each product takes its room.
    let part = &report.products[0];
    let size = serde_json::to_string_pretty(part).unwrap().len();
    let mut room = Room::of(2 * size);
    assert_eq!([room.take(part), room.take(part)], [Ok(()), Ok(())]);
    assert_eq!(room.take(&1), Err(TooLarge(2 * size)));
    assert_eq!(Room::of(size - 1).take(part), Err(TooLarge(size - 1)));
}

fn on() -> CheckRequest {
    CheckRequest::on(date(2026, 6, 1))
}

#[test]
fn search_that_is_given_up_leaves_the_verdict_open() {
    let text =
        rule(1, "must any of:\n    (a) net.internet_capable;\n    (b) not net.internet_capable.");
    let library = super::load(text).unwrap();
    let manifest = library.read_manifest("m.yaml", b"comity: 1\n").unwrap();
    let place = library.find_jurisdictions(&["NL".to_owned()]).unwrap();
    let market = comity::eval::market::markets_for(library.law(), &manifest, &place)[0];
    let check = Check { on: date(2026, 6, 1), threshold: Threshold(None) };
    let settled = |limits: &Limits| {
        let law = library.law();
        let mut all = assess(law, &manifest, &[market], &[], check);
        let row = Row { manifest: &manifest, market, on: check.on };
        settle_all(law, row, check.threshold, &mut all[0], &Default::default(), limits);
        all[0].rules[0].verdict
    };
    assert_eq!(Limits::default().budget.conflicts, CONFLICTS);
    assert_eq!(settled(&Limits::default()), Verdict::Met);
    let budget = Budget::of(CONFLICTS);
    budget.cancelled.store(true, std::sync::atomic::Ordering::Relaxed);
    assert_eq!(settled(&Limits { budget, ..Limits::default() }), Verdict::Undetermined);
}
