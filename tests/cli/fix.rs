//! `comity fix`: what to change, as a page, as data, and as a manifest.

use super::{BREACH, GAPS, GOOD, ends, folder, json, read};
use std::fs;

#[test]
fn fix_tells_what_to_change_in_every_language() {
    let fix =
        |lang| ends(&["fix", BREACH, "--in", "ca", "--on", "2026-11-22", "--lang", lang], 0).out;
    let page = fix("en");
    for part in [
        "To do, Canada, Quebec",
        "(examples/doorbell.yaml:",
        "for ca.casl.8  Consent before anything is installed [section 8(1)] CA, CA-QC",
        "Or, instead of 1",
        "(updates.install_consent): none -> express",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(fix("fr").contains("À faire, Canada") && fix("nl").contains("Te doen, Canada"));
    let nothing = ends(&["fix", GOOD, "--in", "uk", "--on", "2026-11-22"], 0).out;
    assert!(nothing.contains("no obligation is breached"), "{nothing}");
    let beyond = ends(&["fix", GAPS, "--in", "nl", "--on", "2026-11-22"], 1).out;
    assert!(beyond.contains("No design change can mend"), "{beyond}");
    assert!(beyond.contains("no design decides: parties"), "{beyond}");
}

#[test]
fn fix_as_data_is_as_its_schema_says() {
    let schema = json(&["schema", "fix"], 0);
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (manifest, code) in [(BREACH, 0), (GAPS, 1), (GOOD, 0)] {
        let answer = json(&["fix", manifest, "--on", "2026-11-22", "--format", "json"], code);
        assert!(validator.is_valid(&answer), "{manifest}");
    }
}

#[test]
fn fixed_manifest_is_written_with_its_comments() {
    let folder = folder("fix");
    let path = folder.join("fixed.yaml").display().to_string();
    let on = ["--in", "ca", "--on", "2026-11-22"];
    ends(&[&["fix", BREACH, "--write", &path], &on[..]].concat(), 0);
    let fixed = fs::read_to_string(&path).unwrap();
    let comments = |text: &str| text.lines().filter(|line| line.starts_with('#')).count();
    assert_eq!(comments(&fixed), comments(&read(BREACH)));
    ends(&[&["check", &path], &on[..]].concat(), 2);
    assert!(ends(&[&["fix", &path], &on[..]].concat(), 0).out.contains("nothing to mend"));
    let printed = ends(&[&["fix", BREACH, "--write", "-"], &on[..]].concat(), 0).out;
    assert_eq!(printed, fixed);
}
