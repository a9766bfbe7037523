//! `comity read`: rules, rulesets and drafts in plain words; what is none; data by its schema.

use super::{ends, folder, json, write};

const DRAFT: &str = r#"ruleset my.rules edition 1.
  title en "My rules".
  source <https://example.org/my-rules> read 2026-11-22.
  issued as proposal by "My office".
  addressed to manufacturer, importer.
  confidence unverified.
  uses vocabulary iot edition 1.

rule 1:
  title en "A support period".
  citing "Article 1".
  must support.min_length is at least 5 years.
  unless from 2027-01-01 where product.kind includes toy: instead must support.min_length is at least 2 years.

rule 2:
  title en "No radio".
  citing "Article 2".
  should not product.radio.
  overrides 1.
"#;

#[test]
fn draft_is_read_back_as_it_is_understood() {
    let path = write(&folder("read"), "my.comity", DRAFT);
    let english = ends(&["read", &path], 0).out;
    for words in [
        "My rules, edition 1",
        "Issued as a proposal by My office.",
        "The text is not law, and applies only where it is chosen.",
        "The manufacturer and the importer must ensure that \u{201c}Length of security updates\u{201d} is at least 5 years.",
        "From 1 January 2027, the duty is replaced by another where",
        "In that case, the manufacturer and the importer must instead ensure that",
        "should not allow that \u{201c}Contains a radio\u{201d} is true.",
        "Where its own duty stands, the rule lifts provision 1 (\u{201c}A support period\u{201d}).",
        "The rule gives way where the duty of provision 2 (\u{201c}No radio\u{201d}) stands.",
        "How it was read: UNVERIFIED",
        "What the words mean",
    ] {
        assert!(english.contains(words), "{words}\n{english}");
    }
    let french = ends(&["read", &path, "--lang", "fr"], 0).out;
    assert!(french.contains("Le fabricant et l’importateur doivent veiller à ce que"), "{french}");
    assert!(french.contains("À partir du 1er janvier 2027, l’obligation"), "{french}");
    let dutch = ends(&["read", &path, "--lang", "nl"], 0).out;
    assert!(dutch.contains("zouden niet moeten toelaten dat"), "{dutch}");
    assert!(dutch.contains("Vanaf 1 januari 2027 wordt de plicht door een andere vervangen"));
    let one = ends(&["read", "my.rules.2", "--rulesets", &path], 0).out;
    assert!(one.contains("No radio") && !one.contains("5 years"), "{one}");
}

#[test]
fn ruleset_is_read_as_its_frame_and_its_rules() {
    let page = ends(&["read", "etsi.en303645@2.1.1"], 0).out;
    assert!(page.starts_with("Cyber security for the consumer Internet of Things"), "{page}");
    assert!(page.contains("edition 2.1.1") && !page.contains("edition 3.1.3\n"), "{page}");
    assert!(page.contains("Issued as a standard by"), "{page}");
    let both = ends(&["read", "etsi.en303645.5.1-1"], 0).out;
    assert_eq!(both.matches("  etsi.en303645.5.1-1\n").count(), 2, "in both editions: {both}");
}

#[test]
fn reading_as_data_keeps_to_its_schema() {
    let schema = json(&["schema", "read"], 0);
    let validator = jsonschema::validator_for(&schema).unwrap();
    for name in ["uk.psti.sch1.1", "uk.psti"] {
        let mut report = json(&["read", name, "--format", "json", "--lang", "nl"], 0);
        assert!(validator.is_valid(&report), "{name}");
        assert_eq!(report["format"], "comity-reading/1");
        assert_eq!(report["texts"][0]["rules"][0]["id"], "uk.psti.sch1.1");
        let sentence = &mut report["texts"][0]["rules"][0]["sentences"][0];
        sentence.as_object_mut().unwrap().remove("text");
        assert!(!validator.is_valid(&report), "the schema asks for nothing");
    }
}

#[test]
fn name_of_nothing_is_answered_with_the_nearest() {
    let near = ends(&["read", "uk.psti.sch11"], 3).err;
    assert!(near.contains("did you mean `uk.psti.sch1.1`?"), "{near}");
    assert!(ends(&["read"], 3).err.contains("RULE|RULESET"));
}

#[test]
fn draft_is_printed_as_a_page() {
    let path = write(&folder("read-html"), "my.comity", DRAFT);
    for (what, words) in
        [(path.as_str(), "Reading: my.rules"), ("uk.psti.sch1.1", "uk.psti.sch1.1")]
    {
        let page = ends(&["read", what, "--html"], 0).out;
        assert!(page.starts_with("<!DOCTYPE html>\n") && page.contains(words), "{page}");
        assert!(page.contains("<pre translate=\"no\"><code>rule "), "{page}");
    }
    ends(&["read", "no.such.rule", "--html"], 3);
    ends(&["read", "uk.psti", "--html", "--format", "json"], 3);
}

#[test]
fn site_is_written_into_a_folder() {
    let out = folder("doc").join("site");
    let path = out.display().to_string();
    let printed = ends(&["doc", "--out", &path, "--lang", "nl"], 0).out;
    assert!(printed.contains("index.html"), "{printed}");
    let start = std::fs::read_to_string(out.join("index.html")).unwrap();
    assert!(start.contains("lang=\"nl\""), "{start}");
    for (_, to) in start.match_indices("href=\"").map(|(at, _)| start[at + 6..].split_at(0)) {
        let to = to.split(['"', '#']).next().unwrap();
        assert!(to.is_empty() || out.join(to).is_file(), "{to}");
    }
    ends(&["doc"], 3);
    let file = write(&folder("doc-file"), "taken", "");
    ends(&["doc", "--out", &file], 3);
}
