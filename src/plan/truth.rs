//! The three truth values of strong Kleene logic, for one product and for 64.

use std::ops::Not;

/// Whether something holds. The order makes `and` the least and `or` the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    /// It does not hold.
    False,
    /// Nobody has said.
    Unknown,
    /// It holds.
    True,
}

impl Truth {
    /// Both hold.
    #[must_use]
    pub fn and(self, other: Truth) -> Truth {
        self.min(other)
    }

    /// One of them holds.
    #[must_use]
    pub fn or(self, other: Truth) -> Truth {
        self.max(other)
    }

    /// Every one holds; true of none.
    #[must_use]
    pub fn all(truths: impl IntoIterator<Item = Truth>) -> Truth {
        truths.into_iter().fold(Truth::True, Truth::and)
    }

    /// At least one holds; false of none.
    #[must_use]
    pub fn any(truths: impl IntoIterator<Item = Truth>) -> Truth {
        truths.into_iter().fold(Truth::False, Truth::or)
    }

    /// `value` where it is certain, unknown otherwise.
    #[must_use]
    pub fn certain(yes: bool, no: bool) -> Truth {
        match (yes, no) {
            (true, false) => Truth::True,
            (false, true) => Truth::False,
            _ => Truth::Unknown,
        }
    }

    /// Whether it is true or false.
    #[must_use]
    pub fn is_known(self) -> bool {
        self != Truth::Unknown
    }
}

impl Not for Truth {
    type Output = Truth;

    fn not(self) -> Truth {
        match self {
            Truth::False => Truth::True,
            Truth::Unknown => Truth::Unknown,
            Truth::True => Truth::False,
        }
    }
}

impl From<bool> for Truth {
    fn from(value: bool) -> Truth {
        if value { Truth::True } else { Truth::False }
    }
}

/// The truth of one condition for 64 products: a bit of `yes` where it is true, of `no` where
/// it is false, of neither where it is unknown. Never both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Words {
    /// Where it is true.
    pub yes: u64,
    /// Where it is false.
    pub no: u64,
}

impl Words {
    /// How many products share a word.
    pub const WIDTH: usize = 64;

    /// Unknown for all.
    pub const UNKNOWN: Words = Words { yes: 0, no: 0 };

    /// The same truth for all.
    #[must_use]
    pub const fn splat(truth: Truth) -> Words {
        match truth {
            Truth::False => Words { yes: 0, no: u64::MAX },
            Truth::Unknown => Words::UNKNOWN,
            Truth::True => Words { yes: u64::MAX, no: 0 },
        }
    }

    /// Both hold.
    #[must_use]
    pub const fn and(self, other: Words) -> Words {
        Words { yes: self.yes & other.yes, no: self.no | other.no }
    }

    /// One of them holds.
    #[must_use]
    pub const fn or(self, other: Words) -> Words {
        Words { yes: self.yes | other.yes, no: self.no & other.no }
    }

    /// Where it is unknown.
    #[must_use]
    pub const fn unknown(self) -> u64 {
        !(self.yes | self.no)
    }

    /// The truth for product `bit` (0 to 63).
    #[must_use]
    pub const fn get(self, bit: usize) -> Truth {
        match ((self.yes >> (bit % 64)) & 1, (self.no >> (bit % 64)) & 1) {
            (1, _) => Truth::True,
            (_, 1) => Truth::False,
            _ => Truth::Unknown,
        }
    }
}

impl Not for Words {
    type Output = Words;

    fn not(self) -> Words {
        Words { yes: self.no, no: self.yes }
    }
}

/// The bits of word number `word` that stand for one of `len` products.
#[must_use]
pub const fn live_bits(len: usize, word: usize) -> u64 {
    match len.saturating_sub(word.saturating_mul(Words::WIDTH)) {
        0 => 0,
        rest if rest >= Words::WIDTH => u64::MAX,
        rest => (1 << rest) - 1,
    }
}

#[cfg(test)]
mod tests {
    use super::{Truth, Words, live_bits};

    const ALL: [Truth; 3] = [Truth::False, Truth::Unknown, Truth::True];

    #[test]
    fn words_agree_with_truths() {
        for a in ALL {
            assert_eq!((!Words::splat(a)).get(7), !a);
            for b in ALL {
                assert_eq!(Words::splat(a).and(Words::splat(b)).get(63), a.and(b));
                assert_eq!(Words::splat(a).or(Words::splat(b)).get(0), a.or(b));
            }
        }
    }

    #[test]
    fn unknown_decides_nothing_but_is_decided() {
        use Truth::{False, True, Unknown};
        assert_eq!((Unknown.and(False), Unknown.or(True)), (False, True));
        assert_eq!((Unknown.and(True), Unknown.or(False), !Unknown), (Unknown, Unknown, Unknown));
        assert_eq!((Truth::all([]), Truth::any([])), (True, False));
    }

    #[test]
    fn live_bits_stop_at_the_last_product() {
        assert_eq!(live_bits(65, 0), u64::MAX);
        assert_eq!(live_bits(65, 1), 1);
        assert_eq!(live_bits(65, 2), 0);
    }
}
