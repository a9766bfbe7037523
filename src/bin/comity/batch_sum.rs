//! What a batch comes to: outcomes by territory, and the rules that most products breach.

use crate::Exit;
use comity::jiff::civil::Date;
use comity::report::lines::CheckLine;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Rules that are named, those most often breached first.
const NAMED: usize = 20;

/// The sum of some lines.
#[derive(Debug, Default)]
pub(crate) struct Sum {
    pub(crate) exit: Exit,
    products: usize,
    refused: usize,
    /// Names of the first that could not be checked.
    named: Vec<String>,
    /// Of each territory, how many checks had each outcome.
    territories: BTreeMap<String, BTreeMap<String, usize>>,
    breached: BTreeMap<String, usize>,
}

impl Sum {
    /// Adds a product.
    pub(crate) fn line(&mut self, line: &CheckLine, exit: Exit) {
        self.exit = self.exit.worse(exit);
        self.products += 1;
        if line.outcome.is_none() {
            self.refused += 1;
            self.name(line.manifest.clone());
        }
        for market in &line.markets {
            count(
                self.territories.entry(market.territory.clone()).or_default(),
                &market.outcome,
                1,
            );
            market.breached.iter().for_each(|rule| count(&mut self.breached, rule, 1));
        }
    }

    /// Adds the sum of further lines.
    pub(crate) fn add(&mut self, other: Sum) {
        self.exit = self.exit.worse(other.exit);
        self.products += other.products;
        self.refused += other.refused;
        other.named.into_iter().for_each(|name| self.name(name));
        for (territory, outcomes) in other.territories {
            let here = self.territories.entry(territory).or_default();
            outcomes.iter().for_each(|(outcome, times)| count(here, outcome, *times));
        }
        other.breached.iter().for_each(|(rule, times)| count(&mut self.breached, rule, *times));
    }

    fn name(&mut self, name: String) {
        if self.named.len() < NAMED {
            self.named.push(name);
        }
    }

    /// The sum, for people.
    pub(crate) fn page(&self, on: Date) -> String {
        let mut page = format!("{} products, checked on {on}\n", self.products);
        for (territory, outcomes) in &self.territories {
            let told: Vec<String> =
                outcomes.iter().map(|(outcome, times)| format!("{times} {outcome}")).collect();
            let _ = writeln!(page, "  {territory:<6} {}", told.join(", "));
        }
        let mut rules: Vec<(&String, &usize)> = self.breached.iter().collect();
        rules.sort_by_key(|(rule, times)| (std::cmp::Reverse(**times), *rule));
        if !rules.is_empty() {
            page.push_str("breached most often\n");
        }
        for (rule, times) in rules.into_iter().take(NAMED) {
            let _ = writeln!(page, "  {times:>8}  {rule}");
        }
        if self.refused > 0 {
            let _ = writeln!(page, "not checked: {}", self.refused);
            for name in &self.named {
                let _ = writeln!(page, "  {name}");
            }
            if self.refused > self.named.len() {
                let _ = writeln!(page, "  and {} more", self.refused - self.named.len());
            }
        }
        page
    }
}

fn count(counts: &mut BTreeMap<String, usize>, of: &str, times: usize) {
    match counts.get_mut(of) {
        Some(known) => *known += times,
        None => drop(counts.insert(of.to_owned(), times)),
    }
}
