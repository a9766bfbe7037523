//! What is settled holds in every completion; what stays open has completions either way; and no
//! fewer facts decide than those that are asked for.

use super::dice::Dice;
use super::solving::{any_value, complete, judge_norms, placed};
use super::world::{EU, Product, World, day, statement};
use comity::analysis::problem::Limits;
use comity::analysis::settle::{Settling, settle};
use comity::eval::settled::Ask;
use comity::eval::verdict::Verdict;
use comity::eval::walk::Walker;
use comity::model::manifest::{EvidenceLevel, Manifest, Stated};
use comity::model::rule::RuleId;
use comity::plan::reading::Threshold;
use comity::plan::row::{Market, Placement, Row};
use proptest::prelude::{ProptestConfig, any, proptest};
use std::collections::BTreeSet;

pub(super) const ON: &str = "2026-06-01";

pub(super) fn row(manifest: &Manifest) -> Row<'_> {
    let market = Market { jurisdiction: EU, placement: Some(Placement(0)) };
    Row { manifest, market, on: day(ON) }
}

pub(super) fn verdict(world: &World, rule: RuleId, manifest: &Manifest) -> Verdict {
    Walker::new(&world.law, row(manifest), Threshold(None)).verdict(world.law.rule(rule).unwrap())
}

/// A product that is placed, of which about half is stated.
pub(super) fn half_stated(dice: &mut Dice, world: &World) -> Manifest {
    let mut manifest = Product::new(world).manifest;
    let list = world.fact("market.placements");
    let mut item = placed(world, dice, "2026-01-01");
    // Some of the days of placing are not stated either.
    item.fields.retain(|_, _| dice.chance(85));
    let placements = statement(Stated::Items(vec![item]), EvidenceLevel::Unstated);
    manifest.facts.insert(list, placements);
    for (id, fact) in world.law.vocabulary.iter() {
        if id != list && dice.chance(40) {
            let value = statement(any_value(dice, fact), EvidenceLevel::Unstated);
            manifest.facts.insert(id, value);
        }
    }
    manifest
}

/// Everything told that was open.
pub(super) fn completed(dice: &mut Dice, world: &World, manifest: &Manifest) -> Manifest {
    let mut full = judge_norms(dice, Product::new(world));
    full.facts = manifest.facts.clone();
    let list = world.fact("market.placements");
    let placements = world.law.vocabulary.fact(list).unwrap();
    if let Some(Stated::Items(items)) = full.facts.get_mut(&list).map(|list| &mut list.value) {
        for item in items {
            super::solving::complete_item(dice, placements, item);
        }
    }
    complete(dice, world, &mut full);
    full
}

fn settle_one(
    world: &World,
    manifest: &Manifest,
    rule: RuleId,
    skipped: &BTreeSet<Ask>,
) -> Option<Settling> {
    settle(&world.law, row(manifest), Threshold(None), rule, skipped, &Limits::default())
}

/// At most so many of the facts that only `full` states.
fn partly(dice: &mut Dice, now: &Manifest, full: &Manifest, most: usize) -> Manifest {
    let mut partly = now.clone();
    for _ in 0..most {
        let missing: Vec<_> =
            full.facts.keys().filter(|fact| !partly.facts.contains_key(fact)).collect();
        if let Some(fact) = (!missing.is_empty()).then(|| *dice.pick(&missing)) {
            partly.facts.insert(fact, full.facts[&fact].clone());
        }
    }
    partly
}

fn check(dice: &mut Dice, world: &World, rule: RuleId, manifest: &Manifest, settling: &Settling) {
    let settled = &settling.settled;
    for possible in &settled.possible {
        assert_eq!(verdict(world, rule, &possible.complete(manifest)), possible.verdict);
    }
    let reached: Vec<Verdict> = settled.possible.iter().map(|possible| possible.verdict).collect();
    assert!(settled.verdict().is_some() || reached.len() > 1 || reached == [Verdict::Undetermined]);
    for _ in 0..100 {
        let full = completed(dice, world, manifest);
        let found = verdict(world, rule, &full);
        assert!(reached.contains(&found), "{found:?}, not {reached:?}: {full:#?}");
        assert!(settled.verdict().is_none_or(|settled| settled.class() == found.class()));
        let fewer = settled.ask.len().checked_sub(1).filter(|_| settled.is_fewest);
        let Some(fewer) = fewer else { continue };
        let less = verdict(world, rule, &partly(dice, manifest, &full, fewer));
        assert_eq!(less, Verdict::Undetermined, "fewer than {:?}", settled.ask);
    }
}

/// What nobody can tell is asked for no more, and what is asked for instead decides.
fn skip(world: &World, rule: RuleId, manifest: &Manifest, settling: &Settling) {
    let skipped: BTreeSet<Ask> = settling.settled.ask.iter().take(1).cloned().collect();
    let Some(rest) = settle_one(world, manifest, rule, &skipped) else { return };
    assert!(rest.settled.ask.iter().all(|ask| !skipped.contains(ask)));
    for possible in rest.settled.possible.iter().filter(|one| !one.ask.is_empty()) {
        assert!(possible.ask.iter().all(|ask| !skipped.contains(ask)));
        assert_eq!(verdict(world, rule, &possible.complete(manifest)), possible.verdict);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn what_is_settled_holds_in_every_completion(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut world = dice.world();
        let rules: Vec<RuleId> = (0..4).map(|_| dice.rule(&mut world, 2)).collect();
        let manifest = half_stated(&mut dice, &world);
        for rule in rules {
            if verdict(&world, rule, &manifest) != Verdict::Undetermined {
                continue;
            }
            let settling =
                settle_one(&world, &manifest, rule, &BTreeSet::new());
            if let Some(settling) = settling {
                check(&mut dice, &world, rule, &manifest, &settling);
                skip(&world, rule, &manifest, &settling);
            }
        }
    }
}

/// Nearly everything open is told; some of it is settled.
#[test]
fn most_open_verdicts_are_looked_through() {
    let mut dice = Dice(7);
    let (mut told, mut doubted, mut settled) = (0, 0, 0);
    for _ in 0..120 {
        let mut world = dice.world();
        let rule = dice.rule(&mut world, 2);
        let manifest = half_stated(&mut dice, &world);
        if verdict(&world, rule, &manifest) != Verdict::Undetermined {
            continue;
        }
        match settle_one(&world, &manifest, rule, &BTreeSet::new()) {
            None => doubted += 1,
            Some(settling) => {
                told += 1;
                settled += usize::from(settling.settled.verdict().is_some());
            }
        }
    }
    assert!(doubted < told && settled > 0, "{doubted} doubted, {told} told, {settled} settled");
}
