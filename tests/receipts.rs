//! Receipts: the same in every language, made of what anybody can hash, and false as soon as
//! anything is changed.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test reads the shipped files and fails by panicking"
)]

use comity::digest::sha256;
use comity::model::text::Language;
use comity::report::difference::Difference;
use comity::report::receipt::canonical_verdicts;
use comity::report::verify::{Stated, Unreadable};
use comity::{CheckRequest, Library};
use serde_json::{Value, json};
use std::path::Path;

const WORLD: [(&str, &str); 3] = [
    ("jurisdictions", include_str!("suite/resolve/world/jurisdictions.comity")),
    ("vocabulary", include_str!("suite/resolve/world/vocabulary.comity")),
    ("standard", include_str!("suite/resolve/world/standard.comity")),
];
const RULES: &str = concat!(
    include_str!("suite/resolve/world/header.comity"),
    "
rule 1:
  title en \"Keys of 128 bits\".
  citing \"1\".
  must auth.key_length is at least 128 bits.
  deemed met where std/5.1 is met, citing \"1\".

rule 2:
  title en \"Few attempts\".
  citing \"2\".
  must auth.attempts is at most 5.
"
);
const DEVICE: &str = "comity: 1
product: {name: \"Lock \\\"Ä\\\" \\u0007\"}
auth: {key_length: {value: 64, level: documented}, passwords: []}
";

fn world(rules: &str) -> Library {
    Library::from_texts(WORLD.into_iter().chain([("own", rules)])).unwrap()
}

fn request() -> CheckRequest {
    let with = vec!["demo.standard".to_owned()];
    let evidence = Some(comity::model::manifest::EvidenceLevel::Unstated);
    CheckRequest { with, evidence, ..CheckRequest::on("2026-11-22".parse().unwrap()) }
        .within(["nl", "uk"])
}

fn report(library: &Library, language: Language) -> String {
    library.check_report("a.yaml", DEVICE.as_bytes(), &request(), language).unwrap().to_json()
}

/// What verifying a text says; nothing where it is confirmed.
fn verified(library: &Library, text: &str) -> Result<Vec<Difference>, Unreadable> {
    library.verify(&Stated::read(text.as_bytes())?, &[("a.yaml", DEVICE.as_bytes())])
}

#[test]
fn report_is_confirmed_in_every_language_and_under_every_name() {
    let library = world(RULES);
    for language in [Language::English, Language::French, Language::Dutch] {
        let text = report(&library, language);
        assert_eq!(verified(&library, &text), Ok(vec![]));
        let stated = Stated::read(text.as_bytes()).unwrap();
        let moved = library.verify(&stated, &[("elsewhere/b.yaml", DEVICE.as_bytes())]);
        assert_eq!(moved, Ok(vec![]), "a name is not part of a manifest");
    }
}

#[test]
fn receipt_is_the_same_in_every_language_and_order_of_texts() {
    let receipt = |library: &Library, language| {
        let report: Value = serde_json::from_str(&report(library, language)).unwrap();
        report["receipt"].clone()
    };
    let library = world(RULES);
    let own = receipt(&library, Language::English);
    assert_eq!(own, receipt(&library, Language::French));
    assert_eq!(own, receipt(&library, Language::Dutch));
    let mut texts: Vec<_> = WORLD.into_iter().chain([("own", RULES)]).collect();
    texts.reverse();
    assert_eq!(own, receipt(&Library::from_texts(texts).unwrap(), Language::English));
    assert_eq!(own["rulesets"][0]["name"], "demo.locks@1");
    assert_eq!(own["rulesets"][0]["sha256"], sha256(RULES.as_bytes()));
    assert_eq!(own["rulesets"][1]["sha256"], sha256(WORLD[2].1.as_bytes()));
    assert_eq!(own["vocabulary"][1]["sha256"], sha256(WORLD[1].1.as_bytes()));
    assert_eq!(own["products"][0]["sha256"], sha256(DEVICE.as_bytes()));
}

#[test]
fn verdicts_are_hashed_in_the_form_of_rfc_8785() {
    let library = world(RULES);
    let manifest = library.read_manifest("a.yaml", DEVICE.as_bytes()).unwrap();
    let own = canonical_verdicts(library.law(), &library.check(&manifest, &request()).unwrap());
    let value: Value = serde_json::from_str(&own).unwrap();
    assert_eq!(own, serde_json_canonicalizer::to_string(&value).unwrap());
    assert_eq!(
        value[0]["rules"][0],
        json!({"edition": "1", "rule": "demo.locks.1", "verdict": "breached"})
    );
    let report: Value = serde_json::from_str(&report(&library, Language::French)).unwrap();
    assert_eq!(report["receipt"]["products"][0]["verdicts"], sha256(own.as_bytes()));
}

#[test]
fn hashes_of_shipped_texts_are_those_of_the_files() {
    let library = Library::shipped().unwrap();
    let request = CheckRequest::on("2026-11-22".parse().unwrap()).within(["uk", "nl", "quebec"]);
    let report = library.check_report("a.yaml", b"comity: 1\n", &request, Language::English);
    let receipt = report.unwrap().receipt;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rulesets");
    let file = |path: &str| sha256(&std::fs::read(folder.join(path)).unwrap());
    let named = |name: &str| {
        let all = receipt.rulesets.iter().chain(&receipt.vocabulary);
        all.filter(|text| text.name == name).map(|text| text.sha256.clone()).collect::<Vec<_>>()
    };
    assert_eq!(named("uk.psti@2025-12-04"), [file("uk/psti.comity")]);
    // Named by uk.psti, and so part of what its verdicts rest on.
    assert_eq!(named("etsi.en303645@2.1.1"), [file("voluntary/etsi-en-303-645-2.1.1.comity")]);
    assert_eq!(named("vocabulary iot"), [file("vocabulary/iot.comity")]);
    assert_eq!(named("jurisdictions"), [file("jurisdictions.comity")]);
    assert_eq!(named("kr.cls@2019-01-01"), Vec::<String>::new());
    assert!(receipt.rulesets.len() > 20, "{}", receipt.rulesets.len());
}

/// Where a value stands: keys and positions, from the outside in.
type Place = Vec<String>;

fn places(value: &Value, at: &Place, found: &mut Vec<Place>) {
    let mut inside = |name: String, part: &Value| {
        let place: Place = at.iter().cloned().chain([name]).collect();
        found.push(place.clone());
        places(part, &place, found);
    };
    match value {
        Value::Object(parts) => parts.iter().for_each(|(key, part)| inside(key.clone(), part)),
        Value::Array(parts) => {
            parts.iter().enumerate().for_each(|(at, part)| inside(at.to_string(), part));
        }
        _ => {}
    }
}

fn pointer(place: &[String]) -> String {
    place.iter().map(|name| format!("/{name}")).collect()
}

/// Each way of spoiling one value, with what is left of the whole.
fn spoilt(whole: &Value, place: &[String]) -> Vec<Value> {
    let mut all = Vec::new();
    let mut put = |value: Value| {
        let mut changed = whole.clone();
        *changed.pointer_mut(&pointer(place)).unwrap() = value;
        all.push(changed);
    };
    match whole.pointer(&pointer(place)).unwrap() {
        Value::String(text) => {
            put(json!(format!("{text}0")));
            put(json!(""));
            put(json!(text.replace(|one: char| one.is_ascii_digit(), "9") + " "));
        }
        Value::Number(number) => put(json!(number.as_u64().unwrap() + 1)),
        Value::Array(parts) => {
            put(json!([&parts[..], &parts[..1.min(parts.len())], &[json!("x")]].concat()));
            put(json!([])
                .as_array()
                .filter(|_| parts.is_empty())
                .map_or(json!([]), |_| json!([0])));
        }
        Value::Object(parts) => {
            let mut more = parts.clone();
            more.insert("x_more".to_owned(), json!(1));
            put(Value::Object(more));
        }
        _ => put(json!("other")),
    }
    let (last, outer) = place.split_last().unwrap();
    let mut without = whole.clone();
    match without.pointer_mut(&pointer(outer)).unwrap() {
        Value::Object(parts) => drop(parts.remove(last)),
        Value::Array(parts) => drop(parts.remove(last.parse().unwrap())),
        _ => panic!("{place:?} lies in no object or list"),
    }
    all.push(without);
    all.retain(|changed| changed != whole);
    all
}

#[test]
fn every_field_that_is_changed_or_dropped_is_found() {
    let library = world(RULES);
    let text = report(&library, Language::English);
    let whole: Value = serde_json::from_str(&text).unwrap();
    let mut all = Vec::new();
    places(&whole, &Vec::new(), &mut all);
    let in_receipt = all.iter().filter(|place| place[0] == "receipt").count();
    assert!(in_receipt > 25 && all.len() > 150, "{in_receipt} of {}", all.len());
    for place in &all {
        let changes = spoilt(&whole, place);
        assert!(changes.len() >= 2, "{place:?} is hardly changed");
        for changed in changes {
            let found = verified(&library, &format!("{changed:#}\n"));
            // The order of keys is lost here, so `Bytes` alone would be no answer.
            let told = found
                .as_ref()
                .map_or(true, |found| found.iter().any(|one| *one != Difference::Bytes));
            assert!(told, "{place:?}: {found:?}\n{changed:#}");
        }
    }
}

#[test]
fn every_scalar_of_the_text_is_covered_as_it_stands() {
    let library = world(RULES);
    let text = report(&library, Language::English);
    // Of every line the last letter or digit, in place, so that nothing else moves.
    let mut changed = 0;
    for (at, character) in text.char_indices() {
        let ends = text[at..].starts_with(|one: char| one.is_ascii_alphanumeric())
            && !text[at + character.len_utf8()..].starts_with(|one: char| one.is_alphanumeric());
        if !ends {
            continue;
        }
        let other = if character == 'e' {
            "a"
        } else if character == '1' {
            "2"
        } else {
            "e"
        };
        let other = if character.is_ascii_digit() && other == "e" { "1" } else { other };
        let spoilt = format!("{}{other}{}", &text[..at], &text[at + 1..]);
        assert_ne!(
            verified(&library, &spoilt),
            Ok(vec![]),
            "at {at}: {}",
            &spoilt[at - 20..at + 5]
        );
        changed += 1;
    }
    assert!(changed > 400, "{changed}");
}

#[test]
fn unknown_and_doubled_keys_are_refused() {
    let library = world(RULES);
    let text = report(&library, Language::English);
    for (from, to) in [
        ("\"places\"", "\"place\": 1, \"places\""),
        ("\"rulesets\": [\n      {", "\"rulesets\": [\n      {\"note\": \"\","),
        ("\"format\": \"comity-receipt/1\"", "\"format\": \"comity-receipt/2\""),
    ] {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text);
        assert!(verified(&library, &changed).is_err(), "{from}");
    }
    // Of a key that stands there twice, some readers take the first.
    let outcome = "\"outcome\": \"";
    let doubled = text.replacen(outcome, &format!("\"outcome\": \"compliant\", {outcome}"), 1);
    assert_ne!(doubled, text);
    assert_eq!(verified(&library, &doubled), Ok(vec![Difference::Bytes]));
    assert_eq!(verified(&library, &format!("{text}\n")), Ok(vec![Difference::Bytes]));
    for none in ["", "{}", "[]", "null", "{\"receipt\": {}}"] {
        assert!(verified(&library, none).is_err(), "{none}");
    }
}

#[test]
fn other_text_is_named() {
    let library = world(RULES);
    let text = report(&library, Language::English);
    let said = |library: &Library| -> Vec<String> {
        let found = verified(library, &text).unwrap();
        found.iter().map(ToString::to_string).collect()
    };
    // A comment changes no verdict, and the text all the same.
    let commented = said(&world(&format!("{RULES}-- a comment\n")));
    assert_eq!(commented.len(), 1, "{commented:?}");
    assert!(commented[0].starts_with("ruleset `demo.locks@1`: its text differs"), "{commented:?}");
    let stricter = said(&world(
        &RULES
            .replace("at most 5", "at most 4")
            .replace("128 bits.\n  deemed", "32 bits.\n  deemed"),
    ));
    assert!(stricter[0].starts_with("ruleset `demo.locks@1`"), "{stricter:?}");
    let edition = said(&world(&RULES.replace("demo.locks edition 1", "demo.locks edition 2")));
    assert!(edition[0].contains("demo.locks@1`: the receipt rests on it"), "{edition:?}");
    assert!(edition[1].contains("demo.locks@2`: the assessment made anew rests"), "{edition:?}");
    let engine = verified(&library, &text.replace("\"engine\": \"0.", "\"engine\": \"9."));
    let engine = engine.unwrap()[0].to_string();
    assert!(engine.starts_with("engine: it was made by Comity 9."), "{engine}");
}

#[test]
fn other_or_missing_manifest_is_named() {
    let library = world(RULES);
    let stated = Stated::read(report(&library, Language::English).as_bytes()).unwrap();
    let said = |given: &[(&str, &str)]| -> Vec<String> {
        let given: Vec<_> = given.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
        let found = library.verify(&stated, &given).unwrap();
        found.iter().map(ToString::to_string).collect()
    };
    let other = DEVICE.replace("value: 64", "value: 32").replace(", passwords: []", "");
    let found = said(&[("a.yaml", &other)]);
    assert!(found[0].starts_with("manifest `a.yaml`: it differs"), "{found:?}");
    let verdict =
        "verdict of `demo.locks.1` in NL for `a.yaml`: breached in the report, undetermined here";
    assert!(found[1].starts_with(verdict), "{found:?}");
    assert!(said(&[("b.yaml", &other)])[0].starts_with("manifest `a.yaml`: it differs"));
    assert_eq!(said(&[]), ["manifest `a.yaml`: the receipt is of it, and it was not given"]);
    let two = said(&[("b.yaml", &other), ("a.yaml", DEVICE)]);
    assert_eq!(two, ["manifest `b.yaml`: the receipt is not of it"]);
}

#[test]
fn receipt_of_a_manifest_with_faults_has_no_verdicts() {
    let library = world(RULES);
    let bad = b"comity: 1\nauth: {key_lenght: 1}\n";
    let report = library.check_report("bad.yaml", bad, &request(), Language::English).unwrap();
    assert_eq!(report.receipt.products[0].verdicts, None);
    let stated = Stated::read(report.to_json().as_bytes()).unwrap();
    assert_eq!(library.verify(&stated, &[("bad.yaml", bad)]), Ok(vec![]));
    let nowhere = CheckRequest { jurisdictions: vec![], ..request() };
    let report = library.check_report("a.yaml", DEVICE.as_bytes(), &nowhere, Language::English);
    let report = report.unwrap();
    assert_eq!(report.receipt.products[0].verdicts, None);
    assert_eq!(report.products[0].faults[0].code, "comity::check::placed_nowhere");
}
