//! Unknown is never a pass and never a breach: what a gap leaves decided, was decided so before.

use super::generate::Generator;
use super::{DAYS, all_rules, examples, id_of, judge, law, markets};
use comity::eval::verdict::Verdict;
use comity::model::manifest::{EvidenceLevel, Manifest, Stated, Statement};
use comity::plan::reading::Threshold;
use comity::plan::row::Row;

/// Whether a verdict may come from another by telling less. A definite one stays as it is, but
/// what is met by the norm itself may be known to be met, and no more be known which way; and
/// what did not bind may be known not to bind, for whichever reason.
fn may_come_from(less: Verdict, more: Verdict) -> bool {
    use Verdict::{DeemedMet, Exempt, Met, NotApplicable, NotInForce};
    match (less, more) {
        (DeemedMet | Exempt, Met) | (NotApplicable, NotInForce) => true,
        _ => !less.is_definite() || less == more,
    }
}

#[test]
fn met_and_breached_come_from_nothing_else() {
    for verdict in [Verdict::Met, Verdict::Breached] {
        let sources = Verdict::ALL.into_iter().filter(|more| may_come_from(verdict, *more));
        assert_eq!(sources.collect::<Vec<_>>(), [verdict]);
    }
}

/// A manifest that says less, and what it no longer says.
type Gap = (String, Manifest);

/// Every manifest that lacks one statement of this one: a fact, a field of an item, a judgement.
fn gaps(manifest: &Manifest) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for (&id, statement) in &manifest.facts {
        let path = &law().vocabulary.fact(id).unwrap().path;
        let mut less = manifest.clone();
        less.facts.remove(&id);
        gaps.push((path.clone(), less));
        let Stated::Items(items) = &statement.value else { continue };
        for (index, item) in items.iter().enumerate() {
            for field in item.fields.keys() {
                let mut less = manifest.clone();
                items_of(less.facts.get_mut(&id))[index].fields.remove(field);
                gaps.push((format!("{path}[{}], field {field}", item.id), less));
            }
        }
    }
    for index in 0..manifest.judgements.len() {
        let mut less = manifest.clone();
        let judgement = less.judgements.remove(index);
        gaps.push((format!("the judgement on {}", judgement.rule), less));
    }
    gaps
}

fn items_of(statement: Option<&mut Statement>) -> &mut Vec<comity::model::manifest::Item> {
    match statement.map(|statement| &mut statement.value) {
        Some(Stated::Items(items)) => items,
        _ => panic!("the fact is a list"),
    }
}

/// Judges a manifest and those with gaps, in every market on every day.
/// Gives how many verdicts were definite in spite of a gap.
fn check_gaps(name: &str, whole: &Manifest, gaps: &[Gap], threshold: Threshold) -> usize {
    let plan = all_rules();
    let mut definite = 0;
    for market in markets(whole) {
        for on in DAYS {
            let manifests = gaps.iter().map(|(_, less)| less).chain([whole]);
            let rows: Vec<Row<'_>> =
                manifests.map(|manifest| Row { manifest, market, on }).collect();
            let verdicts = judge(&plan, &rows, threshold);
            for (index, (what, _)) in gaps.iter().enumerate() {
                for ((rule, _, less), (_, _, more)) in
                    verdicts.row(index).zip(verdicts.row(gaps.len()))
                {
                    let id = id_of(rule);
                    assert!(
                        may_come_from(less, more),
                        "{name} without {what}: {id} from {more:?} to {less:?}"
                    );
                    definite += usize::from(less.is_definite());
                }
            }
        }
    }
    definite
}

#[test]
fn statement_removed_from_example_changes_no_definite_verdict() {
    for (name, manifest) in examples() {
        let gaps = gaps(&manifest);
        assert!(gaps.len() > 50, "{name} says little");
        let definite = check_gaps(&name, &manifest, &gaps, Threshold(None));
        assert!(definite > 10_000, "{name} decides little: {definite}");
    }
}

#[test]
fn statement_removed_from_generated_product_changes_no_definite_verdict() {
    let mut generator = Generator::new(law(), 1);
    for number in 0..2 {
        let manifest = generator.manifest();
        let name = format!("product {number} of seed 1");
        check_gaps(&name, &manifest, &gaps(&manifest), Threshold(None));
    }
}

/// Every manifest in which one statement is shown by nothing.
fn unshown(manifest: &Manifest) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for (&id, statement) in &manifest.facts {
        let path = &law().vocabulary.fact(id).unwrap().path;
        let mut less = manifest.clone();
        less.facts.insert(id, Statement { level: EvidenceLevel::Unstated, ..statement.clone() });
        gaps.push((format!("the evidence of {path}"), less));
    }
    gaps
}

#[test]
fn evidence_removed_from_example_changes_no_definite_verdict() {
    for (name, manifest) in examples() {
        let threshold = Threshold(Some(EvidenceLevel::Declared));
        check_gaps(&name, &manifest, &unshown(&manifest), threshold);
    }
}

#[test]
fn stricter_evidence_changes_no_definite_verdict() {
    let plan = all_rules();
    let mut generator = Generator::new(law(), 2);
    let generated =
        (0..30).map(|number| (format!("product {number} of seed 2"), generator.manifest()));
    for (name, manifest) in examples().into_iter().chain(generated) {
        for market in markets(&manifest) {
            let rows = DAYS.map(|on| Row { manifest: &manifest, market, on });
            let mut before = judge(&plan, &rows, Threshold(None));
            for (level, word) in EvidenceLevel::ALL {
                let stricter = judge(&plan, &rows, Threshold(Some(level)));
                for row in 0..rows.len() {
                    for ((rule, _, less), (_, _, more)) in stricter.row(row).zip(before.row(row)) {
                        let id = id_of(rule);
                        assert!(
                            may_come_from(less, more),
                            "{name} at {word}: {id} from {more:?} to {less:?}"
                        );
                    }
                }
                before = stricter;
            }
        }
    }
}
