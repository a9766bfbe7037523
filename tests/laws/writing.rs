//! A manifest that is written out reads back as the same manifest.

use super::{SHIPPED, law, manifests};
use comity::model::manifest::{Manifest, Stated, Statement};
use comity::report::manifest_yaml::manifest_yaml;

/// The same without places in the text, which writing changes.
fn placeless(manifest: &Manifest) -> String {
    fn stated(statement: &Statement) -> String {
        let value = match &statement.value {
            Stated::Items(items) => items
                .iter()
                .map(|item| {
                    let fields = item.fields.iter();
                    let fields: Vec<_> =
                        fields.map(|(index, value)| (index, stated(value))).collect();
                    format!("{} {fields:?}", item.id)
                })
                .collect::<Vec<_>>()
                .join("\n"),
            other => format!("{other:?}"),
        };
        format!("{value} {:?} {:?} {:?}", statement.level, statement.evidence, statement.as_of)
    }
    let facts: Vec<_> = manifest.facts.iter().map(|(fact, value)| (fact, stated(value))).collect();
    let judgements: Vec<_> = manifest
        .judgements
        .iter()
        .map(|one| (&one.rule, &one.text, one.met, &one.by, one.on, &one.reason))
        .collect();
    format!("{facts:#?} {judgements:#?}")
}

#[test]
fn written_manifests_read_back_the_same() {
    for folder in ["examples", "rulesets/incidents"] {
        for (name, manifest) in manifests(folder) {
            let written = manifest_yaml(&law().vocabulary, &manifest);
            let again = SHIPPED.read_manifest(&name, written.as_bytes()).unwrap_or_else(|faults| {
                panic!(
                    "{name}: {:?}\n{written}",
                    faults.first().map(|fault| fault.kind.to_string())
                )
            });
            assert_eq!(placeless(&again), placeless(&manifest), "{name}");
        }
    }
}
