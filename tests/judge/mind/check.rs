//! One product in one place on one day: what is found of facts, days and parameters.

use super::law::{Fact, Law, Ruleset};
use super::product::{Product, Stated, Statement};
use super::truth::{Truth, UNTOLD};
use super::value::{Answer, Kind, NOT_TOLD, Value};
use comity::jiff::civil::Date;
use comity::syntax::ast::{Event, Period};
use std::collections::BTreeMap;

pub(crate) const PLACEMENTS: &str = "market.placements";

/// What a rule is asked of.
#[derive(Clone, Copy)]
pub(crate) struct Check<'c> {
    pub(crate) law: &'c Law,
    pub(crate) product: &'c Product,
    /// The placement that counts, by its position in the list.
    pub(crate) placement: Option<usize>,
    pub(crate) today: Date,
    /// Weaker evidence counts as nothing said; a position in the levels.
    pub(crate) needed: usize,
}

/// An item of a list, with the level of its list.
#[derive(Clone, Copy)]
pub(crate) struct Item<'c> {
    pub(crate) list: &'c str,
    pub(crate) fields: &'c BTreeMap<String, Statement>,
    level: usize,
}

/// What a list holds.
pub(crate) enum Held<'c> {
    Open,
    Items(Vec<Item<'c>>),
}

impl<'c> Check<'c> {
    fn read(&self, statement: Option<&Statement>, list_level: usize) -> Answer {
        let Some(statement) = statement else { return NOT_TOLD };
        let level = if statement.level == 0 { list_level } else { statement.level };
        match &statement.stated {
            _ if level < self.needed => NOT_TOLD,
            Stated::Absent => Answer::Absent,
            Stated::Value(value) => Answer::Value(value.clone()),
            Stated::Items(_) => panic!("a list is no value"),
        }
    }

    pub(crate) fn fact(&self, path: &str) -> Answer {
        self.read(self.product.facts.get(path), 0)
    }

    pub(crate) fn field(&self, item: Item<'_>, name: &str) -> Answer {
        self.read(item.fields.get(name), item.level)
    }

    /// The items of a list. What has none is known to have none.
    pub(crate) fn items(&self, path: &'c str) -> Held<'c> {
        let Some(statement) = self.product.facts.get(path) else { return Held::Open };
        match &statement.stated {
            _ if statement.level < self.needed => Held::Open,
            Stated::Items(items) => {
                let level = statement.level;
                let each = items.iter().map(|fields| Item { list: path, fields, level });
                Held::Items(each.collect())
            }
            _ => Held::Items(Vec::new()),
        }
    }

    /// A field of the placement in the place under check.
    pub(crate) fn placed(&self, name: &str) -> Answer {
        match (self.items(PLACEMENTS), self.placement) {
            (Held::Items(items), Some(at)) => {
                items.get(at).map_or(NOT_TOLD, |item| self.field(*item, name))
            }
            _ => NOT_TOLD,
        }
    }

    /// Whether a fact or list is there at all.
    pub(crate) fn is_present(&self, path: &'c str, fact: &Fact) -> Truth {
        if fact.kind != Kind::List {
            return is_present(&self.fact(path));
        }
        match self.product.facts.get(path) {
            Some(statement) if statement.level >= self.needed => {
                Truth::of(matches!(statement.stated, Stated::Items(_)))
            }
            _ => Truth::Open(UNTOLD),
        }
    }

    pub(crate) fn counts_today(&self, period: &Period) -> Truth {
        Truth::of(within(period, self.today, self.today))
    }

    /// The first day of the event, and the earliest and latest day on which it can end.
    fn days(&self, event: Event) -> Result<(Date, Date, Date), Answer> {
        let first = match self.placed("first_placed") {
            Answer::Value(Value::Day(first)) => first,
            other => return Err(other),
        };
        let last = match event {
            Event::Placing => self.placed("last_placed"),
            Event::MakingAvailable => self.placed("last_made_available"),
        };
        let (least, most) = match last {
            Answer::Value(Value::Day(last)) => (last, last),
            Answer::Absent => (self.today, self.today),
            _ => (first, self.today),
        };
        let end = |day: Date| day.min(self.today).max(first);
        Ok((first, end(least), end(most)))
    }

    /// Whether some day of the event lies within the dates.
    pub(crate) fn triggered(&self, event: Event, period: &Period) -> Truth {
        match self.days(event) {
            Err(Answer::Absent) => Truth::No,
            Err(_) => Truth::Open(UNTOLD),
            Ok((first, least, most)) => {
                match (within(period, first, least), within(period, first, most)) {
                    (true, _) => Truth::Yes,
                    (false, false) => Truth::No,
                    (false, true) => Truth::Open(UNTOLD),
                }
            }
        }
    }

    /// The value of a parameter: on the day of the check, or on the last day of the event.
    pub(crate) fn parameter(&self, set: &Ruleset, name: &str, event: Option<Event>) -> Answer {
        let values = set.parameter(name).unwrap();
        let kind = Kind::of(&values[0].0.node);
        let (least, most) = match event.map(|event| self.days(event)) {
            None => (Some(self.today), Some(self.today)),
            Some(Ok((_, least, most))) => (Some(least), Some(most)),
            Some(Err(_)) => (None, None),
        };
        let covers = |period: &&Period| {
            let from =
                period.from.as_ref().is_none_or(|from| least.is_some_and(|day| from.node <= day));
            let until =
                period.until.as_ref().is_none_or(|until| most.is_some_and(|day| day <= until.node));
            from && until
        };
        let found = values.iter().find(|(_, period)| covers(&period));
        found.map_or(NOT_TOLD, |(value, _)| Answer::Value(kind.read(&value.node)))
    }

    /// What people judged of a norm of a rule. Where two disagree, nothing is told.
    pub(crate) fn judged(&self, rule: &str, words: &str) -> Truth {
        let speaks = |one: &&super::product::Judgement| {
            one.rule == rule && one.norm.as_ref().is_none_or(|norm| norm == words)
        };
        let mut said = self.product.judgements.iter().filter(speaks).map(|one| one.met);
        match said.next() {
            Some(first) if said.all(|other| other == first) => Truth::of(first),
            _ => Truth::Open(super::truth::UNJUDGED),
        }
    }
}

/// Whether some day from the first to the last lies within the dates.
fn within(period: &Period, first: Date, last: Date) -> bool {
    period.from.as_ref().is_none_or(|from| from.node <= last)
        && period.until.as_ref().is_none_or(|until| first <= until.node)
}

pub(crate) fn is_present(answer: &Answer) -> Truth {
    match answer {
        Answer::Open(why) => Truth::Open(*why),
        Answer::Absent => Truth::No,
        Answer::Value(_) => Truth::Yes,
    }
}
