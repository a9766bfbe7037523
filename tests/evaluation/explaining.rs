//! Why a verdict was reached: deciding clauses, missing facts in order, values with their places.

use super::world::{
    Draft, NO, Product, World, YES, date, days, months, must, period, placing, words,
};
use comity::eval::assess::assess_row;
use comity::eval::coverage::Coverage;
use comity::eval::explain::{Cause, Explanation};
use comity::eval::trace::{Answer, Origin, Reason, Step};
use comity::eval::verdict::Verdict;
use comity::eval::walk::Walker;
use comity::model::condition::{Comparison, Node, Operand};
use comity::model::manifest::{EvidenceLevel, Stated};
use comity::model::rule::{ClauseRole, Modality, RuleId};
use comity::model::value::Value;
use comity::plan::reading::Threshold;
use comity::plan::truth::Truth;

fn explain_at(product: &Product<'_>, rule: RuleId, level: Option<EvidenceLevel>) -> Explanation {
    let row = product.row("2026-06-01");
    let assessment = assess_row(&product.world.law, row, &[rule], Threshold(level));
    assessment.rules.into_iter().next().unwrap()
}

fn explain(product: &Product<'_>, rule: RuleId) -> Explanation {
    explain_at(product, rule, None)
}

/// The facts asked for, as paths.
fn missing(world: &World, explanation: &Explanation) -> Vec<String> {
    explanation.missing_facts().map(|path| path.text(&world.law.vocabulary)).collect()
}

/// The roles of the clauses that decided, with the part each was decided for.
fn decided(world: &World, explanation: &Explanation) -> Vec<(ClauseRole, Option<usize>)> {
    let clauses = &world.law.rule(explanation.rule).unwrap().clauses;
    let role = |cause: &Cause| match cause {
        Cause::Clause { clause, part } => Some((clauses[*clause].role, *part)),
        _ => None,
    };
    explanation.causes.iter().filter_map(role).collect()
}

#[test]
fn missing_facts_are_those_that_matter_in_the_order_of_the_text() {
    let mut world = World::new();
    let (flag, other, kind) =
        (world.holds("flag"), world.holds("other_flag"), world.compare_kind("kind", 0));
    let (name, size) = (world.operand("name"), world.operand("size"));
    let (name, size) = (world.node(Node::Present(name)), world.node(Node::Present(size)));
    let either = world.or(&[kind, other]);
    let decided = world.and(&[size, flag]);
    let not = world.not(decided);
    let norm = world.and(&[either, not, name]);
    let rule = world.rule(must(norm));
    let asks = |product: Product<'_>| missing(&world, &explain(&product, rule));
    let product = || Product::new(&world);
    assert_eq!(asks(product()), ["kind", "other_flag", "size", "flag", "name"]);
    assert_eq!(asks(product().with("flag", NO)), ["kind", "other_flag", "name"]);
    assert_eq!(asks(product().with("flag", NO).with("other_flag", YES)), ["name"]);
    assert_eq!(
        asks(product().with("name", words("x")).with("kind", Value::Word(0))),
        ["size", "flag"]
    );
    assert!(asks(product().with("flag", YES).absent("name")).is_empty(), "breached");
}

#[test]
fn missing_fact_is_named_once_and_scope_comes_first() {
    let mut world = World::new();
    let (flag, other) = (world.holds("flag"), world.holds("other_flag"));
    let norm = world.and(&[flag, other]);
    let unless = world.compare_kind("kind", 1);
    let rule = world.rule(Draft { applies: vec![other], unless: vec![unless], ..must(norm) });
    let explanation = explain(&Product::new(&world), rule);
    assert_eq!(missing(&world, &explanation), ["other_flag", "flag", "kind"]);
}

#[test]
fn missing_field_names_its_item() {
    let mut world = World::new();
    let (kind, flag) = (world.compare_kind("items.kind", 0), world.holds("items.flag"));
    let rule = world.rule(Draft { every: Some("items"), filter: Some(kind), ..must(flag) });
    let kind = |kind| ("kind", Some(Value::Word(kind)));
    let product = Product::new(&world).list("items", &[&[kind(0)], &[kind(1)], &[]]);
    let explanation = explain(&product, rule);
    assert_eq!(missing(&world, &explanation), ["items[3].kind", "items[1].flag", "items[3].flag"]);
    assert_eq!(missing(&world, &explain(&Product::new(&world), rule)), ["items"]);
    let verdicts: Vec<_> = explanation.parts.iter().map(|part| part.verdict).collect();
    assert_eq!(verdicts, [Verdict::Undetermined, Verdict::NotApplicable, Verdict::Undetermined]);
}

#[test]
fn missing_placement_and_days_are_asked_for() {
    let mut world = World::new();
    let norm = world.holds("flag");
    let rule = world.rule(Draft { trigger: placing(Some("2026-01-01"), None), ..must(norm) });
    let asks = |product: &Product<'_>| missing(&world, &explain(product, rule));
    let product = || Product::new(&world).with("flag", YES);
    assert_eq!(asks(&product()), ["market.placements"]);
    let unknown = product().list("market.placements", &[&[]]);
    assert_eq!(asks(&unknown), ["market.placements[1].first_placed"]);
    let first =
        product().list("market.placements", &[&[("first_placed", Some(date("2025-01-01")))]]);
    assert_eq!(asks(&first), ["market.placements[1].last_placed"]);
    let explanation = explain(&first, rule);
    assert!(matches!(explanation.reasons.as_slice(), [Reason::PlacingUnknown(_)]));
    assert_eq!(explanation.causes, [Cause::Trigger]);
}

#[test]
fn weak_evidence_is_a_reason_with_both_levels() {
    let mut world = World::new();
    let norm = world.holds("flag");
    let rule = world.rule(must(norm));
    let product = Product::new(&world).with("flag", YES);
    let explanation = explain_at(&product, rule, Some(EvidenceLevel::LabTested));
    assert_eq!(missing(&world, &explanation), ["flag"]);
    let Some(Reason::EvidenceTooWeak { level, needed, .. }) = explanation.reasons.first() else {
        panic!("{:?}", explanation.reasons)
    };
    assert_eq!((*level, *needed), (EvidenceLevel::Declared, EvidenceLevel::LabTested));
}

#[test]
fn calendar_and_parameter_are_reasons_that_ask_for_nothing() {
    let mut world = World::new();
    let norm = world.compare("support", Comparison::AtLeast, Operand::Literal(days(366)));
    let calendar = world.rule(must(norm));
    let parameter = world.parameter(&[(months(1), Some("2027-01-01"), None)]);
    let clock = comity::model::condition::Clock::Check;
    let norm = world.compare("support", Comparison::AtLeast, Operand::Parameter(parameter, clock));
    let undated = world.rule(must(norm));
    let product = Product::new(&world).with("support", months(12));
    let of = |rule| explain(&product, rule);
    assert_eq!(of(calendar).reasons, [Reason::CalendarDecides]);
    assert_eq!(of(undated).reasons, [Reason::NoParameterValue(parameter)]);
    assert_eq!(
        (of(calendar).verdict, of(undated).verdict),
        (Verdict::Undetermined, Verdict::Undetermined)
    );
}

#[test]
fn disagreeing_judgements_need_judgement() {
    let mut world = World::new();
    let (id, norm) = world.judged(RuleId(0), "it is safe");
    let rule = world.rule(must(norm));
    let product = Product::new(&world).judged("test.0", None, true).judged("test.0", None, false);
    let explanation = explain(&product, rule);
    assert_eq!(explanation.reasons, [Reason::JudgementsDisagree(id)]);
    assert_eq!(explanation.verdict, Verdict::NeedsJudgement);
    assert_eq!(explanation.judgements().collect::<Vec<_>>(), [id]);
}

#[test]
fn exception_and_missing_scope_are_the_causes_of_not_applicable() {
    let mut world = World::new();
    let (norm, applies, except) =
        (world.holds("flag"), world.holds("other_flag"), world.compare_kind("kind", 0));
    let rule = world.rule(Draft { applies: vec![applies], except: vec![except], ..must(norm) });
    let product = || Product::new(&world);
    let excepted = explain(&product().with("other_flag", YES).with("kind", Value::Word(0)), rule);
    assert_eq!(decided(&world, &excepted), [(ClauseRole::Except, None)]);
    let outside = explain(&product().with("other_flag", NO), rule);
    assert_eq!(decided(&world, &outside), [(ClauseRole::Applies, None)]);
}

#[test]
fn list_or_filter_is_the_cause_of_no_item() {
    let mut world = World::new();
    let (filter, norm) = (world.holds("items.flag"), world.compare_kind("items.kind", 0));
    let rule = world.rule(Draft { every: Some("items"), filter: Some(filter), ..must(norm) });
    let none = explain(&Product::new(&world).absent("items"), rule);
    assert_eq!((none.verdict, none.causes), (Verdict::NotApplicable, vec![Cause::Items]));
    let product = Product::new(&world).list("items", &[&[("flag", Some(NO))]]);
    assert_eq!(decided(&world, &explain(&product, rule)), [(ClauseRole::Filter, Some(0))]);
}

#[test]
fn failing_norm_is_named_for_the_item_with_the_limb_that_failed() {
    let mut world = World::new();
    let (flag, kind) = (world.holds("items.flag"), world.compare_kind("items.kind", 1));
    let norm = world.and(&[flag, kind]);
    let rule = world.rule(Draft { every: Some("items"), ..must(norm) });
    let item = |flag, kind| [("flag", Some(flag)), ("kind", Some(Value::Word(kind)))];
    let product = Product::new(&world).list("items", &[&item(YES, 1), &item(YES, 0)]);
    let explanation = explain(&product, rule);
    assert_eq!(decided(&world, &explanation), [(ClauseRole::Norm, Some(1))]);
    let norm = &explanation.parts[1].clauses[0].trace;
    let values = norm.decisive_values();
    let origins: Vec<_> = values.iter().map(|found| &found.origin).collect();
    let [Origin::Fact(path), Origin::Literal] = origins.as_slice() else { panic!("{origins:?}") };
    assert_eq!(path.text(&world.law.vocabulary), "items[2].kind");
    assert_eq!(values[0].answer, Answer::Value(Value::Word(0)));
    assert_eq!(values[0].stated.unwrap().1, EvidenceLevel::Declared);
}

#[test]
fn both_routes_are_the_causes_of_deemed_met() {
    let mut world = World::new();
    let (norm, route, other) =
        (world.holds("flag"), world.holds("other_flag"), world.compare_kind("kind", 0));
    let deemed = vec![(other, period(None, None)), (route, period(None, None))];
    let rule = world.rule(Draft { deemed, ..must(norm) });
    let product = Product::new(&world).with("flag", NO).with("other_flag", YES);
    let explanation = explain(&product, rule);
    assert_eq!(explanation.verdict, Verdict::DeemedMet);
    let part = Some(0);
    let clause = |clause| Cause::Clause { clause, part };
    assert_eq!(explanation.causes, [clause(0), clause(2)]);
}

#[test]
fn lifting_clause_or_overriding_rule_is_the_cause_of_exempt() {
    let mut world = World::new();
    let (norm, unless) = (world.holds("flag"), world.holds("other_flag"));
    let rule = world.rule(Draft { unless: vec![unless], ..must(norm) });
    let product = Product::new(&world).with("other_flag", YES);
    assert_eq!(decided(&world, &explain(&product, rule)), [(ClauseRole::Unless, Some(0))]);

    let mut world = World::new();
    let (norm, special) = (world.holds("flag"), world.holds("other_flag"));
    let rule = world.rule(must(norm));
    let over = world.rule(Draft { applies: vec![special], overrides: vec![rule], ..must(norm) });
    // As resolved: the overridden rule stands where the overriding one does not.
    let stands = world.not(special);
    let meaning = &mut world.law.rules[0].meaning;
    meaning.standing = stands;
    let not = world.not(norm);
    let failing = world.and(&[stands, not]);
    let meaning = &mut world.law.rules[0].meaning;
    (meaning.failing, meaning.failing_directly, meaning.unmet) = (failing, failing, not);
    let product = Product::new(&world).with("other_flag", YES);
    let explanation = explain(&product, rule);
    assert_eq!(
        (explanation.verdict, explanation.causes),
        (Verdict::Exempt, vec![Cause::Rule(over)])
    );
    let open = explain(&Product::new(&world).with("flag", NO), rule);
    assert!(open.causes.contains(&Cause::Rule(over)));
    assert_eq!(missing(&world, &open), ["other_flag"]);
}

#[test]
fn norm_put_instead_is_the_one_that_decides() {
    let mut world = World::new();
    let (norm, unless, instead) =
        (world.holds("flag"), world.compare_kind("kind", 0), world.holds("other_flag"));
    let rule = world.rule(Draft { instead: vec![(unless, instead)], ..must(norm) });
    let product = |kind| {
        Product::new(&world).with("kind", Value::Word(kind)).with("flag", NO).with("other_flag", NO)
    };
    assert_eq!(decided(&world, &explain(&product(0), rule)), [(ClauseRole::Instead, Some(0))]);
    assert_eq!(decided(&world, &explain(&product(1), rule)), [(ClauseRole::Norm, Some(0))]);
}

#[test]
fn dates_are_the_causes_of_not_in_force() {
    let mut world = World::new();
    let norm = world.holds("flag");
    let past = world.rule(Draft { in_force: period(None, Some("2025-12-31")), ..must(norm) });
    let later = world.rule(Draft { trigger: placing(Some("2027-01-01"), None), ..must(norm) });
    let fields = [("first_placed", Some(date("2025-01-01")))];
    let product = Product::new(&world).list("market.placements", &[&fields]);
    assert_eq!(explain(&product, past).causes, [Cause::InForce]);
    assert_eq!(explain(&product, later).causes, [Cause::Trigger]);
}

#[test]
fn permission_asks_for_nothing_of_its_content() {
    let mut world = World::new();
    let (norm, applies) = (world.holds("flag"), world.holds("other_flag"));
    let rule = world.rule(Draft { modality: Modality::May, applies: vec![applies], ..must(norm) });
    assert_eq!(missing(&world, &explain(&Product::new(&world), rule)), ["other_flag"]);
}

#[test]
fn trace_tells_parts_items_and_places() {
    let mut world = World::new();
    let name = world.compare("parts.name", Comparison::Equal, Operand::Literal(words("a")));
    let some = world.some("parts", name);
    let none = world.not(some);
    let product = Product::new(&world).list("parts", &[&[("name", Some(words("b")))], &[]]);
    let row = product.row("2026-06-01");
    let trace = Walker::new(&world.law, row, Threshold(None)).trace(none, Default::default());
    assert_eq!(trace.truth, Truth::Unknown);
    let Step::Not(some) = &trace.step else { panic!("{trace:?}") };
    let Step::Some { list, items } = &some.step else { panic!("{some:?}") };
    assert_eq!((&list.answer, items.len()), (&Answer::Items(2), 2));
    assert_eq!((items[0].id.as_str(), items[0].trace.truth), ("1", Truth::False));
    let asked: Vec<_> = trace
        .decisive_reasons()
        .iter()
        .filter_map(Reason::fact)
        .map(|path| path.text(&world.law.vocabulary))
        .collect();
    assert_eq!(asked, ["parts[2].name"]);
}

#[test]
fn coverage_notes_what_held_failed_and_decided() {
    let mut world = World::new();
    let (norm, except, unless) =
        (world.holds("flag"), world.holds("other_flag"), world.compare_kind("kind", 0));
    let rule = world.rule(Draft { except: vec![except], unless: vec![unless], ..must(norm) });
    let mut coverage = Coverage::new(&world.law, &[rule]);
    let product = Product::new(&world).with("flag", NO).with("other_flag", NO).state(
        "kind",
        Stated::Value(Value::Word(1)),
        EvidenceLevel::Declared,
    );
    let walker = Walker::new(&world.law, product.row("2026-06-01"), Threshold(None));
    coverage.record(&walker, &explain(&product, rule));
    let (_, uses) = coverage.iter().next().unwrap();
    let seen: Vec<_> = uses.iter().map(|used| (used.held, used.failed, used.decided)).collect();
    assert_eq!(seen, [(false, true, false), (false, true, true), (false, true, false)]);
    assert_eq!(coverage.decided(), (1, 3));
}
