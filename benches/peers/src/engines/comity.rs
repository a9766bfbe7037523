//! Comity itself: facts in columns, many products at a time or one.

use super::Engine;
use crate::outcome::Outcome;
use anyhow::Result;
use comity::eval::matrix::{BLOCK, Matrix};
use comity::model::law::Law;
use comity::plan::columns::Columns;
use comity::plan::order::Plan;
use comity::plan::reading::Threshold;
use comity::plan::row::Row;
use comity::plan::run::Truths;
use std::hint::black_box;

pub struct Comity<'a> {
    name: &'static str,
    plan: &'a Plan,
    rules: Vec<usize>,
    blocks: Vec<Columns<'a>>,
    singles: Vec<Columns<'a>>,
    truths: Truths,
}

impl<'a> Comity<'a> {
    pub fn new(
        name: &'static str,
        law: &'a Law,
        plan: &'a Plan,
        rows: &[Row<'_>],
        singles: usize,
    ) -> Comity<'a> {
        let fill = |rows: &[Row<'_>]| {
            let mut columns = Columns::new(law, plan, Threshold(None));
            columns.fill(plan, rows);
            columns
        };
        Comity {
            name,
            plan,
            rules: (0..plan.rules().len()).collect(),
            blocks: rows.chunks(BLOCK).map(fill).collect(),
            singles: rows.chunks(1).take(singles).map(fill).collect(),
            truths: Truths::default(),
        }
    }

    fn judge(&mut self, product: usize) -> Matrix {
        let columns = &self.singles[product % self.singles.len()];
        let mut matrix = Matrix::new(self.plan);
        self.truths.compute(self.plan, columns);
        matrix.push(self.plan, columns, &self.truths);
        matrix
    }
}

impl Engine for Comity<'_> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn rules(&self) -> &[usize] {
        &self.rules
    }

    fn run_one(&mut self, product: usize) {
        black_box(self.judge(product));
    }

    fn run_all(&mut self) {
        let mut matrix = Matrix::new(self.plan);
        for columns in &self.blocks {
            self.truths.compute(self.plan, columns);
            matrix.push(self.plan, columns, &self.truths);
        }
        black_box(matrix);
    }

    fn outcomes(&mut self, product: usize) -> Result<Vec<Outcome>> {
        let judged = self.judge(product);
        Ok(judged.row(0).map(|(_, _, verdict)| verdict.into()).collect())
    }
}
