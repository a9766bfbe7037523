//! Where the grammar fails, in words: what was expected, what was found, what was meant.

use super::error::SyntaxError;
use super::parser::{Rule, join, shorten};
use super::phrases::{phrases, words};
use super::sentences::Sentence;
use super::tokens::{Token, TokenKind};
use crate::source::{FileId, Span};
use crate::suggest::nearest;
use pest::error::{Error, ErrorVariant, InputLocation};

/// The error to show for a sentence that the grammar cannot read.
pub(super) fn grammar_error(
    file: FileId,
    form: &Sentence,
    tokens: &[Token<'_>],
    error: &Error<Rule>,
) -> SyntaxError {
    let base = tokens.first().map_or(0, |token| token.start);
    let offset = match error.location {
        InputLocation::Pos(position) | InputLocation::Span((position, _)) => base + position,
    };
    let place = Place::at(file, tokens, offset);
    let mut rules = expected_rules(error);
    if !tokens.iter().any(|token| token.is("of")) {
        rules.retain(|rule| *rule != Rule::item);
    }
    if rules.contains(&Rule::full_stop) && (place.ends_early() || place.is_new_line(&rules)) {
        let last = place.before.last().map_or("", |token| token.text);
        let advice = format!("end the sentence with a full stop: `{}.`", shorten(last));
        return SyntaxError::MissingFullStop { advice, span: place.last_span(file) };
    }
    if rules.contains(&Rule::colon) && place.is_end() && ends_with_colon(form.rule) {
        let head = place.before.iter().map(|token| token.text).collect::<Vec<_>>().join(" ");
        return SyntaxError::MissingColon { head: shorten(&head), span: place.last_span(file) };
    }
    SyntaxError::Unexpected {
        expected: join(phrases(&rules)),
        found: place.found(),
        advice: advice(form, &rules, &place),
        span: place.span,
    }
}

/// The token that the grammar could not take.
struct Place<'s, 't> {
    before: &'s [Token<'t>],
    token: Option<&'s Token<'t>>,
    span: Span,
}

impl<'s, 't> Place<'s, 't> {
    fn at(file: FileId, tokens: &'s [Token<'t>], offset: usize) -> Self {
        let index = tokens.partition_point(|token| token.end() <= offset);
        let token = tokens.get(index);
        let shown = token.or(tokens.last());
        Place {
            before: tokens.get(..index).unwrap_or(tokens),
            token,
            span: shown.map_or(Span::new(file, offset, offset), |token| {
                Span::new(file, token.start, token.end())
            }),
        }
    }

    /// The text of the sentence ended without any full stop.
    fn ends_early(&self) -> bool {
        self.token.is_none() && self.before.last().is_some_and(|last| last.kind != TokenKind::Stop)
    }

    /// The sentence could end here, and a new line begins with a word that does not go on.
    fn is_new_line(&self, rules: &[Rule]) -> bool {
        self.token.is_some_and(|token| {
            let word = token.first_on_line && token.kind == TokenKind::Word;
            word && meant(token.text, rules.iter().flat_map(|rule| words(*rule))).is_none()
        })
    }

    fn is_end(&self) -> bool {
        self.token.is_none_or(|token| token.kind == TokenKind::Stop)
    }

    fn last_span(&self, file: FileId) -> Span {
        self.before.last().map_or(self.span, |last| Span::new(file, last.start, last.end()))
    }

    fn found(&self) -> String {
        match self.token {
            None => "the end of the sentence".to_owned(),
            Some(token) if token.kind == TokenKind::Stop => "the full stop".to_owned(),
            Some(token) => format!("`{}`", shorten(token.text)),
        }
    }
}

fn ends_with_colon(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::rule_head
            | Rule::example_head
            | Rule::profile_head
            | Rule::fact_head
            | Rule::field_head
            | Rule::jurisdiction_head
            | Rule::for_every
    )
}

fn expected_rules(error: &Error<Rule>) -> Vec<Rule> {
    match &error.variant {
        ErrorVariant::ParsingError { positives, .. } => positives.clone(),
        ErrorVariant::CustomError { .. } => Vec::new(),
    }
}

/// What was meant, if a reserved word is misspelt; otherwise the form of the sentence.
fn advice(form: &Sentence, rules: &[Rule], place: &Place<'_, '_>) -> String {
    let word = place.token.filter(|token| token.kind == TokenKind::Word).map(|token| token.text);
    let candidates = rules.iter().flat_map(|rule| words(*rule));
    if let Some(meant) = word.and_then(|word| meant(word, candidates)) {
        return format!("`{meant}` was probably meant");
    }
    let found = place.token.map_or("", |token| token.text);
    let before = place.before.last().map_or("", |token| token.text);
    match (found, before, form.rule) {
        ("instead", _, _) => {
            "a colon stands before it: `unless CONDITION: instead must CONDITION.`".to_owned()
        }
        (",", _, Rule::placed) => {
            "fields of the placement are facts: `given {placement.to_consumers: yes}.`".to_owned()
        }
        ("from" | "until" | "on", _, Rule::applying) => {
            "scope has no dates: a rule that starts on a day says so with `in force from DATE.`"
                .to_owned()
        }
        (".", ";", _) => "no `;` stands after the last item of a list".to_owned(),
        _ => format!("such a sentence is written `{}`", form.form),
    }
}

/// The word that was probably meant. Words too long to be misspelt are not compared.
pub(super) fn meant(
    word: &str,
    candidates: impl IntoIterator<Item = &'static str>,
) -> Option<&'static str> {
    const LONGEST: usize = 30;
    const OTHER_WORDS: &[(&str, &str)] =
        &[("shall", "must"), ("if", "where"), ("when", "where"), ("contains", "includes")];
    let candidates: Vec<&'static str> = candidates.into_iter().collect();
    let other = OTHER_WORDS.iter().find(|(other, _)| *other == word).map(|(_, ours)| *ours);
    match other {
        Some(ours) => candidates.contains(&ours).then_some(ours),
        None if word.len() <= LONGEST => nearest(word, candidates),
        None => None,
    }
}
