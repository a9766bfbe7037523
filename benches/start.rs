//! How long a start takes, and how time grows: with the rules loaded, and with the products judged.
//!
//! `cargo bench --bench start` prints the page of figures; `-- write` writes it to
//! `benches/README.md`. Every time is the least of some runs, on an otherwise idle machine.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::expect_used,
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark reads the clock, and is not shipped"
)]

mod batch;
#[path = "start/chart.rs"]
mod chart;
#[path = "start/command.rs"]
mod command;
#[path = "start/load.rs"]
mod load;
#[path = "start/texts.rs"]
mod texts;

use batch::milliseconds;
use chart::{Row, table};
use comity::Library;
use comity::model::rule::RuleId;
use comity::plan::order::Plan;
use load::{Load, whole};
use std::fmt::Write as _;
use std::time::Duration;
use texts::Texts;

/// As the command line has it.
#[cfg(feature = "cli")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/README.md");
const PRODUCTS: [usize; 3] = [1_000, 10_000, 100_000];

fn main() {
    let page = format!("{INTRODUCTION}{}{}{}{}", start(), shipped(), synthetic(), products());
    if std::env::args().any(|argument| argument == "write") {
        return std::fs::write(PAGE, page).expect("the page is written");
    }
    print!("{page}");
}

const INTRODUCTION: &str = "\
# Measures

This page is written by `cargo bench --bench start -- write`; nothing else should run
beside it. `cargo bench --bench NAME` runs the others: `shipped` judges 100,000 products by the
shipped rules, `evaluate` by synthetic ones, `relations` proves how all rules stand to each other,
`server` times a keystroke. No test is timed.
";

/// The whole start, on all cores, and a whole command.
fn start() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let lean = whole(Library::shipped_without_examples);
    let full = whole(Library::shipped);
    let mut out = format!("\n## Start\n\nOf all shipped rulesets, on {cores} cores:\n\n");
    out.push_str("| what is done | ms |\n| --- | ---: |\n");
    let mut line = |what: &str, spent| {
        let _ = writeln!(out, "| {what} | {:.1} |", milliseconds(spent));
    };
    line("read, resolved and planned, without their examples, as for a check", lean);
    line("the same with their examples, as for `comity test` and further rulesets", full);
    for (what, spent) in command::figures() {
        line(&what, spent);
    }
    out
}

/// Growth with the shipped rules.
fn shipped() -> String {
    let texts = Texts::shipped();
    let loads: Vec<(String, Load)> =
        texts.quarters().map(|(name, texts)| (name, Load::of(&texts))).collect();
    format!(
        "\n## Time and rules: the shipped\n\nOn one core, without examples. The first row is the \
         vocabulary and the jurisdictions alone.\n\n{}",
        table("rulesets", &LOADED, &rows_of(&loads))
    )
}

/// Growth with rules that never were.
fn synthetic() -> String {
    let counts = [0, 1_000, 2_000, 4_000, 8_000];
    let load = |count: usize| (count.div_ceil(100).to_string(), Load::of(&Texts::synthetic(count)));
    let loads = counts.map(load);
    format!(
        "\n## Time and rules: synthetic\n\nRules of three conditions over the shipped vocabulary, \
         a hundred in a ruleset, on one core.\n\n{}",
        table("rulesets", &LOADED, &rows_of(&loads))
    )
}

const LOADED: [&str; 7] =
    ["rules", "KiB", "read ms", "resolve ms", "plan ms", "whole ms", "µs a rule more"];

/// A row for each; the last figure is what each rule adds to the first row, which has none.
fn rows_of(loads: &[(String, Load)]) -> Vec<Row> {
    let base = loads.first().map_or(Duration::ZERO, |(_, load)| load.whole());
    loads.iter().map(|(name, load)| row_of(name, load, base)).collect()
}

fn row_of(name: &str, load: &Load, base: Duration) -> Row {
    let times = [load.read, load.resolve, load.plan, load.whole()];
    let counts = [load.rules.to_string(), (load.bytes / 1024).to_string()];
    let times = times.map(|spent| format!("{:.1}", milliseconds(spent)));
    let added = load.whole().saturating_sub(base).as_micros();
    let added = added.checked_div(load.rules as u128).map(|each| each.to_string());
    Row {
        name: name.to_owned(),
        cells: counts.into_iter().chain(times).chain([added.unwrap_or_default()]).collect(),
        length: milliseconds(load.whole()),
    }
}

/// Growth with the products judged by all shipped rules.
fn products() -> String {
    let library = Library::shipped_without_examples().expect("the rulesets load");
    let law = library.law();
    let rules: Vec<RuleId> = law.iter_rules().map(|(id, _)| id).collect();
    let plan = Plan::new(law, &rules);
    let rows = PRODUCTS.map(|count| {
        let (figures, _) = batch::run(law, &plan, count);
        let manifests = figures.columns + figures.verdicts;
        let times =
            [figures.verdicts, manifests].map(|spent| format!("{:.2}", milliseconds(spent)));
        let each = [figures.verdicts, manifests].map(|spent| figures.each(spent).to_string());
        Row {
            name: count.to_string(),
            cells: times.into_iter().chain(each).collect(),
            length: milliseconds(manifests),
        }
    });
    let heads = ["from columns ms", "from manifests ms", "columns ns each", "manifests ns each"];
    format!(
        "\n## Time and products\n\n{} rules on products that never were, on one core: from facts \
         that stand in columns, and from manifests that were read.\n\n{}",
        rules.len(),
        table("products", &heads, &rows)
    )
}
