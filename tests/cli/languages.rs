//! `--lang`: answers in French and Dutch, frame and reasons included.

use super::{BREACH, ends, json};

/// The day of the checks.
const ON: [&str; 2] = ["--on", "2026-11-22"];

/// What only the English frame says.
const ENGLISH: [&str; 9] = [
    "checked on",
    "placed from",
    " edition ",
    "breached",
    "BREACHED",
    "COMPLIANT",
    "is not stated",
    "What is still to tell",
    "does not include",
];
/// Labels of lines in the English frame.
const LABELS: [&str; 8] =
    ["law", "tell", "judge", "remedy", "penalty", "because", "scope", "instead"];

fn check(place: &str, language: &str, code: i32) -> String {
    ends(&[&["check", BREACH, "--in", place, "--lang", language], &ON[..]].concat(), code).out
}

/// The English words of the frame that stand in a page.
fn english(page: &str) -> Vec<&str> {
    let labelled = |label: &&&str| {
        let lead = format!("    {label} ");
        page.lines().any(|line| line.starts_with(&lead))
    };
    let words = ENGLISH.iter().filter(|word| page.contains(**word));
    words.chain(LABELS.iter().filter(labelled)).copied().collect()
}

#[test]
fn check_is_framed_in_the_language_asked_for() {
    let page = check("ca", "en", 1);
    assert!(english(&page).len() > 10, "{:?}", english(&page));
    let told = [
        (
            "fr",
            ["vérifié le 2026-11-22", "mis sur le marché à partir du", "NON CONFORME", "remède"],
        ),
        ("nl", ["beoordeeld op 2026-11-22", "in de handel vanaf", "NIET CONFORM", "herstel"]),
    ];
    for (language, expected) in told {
        let page = check("ca", language, 1);
        for words in expected {
            assert!(page.contains(words), "{words}:\n{page}");
        }
        assert_eq!(english(&page), Vec::<&str>::new(), "{page}");
    }
}

#[test]
fn dates_compare_as_dates_in_every_language() {
    let told = [
        ("en", "no item of support.history has: on is after on and end is before end"),
        ("fr", "aucun élément de support.history n’a : on est après on et end est avant end"),
        ("nl", "geen onderdeel van support.history heeft: on is na on en end is vóór end"),
    ];
    for (language, expected) in told {
        let asked = ["check", BREACH, "--in", "uk", "--format", "json", "--lang", language];
        let report = json(&[&asked[..], &ON[..]].concat(), 2).to_string();
        assert!(report.contains(expected), "{expected}");
    }
}

#[test]
fn reasons_of_a_timeline_are_told_in_its_language() {
    let asked = ["timeline", BREACH, "--in", "uk", "--lang", "fr"];
    let page = ends(&[&asked[..], &ON[..]].concat(), 2).out;
    let decided = "le jour décide : support.published.on est au plus tard aujourd’hui";
    assert!(page.contains(decided) && page.contains("personne n’a jugé :"), "{page}");
}

#[test]
fn matrix_of_relations_speaks_the_language_asked_for() {
    let told = [
        ("en", "1 disjoint, 1 stricter"),
        ("fr", "1 incompatibles, 1 plus stricte"),
        ("nl", "1 onverenigbaar, 1 strenger"),
    ];
    for (language, expected) in told {
        let asked = ["compare", "nl.uavg", "uk.gdpr", "--lang", language];
        let page = ends(&[&asked[..], &ON[..]].concat(), 0).out;
        assert!(page.contains(expected), "{page}");
    }
}
