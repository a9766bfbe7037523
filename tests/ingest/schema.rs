//! The JSON Schema of manifests: it is whole, and says what the vocabulary says.

use super::law;
use comity::report::manifest_schema::manifest_schema;
use serde_json::{Value, json};

fn schema() -> Value {
    let law = law::small();
    manifest_schema(&law.vocabulary, &law.jurisdictions)
}

/// The part of the schema at a JSON pointer.
fn part(pointer: &str) -> Value {
    schema().pointer(pointer).cloned().unwrap_or_else(|| panic!("there is no {pointer}"))
}

/// Calls `visit` with each object of a value.
fn walk(value: &Value, visit: &mut impl FnMut(&serde_json::Map<String, Value>)) {
    match value {
        Value::Object(keys) => {
            visit(keys);
            keys.values().for_each(|value| walk(value, visit));
        }
        Value::Array(items) => items.iter().for_each(|value| walk(value, visit)),
        _ => {}
    }
}

#[test]
fn every_reference_resolves() {
    let schema = schema();
    let mut references = 0;
    walk(&schema, &mut |keys| {
        if let Some(Value::String(target)) = keys.get("$ref") {
            references += 1;
            let pointer = target.strip_prefix('#').expect("references stay in the schema");
            assert!(schema.pointer(pointer).is_some(), "{target}");
        }
    });
    assert!(references > 100);
}

#[test]
fn every_mapping_with_known_keys_takes_extensions_and_no_others() {
    walk(&schema(), &mut |keys| {
        if keys
            .get("properties")
            .is_some_and(|keys| !keys.get("type").is_some_and(|t| t.is_string()))
        {
            assert_eq!(keys.get("additionalProperties"), Some(&json!(false)));
            assert!(keys.contains_key("patternProperties"));
        }
    });
}

#[test]
fn facts_stand_nested_dotted_and_between() {
    let target = json!({"$ref": "#/$defs/fact.support.published.url"});
    for pointer in [
        "/properties/support.published.url",
        "/properties/support/properties/published.url",
        "/properties/support/properties/published/properties/url",
    ] {
        assert_eq!(part(pointer), target, "{pointer}");
    }
}

#[test]
fn values_have_titles_and_optional_facts_may_be_absent() {
    let kinds =
        json!([{"const": "camera", "title": "Camera"}, {"const": "lock"}, {"const": "toy"}]);
    assert_eq!(part("/$defs/value.product.kind/items/oneOf"), kinds);
    assert_eq!(part("/$defs/value.net.local_operation/anyOf/1/const"), json!("absent"));
    assert_eq!(part("/$defs/value.auth.bits/title"), json!("a whole number in bits"));
    assert_eq!(part("/$defs/fact.product.kind/description"), json!("What about it?"));
}

#[test]
fn items_have_an_id_even_where_the_vocabulary_names_none() {
    assert_eq!(part("/$defs/value.documents/items/properties/id/type"), json!("string"));
    assert_eq!(
        part("/$defs/value.auth.passwords/anyOf/0/items/properties/id"),
        json!({"$ref": "#/$defs/fact.auth.passwords.id"}),
    );
    assert_eq!(
        part("/$defs/value.market.placements/items/properties/data/properties/recorded"),
        json!({"$ref": "#/$defs/fact.market.placements.data.recorded"}),
    );
}

#[test]
fn same_law_gives_the_same_schema() {
    assert_eq!(schema().to_string(), schema().to_string());
}
