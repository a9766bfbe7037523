//! How relations of rules change over time: when two rules come to say the same, or one becomes
//! the stricter one.
//!
//! A pair is asked only where both rules bind a unit placed that day, and again only on days on
//! which one of them turns.

use super::duties::{Duty, Read, reads_chosen};
use super::ground::Ground;
use super::law_timeline::binds_when_placed_on;
use super::problem::Limits;
use super::relations::{Related, Relation, relate};
use super::turns::{Turn, TurnCause, Turns};
use crate::model::jurisdiction::JurisdictionId;
use crate::model::law::Law;
use crate::model::rule::{Modality, Rule, RuleId};
use crate::plan::row::Market;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// A day on which two rules come to relate in another way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelationShift {
    /// The day.
    pub day: Date,
    /// How they related the day before; none while one of them did not bind.
    pub before: Option<Relation>,
    /// How they relate from this day on, with the products that show it; none once one of them no
    /// longer binds.
    pub after: Option<Related>,
    /// The two rules.
    pub rules: [RuleId; 2],
}

/// What is asked: which rules, where and over which days.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// The law.
    pub law: &'a Law,
    /// Where a unit is placed; alike in all of them.
    pub places: Vec<JurisdictionId>,
    /// The rules of each place, in the same order.
    pub rules: Vec<Vec<RuleId>>,
    /// The day before the first that is looked at.
    pub after: Date,
    /// The last day that is looked at.
    pub until: Date,
    /// How much is told apart, and how long is searched.
    pub limits: Limits,
}

/// An obligation with what it turns on.
struct Known<'a> {
    duty: Duty,
    rule: &'a Rule,
    reads: BTreeSet<Read>,
    turns: BTreeSet<Turn>,
}

impl Asked<'_> {
    /// The relations between obligations of different rulesets that change, day by day.
    #[must_use]
    pub fn shifts(&self) -> Vec<RelationShift> {
        let known = self.known();
        let mut shifts = Vec::new();
        for (at, one) in known.iter().enumerate() {
            for other in known.iter().skip(at + 1) {
                let is_worth_asking =
                    one.rule.ruleset != other.rule.ruleset && !one.reads.is_disjoint(&other.reads);
                if is_worth_asking {
                    shifts.extend(self.of_pair(one, other));
                }
            }
        }
        shifts.sort_by_key(|shift| (shift.day, shift.rules));
        shifts
    }

    /// Every obligation once, in the first place in which it is law.
    fn known(&self) -> Vec<Known<'_>> {
        let mut found: BTreeMap<RuleId, Known<'_>> = BTreeMap::new();
        for ((market, &jurisdiction), rules) in (0u32..).zip(&self.places).zip(&self.rules) {
            let mut turns = Turns::of_law(self.law, Market { jurisdiction, placement: None });
            for &id in rules {
                let Some(rule) = self.law.rule(id).filter(|own| own.modality == Modality::Must)
                else {
                    continue;
                };
                found.entry(id).or_insert_with(|| Known {
                    duty: Duty { rule: id, market },
                    rule,
                    reads: reads_chosen(self.law, rule),
                    turns: turns.of_rule(id),
                });
            }
        }
        found.into_values().collect()
    }

    fn of_pair(&self, one: &Known<'_>, other: &Known<'_>) -> Vec<RelationShift> {
        let both = || one.turns.iter().chain(&other.turns);
        let days: BTreeSet<Date> = both().map(|turn| turn.day).collect();
        let days = days.into_iter().filter(|day| *day > self.after && *day <= self.until);
        let mut shifts = Vec::new();
        // Most pairs never turn; what they were before is asked once something does.
        let mut known: Option<Option<Related>> = None;
        for day in days {
            let last = known.take().unwrap_or_else(|| self.on(one, other, self.after));
            let is_new_content = both().any(|turn| turn.day == day && is_content(turn.cause));
            let now = match (&last, self.is_live(one, other, day)) {
                (_, false) => None,
                (Some(last), true) if !is_new_content => Some(last.clone()),
                _ => self.on(one, other, day),
            };
            let relation = |related: &Option<Related>| related.as_ref().map(|own| own.relation);
            if relation(&now) != relation(&last) {
                let rules = [one.duty.rule, other.duty.rule];
                let before = relation(&last);
                shifts.push(RelationShift { day, before, after: now.clone(), rules });
            }
            known = Some(now);
        }
        shifts
    }

    fn is_live(&self, one: &Known<'_>, other: &Known<'_>, day: Date) -> bool {
        binds_when_placed_on(one.rule, day) && binds_when_placed_on(other.rule, day)
    }

    fn on(&self, one: &Known<'_>, other: &Known<'_>, day: Date) -> Option<Related> {
        if !self.is_live(one, other, day) {
            return None;
        }
        let ground = Ground::any(self.law, &self.places, day);
        Some(relate(&ground, one.duty, other.duty, &self.limits))
    }
}

/// Whether what turns is what the rule asks, not only whether it binds.
fn is_content(cause: TurnCause) -> bool {
    !matches!(cause, TurnCause::InForce(_) | TurnCause::Trigger(_))
}
