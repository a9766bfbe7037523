//! The solver and the evaluator say the same: what the solver shows, the evaluator confirms, and
//! of what the solver refutes no product of thousands is an example.

use super::dice::Dice;
use super::world::{Draft, EU, Product, World, day, days, months, must, span, statement, version};
use comity::analysis::conflicts::{Clash, clash};
use comity::analysis::duties::Duty;
use comity::analysis::ground::{Ground, Product as Said};
use comity::analysis::problem::{Doubt, Limits, Outcome, Problem};
use comity::analysis::relations::{Relation, relate};
use comity::model::condition::{Binder, Comparison, Node, NodeId, Operand};
use comity::model::manifest::{EvidenceLevel, Item, Manifest, Stated};
use comity::model::value::Value;
use comity::model::vocabulary::{Fact, Type};
use comity::plan::reading::Threshold;
use comity::plan::row::{Market, Placement, Row};
use comity::plan::truth::Truth;
use proptest::prelude::{ProptestConfig, any, proptest};

const TRUTHS: [Truth; 3] = [Truth::False, Truth::Unknown, Truth::True];

/// What the solver found of a condition: for each truth, whether some product has it.
struct Judged {
    node: NodeId,
    can_be: [Option<bool>; 3],
}

fn judge(ground: Ground<'_>, nodes: &[NodeId]) -> Vec<Judged> {
    let judge = |&node: &NodeId| {
        let mut problem = Problem::new(ground.clone(), &[(node, 0)], &Limits::default());
        let can_be = TRUTHS.map(|truth| {
            let literal = problem.is((node, 0), truth);
            match problem.solve(&[literal]) {
                Outcome::Sat(witness) => {
                    // Replayed by the problem already; here by the other evaluator.
                    let row = Row {
                        manifest: &witness.manifest,
                        market: witness.markets[0],
                        on: witness.on,
                    };
                    let walker = comity::eval::walk::Walker::new(ground.law, row, Threshold(None));
                    assert_eq!(walker.trace(node, Default::default()).truth, truth);
                    Some(true)
                }
                Outcome::Unsat(_) => Some(false),
                Outcome::Unknown(Doubt::Coarse) => None,
                Outcome::Unknown(Doubt::Stopped) => panic!("the budget ran out"),
            }
        });
        Judged { node, can_be }
    };
    nodes.iter().map(judge).collect()
}

/// States of a product what is not stated yet, so that nothing is unknown.
pub(super) fn complete(dice: &mut Dice, world: &World, manifest: &mut Manifest) {
    for (id, fact) in world.law.vocabulary.iter() {
        if fact.path == "market.placements" && manifest.facts.contains_key(&id) {
            continue;
        }
        match manifest.facts.get_mut(&id) {
            None => {
                let value = any_value(dice, fact);
                manifest.facts.insert(id, statement(value, EvidenceLevel::Unstated));
            }
            Some(stated) => {
                if let Stated::Items(items) = &mut stated.value {
                    items.iter_mut().for_each(|item| complete_item(dice, fact, item));
                }
            }
        }
    }
}

pub(super) fn complete_item(dice: &mut Dice, list: &Fact, item: &mut Item) {
    for (index, field) in (0u32..).zip(list.fields.values()) {
        item.fields
            .entry(index)
            .or_insert_with(|| statement(any_value(dice, field), EvidenceLevel::Unstated));
    }
}

pub(super) fn any_value(dice: &mut Dice, fact: &Fact) -> Stated {
    match &fact.kind {
        _ if dice.chance(10) => Stated::Absent,
        Type::List => Stated::Items(
            (0..dice.roll(4))
                .map(|at| {
                    let id = (at + 1).to_string();
                    let mut item = Item { id, fields: Default::default(), span: span() };
                    complete_item(dice, fact, &mut item);
                    item
                })
                .collect(),
        ),
        // No manifest states a number below zero.
        kind => match dice.value(kind) {
            Value::Number(number) => Stated::Value(Value::Number(number.max(0))),
            value => Stated::Value(value),
        },
    }
}

/// Judges every norm that nobody has judged.
pub(super) fn judge_norms(dice: &mut Dice, product: Product<'_>) -> Manifest {
    let mut product = product;
    product.manifest.judgements.clear();
    for text in ["it is safe", "it is fair"] {
        product = product.judged("test.0", Some(text), dice.chance(50));
    }
    product.manifest
}

pub(super) fn placed(world: &World, dice: &mut Dice, on: &str) -> Item {
    let list = world.law.vocabulary.find("market.placements").unwrap().1;
    let mut item = Item { id: "1".to_owned(), fields: Default::default(), span: span() };
    let mut state = |name: &str, value: Stated| {
        let index = list.fields.get_index_of(name).unwrap() as u32;
        item.fields.insert(index, statement(value, EvidenceLevel::Unstated));
    };
    state("territory", Stated::Value(Value::Text("EU".to_owned())));
    state("first_placed", Stated::Value(Value::Date(day(on))));
    state("last_placed", Stated::Absent);
    state("last_made_available", Stated::Absent);
    let consumers = match dice.roll(3) {
        0 => Stated::Absent,
        other => Stated::Value(Value::YesNo(other == 1)),
    };
    state("to_consumers", consumers);
    item
}

/// No product may have a truth that the solver says none has.
fn refute(world: &World, judged: &[Judged], manifest: &Manifest, on: &str) {
    let market = Market { jurisdiction: EU, placement: Some(Placement(0)) };
    let row = Row { manifest, market, on: day(on) };
    for Judged { node, can_be } in judged {
        let truth = world.truth(*node, row, Threshold(None));
        let at = TRUTHS.iter().position(|one| *one == truth).unwrap();
        assert_ne!(
            can_be[at],
            Some(false),
            "{truth:?} of {:?}: {manifest:#?}",
            world.law.graph.get(*node)
        );
    }
}

/// Conditions of a world of that seed, against a hundred products.
fn check_refuted(seed: u64) {
    let mut dice = Dice(seed);
    let mut world = dice.world();
    let nodes: Vec<NodeId> = (0..6).map(|_| dice.condition(&mut world, 3)).collect();
    let on = dice.pick(&["2025-01-31", "2026-06-01", "2027-12-11"]);
    let judged = judge(Ground::any(&world.law, &[EU], day(on)), &nodes);
    let list = world.fact("market.placements");
    for _ in 0..100 {
        let product = judge_norms(&mut dice, Product::new(&world));
        let mut manifest = product;
        let item = placed(&world, &mut dice, on);
        let placements = statement(Stated::Items(vec![item]), EvidenceLevel::Unstated);
        manifest.facts.insert(list, placements);
        complete(&mut dice, &world, &mut manifest);
        refute(&world, &judged, &manifest, on);
    }
}

/// A day that is compared with the day of placing was only tried on days after it.
#[test]
fn day_before_the_placing_is_tried_too() {
    check_refuted(13_984_427_429_103_935_113);
}

/// A field that an item is compared in with another one of the same list had one value for both.
#[test]
fn items_of_one_list_may_differ_in_what_is_compared() {
    check_refuted(15_392_890_772_119_592_128);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn nothing_that_is_refuted_has_an_example(seed in any::<u64>()) {
        check_refuted(seed);
    }

    #[test]
    fn nothing_that_is_refuted_of_a_product_is_a_completion_of_it(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut world = dice.world();
        let nodes: Vec<NodeId> = (0..6).map(|_| dice.condition(&mut world, 3)).collect();
        let on = dice.pick(&["2025-01-31", "2026-06-01", "2027-12-11"]);
        let mut product = Product::new(&world);
        let list = world.fact("market.placements");
        let item = placed(&world, &mut dice, on);
        let placements = statement(Stated::Items(vec![item]), EvidenceLevel::Unstated);
        product.manifest.facts.insert(list, placements);
        for (id, fact) in world.law.vocabulary.iter() {
            if id != list && dice.chance(50) {
                let value = any_value(&mut dice, fact);
                product.manifest.facts.insert(id, statement(value, EvidenceLevel::Unstated));
            }
        }
        let market = Market { jurisdiction: EU, placement: Some(Placement(0)) };
        let said = Said::Stated(&product.manifest, Threshold(None));
        let judged = judge(Ground::new(&world.law, vec![market], day(on), said), &nodes);
        for _ in 0..100 {
            let mut manifest = judge_norms(&mut dice, Product::new(&world));
            manifest.facts = product.manifest.facts.clone();
            complete(&mut dice, &world, &mut manifest);
            refute(&world, &judged, &manifest, on);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(30))]

    #[test]
    fn relations_hold_of_every_product(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut world = dice.world();
        let draft = |dice: &mut Dice, world: &mut World| {
            let (norm, scope) = (dice.condition(world, 1), dice.condition(world, 1));
            world.rule(Draft { applies: vec![scope], ..must(norm) })
        };
        let [one, other] = [draft(&mut dice, &mut world), draft(&mut dice, &mut world)];
        let ground = Ground::any(&world.law, &[EU], day("2026-06-01"));
        let duty = |rule| Duty { rule, market: 0 };
        let found = relate(&ground, duty(one), duty(other), &Limits::default());
        let clash = clash(&ground, &[duty(one), duty(other)], &Limits::default());
        let list = world.fact("market.placements");
        for _ in 0..100 {
            let mut manifest = judge_norms(&mut dice, Product::new(&world));
            let item = placed(&world, &mut dice, "2026-06-01");
            let placements = statement(Stated::Items(vec![item]), EvidenceLevel::Unstated);
            manifest.facts.insert(list, placements);
            complete(&mut dice, &world, &mut manifest);
            let market = Market { jurisdiction: EU, placement: Some(Placement(0)) };
            let row = Row { manifest: &manifest, market, on: day("2026-06-01") };
            let truth = |node| world.truth(node, row, Threshold(None));
            let sides = [one, other].map(|rule| {
                let meaning = world.law.rule(rule).unwrap().meaning;
                let binds = truth(meaning.in_scope) == Truth::True && truth(meaning.standing) == Truth::True;
                (binds, truth(meaning.failing))
            });
            let [(true, first), (true, second)] = sides else { continue };
            let seen = match (first, second) {
                (Truth::True, Truth::False) => found.only_first.is_some(),
                (Truth::False, Truth::True) => found.only_second.is_some(),
                (Truth::False, Truth::False) => found.both_met.is_some(),
                _ => true,
            };
            let told = !matches!(found.relation, Relation::Unclear(_) | Relation::Unrelated);
            assert!(seen || !told, "{first:?} {second:?}: {:?}", found.relation);
        }
        // What clashes has a context, and what clashes in every context is met by nothing.
        if let Clash::Found(conflict) = clash && conflict.context.is_empty() {
            assert!(found.both_met.is_none());
        }
    }
}

/// A condition about every placement turns on those that are not all stated.
#[test]
fn placement_not_stated_is_told_either_way() {
    let mut world = World::new();
    let field = Operand::Field(Binder::Quantifier, world.field("market.placements.to_consumers"));
    let body = world.node(Node::Holds(field));
    let list = world.fact("market.placements");
    let some = world.node(Node::Some { binder: Binder::Quantifier, list, body });
    let here = world.holds("market.placements.to_consumers");
    let placements: [&[(&str, Option<Value>)]; 2] = [&[], &[("to_consumers", None)]];
    let product = Product::new(&world).list("market.placements", &placements);
    let told = Said::Stated(&product.manifest, Threshold(None));
    for placement in [0, 1] {
        let market = Market { jurisdiction: EU, placement: Some(Placement(placement)) };
        let ground = Ground::new(&world.law, vec![market], day("2026-06-01"), told);
        let judged = judge(ground, &[some, here]);
        assert_eq!(judged[0].can_be, [true, false, true].map(Some));
        assert_eq!(judged[1].can_be, [true, false, placement == 0].map(Some));
    }
}

/// A year and a day is at most 366 days, or it is not; and 2.0.1 is between 2 and 2.0.5.
#[test]
fn values_between_those_that_rules_mention_are_found() {
    let mut world = World::new();
    let literal = |value: Value| Operand::Literal(value);
    let at_most = world.compare("support", Comparison::AtMost, literal(days(366)));
    let a_year = world.compare("support", Comparison::AtMost, literal(months(12)));
    let longer = world.not(a_year);
    let longer_by_little = world.and(&[at_most, longer]);
    let after = world.compare("version", Comparison::MoreThan, literal(version("2")));
    let before = world.compare("version", Comparison::LessThan, literal(version("2.0.5")));
    let between = world.and(&[after, before]);
    let ground = Ground::any(&world.law, &[EU], day("2026-06-01"));
    let judged = judge(ground, &[at_most, longer_by_little, between]);
    assert_eq!(judged[0].can_be, [true; 3].map(Some));
    assert_eq!(judged[1].can_be, [true, true, false].map(Some));
    assert_eq!(judged[2].can_be, [true, false, true].map(Some));
}

/// Nearly everything is told; a doubt is the exception.
#[test]
fn most_conditions_are_told_either_way() {
    let mut dice = Dice(42);
    let (mut told, mut doubted) = (0, 0);
    for _ in 0..40 {
        let mut world = dice.world();
        let nodes: Vec<NodeId> = (0..10).map(|_| dice.condition(&mut world, 2)).collect();
        for judged in judge(Ground::any(&world.law, &[EU], day("2026-06-01")), &nodes) {
            told += judged.can_be.iter().flatten().count();
            doubted += judged.can_be.iter().filter(|truth| truth.is_none()).count();
        }
    }
    assert!(doubted * 20 < told, "{doubted} doubted, {told} told");
}
