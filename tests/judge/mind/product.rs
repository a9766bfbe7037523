//! What is stated of a product, from JSON or from the `given` of an example.

use super::calendar::{Length, length_of};
use super::law::{Fact, Law};
use super::value::{Kind, Value};
use comity::syntax::ast;
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// Levels of evidence, weakest first.
pub(crate) const LEVELS: [&str; 6] =
    ["unstated", "declared", "documented", "self_tested", "lab_tested", "certified"];

#[derive(Debug, Clone, Default)]
pub(crate) struct Product {
    pub(crate) facts: BTreeMap<String, Statement>,
    pub(crate) judgements: Vec<Judgement>,
}

#[derive(Debug, Clone)]
pub(crate) struct Statement {
    pub(crate) stated: Stated,
    /// Position in [`LEVELS`]; 0 where nothing is said.
    pub(crate) level: usize,
}

#[derive(Debug, Clone)]
pub(crate) enum Stated {
    Absent,
    Value(Value),
    Items(Vec<BTreeMap<String, Statement>>),
}

/// What somebody judged of a rule, by its full id: of some words, or of all its norms.
#[derive(Debug, Clone)]
pub(crate) struct Judgement {
    pub(crate) rule: String,
    pub(crate) norm: Option<String>,
    pub(crate) met: bool,
}

impl Product {
    /// What a manifest states.
    pub(crate) fn of_manifest(law: &Law, manifest: &Json) -> Product {
        let mut product = Product::default();
        product.read_keys(law, "", manifest);
        for judged in manifest["judgements"].as_array().into_iter().flatten() {
            product.judgements.push(Judgement {
                rule: judged["rule"].as_str().unwrap().to_owned(),
                norm: judged["norm"].as_str().map(str::to_owned),
                met: judged["met"].as_bool().unwrap(),
            });
        }
        product
    }

    /// A key is a fact, or the beginning of some.
    fn read_keys(&mut self, law: &Law, prefix: &str, object: &Json) {
        for (key, value) in object.as_object().into_iter().flatten() {
            let path = format!("{prefix}{key}");
            match law.facts.get(&path) {
                Some(fact) => {
                    self.facts.insert(path, read_statement(law, fact, value));
                }
                None => self.read_keys(law, &format!("{path}."), value),
            }
        }
    }
}

fn read_statement(law: &Law, fact: &Fact, json: &Json) -> Statement {
    let long = json.as_object().filter(|object| object.contains_key("value"));
    let value = long.map_or(json, |object| &object["value"]);
    let level = long.and_then(|object| object.get("level")).and_then(Json::as_str);
    let level = LEVELS.iter().position(|one| Some(*one) == level).unwrap_or(0);
    let is_word = |kind: &Kind| match kind {
        Kind::OneOf(words) => words.iter().any(|word| word == "absent"),
        _ => false,
    };
    let stated = match value {
        Json::String(word) if word == "absent" && !is_word(&fact.kind) => Stated::Absent,
        Json::Array(items) if fact.kind == Kind::List => {
            Stated::Items(items.iter().map(|item| read_item(law, fact, item)).collect())
        }
        value => Stated::Value(read_value(law, &fact.kind, value)),
    };
    Statement { stated, level }
}

fn read_item(law: &Law, list: &Fact, json: &Json) -> BTreeMap<String, Statement> {
    let fields = json.as_object().unwrap().iter();
    let known = fields.filter_map(|(name, value)| Some((name, list.fields.get(name)?, value)));
    known.map(|(name, field, value)| (name.clone(), read_statement(law, field, value))).collect()
}

fn read_value(law: &Law, kind: &Kind, json: &Json) -> Value {
    if let Kind::Set(inner) = kind {
        let members = json.as_array().unwrap().iter();
        return Value::Set(members.map(|one| law.spelled(inner, one.as_str().unwrap())).collect());
    }
    match (kind, json) {
        (_, Json::Bool(answer)) => Value::Answer(*answer),
        (_, Json::Number(number)) => Value::Number(number.as_i64().unwrap().into()),
        (Kind::Length, Json::String(text)) => Value::Length(read_length(text)),
        (Kind::Day, Json::String(text)) => Value::Day(text.parse().unwrap()),
        (Kind::Version, Json::String(text)) => Value::Version(text.clone()),
        (Kind::Money, Json::String(text)) => read_money(text),
        (kind, Json::String(text)) => Value::Text(law.spelled(kind, text)),
        other => panic!("{other:?}"),
    }
}

fn read_money(text: &str) -> Value {
    let (amount, currency) = text.split_once(' ').unwrap();
    let (units, cents) = amount.split_once('.').unwrap_or((amount, "00"));
    let minor = units.parse::<i128>().unwrap() * 100 + cents.parse::<i128>().unwrap();
    Value::Money(minor, currency.to_owned())
}

/// `P1Y6M`, `PT72H`, or in words.
fn read_length(text: &str) -> Length {
    let Some(letters) = text.strip_prefix('P') else {
        let words: Vec<&str> = text.split(' ').collect();
        let each = words.chunks(2).map(|pair| length_of(pair[0].parse().unwrap(), pair[1]));
        return each.map(Option::unwrap).fold(Length::default(), Length::plus);
    };
    let (mut sum, mut amount, mut is_time) = (Length::default(), String::new(), false);
    for letter in letters.chars() {
        let unit = match (letter, is_time) {
            ('T', _) => {
                is_time = true;
                continue;
            }
            ('Y', _) => "year",
            ('M', false) => "month",
            ('W', _) => "week",
            ('D', _) => "day",
            ('H', _) => "hour",
            ('M', true) => "minute",
            ('S', _) => "second",
            (digit, _) => {
                amount.push(digit);
                continue;
            }
        };
        sum = sum.plus(length_of(amount.parse().unwrap(), unit).unwrap());
        amount.clear();
    }
    sum
}

/// What `given` says of a fact.
pub(crate) fn given(law: &Law, fact: &Fact, value: &ast::Value) -> Statement {
    let stated = match (value, &fact.kind) {
        (ast::Value::Absent, _) => Stated::Absent,
        (ast::Value::List(items), Kind::List) => {
            Stated::Items(items.iter().map(|item| given_item(law, fact, &item.node)).collect())
        }
        (ast::Value::List(members), Kind::Set(inner)) => {
            let each = members.iter().map(|member| match &member.node {
                ast::Value::Literal(ast::Literal::Word(word) | ast::Literal::Text(word)) => {
                    law.spelled(inner, word)
                }
                other => panic!("{other:?}"),
            });
            Stated::Value(Value::Set(each.collect()))
        }
        (ast::Value::Literal(ast::Literal::Word(word)), Kind::Territory) => {
            Stated::Value(Value::Text(law.spelled(&fact.kind, word)))
        }
        (ast::Value::Literal(literal), kind) => Stated::Value(kind.read(literal)),
        other => panic!("{other:?}"),
    };
    Statement { stated, level: 0 }
}

fn given_item(law: &Law, list: &Fact, value: &ast::Value) -> BTreeMap<String, Statement> {
    let ast::Value::Record(fields) = value else { panic!("{value:?}") };
    let known = fields.iter().filter_map(|(name, value)| {
        Some((name.node.clone(), given(law, list.fields.get(&name.node)?, &value.node)))
    });
    known.collect()
}
