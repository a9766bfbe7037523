//! Lengths of time as the reference has them: months apart from days and hours.

use super::truth::{Truth, UNTOLD};
use comity::jiff::civil::Date;
use comity::jiff::{Span, ToSpan};

/// Seconds of a day.
const DAY: i128 = 86_400;

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Length {
    pub(crate) months: i128,
    pub(crate) seconds: i128,
}

/// `5 years`: how many, and the word of the unit, in the singular or the plural.
pub(crate) fn length_of(amount: i128, unit: &str) -> Option<Length> {
    let months = |each: i128| Some(Length { months: each * amount, seconds: 0 });
    let seconds = |each: i128| Some(Length { months: 0, seconds: each * amount });
    match unit.strip_suffix('s').unwrap_or(unit) {
        "year" => months(12),
        "month" => months(1),
        "week" => seconds(7 * DAY),
        "day" => seconds(DAY),
        "hour" => seconds(3_600),
        "minute" => seconds(60),
        "second" => seconds(1),
        _ => None,
    }
}

impl Length {
    pub(crate) fn plus(self, other: Length) -> Length {
        Length { months: self.months + other.months, seconds: self.seconds + other.seconds }
    }

    pub(crate) fn turned(self) -> Length {
        Length { months: -self.months, seconds: -self.seconds }
    }

    /// Whether the comparison holds of this length less the other and nothing. What both have in
    /// common is out of it; for the rest a month is 28 to 31 days, a year 365 or 366.
    pub(crate) fn compare(self, other: Length, accepts: impl Fn(i128) -> bool) -> Truth {
        let rest = self.plus(other.turned());
        let (years, months) = (rest.months.abs() / 12, rest.months.abs() % 12);
        let short = (years * 365 + months * 28) * DAY;
        let long = (years * 366 + months * 31) * DAY;
        let (least, most) = if rest.months < 0 { (-long, -short) } else { (short, long) };
        let (least, most) = (least + rest.seconds, most + rest.seconds);
        // Every outcome that the bounds leave, told by its sign.
        let mut signs = vec![least.signum(), most.signum()];
        if least < 0 && most > 0 {
            signs.push(0);
        }
        match (signs.iter().all(|sign| accepts(*sign)), signs.iter().any(|sign| accepts(*sign))) {
            (true, _) => Truth::Yes,
            (_, false) => Truth::No,
            _ => Truth::Open(UNTOLD),
        }
    }
}

/// The day so long after another: months first, then days. Hours make no day.
pub(crate) fn later(day: Date, length: Length) -> Option<Date> {
    if length.seconds % DAY != 0 {
        return None;
    }
    let months: Span = Span::new().try_months(i64::try_from(length.months).ok()?).ok()?;
    let days = i64::try_from(length.seconds / DAY).ok()?;
    day.checked_add(months).ok()?.checked_add(0.days().try_days(days).ok()?).ok()
}
