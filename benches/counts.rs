//! How many instructions a reading, a verdict, a batch and a loading take: no clock is asked.
//!
//! `cargo xtask bench --counts` runs this program under callgrind, and holds what the functions
//! named `measured_*` take to `counts.txt`. What is measured is fixed: one ruleset with what it
//! rests on, products from one seed.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a benchmark is not shipped"
)]

#[path = "../tests/generate/mod.rs"]
mod generate;

use comity::Library;
use comity::catalogue::shipped;
use comity::eval::market::markets_for;
use comity::eval::matrix::{Matrix, evaluate};
use comity::jiff::civil::Date;
use comity::model::law::Law;
use comity::model::manifest::Manifest;
use comity::model::rule::RuleId;
use comity::plan::order::Plan;
use comity::plan::reading::Threshold;
use comity::plan::row::Row;
use generate::{Generator, json};
use std::hint::black_box;

/// The Product Security Act with the standard that it names, and what both are written in.
const TEXTS: [&str; 4] = [
    "vocabulary/iot.comity",
    "jurisdictions.comity",
    "voluntary/etsi-en-303-645-2.1.1.comity",
    "uk/psti.comity",
];
const SEED: u64 = 2018;
const PRODUCTS: usize = 1_000;
const DAY: Date = Date::constant(2027, 12, 11);

fn main() {
    let files = shipped();
    let is_asked = |path: &str| TEXTS.iter().any(|asked| path.ends_with(asked));
    let texts: Vec<(&str, &str)> = files
        .iter()
        .filter(|file| is_asked(file.path))
        .map(|file| (file.path, &*file.text))
        .collect();
    assert_eq!(texts.len(), TEXTS.len(), "every text is shipped");
    let mut loaded = None;
    measured_loading(&texts, &mut loaded);
    let library = loaded.expect("the texts load");
    let law = library.law();
    let rules: Vec<RuleId> = law.iter_rules().map(|(id, _)| id).collect();
    let plan = Plan::new(law, &rules);
    let mut generator = Generator::new(law, SEED);
    let manifests: Vec<Manifest> = (0..PRODUCTS).map(|_| generator.manifest()).collect();
    let text = json::write(law, &manifests[0]);
    measured_reading(&library, &text, &mut None);
    let rows: Vec<Row<'_>> = manifests.iter().map(|manifest| row(law, manifest)).collect();
    measured_product(law, &plan, &rows[..1], &mut None);
    measured_batch(law, &plan, &rows, &mut None);
}

fn row<'a>(law: &Law, manifest: &'a Manifest) -> Row<'a> {
    let place: Vec<_> = law.jurisdictions.find("GB").into_iter().collect();
    Row { manifest, market: markets_for(law, manifest, &place)[0], on: DAY }
}

// What is measured looks at its result before it returns: were its last act a call, that call
// would return in its place, and callgrind would not see the end.

/// Loading one ruleset with what it rests on.
#[inline(never)]
fn measured_loading(texts: &[(&str, &str)], into: &mut Option<Library>) {
    *into = Library::from_texts(texts.iter().copied()).ok();
    black_box(into.is_some());
}

/// Reading one manifest.
#[inline(never)]
fn measured_reading(library: &Library, text: &str, into: &mut Option<Manifest>) {
    *into = library.read_manifest("product.json", text.as_bytes()).ok();
    assert!(black_box(into.is_some()), "the manifest is read");
}

/// The verdicts on one product.
#[inline(never)]
fn measured_product(law: &Law, plan: &Plan, rows: &[Row<'_>], into: &mut Option<Matrix>) {
    *into = Some(evaluate(law, plan, rows, Threshold(None)));
    black_box(into.is_some());
}

/// The verdicts on a thousand products.
#[inline(never)]
fn measured_batch(law: &Law, plan: &Plan, rows: &[Row<'_>], into: &mut Option<Matrix>) {
    *into = Some(evaluate(law, plan, rows, Threshold(None)));
    black_box(into.as_ref().map(Matrix::rows));
}
