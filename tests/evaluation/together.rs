//! All duties at once: how many were asked for, and how many some product meets.

use comity::analysis::problem::Limits;
use comity::jiff::civil::date;
use comity::model::text::Language;
use comity::report::conflicts::json::{TogetherReport, conflicts_report};
use comity::{LawRequest, Library};

const FACTS: &str = r#"
vocabulary demo edition 1.
  title en "Facts".
role maker title en "maker".
fact online:
  type yes or no.
  chosen.
  title en "Online".
  question en "Is it online?".
fact support:
  type duration.
  chosen.
  title en "Support".
  question en "How long is it supported?".
"#;
const PLACES: &str = r#"
jurisdictions edition 1.
jurisdiction NL:
  title en "Netherlands".
"#;

/// A law of NL with one rule.
fn law(id: &str, rule: &str) -> String {
    format!(
        r#"ruleset {id} edition 1.
  title en "A law".
  source <https://example.org/law> read 2026-11-22.
  issued as law by "Parliament".
  applies in NL.
  addressed to maker.
  confidence unverified.
  uses vocabulary demo edition 1.
rule 1:
  title en "A rule".
  citing "Article 1".
{rule}
"#
    )
}

/// What is told of laws with one rule each.
fn together(rules: &[&str]) -> TogetherReport {
    let laws = ["demo.one", "demo.two", "demo.three"].into_iter().zip(rules);
    let laws: Vec<String> = laws.map(|(id, rule)| law(id, rule)).collect();
    let texts = [FACTS, PLACES].into_iter().chain(laws.iter().map(String::as_str));
    let library = Library::from_texts(texts.map(|text| ("own", text))).unwrap();
    let request = LawRequest {
        on: date(2026, 11, 22),
        jurisdictions: vec!["NL".to_owned()],
        with: Vec::new(),
    };
    let asked = library.ask(&request).unwrap();
    let limits = Limits::default();
    let (found, all) = (asked.conflicts(&limits), asked.together(&limits));
    conflicts_report(&asked.ground, asked.duties.len(), &found, &all, Language::English).together
}

const LONG: &str = "  applies where online.\n  must support is at least 5 years.";
const SHORT: &str = "  applies where online.\n  must support is at most 2 years.";
const STATED: &str = "  must support is at least 1 day.";

#[test]
fn duties_that_clash_in_pairs_are_counted_among_all() {
    let told = together(&[LONG, SHORT, STATED]);
    assert_eq!((told.met, told.obligations), (1, 3), "{told:?}");
    // Pairs are told apart.
    assert_eq!((told.hopeless.len(), told.sets.len(), told.unclear.len()), (0, 0, 0), "{told:?}");
}

#[test]
fn duty_that_others_leave_no_product_is_not_blamed() {
    let [long, short] =
        ["at least 5", "at most 2"].map(|asked| format!("  must support is {asked} years."));
    let told = together(&[&long, &short, "  must online."]);
    assert_eq!((told.met, told.obligations), (0, 3), "{told:?}");
    // The pair is told apart; the third has no part in it.
    assert_eq!(told.sets, Vec::<Vec<String>>::new(), "{told:?}");
}

#[test]
fn duties_that_one_product_meets_are_all_met() {
    let told = together(&[LONG, STATED]);
    assert_eq!((told.met, told.obligations), (2, 2), "{told:?}");
}
