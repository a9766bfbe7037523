//! Names, numbers, dates, text: the smallest parts of sentences.

use super::Rule;
use super::reader::{Children, Reader, inner_rule};
use crate::source::Spanned;
use crate::syntax::ast::{Citation, Literal, Name, Period, RuleReference, Text};
use crate::syntax::error::SyntaxError;
use jiff::civil::Date;
use pest::iterators::Pair;

impl Reader {
    /// `"…"`
    pub(super) fn string(&mut self, pair: &Pair<'_, Rule>) -> Spanned<String> {
        let inner = pair.clone().into_inner().next();
        let start = inner.as_ref().map_or(0, |inner| inner.as_span().start());
        let raw = inner.map_or("", |inner| inner.as_str());
        if !raw.contains('\\') {
            return Spanned::new(raw.to_owned(), self.span(pair));
        }
        let mut text = String::with_capacity(raw.len());
        let mut characters = raw.char_indices();
        while let Some((offset, character)) = characters.next() {
            match character {
                '\\' => match characters.next() {
                    Some((_, escaped @ ('"' | '\\'))) => text.push(escaped),
                    Some((_, other)) => self.unknown_escape(start + offset, other),
                    None => {}
                },
                _ => text.push(character),
            }
        }
        Spanned::new(text, self.span(pair))
    }

    fn unknown_escape(&mut self, offset: usize, character: char) {
        let span = self.at(offset, 1 + character.len_utf8());
        self.errors.push(SyntaxError::UnknownEscape { character, span });
    }

    /// `<https://…>`
    pub(super) fn url(&self, pair: &Pair<'_, Rule>) -> Spanned<String> {
        let address = pair.clone().into_inner().next();
        Spanned::new(address.map_or("", |address| address.as_str()).to_owned(), self.span(pair))
    }

    /// `2027-12-11`
    pub(super) fn date(&mut self, pair: &Pair<'_, Rule>) -> Spanned<Date> {
        let span = self.span(pair);
        let date = pair.as_str().parse().unwrap_or_else(|_| {
            self.errors.push(SyntaxError::NoSuchDay { date: pair.as_str().to_owned(), span });
            Date::ZERO
        });
        Spanned::new(date, span)
    }

    /// `12`
    pub(super) fn integer(&mut self, pair: &Pair<'_, Rule>) -> Spanned<i64> {
        let span = self.span(pair);
        let number = pair.as_str().parse().unwrap_or_else(|_| self.out_of_range(pair));
        Spanned::new(number, span)
    }

    fn out_of_range(&mut self, pair: &Pair<'_, Rule>) -> i64 {
        let number = pair.as_str().to_owned();
        self.errors.push(SyntaxError::NumberOutOfRange { number, span: self.span(pair) });
        0
    }

    /// `64 bits`, `1 year 6 months`
    fn quantity(&mut self, pair: Pair<'_, Rule>) -> Option<Literal> {
        let mut children = Children::of(pair);
        let mut parts = Vec::new();
        while let Some(number) = children.next_if(Rule::integer) {
            let unit = children.next_if(Rule::unit)?;
            parts.push((self.integer(&number).node, self.name(&unit)));
        }
        Some(Literal::Quantity(parts))
    }

    /// `150.00 EUR`
    fn money(&mut self, pair: Pair<'_, Rule>) -> Option<Literal> {
        let mut children = Children::of(pair);
        let amount = children.next()?;
        let digits = match amount.as_rule() {
            Rule::amount => amount.as_str().replace('.', ""),
            _ => format!("{}00", amount.as_str()),
        };
        let minor = digits.parse().unwrap_or_else(|_| self.out_of_range(&amount));
        Some(Literal::Money(minor, children.next_if(Rule::currency)?.as_str().to_owned()))
    }

    /// `1.5 years`
    fn decimal(&mut self, pair: Pair<'_, Rule>) -> Option<Literal> {
        let number = Children::of(pair).next_if(Rule::decimal_number)?;
        let span = self.span(&number);
        let number = number.as_str().to_owned();
        self.errors.push(SyntaxError::NotAWholeNumber { number, span });
        Some(Literal::Integer(0))
    }

    /// A value in a condition, parameter or `given`.
    pub(super) fn literal(&mut self, pair: Pair<'_, Rule>) -> Option<Spanned<Literal>> {
        let span = self.span(&pair);
        let literal = match pair.as_rule() {
            Rule::literal => return self.literal(Children::of(pair).next()?),
            Rule::date => Literal::Date(self.date(&pair).node),
            Rule::money => self.money(pair)?,
            Rule::decimal => self.decimal(pair)?,
            Rule::quantity => self.quantity(pair)?,
            Rule::integer => Literal::Integer(self.integer(&pair).node),
            Rule::yes_no | Rule::given_yes_no => Literal::YesNo(yes_no(&pair)),
            Rule::string => Literal::Text(self.string(&pair).node),
            Rule::object | Rule::member => Literal::Word(pair.as_str().to_owned()),
            _ => return None,
        };
        Some(Spanned::new(literal, span))
    }

    /// `en "…" fr "…"`
    pub(super) fn text(&mut self, pair: Pair<'_, Rule>) -> Option<Text> {
        let mut entries: Vec<(Name, Spanned<String>)> = Vec::new();
        for child in Children::of(pair) {
            let (language, words) = match child.as_rule() {
                Rule::string => {
                    let words = self.string(&child);
                    (Spanned::new("en".to_owned(), words.span), words)
                }
                _ => self.tagged_text(child)?,
            };
            if let Some((first, _)) = entries.iter().find(|(earlier, _)| *earlier == language) {
                self.errors.push(SyntaxError::RepeatedLanguage {
                    language: language.node.clone(),
                    first: first.span,
                    span: language.span,
                });
            }
            entries.push((language, words));
        }
        Some(Text { entries })
    }

    fn tagged_text(&mut self, pair: Pair<'_, Rule>) -> Option<(Name, Spanned<String>)> {
        let mut children = Children::of(pair);
        let language = self.name(&children.next_if(Rule::language)?);
        let words = self.string(&children.next_if(Rule::string)?);
        Some((language, words))
    }

    /// `from D until D`
    pub(super) fn period(&mut self, pair: Pair<'_, Rule>) -> Period {
        let mut children = Children::of(pair);
        self.dates(&mut children)
    }

    /// The `from` and `until` that come next.
    pub(super) fn dates(&mut self, children: &mut Children<'_>) -> Period {
        let mut day = |rule| {
            let pair = children.next_if(rule)?;
            Children::of(pair).next_if(Rule::date).map(|date| self.date(&date))
        };
        Period { from: day(Rule::from_date), until: day(Rule::until_date) }
    }

    /// `"regulation 2(3)" <https://…>`
    pub(super) fn citation(&mut self, pair: Pair<'_, Rule>) -> Option<Citation> {
        let mut children = Children::of(pair);
        let pinpoint = self.string(&children.next_if(Rule::string)?);
        let url = children.next_if(Rule::url).map(|url| self.url(&url));
        Some(Citation { pinpoint, url })
    }

    /// `en/5.1-1`, `5`
    pub(super) fn rule_reference(&self, pair: Pair<'_, Rule>) -> Option<RuleReference> {
        let mut children = Children::of(pair);
        let alias = children.next_if(Rule::alias).map(|alias| self.name(&alias));
        let rule = self.name(&children.next_if(Rule::rule_id)?);
        Some(RuleReference { alias, rule })
    }
}

/// `yes`, and `true` in `given`.
pub(super) fn yes_no(pair: &Pair<'_, Rule>) -> bool {
    matches!(inner_rule(pair), Some(Rule::k_yes | Rule::k_true))
}
