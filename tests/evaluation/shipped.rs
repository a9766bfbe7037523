//! The shipped rulesets on random products: both evaluators agree, and what is certain stays so.

use super::dice::Dice;
use super::sound::{class, weakened};
use super::world::{Product, World};
use comity::Library;
use comity::eval::matrix::evaluate;
use comity::eval::walk::Walker;
use comity::model::rule::RuleId;
use comity::plan::order::Plan;
use comity::plan::reading::Threshold;
use comity::plan::row::Row;

fn shipped() -> (World, Vec<RuleId>) {
    let library = Library::shipped().unwrap();
    let law = library.law().clone();
    let rules = law.iter_rules().map(|(id, _)| id).collect();
    (World { law }, rules)
}

#[test]
fn shipped_rules_say_the_same_in_columns_and_walked() {
    let (world, rules) = shipped();
    let mut dice = Dice(1);
    let products: Vec<Product> = (0..40).map(|at| dice.product(&world, 40 + at)).collect();
    let rows: Vec<Row> = products.iter().map(|product| dice.row(product)).collect();
    let plan = Plan::new(&world.law, &rules);
    let matrix = evaluate(&world.law, &plan, &rows, Threshold(None));
    for (index, row) in rows.iter().enumerate() {
        let walker = Walker::new(&world.law, *row, Threshold(None));
        for (rule, _, verdict) in matrix.row(index) {
            let rule = world.law.rule(rule).unwrap();
            assert_eq!(verdict, walker.verdict(rule), "{}", rule.id);
        }
    }
}

#[test]
fn shipped_verdicts_survive_the_loss_of_a_statement() {
    let (world, rules) = shipped();
    let mut dice = Dice(2);
    let plan = Plan::new(&world.law, &rules);
    for percent in [50, 70, 80, 90] {
        let product = dice.product(&world, percent);
        let row = dice.row(&product);
        let manifests = weakened(&product.manifest);
        let rows: Vec<Row> =
            manifests.iter().map(|manifest| Row { manifest, ..row }).chain([row]).collect();
        let matrix = evaluate(&world.law, &plan, &rows, Threshold(None));
        for index in 0..manifests.len() {
            let full = matrix.row(manifests.len());
            for ((rule, _, less), (_, _, more)) in matrix.row(index).zip(full) {
                let id = &world.law.rule(rule).unwrap().id;
                assert!(
                    !less.is_definite() || class(less) == class(more),
                    "{id} {more:?} {less:?}"
                );
            }
        }
    }
}
