//! One design for the United Kingdom, Canada and the Netherlands, by the shipped law.

use super::SHIPPED;
use comity::analysis::baseline::fewest::Need;
use comity::analysis::baseline::strictest::{Ranking, Strictness};
use comity::analysis::baseline::{Baseline, Question, Said};
use comity::analysis::burden::{Burden, falls_on_end_users};
use comity::eval::verdict::Outcome;
use comity::jiff::civil::{Date, date};
use comity::model::rule::{Modality, RuleId};
use comity::model::text::Language;
use comity::{CheckRequest, LawRequest};
use std::sync::LazyLock;

const TODAY: Date = date(2026, 11, 22);

/// The question and its answer, found once for all tests.
static ASKED: LazyLock<(Question<'static>, Baseline)> = LazyLock::new(|| {
    let question = SHIPPED.baseline(&request(&["uk", "ca", "nl"], &[]), None).unwrap();
    let baseline = question.answer();
    (question, baseline)
});

fn request(places: &[&str], with: &[&str]) -> LawRequest {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    LawRequest { on: TODAY, jurisdictions: names(places), with: names(with) }
}

fn ids(rules: &[RuleId]) -> Vec<&'static str> {
    rules.iter().map(|&rule| super::id_of(rule)).collect()
}

fn about(path: &str) -> &'static Strictness {
    let vocabulary = &super::law().vocabulary;
    let mut facts = ASKED.1.facts.iter();
    facts.find(|own| own.path.text(vocabulary) == path).expect("somebody asks something of it")
}

fn told(ranking: &Ranking) -> (Vec<&'static str>, Vec<&'static str>) {
    (ids(&ranking.strictest), ids(&ranking.looser))
}

#[test]
fn all_obligations_of_three_countries_pass_one_design() {
    let (question, baseline) = &*ASKED;
    assert!(baseline.is_most && baseline.unclear.is_empty() && baseline.clashes.is_empty());
    assert_eq!(baseline.said.len(), question.obligations.len());
    assert!(baseline.said.iter().all(|(_, said)| said.passes()));
    let met = baseline.said.iter().filter(|(_, said)| *said == Said::Met).count();
    assert!(met * 5 > baseline.said.len() * 4, "{met} of {}", baseline.said.len());
}

#[test]
fn printed_manifest_is_compliant_everywhere() {
    let (question, baseline) = &*ASKED;
    let report = SHIPPED.baseline_report(question, baseline, &Burden::default(), Language::English);
    let text = report.manifest.expect("it reads back as the same");
    let manifest = SHIPPED.read_manifest("baseline.yaml", text.as_bytes()).unwrap();
    let markets = SHIPPED.check(&manifest, &CheckRequest::on(TODAY).within(["uk", "ca", "nl"]));
    let markets = markets.unwrap();
    assert_eq!(markets.len(), 7);
    assert!(markets.iter().all(|market| market.outcome == Outcome::Compliant));
    // Above a decision stands who asks it.
    let asked = "# strictest: eu.gdpr.art8.1 (NL); looser: uk.gdpr.8 (GB)\n\
                 data.child.parental_consent_below: 16\n";
    assert!(text.contains(asked), "{text}");
}

#[test]
fn strictest_about_consent_of_children_is_the_union() {
    let own = about("data.child.parental_consent_below");
    assert_eq!(told(&own.now), (vec!["eu.gdpr.art8.1"], vec!["uk.gdpr.8"]));
    assert_eq!((own.since, own.next.is_none()), (Some(date(2018, 5, 25)), true));
}

#[test]
fn cyber_resilience_act_becomes_strictest_about_the_support_period() {
    let own = about("support.min_length");
    // Before it, only phones and tablets have a floor.
    assert_eq!(told(&own.now).0, ["eu.ecodesign.phone.updates.years"]);
    let (day, next) = own.next.as_ref().unwrap();
    assert_eq!(*day, date(2027, 12, 11));
    assert!(next.is_told && ids(&next.strictest).contains(&"eu.cra.art13.8"), "{next:?}");
    assert!(ids(&next.strictest).iter().all(|rule| !rule.starts_with("uk.")));
}

#[test]
fn few_rules_are_implied_and_every_other_one_is_needed() {
    let (question, baseline) = &*ASKED;
    let fewest = &baseline.fewest;
    assert_eq!(fewest.members.len() + fewest.implied.len(), question.obligations.len());
    assert!(fewest.members.iter().all(|(_, need)| *need != Need::Unclear));
    let implied = |rule: &str| {
        let mut all = fewest.implied.iter();
        all.find(|(own, _)| super::id_of(*own) == rule).map(|(_, by)| ids(by))
    };
    assert_eq!(implied("uk.gdpr.8"), Some(vec!["eu.gdpr.art8.1"]));
    assert_eq!(implied("eu.gdpr.art8.1"), None);
}

#[test]
fn no_place_and_no_goal_leaves_end_users_alone() {
    let burden = SHIPPED.burden(&ASKED.0, &[]).unwrap();
    assert!(burden.dumped.is_empty());
    let security = burden.goals.iter().find(|share| share.name.as_deref() == Some("security"));
    let must: Vec<usize> = security.unwrap().counts.iter().map(|count| count.must).collect();
    assert_eq!(must.len(), ASKED.0.ground.markets.len());
    assert!(must.iter().sum::<usize>() > 50, "{must:?}");
    // The same code finds rules that do.
    let law = super::law();
    let mut rule = law.rules.iter().find(|rule| rule.modality == Modality::Must).unwrap().clone();
    rule.addressees = vec!["user".to_owned()];
    assert!(falls_on_end_users([&rule]));
    rule.addressees.push("manufacturer".to_owned());
    assert!(!falls_on_end_users([&rule]));
    rule.addressees.clear();
    assert!(!falls_on_end_users([&rule]));
}
