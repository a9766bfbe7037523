//! On which days units are placed or supplied, as far as that is known.

use super::reading::{Reading, Threshold};
use super::row::{PlacementFields, Row};
use super::truth::Truth;
use crate::model::law::Parameter;
use crate::model::period::Period;
use crate::model::rule::Event;
use crate::model::value::Value;
use crate::model::vocabulary::FieldId;
use jiff::civil::Date;

/// The days of an event: from the first day to the last, or to the day of the check if that
/// comes first, and always at least the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The first day; absent where there is no such day.
    pub first: Day,
    /// The last day; absent where the event goes on.
    pub last: Day,
    /// The day of the check.
    pub checked: Date,
}

/// A day as stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// Not stated.
    Unknown,
    /// Known to be none.
    Absent,
    /// That day.
    On(Date),
}

impl Days {
    /// The days on which units are placed or supplied in the market of the row.
    #[must_use]
    pub fn of(
        row: Row<'_>,
        fields: Option<PlacementFields>,
        event: Event,
        threshold: Threshold,
    ) -> Days {
        let day = |field: Option<FieldId>| {
            field.map_or(Day::Unknown, |field| Day::from(threshold.placement(row, field)))
        };
        Days {
            first: day(fields.and_then(|fields| fields.first_placed)),
            last: day(fields.and_then(|fields| fields.last(event))),
            checked: row.on,
        }
    }

    /// Whether some of the days lies in the period.
    #[must_use]
    pub fn meet(&self, period: Period) -> Truth {
        match self.first {
            Day::Unknown => Truth::Unknown,
            Day::Absent => Truth::False,
            Day::On(first) => {
                let (least, most) = self.end(first);
                Truth::certain(period.meets(first, least), !period.meets(first, most))
            }
        }
    }

    /// The days among which the latest day that counts lies; open where it may be any.
    #[must_use]
    pub fn latest(&self) -> Period {
        match self.first {
            Day::Unknown | Day::Absent => Period::default(),
            Day::On(first) => {
                let (least, most) = self.end(first);
                Period { from: Some(least), until: Some(most) }
            }
        }
    }

    /// Earliest and latest possible day on which the event ends.
    fn end(&self, first: Date) -> (Date, Date) {
        match self.last {
            Day::On(last) => {
                let end = first.max(last.min(self.checked));
                (end, end)
            }
            Day::Absent => (first.max(self.checked), first.max(self.checked)),
            Day::Unknown => (first, first.max(self.checked)),
        }
    }
}

impl PlacementFields {
    /// The field that holds the last day of the event.
    #[must_use]
    pub fn last(&self, event: Event) -> Option<FieldId> {
        match event {
            Event::Placing => self.last_placed,
            Event::MakingAvailable => self.last_made_available,
        }
    }
}

impl From<Reading<'_>> for Day {
    fn from(reading: Reading<'_>) -> Day {
        match reading {
            Reading::Value(Value::Date(day), _) => Day::On(*day),
            Reading::Absent(_) => Day::Absent,
            _ => Day::Unknown,
        }
    }
}

/// The one value a parameter has on every day of the range, if there is one.
#[must_use]
pub fn value_throughout(parameter: &Parameter, range: Period) -> Option<&Value> {
    let covers = |period: &Period| {
        period.from.is_none_or(|from| range.from.is_some_and(|first| from <= first))
            && period.until.is_none_or(|until| range.until.is_some_and(|last| last <= until))
    };
    parameter.values.iter().find(|(_, period)| covers(period)).map(|(value, _)| value)
}
