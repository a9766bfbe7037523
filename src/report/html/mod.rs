//! Rules as pages: plain HTML that needs no script and reads in light, dark and print.

mod addresses;
mod blocks;
mod page;
pub mod read;
mod rule;
mod words;

use super::lexicon::said;
use crate::model::law::Law;
use crate::model::text::Language;
use crate::source::SourceMap;
use addresses::Addresses;
use blocks::Blocks;
use std::collections::BTreeSet;

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
    fn say(&self, words: words::Words) -> &'static str {
        said(words, self.language)
    }
}
