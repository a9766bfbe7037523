//! Which terms are never used, and which mean something else next door?

use super::inquiry::{Answer, Inquiry};
use super::{Detail, Finding};
use crate::model::condition::ParameterId;
use crate::model::drafting::DraftingFault;
use crate::model::law::Law;
use crate::model::ruleset::{Ruleset, RulesetId};
use crate::model::term::{Named, Term, TermId};
use crate::source::SourceMap;
use std::collections::BTreeSet;

/// Asks of every term and parameter of a ruleset.
pub(super) fn look(inquiry: &mut Inquiry<'_>, ruleset: RulesetId) {
    let law = inquiry.text;
    let used = used_names(law, ruleset);
    for (id, term) in law.iter_terms().filter(|(_, term)| term.ruleset == ruleset) {
        if !used.contains(&Used::Term(id)) {
            report_unused(inquiry, ruleset, &term.name, term.span);
        }
        if inquiry.wants(DraftingFault::DifferingTerm) {
            compare(inquiry, id, term);
        }
    }
    for (id, parameter) in law.iter_parameters().filter(|(_, one)| one.ruleset == ruleset) {
        if !used.contains(&Used::Parameter(id)) {
            report_unused(inquiry, ruleset, &parameter.name, parameter.span);
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Used {
    Term(TermId),
    Parameter(ParameterId),
}

/// What rules name, and what is named by what they name.
fn used_names(law: &Law, ruleset: RulesetId) -> BTreeSet<Used> {
    let clauses = law.rules_of(ruleset).flat_map(|(_, rule)| &rule.clauses);
    let mut open: Vec<Named> = clauses.flat_map(|clause| clause.names.iter().copied()).collect();
    let mut used = BTreeSet::new();
    while let Some(named) = open.pop() {
        match named {
            Named::Term(id) if used.insert(Used::Term(id)) => {
                open.extend(law.term(id).iter().flat_map(|term| term.names.iter().copied()));
            }
            Named::Parameter(id) => drop(used.insert(Used::Parameter(id))),
            _ => {}
        }
    }
    used
}

fn report_unused(
    inquiry: &mut Inquiry<'_>,
    ruleset: RulesetId,
    name: &str,
    span: crate::source::Span,
) {
    if inquiry.wants(DraftingFault::UnusedTerm) {
        let detail = Detail::Name(name.to_owned());
        let finding = Finding::of_ruleset(DraftingFault::UnusedTerm, ruleset, span, detail);
        inquiry.find(finding);
    }
}

/// Compares a term with those of its name next door; of two that are both looked at, the later
/// one is the one that differs.
fn compare(inquiry: &mut Inquiry<'_>, id: TermId, term: &Term) {
    let law = inquiry.text;
    for (other_id, other) in law.iter_terms().filter(|(_, other)| other.name == term.name) {
        let both = inquiry.request.rulesets.contains(&other.ruleset);
        let is_asked = other_id != id && (other_id < id || !both);
        if is_asked
            && are_neighbours(law, inquiry.sources, term.ruleset, other.ruleset)
            && differs(inquiry, term, other)
        {
            return;
        }
    }
}

/// Looks for a product that falls in the one and not in the other.
fn differs(inquiry: &mut Inquiry<'_>, term: &Term, other: &Term) -> bool {
    let (fault, ruleset) = (DraftingFault::DifferingTerm, term.ruleset);
    for (one, without) in [(term.node, other.node), (other.node, term.node)] {
        let graph = inquiry.graph();
        let outside = graph.not(without);
        let node = graph.and([one, outside]);
        match inquiry.ask(node, ruleset) {
            Answer::None => {}
            Answer::Untold => inquiry.doubt(fault, ruleset, None),
            Answer::Some(witness) => {
                let product = Some(inquiry.plainest(&witness, node));
                let detail = Detail::NameElsewhere(term.name.clone(), other.ruleset);
                let finding = Finding::of_ruleset(fault, ruleset, term.span, detail);
                inquiry.find(Finding { others: vec![other.span], product, ..finding });
                return true;
            }
        }
    }
    false
}

/// Rulesets of one folder or of one authority; editions of one ruleset may differ.
fn are_neighbours(law: &Law, sources: &SourceMap, one: RulesetId, other: RulesetId) -> bool {
    let (Some(one), Some(other)) = (law.ruleset(one), law.ruleset(other)) else { return false };
    let folder = |ruleset: &Ruleset| {
        let file = sources.get(ruleset.span.file)?;
        file.name.rsplit_once('/').map(|(folder, _)| folder.to_owned())
    };
    let is_one_folder = folder(one).is_some() && folder(one) == folder(other);
    one.id != other.id && (is_one_folder || one.issued_by == other.issued_by)
}
