//! Rules, line by line of the reference's *Meaning*: which verdict follows from their clauses.

use super::world::{Draft, NO, Product, World, YES, date, must, period, placing};
use comity::eval::assess::assess_row;
use comity::eval::verdict::{Outcome, Verdict};
use comity::model::rule::{Modality, RuleId};
use comity::model::value::Value;
use comity::plan::reading::Threshold;

/// The verdict of a rule on a product, checked on 2026-06-01.
fn verdict(world: &World, rule: RuleId, product: &Product<'_>) -> Verdict {
    let row = product.row("2026-06-01");
    let assessment = assess_row(&world.law, row, &[rule], Threshold(None));
    assessment.rules[0].verdict
}

type Make<'m> = &'m dyn Fn(Product<'_>) -> Product<'_>;

fn check(world: &World, rule: RuleId, cases: &[(Make<'_>, Verdict)]) {
    for (index, (make, expected)) in cases.iter().enumerate() {
        let product = make(Product::new(world));
        assert_eq!(verdict(world, rule, &product), *expected, "case {index}");
    }
}

#[test]
fn text_or_trigger_outside_its_dates_is_not_in_force() {
    let mut world = World::new();
    let norm = world.holds("flag");
    let past = world.rule(Draft { in_force: period(None, Some("2025-12-31")), ..must(norm) });
    let later = world.rule(Draft { trigger: placing(Some("2026-01-01"), None), ..must(norm) });
    check(
        &world,
        past,
        &[(&|p| p, Verdict::NotInForce), (&|p| p.with("flag", NO), Verdict::NotInForce)],
    );
    let placed =
        |last| [("first_placed", Some(date("2025-01-01"))), ("last_placed", Some(date(last)))];
    let (old, new) = (placed("2025-12-31"), placed("2026-01-01"));
    check(
        &world,
        later,
        &[
            (&|p| p.with("flag", NO).list("market.placements", &[&old]), Verdict::NotInForce),
            (&|p| p.with("flag", NO).list("market.placements", &[&new]), Verdict::Breached),
            (&|p| p.with("flag", NO), Verdict::Undetermined),
        ],
    );
}

#[test]
fn out_of_scope_is_not_applicable() {
    let mut world = World::new();
    let (norm, applies, except) = (
        world.holds("flag"),
        world.holds("other_flag"),
        world.holds("market.placements.to_consumers"),
    );
    let rule = world.rule(Draft { applies: vec![applies], except: vec![except], ..must(norm) });
    check(
        &world,
        rule,
        &[
            (&|p| p.with("other_flag", NO), Verdict::NotApplicable),
            (
                &|p| p.list("market.placements", &[&[("to_consumers", Some(YES))]]),
                Verdict::NotApplicable,
            ),
            (&|p| p.with("other_flag", YES).with("flag", NO), Verdict::Undetermined),
            (
                &|p| {
                    p.with("other_flag", YES)
                        .with("flag", NO)
                        .list("market.placements", &[&[("to_consumers", Some(NO))]])
                },
                Verdict::Breached,
            ),
        ],
    );
}

#[test]
fn no_item_to_speak_of_is_not_applicable() {
    let mut world = World::new();
    let (filter, norm) = (world.holds("items.flag"), world.compare_kind("items.kind", 0));
    let rule = world.rule(Draft { every: Some("items"), filter: Some(filter), ..must(norm) });
    check(
        &world,
        rule,
        &[
            (&|p| p, Verdict::Undetermined),
            (&|p| p.absent("items"), Verdict::NotApplicable),
            (&|p| p.list("items", &[]), Verdict::NotApplicable),
            (&|p| p.list("items", &[&[("flag", Some(NO))]]), Verdict::NotApplicable),
            (&|p| p.list("items", &[&[]]), Verdict::Undetermined),
        ],
    );
}

#[test]
fn one_item_that_fails_breaches() {
    let mut world = World::new();
    let norm = world.holds("items.flag");
    let rule = world.rule(Draft { every: Some("items"), ..must(norm) });
    let (yes, no): (&[_], &[_]) = (&[("flag", Some(YES))], &[("flag", Some(NO))]);
    check(
        &world,
        rule,
        &[
            (&|p| p.list("items", &[yes, no, &[]]), Verdict::Breached),
            (&|p| p.list("items", &[yes, &[]]), Verdict::Undetermined),
            (&|p| p.list("items", &[yes, yes]), Verdict::Met),
        ],
    );
}

#[test]
fn recommendation_that_fails_is_not_followed() {
    let mut world = World::new();
    let norm = world.holds("flag");
    let rule = world.rule(Draft { modality: Modality::Should, ..must(norm) });
    check(
        &world,
        rule,
        &[
            (&|p| p.with("flag", NO), Verdict::NotFollowed),
            (&|p| p.with("flag", YES), Verdict::Met),
            (&|p| p, Verdict::Undetermined),
        ],
    );
}

#[test]
fn permission_is_permitted_where_it_applies() {
    let mut world = World::new();
    let (norm, applies, unless) =
        (world.holds("flag"), world.holds("other_flag"), world.compare_kind("kind", 0));
    let draft = Draft {
        modality: Modality::May,
        applies: vec![applies],
        unless: vec![unless],
        ..must(norm)
    };
    let rule = world.rule(draft);
    let kind = Value::Word;
    check(
        &world,
        rule,
        &[
            (&|p| p.with("other_flag", YES).with("kind", kind(1)), Verdict::Permitted),
            (
                &|p| p.with("other_flag", YES).with("kind", kind(1)).with("flag", NO),
                Verdict::Permitted,
            ),
            (&|p| p.with("other_flag", YES).with("kind", kind(0)), Verdict::Exempt),
            (&|p| p.with("other_flag", NO), Verdict::NotApplicable),
            (&|p| p.with("other_flag", YES), Verdict::Undetermined),
        ],
    );
}

#[test]
fn unless_lifts_item_by_item() {
    let mut world = World::new();
    let (norm, unless) = (world.holds("items.flag"), world.compare_kind("items.kind", 0));
    let rule = world.rule(Draft { every: Some("items"), unless: vec![unless], ..must(norm) });
    let kind = |kind: u8| ("kind", Some(Value::Word(kind)));
    let lifted: &[_] = &[kind(0), ("flag", Some(NO))];
    let met: &[_] = &[kind(1), ("flag", Some(YES))];
    let failed: &[_] = &[kind(1), ("flag", Some(NO))];
    check(
        &world,
        rule,
        &[
            (&|p| p.list("items", &[lifted, lifted]), Verdict::Exempt),
            (&|p| p.list("items", &[lifted, met]), Verdict::Met),
            (&|p| p.list("items", &[lifted, failed]), Verdict::Breached),
            (&|p| p.list("items", &[lifted, &[("flag", Some(NO))]]), Verdict::Undetermined),
        ],
    );
}

#[test]
fn unless_with_instead_replaces_the_norm() {
    let mut world = World::new();
    let (norm, unless, instead) =
        (world.holds("flag"), world.compare_kind("kind", 0), world.holds("other_flag"));
    let rule = world.rule(Draft { instead: vec![(unless, instead)], ..must(norm) });
    let kind = Value::Word;
    check(
        &world,
        rule,
        &[
            (&|p| p.with("kind", kind(0)).with("flag", NO).with("other_flag", YES), Verdict::Met),
            (
                &|p| p.with("kind", kind(0)).with("flag", YES).with("other_flag", NO),
                Verdict::Breached,
            ),
            (&|p| p.with("kind", kind(1)).with("flag", NO), Verdict::Breached),
            (&|p| p.with("flag", NO).with("other_flag", NO), Verdict::Breached),
            (&|p| p.with("flag", NO).with("other_flag", YES), Verdict::Undetermined),
        ],
    );
}

#[test]
fn deemed_route_meets_what_the_norm_does_not() {
    let mut world = World::new();
    let (norm, route) = (world.holds("flag"), world.holds("other_flag"));
    let from = period(Some("2026-06-01"), None);
    let dated = world.rule(Draft { deemed: vec![(route, from)], ..must(norm) });
    let later = period(Some("2026-06-02"), None);
    let not_yet = world.rule(Draft { deemed: vec![(route, later)], ..must(norm) });
    check(
        &world,
        dated,
        &[
            (&|p| p.with("flag", NO).with("other_flag", YES), Verdict::DeemedMet),
            (&|p| p.with("other_flag", YES), Verdict::DeemedMet),
            (&|p| p.with("flag", YES).with("other_flag", NO), Verdict::Met),
            (&|p| p.with("flag", NO).with("other_flag", NO), Verdict::Breached),
            (&|p| p.with("flag", NO), Verdict::Undetermined),
        ],
    );
    check(&world, not_yet, &[(&|p| p.with("flag", NO).with("other_flag", YES), Verdict::Breached)]);
}

#[test]
fn nothing_but_a_judgement_missing_needs_judgement() {
    let mut world = World::new();
    let flag = world.holds("flag");
    let (_, judged) = world.judged(RuleId(0), "it is safe");
    let both = world.and(&[flag, judged]);
    let rule = world.rule(must(both));
    check(
        &world,
        rule,
        &[
            (&|p| p, Verdict::Undetermined),
            (&|p| p.with("flag", YES), Verdict::NeedsJudgement),
            (&|p| p.with("flag", NO), Verdict::Breached),
            (&|p| p.with("flag", YES).judged("test.0", None, true), Verdict::Met),
            (&|p| p.with("flag", YES).judged("test.0", None, false), Verdict::Breached),
            (&|p| p.judged("test.0", None, true), Verdict::Undetermined),
        ],
    );
}

#[test]
fn outcome_follows_obligations_alone() {
    let mut world = World::new();
    let (flag, other) = (world.holds("flag"), world.holds("other_flag"));
    let must_rule = world.rule(must(flag));
    let should_rule = world.rule(Draft { modality: Modality::Should, ..must(other) });
    let outcome = |product: &Product<'_>| {
        let rules = [must_rule, should_rule];
        assess_row(&world.law, product.row("2026-06-01"), &rules, Threshold(None)).outcome
    };
    let product = || Product::new(&world);
    assert_eq!(outcome(&product().with("flag", NO)), Outcome::NonCompliant);
    assert_eq!(outcome(&product().with("flag", YES).with("other_flag", NO)), Outcome::Compliant);
    assert_eq!(outcome(&product().with("other_flag", YES)), Outcome::Undetermined);
}
