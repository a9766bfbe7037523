//! Texts that chance makes: nothing makes the reader fall, and every spelling says the same.

use super::read;
use comity::ingest::source_file;
use comity::model::manifest::{Item, Manifest, Stated, Statement};
use comity::source::{FileId, Span};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Reads bytes under a name; whatever comes back must be in order and point into the text.
fn check(name: &str, bytes: &[u8]) {
    let Err(errors) = read(name, bytes) else { return };
    assert!(!errors.is_empty());
    let text = source_file(name, bytes).text;
    for error in &errors {
        for span in [Some(error.span()), error.second_span()].into_iter().flatten() {
            assert_eq!(span.file, FileId::MANIFEST);
            assert!(text.get(span.range()).is_some(), "{error} {span:?}");
        }
        assert!(miette::Diagnostic::help(error).is_some());
    }
    assert!(errors.is_sorted_by_key(|error| error.span()));
}

const FRAGMENTS: &[&str] = &[
    "comity: 1\n",
    "product",
    "net",
    "auth.passwords",
    "support",
    "security_end",
    "judgements",
    "documents",
    "id",
    "value",
    "level",
    "evidence",
    ":",
    ": ",
    ", ",
    ",",
    "{",
    "}",
    "[",
    "]",
    "\n",
    "\n  ",
    "\n    ",
    "- ",
    "-",
    "? ",
    "|",
    ">",
    "|-\n  ",
    "\"",
    "'",
    "\\",
    "\\u00e9",
    "\\ud83d",
    "&a ",
    "*a",
    "!t ",
    "!!str ",
    "<<",
    "#",
    " # ",
    "%YAML 1.2\n",
    "%",
    "---\n",
    "...\n",
    "é",
    "😀",
    "\u{300}",
    "\t",
    " ",
    "1",
    "012",
    "1.10",
    "~",
    "null",
    "true",
    "absent",
    "yes",
    "2031-12-31",
    "P5Y",
    "x_a",
    "\r\n",
    "\u{feff}",
    "@",
    "`",
    "=",
    "0x1",
    ".inf",
    "a b",
];

const SAMPLES: &[&str] = &[
    "comity: 1\nproduct: {name: \"Caméra\", kind: [camera, lock]}\nauth:\n  passwords:\n    - id: a\n      \
     scheme: shared\n    - {id: b, remote: {value: true, level: declared, evidence: [rep-1]}}\ndocuments:\n- id: rep-1\n\
     support.security_end: '2031-12-31'\nnet.hosts:\n  - >\n    folded\n    text\n  - |\n    block\njudgements: []\n",
    "{\"comity\": 1, \"product\": {\"name\": \"Cam\\u00e9ra\", \"kind\": [\"camera\"]}, \"auth.bits\": 64,\n\
     \"support\": {\"security_end\": {\"value\": \"2031-12-31\", \"level\": \"declared\"}}}",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn no_bytes_make_the_reader_fall(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        check("m.yaml", &bytes);
        check("m.json", &bytes);
    }

    #[test]
    fn no_characters_make_the_reader_fall(text in "\\PC{0,100}") {
        check("m.yaml", text.as_bytes());
        check("m.json", text.as_bytes());
    }

    #[test]
    fn no_fragments_make_the_reader_fall(
        parts in proptest::collection::vec(proptest::sample::select(FRAGMENTS), 0..40),
    ) {
        let text = parts.concat();
        check("m.yaml", text.as_bytes());
        check("m.yaml", format!("comity: 1\n{text}").as_bytes());
        check("m.json", text.as_bytes());
    }

    #[test]
    fn no_mutation_makes_the_reader_fall(
        sample in proptest::sample::select(SAMPLES),
        changes in proptest::collection::vec(
            (any::<proptest::sample::Index>(), 0..4usize, proptest::sample::select(FRAGMENTS)), 1..6),
    ) {
        let mut characters: Vec<char> = sample.chars().collect();
        for (place, removed, added) in changes {
            let start = place.index(characters.len() + 1);
            let end = (start + removed).min(characters.len());
            characters.splice(start..end, added.chars());
        }
        let text: String = characters.into_iter().collect();
        check("m.yaml", text.as_bytes());
        check("m.json", text.as_bytes());
    }

    #[test]
    fn every_spelling_says_the_same(facts in facts()) {
        let json = spell_json(&facts);
        let spellings = [
            ("m.yaml", spell_nested(&facts)),
            ("m.yaml", spell_dotted(&facts)),
            ("m.json", json.clone()),
            ("m.yaml", json),
        ];
        let manifests = spellings.map(|(name, text)| match read(name, text.as_bytes()) {
            Ok(manifest) => placeless(manifest),
            Err(errors) => panic!("{text}\n{}", super::report(name, text.as_bytes(), &errors)),
        });
        prop_assert_eq!(manifests[0].len(), facts.len());
        for manifest in &manifests[1..] {
            prop_assert_eq!(&manifests[0], manifest);
        }
    }
}

/// Facts by path, as JSON would have them.
type Facts = std::collections::BTreeMap<&'static str, Value>;

fn facts() -> impl Strategy<Value = Facts> {
    let fact = prop_oneof![
        value("product.name", words()),
        value("product.kind", several(prop_oneof![Just(json!("camera")), Just(json!("lock"))])),
        value("product.firmware_version", "[0-9]{1,2}(\\.[0-9]{1,2}){0,2}".prop_map(Value::from)),
        value("product.intended_use", words().prop_map(|text| json!({"fr": "un", "en": text}))),
        value("net.internet_capable", any::<bool>().prop_map(Value::from)),
        value("net.hosts", several(words())),
        value("net.local_operation", prop_oneof![Just(json!("off")), Just(json!("absent"))]),
        value("auth.bits", (0..5000u32).prop_map(Value::from)),
        value("product.batch", prop_oneof![words(), Just(json!("absent"))]),
        value("support.security_end", prop_oneof![day(), Just(json!("absent"))]),
        value("support.min_length", prop_oneof![Just(json!("P1Y6M")), Just(json!("5 years"))]),
        value("support.published.url", Just(json!("https://example.org/a#b"))),
        value("support.published.on", day()),
        value("info.languages", several(prop_oneof![Just(json!("fr")), Just(json!("EN"))])),
        value("org.country", prop_oneof![Just(json!("NO")), Just(json!("uk"))]),
        value("org.fee", Just(json!("150.00 EUR"))),
        value("auth.passwords", passwords()),
        value("market.placements", placements()),
    ];
    proptest::collection::vec(fact, 0..12).prop_map(|facts| facts.into_iter().collect())
}

/// A fact in the short or the long form.
fn value(
    path: &'static str,
    value: impl Strategy<Value = Value>,
) -> impl Strategy<Value = (&'static str, Value)> {
    (value, any::<bool>()).prop_map(move |(value, long)| {
        let long_form = |value| json!({"value": value, "level": "declared", "as_of": "2026-01-01"});
        (path, if long { long_form(value) } else { value })
    })
}

fn words() -> impl Strategy<Value = Value> {
    "[a-zA-Z0-9é😀\"'#:{},&*!|>%@`~\\\\-]{1,4}( [a-zA-Z0-9é\"#:-]{1,4}){0,2}"
        .prop_filter("a word of its own", |text| text != "absent")
        .prop_map(Value::from)
}

fn day() -> impl Strategy<Value = Value> {
    (2020..2040, 1..13, 1..29).prop_map(|(y, m, d)| json!(format!("{y:04}-{m:02}-{d:02}")))
}

fn several(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    proptest::collection::vec(value, 0..4).prop_map(Value::from)
}

fn passwords() -> impl Strategy<Value = Value> {
    let password = (any::<bool>(), 0..100u32, "[a-z]{1,8}");
    proptest::collection::vec(password, 0..4).prop_map(|passwords| {
        let item = |(number, (remote, length, name)): (usize, (bool, u32, String))| {
            json!({"id": format!("{name}-{number}"), "remote": remote, "scheme": "shared",
                   "min_length": {"value": length, "level": "certified"}})
        };
        passwords.into_iter().enumerate().map(item).collect()
    })
}

fn placements() -> impl Strategy<Value = Value> {
    let placement = (prop_oneof![Just("NL"), Just("quebec")], day(), any::<bool>());
    proptest::collection::vec(placement, 1..3).prop_map(|placements| {
        let item = |(territory, day, recorded): (&str, Value, bool)| {
            json!({"territory": territory, "first_placed": day, "data": {"recorded": recorded}})
        };
        placements.into_iter().map(item).collect()
    })
}

fn nest(facts: &Facts) -> Value {
    let mut root = Map::new();
    root.insert("comity".to_owned(), json!(1));
    for (path, value) in facts {
        let (groups, last) = path.rsplit_once('.').expect("every fact here is in a group");
        let group = groups.split('.').fold(&mut root, |group, name| {
            let inner = group.entry(name).or_insert_with(|| json!({}));
            inner.as_object_mut().expect("groups are no facts")
        });
        group.insert(last.to_owned(), value.clone());
    }
    Value::Object(root)
}

fn spell_json(facts: &Facts) -> String {
    serde_json::to_string_pretty(&nest(facts)).expect("it is JSON")
}

fn spell_nested(facts: &Facts) -> String {
    let mut text = String::new();
    spell_block(&nest(facts), 0, &mut text);
    text
}

fn spell_dotted(facts: &Facts) -> String {
    let lines = facts.iter().map(|(path, value)| format!("{path}: {}\n", spell_flow(value)));
    lines.chain(["comity: 1\n".to_owned()]).collect()
}

/// Block style; every line starts with `depth` blanks, and the text with a line break.
fn spell_block(value: &Value, depth: usize, text: &mut String) {
    let blanks = " ".repeat(depth);
    match value {
        Value::Object(keys) if !keys.is_empty() => {
            for (key, value) in keys {
                *text += &format!("\n{blanks}{key}:");
                spell_block(value, depth + 2, text);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                *text += &format!("\n{blanks}-");
                spell_block(item, depth + 2, text);
            }
        }
        _ => *text += &format!(" {}", spell_flow(value)),
    }
}

fn spell_flow(value: &Value) -> String {
    match value {
        Value::Object(keys) => {
            let keys = keys.iter().map(|(key, value)| format!("{key}: {}", spell_flow(value)));
            format!("{{{}}}", keys.collect::<Vec<_>>().join(", "))
        }
        Value::Array(items) => {
            format!("[{}]", items.iter().map(spell_flow).collect::<Vec<_>>().join(", "))
        }
        Value::String(text) if text == "absent" || text == "P1Y6M" || text == "shared" => {
            text.clone()
        }
        Value::String(text) if text.contains(['\\', '"']) => {
            format!("'{}'", text.replace('\'', "''"))
        }
        other => other.to_string(),
    }
}

/// The facts with every place forgotten.
fn placeless(manifest: Manifest) -> Vec<(u32, Statement)> {
    manifest.facts.into_iter().map(|(id, fact)| (id.0, placeless_statement(fact))).collect()
}

const NOWHERE: Span = Span { file: FileId::MANIFEST, start: 0, end: 0 };

fn placeless_statement(statement: Statement) -> Statement {
    let value = match statement.value {
        Stated::Items(items) => Stated::Items(items.into_iter().map(placeless_item).collect()),
        other => other,
    };
    Statement { value, span: NOWHERE, ..statement }
}

fn placeless_item(item: Item) -> Item {
    let fields = item.fields.into_iter();
    let fields = fields.map(|(index, field)| (index, placeless_statement(field))).collect();
    Item { fields, span: NOWHERE, ..item }
}
