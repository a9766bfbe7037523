//! An interview asks nothing twice, and ends with every verdict that its answers decide.

use super::dice::Dice;
use super::settling::{ON, completed, half_stated, row, verdict};
use super::world::{World, day};
use comity::analysis::interview::{Question, questions};
use comity::analysis::problem::Limits;
use comity::analysis::settle::settle_all;
use comity::eval::assess::{MarketAssessment, assess_row};
use comity::eval::settled::Ask;
use comity::model::manifest::{Manifest, Stated};
use comity::model::rule::RuleId;
use comity::plan::reading::Threshold;
use proptest::prelude::{ProptestConfig, any, proptest};
use std::collections::BTreeSet;

fn stand(
    world: &World,
    manifest: &Manifest,
    rules: &[RuleId],
    skipped: &BTreeSet<Ask>,
) -> (MarketAssessment, Vec<Question>) {
    let mut assessment = assess_row(&world.law, row(manifest), rules, Threshold(None));
    let limits = Limits::default();
    settle_all(&world.law, row(manifest), Threshold(None), &mut assessment, skipped, &limits);
    let asked = questions(&world.law, std::slice::from_ref(&assessment), skipped);
    (assessment, asked)
}

/// States what `full` states of the thing asked for.
fn answer(world: &World, manifest: &mut Manifest, ask: &Ask, full: &Manifest) {
    match ask {
        Ask::Judgement(id) => {
            let norm = &world.law.judgement(*id).unwrap().text.en;
            let judged = full.judgements.iter().filter(|one| one.text.as_ref() == Some(norm));
            manifest.judgements.extend(judged.cloned());
        }
        Ask::Fact(path) => match &path.field {
            None => {
                manifest.facts.insert(path.fact, full.facts[&path.fact].clone());
            }
            Some((item, field)) => {
                let told = items(&full.facts[&path.fact].value);
                let told =
                    told.iter().find(|one| one.id == *item).unwrap().fields[&field.index].clone();
                let Stated::Items(items) = &mut manifest.facts.get_mut(&path.fact).unwrap().value
                else {
                    panic!("a field of no list");
                };
                let item = items.iter_mut().find(|one| one.id == *item).unwrap();
                item.fields.insert(field.index, told);
            }
        },
    }
}

fn items(stated: &Stated) -> &[comity::model::manifest::Item] {
    match stated {
        Stated::Items(items) => items,
        _ => panic!("no list"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(30))]

    #[test]
    fn interview_ends_with_every_verdict_that_its_answers_decide(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut world = dice.world();
        let rules: Vec<RuleId> = (0..4).map(|_| dice.rule(&mut world, 2)).collect();
        let mut manifest = half_stated(&mut dice, &world);
        let full = completed(&mut dice, &world, &manifest);
        let mut asked = BTreeSet::new();
        let ended = loop {
            let (stands, questions) = stand(&world, &manifest, &rules, &asked);
            let Some(next) = questions.into_iter().next() else { break stands };
            assert!(!next.waiting.is_empty());
            answer(&world, &mut manifest, &next.ask, &full);
            assert!(asked.insert(next.ask), "asked twice");
        };
        for explanation in &ended.rules {
            let truth = verdict(&world, explanation.rule, &full);
            if truth.is_definite() {
                assert_eq!(explanation.verdict.class(), truth.class());
            }
        }
    }

    #[test]
    fn nobody_who_knows_nothing_is_asked_for_ever(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut world = dice.world();
        let rules: Vec<RuleId> = (0..3).map(|_| dice.rule(&mut world, 2)).collect();
        let manifest = half_stated(&mut dice, &world);
        let mut skipped = BTreeSet::new();
        while let (_, questions) = stand(&world, &manifest, &rules, &skipped)
            && let Some(next) = questions.into_iter().next()
        {
            assert!(skipped.insert(next.ask), "asked again");
        }
        let (ended, _) = stand(&world, &manifest, &rules, &skipped);
        // Silence decides nothing.
        for explanation in &ended.rules {
            let (before, _) = stand(&world, &manifest, &[explanation.rule], &BTreeSet::new());
            assert_eq!(before.rules[0].verdict, explanation.verdict);
        }
        assert_eq!(ended.on, day(ON));
    }
}
