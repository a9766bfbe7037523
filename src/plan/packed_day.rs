//! A day as one number, in the order of the calendar: 64 of them are compared in a few steps.

use crate::model::value::Duration;
use jiff::civil::Date;

/// Year, month (4 bits) and day (5 bits).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct PackedDay(i32);

impl From<Date> for PackedDay {
    fn from(day: Date) -> PackedDay {
        let (year, month, day) = (day.year(), day.month(), day.day());
        PackedDay(i32::from(year) << 9 | i32::from(month) << 5 | i32::from(day))
    }
}

impl PackedDay {
    /// Its number: days follow each other as their numbers do, with gaps between months.
    pub(crate) fn rank(self) -> i64 {
        i64::from(self.0)
    }

    /// The day itself; `None` of one that was never packed.
    pub(crate) fn date(self) -> Option<Date> {
        let month = i8::try_from(self.0 >> 5 & 0xf).ok()?;
        let day = i8::try_from(self.0 & 0x1f).ok()?;
        Date::new(i16::try_from(self.0 >> 9).ok()?, month, day).ok()
    }

    /// As [`Duration::after`].
    pub(crate) fn plus(self, length: Duration) -> Option<PackedDay> {
        length.after(self.date()?).map(PackedDay::from)
    }
}

#[cfg(test)]
mod tests {
    use super::PackedDay;
    use jiff::ToSpan;
    use jiff::civil::{Date, date};

    #[test]
    fn days_are_packed_in_the_order_of_the_calendar() {
        for first in [Date::MIN, date(-1, 11, 20), date(2023, 12, 1), date(9999, 10, 1)] {
            let days: Vec<Date> = first.series(1.day()).take(90).collect();
            let packed: Vec<PackedDay> = days.iter().copied().map(PackedDay::from).collect();
            assert!(packed.is_sorted_by(|one, next| one < next && one.rank() < next.rank()));
            let unpacked: Vec<Date> = packed.iter().filter_map(|day| day.date()).collect();
            assert_eq!(unpacked, days);
        }
        assert_eq!(PackedDay::default().date(), None);
    }
}
