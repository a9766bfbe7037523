//! Single values: one reader for each type of the vocabulary.

use super::error::{IngestError, shown};
use super::formats;
use super::plain::Plain;
use super::reading::{Reading, did_you_mean, suggest};
use super::shapes::{
    plain, read_scalar, read_sequence, read_string, read_string_or, report_ambiguous,
    report_malformed, report_type,
};
use super::tree::{Content, Node};
use crate::model::jurisdiction::Jurisdictions;
use crate::model::value::Value;
use crate::model::vocabulary::{Fact, FactId, Type};
use jiff::civil::Date;

/// Values of a type that are named in help.
const NAMED_VALUES: usize = 12;

/// How a type of value is written.
struct Form {
    /// `a date`
    name: &'static str,
    /// What to write.
    help: &'static str,
}

const DATE: Form =
    Form { name: "a date", help: "write year, month and day in quotes: `\"2031-12-31\"`" };
const DURATION: Form = Form {
    name: "a length of time",
    help: "write it as `P5Y`, `P1Y6M`, `P2W`, `PT72H`, or in quotes as `\"5 years\"`",
};
const MONEY: Form = Form {
    name: "an amount of money",
    help: "write the amount with two decimals and the currency's code: `\"150.00 EUR\"`",
};
const URL: Form =
    Form { name: "an address", help: "write it whole: `\"https://example.org/support\"`" };
const LANGUAGE: Form =
    Form { name: "the code of a language", help: "write a BCP 47 code, such as `fr` or `en-CA`" };
const COUNTRY: Form = Form {
    name: "the code of a country",
    help: "write an ISO 3166 code, such as `NL` or `\"NO\"`",
};
const VERSION: Form = Form {
    name: "a version",
    help: "write numbers and words joined by dots, in quotes and without blanks: `\"1.10\"`",
};

/// Reads a value of the fact's type.
pub(super) fn read_value(reading: &mut Reading<'_>, fact: &Fact, node: &Node) -> Option<Value> {
    let what = fact.path.as_str();
    match &fact.kind {
        Type::YesNo => read_yes_no(reading, what, node).map(Value::YesNo),
        Type::OneOf(values) => read_word(reading, what, values, node).map(Value::Word),
        Type::SetOf(values) => read_words(reading, what, values, node).map(Value::Set),
        Type::WholeNumber { unit } => {
            read_number(reading, what, unit.as_deref(), node).map(Value::Number)
        }
        Type::Duration => {
            read_form(reading, what, node, &DURATION, formats::parse_duration).map(Value::Duration)
        }
        Type::Date => read_date(reading, what, node).map(Value::Date),
        Type::Text => read_text(reading, what, node).map(Value::Text),
        Type::Url => read_form(reading, what, node, &URL, formats::parse_url).map(Value::Text),
        Type::Version => {
            read_form(reading, what, node, &VERSION, formats::parse_version).map(Value::Version)
        }
        Type::Language => read_language(reading, what, node).map(Value::Text),
        Type::Country => read_country(reading, what, node).map(Value::Text),
        Type::Territory => read_territory(reading, what, node).map(Value::Text),
        Type::Money => {
            read_form(reading, what, node, &MONEY, formats::parse_money).map(Value::Money)
        }
        Type::SetOfText => read_texts(reading, what, node, read_one_text),
        Type::SetOfLanguages => read_texts(reading, what, node, read_language),
        Type::SetOfCountries => read_texts(reading, what, node, read_country),
        Type::Reference(list) => read_reference(reading, what, *list, node).map(Value::Text),
        // Lists have items, which are read as statements of their own.
        Type::List => None,
    }
}

/// Reads a date.
pub(super) fn read_date(reading: &mut Reading<'_>, what: &str, node: &Node) -> Option<Date> {
    read_form(reading, what, node, &DATE, formats::parse_date)
}

/// Reads `true` or `false`.
pub(super) fn read_yes_no(reading: &mut Reading<'_>, what: &str, node: &Node) -> Option<bool> {
    let expected = "`true` or `false`";
    let scalar = read_scalar(reading, what, expected, node)?;
    let plain = plain(scalar);
    if let Some(Plain::YesNo(value)) = plain {
        return Some(value);
    }
    let help = match scalar.text.to_ascii_lowercase().as_str() {
        "yes" | "on" | "y" | "true" => "write `true`, without quotes",
        "no" | "off" | "n" | "false" => "write `false`, without quotes",
        _ => "write `true` or `false`, or leave the key out while it is not known",
    };
    if plain == Some(Plain::Ambiguous) {
        report_ambiguous(reading, scalar, node, help.to_owned());
    } else {
        report_type(reading, what, expected, node, help.to_owned());
    }
    None
}

/// Reads a member of a closed list of words; gives its position.
pub(super) fn read_word(
    reading: &mut Reading<'_>,
    what: &str,
    values: &[String],
    node: &Node,
) -> Option<u8> {
    let find = |word: &str| values.iter().position(|value| value == word);
    let help = |word: &str| find(word).is_none().then(|| name_values(values));
    let word = read_string_or(reading, what, "a word", node, help)?;
    let position = find(word);
    if position.is_none() {
        let suggestion = suggest(word, values.iter().map(String::as_str));
        let help = did_you_mean(suggestion.as_deref(), name_values(values));
        reading.report(IngestError::UnknownValue {
            value: shown(word),
            what: what.to_owned(),
            suggestion,
            help,
            span: node.span,
        });
    }
    position.and_then(|position| u8::try_from(position).ok())
}

fn name_values(values: &[String]) -> String {
    format!("the values are {}", name_some(values))
}

/// The first words of a list, each in backticks.
fn name_some(words: &[String]) -> String {
    let named: Vec<String> =
        words.iter().take(NAMED_VALUES).map(|word| format!("`{word}`")).collect();
    let more = if words.len() > NAMED_VALUES { ", …" } else { "" };
    format!("{}{more}", named.join(", "))
}

fn read_words(
    reading: &mut Reading<'_>,
    what: &str,
    values: &[String],
    node: &Node,
) -> Option<u128> {
    let items = read_sequence(reading, what, "a list of words", node)?;
    let bit = |reading: &mut _, item| {
        read_word(reading, what, values, item)
            .and_then(|position| 1u128.checked_shl(position.into()))
    };
    // Every word is read, so that every wrong one is reported.
    let bits: Vec<Option<u128>> = items.iter().map(|item| bit(reading, item)).collect();
    bits.into_iter().try_fold(0, |set, bit| Some(set | bit?))
}

fn read_number(
    reading: &mut Reading<'_>,
    what: &str,
    unit: Option<&str>,
    node: &Node,
) -> Option<i64> {
    let expected = match unit {
        Some(unit) => format!("a whole number in {unit}"),
        None => "a whole number".to_owned(),
    };
    let scalar = read_scalar(reading, what, &expected, node)?;
    let help = "write digits alone, without quotes: `64`".to_owned();
    match plain(scalar) {
        Some(Plain::Integer) => {
            let number = scalar.text.parse().ok().filter(|number| *number >= 0);
            if number.is_none() {
                report_malformed(reading, scalar, node, "a whole number from 0 on", help);
            }
            number
        }
        Some(Plain::Ambiguous) => {
            report_ambiguous(reading, scalar, node, help);
            None
        }
        _ => {
            report_type(reading, what, &expected, node, help);
            None
        }
    }
}

/// Text, or the same text by language: English is taken where it is given, else the first.
fn read_text(reading: &mut Reading<'_>, what: &str, node: &Node) -> Option<String> {
    let Content::Mapping(texts) = &node.content else {
        return read_one_text(reading, what, node);
    };
    let mut chosen = None;
    for (language, entry) in texts {
        if formats::parse_language(language).is_none() {
            reading.report(IngestError::MalformedValue {
                value: shown(language),
                expected: LANGUAGE.name.to_owned(),
                help: LANGUAGE.help.to_owned(),
                span: entry.key,
            });
        }
        let text = read_one_text(reading, what, &entry.value);
        if chosen.is_none() || language == "en" {
            chosen = text.or(chosen);
        }
    }
    if texts.is_empty() {
        report_type(reading, what, "text", node, "write the text in quotes".to_owned());
    }
    chosen
}

/// Text that says something.
pub(super) fn read_one_text(reading: &mut Reading<'_>, what: &str, node: &Node) -> Option<String> {
    let text = read_string(reading, what, "text", node)?;
    if text.trim().is_empty() {
        let help = "write the text, or leave the key out while it is not known".to_owned();
        report_type(reading, what, "text", node, help);
        return None;
    }
    Some(text.trim().to_owned())
}

fn read_language(reading: &mut Reading<'_>, what: &str, node: &Node) -> Option<String> {
    read_form(reading, what, node, &LANGUAGE, formats::parse_language)
}

/// A country by its code, or by a name that the jurisdictions know.
fn read_country(reading: &mut Reading<'_>, what: &str, node: &Node) -> Option<String> {
    let jurisdictions = &reading.law.jurisdictions;
    let parse =
        |text: &str| find_code(jurisdictions, text).or_else(|| formats::parse_country(text));
    read_form(reading, what, node, &COUNTRY, parse)
}

fn read_territory(reading: &mut Reading<'_>, what: &str, node: &Node) -> Option<String> {
    let jurisdictions = &reading.law.jurisdictions;
    let name = read_string(reading, what, "the code of a territory", node)?;
    let code = find_code(jurisdictions, name);
    if code.is_none() {
        let error = unknown_territory(jurisdictions, name, node);
        reading.report(error);
    }
    code
}

/// The code of a territory by its code or a name; names are declared with `_` for a blank.
pub(super) fn find_code(jurisdictions: &Jurisdictions, name: &str) -> Option<String> {
    let id = jurisdictions.find(&name.replace(' ', "_"))?;
    jurisdictions.get(id).map(|known| known.code.clone())
}

/// A name may be a slip; a code is another country's, and no other is suggested.
fn unknown_territory(jurisdictions: &Jurisdictions, name: &str, node: &Node) -> IngestError {
    let codes = || jurisdictions.all.iter().map(|known| known.code.as_str());
    let aliases = jurisdictions.all.iter().flat_map(|known| known.aliases.iter());
    let names = codes().chain(aliases.map(String::as_str));
    let suggestion = if name.len() > 2 { suggest(name, names) } else { None };
    let codes: Vec<String> = codes().map(str::to_owned).collect();
    let known = format!("rules are known for {}", name_some(&codes));
    let help = did_you_mean(suggestion.as_deref(), known);
    IngestError::UnknownTerritory { value: shown(name), suggestion, help, span: node.span }
}

fn read_reference(
    reading: &mut Reading<'_>,
    what: &str,
    list: FactId,
    node: &Node,
) -> Option<String> {
    let id = read_string(reading, what, "the id of an item", node)?;
    if let Some(list) = reading.law.vocabulary.fact(list) {
        reading.refer(&list.path, id, node.span);
    }
    Some(id.to_owned())
}

fn read_texts(
    reading: &mut Reading<'_>,
    what: &str,
    node: &Node,
    read: fn(&mut Reading<'_>, &str, &Node) -> Option<String>,
) -> Option<Value> {
    let items = read_sequence(reading, what, "a list", node)?;
    let mut texts: Vec<String> =
        items.iter().filter_map(|item| read(reading, what, item)).collect();
    texts.sort();
    texts.dedup();
    Some(Value::Texts(texts))
}

fn read_form<T>(
    reading: &mut Reading<'_>,
    what: &str,
    node: &Node,
    form: &Form,
    parse: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let help = |text: &str| parse(text).is_none().then(|| form.help.to_owned());
    let text = read_string_or(reading, what, form.name, node, help)?;
    let value = parse(text);
    if value.is_none() {
        reading.report(IngestError::MalformedValue {
            value: shown(text),
            expected: form.name.to_owned(),
            help: form.help.to_owned(),
            span: node.span,
        });
    }
    value
}
