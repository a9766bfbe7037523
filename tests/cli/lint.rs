//! `comity lint`: what it shows, in which form, and how it ends.

use super::{ends, folder, json, write};
use serde_json::Value;

const DRAFT: &str = r#"ruleset my.rules edition 1.
  title en "My rules".
  source <https://example.org/my-rules> read 2026-11-22.
  issued as proposal by "My office".
  addressed to manufacturer.
  confidence unverified.
  uses vocabulary iot edition 1.

rule 1:
  title en "A support period".
  citing "Article 1".
  must support.min_length is at least 5 years.
  unless product.kind includes toy: instead must support.min_length is at least 2 years.
  unless product.kind includes camera: instead must support.min_length is at least 3 years.

rule 2:
  title en "A support period again".
  citing "Article 2".
  must support.min_length is at least 1 year.
"#;

/// The day by which dates have passed.
const ON: [&str; 2] = ["--on", "2026-11-22"];

#[test]
fn lint_frames_its_findings_and_exits_by_their_level() {
    let path = write(&folder("lint"), "my.comity", DRAFT);
    let lint = |more: &[&str], code| ends(&[&["lint", &path, ON[0], ON[1]], more].concat(), code);
    let errors = lint(&[], 1).out;
    for words in [
        "comity::lint::sibling_overlap",
        "two exceptions of `my.rules.1` meet in a product and say different things",
        "product.kind: {",
        "`my.rules.2` asks for nothing that `1` does not ask for",
        "proved for every product",
        "1 errors, 3 warnings, 0 allowed with a reason; 0 questions could not be told",
    ] {
        assert!(errors.contains(words), "{words}\n{errors}");
    }
    let warned = lint(&["--level", "sibling_overlap=warn,no_example=off"], 0).out;
    assert!(warned.contains("0 errors, 2 warnings"), "{warned}");
    assert!(lint(&["--level", "comity::lint::implied_rule=error"], 1).out.contains("2 errors"));
    let french = lint(&["--lang", "fr"], 1).out;
    assert!(french.contains("deux exceptions de `my.rules.1`"), "{french}");
    let dutch = lint(&["--lang", "nl"], 1).out;
    assert!(dutch.contains("twee uitzonderingen op `my.rules.1`"), "{dutch}");
}

#[test]
fn lint_takes_rulesets_by_name_and_refuses_what_is_none() {
    let page = ends(&["lint", "uk.pecr", ON[0], ON[1]], 0).out;
    assert!(page.starts_with("0 errors, 0 warnings"), "{page}");
    let unknown = ends(&["lint", "uk.pecrr"], 3).err;
    assert!(unknown.contains("did you mean `uk.pecr`?"), "{unknown}");
    let code = ends(&["lint", "--level", "implied_rul=off"], 3).err;
    assert!(code.contains("did you mean `implied_rule`?"), "{code}");
    ends(&["lint", "--level", "implied_rule=loud"], 3);
    let path = write(&folder("lint-broken"), "my.comity", &DRAFT.replace("must", "mast"));
    assert!(ends(&["lint", &path], 3).err.contains("comity::syntax::"));
}

#[test]
fn lint_as_data_keeps_to_its_schema_and_tells_the_reasons() {
    let allowed =
        DRAFT.to_owned() + "  allow implied_rule \"Article 2 repeats it for older products\".\n";
    let path = write(&folder("lint-data"), "my.comity", &allowed);
    let printed = ends(&["lint", &path, ON[0], ON[1], "--format", "json"], 1).out;
    let data: Value = serde_json::from_str(&printed).unwrap();
    let schema = json(&["schema", "lint"], 0);
    assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&data));
    assert_eq!(data["format"], "comity-lint/1");
    assert_eq!(data["allowed"][0]["code"], "comity::lint::implied_rule");
    assert_eq!(data["allowed"][0]["reason"], "Article 2 repeats it for older products");
    let findings = data["findings"].as_array().unwrap();
    let overlap =
        findings.iter().find(|one| one["code"] == "comity::lint::sibling_overlap").unwrap();
    assert_eq!(
        (&overlap["level"], &overlap["rule"], &overlap["place"]["line"]),
        (&"error".into(), &"1".into(), &14.into())
    );
    let facts = overlap["product"]["facts"].as_array().unwrap();
    assert_eq!(facts[0]["fact"], "product.kind");
    // The same question, the same bytes.
    assert_eq!(ends(&["lint", &path, ON[0], ON[1], "--format", "json"], 1).out, printed);
}
