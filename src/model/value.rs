//! Values of facts: no floats, no hidden conversion of units.

use jiff::civil::Date;
use std::cmp::Ordering;

/// A value of a fact or in a rule.
///
/// Words of a one-of or set are positions in the value list of the fact's type.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// `yes`, `no`
    YesNo(bool),
    /// A member of a one-of type, by its position.
    Word(u8),
    /// Members of a set type: bit *n* is the value at position *n*.
    Set(u128),
    /// A whole number in the unit of its fact.
    Number(i64),
    /// A length of time.
    Duration(Duration),
    /// A calendar day.
    Date(Date),
    /// Text, URL, language (lower case), country, territory (upper case), reference.
    Text(String),
    /// A version such as `1.10`.
    Version(Version),
    /// An amount of money.
    Money(Money),
    /// Members of an open set (texts, languages, countries), sorted, each once.
    Texts(Vec<String>),
}

/// A length of time that keeps months apart from seconds: neither converts into the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Duration {
    /// Calendar months (a year is twelve).
    pub months: i64,
    /// Seconds (a day is 86,400, a week seven days).
    pub seconds: i64,
}

/// Shortest and longest length of a month in days; shortest and longest of twelve months.
const MONTH_DAYS: (i64, i64) = (28, 31);
const YEAR_DAYS: (i64, i64) = (365, 366);
const DAY_SECONDS: i64 = 86_400;
/// Longer lengths cannot be stated: they are slips of the pen.
const LONGEST_YEARS: i64 = 1000;

impl Duration {
    /// The longest length that can be stated: none is longer in months, and none in seconds.
    pub const LONGEST: Duration =
        Duration { months: LONGEST_YEARS * 12, seconds: LONGEST_YEARS * YEAR_DAYS.1 * DAY_SECONDS };

    /// Bounds in seconds of how much longer this is than `other`: equal bounds where the
    /// calendar plays no part. A month is 28 to 31 days, a year 365 or 366.
    ///
    /// ```
    /// use comity::model::value::Duration;
    /// let months = |months| Duration { months, seconds: 0 };
    /// let days = |days: i64| Duration { months: 0, seconds: days * 86_400 };
    /// assert_eq!(months(12).excess_over(days(365)), (0, 86_400));
    /// assert_eq!(months(60).excess_over(months(60)), (0, 0));
    /// ```
    #[must_use]
    pub fn excess_over(self, other: Duration) -> (i64, i64) {
        let (least, most) = month_bounds(self.months.saturating_sub(other.months));
        let seconds = self.seconds.saturating_sub(other.seconds);
        (least.saturating_add(seconds), most.saturating_add(seconds))
    }

    /// The sum of two lengths.
    #[must_use]
    pub fn plus(self, other: Duration) -> Duration {
        Duration {
            months: self.months.saturating_add(other.months),
            seconds: self.seconds.saturating_add(other.seconds),
        }
    }

    /// The length with its sign turned.
    #[must_use]
    pub fn negated(self) -> Duration {
        Duration { months: self.months.saturating_neg(), seconds: self.seconds.saturating_neg() }
    }

    /// The day that lies this long after `day`: months first (the last day of the month where
    /// that day does not exist), then whole days. `None` outside the calendar (years ±9999),
    /// or where the length holds hours, which no day can tell.
    #[must_use]
    pub fn after(self, day: Date) -> Option<Date> {
        if self.seconds % DAY_SECONDS != 0 {
            return None;
        }
        let day = months_after(day, self.months)?;
        match self.seconds / DAY_SECONDS {
            0 => Some(day),
            days => day.checked_add(jiff::Span::new().try_days(days).ok()?).ok(),
        }
    }
}

/// The same day of another month, or the last one of a month that is too short. Registers add
/// months to days by the million: a span of months would take ten times as long.
fn months_after(day: Date, months: i64) -> Option<Date> {
    let month = i64::from(day.year()) * 12 + i64::from(day.month()) - 1;
    let month = i32::try_from(month.checked_add(months)?).ok()?;
    let year = i16::try_from(month.div_euclid(12)).ok()?;
    let month = i8::try_from(month.rem_euclid(12) + 1).ok()?;
    // Every month has as many days.
    if i64::from(day.day()) <= MONTH_DAYS.0 {
        return Date::new(year, month, day.day()).ok();
    }
    let first = Date::new(year, month, 1).ok()?;
    Date::new(year, month, day.day().min(first.days_in_month())).ok()
}

/// Bounds in seconds of a number of months, which may be negative.
fn month_bounds(months: i64) -> (i64, i64) {
    let (years, rest) = (months.saturating_abs() / 12, months.saturating_abs() % 12);
    let days = |year: i64, month: i64| {
        years
            .saturating_mul(year)
            .saturating_add(rest.saturating_mul(month))
            .saturating_mul(DAY_SECONDS)
    };
    let (least, most) = (days(YEAR_DAYS.0, MONTH_DAYS.0), days(YEAR_DAYS.1, MONTH_DAYS.1));
    if months < 0 { (most.saturating_neg(), least.saturating_neg()) } else { (least, most) }
}

/// A version: dotted parts, compared part by part, numbers as numbers.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Version(pub String);

impl Version {
    /// Compares part by part; a missing part counts as 0, a number comes before a word.
    ///
    /// ```
    /// use comity::model::value::Version;
    /// let version = |text: &str| Version(text.to_owned());
    /// assert!(version("1.10").compare(&version("1.9")).is_gt());
    /// assert!(version("2.0").compare(&version("2")).is_eq());
    /// ```
    #[must_use]
    pub fn compare(&self, other: &Version) -> Ordering {
        let (mut left, mut right) = (self.0.split(['.', '-', '_']), other.0.split(['.', '-', '_']));
        loop {
            match (left.next(), right.next()) {
                (None, None) => return Ordering::Equal,
                (a, b) => match compare_parts(a.unwrap_or("0"), b.unwrap_or("0")) {
                    Ordering::Equal => {}
                    unequal => return unequal,
                },
            }
        }
    }
}

fn compare_parts(left: &str, right: &str) -> Ordering {
    match (left.parse::<u64>(), right.parse::<u64>()) {
        (Ok(left), Ok(right)) => left.cmp(&right),
        (Ok(_), Err(_)) => Ordering::Less,
        (Err(_), Ok(_)) => Ordering::Greater,
        (Err(_), Err(_)) => left.cmp(right),
    }
}

/// Money in hundredths of the unit of its currency.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Money {
    /// Hundredths (cents, pence).
    pub minor: i64,
    /// ISO 4217 code.
    pub currency: String,
}

#[cfg(test)]
mod tests {
    use super::Duration;
    use jiff::Span;
    use jiff::civil::date;

    #[test]
    fn months_after_a_day_are_those_of_the_calendar() {
        let days = [(-9999, 1, 1), (0, 2, 29), (2023, 12, 31), (2024, 2, 29), (9999, 12, 31)];
        let months = (-30..30).chain([-239_976, -239_975, 119_999, 239_976, i64::MAX]);
        let mut found = 0;
        for (day, months) in days.iter().flat_map(|&day| months.clone().map(move |by| (day, by))) {
            let day = date(day.0, day.1, day.2);
            let span = Span::new().try_months(months).ok();
            let expected = span.and_then(|span| day.checked_add(span).ok());
            assert_eq!(Duration { months, seconds: 0 }.after(day), expected, "{day} {months}");
            found += u32::from(expected.is_some());
        }
        assert!(found > 200, "{found}");
    }
}
