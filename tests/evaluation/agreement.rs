//! The columns and the walker say the same, and a batch says the same as its rows one by one.

use super::dice::Dice;
use super::world::Product;
use comity::eval::matrix::{Matrix, evaluate};
use comity::eval::walk::Walker;
use comity::model::condition::NodeId;
use comity::model::manifest::EvidenceLevel;
use comity::plan::columns::Columns;
use comity::plan::order::Plan;
use comity::plan::reading::Threshold;
use comity::plan::row::Row;
use comity::plan::run::Truths;
use comity::plan::truth::Truth;
use proptest::prelude::{ProptestConfig, any, proptest};

const THRESHOLDS: [Option<EvidenceLevel>; 3] =
    [None, Some(EvidenceLevel::Declared), Some(EvidenceLevel::SelfTested)];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn columns_and_walker_agree(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut world = dice.world();
        let nodes: Vec<NodeId> = (0..12).map(|_| dice.condition(&mut world, 3)).collect();
        let count = dice.pick(&[1, 3, 70, 130]);
        let products: Vec<Product> = (0..count).map(|_| dice.product(&world, 70)).collect();
        let rows: Vec<Row> = products.iter().map(|product| dice.row(product)).collect();
        let threshold = Threshold(dice.pick(&THRESHOLDS));

        let plan = Plan::of_nodes(&world.law, nodes.iter().copied());
        let mut columns = Columns::new(&world.law, &plan, threshold);
        columns.fill(&plan, &rows);
        let mut truths = Truths::default();
        truths.compute(&plan, &columns);
        for (index, row) in rows.iter().enumerate() {
            let walker = Walker::new(&world.law, *row, threshold);
            for &node in &nodes {
                let walked = walker.trace(node, Default::default());
                assert_eq!(truths.get(&plan, node, index), walked.truth, "{walked:#?}");
            }
        }
    }

    #[test]
    fn batch_and_single_rows_agree(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut world = dice.world();
        let rules: Vec<_> = (0..6).map(|_| dice.rule(&mut world, 2)).collect();
        let products: Vec<Product> = (0..100).map(|_| dice.product(&world, 80)).collect();
        let rows: Vec<Row> = products.iter().map(|product| dice.row(product)).collect();
        let (plan, threshold) = (Plan::new(&world.law, &rules), Threshold(None));

        let all = evaluate(&world.law, &plan, &rows, threshold);
        for (index, row) in rows.iter().enumerate() {
            let one = [*row];
            let one = evaluate(&world.law, &plan, &one, threshold);
            let walker = Walker::new(&world.law, *row, threshold);
            for (at, &rule) in rules.iter().enumerate() {
                assert_eq!(all.get(at, index), one.get(at, 0));
                assert_eq!(all.get(at, index), world.law.rule(rule).map(|rule| walker.verdict(rule)));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    /// What only rules need that bind no row is passed over: it is unknown then, never what
    /// stood there for the rows before.
    #[test]
    fn few_rows_after_others_agree(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut world = dice.world();
        let rules: Vec<_> = (0..6).map(|_| dice.rule(&mut world, 2)).collect();
        let products: Vec<Product> = (0..90).map(|_| dice.product(&world, 80)).collect();
        let rows: Vec<Row> = products.iter().map(|product| dice.row(product)).collect();
        let (plan, threshold) = (Plan::new(&world.law, &rules), Threshold(None));
        let (mut columns, mut truths) =
            (Columns::new(&world.law, &plan, threshold), Truths::default());
        for block in [&rows[..1], &rows[1..65], &rows[..], &rows[2..3], &rows[5..9], &rows[7..8]] {
            columns.fill(&plan, block);
            truths.compute(&plan, &columns);
            let mut matrix = Matrix::new(&plan);
            matrix.push(&plan, &columns, &truths);
            for (index, row) in block.iter().enumerate() {
                let walker = Walker::new(&world.law, *row, threshold);
                for (at, &rule) in rules.iter().enumerate() {
                    let rule = world.law.rule(rule).unwrap();
                    assert_eq!(matrix.get(at, index), Some(walker.verdict(rule)));
                    for node in rule.meaning.nodes() {
                        let truth = truths.get(&plan, node, index);
                        let walked = walker.trace(node, Default::default()).truth;
                        assert!(truth == walked || truth == Truth::Unknown && block.len() <= 64);
                    }
                }
            }
        }
    }
}

#[test]
fn blocks_give_the_same_as_one_batch() {
    let mut dice = Dice(7);
    let mut world = dice.world();
    let rules: Vec<_> = (0..20).map(|_| dice.rule(&mut world, 2)).collect();
    let products: Vec<Product> = (0..50).map(|_| dice.product(&world, 80)).collect();
    let rows: Vec<Row> = (0..2500).map(|at| dice.row(&products[at % 50])).collect();
    let (plan, threshold) = (Plan::new(&world.law, &rules), Threshold(None));
    let all = evaluate(&world.law, &plan, &rows, threshold);
    assert_eq!((all.rows(), all.get(0, 2500)), (2500, None));
    for index in [0, 1023, 1024, 2047, 2048, 2499] {
        let one = [rows[index]];
        let one = evaluate(&world.law, &plan, &one, threshold);
        assert!(all.row(index).eq(one.row(0)));
    }
    for verdict in comity::eval::verdict::Verdict::ALL {
        let counted = (0..2500).filter(|&row| all.get(3, row) == Some(verdict)).count();
        assert_eq!(all.count(3, verdict), counted);
    }
}
