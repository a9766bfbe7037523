//! The same shipped rules in Comity and in its peers: verdicts compared, times side by side.
//!
//! `comity-peers [--products N] [--rounds N] [--engine NAME]` fails if a peer differs from Comity in any product,
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
/// By all that is shipped, so many products are judged alone: the columns of each are large.
const WHOLE_SINGLES: usize = 100;

fn main() -> Result<()> {
    let products = number("--products")?.unwrap_or(PRODUCTS);
    let rounds = number("--rounds")?.unwrap_or(ROUNDS);
    let library = Library::shipped().map_err(|faults| anyhow!("{} faults", faults.len()))?;
    let law = library.law();
    let find = |(id, _): &(&str, _)| {
        let found = law.find_rule(id).with_context(|| format!("no rule {id}"));
        found.map(|(id, _)| id)
    };
    let rules = subset::RULES.iter().map(find).collect::<Result<Vec<_>>>()?;
    let plan = Plan::new(law, &rules);
    // What conditions have in common is computed once, so that a rule costs less among many.
    let all = Plan::new(law, &law.iter_rules().map(|(id, _)| id).collect::<Vec<_>>());
    let made = products::products(&library, products)?;
    let rows = products::rows(&library, &made);
    let reader = native::Reader::new(law, &plan);
    let native: Vec<_> = rows.iter().map(|row| reader.read(*row)).collect();

    let evaluator = datalogic_rs::Engine::new();
    let mut engines: Vec<Box<dyn Engine + '_>> = vec![
        Box::new(engines::comity::Comity::new("comity", law, &plan, &rows, products)),
        Box::new(engines::cel::Cel::new(&native)?),
        Box::new(engines::datalogic::Datalogic::new(&evaluator, &native)?),
        Box::new(engines::jsonschema::JsonSchema::new(&native)?),
        Box::new(engines::cedar::Cedar::new(&native)?),
        Box::new(engines::regorus::Regorus::new(&native)?),
    ];
    let counts = compare::compare(&mut engines, &native)?;
    let whole = engines::comity::Comity::new(
        "comity, all that is shipped",
        law,
        &all,
        &rows,
        WHOLE_SINGLES,
    );
    engines.push(Box::new(whole));
    if let Some(only) = option("--engine")? {
        engines.retain(|engine| engine.name() == only);
    }
    let times = timing::measure(&mut engines, products, rounds);
    table::print(&engines, &counts, &times, products, rounds);
    Ok(())
}

fn number(name: &str) -> Result<Option<usize>> {
    let number = option(name)?.map(|word| word.parse().with_context(|| format!("{name} {word}")));
    number.transpose()
}

fn option(name: &str) -> Result<Option<String>> {
    let mut arguments = std::env::args().skip_while(|argument| argument != name);
    match arguments.next() {
        Some(_) => arguments.next().map(Some).with_context(|| format!("{name} what?")),
        None => Ok(None),
    }
}
