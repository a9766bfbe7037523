//! What rules claim of each other, as `comity compare` tells it.

use super::{ends, folder, json, write};
use serde_json::Value;

const ON: [&str; 2] = ["--on", "2026-11-22"];

fn claims(sides: [&str; 2], more: &[&str]) -> Vec<Value> {
    let asked = ["compare", sides[0], sides[1], ON[0], ON[1], "--format", "json"];
    let found = json(&[&asked[..], more].concat(), 0);
    found["claims"].as_array().cloned().unwrap_or_default()
}

#[test]
fn claims_are_told_with_what_they_rest_on() {
    let page = |lang: &str| {
        let asked =
            ["compare", "eu.cra.annex1.1.1", "eu.red.art3.3.d", ON[0], ON[1], "--lang", lang];
        ends(&asked, 0).out
    };
    for (lang, words) in [
        ("en", "proved: from 2027-12-11 on the other binds no unit that is placed"),
        ("fr", "prouvé: à partir du 2027-12-11"),
        ("nl", "bewezen: vanaf 2027-12-11"),
    ] {
        assert!(page(lang).contains(words), "{}", page(lang));
    }
    let found = claims(["uk.ni.red.3.3.d", "eu.red.art3.3.d"], &[]);
    assert_eq!(found.len(), 1);
    let told =
        ["rule", "claim", "of", "verdict", "reason"].map(|key| found[0][key].as_str().unwrap());
    let expected = ["uk.ni.red.3.3.d", "adopts", "eu.red.art3.3.d", "proven", "none_against"];
    assert_eq!(told, expected);
    assert_eq!(found[0]["days"], serde_json::json!(["2026-11-22"]));
    // The sides may be named the other way round; who claims what stays the same.
    assert_eq!(claims(["eu.red", "uk.ni.red"], &[]), found);
    assert!(claims(["uk.gdpr.8", "eu.gdpr.art8.1"], &[]).is_empty());
}

#[test]
fn claim_that_does_not_hold_is_shown_with_a_product_and_is_an_error() {
    let draft = r#"ruleset my.rules edition 1.
  title en "My rules".
  source <https://example.org/my-rules> read 2026-11-22.
  issued as proposal by "My office".
  addressed to manufacturer.
  confidence unverified.
  uses vocabulary iot edition 1.
  uses ruleset eu.cra edition 2024-11-20 as cra.

rule 1:
  title en "A support period".
  citing "Article 1".
  must support.min_length is at least 3 years.
  tightens cra/art13.8.
"#;
    let path = write(&folder("claims"), "my.comity", draft);
    let found = claims(["my.rules", "eu.cra"], &["--rulesets", &path]);
    assert_eq!(
        (&found[0]["verdict"], &found[0]["reason"]),
        (&"refuted".into(), &"only_met".into())
    );
    assert!(found[0]["product"].as_str().unwrap().contains("support.min_length: "), "{found:?}");
    let linted = ends(&["lint", &path, ON[0], ON[1], "--level", "no_example=off"], 1).out;
    for words in ["comity::lint::false_claim", "tightens `eu.cra.art13.8`", "support.min_length: "]
    {
        assert!(linted.contains(words), "{words}\n{linted}");
    }
}
