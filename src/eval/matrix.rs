//! The verdicts of many rules on many products.

use super::verdict::{Limbs, Outcome, Verdict, Verdicts};
use crate::model::condition::NodeId;
use crate::model::law::Law;
use crate::model::rule::{Modality, RuleId};
use crate::plan::columns::Columns;
use crate::plan::order::Plan;
use crate::plan::reading::Threshold;
use crate::plan::row::Row;
use crate::plan::run::Truths;
use crate::plan::truth::{Words, live_bits};

/// How many rows are computed at a time: few enough that their truths stay near the processor.
pub const BLOCK: usize = 1024;

/// Verdicts, four bits each, by rule and row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matrix {
    rules: Vec<(RuleId, Modality)>,
    rows: usize,
    /// For each rule, the verdicts on every 64 rows.
    verdicts: Vec<Vec<Verdicts>>,
}

/// Evaluates any number of rows. Memory is that of one block, and of four bits a verdict.
#[must_use]
pub fn evaluate<'a>(
    law: &'a Law,
    plan: &Plan,
    rows: &'a [Row<'a>],
    threshold: Threshold,
) -> Matrix {
    let mut matrix = Matrix::new(law, plan);
    evaluate_blocks(law, plan, rows, threshold, |columns, truths| {
        matrix.push(law, plan, columns, truths);
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
    pub fn new(law: &Law, plan: &Plan) -> Matrix {
        let modality = |id| law.rule(id).map(|rule| (id, rule.modality));
        let rules: Vec<_> = plan.rules().iter().copied().filter_map(modality).collect();
        let verdicts = vec![Vec::new(); rules.len()];
        Matrix { rules, rows: 0, verdicts }
    }

    /// Adds the rows of a block. Every block but the last has a multiple of 64 rows.
    pub fn push(&mut self, law: &Law, plan: &Plan, columns: &Columns<'_>, truths: &Truths) {
        self.rows += columns.rows();
        for ((rule, modality), verdicts) in self.rules.iter().zip(&mut self.verdicts) {
            if let Some(rule) = law.rule(*rule) {
                let limbs = Limbs::find(rule.meaning, |node| of(truths, plan, node));
                let words = columns.rows().div_ceil(Words::WIDTH);
                verdicts.extend((0..words).map(|word| {
                    let at = |words: &[Words]| words.get(word).copied().unwrap_or_default();
                    Verdicts::of(*modality, limbs.map(at))
                }));
            }
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
        let word = self.verdicts.get(rule)?.get(row / Words::WIDTH)?;
        (row < self.rows).then(|| word.get(row % Words::WIDTH))
    }

    /// The verdicts of all rules on a row, in the order of the plan.
    pub fn row(&self, row: usize) -> impl Iterator<Item = (RuleId, Modality, Verdict)> {
        (0..).zip(&self.rules).map_while(move |(index, &(rule, modality))| {
            Some((rule, modality, self.get(index, row)?))
        })
    }

    /// What all rules together say of a row.
    #[must_use]
    pub fn outcome(&self, row: usize) -> Outcome {
        Outcome::of(self.row(row).map(|(_, modality, verdict)| (modality, verdict)))
    }

    /// On how many rows a rule, by its position in the plan, reaches that verdict.
    #[must_use]
    pub fn count(&self, rule: usize, verdict: Verdict) -> usize {
        let words = self.verdicts.get(rule).into_iter().flatten().enumerate();
        words
            .map(|(index, word)| (word.are(verdict) & live_bits(self.rows, index)).count_ones())
            .sum::<u32>() as usize
    }
}

fn of<'t>(truths: &'t Truths, plan: &Plan, node: NodeId) -> &'t [Words] {
    truths.of(plan, node).unwrap_or_default()
}
