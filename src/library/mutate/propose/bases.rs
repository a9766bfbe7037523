//! The examples and profiles of a text, on which another example can be built.

use super::super::trial::{give_back, law_of};
use crate::model::example::Example;
use crate::resolve::Base;
use crate::source::{SourceMap, Span, Spanned};
use crate::syntax::ast::{Block, Clause, File, Head, RuleReference};
use std::collections::{BTreeMap, BTreeSet};

/// Something that an example can be `like`.
#[derive(Debug)]
pub(in super::super) struct Start {
    /// Its product, without what it expects.
    pub(super) product: Example,
    /// Whether it is an example, which can expect more, and no profile.
    pub(super) is_example: bool,
    /// Whether the day of its check is said, so that another day of placing does not move it.
    pub(super) is_checked: bool,
    /// Numbers of the rules of which it expects something.
    pub(super) expects: BTreeSet<String>,
    /// Its position among the blocks.
    pub(super) block: usize,
    /// Its last sentence.
    pub(super) end: Span,
}

/// All of a text, in its order; none where the text has a fault.
pub(in super::super) fn starts(
    base: &mut Base,
    sources: &SourceMap,
    others: &[&File],
    file: &File,
) -> Vec<Start> {
    let Some(own) = file.blocks.first().map(|header| header.head.span.file) else {
        return Vec::new();
    };
    let all = with_examples_for_profiles(file);
    let files: Vec<&File> = others.iter().copied().chain([&all]).collect();
    let Some(mut law) = law_of(base, sources, &files, Some(own)) else { return Vec::new() };
    let products = std::mem::take(&mut law.examples);
    give_back(base, &mut law);
    let is_checked = checked(file);
    let mut products: BTreeMap<String, Example> =
        products.into_iter().map(|product| (product.name.clone(), product)).collect();
    let start = |(number, block): (usize, &Block)| {
        let (name, is_example) = named(block)?;
        let mut product = products.remove(name)?;
        product.expectations.clear();
        Some(Start {
            product,
            is_example,
            is_checked: is_checked.contains(name),
            expects: expected(block),
            block: number,
            end: block.clauses.last().map_or(block.head.span, |last| last.span),
        })
    };
    file.blocks.iter().enumerate().filter_map(start).collect()
}

/// A profile becomes a product only as an example, which expects something.
fn with_examples_for_profiles(file: &File) -> File {
    let mut file = file.clone();
    let rule = file.blocks.iter().find_map(|block| match &block.head.node {
        Head::Rule(number) => Some(number.clone()),
        _ => None,
    });
    for block in &mut file.blocks {
        if let (Head::Profile(name), Some(rule)) = (&block.head.node, &rule) {
            block.head.node = Head::Example(name.clone());
            let rule = RuleReference { alias: None, rule: rule.clone() };
            let verdict = Spanned::new("met".to_owned(), block.head.span);
            let expect = Clause::Expect { rule, verdict, needing: Vec::new() };
            block.clauses.push(Spanned::new(expect, block.head.span));
        }
    }
    file
}

fn named(block: &Block) -> Option<(&str, bool)> {
    match &block.head.node {
        Head::Example(name) => Some((&name.node, true)),
        Head::Profile(name) => Some((&name.node, false)),
        _ => None,
    }
}

/// Those that say on which day they are checked, or are like one that does.
fn checked(file: &File) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    for block in &file.blocks {
        let is_checked = block.clauses.iter().any(|clause| match &clause.node {
            Clause::Checked(_) => true,
            Clause::Like(name) => found.contains(name.node.as_str()),
            _ => false,
        });
        found.extend(named(block).filter(|_| is_checked).map(|(name, _)| name));
    }
    found
}

fn expected(block: &Block) -> BTreeSet<String> {
    let number = |clause: &Spanned<Clause>| match &clause.node {
        Clause::Expect { rule: RuleReference { alias: None, rule }, .. } => Some(rule.node.clone()),
        _ => None,
    };
    block.clauses.iter().filter_map(number).collect()
}
