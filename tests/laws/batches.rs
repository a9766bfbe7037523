//! A product is judged the same among thousands as alone.

use super::generate::{Generator, json};
use super::{DAYS, SHIPPED, all_rules, id_of, judge, law, markets};
use comity::eval::assess::{Check, assess};
use comity::eval::verdict::Verdict;
use comity::model::manifest::Manifest;
use comity::model::ruleset::RulesetId;
use comity::plan::reading::Threshold;
use comity::plan::row::Row;
use std::collections::BTreeMap;

fn products(seed: u64, count: usize) -> Vec<Manifest> {
    let mut generator = Generator::new(law(), seed);
    (0..count).map(|_| generator.manifest()).collect()
}

#[test]
fn batch_of_thousands_gives_the_verdicts_of_each_product_alone() {
    let (plan, products) = (all_rules(), products(3, 2_000));
    let row = |(index, manifest): (usize, _)| Row {
        manifest,
        market: markets(manifest)[0],
        on: DAYS[index % DAYS.len()],
    };
    let rows: Vec<Row<'_>> = products.iter().enumerate().map(row).collect();
    let batch = judge(&plan, &rows, Threshold(None));
    for (index, row) in rows.iter().enumerate() {
        let alone = judge(&plan, std::slice::from_ref(row), Threshold(None));
        assert!(alone.row(0).eq(batch.row(index)), "product {index} of seed 3");
    }
}

/// One product is assessed in one market, with explanations; nothing is settled yet.
#[test]
fn batch_gives_the_verdicts_of_single_checks() {
    let (plan, products) = (all_rules(), products(4, 20));
    let rulesets: Vec<RulesetId> = law().iter_rulesets().map(|(id, _)| id).collect();
    let check = Check { on: DAYS[0], threshold: Threshold(None) };
    for (index, manifest) in products.iter().enumerate() {
        for market in assess(law(), manifest, &markets(manifest), &rulesets, check) {
            let row = Row { manifest, market: market.market, on: DAYS[0] };
            let batch = judge(&plan, &[row, row], Threshold(None));
            let single = market.rules.iter().map(|found| (found.rule, unexplained(found.verdict)));
            let batch = batch.row(1).map(|(rule, _, verdict)| (rule, verdict));
            assert!(single.eq(batch), "product {index} of seed 4");
        }
    }
}

/// Only an explanation tells that nothing but a judgement is missing.
fn unexplained(verdict: Verdict) -> Verdict {
    if verdict == Verdict::NeedsJudgement { Verdict::Undetermined } else { verdict }
}

/// What the generator makes must put the rules to use: otherwise it would test nothing.
#[test]
fn generated_products_reach_every_rule() {
    let (plan, products) = (all_rules(), products(5, 1_000));
    let rows: Vec<Row<'_>> = products
        .iter()
        .flat_map(|manifest| markets(manifest).into_iter().map(move |market| (manifest, market)))
        .map(|(manifest, market)| Row { manifest, market, on: DAYS[1] })
        .collect();
    let matrix = judge(&plan, &rows, Threshold(None));
    let mut kinds: BTreeMap<Verdict, usize> = BTreeMap::new();
    for (index, rule) in matrix.rules().enumerate() {
        let open = matrix.count(index, Verdict::Undetermined);
        assert!(open < rows.len(), "{} is always undetermined", id_of(rule));
        for verdict in Verdict::ALL {
            *kinds.entry(verdict).or_default() += matrix.count(index, verdict);
        }
    }
    kinds.retain(|_, count| *count == 0);
    let explained = [Verdict::Permitted, Verdict::NeedsJudgement];
    assert!(kinds.keys().all(|verdict| explained.contains(verdict)), "{kinds:?} never come out");
}

#[test]
fn product_written_as_json_is_read_as_the_same_product() {
    for (index, manifest) in products(6, 200).iter().enumerate() {
        let text = json::write(law(), manifest);
        let read = SHIPPED.read_manifest("generated.json", text.as_bytes());
        let read = read.unwrap_or_else(|faults| {
            panic!(
                "product {index} of seed 6: {:?}\n{text}",
                faults.iter().map(|fault| fault.kind.to_string()).collect::<Vec<_>>()
            )
        });
        assert_eq!(json::write(law(), &read), text, "product {index} of seed 6");
    }
}
