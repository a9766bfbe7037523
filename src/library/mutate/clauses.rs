//! Sentences of a rule or header written otherwise, or left out.

use super::conditions::condition;
use super::sites::Sites;
use super::values::{literal, period};
use crate::source::Spanned;
use crate::syntax::ast::{Block, Clause, Guard, Head, Modality, Norm};

/// Every change of a header or a rule; of any other block, none.
pub(super) fn block(sites: &mut Sites, own: &mut Block) {
    if !matches!(own.head.node, Head::Ruleset { .. } | Head::Rule(_)) {
        return;
    }
    let mut gone = None;
    for (index, clause) in own.clauses.iter_mut().enumerate() {
        if let Some(words) = dropped(&clause.node) {
            sites.drop(clause.span, words, || gone = Some(index));
        }
        sentence(sites, clause);
    }
    if let Some(index) = gone {
        own.clauses.remove(index);
    }
}

/// The word of a sentence that a text can be without.
fn dropped(clause: &Clause) -> Option<&'static str> {
    Some(match clause {
        Clause::Applies(_) => "applies where",
        Clause::Except(_) => "except where",
        Clause::Unless { instead: None, .. } => "unless",
        Clause::Unless { instead: Some(_), .. } => "unless … instead",
        Clause::Deemed(_) => "deemed met",
        Clause::Overrides(_) => "overrides",
        Clause::SubjectTo(_) => "subject to",
        _ => return None,
    })
}

fn sentence(sites: &mut Sites, clause: &mut Spanned<Clause>) {
    match &mut clause.node {
        Clause::InForce(dates) | Clause::Triggered { period: dates, .. } => period(sites, dates),
        Clause::Term { condition: meaning, .. } => condition(sites, meaning),
        Clause::Parameter { values, .. } => {
            for (value, dates) in values {
                literal(sites, value);
                period(sites, dates);
            }
        }
        Clause::Applies(own) | Clause::Except(own) | Clause::Deemed(own) => guard(sites, own),
        Clause::ForEvery { filter, .. } => {
            let mut is_dropped = false;
            if let Some(own) = filter {
                sites.drop(own.span, "where", || is_dropped = true);
                condition(sites, own);
            }
            if is_dropped {
                *filter = None;
            }
        }
        Clause::Norm(own) => norm(sites, own),
        Clause::Unless { guard: own, instead } => {
            guard(sites, own);
            if let Some(own) = instead {
                norm(sites, own);
            }
        }
        _ => {}
    }
}

fn guard(sites: &mut Sites, own: &mut Guard) {
    period(sites, &mut own.period);
    condition(sites, &mut own.condition);
}

fn norm(sites: &mut Sites, own: &mut Norm) {
    let word = match own.modality.node {
        Modality::Must => "must",
        Modality::Should => "should",
        Modality::May => "may",
    };
    let not = format!("{word} not");
    let (was, by) = if own.negated { (not.as_str(), word) } else { (word, not.as_str()) };
    sites.replace(own.modality.span, was, by, || own.negated = !own.negated);
    condition(sites, &mut own.condition);
}
