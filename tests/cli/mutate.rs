//! What no example notices, as `comity test --mutate` tells it, and what it writes.

use super::{ends, folder, json, read, write};
use serde_json::Value;

/// Two rules and two products: the number and the exception could be written otherwise.
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
  except where product.kind includes vehicle.
  must support.min_length is at least 3 years.

rule 2:
  title en "Reports are welcome".
  citing "Article 2".
  must vdp.contacts is not empty.

example "a lock that is kept safe":
  given {product.kind: [lock], support.min_length: 5 years, vdp.contacts: []}.
  expect 1 met.

example "a lock that is forgotten":
  like "a lock that is kept safe".
  given {support.min_length: 1 year}.
  expect 1 breached.
"#;

fn draft(name: &str) -> String {
    write(&folder(name), "my.comity", DRAFT)
}

fn asked<'a>(path: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["test", path, "--mutate"], more].concat()
}

fn survivors(report: &Value) -> Vec<(u64, String, String)> {
    let own = report["rulesets"][0]["survivors"].as_array().unwrap();
    let word = |one: &Value, key: &str| one[key].as_str().unwrap_or("").to_owned();
    own.iter()
        .map(|one| (one["line"].as_u64().unwrap(), word(one, "was"), word(one, "by")))
        .collect()
}

#[test]
fn changes_that_no_example_notices_are_told() {
    let report = json(&asked(&draft("mutate-told"), &["--format", "json"]), 0);
    let found = survivors(&report);
    let has = |line: u64, was: &str| found.iter().any(|one| one.0 == line && one.1 == was);
    // What the exception says, how long three years are, and the whole of the second rule.
    assert!(has(12, "except where"), "{found:?}");
    assert!(has(13, "3 years"), "{found:?}");
    assert!(has(18, "must"), "{found:?}");
    // The examples do notice that rule 1 asks for anything at all, and for length.
    assert!(!has(13, "must"), "{found:?}");
    let score = &report["rulesets"][0]["score"];
    assert_eq!(score["noticed"].as_u64().unwrap() as usize + found.len(), score["changes"]);
    assert_eq!(report["all"]["changes"], score["changes"]);
}

#[test]
fn example_that_stands_is_told_to_expect_more_before_a_new_one_is_proposed() {
    let report = json(&asked(&draft("mutate-more"), &["--format", "json"]), 0);
    let proposals = report["rulesets"][0]["proposals"].as_array().unwrap();
    let standing: Vec<&Value> = proposals.iter().filter(|one| one["new"] == false).collect();
    assert!(
        standing.iter().any(|one| one["sentences"] == serde_json::json!(["expect 2 breached."])),
        "{proposals:#?}"
    );
    let vehicle = proposals.iter().find(|one| one.to_string().contains("vehicle")).unwrap();
    assert_eq!(
        vehicle["sentences"],
        serde_json::json!([
            "like \"a lock that is kept safe\".",
            "given {product.kind: [vehicle]}.",
            "expect 1 not applicable."
        ])
    );
    assert_eq!(vehicle["example"], "1: kind of product: motor vehicle");
}

#[test]
fn score_below_the_least_is_told_by_the_exit_code() {
    let path = draft("mutate-least");
    let page = ends(&asked(&path, &[]), 0).out;
    assert!(page.contains("no example notices `except where` left out"), "{page}");
    assert!(page.contains("add to \"a lock that is"), "{page}");
    ends(&asked(&path, &["--least-score", "100"]), 1);
    ends(&asked(&path, &["--least-score", "1"]), 0);
    let refused = ends(&["test", &path, "--least-score", "1"], 3).err;
    assert!(refused.contains("--mutate"), "{refused}");
    let refused = ends(&["test", "--mutate", "--write"], 3).err;
    assert!(refused.contains("PATH"), "{refused}");
}

#[test]
fn examples_that_are_written_come_out_are_canonical_and_notice_everything() {
    let path = draft("mutate-write");
    let wrote = ends(&asked(&path, &["--write"]), 0).err;
    assert!(wrote.contains("into") && wrote.contains("my.comity"), "{wrote}");
    ends(&["fmt", "--check", &path], 0);
    assert!(ends(&["test", &path], 0).out.contains(" 0 failed"));
    let report = json(&asked(&path, &["--format", "json", "--least-score", "100"]), 0);
    assert_eq!(survivors(&report), []);
    let written = read(&path);
    assert!(written.starts_with(DRAFT.split("\nexample").next().unwrap()), "{written}");
    // There is nothing left to write.
    ends(&asked(&path, &["--write"]), 0);
    assert_eq!(read(&path), written);
}

#[test]
fn text_without_examples_gets_its_first_ones() {
    let rules = DRAFT.split("\nexample").next().unwrap();
    let path = write(&folder("mutate-first"), "my.comity", rules);
    assert!(ends(&asked(&path, &["--least-score", "0"]), 0).out.contains("  0.0 %"));
    ends(&asked(&path, &["--write"]), 0);
    ends(&["fmt", "--check", &path], 0);
    let first = read(&path);
    assert!(first.contains("  given {product.kind: [vehicle]}.\n  expect 1 not applicable.\n"));
    ends(&asked(&path, &["--least-score", "100"]), 0);
}

#[test]
fn json_of_survivors_is_as_its_schema_says() {
    let validator = jsonschema::validator_for(&json(&["schema", "mutate"], 0)).unwrap();
    let mut report = json(&asked(&draft("mutate-schema"), &["--format", "json"]), 0);
    let faults: Vec<String> =
        validator.iter_errors(&report).map(|fault| fault.to_string()).collect();
    assert!(faults.is_empty(), "{faults:?}");
    report["rulesets"][0].as_object_mut().unwrap().remove("proposals");
    assert!(!validator.is_valid(&report), "the schema asks for nothing");
}

/// All of them are asked by `cargo xtask test`, with the program as people run it.
#[test]
fn shipped_examples_notice_what_the_rules_say() {
    for path in ["rulesets/uk/pecr.comity", "rulesets/ca/casl.comity", "rulesets/eu/gpsr.comity"] {
        ends(&asked(path, &["--least-score", "95"]), 0);
    }
}
