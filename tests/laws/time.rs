//! What time does to the shipped law: days that the sources name are the days that come out.

use super::{SHIPPED, examples, id_of, law};
use comity::analysis::problem::Limits;
use comity::analysis::relations::Relation;
use comity::analysis::shifts::Asked;
use comity::analysis::timeline::{Change, Timeline};
use comity::analysis::turns::{Clocks, Edge, TurnCause};
use comity::eval::verdict::{Outcome, Verdict};
use comity::jiff::civil::{Date, date};
use comity::model::manifest::Manifest;
use comity::model::rule::ClauseRole;
use comity::plan::row::Row;
use comity::{CheckRequest, Library};

fn example(name: &str) -> Manifest {
    examples().into_iter().find(|(own, _)| own == name).unwrap().1
}

fn timelines(manifest: &Manifest, place: &str, clocks: Clocks) -> Vec<Timeline> {
    let request = CheckRequest::on(date(2026, 11, 22)).within([place]);
    SHIPPED.timeline(manifest, &request, clocks).unwrap()
}

fn changes_on(timeline: &Timeline, day: Date) -> &[Change] {
    let stretch = timeline.on(day).unwrap();
    assert_eq!(stretch.from, Some(day), "nothing changes on {day}");
    &stretch.changes
}

fn change<'t>(changes: &'t [Change], rule: &str) -> &'t Change {
    let found = changes.iter().find(|change| id_of(change.now.rule) == rule);
    found.unwrap_or_else(|| panic!("{rule} does not change"))
}

/// Article 71(2) of the Cyber Resilience Act: reports from 11 September 2026, for units placed
/// before too; the rest for units placed from 11 December 2027 on.
#[test]
fn cyber_resilience_act_comes_in_two_steps() {
    let router = example("router.yaml");
    let [timeline] = &timelines(&router, "nl", Clocks::Checked)[..] else { panic!("one market") };
    let reports = change(changes_on(timeline, date(2026, 9, 11)), "eu.cra.art14.1");
    assert_eq!(reports.before, Verdict::NotInForce);
    assert_eq!(reports.causes, [TurnCause::InForce(Edge::Begins)]);
    let support = change(changes_on(timeline, date(2027, 12, 11)), "eu.cra.art13.8");
    assert_eq!((support.before, support.now.verdict), (Verdict::NotInForce, Verdict::Met));
    assert!(support.causes.contains(&TurnCause::Trigger(Edge::Begins)));
}

/// Commission Delegated Regulation (EU) 2022/30 gives way to the act on the day the act applies:
/// to units placed from then on, not to those that were placed before.
#[test]
fn radio_equipment_hands_over_to_the_cyber_resilience_act() {
    let router = example("router.yaml");
    let day = date(2027, 12, 11);
    let [then] = &timelines(&router, "nl", Clocks::PlacedThen)[..] else { panic!("one market") };
    let networks = change(changes_on(then, day), "eu.red.art3.3.d");
    assert_eq!((networks.before, networks.now.verdict), (Verdict::Met, Verdict::NotInForce));
    assert_eq!(networks.causes, [TurnCause::Trigger(Edge::Ended)]);
    let started = change(changes_on(then, date(2025, 8, 1)), "eu.red.art3.3.d");
    assert_eq!((started.before, started.now.verdict), (Verdict::NotInForce, Verdict::Met));
    let [stays] = &timelines(&router, "nl", Clocks::Checked)[..] else { panic!("one market") };
    let red = |change: &Change| id_of(change.now.rule) == "eu.red.art3.3.d";
    assert!(!changes_on(stays, day).iter().any(red), "units placed before stay bound");
}

/// S.I. 2025/1267: labels of Japan and Singapore count from 4 December 2025.
#[test]
fn labels_stand_in_for_the_requirements_from_their_day() {
    let uk = SHIPPED.law_timeline(&["uk".to_owned()], &[]).unwrap();
    let stretch = uk[0].stretches.iter().find(|own| own.from == Some(date(2025, 12, 4))).unwrap();
    let passwords = stretch.changed.iter().find(|own| id_of(own.rule) == "uk.psti.sch1.1").unwrap();
    let rule = law().rule(passwords.rule).unwrap();
    let [TurnCause::Clause(Some(clause), Edge::Begins)] = passwords.causes[..] else {
        panic!("{:?}", passwords.causes)
    };
    assert_eq!(rule.clauses[clause].role, ClauseRole::Deemed);
}

/// A product with a valid label and shared passwords fails until the label counts, and again
/// once the label has expired.
#[test]
fn label_helps_from_the_day_it_counts_to_the_day_it_expires() {
    let text = "comity: 1
product: {kind: [camera], audience: [consumer]}
net: {internet_capable: true}
market:
  previously_supplied: false
  reconditioned_by_maker: false
  placements:
    - {territory: GB-GBN, first_placed: \"2024-06-01\", last_placed: \"2024-06-01\",
       last_made_available: absent, to_consumers: true}
auth.passwords: [{id: admin, scheme: shared, applies_in: both, derivation: absent, component: device}]
certificates:
  - {scheme: jc_star, level: star_1, spec: \"JST-CR-01-01-2024R1\", covers_this_model: true,
     status: valid, expires: \"2026-08-31\"}
";
    let manifest = SHIPPED.read_manifest("camera.yaml", text.as_bytes()).unwrap();
    let [timeline] = &timelines(&manifest, "uk", Clocks::Checked)[..] else { panic!("one market") };
    let helped = change(changes_on(timeline, date(2025, 12, 4)), "uk.psti.sch1.1");
    assert_eq!((helped.before, helped.now.verdict), (Verdict::Breached, Verdict::DeemedMet));
    let expired = change(changes_on(timeline, date(2026, 9, 1)), "uk.psti.sch1.1");
    assert_eq!((expired.before, expired.now.verdict), (Verdict::DeemedMet, Verdict::Breached));
    assert!(matches!(expired.causes[..], [TurnCause::Compared(_)]), "{:?}", expired.causes);
}

/// A product that is compliant in the Netherlands today lapses on the day that its timeline says,
/// and the check agrees on both sides of it.
#[test]
fn lapse_is_the_day_on_which_checks_turn() {
    let router = example("router.yaml");
    let [timeline] = &timelines(&router, "nl", Clocks::Checked)[..] else { panic!("one market") };
    let lapse = timeline.lapse(date(2026, 11, 22)).unwrap().from.unwrap();
    let outcome = |on| {
        let request = CheckRequest::on(on).within(["nl"]);
        SHIPPED.check(&router, &request).unwrap()[0].outcome
    };
    assert_eq!(outcome(lapse.yesterday().unwrap()), Outcome::Compliant);
    assert_ne!(outcome(lapse), Outcome::Compliant);
}

/// Every stretch of every example says what a check says on its first and its last day.
#[test]
fn timelines_of_the_examples_say_what_checks_say() {
    for (name, manifest) in examples() {
        for timeline in
            ["uk", "nl"].iter().flat_map(|place| timelines(&manifest, place, Clocks::Checked))
        {
            let days = timeline.stretches.iter().flat_map(|own| [own.from, own.until]).flatten();
            for on in days.filter(|day| day.year() > 2023) {
                let row = Row { manifest: &manifest, market: timeline.market, on };
                let rules: Vec<_> =
                    timeline.stretches[0].verdicts.iter().map(|(rule, ..)| *rule).collect();
                let plan = comity::plan::order::Plan::new(law(), &rules);
                let matrix = super::judge(&plan, &[row], Default::default());
                let told = timeline.on(on).unwrap();
                assert_eq!(matrix.outcome(0), told.outcome, "{name} on {on}");
            }
        }
    }
}

/// A rule whose length grows with its parameter is as strict as a fixed one, then stricter; a
/// rule that has not begun relates to nothing.
#[test]
fn relations_change_on_the_days_on_which_a_rule_turns() {
    let text = |id: &str, body: &str| {
        format!(
            "ruleset demo.{id} edition 1.
  title en \"Demonstration\".
  source <https://example.org/rules> read 2026-11-22.
  issued as law by \"Office of Examples\".
  applies in NL.
  confidence unverified \"invented\".
  uses vocabulary iot edition 1.
{body}"
        )
    };
    let fixed = text(
        "fixed",
        "
rule 1:
  title en \"Two years\".
  citing \"Article 1\".
  addressed to manufacturer.
  in force from 2027-01-01.
  must support.min_length is at least 2 years.
",
    );
    let growing = text(
        "growing",
        "  parameter least: 2 years from 2025-01-01; 3 years from 2028-01-01, citing \"Article 2\".

rule 1:
  title en \"Years that grow\".
  citing \"Article 1\".
  addressed to manufacturer.
  must support.min_length is at least least.
",
    );
    let library = Library::load(&[("fixed", &fixed), ("growing", &growing)]).unwrap();
    let rule = |id: &str| library.law().find_rule(id).unwrap().0;
    let rules = [rule("demo.fixed.1"), rule("demo.growing.1")];
    let asked = Asked {
        law: library.law(),
        places: vec![library.law().jurisdictions.find("NL").unwrap()],
        rules: vec![rules.to_vec()],
        after: date(2026, 6, 1),
        until: date(2030, 1, 1),
        limits: Limits::default(),
    };
    let told: Vec<_> = asked
        .shifts()
        .into_iter()
        .map(|own| (own.day, own.before, own.after.map(|after| after.relation)))
        .collect();
    let equal = Some(Relation::Equal);
    let expected =
        [(date(2027, 1, 1), None, equal), (date(2028, 1, 1), equal, Some(Relation::Looser))];
    assert_eq!(told, expected);
}
