//! From syntax trees to the model: every name gets its meaning, every value its type.
//!
//! All faults of all files are gathered; the law is given only if there is none.

mod basics;
mod bounds;
mod conditions;
mod error;
mod examples;
mod explanations;
mod given;
mod jurisdictions;
mod limits;
mod literals;
mod lowering;
mod meaning;
mod naming;
mod operands;
mod order;
mod report;
mod rules;
mod rulesets;
mod vocabulary;

pub use error::ResolveError;
pub use explanations::EXPLANATIONS;

use crate::model::jurisdiction::Jurisdictions;
use crate::model::law::Law;
use crate::model::vocabulary::Vocabulary;
use crate::source::{FileId, SourceMap};
use crate::syntax::ast::File;
use lowering::Lowering;
use order::Unit;
use report::Faults;
use rulesets::{Entry, index_rulesets};

/// Resolves all files together. `sources` holds their texts.
///
/// # Errors
///
/// Every fault found, ordered by file and place; see [`ResolveError`].
pub fn resolve(sources: &SourceMap, files: &[File]) -> Result<Law, Vec<ResolveError>> {
    let files: Vec<&File> = files.iter().collect();
    let mut faults = Faults::default();
    let base = lower_base(&mut faults, &files);
    let law = resolve_on(&mut faults, &base, sources, &files, &Surroundings::default());
    if !faults.is_empty() {
        return Err(faults.into_sorted());
    }
    Ok(Law { vocabulary: base.vocabulary, jurisdictions: base.jurisdictions, ..law })
}

/// What every ruleset rests on: the facts and the territories.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Base {
    /// The facts.
    pub vocabulary: Vocabulary,
    /// The territories.
    pub jurisdictions: Jurisdictions,
}

/// What surrounds the rulesets that are resolved apart from others.
#[derive(Debug, Clone, Default)]
pub struct Surroundings<'a> {
    /// Ids and editions of rulesets that are at hand and not among the files.
    pub others: &'a [(String, String)],
    /// The one file whose examples are wanted; without it, those of all files.
    pub examples_of: Option<FileId>,
}

/// Resolves vocabulary and jurisdictions alone, with all their faults.
#[must_use]
pub fn resolve_base(files: &[&File]) -> (Base, Vec<ResolveError>) {
    let mut faults = Faults::default();
    let base = lower_base(&mut faults, files);
    (base, faults.into_sorted())
}

/// Resolves some rulesets on a base that stands already, such as one that is being written and
/// those that it uses. The law holds no vocabulary and no jurisdictions: they are those of `base`.
///
/// # Errors
///
/// Every fault of these files, ordered by file and place.
pub fn resolve_rulesets(
    base: &Base,
    sources: &SourceMap,
    files: &[&File],
    surroundings: &Surroundings<'_>,
) -> Result<Law, Vec<ResolveError>> {
    let mut faults = Faults::default();
    let law = resolve_on(&mut faults, base, sources, files, surroundings);
    if faults.is_empty() { Ok(law) } else { Err(faults.into_sorted()) }
}

fn lower_base(faults: &mut Faults, files: &[&File]) -> Base {
    let jurisdictions = jurisdictions::resolve_jurisdictions(faults, files);
    let vocabulary = vocabulary::resolve_vocabulary(faults, files);
    Base { vocabulary, jurisdictions }
}

fn resolve_on(
    faults: &mut Faults,
    base: &Base,
    sources: &SourceMap,
    files: &[&File],
    surroundings: &Surroundings<'_>,
) -> Law {
    let entries = index_rulesets(faults, files, base, surroundings.others);
    let mut law = resolve_rules(faults, base, sources, &entries, surroundings.examples_of);
    law.rulesets = entries.into_iter().map(|entry| entry.ruleset).collect();
    law
}

fn resolve_rules(
    faults: &mut Faults,
    base: &Base,
    sources: &SourceMap,
    entries: &[Entry<'_>],
    examples_of: Option<FileId>,
) -> Law {
    let Base { vocabulary, jurisdictions } = base;
    let mut lowering = Lowering::new(faults, vocabulary, jurisdictions, entries);
    for unit in lowering.order() {
        match unit {
            Unit::Term(ruleset, name) => lowering.lower_term(ruleset, &name),
            Unit::Rule(ruleset, number) => lowering.lower_rule(ruleset, &number),
        }
    }
    let mut examples = Vec::new();
    let is_wanted =
        |entry: &Entry<'_>| examples_of.is_none_or(|file| entry.ruleset.span.file == file);
    for (index, entry) in entries.iter().enumerate().filter(|(_, entry)| is_wanted(entry)) {
        examples.extend(lowering.lower_examples(sources, index, entry));
    }
    Law {
        graph: lowering.graph,
        terms: lowering.named_terms.into_values().collect(),
        parameters: lowering.parameters,
        judgements: lowering.judgements,
        rules: lowering.rules.into_iter().flatten().collect(),
        examples,
        ..Law::default()
    }
}
