//! `Library::read_page`: one page that stands by itself.

use super::{HOSTILE, LANGUAGES, holds_no_tag_of_the_draft, library, links, sound};
use comity::model::text::Language;
use std::fs;
use std::path::Path;

#[test]
fn pages_of_rules_and_rulesets_are_sound() {
    let library = library(&[]);
    for name in ["uk.psti.sch1.1", "etsi.en303645.5.1-1", "uk.psti", "nl.tw"] {
        for language in LANGUAGES {
            let page = library.read_page(name, language).unwrap();
            let tree = sound(name, &page);
            for link in links(&tree) {
                let Some(place) = link.strip_prefix('#') else {
                    assert!(link.starts_with("https://"), "{name}: {link}");
                    continue;
                };
                let is_there = tree.descendants().any(|one| one.attribute("id") == Some(place));
                assert!(is_there, "{name}: nothing at #{place}");
            }
        }
    }
    assert!(library.read_page("no.such.rule", Language::English).is_err());
}

#[test]
fn what_a_draft_says_stays_text() {
    let library = library(&[("my.comity", HOSTILE)]);
    for name in ["my.rules", "my.rules.1"] {
        let page = library.read_page(name, Language::English).unwrap();
        let tree = sound(name, &page);
        holds_no_tag_of_the_draft(name, &tree);
        let text: String = tree.descendants().filter_map(|one| one.text()).collect();
        for words in
            ["A <b>support</b> period", "is <em>fair</em>", "five <i>years</i>", "<img src=x>"]
        {
            assert!(text.contains(words), "{name}: {words} is gone");
        }
    }
}

#[test]
fn a_rule_stands_beside_its_source_and_its_text() {
    let library = library(&[]);
    let page = library.read_page("uk.psti.sch1.1", Language::English).unwrap();
    for words in [
        "<a href=\"https://www.legislation.gov.uk/uksi/2023/1007/schedule/1/paragraph/1\"",
        "S.I. 2023/1007, Schedule 1, paragraph 1</a>",
        "the manufacturer must ensure that",
        "  for every p in auth.passwords where all of:\n",
        "and what a factory reset brings back is not regulated here.&quot;.</code>",
        "the password is not otherwise guessable",
        "the primary text of the clause was read",
        "password chosen by the user</th>",
        "scheme: user_defined",
    ] {
        assert!(page.contains(words), "{words}");
    }
    assert!(!page.contains("rule sch1.2"), "lines of another rule");
}

/// `COMITY_REWRITE=1 cargo test --test pages` writes the page; it was read before it was kept.
#[test]
fn one_page_is_as_it_was_read() {
    let page = library(&[]).read_page("ca.copyright.41.121", Language::English).unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages/ca.copyright.41.121.html");
    if std::env::var_os("COMITY_REWRITE").is_some() {
        fs::write(&path, &page).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(kept, page, "COMITY_REWRITE=1 rewrites it");
}
