//! The verdicts of a register: many products at once, each in its markets, as counts.

use super::market::rules_for;
use super::matrix::Matrix;
use super::verdict::{Outcome, Verdict};
use crate::model::jurisdiction::JurisdictionId;
use crate::model::known::Known;
use crate::model::law::Law;
use crate::model::manifest::Manifest;
use crate::model::rule::RuleId;
use crate::model::ruleset::RulesetId;
use crate::plan::columns::Columns;
use crate::plan::order::Plan;
use crate::plan::reading::Threshold;
use crate::plan::row::{Market, Row};
use crate::plan::run::Truths;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The rules of some territories, planned together.
#[derive(Debug, Clone)]
pub struct Rulebook<'l> {
    law: &'l Law,
    plan: Plan,
    /// Of each territory, which rules of the plan bind there, by their positions.
    binding: BTreeMap<JurisdictionId, Vec<usize>>,
}

/// A product of a block.
#[derive(Debug, Clone)]
pub struct Entry {
    /// All that is known of it.
    pub known: Vec<Known>,
    /// Its placements, what people judged, and what else reports name.
    pub excerpt: Manifest,
    /// Where it is checked.
    pub markets: Vec<Market>,
}

/// What the rules say of a product in one market.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The territory, and the placement that counts there.
    pub market: Market,
    /// What all obligations together say.
    pub outcome: Outcome,
    /// How many rules have each verdict, in the order of [`Verdict::ALL`].
    pub counts: [u32; Verdict::ALL.len()],
    /// The rules that are breached, in the order of the texts.
    pub breached: Vec<RuleId>,
}

/// Judges block after block, and keeps its memory.
#[derive(Debug)]
pub struct Bench<'b> {
    book: &'b Rulebook<'b>,
    on: Date,
    columns: Columns<'b>,
    truths: Truths,
}

impl<'l> Rulebook<'l> {
    /// The rules that bind in those territories or within them, in all territories if none is
    /// named; and those of the rulesets named besides.
    #[must_use]
    pub fn new(law: &'l Law, places: &[JurisdictionId], with: &[RulesetId]) -> Rulebook<'l> {
        let is_asked = |place: &JurisdictionId| {
            let mut within = places.iter().map(|outer| law.jurisdictions.is_within(*place, *outer));
            places.is_empty() || within.any(|is_within| is_within)
        };
        let all = law.jurisdictions.iter().map(|(place, _)| place).filter(is_asked);
        let of_place: Vec<(JurisdictionId, Vec<RuleId>)> =
            all.map(|place| (place, rules_for(law, place, with))).collect();
        let rules: BTreeSet<RuleId> = of_place.iter().flat_map(|(_, rules)| rules).copied().collect();
        let rules: Vec<RuleId> = rules.into_iter().collect();
        let position = |rule: &RuleId| rules.binary_search(rule).ok();
        let positions = |found: Vec<RuleId>| found.iter().filter_map(position).collect();
        let binding = of_place.into_iter().map(|(place, found)| (place, positions(found)));
        Rulebook { law, binding: binding.collect(), plan: Plan::new(law, &rules) }
    }

    /// The plan of all the rules.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }
}

impl<'b> Bench<'b> {
    /// A bench for the rules of a book, on one day; what is shown less well than the threshold
    /// counts as unknown.
    #[must_use]
    pub fn new(book: &'b Rulebook<'b>, on: Date, threshold: Threshold) -> Bench<'b> {
        let columns = Columns::new(book.law, &book.plan, threshold);
        Bench { book, on, columns, truths: Truths::default() }
    }

    /// What the rules say of the products of a block, in their order, market by market.
    pub fn judge(&mut self, entries: &[Entry]) -> Vec<Vec<Tally>> {
        let plan = &self.book.plan;
        let known: Vec<&[Known]> = entries.iter().map(|entry| entry.known.as_slice()).collect();
        self.columns.fill_known(plan, &known);
        let mut tallies = vec![Vec::new(); entries.len()];
        let most = entries.iter().map(|entry| entry.markets.len()).max().unwrap_or_default();
        for turn in 0..most {
            let matrix = self.turn(entries, turn);
            for (row, (entry, tallies)) in entries.iter().zip(&mut tallies).enumerate() {
                tallies.extend(entry.markets.get(turn).map(|market| self.tally(&matrix, row, *market)));
            }
        }
        tallies
    }

    /// All rules on each product in its market of that turn; one that has no more waits in a
    /// market of others.
    fn turn(&mut self, entries: &[Entry], turn: usize) -> Matrix {
        let plan = &self.book.plan;
        let nowhere = Market { jurisdiction: JurisdictionId(0), placement: None };
        let row = |entry| -> Row<'_> {
            let Entry { excerpt, markets, .. }: &Entry = entry;
            let market = markets.get(turn).copied().unwrap_or(nowhere);
            Row { manifest: excerpt, market, on: self.on }
        };
        let rows: Vec<Row<'_>> = entries.iter().map(row).collect();
        self.columns.place_in(plan, &rows);
        self.truths.compute(plan, &self.columns);
        let mut matrix = Matrix::new(plan);
        matrix.push(plan, &self.columns, &self.truths);
        matrix
    }

    fn tally(&self, matrix: &Matrix, row: usize, market: Market) -> Tally {
        let binding = self.book.binding.get(&market.jurisdiction).map_or(&[][..], Vec::as_slice);
        let mut counts = [0; Verdict::ALL.len()];
        let mut breached = Vec::new();
        let verdicts = binding.iter().filter_map(|&position| matrix.at(position, row));
        let outcome = Outcome::of(verdicts.map(|(rule, modality, verdict)| {
            if let Some(count) = counts.get_mut(verdict as usize) {
                *count += 1;
            }
            if verdict == Verdict::Breached {
                breached.push(rule);
            }
            (modality, verdict)
        }));
        Tally { market, outcome, counts, breached }
    }
}
