//! No day is missed on which a verdict changes: between two days that are found, every rule says
//! the same on every day, whether the day of the check moves alone or the placing with it.

use super::dice::Dice;
use super::world::{CLOCKS, Draft, EU, Product, World, date, day, months, span, statement};
use comity::analysis::timeline::{Asked, timeline};
use comity::analysis::turns::{Clocks, Turns};
use comity::eval::matrix::evaluate;
use comity::eval::verdict::Verdict;
use comity::model::condition::{Comparison, Node, NodeId, Operand, ParameterId};
use comity::model::manifest::{EvidenceLevel, Item, Manifest, Stated};
use comity::model::rule::RuleId;
use comity::model::value::Value;
use comity::plan::order::Plan;
use comity::plan::reading::Threshold;
use comity::plan::row::{Market, Placement, Row};
use jiff::ToSpan;
use jiff::civil::Date;
use proptest::prelude::{ProptestConfig, any, proptest};
use std::collections::BTreeSet;

const FIRST: Date = Date::constant(2022, 12, 1);
const LAST: Date = Date::constant(2030, 3, 1);

/// A comparison with the day of the check, or with a day of placing.
fn dated(dice: &mut Dice, world: &mut World) -> NodeId {
    let moving = dice.pick(&[
        Operand::Today,
        Operand::Today,
        world.operand("market.placements.first_placed"),
        world.operand("market.placements.last_placed"),
    ]);
    let others = [
        world.operand("start"),
        world.operand("end"),
        world.operand("items.end"),
        world.operand("market.placements.first_placed"),
        Operand::Parameter(ParameterId(2), dice.pick(&CLOCKS)),
        Operand::Literal(date("2026-01-31")),
    ];
    let (left, right) = (moving, dice.pick(&others));
    let (left, right) = (shifted(dice, world, left), shifted(dice, world, right));
    let comparison = dice.pick(&[
        Comparison::Equal,
        Comparison::AtLeast,
        Comparison::AtMost,
        Comparison::MoreThan,
        Comparison::LessThan,
    ]);
    world.node(Node::Compare { left, comparison, right })
}

fn shifted(dice: &mut Dice, world: &World, operand: Operand) -> Operand {
    let lengths = [
        Operand::Literal(months(1)),
        Operand::Literal(months(12)),
        Operand::Literal(super::world::days(30)),
        world.operand("support"),
        Operand::Parameter(ParameterId(1), dice.pick(&CLOCKS)),
    ];
    let length = Box::new(dice.pick(&lengths));
    match dice.roll(4) {
        0 => Operand::Plus(Box::new(operand), length),
        1 => Operand::Minus(Box::new(operand), length),
        _ => operand,
    }
}

/// Random rules, each with a comparison with the day among its clauses.
fn rules(dice: &mut Dice, world: &mut World) -> Vec<RuleId> {
    let mut rules: Vec<RuleId> = (0..2).map(|_| dice.rule(world, 1)).collect();
    for _ in 0..2 {
        let norm = dated(dice, world);
        let deemed = (dated(dice, world), dice.period());
        let trigger = dice.chance(50).then(|| dice.trigger());
        let every = Some("items");
        let draft =
            Draft { norm: Some(norm), deemed: vec![deemed], trigger, every, ..Draft::default() };
        rules.push(world.rule(draft));
    }
    rules
}

fn product(dice: &mut Dice, world: &World) -> Manifest {
    let mut manifest = dice.product(world, 85).manifest;
    // Without items, rules about items say nothing.
    let list = world.fact("items");
    let items = (0..2).map(|at| {
        let mut item = Item { id: format!("{at}"), fields: Default::default(), span: span() };
        let end = statement(
            Stated::Value(dice.value(&comity::model::vocabulary::Type::Date)),
            EvidenceLevel::Unstated,
        );
        item.fields.insert(world.field("items.end").index, end);
        item
    });
    manifest.facts.insert(list, statement(Stated::Items(items.collect()), EvidenceLevel::Unstated));
    manifest
}

fn every_day() -> Vec<Date> {
    FIRST.series(1.day()).take_while(|day| *day <= LAST).collect()
}

/// The same product with all its days of placing on that day; made apart from the library.
fn placed(world: &World, manifest: &Manifest, on: Date) -> Manifest {
    let mut manifest = manifest.clone();
    let list = world.fact("market.placements");
    let Stated::Items(items) = &mut manifest.facts.get_mut(&list).unwrap().value else {
        panic!("placements are stated")
    };
    for name in ["first_placed", "last_placed", "last_made_available"] {
        let field = world.field(&format!("market.placements.{name}"));
        let stated = statement(Stated::Value(Value::Date(on)), EvidenceLevel::Unstated);
        items[0].fields.insert(field.index, stated);
    }
    manifest
}

/// The verdicts of each rule on each day.
fn verdicts(world: &World, rules: &[RuleId], products: &[(Date, &Manifest)]) -> Vec<Vec<Verdict>> {
    let market = Market { jurisdiction: EU, placement: Some(Placement(0)) };
    let rows: Vec<Row<'_>> =
        products.iter().map(|&(on, manifest)| Row { manifest, market, on }).collect();
    let matrix = evaluate(&world.law, &Plan::new(&world.law, rules), &rows, Threshold(None));
    (0..rules.len())
        .map(|rule| (0..rows.len()).map(|row| matrix.get(rule, row).unwrap()).collect())
        .collect()
}

/// How often a verdict changes; every change is on a day that was found.
fn hold(world: &World, rules: &[RuleId], manifest: &Manifest, clocks: Clocks) -> usize {
    let market = Market { jurisdiction: EU, placement: Some(Placement(0)) };
    let days = every_day();
    let moved: Vec<Manifest> = match clocks {
        Clocks::Checked => Vec::new(),
        Clocks::PlacedThen => days.iter().map(|&day| placed(world, manifest, day)).collect(),
    };
    let products: Vec<(Date, &Manifest)> = match clocks {
        Clocks::Checked => days.iter().map(|&day| (day, manifest)).collect(),
        Clocks::PlacedThen => days.iter().copied().zip(&moved).collect(),
    };
    let verdicts = verdicts(world, rules, &products);
    let mut turns = Turns::of_product(&world.law, manifest, market, Threshold(None), clocks);
    let asked = Asked { threshold: Threshold(None), clocks };
    let told = timeline(&world.law, manifest, market, rules, asked);
    let mut changes = 0;
    for (index, &rule) in rules.iter().enumerate() {
        let found: BTreeSet<Date> = turns.of_rule(rule).iter().map(|turn| turn.day).collect();
        for (at, pair) in verdicts[index].windows(2).enumerate() {
            let day = days[at + 1];
            if pair[0] != pair[1] {
                changes += 1;
                assert!(found.contains(&day), "{rule:?} changes on {day}: {pair:?}; {found:?}");
            }
            let (_, _, told) = told.on(day).unwrap().verdicts[index];
            let told = if told == Verdict::NeedsJudgement { Verdict::Undetermined } else { told };
            assert_eq!(told, pair[1], "{rule:?} on {day}");
        }
    }
    changes
}

fn world_of(seed: u64) -> (Dice, World, Vec<RuleId>) {
    let mut dice = Dice(seed);
    let mut world = dice.world();
    let rules = rules(&mut dice, &mut world);
    (dice, world, rules)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_day_is_missed_on_which_a_verdict_changes(seed in any::<u64>()) {
        let (mut dice, world, rules) = world_of(seed);
        let manifest = product(&mut dice, &world);
        hold(&world, &rules, &manifest, Clocks::Checked);
    }

    #[test]
    fn no_day_is_missed_for_units_placed_on_each_day(seed in any::<u64>()) {
        let (mut dice, world, rules) = world_of(seed);
        let mut manifest = product(&mut dice, &world);
        let item = Item { id: "1".to_owned(), fields: Default::default(), span: span() };
        let stated = statement(Stated::Items(vec![item]), EvidenceLevel::Unstated);
        manifest.facts.insert(world.fact("market.placements"), stated);
        hold(&world, &rules, &manifest, Clocks::PlacedThen);
    }
}

/// The two properties above speak of something: verdicts do change with the day.
#[test]
fn verdicts_of_random_rules_change_with_the_day() {
    let changes: usize = (0..10)
        .map(|seed| {
            let (mut dice, world, rules) = world_of(seed);
            let manifest = product(&mut dice, &world);
            hold(&world, &rules, &manifest, Clocks::Checked)
        })
        .sum();
    assert!(changes > 10, "{changes} changes");
}

/// The day after the last is where a period ends, and a comparison turns where it is passed.
#[test]
fn ends_are_the_day_after_and_sums_follow_the_calendar() {
    let mut world = World::new();
    let left = Operand::Plus(Box::new(Operand::Today), Box::new(Operand::Literal(months(1))));
    let right = world.operand("end");
    let norm = world.node(Node::Compare { left, comparison: Comparison::Equal, right });
    let in_force = comity::model::period::Period { from: None, until: Some(day("2025-12-31")) };
    let rule = world.rule(Draft { norm: Some(norm), in_force, ..Draft::default() });
    let mut product = Product::new(&world).manifest;
    let end = statement(Stated::Value(date("2025-02-28")), EvidenceLevel::Unstated);
    product.facts.insert(world.fact("end"), end);
    let market = Market { jurisdiction: EU, placement: None };
    let mut turns =
        Turns::of_product(&world.law, &product, market, Threshold(None), Clocks::Checked);
    let days: Vec<Date> = turns.of_rule(rule).iter().map(|turn| turn.day).collect();
    // One month after 28, 29, 30 and 31 January is 28 February.
    assert_eq!(days, [day("2025-01-28"), day("2025-02-01"), day("2026-01-01")]);
}
