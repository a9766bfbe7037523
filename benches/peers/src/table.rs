//! What was found, as tables that a page can hold.

use crate::compare::Counts;
use crate::engines::Engine;
use crate::outcome::Outcome;
use crate::subset::RULES;
use crate::timing::{Spread, Times};

/// Prints the times, then the outcomes that all engines agree on.
pub fn print(
    engines: &[Box<dyn Engine + '_>],
    counts: &Counts,
    times: &[Times],
    products: usize,
    rounds: usize,
) {
    let Some(own) = times.first() else { return };
    println!(
        "{products} products, {rounds} rounds; nanoseconds for one rule and product: median (least to most)"
    );
    println!();
    println!("| engine | rules | single | × Comity | batch | × Comity | products a second |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (engine, times) in engines.iter().zip(times) {
        let rules = engine.rules().len();
        println!(
            "| {} | {rules} | {} | {} | {} | {} | {} |",
            engine.name(),
            shown(times.single),
            ratio(times.single, own.single),
            shown(times.batch),
            ratio(times.batch, own.batch),
            grouped(1e9 / (times.batch.median * rules as f64)),
        );
    }
    println!();
    let heads = Outcome::ALL.map(Outcome::word).join(" | ");
    println!("| rule | its shape | {heads} | expressed by |");
    println!("| --- | --- | ---: | ---: | ---: | ---: | --- |");
    for (position, ((id, shape), counts)) in RULES.iter().zip(counts).enumerate() {
        let counts = counts.map(|count| count.to_string()).join(" | ");
        println!("| `{id}` | {shape} | {counts} | {} |", expressing(engines, position));
    }
}

fn expressing(engines: &[Box<dyn Engine + '_>], rule: usize) -> String {
    let without: Vec<&str> = engines
        .iter()
        .filter(|engine| !engine.rules().contains(&rule))
        .map(|engine| engine.name())
        .collect();
    if without.is_empty() { "all".to_owned() } else { format!("not {}", without.join(", ")) }
}

fn shown(spread: Spread) -> String {
    let digits = if spread.median < 100.0 { 2 } else { 0 };
    let Spread { least, median, most } = spread;
    format!("{median:.digits$} ({least:.digits$} to {most:.digits$})")
}

fn ratio(one: Spread, own: Spread) -> String {
    grouped(one.median / own.median)
}

fn grouped(number: f64) -> String {
    if number < 10.0 {
        return format!("{number:.1}");
    }
    let digits = format!("{number:.0}");
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
