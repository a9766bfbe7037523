//! Where the grammar fails, in words: what was expected, what was found, what was meant.

use super::error::SyntaxError;
use super::parser::{Rule, join, keyword, mark, shorten};
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

/// The words that could begin what was expected.
fn words(rule: Rule) -> Vec<&'static str> {
    let words: &[&str] = match rule {
        Rule::comparison | Rule::state | Rule::comparator | Rule::asked_state => &["is"],
        Rule::membership => &["in", "not"],
        Rule::inclusion | Rule::includes_many => &["includes", "excludes"],
        Rule::connective => &["and", "or"],
        Rule::sum_sign => &["plus", "minus"],
        Rule::filter => &["where"],
        Rule::dated_guard => &["where", "from", "until", "on"],
        Rule::from_date => &["from", "on"],
        Rule::until_date => &["until"],
        Rule::period => &["from", "until"],
        Rule::event => &["placing", "making"],
        Rule::yes_no => &["yes", "no"],
        Rule::modality => &["must", "should", "may"],
        Rule::issued_kind => {
            &["law", "standard", "code", "guidance", "principle", "scheme", "proposal"]
        }
        Rule::confidence_level => &["read", "seen", "secondary", "unverified"],
        Rule::evidence_method => &["declaration", "laboratory", "document"],
        Rule::verdict | Rule::undetermined => {
            &["met", "deemed", "exempt", "not", "breached", "permitted", "undetermined", "needs"]
        }
        Rule::simple_type => &[
            "duration",
            "date",
            "text",
            "url",
            "version",
            "language",
            "country",
            "territory",
            "money",
            "list",
            "yes",
            "one",
            "set",
            "whole",
            "reference",
        ],
        Rule::open_set_content => &["text", "languages", "countries"],
        Rule::needing => &["needing"],
        _ => return keyword(rule).into_iter().collect(),
    };
    words.to_vec()
}

/// What was expected, once each, in the order of the grammar.
fn phrases(rules: &[Rule]) -> Vec<String> {
    let condition = rules.iter().any(|rule| begins_condition(*rule));
    let any_value = rules.contains(&Rule::date) && rules.contains(&Rule::integer);
    let mut phrases: Vec<String> = Vec::new();
    for rule in rules.iter().filter(|rule| !is_spoken_for(**rule, rules)) {
        let phrase = if condition && (begins_condition(*rule) || opens_condition(*rule)) {
            "a condition".to_owned()
        } else if any_value && is_value(*rule) {
            "a value".to_owned()
        } else {
            phrase(*rule)
        };
        for part in phrase.split('|').filter(|part| !part.is_empty()) {
            if !phrases.iter().any(|known| known == part) {
                phrases.push(part.to_owned());
            }
        }
    }
    if phrases.is_empty() {
        phrases.push("the end of the sentence".to_owned());
    }
    phrases
}

/// Whether another rule that was expected too already says what this one would.
fn is_spoken_for(rule: Rule, rules: &[Rule]) -> bool {
    match rule {
        Rule::k_absent
        | Rule::k_after
        | Rule::k_at
        | Rule::k_before
        | Rule::k_empty
        | Rule::k_less
        | Rule::k_more
        | Rule::k_not
        | Rule::k_on
        | Rule::k_present => rules.contains(&Rule::operand),
        Rule::sum_sign => rules.contains(&Rule::membership) || rules.contains(&Rule::state),
        Rule::k_list
        | Rule::k_one
        | Rule::k_reference
        | Rule::k_set
        | Rule::k_whole
        | Rule::k_yes => rules.contains(&Rule::simple_type),
        Rule::k_undetermined => rules.contains(&Rule::verdict),
        _ => false,
    }
}

/// Rules that stand for a whole condition.
fn begins_condition(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::condition
            | Rule::row
            | Rule::negation
            | Rule::statement
            | Rule::subject
            | Rule::guard
            | Rule::norm
    )
}

/// Rules that only name one kind of value.
fn is_value(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::date
            | Rule::money
            | Rule::amount
            | Rule::decimal
            | Rule::decimal_number
            | Rule::quantity
            | Rule::integer
            | Rule::yes_no
            | Rule::given_yes_no
            | Rule::string
            | Rule::today
            | Rule::object
            | Rule::member
            | Rule::absent_value
            | Rule::list
            | Rule::record
    )
}

/// Rules that only name one way to begin a condition.
fn opens_condition(rule: Rule) -> bool {
    is_value(rule)
        || matches!(
            rule,
            Rule::list_opening
                | Rule::list_kind
                | Rule::quantified
                | Rule::quantifier
                | Rule::judged
                | Rule::rule_state
                | Rule::foreign_rule
                | Rule::alias
                | Rule::left_operand
                | Rule::k_not
                | Rule::prohibition
                | Rule::k_judged
                | Rule::k_all
                | Rule::k_any
                | Rule::k_none
                | Rule::k_some
                | Rule::k_every
                | Rule::k_no
                | Rule::k_today
        )
}

/// A rule of the grammar in words, several with `|` between. Rules that others speak for have none.
fn phrase(rule: Rule) -> String {
    if let Some(word) = keyword(rule) {
        return format!("`{word}`");
    }
    if rule == Rule::full_stop {
        return "a full stop".to_owned();
    }
    if let Some(mark) = mark(rule) {
        return format!("`{mark}`");
    }
    content(rule).to_owned()
}

fn content(rule: Rule) -> &'static str {
    match rule {
        Rule::name | Rule::other_name => "a name",
        Rule::member | Rule::object => "a word",
        Rule::unit => "a unit such as `months`",
        Rule::currency => "a currency such as `EUR`",
        Rule::rule_id | Rule::rule_reference | Rule::foreign_rule | Rule::alias => {
            "a rule such as `5.1-1` or `en/5.1-1`"
        }
        Rule::ruleset_id => "the id of a ruleset such as `uk.psti`",
        Rule::edition => "an edition such as `2026-01-01` or `2.1.1`",
        Rule::jurisdiction_code => "the code of a jurisdiction such as `GB`",
        Rule::path | Rule::subject | Rule::fact_key => {
            "the path of a fact such as `auth.passwords`"
        }
        Rule::string | Rule::string_inner => "text in quotes",
        Rule::url | Rule::url_address => "a web address such as `<https://example.org>`",
        Rule::date => "a date such as `2027-12-11`",
        Rule::integer | Rule::amount => "a whole number",
        Rule::quantity => "a quantity such as `5 years`",
        Rule::money => "an amount such as `150.00 EUR`",
        Rule::yes_no | Rule::given_yes_no => "`yes`|`no`",
        Rule::text => "text such as `en \"…\"`",
        Rule::tagged_text | Rule::language => "`en`|`fr`|`nl`",
        Rule::period | Rule::from_date => "`from` with a date",
        Rule::until_date => "`until` with a date",
        Rule::citation => "a citation in quotes",
        Rule::condition | Rule::row | Rule::negation | Rule::statement | Rule::left_operand => {
            "a condition"
        }
        Rule::guard => "a condition",
        Rule::dated_guard => "`where` with a condition|`from` with a date",
        Rule::item | Rule::label | Rule::label_text => "an item such as `(a) …`",
        Rule::connective => "`and`|`or`",
        Rule::list_opening => "a list such as `all of:`",
        Rule::list_kind => "`all`|`any`|`none`",
        Rule::quantified | Rule::quantifier => "`some`|`every`|`no`",
        Rule::filter => "`where` with a condition",
        Rule::judged => "`judged` with text",
        Rule::rule_state | Rule::asked_state => "`is met`|`is breached`|`applies`",
        Rule::comparison
        | Rule::comparator
        | Rule::state
        | Rule::is
        | Rule::membership
        | Rule::in_set
        | Rule::not_in_set
        | Rule::inclusion
        | Rule::includes_many => "a comparison such as `is at least` or `includes`",
        Rule::set | Rule::members => "a set such as `{a, b}`",
        Rule::sum_sign => "`plus`|`minus`",
        Rule::operand | Rule::literal | Rule::list | Rule::record => "a value",
        Rule::dated_value => "a value",
        Rule::today => "`today`",
        Rule::event => "`placing on the market`|`making available`",
        Rule::issued_kind => "`law`|`standard`|`code`|`guidance`|`principle`|`scheme`|`proposal`",
        Rule::confidence_level => "`read`|`seen`|`secondary`|`unverified`",
        Rule::evidence_method => "`declaration`|`laboratory`|`document`",
        Rule::norm | Rule::modality => "`must`|`should`|`may`",
        Rule::fact_value | Rule::field_value => {
            "a fact with its value such as `product.kind: [lock]`"
        }
        Rule::needing => "`needing` with facts",
        Rule::verdict | Rule::undetermined | Rule::k_undetermined => "a verdict such as `breached`",
        Rule::yes_or_no
        | Rule::one_of
        | Rule::open_set
        | Rule::set_of
        | Rule::whole_number
        | Rule::reference_to
        | Rule::list_type
        | Rule::simple_type => "a type such as `yes or no`, `one of {a, b}` or `whole number`",
        Rule::open_set_content => "`text`|`languages`|`countries`",
        Rule::source_format => "a format such as `mud`",
        _ => "",
    }
}
