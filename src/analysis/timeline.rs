//! From when to when does a product have which verdicts, and when does it stop being compliant?
//!
//! Verdicts change only on the days that [`super::turns`] finds: the product is evaluated once on
//! each of them, and stretches without a change are joined.

use super::placed::placed_on;
use super::turns::{Clocks, FIRST, Turn, TurnCause, Turns};
use crate::eval::explain::{Explanation, explain};
use crate::eval::matrix::{Matrix, evaluate};
use crate::eval::verdict::{Outcome, Verdict};
use crate::eval::walk::Walker;
use crate::model::law::Law;
use crate::model::manifest::Manifest;
use crate::model::rule::{Modality, RuleId};
use crate::plan::order::Plan;
use crate::plan::reading::Threshold;
use crate::plan::row::{Market, Row};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// All that one market ever says of a product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// The market.
    pub market: Market,
    /// Stretches of days with the same verdicts, one after the other; they leave no day out.
    pub stretches: Vec<Stretch>,
}

/// Days on which every rule says the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Its first day; none if it begins before all days that are looked at.
    pub from: Option<Date>,
    /// Its last day; none if nothing changes any more.
    pub until: Option<Date>,
    /// What all obligations together say.
    pub outcome: Outcome,
    /// What each rule says, in the order asked for.
    pub verdicts: Vec<(RuleId, Modality, Verdict)>,
    /// What has changed since the stretch before.
    pub changes: Vec<Change>,
}

/// A rule that says something else than on the day before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it said.
    pub before: Verdict,
    /// What in it turned on that day.
    pub causes: Vec<TurnCause>,
    /// What it says now, and why.
    pub now: Explanation,
}

/// How a timeline is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// Statements with less evidence count as unknown.
    pub threshold: Threshold,
    /// Which days move.
    pub clocks: Clocks,
}

impl Timeline {
    /// The stretch in which a day lies.
    #[must_use]
    pub fn on(&self, day: Date) -> Option<&Stretch> {
        self.stretches.iter().rev().find(|stretch| stretch.from.is_none_or(|from| from <= day))
    }

    /// The first stretch after the day whose outcome is another one.
    #[must_use]
    pub fn turn_after(&self, day: Date) -> Option<&Stretch> {
        let now = self.on(day)?.outcome;
        let later = |stretch: &&Stretch| stretch.from.is_some_and(|from| from > day);
        self.stretches.iter().filter(later).find(|stretch| stretch.outcome != now)
    }

    /// The first stretch after the day in which a product that is compliant on it no longer is.
    #[must_use]
    pub fn lapse(&self, day: Date) -> Option<&Stretch> {
        self.on(day).filter(|now| now.outcome == Outcome::Compliant)?;
        self.turn_after(day)
    }
}

impl Stretch {
    /// Whether some day from the first one to the second lies in it.
    #[must_use]
    pub fn meets(&self, from: Option<Date>, until: Option<Date>) -> bool {
        let before = |one: Option<Date>, other: Option<Date>| match (one, other) {
            (Some(one), Some(other)) => one < other,
            _ => false,
        };
        !before(self.until, from) && !before(until, self.from)
    }
}

/// The whole timeline of a product in a market, by those rules.
#[must_use]
pub fn timeline(
    law: &Law,
    manifest: &Manifest,
    market: Market,
    rules: &[RuleId],
    asked: Asked,
) -> Timeline {
    let mut turns = Turns::of_product(law, manifest, market, asked.threshold, asked.clocks);
    let found: BTreeMap<RuleId, BTreeSet<Turn>> =
        rules.iter().map(|&rule| (rule, turns.of_rule(rule))).collect();
    let turning = found.values().flatten().map(|turn| turn.day);
    let days: BTreeSet<Date> = std::iter::once(FIRST).chain(turning).collect();
    let days: Vec<Date> = days.into_iter().collect();
    let course = Course::new(law, manifest, market, asked, days);
    Timeline { market, stretches: course.stretches(rules, &found) }
}

/// The product on each of some days.
struct Course<'a> {
    law: &'a Law,
    threshold: Threshold,
    days: Vec<Date>,
    /// One for all days, or one for each.
    products: Vec<(Manifest, Market)>,
}

impl<'a> Course<'a> {
    fn new(
        law: &'a Law,
        manifest: &Manifest,
        market: Market,
        asked: Asked,
        days: Vec<Date>,
    ) -> Course<'a> {
        let products = match asked.clocks {
            Clocks::Checked => vec![(manifest.clone(), market)],
            Clocks::PlacedThen => {
                days.iter().map(|&day| placed_on(law, manifest, market, day)).collect()
            }
        };
        Course { law, threshold: asked.threshold, days, products }
    }

    fn rows(&self) -> Vec<Row<'_>> {
        let products = self.days.iter().zip(self.products.iter().cycle());
        products.map(|(&on, (manifest, market))| Row { manifest, market: *market, on }).collect()
    }

    fn stretches(
        &self,
        rules: &[RuleId],
        turns: &BTreeMap<RuleId, BTreeSet<Turn>>,
    ) -> Vec<Stretch> {
        let rows = self.rows();
        let matrix = evaluate(self.law, &Plan::new(self.law, rules), &rows, self.threshold);
        let mut stretches: Vec<Stretch> = Vec::new();
        for (index, &row) in rows.iter().enumerate() {
            let verdicts = self.verdicts(&matrix, index, row);
            let changes = match stretches.last_mut() {
                None => Vec::new(),
                Some(last) if last.verdicts == verdicts => continue,
                Some(last) => {
                    last.until = row.on.yesterday().ok();
                    self.changes(&last.verdicts, &verdicts, row, turns)
                }
            };
            stretches.push(Stretch {
                from: (index > 0).then_some(row.on),
                until: None,
                outcome: Outcome::of(verdicts.iter().map(|own| (own.1, own.2))),
                verdicts,
                changes,
            });
        }
        stretches
    }

    /// The verdicts on one day, `needs judgement` told apart.
    fn verdicts(
        &self,
        matrix: &Matrix,
        index: usize,
        row: Row<'_>,
    ) -> Vec<(RuleId, Modality, Verdict)> {
        let walker = Walker::new(self.law, row, self.threshold);
        let told = |(rule, modality, verdict)| {
            let explained = match verdict {
                Verdict::Undetermined => explain(&walker, rule, verdict),
                _ => None,
            };
            (rule, modality, explained.map_or(verdict, |explained| explained.verdict))
        };
        matrix.row(index).map(told).collect()
    }

    fn changes(
        &self,
        before: &[(RuleId, Modality, Verdict)],
        now: &[(RuleId, Modality, Verdict)],
        row: Row<'_>,
        turns: &BTreeMap<RuleId, BTreeSet<Turn>>,
    ) -> Vec<Change> {
        let walker = Walker::new(self.law, row, self.threshold);
        let changed = before.iter().zip(now).filter(|(before, now)| before != now);
        let change = |(&(rule, _, before), &(.., now)): (&(_, _, _), &(_, _, _))| {
            let turned = turns.get(&rule).into_iter().flatten();
            let turned = turned.filter(|turn| turn.day == row.on);
            let causes = turned.map(|turn| turn.cause).collect();
            Some(Change { before, causes, now: explain(&walker, rule, raw(now))? })
        };
        changed.filter_map(change).collect()
    }
}

/// The verdict before a judgement was told apart from a missing fact.
fn raw(verdict: Verdict) -> Verdict {
    match verdict {
        Verdict::NeedsJudgement => Verdict::Undetermined,
        verdict => verdict,
    }
}
