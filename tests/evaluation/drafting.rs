//! What is said of no product holds of none: of duties that never apply, cannot be met or breached,
//! or are implied, no product of thousands shows the contrary.

use super::dice::Dice;
use super::solving::{complete, judge_norms, placed};
use super::world::{EU, Product, World, day, statement};
use comity::analysis::lint::{Detail, Finding, Request, lint};
use comity::analysis::problem::Limits;
use comity::analysis::solver::Budget;
use comity::model::condition::NodeId;
use comity::model::drafting::DraftingFault;
use comity::model::manifest::{EvidenceLevel, Stated};
use comity::model::rule::RuleId;
use comity::model::value::Value;
use comity::plan::reading::Threshold;
use comity::plan::row::{Market, Placement, Row};
use comity::plan::truth::Truth;
use comity::source::SourceMap;
use proptest::prelude::{ProptestConfig, any, proptest};

const DAYS: [&str; 6] =
    ["2023-05-05", "2025-01-31", "2026-06-01", "2027-12-11", "2029-02-28", "2035-07-01"];
const FAULTS: [DraftingFault; 4] = [
    DraftingFault::NeverApplies,
    DraftingFault::NeverMet,
    DraftingFault::NeverBreached,
    DraftingFault::ImpliedRule,
];

/// A few rules, of which the last one repeats the first.
fn draft(dice: &mut Dice, world: &mut World) {
    let first = dice.rule(world, 1);
    for _ in 0..2 {
        dice.rule(world, 1);
    }
    let again = world.law.rule(first).unwrap().clone();
    world.law.rules.push(again);
}

fn findings(world: &World) -> Vec<Finding> {
    let request = Request {
        rulesets: world.law.iter_rulesets().map(|(id, _)| id).collect(),
        faults: FAULTS.into(),
        on: day("2026-06-01"),
        limits: Limits { items: 2, budget: Budget::of(500), ..Limits::default() },
    };
    lint(&world.law, &SourceMap::default(), &request).findings
}

/// The condition of a product that would show the finding to be wrong.
fn contrary(world: &mut World, finding: &Finding) -> NodeId {
    let breach = |world: &mut World, id: RuleId| {
        let meaning = world.law.rule(id).unwrap().meaning;
        let limbs = [meaning.in_force, meaning.triggered, meaning.in_scope, meaning.failing];
        world.law.graph.and(limbs)
    };
    let id = finding.rule.unwrap();
    let meaning = world.law.rule(id).unwrap().meaning;
    let limbs = [meaning.in_force, meaning.triggered, meaning.in_scope, meaning.standing];
    let applies = world.law.graph.and(limbs);
    match (finding.fault, &finding.detail) {
        (DraftingFault::NeverMet, _) => {
            let (met, holds) = (world.not(meaning.failing), world.not(meaning.unmet));
            let limbs = [meaning.in_force, meaning.triggered, meaning.in_scope, meaning.items];
            let bound = world.law.graph.and(limbs);
            let (somehow, itself) =
                (world.law.graph.and([applies, met]), world.law.graph.and([bound, holds]));
            world.law.graph.or([somehow, itself])
        }
        (DraftingFault::NeverBreached, _) => world.law.graph.and([applies, meaning.failing]),
        (DraftingFault::ImpliedRule, Detail::Rules(others)) => {
            let mut parts = vec![breach(world, id)];
            for &other in others {
                let other = breach(world, other);
                parts.push(world.not(other));
            }
            world.law.graph.and(parts)
        }
        _ => applies,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn what_no_product_shows_none_of_thousands_does(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut world = dice.world();
        draft(&mut dice, &mut world);
        let found = findings(&world);
        let contraries: Vec<NodeId> =
            found.iter().map(|finding| contrary(&mut world, finding)).collect();
        let list = world.fact("market.placements");
        let last_placed = world.law.vocabulary.find_field(list, "last_placed").unwrap().0.index;
        for _ in 0..60 {
            let mut manifest = judge_norms(&mut dice, Product::new(&world));
            let (first, on) = (dice.pick(&DAYS), day(dice.pick(&DAYS)));
            let mut item = placed(&world, &mut dice, first);
            if dice.chance(50) {
                let last = Stated::Value(Value::Date(day(dice.pick(&DAYS))));
                item.fields.insert(last_placed, statement(last, EvidenceLevel::Unstated));
            }
            let placements = statement(Stated::Items(vec![item]), EvidenceLevel::Unstated);
            manifest.facts.insert(list, placements);
            complete(&mut dice, &world, &mut manifest);
            let market = Market { jurisdiction: EU, placement: Some(Placement(0)) };
            let row = Row { manifest: &manifest, market, on };
            for (node, finding) in contraries.iter().zip(&found) {
                let truth = world.truth(*node, row, Threshold(None));
                assert_ne!(truth, Truth::True, "{finding:?}: {manifest:#?}");
            }
        }
    }
}

/// The property speaks of something: random rules do have such faults.
#[test]
fn random_rules_have_faults_to_speak_of() {
    let mut seen = std::collections::BTreeSet::new();
    for seed in 0..30 {
        let mut dice = Dice(seed);
        let mut world = dice.world();
        draft(&mut dice, &mut world);
        seen.extend(findings(&world).iter().map(|finding| finding.fault));
    }
    assert!(seen.contains(&DraftingFault::NeverApplies), "{seen:?}");
    assert!(seen.contains(&DraftingFault::ImpliedRule), "{seen:?}");
}
