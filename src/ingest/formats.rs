//! Written forms of single values: dates, durations, money, addresses, codes, versions.

use crate::model::value::{Duration, Money, Version};
use jiff::civil::Date;

const SECONDS_PER_DAY: i64 = 86_400;

/// Units of a length of time, largest first: letters of ISO 8601, words of rules,
/// months, seconds.
const UNITS: [(&str, &str, i64, i64); 7] = [
    ("Y", "year", 12, 0),
    ("M", "month", 1, 0),
    ("W", "week", 0, 7 * SECONDS_PER_DAY),
    ("D", "day", 0, SECONDS_PER_DAY),
    ("TH", "hour", 0, 3600),
    ("TM", "minute", 0, 60),
    ("TS", "second", 0, 1),
];

/// `2031-12-31`, or the day written in an instant of RFC 3339, whatever its offset.
pub(super) fn parse_date(text: &str) -> Option<Date> {
    let (day, rest) = text.split_at_checked(10)?;
    let shaped = day.bytes().enumerate().all(|(index, byte)| match index {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    let whole = rest.is_empty() || (rest.starts_with('T') && is_instant(text));
    if shaped && whole { day.parse().ok() } else { None }
}

fn is_instant(text: &str) -> bool {
    !text.contains('[') && text.parse::<jiff::Timestamp>().is_ok()
}

/// `P5Y`, `P1Y6M`, `PT72H`, `P2W`, or as in rules `5 years`, `1 year 6 months`.
pub(super) fn parse_duration(text: &str) -> Option<Duration> {
    let parts = match text.strip_prefix('P') {
        Some(parts) => split_iso(parts)?,
        None => split_words(text)?,
    };
    let mut total = Duration::default();
    let mut last = None;
    for (amount, unit) in parts {
        if last.is_some_and(|last| last >= unit) {
            return None;
        }
        last = Some(unit);
        total = total.plus(length(amount, unit)?);
    }
    last.map(|_| total).filter(|total| is_plausible(*total))
}

fn length(amount: i64, unit: usize) -> Option<Duration> {
    let (_, _, months, seconds) = UNITS.get(unit)?;
    Some(Duration { months: amount.checked_mul(*months)?, seconds: amount.checked_mul(*seconds)? })
}

fn is_plausible(length: Duration) -> bool {
    length.months <= Duration::LONGEST.months && length.seconds <= Duration::LONGEST.seconds
}

/// Amounts with the positions of their units, from `1Y6M` or `T72H`.
fn split_iso(text: &str) -> Option<Vec<(i64, usize)>> {
    let (days, time) = match text.split_once('T') {
        Some((_, "")) => return None,
        Some((days, time)) => (days, time),
        None => (text, ""),
    };
    let mut parts = split_letters(days, "")?;
    parts.extend(split_letters(time, "T")?);
    Some(parts)
}

fn split_letters(mut text: &str, prefix: &str) -> Option<Vec<(i64, usize)>> {
    let mut parts = Vec::new();
    while !text.is_empty() {
        let end = text.find(|c: char| !c.is_ascii_digit())?;
        let (amount, rest) = text.split_at_checked(end)?;
        let (letter, rest) = rest.split_at_checked(1)?;
        let unit = UNITS.iter().position(|(code, ..)| code.strip_prefix(prefix) == Some(letter))?;
        parts.push((amount.parse().ok()?, unit));
        text = rest;
    }
    Some(parts)
}

/// Amounts with the positions of their units, from `1 year 6 months`.
fn split_words(text: &str) -> Option<Vec<(i64, usize)>> {
    let words: Vec<&str> = text.split(' ').collect();
    words
        .chunks(2)
        .map(|pair| match pair {
            [amount, unit] => Some((parse_digits(amount)?, find_unit(unit)?)),
            _ => None,
        })
        .collect()
}

fn find_unit(word: &str) -> Option<usize> {
    let singular = word.strip_suffix('s').unwrap_or(word);
    UNITS.iter().position(|(_, name, ..)| *name == singular)
}

fn parse_digits(text: &str) -> Option<i64> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

/// `150.00 EUR`: whole units or two decimals, a blank, the ISO 4217 code.
pub(super) fn parse_money(text: &str) -> Option<Money> {
    let (amount, currency) = text.split_once(' ')?;
    let (units, cents) = amount.split_once('.').unwrap_or((amount, "00"));
    let is_code = currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_uppercase());
    if !is_code || cents.len() != 2 {
        return None;
    }
    let minor = parse_digits(units)?.checked_mul(100)?.checked_add(parse_digits(cents)?)?;
    Some(Money { minor, currency: currency.to_owned() })
}

/// An address with a scheme; one of the web names a host.
pub(super) fn parse_url(text: &str) -> Option<String> {
    let (scheme, rest) = text.split_once(':')?;
    let scheme_fits = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    let host_fits = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => rest.strip_prefix("//").is_some_and(starts_with_host),
        _ => !rest.is_empty(),
    };
    let printable = !text.contains(|c: char| c.is_whitespace() || "<>\"`{}|\\^".contains(c));
    (scheme_fits && host_fits && printable).then(|| text.to_owned())
}

fn starts_with_host(text: &str) -> bool {
    text.starts_with(|first: char| first.is_alphanumeric() || first == '[')
}

/// A BCP 47 code by its shape, in lower case.
pub(super) fn parse_language(text: &str) -> Option<String> {
    let mut parts = text.split('-');
    let first = parts.next()?;
    let first_fits =
        (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    let rest_fits = parts.all(|part| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    (first_fits && rest_fits).then(|| text.to_ascii_lowercase())
}

/// An ISO 3166 code of a country or a part of one by its shape, in upper case.
pub(super) fn parse_country(text: &str) -> Option<String> {
    let (country, part) = text.split_once('-').unwrap_or((text, "X"));
    let country_fits = country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_alphabetic());
    let part_fits =
        (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (country_fits && part_fits).then(|| text.to_ascii_uppercase())
}

/// Parts joined by dots or dashes, without blanks.
pub(super) fn parse_version(text: &str) -> Option<Version> {
    let fits = text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || ".-_+~:".contains(c));
    fits.then(|| Version(text.to_owned()))
}
