//! EN 303 645 asks of a product what its conformance statement says, and nothing is set aside
//! that the statement does not let go.
//!
//! The statement gives each provision a status: mandatory or recommended, and the conditions and
//! features on which it hangs. "Not applicable" is open to a row only where one of these is
//! missing. The statuses stand in `en303645.txt`, and which product has which condition and
//! feature stands in `dials`: both come from the notes, and know nothing of the rulesets.

mod dials;

use super::generate::{Generator, dice::Dice};
use super::{SHIPPED, law};
use comity::eval::market::markets_for;
use comity::eval::matrix::evaluate;
use comity::eval::verdict::Verdict;
use comity::jiff::civil::Date;
use comity::model::manifest::Manifest;
use comity::model::rule::{Modality, RuleId};
use comity::plan::order::Plan;
use comity::plan::reading::Threshold;
use comity::plan::row::Row;
use dials::{DIALS, Product};
use std::collections::{BTreeMap, BTreeSet};

const TODAY: Date = Date::constant(2026, 11, 22);
const STATEMENT: &str = include_str!("en303645.txt");

/// An edition of the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edition {
    V2,
    V3,
}

const EDITIONS: [(Edition, &str); 2] = [(Edition::V2, "2.1.1"), (Edition::V3, "3.1.3")];

/// What the statement says of a provision.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Status {
    modality: Modality,
    keys: BTreeSet<&'static str>,
}

/// `MCF 14,e`: mandatory, on condition 14 and feature e.
fn status(text: &'static str) -> Status {
    let (letters, keys) = text.split_once(' ').unwrap_or((text, ""));
    let modality = if letters.starts_with('M') { Modality::Must } else { Modality::Should };
    Status { modality, keys: keys.split(',').filter(|key| !key.is_empty()).collect() }
}

/// The statement of an edition: provisions by number.
fn statement(edition: Edition) -> BTreeMap<&'static str, Status> {
    let rows = STATEMENT.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut statement = BTreeMap::new();
    for row in rows {
        let [id, v3, v2] = row.split(" | ").collect::<Vec<_>>()[..] else { panic!("{row}") };
        let (v2, v2_id) = match v2.strip_suffix(')').and_then(|v2| v2.split_once(" (")) {
            Some((v2, other)) => (v2, other),
            None => (v2, id),
        };
        let (id, text) = if edition == Edition::V3 { (id, v3) } else { (v2_id, v2) };
        if text != "new" {
            let again = statement.insert(id, status(text));
            assert!(again.is_none_or(|other| other == status(text)), "{id} has two statuses");
        }
    }
    statement
}

#[test]
fn statement_has_the_counts_of_the_standard() {
    for (edition, all, must) in [(Edition::V2, 68, 33), (Edition::V3, 78, 36)] {
        let statement = statement(edition);
        let mandatory = statement.values().filter(|status| status.modality == Modality::Must);
        assert_eq!((statement.len(), mandatory.count()), (all, must), "{edition:?}");
    }
}

/// The rules of an edition.
fn rules(edition: &str) -> Vec<RuleId> {
    let name = format!("etsi.en303645@{edition}");
    let ruleset = SHIPPED.find_rulesets(&[name]).expect("it is shipped")[0];
    law().rules_of(ruleset).map(|(id, _)| id).collect()
}

fn number(rule: RuleId) -> &'static str {
    &law().rule(rule).expect("the rule is there").number
}

#[test]
fn rules_are_the_provisions_of_the_statement_with_their_strength() {
    for (edition, name) in EDITIONS {
        let encoded: BTreeMap<_, _> = rules(name)
            .into_iter()
            .map(|rule| (number(rule), law().rule(rule).unwrap().modality))
            .collect();
        let stated: BTreeMap<_, _> =
            statement(edition).into_iter().map(|(id, status)| (id, status.modality)).collect();
        assert_eq!(encoded, stated, "{name}");
    }
}

/// The verdict of every rule on every manifest.
fn verdicts(edition: &str, manifests: &[Manifest]) -> Vec<BTreeMap<&'static str, Verdict>> {
    let plan = Plan::new(law(), &rules(edition));
    let place = law().jurisdictions.find("NL").expect("it is declared");
    let row =
        |manifest| Row { manifest, market: markets_for(law(), manifest, &[place])[0], on: TODAY };
    let rows: Vec<Row<'_>> = manifests.iter().map(row).collect();
    let matrix = evaluate(law(), &plan, &rows, Threshold(None));
    let of = |index| matrix.row(index).map(|(rule, _, verdict)| (number(rule), verdict)).collect();
    (0..rows.len()).map(of).collect()
}

fn read(text: &str) -> Manifest {
    SHIPPED.read_manifest("product.yaml", text.as_bytes()).unwrap_or_else(|faults| {
        panic!("{} in:\n{text}", faults[0].kind);
    })
}

/// Products with each dial in each position, around the plainest and the fullest; and many others.
fn products() -> Vec<Product> {
    let mut dice = Dice::new(7);
    let plain: Product = [0; DIALS.len()];
    let full = DIALS.map(|dial| dial.positions.len() - 1);
    let mut products = Vec::new();
    for base in [plain, full] {
        for (dial, found) in DIALS.iter().enumerate() {
            for position in 0..found.positions.len() {
                let mut product = base;
                product[dial] = position;
                products.push(product);
            }
        }
    }
    products.extend((0..600).map(|_| DIALS.map(|dial| dice.roll(dial.positions.len()))));
    products.into_iter().map(dials::mended).collect()
}

#[test]
fn provision_applies_exactly_where_its_keys_hold() {
    let products = products();
    let manifests: Vec<Manifest> =
        products.iter().map(|product| read(&dials::manifest(product, None))).collect();
    let mut wrong = BTreeSet::new();
    for (edition, name) in EDITIONS {
        let statement = statement(edition);
        let mut seen: BTreeSet<(&str, bool)> = BTreeSet::new();
        for (product, verdicts) in products.iter().zip(verdicts(name, &manifests)) {
            let keys = dials::keys(product, edition);
            for (id, verdict) in verdicts {
                let applies = statement[id].keys.is_subset(&keys);
                seen.insert((id, applies));
                if applies == (verdict == Verdict::NotApplicable) {
                    let missing: Vec<_> = statement[id].keys.difference(&keys).collect();
                    wrong.insert(format!(
                        "{name}, {id}: {verdict:?}, though missing {missing:?}: {}",
                        dials::told(product, &statement[id].keys, edition)
                    ));
                }
            }
        }
        for (id, status) in &statement {
            assert!(seen.contains(&(id, true)), "{name}, {id} never applies");
            assert_eq!(seen.contains(&(id, false)), !status.keys.is_empty(), "{name}, {id}");
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.into_iter().collect::<Vec<_>>().join("\n")
    );
}

/// A dial of which nothing is told leaves what hangs on it open: it is not set aside, nor judged.
#[test]
fn key_of_which_nothing_is_told_leaves_its_provisions_undetermined() {
    let full = dials::mended(DIALS.map(|dial| dial.positions.len() - 1));
    for (edition, name) in EDITIONS {
        let statement = statement(edition);
        let mut open = 0;
        for (dial, found) in DIALS.iter().enumerate() {
            let untold = dials::keys_of(found, edition);
            let manifest = read(&dials::manifest(&full, Some(dial)));
            let known = dials::keys_without(&full, dial, edition);
            for (id, verdict) in verdicts(name, &[manifest]).remove(0) {
                let keys = &statement[id].keys;
                let hangs = keys.iter().any(|key| untold.contains(key));
                if hangs && keys.iter().all(|key| untold.contains(key) || known.contains(key)) {
                    assert_eq!(
                        verdict,
                        Verdict::Undetermined,
                        "{name}, {id} without {}",
                        found.name
                    );
                    open += 1;
                }
            }
        }
        let conditional = statement.values().filter(|status| !status.keys.is_empty()).count();
        assert!(open >= conditional, "{name}: {open} of {conditional}");
    }
}

/// "Not applicable" is no answer to a row without a key, whatever a manifest states: about any
/// fact, in any judgement, with gaps or without.
#[test]
fn row_without_a_key_is_never_not_applicable() {
    let mut generator = Generator::new(law(), 8);
    let mut manifests: Vec<Manifest> = (0..2_000).map(|_| generator.manifest()).collect();
    manifests.push(read("comity: 1\n"));
    for (edition, name) in EDITIONS {
        let statement = statement(edition);
        let free = statement.values().filter(|status| status.keys.is_empty()).count();
        assert!(free > 20, "{name}: {free}");
        for (index, verdicts) in verdicts(name, &manifests).into_iter().enumerate() {
            for (id, verdict) in verdicts {
                let set_aside = matches!(
                    verdict,
                    Verdict::NotApplicable | Verdict::NotInForce | Verdict::Exempt
                );
                let open = statement[id].keys.is_empty();
                assert!(
                    !(open && set_aside),
                    "{name}, {id}: {verdict:?} of product {index}, seed 8"
                );
            }
        }
    }
}
