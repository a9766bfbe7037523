//! The story of the United Kingdom's law of passwords, and of the labels that stand in for it.
//!
//! Schedule 1 forbids a password that is a bare identifier of the unit. Schedule 2 deems the duty
//! met where a product meets EN 303 645, which lets a secret identifier pass if a person finds it
//! hard to guess. Schedule 2A, in force from 4 December 2025, deems it met by a label of Japan.

use super::{SHIPPED, law};
use comity::CheckRequest;
use comity::jiff::civil::Date;
use comity::model::text::Language;
use comity::report::build::product_report;
use comity::report::json::RuleReport;

/// A camera in Great Britain, each unit with the number of its chip for a password.
const CHIP_NUMBER: &str = "{id: unit, component: device, scheme: unique_per_unit, \
     derivation: plain_id, source_public: false, applies_in: both}";
const SHARED: &str = "{id: all, component: device, scheme: shared, applies_in: both}";

const FIRST_DAY_OF_LABELS: &str = "2025-12-04";
const DAY_BEFORE: &str = "2025-12-03";

/// What a person found of the chip numbers, under EN 303 645, provision 5.1-2.
fn judged(met: bool) -> String {
    format!(
        "judgements: [{{rule: etsi.en303645.5.1-2, met: {met}, by: A. Assessor, on: \"2025-11-03\"}}]"
    )
}

/// A label of Japan's scheme, with its status and last day.
fn label(status: &str, expires: &str) -> String {
    format!(
        "certificates:\n  - {{id: label, scheme: jc_star, level: star_1, \
         spec: \"JST-CR-01-01-2024R1\", covers_this_model: true, issued: \"2025-06-01\", \
         status: {status}, expires: {expires}}}"
    )
}

/// What Schedule 1, paragraph 1 says of a camera with that password and what else is stated.
fn passwords(password: &str, stated: &str, on: &str) -> RuleReport {
    let text = format!(
        "comity: 1
product: {{kind: [camera], audience: [consumer]}}
net: {{internet_capable: true}}
market:
  previously_supplied: false
  placements:
    - {{territory: GB-GBN, first_placed: \"2025-06-01\", last_placed: absent,
       last_made_available: absent, to_consumers: true}}
auth:
  passwords: [{password}]
{stated}
"
    );
    let read = SHIPPED.read_manifest("camera.yaml", text.as_bytes());
    let manifest = read.unwrap_or_else(|faults| panic!("{} in:\n{text}", faults[0].kind));
    let request = CheckRequest::on(on.parse::<Date>().unwrap()).within(["uk"]);
    let markets = SHIPPED.check(&manifest, &request).unwrap();
    let report = product_report(law(), &manifest, &markets, Language::English);
    let rules = report.markets.into_iter().flat_map(|market| market.rules);
    rules.into_iter().find(|rule| rule.rule == "uk.psti.sch1.1").expect("the rule is shipped")
}

#[track_caller]
fn check(found: RuleReport, verdict: &str) {
    assert_eq!(found.verdict, verdict, "{found:#?}");
}

/// What the reasons of a kind say.
fn reasons<'r>(found: &'r RuleReport, because: &str) -> Vec<&'r str> {
    let of_kind = found.reasons.iter().filter(|reason| reason.because == because);
    of_kind.map(|reason| reason.text.as_str()).collect()
}

#[test]
fn chip_number_that_fails_both_routes_is_breached() {
    check(passwords(CHIP_NUMBER, &judged(false), DAY_BEFORE), "breached");
}

#[test]
fn chip_number_that_meets_the_standard_is_deemed_met_with_both_routes_told() {
    let found = passwords(CHIP_NUMBER, &judged(true), DAY_BEFORE);
    let (direct, deemed) = (reasons(&found, "obligation"), reasons(&found, "deemed"));
    assert!(direct.iter().any(|text| text.contains("plain_id")), "{found:#?}");
    assert!(deemed.iter().any(|text| text.contains("etsi.en303645.5.1-1")), "{found:#?}");
    assert!(deemed.iter().any(|text| text.contains("etsi.en303645.5.1-2")), "{found:#?}");
    let cited = found.reasons.iter().filter_map(|reason| reason.citation.as_deref());
    assert!(cited.into_iter().any(|clause| clause.contains("Schedule 2, paragraph 1(2)")));
    check(found, "deemed met");
}

#[test]
fn chip_number_that_nobody_judged_needs_judgement() {
    check(passwords(CHIP_NUMBER, "", DAY_BEFORE), "needs judgement");
}

#[test]
fn shared_password_meets_no_route() {
    check(passwords(SHARED, &judged(true), DAY_BEFORE), "breached");
}

#[test]
fn label_of_japan_stands_in_from_its_first_day() {
    let label = label("valid", "\"2027-06-01\"");
    check(passwords(SHARED, &label, DAY_BEFORE), "breached");
    check(passwords(SHARED, &label, FIRST_DAY_OF_LABELS), "deemed met");
}

#[test]
fn label_of_japan_stands_in_up_to_its_last_day() {
    let label = label("valid", "\"2027-06-01\"");
    check(passwords(SHARED, &label, "2027-06-01"), "deemed met");
    check(passwords(SHARED, &label, "2027-06-02"), "breached");
}

#[test]
fn label_of_japan_without_an_end_stands_in() {
    check(passwords(SHARED, &label("valid", "absent"), FIRST_DAY_OF_LABELS), "deemed met");
}

#[test]
fn label_of_japan_that_is_no_longer_valid_stands_in_for_nothing() {
    for status in ["expired", "revoked", "suspended"] {
        let label = label(status, "\"2027-06-01\"");
        check(passwords(SHARED, &label, FIRST_DAY_OF_LABELS), "breached");
    }
}
