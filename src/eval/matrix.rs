//! The verdicts of many rules on many products.

use super::verdict::{Limbs, Outcome, Verdict, Verdicts};
use crate::model::law::Law;
use crate::model::rule::{Modality, RuleId};
use crate::plan::columns::Columns;
use crate::plan::order::Plan;
use crate::plan::reading::Threshold;
use crate::plan::row::Row;
use crate::plan::run::{RuleTruths, Truths};
use crate::plan::truth::{Words, live_bits};

/// How many rows are computed at a time: so many that finding the work takes less than doing it,
/// few enough that their truths stay near the processor.
pub const BLOCK: usize = 2048;

/// Verdicts, four bits each, by rule and row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matrix {
    rules: Vec<(RuleId, Modality)>,
    rows: usize,
    blocks: Vec<Block>,
    /// Block by block, rule by rule, the verdicts on every 64 rows.
    verdicts: Vec<Verdicts>,
}

/// Where the verdicts on some rows stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Block {
    /// How many words of rows come before.
    before: usize,
    /// How many words of rows there are.
    words: usize,
    /// Where the verdicts of the first rule begin.
    start: usize,
}

/// Evaluates any number of rows. Memory is that of one block, and of four bits a verdict.
#[must_use]
pub fn evaluate<'a>(
    law: &'a Law,
    plan: &Plan,
    rows: &'a [Row<'a>],
    threshold: Threshold,
) -> Matrix {
    let mut matrix = Matrix::new(plan);
    evaluate_blocks(law, plan, rows, threshold, |columns, truths| {
        matrix.push(plan, columns, truths);
    });
    matrix
}

/// Evaluates any number of rows block by block, and hands each block over.
pub fn evaluate_blocks<'a>(
    law: &'a Law,
    plan: &Plan,
    rows: &'a [Row<'a>],
    threshold: Threshold,
    mut take: impl FnMut(&Columns<'a>, &Truths),
) {
    let mut columns = Columns::new(law, plan, threshold);
    let mut truths = Truths::default();
    for block in rows.chunks(BLOCK) {
        columns.fill(plan, block);
        truths.compute(plan, &columns);
        take(&columns, &truths);
    }
}

impl Matrix {
    /// No rows yet, for the rules of a plan.
    #[must_use]
    pub fn new(plan: &Plan) -> Matrix {
        let rules = plan.meanings().iter().map(|planned| (planned.rule, planned.modality));
        Matrix { rules: rules.collect(), ..Matrix::default() }
    }

    /// Adds the rows of a block. Every block but the last has a multiple of 64 rows.
    pub fn push(&mut self, plan: &Plan, columns: &Columns<'_>, truths: &Truths) {
        let before = self.rows.div_ceil(Words::WIDTH);
        let words = columns.rows().div_ceil(Words::WIDTH);
        self.blocks.push(Block { before, words, start: self.verdicts.len() });
        self.rows += columns.rows();
        self.verdicts.reserve(plan.meanings().len() * words);
        if words == 1 {
            let live = live_bits(columns.rows(), 0);
            let rules = plan.meanings().iter().zip(truths.of_rules());
            let verdicts = rules.map(|(rule, truths)| of_one_word(rule.modality, truths, live));
            self.verdicts.extend(verdicts);
            return;
        }
        for rule in plan.meanings() {
            let limbs = Limbs::from_array(rule.truths.map(|part| truths.part(part)));
            self.verdicts.extend((0..words).map(|word| {
                let at = |words: &[u64]| words.get(word).copied().unwrap_or_default();
                Verdicts::of(
                    rule.modality,
                    limbs.map(|(yes, no)| Words { yes: at(yes), no: at(no) }),
                )
            }));
        }
    }

    /// The rules, in the order of the plan.
    pub fn rules(&self) -> impl Iterator<Item = RuleId> {
        self.rules.iter().map(|(rule, _)| *rule)
    }

    /// How many rows there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The verdict of a rule, by its position in the plan, on a row.
    #[must_use]
    pub fn get(&self, rule: usize, row: usize) -> Option<Verdict> {
        let word = row / Words::WIDTH;
        let after = self.blocks.partition_point(|block| block.before <= word);
        let block = self.blocks.get(after.checked_sub(1)?)?;
        let is_there = row < self.rows && rule < self.rules.len();
        let verdicts = self.verdicts.get(block.start + rule * block.words + word - block.before)?;
        is_there.then(|| verdicts.get(row % Words::WIDTH))
    }

    /// A rule, by its position in the plan, with its verdict on a row.
    #[must_use]
    pub fn at(&self, rule: usize, row: usize) -> Option<(RuleId, Modality, Verdict)> {
        let &(id, modality) = self.rules.get(rule)?;
        Some((id, modality, self.get(rule, row)?))
    }

    /// The verdicts of all rules on a row, in the order of the plan.
    pub fn row(&self, row: usize) -> impl Iterator<Item = (RuleId, Modality, Verdict)> {
        (0..self.rules.len()).map_while(move |rule| self.at(rule, row))
    }

    /// What all rules together say of a row.
    #[must_use]
    pub fn outcome(&self, row: usize) -> Outcome {
        Outcome::of(self.row(row).map(|(_, modality, verdict)| (modality, verdict)))
    }

    /// On how many rows a rule, by its position in the plan, reaches that verdict.
    #[must_use]
    pub fn count(&self, rule: usize, verdict: Verdict) -> usize {
        let of_block = |block: &Block| {
            let start = block.start + rule * block.words;
            let words = self.verdicts.get(start..start + block.words).unwrap_or_default();
            let live = (block.before..).map(|word| live_bits(self.rows, word));
            words
                .iter()
                .zip(live)
                .map(|(word, live)| (word.are(verdict) & live).count_ones())
                .sum::<u32>()
        };
        self.blocks.iter().map(of_block).sum::<u32>() as usize
    }
}

/// The verdicts of a rule on the rows of one word.
#[inline]
fn of_one_word(modality: Modality, truths: RuleTruths<'_>, rows: u64) -> Verdicts {
    let unbound = Verdicts::unbound(truths.gate(), rows);
    unbound.unwrap_or_else(|| Verdicts::of(modality, Limbs::from_array(truths.all())))
}
