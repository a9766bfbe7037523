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

use crate::model::law::Law;
use crate::source::SourceMap;
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
    let jurisdictions = jurisdictions::resolve_jurisdictions(&mut faults, &files);
    let vocabulary = vocabulary::resolve_vocabulary(&mut faults, &files);
    let entries = index_rulesets(&mut faults, &files, &vocabulary, &jurisdictions);
    let mut law = resolve_rules(&mut faults, sources, &entries, &vocabulary, &jurisdictions);
    if !faults.is_empty() {
        return Err(faults.into_sorted());
    }
    law.rulesets = entries.into_iter().map(|entry| entry.ruleset).collect();
    law.vocabulary = vocabulary;
    law.jurisdictions = jurisdictions;
    Ok(law)
}

fn resolve_rules(
    faults: &mut Faults,
    sources: &SourceMap,
    entries: &[Entry<'_>],
    vocabulary: &crate::model::vocabulary::Vocabulary,
    jurisdictions: &crate::model::jurisdiction::Jurisdictions,
) -> Law {
    let mut lowering = Lowering::new(faults, vocabulary, jurisdictions, entries);
    for unit in lowering.order() {
        match unit {
            Unit::Term(ruleset, name) => lowering.lower_term(ruleset, &name),
            Unit::Rule(ruleset, number) => lowering.lower_rule(ruleset, &number),
        }
    }
    let mut examples = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
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
