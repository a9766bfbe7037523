//! Answers that people type: each is stated as they meant it, or refused with what is wrong.

use super::{SHIPPED, law};
use comity::Judge;
use comity::eval::settled::Ask;
use comity::eval::trace::FactPath;
use comity::jiff::civil::date;
use comity::model::manifest::Manifest;

const DEVICE: &str = "\
comity: 1
documents:
  - {id: dpia}
  - {id: leaflet}
";

/// The text of the device after an answer to the question for a fact.
fn told(path: &str, typed: &str) -> Result<String, usize> {
    let manifest = SHIPPED.read_manifest("device.yaml", DEVICE.as_bytes());
    let manifest = manifest.map_err(|faults| faults.len()).unwrap();
    let (fact, _) = law().vocabulary.find(path).expect("it is declared");
    answered(&manifest, FactPath { fact, field: None }, typed)
}

fn answered(manifest: &Manifest, path: FactPath, typed: &str) -> Result<String, usize> {
    let ask = Ask::Fact(path);
    let judge = Judge { by: "Ada".to_owned(), on: date(2026, 11, 23) };
    let after = SHIPPED.answered(manifest, &ask, typed, &judge);
    after.map(|after| after.source.text.to_string()).map_err(|faults| faults.len())
}

#[test]
fn document_that_is_listed_is_an_answer() {
    let text = told("data.assessment", "dpia").expect("it is listed");
    assert!(text.contains("data.assessment: \"dpia\"\n"), "{text}");
    assert!(text.starts_with(DEVICE), "what was stated stands: {text}");
}

#[test]
fn document_that_is_not_listed_is_refused() {
    assert_eq!(told("data.assessment", "nowhere"), Err(1));
}

#[test]
fn field_of_an_item_names_an_item_of_another_list() {
    let text = format!("{DEVICE}parties:\n  - {{id: lab}}\n");
    let manifest = SHIPPED.read_manifest("device.yaml", text.as_bytes());
    let manifest = manifest.map_err(|faults| faults.len()).unwrap();
    let (fact, _) = law().vocabulary.find("documents").unwrap();
    let (issuer, _) = law().vocabulary.find_field(fact, "issuer").unwrap();
    let path = FactPath { fact, field: Some(("dpia".to_owned(), issuer)) };
    let text = answered(&manifest, path.clone(), "lab").expect("the party is listed");
    assert!(text.contains("issuer: \"lab\""), "{text}");
    assert_eq!(answered(&manifest, path, "dpia"), Err(1), "a document is no party");
}

#[test]
fn none_is_the_value_of_that_name_where_there_is_one() {
    let text = told("product.identifier", "none").expect("it is a value");
    assert!(text.contains("product.identifier: none\n"), "{text}");
}

#[test]
fn none_is_absence_where_no_value_is_called_so() {
    let text = told("data.assessment", "none").expect("there may be none");
    assert!(text.contains("data.assessment: absent\n"), "{text}");
}
