//! Every repair is a product that every rule has judged, changes nothing that is fixed, and costs
//! no more than it must; what no change can mend, no product in reach meets.

use super::dice::Dice;
use super::solving::{any_value, complete_item, judge_norms, placed};
use super::sound::{small, small_condition};
use super::world::{EU, Product, World, day, must, statement};
use comity::analysis::duties::Duty;
use comity::analysis::mend::{Mended, Mending, mend};
use comity::analysis::problem::Limits;
use comity::eval::verdict::Verdict;
use comity::eval::walk::Walker;
use comity::model::manifest::{EvidenceLevel, Manifest, Stated};
use comity::model::rule::{Modality, RuleId};
use comity::model::value::Value;
use comity::model::vocabulary::Setting;
use comity::plan::reading::Threshold;
use comity::plan::row::{Market, Placement, Row};
use proptest::prelude::{ProptestConfig, any, proptest};

const ON: &str = "2026-06-01";

fn market() -> Market {
    Market { jurisdiction: EU, placement: Some(Placement(0)) }
}

fn mended(world: &World, manifest: &Manifest, ways: usize) -> Mended {
    let markets = [market()];
    let mending = Mending { law: &world.law, manifest, markets: &markets, with: &[], on: day(ON) };
    mend(mending, ways, &Limits::default())
}

fn verdict(world: &World, rule: RuleId, manifest: &Manifest) -> Verdict {
    let row = Row { manifest, market: market(), on: day(ON) };
    Walker::new(&world.law, row, Threshold(None)).verdict(world.law.rule(rule).unwrap())
}

/// A placed product of which about so many of a hundred facts are stated.
fn product(dice: &mut Dice, world: &World, percent: usize) -> Manifest {
    let mut manifest = match dice.chance(50) {
        true => judge_norms(dice, Product::new(world)),
        false => Product::new(world).manifest,
    };
    let list = world.fact("market.placements");
    let placements = Stated::Items(vec![placed(world, dice, "2026-01-01")]);
    manifest.facts.insert(list, statement(placements, EvidenceLevel::Unstated));
    for (id, fact) in world.law.vocabulary.iter() {
        if id != list && dice.chance(percent) {
            let mut value = any_value(dice, fact);
            if let Stated::Items(items) = &mut value {
                items.iter_mut().for_each(|item| complete_item(dice, fact, item));
            }
            manifest.facts.insert(id, statement(value, EvidenceLevel::Unstated));
        }
    }
    manifest
}

/// Some facts are no design decision.
fn fix_some(dice: &mut Dice, world: &mut World) {
    for (_, fact) in &mut world.law.vocabulary.facts {
        if dice.chance(25) {
            fact.setting = Setting::Fixed;
            fact.fields.values_mut().for_each(|field| field.setting = Setting::Fixed);
        }
        fact.weight = 1 + dice.roll(3) as u32;
    }
}

fn check(world: &World, rules: &[RuleId], before: &Manifest, after: &Manifest, mended: &Mended) {
    let is_given_up = |rule: RuleId| {
        let duty = Duty { rule, market: 0 };
        mended.beyond.iter().flatten().any(|one| *one == duty)
            || mended.unclear.iter().any(|(one, _)| *one == duty)
    };
    for &rule in rules {
        if world.law.rule(rule).unwrap().modality != Modality::Must {
            continue;
        }
        let (was, is) = (verdict(world, rule, before), verdict(world, rule, after));
        if was == Verdict::Breached && is_given_up(rule) {
            continue;
        }
        assert_ne!(is, Verdict::Breached, "was {was:?}");
        assert!(is.is_definite() || !was.is_definite(), "{is:?}, was {was:?}");
    }
    for (id, fact) in world.law.vocabulary.iter() {
        if fact.setting == Setting::Fixed {
            assert_eq!(before.facts.get(&id), after.facts.get(&id), "{}", fact.path);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(25))]

    #[test]
    fn every_repair_mends_what_it_says(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut world = dice.world();
        let rules: Vec<RuleId> = (0..5).map(|_| dice.rule(&mut world, 1)).collect();
        fix_some(&mut dice, &mut world);
        let before = product(&mut dice, &world, 90);
        let mended = mended(&world, &before, 3);
        let first = mended.product(&before);
        check(&world, &rules, &before, &first, &mended);
        for group in &mended.groups {
            for way in &group.ways {
                assert!(!way.steps.is_empty() && way.steps.iter().all(|step| !step.mends.is_empty()));
                for duty in &group.duties {
                    let after = verdict(&world, duty.rule, &way.manifest);
                    assert!(after.is_definite() && after != Verdict::Breached);
                }
            }
        }
    }

    #[test]
    fn no_product_is_nearer_than_the_first_repair(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut world = World::new();
        let norms: Vec<_> = (0..3).map(|_| small_condition(&mut dice, &mut world, 2)).collect();
        let rules: Vec<RuleId> = norms.iter().map(|&norm| world.rule(must(norm))).collect();
        for fact in world.law.vocabulary.facts.values_mut() {
            fact.weight = 1 + dice.roll(3) as u32;
        }
        let all = completions(&world, Product::new(&world).manifest);
        let before = dice.pick(&all);
        let mended = mended(&world, &before, 1);
        assert_eq!(mended.unclear, []);
        for clash in &mended.beyond {
            let meets = |manifest: &Manifest| {
                clash.iter().all(|duty| verdict(&world, duty.rule, manifest) == Verdict::Met)
            };
            assert!(!all.iter().any(meets));
        }
        if !mended.beyond.is_empty() {
            return Ok(());
        }
        let meets = |manifest: &&Manifest| {
            rules.iter().all(|&rule| verdict(&world, rule, manifest) == Verdict::Met)
        };
        let least = all.iter().filter(meets).map(|after| distance(&world, &before, after)).min();
        let found: u64 = mended.groups.iter().map(|group| group.ways[0].cost).sum();
        assert_eq!(Some(found), least);
        assert!(mended.groups.iter().all(|group| group.ways[0].is_cheapest));
    }
}

/// Every product over the small facts.
fn completions(world: &World, blank: Manifest) -> Vec<Manifest> {
    let mut all = vec![blank];
    for (path, values) in small() {
        let values = match path {
            "tags" => (0..8).map(Value::Set).collect(),
            "size" => (0..4).map(Value::Number).collect(),
            _ => values,
        };
        let answers: Vec<Stated> =
            values.into_iter().map(Stated::Value).chain([Stated::Absent]).collect();
        all = all
            .iter()
            .flat_map(|manifest| {
                answers.iter().map(|answer| {
                    let mut full = manifest.clone();
                    let stated = statement(answer.clone(), EvidenceLevel::Unstated);
                    full.facts.insert(world.fact(path), stated);
                    full
                })
            })
            .collect();
    }
    all
}

/// The weights of all that differs: of sets member by member.
fn distance(world: &World, before: &Manifest, after: &Manifest) -> u64 {
    let facts = before.facts.keys().map(|fact| {
        let weight = u64::from(world.law.vocabulary.fact(*fact).unwrap().weight);
        let steps = match (&before.facts[fact].value, &after.facts[fact].value) {
            (one, other) if one == other => 0,
            (Stated::Value(Value::Set(one)), Stated::Value(Value::Set(other))) => {
                u64::from((one ^ other).count_ones())
            }
            (Stated::Value(Value::Set(one)), Stated::Absent) => 1 + u64::from(one.count_ones()),
            _ => 1,
        };
        weight * steps
    });
    facts.sum()
}
