//! Which other rules clash with an amended ruleset that did not clash with it before?

use super::conflicts::{Clash, Conflict, clash};
use super::duties::{Duty, reads_chosen};
use super::editions::{Amendment, Question};
use super::effects::Sameness;
use super::ground::{Ground, Product};
use crate::model::rule::{Modality, RuleId};
use crate::plan::row::Market;

/// The conflicts that an amendment makes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewConflicts {
    /// A rule of the new edition with one of another ruleset: they clash, and the rule of the old
    /// edition, if there was one, did not.
    pub found: Vec<Conflict>,
    /// Pairs that were asked.
    pub asked: usize,
    /// Pairs of which it could not be told.
    pub unclear: Vec<(RuleId, RuleId)>,
}

/// Asks every rule that is new or other than before against other obligations, in each place.
#[must_use]
pub fn new_conflicts(
    question: &Question<'_>,
    amendment: &Amendment,
    others: &[RuleId],
) -> NewConflicts {
    let mut all = NewConflicts::default();
    let changed = amendment.pairs.iter().filter(|pair| pair.sameness != Sameness::Equal);
    let changed = changed.map(|pair| (Some(pair.old), pair.new));
    let rules: Vec<(Option<RuleId>, RuleId)> =
        changed.chain(amendment.added.iter().map(|&new| (None, new))).collect();
    for &jurisdiction in &question.places {
        let market = Market { jurisdiction, placement: None };
        let ground =
            Ground::new(question.law, vec![market], question.on, Product::Any(question.on));
        for &(old, new) in &rules {
            for &other in others {
                ask(&mut all, question, &ground, (old, new), other);
            }
        }
    }
    all
}

fn ask(
    all: &mut NewConflicts,
    question: &Question<'_>,
    ground: &Ground<'_>,
    (old, new): (Option<RuleId>, RuleId),
    other: RuleId,
) {
    let law = question.law;
    let (Some(rule), Some(against)) = (law.rule(new), law.rule(other)) else { return };
    let known = all.found.iter().any(|own| own.duties.iter().map(|own| own.rule).eq([new, other]));
    let is_worth_asking = !known
        && rule.modality == Modality::Must
        && against.modality == Modality::Must
        && !reads_chosen(law, rule).is_disjoint(&reads_chosen(law, against));
    if !is_worth_asking {
        return;
    }
    all.asked += 1;
    let with = |rule| {
        let duties = [rule, other].map(|rule| Duty { rule, market: 0 });
        clash(ground, &duties, &question.limits)
    };
    match with(new) {
        Clash::None => {}
        Clash::Unclear => all.unclear.push((new, other)),
        Clash::Found(conflict) => match old.map(with) {
            None | Some(Clash::None) => all.found.push(*conflict),
            Some(Clash::Unclear) => all.unclear.push((new, other)),
            Some(Clash::Found(_)) => {}
        },
    }
}
