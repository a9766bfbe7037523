//! Values by chance, as rules write them.

use super::DAYS;
use super::facts::{Kind, MEMBERS, WORDS};
use crate::dice::Dice;

/// Lengths of time that can be stated of a product, in words.
pub(crate) const LENGTHS: [&str; 12] = [
    "1 month",
    "30 days",
    "28 days",
    "2 weeks",
    "12 months",
    "1 year",
    "365 days",
    "366 days",
    "1 year 6 months",
    "18 months",
    "48 hours",
    "90 minutes",
];
/// Those that only a rule would write.
const ODD_LENGTHS: [&str; 5] =
    ["1 year -5 days", "-1 month", "0 days", "1 month 1 day", "45 seconds"];
pub(crate) const URLS: [&str; 2] = ["https://example.org/a", "https://example.org/b"];
pub(crate) const VERSIONS: [&str; 6] = ["1.9", "1.10", "2", "2.0", "2.0-beta", "v2"];
pub(crate) const LANGUAGES: [&str; 4] = ["en", "fr", "FR", "fr-CA"];
pub(crate) const COUNTRIES: [&str; 4] = ["NL", "GB", "gb", "NO"];
pub(crate) const PLACES: [&str; 7] = ["EU", "NL", "netherlands", "BE", "GB", "uk", "GB-NIR"];
pub(crate) const NAMES: [&str; 3] = ["one", "two", "a b"];
pub(crate) const MONEY: [&str; 4] = ["1.00 EUR", "1.50 EUR", "2 EUR", "1.00 GBP"];

/// A value, as a condition or a parameter writes it.
pub(crate) fn literal(dice: &mut Dice, kind: Kind) -> String {
    let quoted = |text: &str| format!("\"{text}\"");
    match kind {
        Kind::YesNo => dice.pick(&["yes", "no"]).to_owned(),
        Kind::OneOf => dice.pick(&WORDS).to_owned(),
        Kind::SetOf => dice.pick(&MEMBERS).to_owned(),
        Kind::Bits if dice.chance(50) => format!("{} bits", dice.pick(&[8, 64, 128])),
        Kind::Bits => dice.pick(&["8", "64", "128"]).to_owned(),
        Kind::Count => dice.pick(&["0", "1", "2", "3", "-1"]).to_owned(),
        Kind::Length if dice.chance(20) => dice.pick(&ODD_LENGTHS).to_owned(),
        Kind::Length => dice.pick(&LENGTHS).to_owned(),
        Kind::Day => dice.pick(&DAYS).to_owned(),
        Kind::Text | Kind::Texts if dice.chance(30) => dice.pick(&["one", "two"]).to_owned(),
        Kind::Text | Kind::Texts => quoted(dice.pick(&NAMES)),
        Kind::Url => quoted(dice.pick(&URLS)),
        Kind::Version if dice.chance(20) => "2".to_owned(),
        Kind::Version => quoted(dice.pick(&VERSIONS)),
        Kind::Language | Kind::Languages => word_or_text(dice, &LANGUAGES),
        Kind::Country | Kind::Countries => word_or_text(dice, &COUNTRIES),
        Kind::Territory => word_or_text(dice, &PLACES),
        Kind::Money => dice.pick(&MONEY).to_owned(),
        Kind::Door => quoted(dice.pick(&["d1", "d2"])),
        Kind::List => unreachable!("a list is no value"),
    }
}

fn word_or_text(dice: &mut Dice, words: &[&str]) -> String {
    let word = dice.pick(words);
    if dice.chance(30) { format!("\"{word}\"") } else { word.to_owned() }
}

/// `{a, b}`
pub(crate) fn set(dice: &mut Dice, kind: Kind) -> String {
    let count = 1 + dice.roll(3);
    let values: Vec<String> = (0..count).map(|_| literal(dice, kind)).collect();
    format!("{{{}{}}}", values.join(", "), if dice.chance(20) { "," } else { "" })
}

/// `from D until D`, each at times.
pub(crate) fn period(dice: &mut Dice) -> String {
    let (mut from, mut until) = (dice.pick(&DAYS), dice.pick(&DAYS));
    if from > until {
        std::mem::swap(&mut from, &mut until);
    }
    let from = match dice.roll(4) {
        0 => format!("from {from} "),
        1 => format!("on or after {from} "),
        _ => String::new(),
    };
    let until = if dice.chance(50) { format!("until {until} ") } else { String::new() };
    from + &until
}
