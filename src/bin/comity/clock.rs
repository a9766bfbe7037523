//! The clock of the machine: the library has none.

use comity::jiff::{Zoned, civil::Date};

/// The day that the clock of the machine shows.
pub(crate) fn today() -> Date {
    Zoned::now().date()
}
