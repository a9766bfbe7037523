//! Target `check`: bytes are taken for choices; they make up a manifest that has no fault, which
//! is read as JSON and as YAML and judged, and a ruleset in which every name and type fits.

use crate::draft::{Choices, manifest, ruleset};
use crate::law::shipped;
use crate::{faults, product, resolve, ruleset as text};
use comity::model::manifest::{Item, Manifest, Stated, Statement};

/// Makes up a manifest or a ruleset, and puts it to every use.
///
/// # Panics
///
/// If JSON and YAML are read differently, or if the ruleset is refused as a text.
pub fn run(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    if choices.one_in(2) {
        check_manifest(&mut choices);
    } else {
        let made_up = ruleset(&mut choices);
        text::run(made_up.as_bytes());
        resolve::run(made_up.as_bytes());
    }
}

fn check_manifest(choices: &mut Choices<'_>) {
    let library = shipped();
    let place = choices.pick(&product::PLACES);
    let text = manifest(choices, library.law());
    let json = library.read_manifest("input.json", text.as_bytes());
    let yaml = library.read_manifest("input.yaml", text.as_bytes());
    // A text that opens with `{` is JSON whatever its name; after a comment it is YAML.
    let commented = format!("# A comment.\n{text}");
    let flow = library.read_manifest("input.yaml", commented.as_bytes());
    match (json, yaml, flow) {
        (Ok(json), Ok(yaml), Ok(flow)) => {
            assert!(same(&json, &yaml) && same(&json, &flow), "read differently: {text}");
            product::judge(library.law(), &json, &[place]);
        }
        (Err(json), Err(yaml), Err(flow)) => {
            [json, yaml, flow].iter().for_each(|found| faults::examine(found));
        }
        (json, yaml, flow) => panic!("read differently: {json:?} {yaml:?} {flow:?}"),
    }
}

/// Whether two manifests state the same, wherever it stands.
fn same(left: &Manifest, right: &Manifest) -> bool {
    left.facts.len() == right.facts.len()
        && left
            .facts
            .iter()
            .zip(&right.facts)
            .all(|(left, right)| left.0 == right.0 && same_statement(left.1, right.1))
}

fn same_statement(left: &Statement, right: &Statement) -> bool {
    left.level == right.level
        && match (&left.value, &right.value) {
            (Stated::Items(left), Stated::Items(right)) => {
                left.len() == right.len()
                    && left.iter().zip(right).all(|(left, right)| same_item(left, right))
            }
            (left, right) => left == right,
        }
}

fn same_item(left: &Item, right: &Item) -> bool {
    left.id == right.id
        && left.fields.len() == right.fields.len()
        && left
            .fields
            .iter()
            .zip(&right.fields)
            .all(|(left, right)| left.0 == right.0 && same_statement(left.1, right.1))
}
