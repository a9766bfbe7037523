//! How one rule stands to the rules of other texts that turn on the same decisions, the nearest
//! first: for those who ask while they write, and cannot wait for all pairs.

use super::claims::places;
use super::duties::{Duty, Read, reads_chosen};
use super::ground::Ground;
use super::law_timeline::binds_when_placed_on;
use super::problem::Limits;
use super::relations::{Related, relate};
use crate::model::law::Law;
use crate::model::rule::{Modality, Rule, RuleId};
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// What was asked of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Near {
    /// The rule with each of those nearest to it, as the first of the two.
    pub related: Vec<Related>,
    /// How many more turn on a decision that it turns on.
    pub unasked: usize,
}

/// Relates a rule to at most so many of the rules that share a design decision with it, are of
/// other texts, and have the same force: on a unit that is placed and checked that day, each in the
/// first territory of its text.
#[must_use]
pub fn relations_near(law: &Law, rule: RuleId, on: Date, most: usize, limits: &Limits) -> Near {
    let Some(own) = law.rule(rule) else { return Near::default() };
    let near = nearest(law, own, on);
    let asked = near.iter().take(most);
    let related = asked.filter_map(|&other| related(law, [rule, other], on, limits)).collect();
    Near { related, unasked: near.len().saturating_sub(most) }
}

fn related(law: &Law, ids: [RuleId; 2], on: Date, limits: &Limits) -> Option<Related> {
    let [one, other] = ids;
    let [home, abroad] = places(law, [law.rule(one)?, law.rule(other)?])?;
    let (markets, last) = if home == abroad { (vec![home], 0) } else { (vec![home, abroad], 1) };
    let ground = Ground::any(law, &markets, on);
    let (one, other) = (Duty { rule: one, market: 0 }, Duty { rule: other, market: last });
    Some(relate(&ground, one, other, limits))
}

/// By how much of what the two turn on is common to both; those of equal share by their place.
fn nearest(law: &Law, own: &Rule, on: Date) -> Vec<RuleId> {
    if own.modality == Modality::May || !binds_when_placed_on(own, on) {
        return Vec::new();
    }
    let reads = reads_chosen(law, own);
    let others = law.iter_rules().filter(|(_, other)| {
        other.modality == own.modality
            && is_of_other_text(law, own, other)
            && binds_when_placed_on(other, on)
    });
    let mut near: Vec<(Reverse<usize>, RuleId)> = others
        .filter_map(|(id, other)| Some((Reverse(share(&reads, &reads_chosen(law, other))?), id)))
        .collect();
    near.sort();
    near.into_iter().map(|(_, id)| id).collect()
}

/// Another edition of a text is no other text.
fn is_of_other_text(law: &Law, one: &Rule, other: &Rule) -> bool {
    let id = |rule: &Rule| law.ruleset(rule.ruleset).map(|own| own.id.as_str());
    one.ruleset != other.ruleset && id(one) != id(other)
}

/// In thousandths; none if nothing is common.
fn share(one: &BTreeSet<Read>, other: &BTreeSet<Read>) -> Option<usize> {
    let common = one.intersection(other).count();
    let all = one.union(other).count();
    (common > 0).then(|| common * 1000 / all.max(1))
}
