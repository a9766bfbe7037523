//! Names, numbers, dates, text and the values of examples, as they are written.

use super::Printer;
use super::document::{Document, nested, text};
use crate::source::Spanned;
use crate::syntax::ast::{Citation, Literal, Name, Period, RuleReference, Text, Value};

/// Text between quotes.
pub(super) fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A value on one line.
pub(super) fn literal(literal: &Literal) -> String {
    match literal {
        Literal::Word(word) => word.clone(),
        Literal::YesNo(yes) => yes_no(*yes).to_owned(),
        Literal::Integer(number) => number.to_string(),
        Literal::Quantity(parts) => {
            let parts: Vec<String> =
                parts.iter().map(|(number, unit)| format!("{number} {}", unit.node)).collect();
            parts.join(" ")
        }
        Literal::Date(date) => date.to_string(),
        Literal::Text(words) => quoted(words),
        Literal::Money(minor, currency) => {
            let sign = if *minor < 0 { "-" } else { "" };
            let minor = minor.unsigned_abs();
            format!("{sign}{}.{:02} {currency}", minor / 100, minor % 100)
        }
    }
}

pub(super) fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

pub(super) fn rule_reference(reference: &RuleReference) -> String {
    match &reference.alias {
        Some(alias) => format!("{}/{}", alias.node, reference.rule.node),
        None => reference.rule.node.clone(),
    }
}

/// ` from D until D`, with a space before each.
pub(super) fn period(period: &Period) -> String {
    let from = period.from.map(|date| format!(" from {}", date.node)).unwrap_or_default();
    let until = period.until.map(|date| format!(" until {}", date.node)).unwrap_or_default();
    from + &until
}

/// `"…" <…>`
pub(super) fn citation(citation: &Citation) -> String {
    let url = citation.url.as_ref().map(|url| format!(" <{}>", url.node)).unwrap_or_default();
    quoted(&citation.pinpoint.node) + &url
}

impl Printer<'_> {
    /// `en "…" fr "…"`, one language a line where they do not fit on one.
    pub(super) fn text(&mut self, words: &Text) -> Document {
        let entries = words.entries.iter().map(|(language, words)| {
            (language.span, text(format!("{} {}", language.node, quoted(&words.node))))
        });
        let mut parts = Vec::new();
        for (index, (span, entry)) in entries.enumerate() {
            let usual = if index == 0 { text(" ") } else { Document::Line };
            parts.push(self.gap(span, usual));
            parts.push(entry);
        }
        nested(vec![Document::Group(parts)])
    }

    /// As `text`, where English alone needs no tag.
    pub(super) fn plain_text(&mut self, words: &Text) -> Document {
        match words.entries.as_slice() {
            [(language, words)] if language.node == "en" => {
                let gap = self.gap(language.span, text(" "));
                nested(vec![gap, text(quoted(&words.node))])
            }
            _ => self.text(words),
        }
    }

    /// `a, b, c`, broken where a line is full.
    pub(super) fn filled<T>(
        &mut self,
        items: &[Spanned<T>],
        show: impl Fn(&T) -> String,
    ) -> Document {
        let mut parts = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let usual = match index {
                0 => Document::Row(Vec::new()),
                _ => Document::Group(vec![Document::Line]),
            };
            parts.push(self.gap(item.span, usual));
            let mark = if index + 1 < items.len() { "," } else { "" };
            parts.push(text(show(&item.node) + mark));
        }
        nested(parts)
    }

    pub(super) fn names(&mut self, names: &[Name]) -> Document {
        self.filled(names, Clone::clone)
    }

    /// `{a, b}`
    pub(super) fn set(&mut self, values: &[Spanned<Literal>]) -> Document {
        Document::Row(vec![text("{"), self.filled(values, literal), text("}")])
    }

    /// `{path: value}`, one entry a line where they do not fit on one.
    pub(super) fn entries(&mut self, entries: &[(Name, Spanned<Value>)]) -> Document {
        let mut parts = Vec::new();
        for (index, (key, value)) in entries.iter().enumerate() {
            let usual = if index == 0 { Document::SoftLine } else { Document::Line };
            parts.push(self.gap(key.span, usual));
            parts.push(text(format!("{}: ", key.node)));
            parts.push(self.value(&value.node));
            parts.extend((index + 1 < entries.len()).then(|| text(",")));
        }
        enclosed("{", parts, "}")
    }

    fn value(&mut self, value: &Value) -> Document {
        match value {
            Value::Literal(value) => text(literal(value)),
            Value::Absent => text("absent"),
            Value::Record(entries) => self.entries(entries),
            Value::List(values) => self.list(values),
        }
    }

    fn list(&mut self, values: &[Spanned<Value>]) -> Document {
        let mut parts = Vec::new();
        for (index, value) in values.iter().enumerate() {
            let usual = if index == 0 { Document::SoftLine } else { Document::Line };
            parts.push(self.gap(value.span, usual));
            parts.push(self.value(&value.node));
            parts.extend((index + 1 < values.len()).then(|| text(",")));
        }
        enclosed("[", parts, "]")
    }
}

fn enclosed(open: &str, parts: Vec<Document>, close: &str) -> Document {
    if parts.is_empty() {
        return text(format!("{open}{close}"));
    }
    Document::Group(vec![text(open), nested(parts), Document::SoftLine, text(close)])
}
