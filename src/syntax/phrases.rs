//! What each rule of the grammar is called in words, for saying what was expected.

use super::parser::{Rule, keyword, mark};

/// The words that could begin what was expected.
pub(super) fn words(rule: Rule) -> Vec<&'static str> {
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
pub(super) fn phrases(rules: &[Rule]) -> Vec<String> {
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
