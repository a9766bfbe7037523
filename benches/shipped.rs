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

mod batch;

use batch::generate::{Generator, json};
use batch::{milliseconds, time};
use comity::Library;
use comity::model::rule::RuleId;
use comity::plan::order::Plan;

const PRODUCTS: usize = 100_000;
/// Reading text takes so much longer than judging that fewer products will do.
const READ: usize = 500;

fn main() {
    let asked = std::env::args().filter_map(|argument| argument.parse().ok()).next();
    let count: usize = asked.unwrap_or(PRODUCTS);
    let (loading, library) = time(|| Library::shipped().expect("the rulesets load"));
    let law = library.law();
    let rules: Vec<RuleId> = law.iter_rules().map(|(id, _)| id).collect();
    let (planning, plan) = time(|| Plan::new(law, &rules));
    let (figures, mut generator) = batch::run(law, &plan, count);
    println!("{} rules of {} rulesets, {count} products", rules.len(), law.rulesets.len());
    println!("loading the rules         {:>12.1} ms, once", milliseconds(loading));
    println!("planning                  {:>12.1} ms, once", milliseconds(planning));
    println!("reading a manifest        {:>12} ns a product", reading(&library, &mut generator));
    println!("filling columns           {:>12} ns a product", figures.each(figures.columns));
    println!("verdicts from columns     {:>12} ns a product", figures.each(figures.verdicts));
    println!("one by one, both          {:>12} ns a product", figures.each(figures.alone));
    println!("one product from columns  {:>12} ns, the middle product", figures.lone());
    let all = figures.products * rules.len();
    println!("verdicts                  {all:>12}, of which {} definite", figures.definite);
    println!("batch and one by one      {:>12} differences", figures.differences);
    assert_eq!(figures.differences, 0, "a product is judged otherwise among many than alone");
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
