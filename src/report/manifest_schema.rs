//! A JSON Schema of manifests, made from the vocabulary, so that an editor completes and checks.
//!
//! It accepts what `ingest` reads, but for what a schema cannot say: that references name an
//! item, that ids differ, that two spellings of one fact agree. It knows territories and
//! countries only as the jurisdictions spell them, while `ingest` takes any case of letters.

use crate::model::jurisdiction::Jurisdictions;
use crate::model::manifest::EvidenceLevel;
use crate::model::vocabulary::{Fact, Type, Vocabulary};
use indexmap::IndexMap;
use serde_json::{Map, Value, json};

/// A fact by the rest of its path, as it is seen from some level of the manifest.
type Paths<'a> = Vec<(&'a str, &'a Fact)>;

/// The JSON Schema (2020-12) of manifests that state facts of this vocabulary.
#[must_use]
pub fn manifest_schema(vocabulary: &Vocabulary, jurisdictions: &Jurisdictions) -> Value {
    let facts = vocabulary.facts.iter().map(|(path, fact)| (path.as_str(), fact)).collect();
    let mut properties = properties(&facts);
    properties.insert("comity".to_owned(), json!({"const": 1, "title": "Version of the format"}));
    properties.insert("judgements".to_owned(), judgements());
    let mut schema = object(properties);
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".to_owned(), json!("Comity manifest"));
    schema.insert("required".to_owned(), json!(["comity"]));
    schema.insert("$defs".to_owned(), definitions(vocabulary, jurisdictions));
    Value::Object(schema)
}

/// Shared definitions: each fact and field by its path, and the parts of the long form.
fn definitions(vocabulary: &Vocabulary, jurisdictions: &Jurisdictions) -> Value {
    let mut definitions = Map::new();
    for fact in vocabulary.facts.values() {
        define(vocabulary, fact, &mut definitions);
    }
    definitions.insert("territory".to_owned(), territory(jurisdictions));
    definitions.insert("country".to_owned(), country(jurisdictions));
    definitions.insert("level".to_owned(), level());
    definitions.insert("evidence".to_owned(), evidence());
    definitions.insert("date".to_owned(), date());
    Value::Object(definitions)
}

/// Two definitions a fact: what its value can be, and what can be said of it.
fn define(vocabulary: &Vocabulary, fact: &Fact, definitions: &mut Map<String, Value>) {
    definitions.insert(value_key(fact), short_form(vocabulary, fact));
    definitions.insert(fact_key(fact), statement(fact));
    for field in fact.fields.values() {
        define(vocabulary, field, definitions);
    }
}

fn fact_key(fact: &Fact) -> String {
    format!("fact.{}", fact.path)
}

fn value_key(fact: &Fact) -> String {
    format!("value.{}", fact.path)
}

fn reference(key: &str) -> Value {
    json!({"$ref": format!("#/$defs/{key}")})
}

/// The keys of one level: groups, and facts by their dotted rest.
fn properties(facts: &Paths<'_>) -> Map<String, Value> {
    let mut groups: IndexMap<&str, Paths<'_>> = IndexMap::new();
    let mut properties = Map::new();
    for (path, fact) in facts {
        properties.insert((*path).to_owned(), reference(&fact_key(fact)));
        if let Some((group, rest)) = path.split_once('.') {
            groups.entry(group).or_default().push((rest, *fact));
        }
    }
    for (group, facts) in groups {
        properties.insert(group.to_owned(), Value::Object(object(self::properties(&facts))));
    }
    properties
}

/// An object with these keys and extensions, and no others.
fn object(properties: Map<String, Value>) -> Map<String, Value> {
    let mut object = Map::new();
    object.insert("type".to_owned(), json!("object"));
    object.insert("properties".to_owned(), Value::Object(properties));
    object.insert("patternProperties".to_owned(), json!({"(^|\\.)x_": true}));
    object.insert("additionalProperties".to_owned(), json!(false));
    object
}

/// What can be said of a fact: its value alone, or with what shows it.
fn statement(fact: &Fact) -> Value {
    let mut schema = Map::new();
    schema.insert("title".to_owned(), json!(fact.title.en));
    if let Some(description) = describe(fact) {
        schema.insert("description".to_owned(), json!(description));
    }
    schema.insert("anyOf".to_owned(), json!([reference(&value_key(fact)), long_form(fact)]));
    Value::Object(schema)
}

/// A value of the fact's type, or `absent` where the product may have none.
fn short_form(vocabulary: &Vocabulary, fact: &Fact) -> Value {
    let value = value(vocabulary, fact);
    if !fact.optional {
        return value;
    }
    json!({"anyOf": [value, {"const": "absent", "title": "the product has none"}]})
}

/// The question and the meaning, as far as there are any.
fn describe(fact: &Fact) -> Option<String> {
    let parts = [&fact.question.en, &fact.meaning.en];
    let parts: Vec<&str> =
        parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { None } else { Some(parts.join(" ")) }
}

fn long_form(fact: &Fact) -> Value {
    let mut properties = Map::new();
    properties.insert("value".to_owned(), reference(&value_key(fact)));
    properties.insert("level".to_owned(), reference("level"));
    properties.insert("evidence".to_owned(), reference("evidence"));
    properties.insert("as_of".to_owned(), reference("date"));
    let mut schema = object(properties);
    schema.insert("required".to_owned(), json!(["value"]));
    schema.insert("title".to_owned(), json!("the value, with what shows it"));
    Value::Object(schema)
}

fn evidence() -> Value {
    json!({"type": "array", "items": {"type": "string"}, "title": "ids of documents that show it"})
}

fn level() -> Value {
    let words: Vec<&str> = EvidenceLevel::ALL.iter().map(|(_, word)| *word).collect();
    json!({"enum": words, "title": "how well it is shown, weakest first"})
}

/// The schema of values of a fact's type.
fn value(vocabulary: &Vocabulary, fact: &Fact) -> Value {
    match &fact.kind {
        Type::YesNo => json!({"type": "boolean"}),
        Type::OneOf(values) => words(fact, values),
        Type::SetOf(values) => array(words(fact, values)),
        Type::WholeNumber { unit } => number(unit.as_deref()),
        Type::Duration => duration(),
        Type::Date => reference("date"),
        Type::Text => text(),
        Type::Url => pattern("^[A-Za-z][A-Za-z0-9+.-]*:[^\\s]+$", "an address"),
        Type::Version => pattern("^[A-Za-z0-9][A-Za-z0-9._+~:-]*$", "a version, such as 1.10"),
        Type::Language => language(),
        Type::Country => reference("country"),
        Type::Territory => reference("territory"),
        Type::Money => pattern("^[0-9]+(\\.[0-9]{2})? [A-Z]{3}$", "such as 150.00 EUR"),
        Type::SetOfText => array(one_text()),
        Type::SetOfLanguages => array(language()),
        Type::SetOfCountries => array(reference("country")),
        Type::Reference(list) => {
            let list = vocabulary.fact(*list).map_or("the list", |list| list.path.as_str());
            json!({"type": "string", "title": format!("the id of an item of {list}")})
        }
        Type::List => array(item(fact)),
    }
}

fn array(items: Value) -> Value {
    json!({"type": "array", "items": items})
}

fn pattern(pattern: &str, title: &str) -> Value {
    json!({"type": "string", "pattern": pattern, "title": title})
}

fn words(fact: &Fact, values: &[String]) -> Value {
    let word = |value: &String| match fact.value_titles.get(value) {
        Some(title) => json!({"const": value, "title": title.en}),
        None => json!({"const": value}),
    };
    json!({"oneOf": values.iter().map(word).collect::<Vec<_>>()})
}

fn number(unit: Option<&str>) -> Value {
    let title =
        unit.map_or("a whole number".to_owned(), |unit| format!("a whole number in {unit}"));
    json!({"type": "integer", "minimum": 0, "title": title})
}

fn duration() -> Value {
    let iso =
        "P(?=.)([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+S)?)?";
    let unit = "(year|month|week|day|hour|minute|second)s?";
    let words = format!("[0-9]+ {unit}( [0-9]+ {unit})*");
    pattern(&format!("^({iso}|{words})$"), "a length of time, such as P5Y or 5 years")
}

fn date() -> Value {
    pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}(T.+)?$", "a day, such as 2031-12-31")
}

fn language() -> Value {
    pattern("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", "the code of a language, such as fr")
}

fn one_text() -> Value {
    json!({"type": "string", "pattern": "\\S"})
}

fn text() -> Value {
    let by_language = json!({
        "type": "object",
        "minProperties": 1,
        "propertyNames": language(),
        "additionalProperties": one_text(),
        "title": "the text by language",
    });
    json!({"anyOf": [one_text(), by_language]})
}

fn country(jurisdictions: &Jurisdictions) -> Value {
    let code = pattern("^[A-Za-z]{2}(-[A-Za-z0-9]{1,3})?$", "the code of a country, such as NL");
    json!({"anyOf": [code, {"enum": names(jurisdictions)}]})
}

fn territory(jurisdictions: &Jurisdictions) -> Value {
    let codes = jurisdictions
        .all
        .iter()
        .map(|territory| json!({"const": territory.code, "title": territory.title.en}));
    let mut forms: Vec<Value> = codes.collect();
    forms.push(json!({"enum": names(jurisdictions)}));
    json!({"anyOf": forms, "title": "a territory whose rules are known"})
}

/// The everyday names of all territories; a schema may not list none.
fn names(jurisdictions: &Jurisdictions) -> Vec<&str> {
    let codes = jurisdictions.all.iter().map(|territory| territory.code.as_str());
    let aliases = jurisdictions.all.iter().flat_map(|territory| &territory.aliases);
    codes.chain(aliases.map(String::as_str)).collect()
}

fn item(list: &Fact) -> Value {
    let fields = list.fields.iter().map(|(name, field)| (name.as_str(), field)).collect();
    let mut properties = properties(&fields);
    properties
        .entry("id")
        .or_insert_with(|| json!({"type": "string", "title": "a name of its own for the item"}));
    Value::Object(object(properties))
}

fn judgements() -> Value {
    let properties = json!({
        "rule": {"type": "string", "title": "the full id of the rule"},
        "norm": {"type": "string", "title": "the open words; all of the rule's if left out"},
        "met": {"type": "boolean", "title": "whether the norm is met"},
        "by": {"type": "string", "title": "who judged"},
        "on": reference("date"),
        "reason": {"type": "string", "title": "why"},
    });
    let mut item = object(properties.as_object().cloned().unwrap_or_default());
    item.insert("required".to_owned(), json!(["rule", "met", "by", "on"]));
    json!({
        "type": "array",
        "items": item,
        "title": "What people judged of norms that no fact decides",
    })
}
