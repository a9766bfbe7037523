//! Conditions, line by line of the reference's *Meaning*: three values, absent, durations, time.

use super::world::{
    NO, Product, World, YES, date, day, days, money, months, number, period, placing, texts,
    version, words,
};
use comity::model::condition::{Clock, Comparison, Node, NodeId, Operand, RuleState};
use comity::model::manifest::{EvidenceLevel, Stated};
use comity::model::rule::{Event, RuleId, Trigger};
use comity::model::value::{Duration, Value};
use comity::plan::reading::Threshold;
use comity::plan::truth::Truth::{self, False, True, Unknown};

use comity::model::condition::Comparison::{AtLeast, AtMost, Equal, LessThan, MoreThan};

fn literal(value: Value) -> Operand {
    Operand::Literal(value)
}

type Make<'m> = &'m dyn Fn(Product<'_>) -> Product<'_>;

/// Checks a condition of products, each made from an empty one.
fn check(world: &World, node: NodeId, cases: &[(Make<'_>, Truth)]) {
    for (index, (make, expected)) in cases.iter().enumerate() {
        let product = make(Product::new(world));
        assert_eq!(product.truth(node), *expected, "case {index}");
    }
}

/// Checks `fact comparison value` of a product that has exactly that fact.
fn check_compare(path: &str, stated: Value, cases: &[(Comparison, Value, Truth)]) {
    for (comparison, value, expected) in cases {
        let mut world = World::new();
        let node = world.compare(path, *comparison, literal(value.clone()));
        let product = Product::new(&world).with(path, stated.clone());
        assert_eq!(product.truth(node), *expected, "{stated:?} {comparison:?} {value:?}");
    }
}

#[test]
fn unstated_fact_is_unknown() {
    let mut world = World::new();
    let flag = world.holds("flag");
    let not = world.not(flag);
    check(
        &world,
        flag,
        &[(&|p| p, Unknown), (&|p| p.with("flag", YES), True), (&|p| p.with("flag", NO), False)],
    );
    check(
        &world,
        not,
        &[(&|p| p, Unknown), (&|p| p.with("flag", YES), False), (&|p| p.with("flag", NO), True)],
    );
}

#[test]
fn connectives_are_strong_kleene() {
    let mut world = World::new();
    let (a, b) = (world.holds("flag"), world.holds("other_flag"));
    let (and, or) = (world.and(&[a, b]), world.or(&[a, b]));
    check(&world, and, &[(&|p| p.with("flag", NO), False), (&|p| p.with("flag", YES), Unknown)]);
    check(&world, or, &[(&|p| p.with("flag", NO), Unknown), (&|p| p.with("flag", YES), True)]);
}

#[test]
fn some_is_kleene_any_over_a_known_list() {
    let mut world = World::new();
    let flag = world.holds("items.flag");
    let some = world.some("items", flag);
    check(
        &world,
        some,
        &[
            (&|p| p, Unknown),
            (&|p| p.absent("items"), False),
            (&|p| p.list("items", &[]), False),
            (&|p| p.list("items", &[&[("flag", Some(NO))]]), False),
            (&|p| p.list("items", &[&[("flag", Some(NO))], &[]]), Unknown),
            (&|p| p.list("items", &[&[("flag", Some(YES))], &[]]), True),
            (&|p| p.list("items", &[&[("flag", None)]]), False),
        ],
    );
}

#[test]
fn some_about_the_product_alone_needs_an_item() {
    let mut world = World::new();
    let flag = world.holds("flag");
    let some = world.some("items", flag);
    check(
        &world,
        some,
        &[
            (&|p| p.with("flag", YES), Unknown),
            (&|p| p.with("flag", YES).list("items", &[]), False),
            (&|p| p.with("flag", YES).list("items", &[&[]]), True),
            (&|p| p.list("items", &[&[]]), Unknown),
        ],
    );
}

#[test]
fn quantifier_inside_for_every_speaks_of_both_items() {
    let mut world = World::new();
    let (left, right) = (world.operand("items.name"), world.operand("parts.name"));
    let same = world.node(Node::Compare { left, comparison: Equal, right });
    let part = world.some("parts", same);
    let lonely = world.not(part);
    let some = world.some("items", lonely);
    let name = |name: &str| Some(words(name));
    let items: &[(&str, Option<Value>)] = &[("name", name("a"))];
    let others: &[(&str, Option<Value>)] = &[("name", name("b"))];
    check(
        &world,
        some,
        &[
            (&|p| p.list("items", &[items]), Unknown),
            (&|p| p.list("items", &[items]).list("parts", &[]), True),
            (&|p| p.list("items", &[items]).list("parts", &[others, items]), False),
            (&|p| p.list("items", &[items, others]).list("parts", &[items]), True),
            (&|p| p.list("items", &[items]).list("parts", &[others, &[]]), Unknown),
            (&|p| p.list("items", &[]), False),
        ],
    );
}

#[test]
fn absent_fact_compares_with_nothing() {
    for comparison in [Equal, AtLeast, AtMost, MoreThan, LessThan] {
        let mut world = World::new();
        let to_value = world.compare("support", comparison, literal(months(60)));
        let right = world.operand("lifetime");
        let to_fact = world.compare("support", comparison, right);
        let not = world.not(to_value);
        check(&world, to_value, &[(&|p| p.absent("support"), False)]);
        check(
            &world,
            to_fact,
            &[
                (&|p| p.absent("support"), False),
                (&|p| p.absent("lifetime"), False),
                (&|p| p.absent("lifetime").absent("support"), False),
                (&|p| p.with("lifetime", months(1)), Unknown),
            ],
        );
        check(&world, not, &[(&|p| p.absent("support"), True)]);
    }
}

#[test]
fn absent_yes_no_and_one_of_do_not_hold() {
    let mut world = World::new();
    let flag = world.holds("flag");
    let operand = world.operand("kind");
    let values = vec![Value::Word(0), Value::Word(2)];
    let within = world.node(Node::In { operand, values });
    check(&world, flag, &[(&|p| p.absent("flag"), False)]);
    check(
        &world,
        within,
        &[
            (&|p| p, Unknown),
            (&|p| p.absent("kind"), False),
            (&|p| p.with("kind", Value::Word(2)), True),
            (&|p| p.with("kind", Value::Word(1)), False),
        ],
    );
}

#[test]
fn absent_is_known_and_not_present() {
    let mut world = World::new();
    for path in ["flag", "kind", "tags", "size", "support", "end", "name", "langs", "items"] {
        let operand = world.operand(path);
        let present = world.node(Node::Present(operand));
        check(&world, present, &[(&|p| p, Unknown), (&|p| p.absent(path), False)]);
    }
    let operand = world.operand("size");
    let present = world.node(Node::Present(operand));
    check(&world, present, &[(&|p| p.with("size", number(0)), True)]);
    let operand = world.operand("items");
    let present = world.node(Node::Present(operand));
    check(&world, present, &[(&|p| p.list("items", &[]), True)]);
}

#[test]
fn absent_set_or_list_is_empty() {
    let mut world = World::new();
    for path in ["tags", "langs", "items"] {
        let operand = world.operand(path);
        let empty = world.node(Node::Empty(operand));
        check(&world, empty, &[(&|p| p, Unknown), (&|p| p.absent(path), True)]);
    }
    let empty = |world: &mut World, path: &str| {
        let operand = world.operand(path);
        world.node(Node::Empty(operand))
    };
    let (tags, langs, items) =
        (empty(&mut world, "tags"), empty(&mut world, "langs"), empty(&mut world, "items"));
    check(
        &world,
        tags,
        &[(&|p| p.with("tags", Value::Set(0)), True), (&|p| p.with("tags", Value::Set(2)), False)],
    );
    check(
        &world,
        langs,
        &[(&|p| p.with("langs", texts(&[])), True), (&|p| p.with("langs", texts(&["fr"])), False)],
    );
    check(
        &world,
        items,
        &[(&|p| p.list("items", &[]), True), (&|p| p.list("items", &[&[]]), False)],
    );
}

#[test]
fn sets_include_all_or_any() {
    let mut world = World::new();
    let mut includes = |path: &str, members: Value, all: bool| {
        let operand = world.operand(path);
        world.node(Node::Includes { operand, members, all })
    };
    let (all, any) =
        (includes("tags", Value::Set(0b101), true), includes("tags", Value::Set(0b101), false));
    let open_all = includes("langs", texts(&["en", "fr"]), true);
    let open_any = includes("langs", texts(&["en", "fr"]), false);
    check(
        &world,
        all,
        &[
            (&|p| p, Unknown),
            (&|p| p.absent("tags"), False),
            (&|p| p.with("tags", Value::Set(0b001)), False),
            (&|p| p.with("tags", Value::Set(0b111)), True),
        ],
    );
    check(
        &world,
        any,
        &[
            (&|p| p.absent("tags"), False),
            (&|p| p.with("tags", Value::Set(0b010)), False),
            (&|p| p.with("tags", Value::Set(0b110)), True),
        ],
    );
    check(
        &world,
        open_all,
        &[
            (&|p| p.absent("langs"), False),
            (&|p| p.with("langs", texts(&["en"])), False),
            (&|p| p.with("langs", texts(&["de", "en", "fr"])), True),
        ],
    );
    check(
        &world,
        open_any,
        &[
            (&|p| p.with("langs", texts(&["de"])), False),
            (&|p| p.with("langs", texts(&["fr"])), True),
        ],
    );
}

#[test]
fn months_compare_with_months_and_days_with_days() {
    check_compare(
        "support",
        months(60),
        &[
            (AtLeast, months(60), True),
            (Equal, months(60), True),
            (MoreThan, months(60), False),
            (AtLeast, months(61), False),
            (LessThan, months(61), True),
        ],
    );
    check_compare("support", days(30), &[(AtMost, days(30), True), (MoreThan, days(29), True)]);
}

#[test]
fn months_compare_with_days_by_the_bounds_of_the_calendar() {
    check_compare(
        "support",
        months(12),
        &[
            (AtLeast, days(365), True),
            (AtLeast, days(366), Unknown),
            (AtLeast, days(367), False),
            (Equal, days(365), Unknown),
            (Equal, days(364), False),
            (MoreThan, days(365), Unknown),
            (MoreThan, days(364), True),
            (LessThan, days(367), True),
            (AtMost, days(365), Unknown),
            (AtMost, days(366), True),
        ],
    );
    check_compare(
        "support",
        days(29),
        &[(AtLeast, months(1), Unknown), (LessThan, months(1), Unknown)],
    );
    check_compare("support", days(27), &[(LessThan, months(1), True), (Equal, months(1), False)]);
}

#[test]
fn values_of_other_types_compare() {
    check_compare(
        "version",
        version("1.10"),
        &[(MoreThan, version("1.9"), True), (Equal, version("1.10.0"), True)],
    );
    check_compare("name", words("a"), &[(Equal, words("a"), True), (Equal, words("b"), False)]);
    check_compare(
        "price",
        money(100, "EUR"),
        &[
            (AtMost, money(100, "EUR"), True),
            (LessThan, money(100, "EUR"), False),
            (Equal, money(100, "GBP"), Unknown),
        ],
    );
    check_compare(
        "kind",
        Value::Word(1),
        &[(Equal, Value::Word(1), True), (Equal, Value::Word(0), False)],
    );
    check_compare(
        "end",
        date("2024-02-29"),
        &[
            (LessThan, date("2024-03-01"), True),
            (MoreThan, date("2023-12-31"), True),
            (Equal, date("2024-02-29"), True),
        ],
    );
    check_compare("flag", YES, &[(Equal, YES, True), (Equal, NO, False)]);
}

#[test]
fn date_plus_months_is_the_same_day_or_the_last() {
    let plus = |start: &str, length: Value, end: &str| {
        let mut world = World::new();
        let (end_fact, start_fact) = (world.operand("end"), world.operand("start"));
        let right = Operand::Plus(Box::new(start_fact), Box::new(literal(length)));
        let node = world.node(Node::Compare { left: end_fact, comparison: Equal, right });
        Product::new(&world).with("start", date(start)).with("end", date(end)).truth(node)
    };
    assert_eq!(plus("2024-01-31", months(1), "2024-02-29"), True);
    assert_eq!(plus("2024-02-29", months(12), "2025-02-28"), True);
    assert_eq!(plus("2024-01-15", months(-1), "2023-12-15"), True);
    assert_eq!(plus("2024-02-28", days(2), "2024-03-01"), True);
    let hours = Value::Duration(Duration { months: 0, seconds: 3600 });
    assert_eq!(plus("2024-02-28", hours, "2024-02-28"), Unknown);
}

#[test]
fn sums_are_absent_where_a_side_is_absent() {
    let mut world = World::new();
    let (size, other) = (world.operand("size"), world.operand("other_size"));
    let sum = Operand::Minus(Box::new(size), Box::new(other));
    let node =
        world.node(Node::Compare { left: sum, comparison: AtLeast, right: literal(number(2)) });
    check(
        &world,
        node,
        &[
            (&|p| p.with("size", number(5)).with("other_size", number(3)), True),
            (&|p| p.with("size", number(5)).with("other_size", number(4)), False),
            (&|p| p.with("size", number(5)), Unknown),
            (&|p| p.absent("size"), False),
            (&|p| p.with("size", number(i64::MAX)).with("other_size", number(-1)), Unknown),
        ],
    );
}

#[test]
fn today_is_the_day_of_the_check() {
    let mut world = World::new();
    let node = world.compare("end", AtLeast, Operand::Today);
    check(
        &world,
        node,
        &[
            (&|p| p.with("end", date("2026-06-01")), True),
            (&|p| p.with("end", date("2026-05-31")), False),
        ],
    );
}

#[test]
fn weak_evidence_counts_as_unknown() {
    let mut world = World::new();
    let flag = world.holds("flag");
    let item = world.holds("items.flag");
    let some = world.some("items", item);
    let tested = EvidenceLevel::SelfTested;
    let product = Product::new(&world)
        .state("flag", Stated::Value(YES), EvidenceLevel::Declared)
        .list("items", &[&[("flag", Some(YES))]]);
    let truth = |node, level| world.truth(node, product.row("2026-06-01"), Threshold(Some(level)));
    assert_eq!((truth(flag, EvidenceLevel::Declared), truth(flag, tested)), (True, Unknown));
    // The field says nothing of its evidence, so that of the list counts.
    assert_eq!((truth(some, EvidenceLevel::Declared), truth(some, tested)), (True, Unknown));
}

#[test]
fn field_with_weaker_evidence_than_its_list_is_unknown() {
    let mut world = World::new();
    let flag = world.holds("items.flag");
    let some = world.some("items", flag);
    let mut product = Product::new(&world).list("items", &[&[("flag", Some(YES))]]);
    let list = product.manifest.facts.get_mut(&world.fact("items")).unwrap();
    list.level = EvidenceLevel::Certified;
    let truth = |product: &Product<'_>| {
        world.truth(some, product.row("2026-06-01"), Threshold(Some(EvidenceLevel::LabTested)))
    };
    assert_eq!(truth(&product), True);
    let list = product.manifest.facts.get_mut(&world.fact("items")).unwrap();
    if let Stated::Items(items) = &mut list.value {
        items[0].fields.values_mut().for_each(|field| field.level = EvidenceLevel::Declared);
    }
    assert_eq!(truth(&product), Unknown);
}

/// The truth of a trigger for a placement with those days, checked on 2026-06-01.
fn triggered(
    event: Event,
    fields: &[(&str, Option<Value>)],
    from: Option<&str>,
    until: Option<&str>,
) -> Truth {
    let mut world = World::new();
    let node = world.node(Node::Triggered(Trigger { event, period: period(from, until) }));
    Product::new(&world).list("market.placements", &[fields]).truth(node)
}

#[test]
fn units_are_placed_from_the_first_day_to_the_last() {
    let placed = |first: &str, last: &str, from, until| {
        let fields = [("first_placed", Some(date(first))), ("last_placed", Some(date(last)))];
        triggered(Event::Placing, &fields, from, until)
    };
    assert_eq!(placed("2025-01-01", "2025-12-31", Some("2025-12-31"), None), True);
    assert_eq!(placed("2025-01-01", "2025-12-31", Some("2026-01-01"), None), False);
    assert_eq!(placed("2025-01-01", "2025-12-31", None, Some("2025-01-01")), True);
    assert_eq!(placed("2025-01-01", "2025-12-31", None, Some("2024-12-31")), False);
}

#[test]
fn units_placed_after_the_check_do_not_count_but_the_first_day_does() {
    let placed = |first: &str, last: &str, from| {
        let fields = [("first_placed", Some(date(first))), ("last_placed", Some(date(last)))];
        triggered(Event::Placing, &fields, Some(from), None)
    };
    assert_eq!(placed("2025-01-01", "2027-12-31", "2026-06-01"), True);
    assert_eq!(placed("2025-01-01", "2027-12-31", "2026-06-02"), False);
    assert_eq!(placed("2027-01-01", "2027-12-31", "2027-01-01"), True);
    assert_eq!(placed("2027-01-01", "2027-12-31", "2027-01-02"), False);
}

#[test]
fn last_day_that_is_not_stated_is_unknown_only_where_it_decides() {
    let placed = |from| {
        triggered(Event::Placing, &[("first_placed", Some(date("2025-01-01")))], Some(from), None)
    };
    assert_eq!(placed("2024-12-31"), True);
    assert_eq!(placed("2026-06-01"), Unknown);
    assert_eq!(placed("2026-06-02"), False);
}

#[test]
fn absent_last_day_says_that_placing_goes_on() {
    let fields = [("first_placed", Some(date("2025-01-01"))), ("last_placed", None)];
    assert_eq!(triggered(Event::Placing, &fields, Some("2026-06-01"), None), True);
    assert_eq!(triggered(Event::Placing, &fields, Some("2026-06-02"), None), False);
}

#[test]
fn making_available_ends_on_its_own_last_day() {
    let fields = [
        ("first_placed", Some(date("2025-01-01"))),
        ("last_placed", Some(date("2025-02-01"))),
        ("last_made_available", Some(date("2026-01-01"))),
    ];
    assert_eq!(triggered(Event::MakingAvailable, &fields, Some("2026-01-01"), None), True);
    assert_eq!(triggered(Event::Placing, &fields, Some("2026-01-01"), None), False);
    // A last day of placing says nothing about supply.
    assert_eq!(triggered(Event::MakingAvailable, &fields[..2], Some("2026-01-01"), None), Unknown);
}

#[test]
fn trigger_without_a_first_day_or_a_placement_is_unknown() {
    let mut world = World::new();
    let trigger = placing(None, None).unwrap();
    let node = world.node(Node::Triggered(trigger));
    assert_eq!(triggered(Event::Placing, &[], None, None), Unknown);
    assert_eq!(triggered(Event::Placing, &[("first_placed", None)], None, None), False);
    assert_eq!(Product::new(&world).truth(node), Unknown);
}

#[test]
fn text_is_in_force_from_first_to_last_day() {
    let mut world = World::new();
    let node = world.node(Node::CheckedIn(period(Some("2026-01-01"), Some("2026-12-31"))));
    let product = Product::new(&world);
    let truth = |on| world.truth(node, product.row(on), Threshold(None));
    assert_eq!(truth("2025-12-31"), False);
    assert_eq!(truth("2026-01-01"), True);
    assert_eq!(truth("2026-12-31"), True);
    assert_eq!(truth("2027-01-01"), False);
}

/// Whether a size of 3 meets a parameter that is 2, from 2026 3, and from 2027 4.
fn meets_parameter(clock: Clock, fields: &[(&str, Option<Value>)], on: &str) -> Truth {
    let mut world = World::new();
    let parameter = world.parameter(&[
        (number(2), Some("2025-01-01"), Some("2025-12-31")),
        (number(3), Some("2026-01-01"), Some("2026-12-31")),
        (number(4), Some("2027-01-01"), None),
    ]);
    let node = world.compare("size", AtLeast, Operand::Parameter(parameter, clock));
    let product = Product::new(&world).with("size", number(3)).list("market.placements", &[fields]);
    world.truth(node, product.row(on), Threshold(None))
}

#[test]
fn parameter_of_the_check_has_the_value_of_the_day() {
    assert_eq!(meets_parameter(Clock::Check, &[], "2026-12-31"), True);
    assert_eq!(meets_parameter(Clock::Check, &[], "2027-01-01"), False);
    assert_eq!(meets_parameter(Clock::Check, &[], "2024-12-31"), Unknown);
}

#[test]
fn parameter_of_placing_has_the_value_of_the_latest_day_that_counts() {
    let first = ("first_placed", Some(date("2026-03-01")));
    let last = |day: &str| ("last_placed", Some(date(day)));
    let value = |fields: &[(&str, Option<Value>)], on| meets_parameter(Clock::Placing, fields, on);
    assert_eq!(value(&[first.clone(), last("2026-12-31")], "2027-06-01"), True);
    assert_eq!(value(&[first.clone(), last("2027-01-01")], "2027-06-01"), False);
    // Only days up to the check count.
    assert_eq!(value(&[first.clone(), last("2027-01-01")], "2026-06-01"), True);
    // The last day is not stated: it matters only if the value changes meanwhile.
    assert_eq!(value(std::slice::from_ref(&first), "2026-06-01"), True);
    assert_eq!(value(&[first], "2027-06-01"), Unknown);
    assert_eq!(value(&[], "2026-06-01"), Unknown);
}

#[test]
fn parameter_of_supply_follows_the_last_day_of_supply() {
    let fields = [
        ("first_placed", Some(date("2026-03-01"))),
        ("last_placed", Some(date("2026-04-01"))),
        ("last_made_available", Some(date("2027-02-01"))),
    ];
    assert_eq!(meets_parameter(Clock::Supply, &fields, "2027-06-01"), False);
    assert_eq!(meets_parameter(Clock::Placing, &fields, "2027-06-01"), True);
}

#[test]
fn parameter_without_dates_needs_no_day() {
    let mut world = World::new();
    let parameter = world.parameter(&[(number(2), None, None)]);
    let node = world.compare("size", AtLeast, Operand::Parameter(parameter, Clock::Placing));
    assert_eq!(Product::new(&world).with("size", number(2)).truth(node), True);
}

#[test]
fn placement_field_is_of_the_placement_under_check() {
    let mut world = World::new();
    let node = world.holds("market.placements.to_consumers");
    check(
        &world,
        node,
        &[
            (&|p| p, Unknown),
            (&|p| p.list("market.placements", &[&[]]), Unknown),
            (&|p| p.list("market.placements", &[&[("to_consumers", Some(YES))], &[]]), True),
            (&|p| p.list("market.placements", &[&[("to_consumers", Some(NO))]]), False),
        ],
    );
}

#[test]
fn judgement_is_that_of_the_rule_or_of_its_words() {
    let mut world = World::new();
    let norm = world.law.graph.constant(true);
    let rule = world.rule(super::world::must(norm));
    let (_, safe) = world.judged(rule, "it is safe");
    check(
        &world,
        safe,
        &[
            (&|p| p, Unknown),
            (&|p| p.judged("test.0", None, true), True),
            (&|p| p.judged("test.0", Some("it is safe"), false), False),
            (&|p| p.judged("test.0", Some("it is fair"), true), Unknown),
            (&|p| p.judged("other.0", None, true), Unknown),
            (
                &|p| p.judged("test.0", None, true).judged("test.0", Some("it is safe"), false),
                Unknown,
            ),
            (&|p| p.judged("test.0", None, true).judged("test.0", Some("it is safe"), true), True),
        ],
    );
}

#[test]
fn reference_says_what_its_condition_says() {
    let mut world = World::new();
    let node = world.holds("flag");
    let reference = world.node(Node::Rule { rule: RuleId(0), state: RuleState::Met, node });
    check(&world, reference, &[(&|p| p, Unknown), (&|p| p.with("flag", YES), True)]);
}

#[test]
fn constants_hold_or_not() {
    let mut world = World::new();
    let (yes, no) = (world.law.graph.constant(true), world.law.graph.constant(false));
    check(&world, yes, &[(&|p| p, True)]);
    check(&world, no, &[(&|p| p, False)]);
    assert_eq!(day("2026-06-01"), Product::new(&world).row("2026-06-01").on);
}
