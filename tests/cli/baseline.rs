//! `comity baseline`: the page, the manifest, the data, and how it ends.

use super::{ends, folder, json, write};

/// A small question, so that the answer comes soon.
const ALBERTA: [&str; 5] = ["baseline", "--in", "alberta", "--on", "2026-11-22"];

fn asked<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&ALBERTA[..], more].concat()
}

#[test]
fn baseline_is_told_in_every_language() {
    let told = [
        ("en", ["One design for CA-AB", "obligations bind this product", "Who is strictest"]),
        ("fr", ["Une conception pour CA-AB", "obligations lient ce produit", "le plus strict"]),
        ("nl", ["Eén ontwerp voor CA-AB", "verplichtingen binden dit product", "het strengst is"]),
    ];
    for (language, expected) in told {
        let page = ends(&asked(&["--lang", language]), 0).out;
        for words in expected {
            assert!(page.contains(words), "{words}: {page}");
        }
    }
}

#[test]
fn baseline_as_a_manifest_is_compliant_and_can_be_asked_about_again() {
    let manifest = ends(&asked(&["--format", "yaml"]), 0).out;
    assert!(manifest.contains("\ncomity: 1\n"), "{manifest}");
    let folder = folder("baseline");
    let file = write(&folder, "baseline.yaml", &manifest);
    ends(&["check", &file, "--in", "alberta", "--on", "2026-11-22"], 0);
    // Its circumstances give the same design.
    let again = ends(&asked(&[&file, "--format", "yaml"]), 0).out;
    ends(
        &["check", &write(&folder, "again.yaml", &again), "--in", "alberta", "--on", "2026-11-22"],
        0,
    );
}

#[test]
fn baseline_as_data_has_its_schema() {
    let answer = json(&asked(&["--format", "json"]), 0);
    let validator = jsonschema::validator_for(&json(&["schema", "baseline"], 0)).unwrap();
    let faults: Vec<String> =
        validator.iter_errors(&answer).map(|fault| fault.to_string()).collect();
    assert!(faults.is_empty(), "{faults:?}");
    assert!(answer["met"].as_u64().unwrap() > 0 && answer["proved_most"] == true);
    let mut less = answer.clone();
    less.as_object_mut().unwrap().remove("fewest");
    assert!(!validator.is_valid(&less), "the schema asks for nothing");
}

/// Two invented laws that no support period meets.
const CLASH: [(&str, &str); 2] = [("long", "at least 5 years"), ("short", "at most 2 years")];

#[test]
fn clash_is_told_and_left_to_end_users_is_found() {
    let folder = folder("baseline-clash");
    for (name, asked) in CLASH {
        let text = format!(
            "ruleset my.{name} edition 1.\n  title en \"{name}\".\n  \
             source <https://example.org/{name}> read 2026-11-22.\n  \
             issued as proposal by \"Somebody\".\n  addressed to user.\n  confidence unverified.\n  \
             uses vocabulary iot edition 1.\n\nrule 1:\n  title en \"A rule\".\n  \
             citing \"Article 1\".\n  serves affordability.\n  must support.min_length is {asked}.\n"
        );
        write(&folder, &format!("{name}.comity"), &text);
    }
    let rulesets = folder.display().to_string();
    // No law is shipped for this place, so the two stand alone.
    let place = ["baseline", "--in", "JP", "--on", "2026-11-22"];
    let more = ["--with", "my.long,my.short", "--rulesets", &rulesets];
    let page = ends(&[&place[..], &more[..]].concat(), 1).out;
    assert!(page.contains("No design meets my.short.1 (JP) [Article 1]"), "{page}");
    assert!(page.contains("my.short.1 cannot be had together with my.long.1"), "{page}");
    assert!(page.contains("All duties fall on end users: JP, affordability"), "{page}");
    // The best that can be had: the first of the two is met.
    assert!(page.contains("1 of 2 obligations bind this product"), "{page}");
}

#[test]
fn unknown_place_is_bad_input() {
    assert!(ends(&["baseline", "--in", "atlantis"], 3).err.contains("no jurisdiction"));
}
