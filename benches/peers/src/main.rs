//! The same shipped rules in Comity and in its peers: verdicts compared, times side by side.
//!
//! `comity-peers [--products N] [--rounds N]` fails if a peer differs from Comity in any product,
//! and else prints what each expresses and how long it takes.
#![expect(clippy::disallowed_methods, reason = "a benchmark reads its arguments and the clock")]

mod compare;
mod conditions;
mod engines;
#[path = "../../../tests/generate/mod.rs"]
mod generate;
mod native;
mod outcome;
mod products;
mod subset;
mod table;
mod timing;

use ::comity::Library;
use ::comity::plan::order::Plan;
use anyhow::{Context, Result, anyhow};
use engines::Engine;

const PRODUCTS: usize = 2_000;
const ROUNDS: usize = 15;

fn main() -> Result<()> {
    let products = option("--products")?.unwrap_or(PRODUCTS);
    let rounds = option("--rounds")?.unwrap_or(ROUNDS);
    let library = Library::shipped().map_err(|faults| anyhow!("{} faults", faults.len()))?;
    let law = library.law();
    let find = |(id, _): &(&str, _)| {
        let found = law.find_rule(id).with_context(|| format!("no rule {id}"));
        found.map(|(id, _)| id)
    };
    let rules = subset::RULES.iter().map(find).collect::<Result<Vec<_>>>()?;
    let plan = Plan::new(law, &rules);
    let made = products::products(&library, products)?;
    let rows = products::rows(&library, &made);
    let reader = native::Reader::new(law, &plan);
    let native: Vec<_> = rows.iter().map(|row| reader.read(*row)).collect();
    if std::env::args().any(|argument| argument == "--show") {
        native.iter().take(3).for_each(|product| println!("{product:#}"));
    }

    let evaluator = datalogic_rs::Engine::new();
    let mut engines: Vec<Box<dyn Engine + '_>> = vec![
        Box::new(engines::comity::Comity::new(law, &plan, &rows)),
        Box::new(engines::cel::Cel::new(&native)?),
        Box::new(engines::datalogic::Datalogic::new(&evaluator, &native)?),
        Box::new(engines::jsonschema::JsonSchema::new(&native)?),
        Box::new(engines::cedar::Cedar::new(&native)?),
        Box::new(engines::regorus::Regorus::new(&native)?),
    ];
    let counts = compare::compare(&mut engines, &native)?;
    let times = timing::measure(&mut engines, products, rounds);
    table::print(&engines, &counts, &times, products, rounds);
    Ok(())
}

fn option(name: &str) -> Result<Option<usize>> {
    let mut arguments = std::env::args().skip_while(|argument| argument != name);
    match arguments.nth(1) {
        Some(number) => Ok(Some(number.parse().with_context(|| format!("{name} {number}"))?)),
        None => Ok(None),
    }
}
