//! The explanations: one for each fault, and their examples show what they say.

use super::{code, read, report};
use comity::ingest::EXPLANATIONS;
use std::collections::BTreeSet;

/// The variants, as written in the source.
const SOURCE: &str = include_str!("../../src/ingest/error.rs");

#[test]
fn every_variant_has_one_code_and_one_explanation() {
    let declared: Vec<&str> =
        SOURCE.split("code(").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    let explained: Vec<&str> = EXPLANATIONS.iter().map(|(code, _)| *code).collect();
    assert_eq!(declared, explained);
    assert_eq!(SOURCE.matches("#[error(").count(), declared.len());
    assert_eq!(declared.iter().collect::<BTreeSet<_>>().len(), declared.len());
}

#[test]
fn every_doc_comment_is_the_explanation() {
    for (code, text) in EXPLANATIONS {
        let name = code.rsplit(':').next().unwrap_or_default();
        assert!(SOURCE.contains(&format!("#[doc = include_str!(\"explanations/{name}.md\")]")));
        assert!(
            text.split("\n\n").next().is_some_and(|first| first.trim().ends_with('.')),
            "{code}"
        );
    }
}

#[test]
fn examples_are_wrong_and_right_as_they_say() {
    for (explained, text) in EXPLANATIONS {
        let mut examples =
            text.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next());
        let Some(wrong) = examples.next() else { continue };
        let errors = read("m.yaml", wrong.as_bytes()).expect_err(explained);
        assert!(
            errors.iter().all(|error| code(error) == *explained),
            "{explained}: {}",
            report("m.yaml", wrong.as_bytes(), &errors)
        );
        let right = examples.next().expect(explained);
        if let Err(errors) = read("m.yaml", right.as_bytes()) {
            panic!("{explained}: {}", report("m.yaml", right.as_bytes(), &errors));
        }
    }
}
