//! Many products judged by shipped rules, block by block, with what was measured.
#![allow(dead_code, reason = "each measure uses a part")]

#[path = "../../tests/generate/mod.rs"]
pub(crate) mod generate;

use comity::eval::market::markets_for;
use comity::eval::matrix::{BLOCK, Matrix, evaluate};
use comity::eval::verdict::Verdict;
use comity::jiff::civil::Date;
use comity::model::law::Law;
use comity::model::manifest::Manifest;
use comity::model::rule::RuleId;
use comity::plan::columns::Columns;
use comity::plan::order::Plan;
use comity::plan::reading::Threshold;
use comity::plan::row::Row;
use comity::plan::run::Truths;
use generate::Generator;
use std::time::{Duration, Instant};

const SEED: u64 = 2018;
const DAY: Date = Date::constant(2027, 12, 11);

/// What was measured and counted.
#[derive(Default)]
pub(crate) struct Figures {
    pub(crate) products: usize,
    pub(crate) columns: Duration,
    pub(crate) verdicts: Duration,
    pub(crate) alone: Duration,
    /// How long products took alone, their facts in columns: of each the best of some runs.
    pub(crate) lone: Vec<Duration>,
    pub(crate) differences: usize,
    pub(crate) definite: usize,
}

/// Judges so many products that never were; making them is not counted. Answers with the generator.
pub(crate) fn run<'l>(law: &'l Law, plan: &Plan, count: usize) -> (Figures, Generator<'l>) {
    let mut generator = Generator::new(law, SEED);
    let (mut figures, mut truths) = (Figures::default(), Truths::default());
    while figures.products < count {
        let block = BLOCK.min(count - figures.products);
        let manifests: Vec<Manifest> = (0..block).map(|_| generator.manifest()).collect();
        judge(law, plan, &manifests, &mut truths, &mut figures);
    }
    (figures, generator)
}

/// Judges a block at once, in the memory of the block before as a register does, then each of its
/// products alone.
fn judge(
    law: &Law,
    plan: &Plan,
    manifests: &[Manifest],
    truths: &mut Truths,
    figures: &mut Figures,
) {
    let places: Vec<_> =
        ["GB", "NL", "CA-QC"].iter().filter_map(|code| law.jurisdictions.find(code)).collect();
    let row = |manifest| Row { manifest, market: markets_for(law, manifest, &places)[0], on: DAY };
    let rows: Vec<Row<'_>> = manifests.iter().map(row).collect();
    let mut columns = Columns::new(law, plan, Threshold(None));
    let (filling, ()) = time(|| columns.fill(plan, &rows));
    let (judging, batch) = time(|| {
        truths.compute(plan, &columns);
        let mut matrix = Matrix::new(plan);
        matrix.push(plan, &columns, truths);
        matrix
    });
    let pairs = rows.windows(2).take(64).filter_map(|pair| <[Row<'_>; 2]>::try_from(pair).ok());
    figures.lone.extend(pairs.map(|pair| one(law, plan, pair)));
    let (alone, singles) = time(|| -> Vec<Matrix> {
        rows.iter()
            .map(|row| evaluate(law, plan, std::slice::from_ref(row), Threshold(None)))
            .collect()
    });
    for (index, single) in singles.iter().enumerate() {
        let pairs = single.row(0).zip(batch.row(index));
        figures.differences += pairs.filter(|(alone, among)| alone != among).count();
        let definite = |(_, _, verdict): &(RuleId, _, Verdict)| verdict.is_definite();
        figures.definite += batch.row(index).filter(definite).count();
    }
    figures.products += rows.len();
    figures.columns += filling;
    figures.verdicts += judging;
    figures.alone += alone;
}

/// How long one product takes whose facts stand in columns, after another one: the best of some
/// runs.
fn one(law: &Law, plan: &Plan, rows: [Row<'_>; 2]) -> Duration {
    let [before, columns] = rows.map(|row| {
        let mut columns = Columns::new(law, plan, Threshold(None));
        columns.fill(plan, &[row]);
        columns
    });
    let mut truths = Truths::default();
    let run = |_| {
        truths.compute(plan, &before);
        let (spent, matrix) = time(|| {
            truths.compute(plan, &columns);
            let mut matrix = Matrix::new(plan);
            matrix.push(plan, &columns, &truths);
            matrix
        });
        assert_eq!(matrix.rows(), 1);
        spent
    };
    (0..8).map(run).min().unwrap_or_default()
}

impl Figures {
    /// Nanoseconds a product.
    pub(crate) fn each(&self, spent: Duration) -> u128 {
        spent.as_nanos() / self.products.max(1) as u128
    }

    /// Nanoseconds that one product takes whose facts stand in columns: the middle of all.
    pub(crate) fn lone(&self) -> u128 {
        let mut all = self.lone.clone();
        all.sort_unstable();
        all.get(all.len() / 2).copied().unwrap_or_default().as_nanos()
    }
}

pub(crate) fn milliseconds(spent: Duration) -> f64 {
    spent.as_secs_f64() * 1000.0
}

pub(crate) fn time<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = work();
    (start.elapsed(), result)
}
