//! Values written otherwise: numbers and durations by one, dates by one day.

use super::sites::Sites;
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Literal, Period};
use jiff::ToSpan;
use jiff::civil::Date;

/// A hundred minor units are one of the currency.
const MINOR: i64 = 100;

pub(super) fn literal(sites: &mut Sites, literal: &mut Spanned<Literal>) {
    value(sites, literal.span, &mut literal.node);
}

/// A number, duration, amount or date; words have no neighbours.
pub(super) fn value(sites: &mut Sites, span: Span, literal: &mut Literal) {
    match literal {
        Literal::Integer(number) => by_one(sites, span, number, 1, |number| number.to_string()),
        Literal::Quantity(parts) => {
            for (number, unit) in parts {
                let unit = unit.node.clone();
                by_one(sites, span, number, 1, |number| format!("{number} {unit}"));
            }
        }
        Literal::Money(minor, currency) => {
            let currency = currency.clone();
            let words = |minor| format!("{}.{:02} {currency}", minor / MINOR, minor % MINOR);
            by_one(sites, span, minor, MINOR, words);
        }
        Literal::Date(date) => day(sites, span, date),
        Literal::Word(_) | Literal::YesNo(_) | Literal::Text(_) => {}
    }
}

/// Both ends of a period.
pub(super) fn period(sites: &mut Sites, period: &mut Period) {
    for end in [&mut period.from, &mut period.until].into_iter().flatten() {
        day(sites, end.span, &mut end.node);
    }
}

/// One less, and one more; nothing below zero.
fn by_one(
    sites: &mut Sites,
    span: Span,
    number: &mut i64,
    step: i64,
    words: impl Fn(i64) -> String,
) {
    let was = *number;
    for other in [was.saturating_sub(step), was.saturating_add(step)] {
        if other >= 0 && other != was {
            sites.replace(span, &words(was), &words(other), || *number = other);
        }
    }
}

/// The day before, and the day after.
fn day(sites: &mut Sites, span: Span, date: &mut Date) {
    let was = *date;
    for other in [was.saturating_sub(1.day()), was.saturating_add(1.day())] {
        sites.replace(span, &was.to_string(), &other.to_string(), || *date = other);
    }
}
