//! What is proved of the shipped law: the conflicts it has and those it has not, and who is
//! stricter. Each is defended in `rulesets/FINDINGS.md`.

use super::SHIPPED;
use comity::analysis::conflicts::{ClashKind, Conflicts};
use comity::analysis::problem::Limits;
use comity::analysis::relations::{Relation, relate, relate_sets};
use comity::jiff::civil::{Date, date};
use comity::{LawRequest, Library};

const TODAY: Date = date(2026, 11, 22);
const CRA: Date = date(2027, 12, 11);

fn conflicts(places: &[&str], with: &[&str], on: Date) -> (Conflicts, Vec<Vec<String>>) {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let request = LawRequest { on, jurisdictions: names(places), with: names(with) };
    let asked = SHIPPED.ask(&request).unwrap();
    let found = asked.conflicts(&Limits::default());
    let id = |duty: &comity::analysis::duties::Duty| {
        asked.ground.law.rule(duty.rule).unwrap().id.clone()
    };
    let ids = found.found.iter().map(|one| one.duties.iter().map(id).collect()).collect();
    (found, ids)
}

#[track_caller]
fn relation(one: &str, other: &str, on: Date) -> Relation {
    let (ground, [ones, others]) = SHIPPED.ask_sides([one, other], on).unwrap();
    assert_eq!((ones.len(), others.len()), (1, 1), "both are in force on {on}");
    relate(&ground, ones[0], others[0], &Limits::default()).relation
}

/// A draft of one rule, with the vocabulary of the shipped law.
fn draft(id: &str, norm: &str) -> String {
    format!(
        "ruleset {id} edition 1.\n  title en \"Draft\".\n  \
         source <https://example.org/{id}> read 2026-11-22.\n  issued as proposal by \"Us\".\n  \
         addressed to manufacturer.\n  confidence unverified.\n  uses vocabulary iot edition 1.\n\n\
         rule 1:\n  title en \"One\".\n  citing \"1\".\n  must {norm}.\n"
    )
}

#[test]
fn rules_that_share_a_list_alone_can_clash() {
    let (some, none) = (
        draft("my.some", "some c in comms.channels has c.encrypted"),
        draft("my.none", "comms.channels is empty"),
    );
    let library = Library::load(&[("some.comity", &some), ("none.comity", &none)]).unwrap();
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let with = names(&["my.some", "my.none"]);
    let request = LawRequest { on: TODAY, jurisdictions: names(&["nl"]), with };
    let found = library.ask(&request).unwrap().conflicts(&Limits::default());
    let drafts = found.found.iter().filter(|one| one.kind == ClashKind::Duties);
    assert_eq!(drafts.count(), 1, "{found:#?}");
}

#[test]
fn five_must_haves_of_the_forum_are_implied_by_the_british_code() {
    let (ground, [forum, code]) = SHIPPED.ask_sides(["wef.consensus", "uk.cop"], TODAY).unwrap();
    assert_eq!((forum.len(), code.len() > 13), (5, true));
    let whole = relate_sets(&ground, [&forum, &code], &Limits::default()).unwrap();
    assert_eq!(whole.relation, Relation::Looser);
    for must_have in &forum {
        let one = relate_sets(&ground, [&[*must_have], &code], &Limits::default()).unwrap();
        assert_eq!(one.relation, Relation::Looser, "{must_have:?}");
    }
}

#[test]
fn permission_of_the_united_kingdom_is_taken_away_in_the_netherlands() {
    let (found, ids) = conflicts(&["uk", "nl"], &[], TODAY);
    let expected = [["eu.gdpr.art8.1", "uk.gdpr.8.from13"], ["nl.uavg.art5.1", "uk.gdpr.8.from13"]];
    assert_eq!(ids, expected.map(|pair| pair.map(str::to_owned).to_vec()).to_vec());
    assert!(found.found.iter().all(|one| one.kind == ClashKind::Permission));
    assert!(found.found.iter().all(|one| one.ways.len() == 2 && one.escape.is_some()));
    assert_eq!(found.unclear, Vec::<Vec<_>>::new());
    // Once the Cyber Resilience Act applies, no other is found; of some pairs it is not told.
    let (found, same) = conflicts(&["uk", "nl"], &[], CRA);
    assert_eq!((same, found.unclear.len()), (ids, 10), "{:?}", found.unclear);
}

#[test]
fn forum_could_not_settle_how_long_data_may_be_kept() {
    let drafts = ["forum.expiry_business", "forum.expiry_civil_society"];
    let (_, ids) = conflicts(&["nl"], &drafts, TODAY);
    let clash = [
        "forum.expiry_business.keep-while-useful",
        "forum.expiry_civil_society.no-endless-keeping",
    ];
    assert!(ids.contains(&clash.map(str::to_owned).to_vec()), "{ids:?}");
    assert!(conflicts(&["nl"], &[], TODAY).1.is_empty());
}

#[test]
fn age_of_consent_is_highest_in_the_netherlands() {
    assert_eq!(relation("nl.uavg.art5.1", "uk.gdpr.8", TODAY), Relation::Stricter);
    assert_eq!(relation("nl.uavg.art5.1", "ca.qc.p39_1.4.1", TODAY), Relation::Stricter);
    // Quebec wants one year more, but not where the collection is clearly for the child's benefit.
    assert_eq!(relation("ca.qc.p39_1.4.1", "uk.gdpr.8", TODAY), Relation::Intersects);
}

#[test]
fn support_period_of_the_united_kingdom_is_never_that_of_the_european_union() {
    // The floor of five years is not in force before; then each asks something of its own.
    let (_, [uk, eu]) =
        SHIPPED.ask_sides(["uk.psti.sch1.3.2", "eu.cra.art13.8"], date(2027, 12, 10)).unwrap();
    assert_eq!((uk.len(), eu.len()), (1, 0));
    assert_eq!(relation("uk.psti.sch1.3.2", "eu.cra.art13.8", CRA), Relation::Intersects);
}

#[test]
fn passing_the_later_edition_on_debug_ports_is_not_passing_the_earlier_one() {
    let (ground, [two, three]) = SHIPPED
        .ask_sides(["etsi.en303645@2.1.1/5.6-4", "etsi.en303645@3.1.3/5.6-4A"], TODAY)
        .unwrap();
    let related = relate(&ground, two[0], three[0], &Limits { plain: true, ..Limits::default() });
    // Access control passes the later edition alone; a port that no hand reaches is outside the
    // earlier one, so passing that is passing the later one only where all ports can be reached.
    assert_eq!(related.relation, Relation::Intersects);
    let debug = |witness: &Option<comity::analysis::witness::Witness>| {
        let manifest = &witness.as_ref().unwrap().manifest;
        comity::report::manifest_yaml::manifest_yaml(&ground.law.vocabulary, manifest)
    };
    assert!(debug(&related.only_first).contains("protection: access_control"));
    assert!(debug(&related.only_second).contains("physical: false\n    protection: none"));
}
