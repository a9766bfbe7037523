//! Does every engine say of every product what Comity says?

use crate::engines::Engine;
use crate::outcome::Outcome;
use crate::subset::RULES;
use anyhow::{Result, bail};
use serde_json::Value as Json;

/// How many products have each outcome, rule by rule.
pub type Counts = Vec<[usize; 4]>;

/// Counts what the first engine says, and holds the others to it.
///
/// # Errors
///
/// Each engine that differs, with the rule, the product and both outcomes.
pub fn compare(engines: &mut [Box<dyn Engine + '_>], products: &[Json]) -> Result<Counts> {
    let Some((first, others)) = engines.split_first_mut() else { bail!("there is no engine") };
    let mut counts = vec![[0; 4]; RULES.len()];
    let mut differences = Vec::new();
    for (number, product) in products.iter().enumerate() {
        let expected = first.outcomes(number)?;
        for (count, outcome) in counts.iter_mut().zip(&expected) {
            count[*outcome as usize] += 1;
        }
        for engine in &mut *others {
            differences.extend(differ(&mut **engine, number, &expected, product)?);
        }
    }
    report(&differences, others)?;
    Ok(counts)
}

/// Where an engine differs from Comity.
struct Difference {
    engine: &'static str,
    rule: usize,
    expected: Outcome,
    said: Outcome,
    product: String,
}

fn differ(
    engine: &mut dyn Engine,
    number: usize,
    expected: &[Outcome],
    product: &Json,
) -> Result<Vec<Difference>> {
    let said = engine.outcomes(number)?;
    let rules = engine.rules();
    if said.len() != rules.len() {
        bail!("{} has {} outcomes for {} rules", engine.name(), said.len(), rules.len());
    }
    let (engine, pairs) = (engine.name(), rules.iter().zip(said));
    let differing = pairs.filter(|(rule, said)| expected[**rule] != *said);
    Ok(differing
        .map(|(&rule, said)| {
            let (expected, product) = (expected[rule], product.to_string());
            Difference { engine, rule, expected, said, product }
        })
        .collect())
}

fn report(differences: &[Difference], engines: &[Box<dyn Engine + '_>]) -> Result<()> {
    for engine in engines {
        for (rule, (id, _)) in RULES.iter().enumerate() {
            let mut found = differences
                .iter()
                .filter(|difference| difference.engine == engine.name() && difference.rule == rule);
            if let Some(first) = found.next() {
                let (expected, said) = (first.expected.word(), first.said.word());
                let more = found.count();
                println!("{}: {id}: {said}, not {expected}; {more} more", first.engine);
                println!("  {}", first.product);
            }
        }
    }
    match differences.len() {
        0 => Ok(()),
        count => bail!("{count} outcomes differ from Comity's"),
    }
}
