//! Rules as pages: plain HTML that needs no script and reads in light, dark and print.

mod addresses;
mod blocks;
mod changes;
mod indexes;
mod page;
pub mod read;
mod relations;
mod rule;
mod ruleset;
mod start;
mod words;

use super::lexicon::said;
use crate::analysis::law_timeline::LawTimeline;
use crate::graph::{Dependencies, ProvenEdge};
use crate::model::law::Law;
use crate::model::text::Language;
use crate::source::SourceMap;
use addresses::Addresses;
use blocks::Blocks;
use jiff::civil::Date;
use page::{Frame, Html, Look, STYLE, document, link, list, plain, tag};
use relations::Relations;
use std::collections::BTreeSet;
use words as w;

/// The folder of what changed between editions.
const CHANGES: &str = "changes";
/// The folder of pictures.
const PICTURES: &str = "pictures";
/// From a page in a folder to the start page.
const UP: &str = "../";
/// The one file of the look.
const LOOK: &str = "style.css";

/// What was proved of pairs of rules.
#[derive(Debug, Clone)]
pub struct Proofs {
    /// The day on which a unit is placed and checked.
    pub on: Date,
    /// The pairs.
    pub edges: Vec<ProvenEdge>,
}

/// All pages of everything that was loaded, each as its path and text, with relative links:
/// a start page, a page for each ruleset, indexes, dates, and what changed between editions.
#[must_use]
pub fn pages(
    law: &Law,
    sources: &SourceMap,
    timelines: &[LawTimeline],
    proofs: Option<&Proofs>,
    language: Language,
) -> Vec<(String, String)> {
    let book = Book::new(law, sources, language);
    let graph = Dependencies::of(law);
    let mut relations = Relations::of(law, &graph);
    if let Some(proofs) = proofs {
        relations.add_proofs(proofs);
    }
    let fixed = [
        (LOOK, STYLE.to_owned()),
        ("index.html", book.start()),
        ("rules.html", book.all_rules()),
        ("facts.html", book.by_fact()),
        ("addressees.html", book.by_addressee()),
        ("goals.html", book.by_goal()),
        ("dates.html", book.dates(timelines)),
        ("confidence.html", book.surety()),
    ];
    let mut pages: Vec<(String, String)> =
        fixed.map(|(path, text)| (path.to_owned(), text)).into_iter().collect();
    pages.extend(law.iter_rulesets().flat_map(|(id, _)| book.ruleset(id, &graph, &relations)));
    pages.extend(book.successions().into_iter().map(|(old, new)| book.change(old, new)));
    pages
}

/// What pages are made from.
#[derive(Debug, Clone)]
struct Book<'a> {
    law: &'a Law,
    sources: &'a SourceMap,
    language: Language,
    blocks: Blocks,
    addresses: Addresses,
    /// Whether all rules of a ruleset stand on one page.
    is_whole: bool,
}

impl<'a> Book<'a> {
    fn new(law: &'a Law, sources: &'a SourceMap, language: Language) -> Book<'a> {
        let files: BTreeSet<_> = law.rulesets.iter().map(|own| own.span.file).collect();
        let (blocks, addresses) = (Blocks::of(sources, files), Addresses::of(law));
        Book { law, sources, language, blocks, addresses, is_whole: true }
    }

    /// What is said in the language of the pages.
    fn say(&self, words: w::Words) -> &'static str {
        said(words, self.language)
    }

    /// A page with the ways to all others; `root` leads from it to the start page.
    fn page(&self, root: &str, title: &str, main: Html) -> String {
        let ways = [
            ("index.html", w::RULESETS),
            ("rules.html", w::RULES),
            ("facts.html", w::BY_FACT),
            ("addressees.html", w::BY_ADDRESSEE),
            ("goals.html", w::BY_GOAL),
            ("dates.html", w::BY_DATE),
            ("confidence.html", w::BY_CONFIDENCE),
        ];
        let way = |(path, words)| link(&format!("{root}{path}"), self.say(words));
        let ways = list(ways.map(way));
        let lead = plain("header", tag("nav", &[("aria-label", self.say(w::PAGES))], ways));
        let look = format!("{root}{LOOK}");
        let frame = Frame {
            language: self.language.code(),
            title,
            skip: self.say(w::SKIP),
            look: Look::File(&look),
        };
        document(frame, lead, main, plain("footer", plain("p", self.say(w::MADE_BY))))
    }
}
