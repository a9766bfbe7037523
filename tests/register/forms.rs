//! The forms of a manifest, one by one: read quickly, or left to the whole reader.

use crate::quick::{expect_same, names};
use comity::Library;
use comity::ingest::read_json;

/// Texts that are without fault and of the common forms.
const QUICK: [&str; 22] = [
    r#"{"comity":1}"#,
    r#" { "comity" : 1 , "judgements" : [ ] } "#,
    r#"{"comity":1,"product.name":"Lamp"}"#,
    r#"{"comity":1,"product":{"name":" Lamp ","radio":true}}"#,
    r#"{"product":{"kind":["camera"],"radio":false},"comity":1}"#,
    r#"{"comity":1,"x_note":"kept","x_number":3,"x_flag":true}"#,
    r#"{"comity":1,"product":{"x_note":"kept","name":"Lamp"}}"#,
    r#"{"comity":1,"product.radio":{"value":true,"level":"declared"}}"#,
    r#"{"comity":1,"product.radio":{"level":"certified","value":true}}"#,
    r#"{"comity":1,"product.radio":{"value":true,"as_of":"2026-11-22"}}"#,
    r#"{"comity":1,"product.radio":{"value":true,"evidence":["d"]},"documents":[{"id":"d"}]}"#,
    r#"{"comity":1,"data.items":[]}"#,
    r#"{"comity":1,"data.items":[{"id":"a","personal":true},{"id":"b","category":"contact"}]}"#,
    r#"{"comity":1,"data.items":{"level":"declared","value":[{"personal":true}]}}"#,
    r#"{"comity":1,"data.items":{"value":[{"personal":{"value":true,"level":"lab_tested"}}],"level":"declared"}}"#,
    r#"{"comity":1,"data.items":{"value":[{"personal":{"value":true,"level":"unstated"}}],"level":"declared"}}"#,
    r#"{"comity":1,"market.placements":[{"territory":"GB","first_placed":"2026-01-01"}]}"#,
    r#"{"comity":1,"market.placements":[{"territory":"uk"},{"territory":"CA-QC"}]}"#,
    r#"{"comity":1,"reporting.records_kept":"P5Y","support.security_end":"2031-12-31"}"#,
    r#"{"comity":1,"data.items":[{"recipients":["a ","b","a"]}]}"#,
    r#"{"comity":1,"support":{"security_end":"2031-12-31"},"support.published.on":"2026-01-01"}"#,
    "\n{\"comity\":1,\n\t\"product.radio\":true}\n",
];

/// Texts that are left to the whole reader: with a fault, or of a rare form.
const LEFT: [&str; 38] = [
    "",
    "{}",
    "[]",
    r#"{"comity":2}"#,
    r#"{"comity":"1"}"#,
    r#"{"comity":1.0}"#,
    r#"{"comity":1,"comity":1}"#,
    r#"{"comity":1} x"#,
    r#"{"comity":1,"judgements":[],"judgements":[]}"#,
    r#"{"comity":1,"judgements":[{"rule":"uk.gdpr.32"}]}"#,
    r#"{"comity":1,"no.such.fact":true}"#,
    r#"{"comity":1,"product":true}"#,
    r#"{"comity":1,"product":{"name":"A"},"product":{"radio":true}}"#,
    r#"{"comity":1,"product.radio":true,"product.radio":true}"#,
    r#"{"comity":1,"product.radio":true,"product":{"radio":false}}"#,
    r#"{"comity":1,"product.radio":"true"}"#,
    r#"{"comity":1,"product.radio":null}"#,
    r#"{"comity":1,"product.radio":1}"#,
    r#"{"comity":1,"product.radio":"absent"}"#,
    r#"{"comity":1,"product.kind":["no_such_kind"]}"#,
    r#"{"comity":1,"product.kind":"camera"}"#,
    r#"{"comity":1,"product.name":"  "}"#,
    r#"{"comity":1,"product.name":{"en":"Lamp","nl":"Lamp"}}"#,
    r#"{"comity":1,"product.name":"La\u006dp"}"#,
    r#"{"comity":1,"x_a":{"deep":1}}"#,
    r#"{"comity":1,"x_a":1,"x_a":2}"#,
    r#"{"comity":1,"product.radio":{"level":"declared"}}"#,
    r#"{"comity":1,"product.radio":{"value":true,"level":"sworn"}}"#,
    r#"{"comity":1,"product.radio":{"value":{"value":true}}}"#,
    r#"{"comity":1,"product.radio":{"value":true,"evidence":["d"]}}"#,
    r#"{"comity":1,"product.radio":{"value":true,"value":true}}"#,
    r#"{"comity":1,"data.items":[{"id":"a"},{"id":"a"}]}"#,
    r#"{"comity":1,"data.items":[{"id":"2"},{"personal":true}]}"#,
    r#"{"comity":1,"data.items":[{"no_such_field":true}]}"#,
    r#"{"comity":1,"data.items":[true]}"#,
    r#"{"comity":1,"support.security_end":"2031-13-01"}"#,
    r#"{"comity":1,"market.placements":[{"territory":"ZZ"}]}"#,
    "{\"comity\":1,\"x_a\":\"\u{85}\"}",
];

#[test]
fn common_forms_are_read_quickly() {
    let library = Library::shipped().unwrap();
    let (law, names) = (library.law(), names(library.law()));
    for text in QUICK {
        assert!(expect_same(&names, law, text.as_bytes()).is_some(), "left: {text}");
    }
}

#[test]
fn faults_and_rare_forms_are_left_to_the_whole_reader() {
    let library = Library::shipped().unwrap();
    let (law, names) = (library.law(), names(library.law()));
    for text in LEFT {
        assert_eq!(expect_same(&names, law, text.as_bytes()), None, "read: {text}");
    }
}

#[test]
fn long_lists_are_left_to_the_whole_reader() {
    let library = Library::shipped().unwrap();
    let (law, names) = (library.law(), names(library.law()));
    let text = |items| {
        let items = vec![r#"{"personal":true}"#; items].join(",");
        format!(r#"{{"comity":1,"data.items":[{items}]}}"#)
    };
    assert!(expect_same(&names, law, text(30).as_bytes()).is_some());
    assert_eq!(expect_same(&names, law, text(31).as_bytes()), None);
    assert!(read_json(law, "m", text(31).as_bytes()).is_ok());
}
