//! `Library::pages`: a site whose every link leads somewhere and where every rule has an address.

use super::{HOSTILE, LANGUAGES, holds_no_tag_of_the_draft, library, links, sound};
use comity::model::text::Language;
use roxmltree::{Document, Node};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path};

/// The pages by path; a path twice is a fault.
fn by_path(pages: &[(String, String)]) -> BTreeMap<&str, &str> {
    let all: BTreeMap<&str, &str> =
        pages.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    assert_eq!(all.len(), pages.len(), "a path twice");
    let folded: BTreeSet<String> = all.keys().map(|path| path.to_lowercase()).collect();
    assert_eq!(folded.len(), all.len(), "two paths that some disks take for one");
    all
}

/// Where a link on a page leads: a path and a place there.
fn target(page: &str, link: &str) -> (String, Option<String>) {
    let (path, place) = match link.split_once('#') {
        Some((path, place)) => (path, Some(place.to_owned())),
        None => (link, None),
    };
    if path.is_empty() {
        return (page.to_owned(), place);
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in Path::new(path).components() {
        match part {
            Component::ParentDir => {
                assert!(parts.pop().is_some(), "{page}: {link} leaves the site")
            }
            Component::Normal(name) => parts.push(name.to_str().unwrap()),
            other => panic!("{page}: {link}: {other:?}"),
        }
    }
    (parts.join("/"), place)
}

/// Every page is sound and every link within the site leads to something.
fn whole(pages: &BTreeMap<&str, &str>) {
    let trees: BTreeMap<&str, Document<'_>> = pages
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, text)| (*path, sound(path, text)))
        .collect();
    let places = |tree: &Document<'_>| -> BTreeSet<String> {
        tree.descendants().filter_map(|one| one.attribute("id")).map(str::to_owned).collect()
    };
    let places: BTreeMap<&str, BTreeSet<String>> =
        trees.iter().map(|(path, tree)| (*path, places(tree))).collect();
    let mut reached: BTreeSet<String> = BTreeSet::from(["index.html".to_owned()]);
    for (page, tree) in &trees {
        for link in links(tree).iter().filter(|link| !link.starts_with("http")) {
            let (path, place) = target(page, link);
            assert!(pages.contains_key(path.as_str()), "{page}: {link} leads nowhere");
            if let Some(place) = place {
                let is_there = places.get(path.as_str()).is_some_and(|own| own.contains(&place));
                assert!(is_there, "{page}: nothing at {link}");
            }
            reached.insert(path);
        }
    }
    let lost: Vec<_> = pages.keys().filter(|path| !reached.contains(**path)).collect();
    assert!(lost.is_empty(), "nothing leads to {lost:?}");
}

#[test]
fn site_is_whole_and_every_rule_has_an_address() {
    let library = library(&[]);
    let law = library.law();
    for language in LANGUAGES {
        let made = library.pages(language, None);
        let pages = by_path(&made);
        whole(&pages);
        let mut sections = 0;
        for (path, text) in pages.iter().filter(|(path, _)| path.starts_with("rulesets/")) {
            let tree = sound(path, text);
            let rules = tree.descendants().filter(|one| one.attribute("class") == Some("rule"));
            sections += rules.filter(|one| one.attribute("id").is_some()).count();
        }
        assert_eq!(sections, law.rules.len());
        let index = sound("rules.html", pages["rules.html"]);
        let addresses: BTreeSet<String> =
            links(&index).into_iter().filter(|link| link.contains("#rule-")).collect();
        assert_eq!(addresses.len(), law.rules.len());
    }
    assert!(law.rules.len() > 700, "{}", law.rules.len());
}

#[test]
fn same_input_gives_the_same_bytes() {
    let pages = || library(&[]).pages(Language::English, None);
    assert!(pages() == pages(), "two sites of the same law differ");
}

#[test]
fn pictures_are_well_formed() {
    let made = library(&[]).pages(Language::English, None);
    let pictures: Vec<_> = made.iter().filter(|(path, _)| path.ends_with(".svg")).collect();
    assert!(pictures.len() > 20, "{} pictures", pictures.len());
    for (path, text) in pictures {
        Document::parse(text).unwrap_or_else(|fault| panic!("{path}: {fault}"));
    }
}

#[test]
fn what_a_draft_says_stays_text_on_all_pages() {
    let made = library(&[("my.comity", HOSTILE)]).pages(Language::English, None);
    let pages = by_path(&made);
    whole(&pages);
    assert!(pages.contains_key("rulesets/my.rules-1.html"));
    for (path, text) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        holds_no_tag_of_the_draft(path, &sound(path, text));
    }
}

#[test]
fn editions_are_told_apart() {
    let made = library(&[]).pages(Language::English, None);
    let pages = by_path(&made);
    let change = pages["changes/etsi.en303645-2.1.1_etsi.en303645-3.1.3.html"];
    let after = |heading: &str| {
        let (_, rest) = change.split_once(&format!("<h2>{heading}</h2>")).unwrap();
        rest.split_once("<h2>").map_or(rest, |(own, _)| own).to_owned()
    };
    let library = library(&[]);
    let numbers = |edition: &str| -> BTreeSet<String> {
        let all = library.law().rules.iter();
        let of = |id| {
            library
                .law()
                .ruleset(id)
                .is_some_and(|own| own.id == "etsi.en303645" && own.edition == edition)
        };
        all.filter(|rule| of(rule.ruleset)).map(|rule| rule.number.clone()).collect()
    };
    let (old, new) = (numbers("2.1.1"), numbers("3.1.3"));
    let listed = |text: &str| text.matches("<li><a href=").count();
    assert_eq!(listed(&after("New rules")), new.difference(&old).count());
    assert_eq!(listed(&after("Rules that are gone")), old.difference(&new).count());
    let changed = after("Rules that read differently").matches("<article").count();
    let same = listed(&after("Rules that read the same"));
    assert_eq!(changed + same, old.intersection(&new).count());
    assert!(!new.is_subset(&old) && changed > 0, "two editions that do not differ");
}

/// WCAG 2.2, 1.4.3: text has a contrast of at least 4.5 to 1.
#[test]
fn colours_have_contrast() {
    let made = library(&[]).pages(Language::English, None);
    let pages = by_path(&made);
    let (light, dark) = pages["style.css"].split_once("prefers-color-scheme: dark").unwrap();
    for look in [light, dark] {
        for text in ["text", "quiet", "link", "open"] {
            for ground in ["page", "card", "sunken", "open-wash"] {
                let (one, other) = (luminance(look, text), luminance(look, ground));
                let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
                assert!(contrast >= 4.5, "--{text} on --{ground}: {contrast:.2}");
            }
        }
    }
}

/// The relative luminance of a colour of the look, as WCAG defines it.
#[expect(clippy::float_arithmetic, reason = "WCAG defines contrast so")]
fn luminance(look: &str, name: &str) -> f64 {
    let (_, rest) = look.split_once(&format!("--{name}: #")).unwrap();
    let part = |at: usize| {
        let share = f64::from(u8::from_str_radix(&rest[at..at + 2], 16).unwrap()) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

/// What is told as proved is what the prover says of the same day, pair by pair, both ways round.
#[test]
fn proved_relations_stand_with_both_rules() {
    let library = library(&[]);
    let made = library.pages(Language::English, Some("2026-11-22".parse().unwrap()));
    let pages = by_path(&made);
    whole(&pages);
    let told = |page: &str, place: &str| -> BTreeSet<String> {
        let tree = sound(page, pages[page]);
        let rule = tree.descendants().find(|one| one.attribute("id") == Some(place)).unwrap();
        let rows = rule.descendants().filter(|one| one.has_tag_name("tr"));
        let words = |row: Node<'_, '_>| -> String {
            row.descendants()
                .filter_map(|one| one.text())
                .map(str::trim)
                .collect::<Vec<_>>()
                .join("|")
        };
        rows.map(words).filter(|row| row.contains("proved for a unit placed on")).collect()
    };
    let ireland = told("rulesets/uk.ni.red-2025-12-16.html", "rule-3.3.d");
    let union = told("rulesets/eu.red-2025-08-01.html", "rule-art3.3.d");
    let holds = |rows: &BTreeSet<String>, words: &str, other: &str| {
        rows.iter().any(|row| row.contains(words) && row.contains(other))
    };
    assert!(holds(&ireland, "asks the same as", "eu.red.art3.3.d"), "{ireland:?}");
    assert!(holds(&union, "asks the same as", "uk.ni.red.3.3.d"), "{union:?}");
    let all: String = made.iter().map(|(_, text)| text.as_str()).collect();
    let count = |words: &str| all.matches(&format!(">{words}</th>")).count();
    assert!(count("is stricter than") > 10);
    assert_eq!(count("is stricter than"), count("is looser than"));
}
