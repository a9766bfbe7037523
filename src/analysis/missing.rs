//! What a product leaves open that conditions read: facts that could be told, norms that could be
//! judged, each with the literal that says that it is.

use super::encoder::item_id;
use super::ground::Given;
use super::problem::Problem;
use super::source::{Source, Variable};
use crate::eval::settled::Ask;
use crate::eval::trace::FactPath;
use crate::model::condition::JudgementId;
use crate::model::law::Law;
use crate::model::vocabulary::{FactId, FieldId};
use rustsat::types::Lit;
use std::collections::BTreeMap;

/// Something open, with the literals that speak of it.
#[derive(Debug, Clone)]
pub(super) struct Open {
    pub(super) ask: Ask,
    /// It is told.
    pub(super) told: Lit,
}

/// All that is open, in the order of the vocabulary; fields of items that are not stated yet go
/// with their list. Norms to judge come last.
pub(super) fn open(problem: &mut Problem<'_>) -> Vec<Open> {
    let mut found: BTreeMap<(u32, u32, u32), Open> = BTreeMap::new();
    let (choices, domains) = (&problem.encoder.choices, &problem.encoder.domains);
    let never = problem.encoder.circuit.never();
    for (&variable, choice) in &choices.scalars {
        let domain = domains.scalars.get(&variable.source);
        let unknown = domain.and_then(|domain| domain.position(&Given::Free));
        let literal = unknown.and_then(|at| choice.values.get(at));
        insert(problem, &mut found, variable, literal.copied());
    }
    for (&variable, set) in &choices.sets {
        insert(problem, &mut found, variable, Some(set.unknown));
    }
    for (&list, items) in &choices.lists {
        if items.unknown != never {
            let ask = Ask::Fact(FactPath::of(list));
            found.insert((list.0, 0, 0), Open { ask, told: !items.unknown });
        }
    }
    let mut open: Vec<Open> = found.into_values().collect();
    open.extend(judgements(problem));
    open
}

fn insert(
    problem: &Problem<'_>,
    found: &mut BTreeMap<(u32, u32, u32), Open>,
    variable: Variable,
    unknown: Option<Lit>,
) {
    let Some(unknown) = unknown.filter(|unknown| *unknown != problem.encoder.circuit.never())
    else {
        return;
    };
    let ground = problem.ground();
    let (fact, field, slot) = match variable.source {
        Source::Fact(fact) => (fact, None, 0),
        Source::Field(field) => (field.list, Some(field), variable.slot),
        Source::Placement(field) => (field.list, Some(field), variable.slot),
    };
    let path = match field {
        None => FactPath::of(fact),
        Some(_) if !is_stated(problem, fact, slot) => return,
        Some(field) => FactPath::of_field(&item_id(ground, fact, slot), field),
    };
    let key = match field {
        None => (fact.0, 0, 0),
        Some(FieldId { index, .. }) => (fact.0, slot + 1, index),
    };
    found.insert(key, Open { ask: Ask::Fact(path), told: !unknown });
}

fn is_stated(problem: &Problem<'_>, list: FactId, slot: u32) -> bool {
    let items = problem.ground().items(list).unwrap_or_default();
    items.get(slot as usize).is_some()
}

fn judgements(problem: &mut Problem<'_>) -> Vec<Open> {
    let law = problem.ground().law;
    let judged: Vec<_> = problem.encoder.choices.judgements.clone().into_iter().collect();
    let open = judged.into_iter().filter_map(|((rule, text), judged)| {
        let id = find_judgement(law, &rule, &text)?;
        let told = problem.encoder.circuit.or([judged.yes, judged.no]);
        Some(Open { ask: Ask::Judgement(id), told })
    });
    open.collect()
}

/// What stands at those positions.
pub(super) fn asked(open: &[Open], at: &[usize]) -> Vec<Ask> {
    at.iter().filter_map(|&at| open.get(at)).map(|open| open.ask.clone()).collect()
}

/// The open norm of a rule with those words.
pub(super) fn find_judgement(law: &Law, rule: &str, text: &str) -> Option<JudgementId> {
    let is_it = |id: &JudgementId| {
        law.judgement(*id).is_some_and(|judgement| {
            judgement.text.en == text
                && law.rule(judgement.rule).is_some_and(|known| known.id == rule)
        })
    };
    (0u32..).take(law.judgements.len()).map(JudgementId).find(is_it)
}

/// Rows of literals to break ties with: nothing told that need not be, then values in the order
/// in which a witness prefers them, then fewer members and items.
pub(super) fn plainest(problem: &Problem<'_>) -> Vec<Vec<Lit>> {
    let (choices, domains) = (&problem.encoder.choices, &problem.encoder.domains);
    let mut rows = Vec::new();
    for items in choices.lists.values() {
        rows.extend(items.live.iter().rev().map(|live| vec![!*live]));
    }
    for (variable, choice) in &choices.scalars {
        let Some(domain) = domains.scalars.get(&variable.source) else { continue };
        let now = domain.position(&problem.ground().now(*variable));
        let first = now.and_then(|now| choice.values.get(now)).copied();
        rows.push(first.into_iter().chain(choice.values.iter().copied()).collect());
    }
    for set in choices.sets.values() {
        rows.push(vec![set.unknown]);
        rows.extend(set.members.iter().map(|member| vec![!*member]));
    }
    rows.extend(choices.judgements.values().map(|judged| vec![judged.yes]));
    rows
}
