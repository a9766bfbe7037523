//! How long the shipped rules take: every rule on 100,000 products that never were.
//!
//! `cargo bench --bench shipped` prints nanoseconds a product. Products are made block by block,
//! so that memory stays small; making them is not counted. `-- 5000` takes fewer.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::expect_used,
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark reads the clock, and is not shipped"
)]

#[path = "../tests/generate/mod.rs"]
mod generate;

use comity::Library;
use comity::eval::market::markets_for;
use comity::eval::matrix::{BLOCK, Matrix, evaluate};
use comity::eval::verdict::Verdict;
use comity::jiff::civil::Date;
use comity::model::law::Law;
use comity::model::manifest::Manifest;
use comity::model::rule::RuleId;
use comity::plan::columns::Columns;
use comity::plan::order::Plan;
use comity::plan::reading::Threshold;
use comity::plan::row::Row;
use comity::plan::run::Truths;
use generate::{Generator, json};
use std::time::{Duration, Instant};

const PRODUCTS: usize = 100_000;
const SEED: u64 = 2018;
const DAY: Date = Date::constant(2027, 12, 11);
/// Reading text takes so much longer than judging that fewer products will do.
const READ: usize = 500;

/// What was measured and counted.
#[derive(Default)]
struct Figures {
    products: usize,
    columns: Duration,
    verdicts: Duration,
    alone: Duration,
    /// The least that one product took alone, its facts in columns.
    least: Option<Duration>,
    differences: usize,
    definite: usize,
}

fn main() {
    let asked = std::env::args().filter_map(|argument| argument.parse().ok()).next();
    let count: usize = asked.unwrap_or(PRODUCTS);
    let (loading, library) = time(|| Library::shipped().expect("the rulesets load"));
    let law = library.law();
    let rules: Vec<RuleId> = law.iter_rules().map(|(id, _)| id).collect();
    let (planning, plan) = time(|| Plan::new(law, &rules));
    let mut generator = Generator::new(law, SEED);
    let mut figures = Figures::default();
    while figures.products < count {
        let block = BLOCK.min(count - figures.products);
        let manifests: Vec<Manifest> = (0..block).map(|_| generator.manifest()).collect();
        judge(law, &plan, &manifests, &mut figures);
    }
    println!("{} rules of {} rulesets, {count} products", rules.len(), law.rulesets.len());
    println!("loading the rules         {:>12.1} ms, once", milliseconds(loading));
    println!("planning                  {:>12.1} ms, once", milliseconds(planning));
    println!("reading a manifest        {:>12} ns a product", reading(&library, &mut generator));
    println!("filling columns           {:>12} ns a product", figures.each(figures.columns));
    println!("verdicts from columns     {:>12} ns a product", figures.each(figures.verdicts));
    println!("one by one, both          {:>12} ns a product", figures.each(figures.alone));
    let least = figures.least.unwrap_or_default().as_nanos();
    println!("one product from columns  {least:>12} ns at least");
    let all = figures.products * rules.len();
    println!("verdicts                  {all:>12}, of which {} definite", figures.definite);
    println!("batch and one by one      {:>12} differences", figures.differences);
    assert_eq!(figures.differences, 0, "a product is judged otherwise among many than alone");
}

/// Judges a block at once, then each of its products alone.
fn judge(law: &Law, plan: &Plan, manifests: &[Manifest], figures: &mut Figures) {
    let places: Vec<_> =
        ["GB", "NL", "CA-QC"].iter().filter_map(|code| law.jurisdictions.find(code)).collect();
    let row = |manifest| Row { manifest, market: markets_for(law, manifest, &places)[0], on: DAY };
    let rows: Vec<Row<'_>> = manifests.iter().map(row).collect();
    let mut columns = Columns::new(law, plan, Threshold(None));
    let (filling, ()) = time(|| columns.fill(plan, &rows));
    let mut truths = Truths::default();
    let (judging, batch) = time(|| {
        truths.compute(plan, &columns);
        let mut matrix = Matrix::new(plan);
        matrix.push(plan, &columns, &truths);
        matrix
    });
    let least = rows.iter().take(64).map(|row| one(law, plan, *row)).min();
    figures.least = figures.least.into_iter().chain(least).min();
    let (alone, singles) = time(|| -> Vec<Matrix> {
        rows.iter()
            .map(|row| evaluate(law, plan, std::slice::from_ref(row), Threshold(None)))
            .collect()
    });
    for (index, single) in singles.iter().enumerate() {
        let pairs = single.row(0).zip(batch.row(index));
        figures.differences += pairs.filter(|(alone, among)| alone != among).count();
        let definite = |(_, _, verdict): &(RuleId, _, Verdict)| verdict.is_definite();
        figures.definite += batch.row(index).filter(definite).count();
    }
    figures.products += rows.len();
    figures.columns += filling;
    figures.verdicts += judging;
    figures.alone += alone;
}

/// How long one product takes whose facts stand in columns: the best of some runs.
fn one(law: &Law, plan: &Plan, row: Row<'_>) -> Duration {
    let mut columns = Columns::new(law, plan, Threshold(None));
    columns.fill(plan, &[row]);
    let mut truths = Truths::default();
    let run = |_| {
        let (spent, matrix) = time(|| {
            truths.compute(plan, &columns);
            let mut matrix = Matrix::new(plan);
            matrix.push(plan, &columns, &truths);
            matrix
        });
        assert_eq!(matrix.rows(), 1);
        spent
    };
    (0..8).map(run).min().unwrap_or_default()
}

/// Nanoseconds to read the JSON text of one product.
fn reading(library: &Library, generator: &mut Generator<'_>) -> u128 {
    let write = |_| json::write(library.law(), &generator.manifest());
    let texts: Vec<String> = (0..READ).map(write).collect();
    let (spent, read) = time(|| {
        texts.iter().filter(|text| library.read_manifest("m.json", text.as_bytes()).is_ok()).count()
    });
    assert_eq!(read, READ, "a product that was written is read");
    spent.as_nanos() / READ as u128
}

impl Figures {
    fn each(&self, spent: Duration) -> u128 {
        spent.as_nanos() / self.products.max(1) as u128
    }
}

fn milliseconds(spent: Duration) -> f64 {
    spent.as_secs_f64() * 1000.0
}

fn time<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = work();
    (start.elapsed(), result)
}
