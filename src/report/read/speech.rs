//! The grammar of a reading: quotes, rows of words, days, elision, verbs.

use super::{Mood, Reader};
use crate::model::period::Period;
use crate::model::text::Language;
use jiff::civil::Date;

const MONTHS: [[&str; 3]; 12] = [
    ["January", "janvier", "januari"],
    ["February", "février", "februari"],
    ["March", "mars", "maart"],
    ["April", "avril", "april"],
    ["May", "mai", "mei"],
    ["June", "juin", "juni"],
    ["July", "juillet", "juli"],
    ["August", "août", "augustus"],
    ["September", "septembre", "september"],
    ["October", "octobre", "oktober"],
    ["November", "novembre", "november"],
    ["December", "décembre", "december"],
];

/// A verb: whether it holds or not, and what each language does with it.
pub(super) struct Verb {
    /// `is`, `is not`
    pub(super) english: [&'static str; 2],
    /// Indicative and subjunctive: `est`, `n’est pas`, `n’est` (before *ni*).
    pub(super) french: [[&'static str; 3]; 2],
    /// `is`; it goes to the end of a subordinate clause.
    pub(super) dutch: &'static str,
}

pub(super) const IS: Verb = Verb {
    english: ["is", "is not"],
    french: [["est", "n’est pas", "n’est"], ["soit", "ne soit pas", "ne soit"]],
    dutch: "is",
};
pub(super) const AMOUNTS: Verb = Verb { dutch: "bedraagt", ..IS };
pub(super) const FALLS: Verb = Verb {
    english: ["is", "is not"],
    french: [["tombe", "ne tombe pas", "ne tombe"], ["tombe", "ne tombe pas", "ne tombe"]],
    dutch: "valt",
};
pub(super) const INCLUDES: Verb = Verb {
    english: ["includes", "does not include"],
    french: [
        ["comprend", "ne comprend pas", "ne comprend"],
        ["comprenne", "ne comprenne pas", "ne comprenne"],
    ],
    dutch: "omvat",
};
pub(super) const EXISTS: Verb = Verb {
    english: ["exists", "does not exist"],
    french: [["existe", "n’existe pas", "n’existe"], ["existe", "n’existe pas", "n’existe"]],
    dutch: "bestaat",
};

/// In Dutch with *van toepassing*.
pub(super) const APPLIES: Verb = Verb {
    english: ["applies", "does not apply"],
    french: [["s’applique", "ne s’applique pas", "ne s’applique"]; 2],
    dutch: "is",
};

/// Whether a clause holds, and how it says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Polarity {
    /// `is`
    Yes,
    /// `is not`
    No,
    /// `is`, before a complement that says *neither … nor*
    Neither,
}

impl Polarity {
    pub(super) fn of(holds: bool) -> Polarity {
        if holds { Polarity::Yes } else { Polarity::No }
    }
}

impl Reader<'_> {
    /// Subject, verb and complement, in the order that the language asks for.
    pub(super) fn clause(
        &self,
        mood: Mood,
        subject: &str,
        (verb, polarity): (&Verb, Polarity),
        complement: &str,
    ) -> String {
        let not = if polarity == Polarity::No { "niet" } else { "" };
        let words = match self.language {
            Language::English => [subject, verb.in_english(polarity), complement, ""],
            Language::French => [subject, verb.in_french(polarity, mood), complement, ""],
            Language::Dutch if mood == Mood::Main => [subject, verb.dutch, not, complement],
            Language::Dutch => [subject, not, complement, verb.dutch],
        };
        spaced(&words)
    }

    /// Words in quotation marks, as the language sets them.
    pub(super) fn quoted(&self, words: &str) -> String {
        let [open, close] =
            self.say([["\u{201c}", "\u{201d}"], ["«\u{a0}", "\u{a0}»"], ["\u{201c}", "\u{201d}"]]);
        format!("{open}{words}{close}")
    }

    /// A colon, as the language sets it.
    pub(super) fn colon(&self) -> &'static str {
        self.say([":", "\u{a0}:", ":"])
    }

    /// `a, b and c`
    pub(super) fn all_of(&self, words: &[String]) -> String {
        row(words, self.say([" and ", " et ", " en "]))
    }

    /// `a, b or c`
    pub(super) fn any_of(&self, words: &[String]) -> String {
        row(words, self.say([" or ", " ou ", " of "]))
    }

    /// `neither a nor b`
    pub(super) fn neither(&self, words: &[String]) -> String {
        let [first, next] = self.say([["neither ", " nor "], ["ni ", " ni "], ["noch ", " noch "]]);
        format!("{first}{}", words.join(next))
    }

    /// `11 December 2027`, `1er décembre 2027`
    pub(super) fn day(&self, day: Date) -> String {
        let month = usize::from(day.month().unsigned_abs()).saturating_sub(1);
        let month = MONTHS.get(month).map_or("", |names| self.say(*names));
        let first = self.language == Language::French && day.day() == 1;
        let ordinal = if first { "er" } else { "" };
        format!("{}{ordinal} {month} {}", day.day(), day.year())
    }

    /// `from 1 June 2026 until 31 May 2027`; nothing where it has no end.
    pub(super) fn days(&self, period: &Period) -> Option<String> {
        let day = |day: Date| self.day(day);
        let words = match (period.from.map(day), period.until.map(day)) {
            (Some(from), Some(until)) => [
                format!("from {from} until {until} (both days included)"),
                format!("du {from} au {until} (ces deux jours compris)"),
                format!("van {from} tot en met {until}"),
            ],
            (Some(from), None) => {
                [format!("from {from}"), format!("à partir du {from}"), format!("vanaf {from}")]
            }
            (None, Some(until)) => [
                format!("until {until} (that day included)"),
                format!("jusqu’au {until} (ce jour compris)"),
                format!("tot en met {until}"),
            ],
            (None, None) => return None,
        };
        Some(self.say(words))
    }
}

impl Verb {
    fn in_english(&self, polarity: Polarity) -> &'static str {
        let [yes, no] = self.english;
        if polarity == Polarity::No { no } else { yes }
    }

    fn in_french(&self, polarity: Polarity, mood: Mood) -> &'static str {
        let [indicative, subjunctive] = self.french;
        let [yes, no, ne] = if mood == Mood::That { subjunctive } else { indicative };
        match polarity {
            Polarity::Yes => yes,
            Polarity::No => no,
            Polarity::Neither => ne,
        }
    }
}

/// Words with a blank between them, leaving out those that are empty.
pub(super) fn spaced(words: &[&str]) -> String {
    let told: Vec<&str> = words.iter().copied().filter(|word| !word.is_empty()).collect();
    told.join(" ")
}

/// Words in a row: commas, and a word before the last.
fn row(words: &[String], last: &str) -> String {
    match words.split_last() {
        Some((end, rest)) if !rest.is_empty() => format!("{}{last}{end}", rest.join(", ")),
        Some((one, _)) => one.clone(),
        None => String::new(),
    }
}

/// A French word that ends in *e* before other words: `que` and `lorsque` lose it before a vowel.
pub(super) fn elided(word: &str, next: &str) -> String {
    let stem = word.strip_suffix('e').unwrap_or(word);
    if begins_with_vowel(next) { format!("{stem}’{next}") } else { format!("{word} {next}") }
}

/// Whether French elides before the word.
pub(super) fn begins_with_vowel(word: &str) -> bool {
    let first = word.chars().next().and_then(|first| first.to_lowercase().next());
    first.is_some_and(|first| "aeiouyàâéèêëîïôûùh".contains(first))
}

/// The text with a capital at its beginning.
pub(super) fn capital(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    first.chain(rest).collect()
}
