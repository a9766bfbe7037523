//! A law with one text changed, and whether the examples notice.

use crate::eval::examples::all_pass;
use crate::model::example::Example;
use crate::model::law::Law;
use crate::model::rule::RuleId;
use crate::resolve::{Base, Surroundings, resolve_rulesets};
use crate::source::{FileId, SourceMap};
use crate::syntax::ast::File;
use std::collections::BTreeMap;

/// Some texts that are resolved together, and the examples that are asked.
#[derive(Debug)]
pub(super) struct Scene<'a> {
    /// The texts, without the one that is changed.
    pub(super) others: Vec<&'a File>,
    /// The examples, as they are resolved among these texts.
    pub(super) examples: Vec<Example>,
    /// The rules of the text that is changed, by number.
    pub(super) numbers: BTreeMap<String, RuleId>,
}

/// The law of some texts; none where they have faults. `examples_of` is the one file whose
/// examples are wanted.
pub(super) fn law_of(
    base: &mut Base,
    sources: &SourceMap,
    files: &[&File],
    examples_of: Option<FileId>,
) -> Option<Law> {
    let surroundings = Surroundings { others: &[], examples_of };
    let law = resolve_rulesets(base, sources, files, &surroundings).ok()?;
    let Base { vocabulary, jurisdictions } = std::mem::take(base);
    Some(Law { vocabulary, jurisdictions, ..law })
}

/// Gives the facts and territories back: they are too many to be copied for every change.
pub(super) fn give_back(base: &mut Base, law: &mut Law) {
    base.vocabulary = std::mem::take(&mut law.vocabulary);
    base.jurisdictions = std::mem::take(&mut law.jurisdictions);
}

impl Scene<'_> {
    /// Whether every example comes out with that text among the others; none where the text has
    /// a fault. `first` is the rule whose examples are asked before all others.
    pub(super) fn passes(
        &self,
        base: &mut Base,
        sources: &SourceMap,
        changed: &File,
        first: Option<RuleId>,
    ) -> Option<bool> {
        let files: Vec<&File> = self.others.iter().copied().chain([changed]).collect();
        // The examples are known already, and are not changed.
        let nobody = FileId(u32::MAX);
        let mut law = law_of(base, sources, &files, Some(nobody))?;
        let own = |rule: RuleId| Some(rule) == first;
        let passes = (first.is_none() || all_pass(&law, &self.examples, own))
            && all_pass(&law, &self.examples, |rule| !own(rule));
        give_back(base, &mut law);
        Some(passes)
    }
}
