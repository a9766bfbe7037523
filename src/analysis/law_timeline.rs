//! What law starts, changes and ends when, for a product that is placed on each day?

use super::turns::{FIRST, Turn, TurnCause, Turns};
use crate::model::jurisdiction::JurisdictionId;
use crate::model::law::Law;
use crate::model::rule::{Rule, RuleId};
use crate::plan::row::Market;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// All law of a place, day by day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawTimeline {
    /// The place.
    pub jurisdiction: JurisdictionId,
    /// Stretches of days with the same law, one after the other; they leave no day out.
    pub stretches: Vec<LawStretch>,
}

/// Days on which the same rules are law, and say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawStretch {
    /// Its first day; none if it begins before all days that are looked at.
    pub from: Option<Date>,
    /// Its last day; none if nothing changes any more.
    pub until: Option<Date>,
    /// The rules that are in force, and that placing a unit on such a day triggers.
    pub rules: Vec<RuleId>,
    /// Those of them that were not, the day before.
    pub begun: Vec<Shift>,
    /// Those that no longer are.
    pub ended: Vec<Shift>,
    /// Those in which a dated clause, a parameter or a date turns.
    pub changed: Vec<Shift>,
}

/// A rule, and what in it turns on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// The rule.
    pub rule: RuleId,
    /// What turns.
    pub causes: Vec<TurnCause>,
}

/// Whether a rule is in force on a day, and binds a unit that is placed on it.
#[must_use]
pub fn binds_when_placed_on(rule: &Rule, day: Date) -> bool {
    rule.in_force.contains(day) && rule.trigger.is_none_or(|own| own.period.contains(day))
}

/// The timeline of those rules in a place.
#[must_use]
pub fn law_timeline(law: &Law, jurisdiction: JurisdictionId, rules: &[RuleId]) -> LawTimeline {
    let mut turns = Turns::of_law(law, Market { jurisdiction, placement: None });
    let found: BTreeMap<RuleId, BTreeSet<Turn>> =
        rules.iter().map(|&rule| (rule, turns.of_rule(rule))).collect();
    let mut stretches = vec![stretch(law, None, rules, &found, &[])];
    let days: BTreeSet<Date> = found.values().flatten().map(|turn| turn.day).collect();
    for day in days {
        let before = stretches.last().map(|last| last.rules.clone()).unwrap_or_default();
        let next = stretch(law, Some(day), rules, &found, &before);
        if !(next.begun.is_empty() && next.ended.is_empty() && next.changed.is_empty()) {
            if let Some(last) = stretches.last_mut() {
                last.until = day.yesterday().ok();
            }
            stretches.push(next);
        }
    }
    LawTimeline { jurisdiction, stretches }
}

fn stretch(
    law: &Law,
    from: Option<Date>,
    all: &[RuleId],
    turns: &BTreeMap<RuleId, BTreeSet<Turn>>,
    before: &[RuleId],
) -> LawStretch {
    let day = from.unwrap_or(FIRST);
    let is_live = |id: &&RuleId| law.rule(**id).is_some_and(|own| binds_when_placed_on(own, day));
    let rules: Vec<RuleId> = all.iter().filter(is_live).copied().collect();
    let shift = |&rule: &RuleId| {
        let turned = turns.get(&rule).into_iter().flatten().filter(|turn| Some(turn.day) == from);
        Shift { rule, causes: turned.map(|turn| turn.cause).collect() }
    };
    let only = |these: &[RuleId], without: &[RuleId]| -> Vec<Shift> {
        these.iter().filter(|rule| !without.contains(rule)).map(shift).collect()
    };
    let stayed = rules.iter().filter(|rule| before.contains(rule)).map(shift);
    let changed = stayed.filter(|shift| !shift.causes.is_empty()).collect();
    let (begun, ended) = match from {
        None => (Vec::new(), Vec::new()),
        Some(_) => (only(&rules, before), only(before, &rules)),
    };
    LawStretch { from, until: None, begun, ended, changed, rules }
}
