//! Pages of rules: well-formed, whole, the same every time, and what a draft says stays text.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking, and reads and writes its page"
)]

mod reading;
mod site;

use comity::Library;
use comity::model::text::Language;
use roxmltree::{Document, Node, ParsingOptions};
use std::collections::BTreeSet;

const LANGUAGES: [Language; 3] = [Language::English, Language::French, Language::Dutch];

/// A draft whose every text tries to be a tag, an entity, an attribute or a script.
const HOSTILE: &str = r#"ruleset my.rules edition 1.
  title en "My <b>rules</b> & \"more\"".
  summary en "<script>alert(1)</script>".
  instrument "Act <i>1</i>".
  source <https://example.org/a?b=1&c=2> read 2026-11-22.
  issued as proposal by "<u>My office</u>".
  addressed to manufacturer.
  confidence unverified "check <this>".
  uses vocabulary iot edition 1.

rule 1:
  title en "A <b>support</b> period ]]> <!-- x".
  citing "Article <1>".
  must support.min_length is at least 5 years and judged en "is <em>fair</em>".
  note "</section></main>".

example "five <i>years</i>":
  given {support.min_length: 5 years, product.name: "<img src=x>"}.
  placed in GB on 2026-11-22.
  expect 1 needs judgement.
"#;

fn library(texts: &[(&str, &str)]) -> Library {
    Library::load(texts).unwrap_or_else(|faults| {
        let kinds: Vec<_> = faults.iter().take(3).map(|fault| &fault.kind).collect();
        panic!("{kinds:#?}")
    })
}

/// The page as a tree, after what every page must be.
#[track_caller]
fn sound<'p>(name: &str, page: &'p str) -> Document<'p> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let tree =
        Document::parse_with_options(page, options).unwrap_or_else(|e| panic!("{name}: {e}"));
    let elements = || tree.descendants().filter(Node::is_element);
    assert!(tree.root_element().attribute("lang").is_some(), "{name}: no language");
    let mut ids = BTreeSet::new();
    for id in elements().filter_map(|one| one.attribute("id")) {
        assert!(ids.insert(id), "{name}: id {id} twice");
    }
    let count = |name: &str| elements().filter(|one| one.has_tag_name_of(name)).count();
    assert_eq!((count("h1"), count("main"), count("script")), (1, 1, 0), "{name}");
    let mut level = 0;
    for heading in elements().filter_map(|one| one.tag_name().name().strip_prefix('h')) {
        if let Ok(next) = heading.parse::<u32>() {
            assert!(next <= level + 1, "{name}: h{level} is followed by h{next}");
            level = next;
        }
    }
    for cell in elements().filter(|one| one.has_tag_name_of("th")) {
        assert!(cell.attribute("scope").is_some(), "{name}: a heading of a table without scope");
    }
    for image in elements().filter(|one| one.has_tag_name_of("img")) {
        assert!(image.attribute("alt").is_some_and(|alt| !alt.is_empty()), "{name}: no alt");
    }
    let skip = elements().find(|one| one.has_tag_name_of("a")).unwrap();
    assert_eq!(skip.attribute("href"), Some("#content"), "{name}: no skip link first");
    assert!(ids.contains("content"), "{name}");
    tree
}

trait Named {
    /// Whether the element is called so, whatever its namespace.
    fn has_tag_name_of(&self, name: &str) -> bool;
}

impl Named for Node<'_, '_> {
    fn has_tag_name_of(&self, name: &str) -> bool {
        self.tag_name().name() == name
    }
}

/// The addresses that a page leads to.
fn links(tree: &Document<'_>) -> Vec<String> {
    let at = |one: Node<'_, '_>| one.attribute("href").or(one.attribute("src")).map(str::to_owned);
    tree.descendants().filter_map(at).collect()
}

/// The elements that texts of the hostile draft name.
#[track_caller]
fn holds_no_tag_of_the_draft(name: &str, tree: &Document<'_>) {
    let tags = ["b", "i", "u", "em", "script", "this"];
    let found = tree.descendants().find(|one| tags.iter().any(|tag| one.has_tag_name_of(tag)));
    assert!(found.is_none(), "{name}: {found:?}");
    let scripts = links(tree).into_iter().find(|to| to.starts_with("javascript"));
    assert!(scripts.is_none(), "{name}: {scripts:?}");
}
