//! The shipped law before both judges: every example, and products that never were.

use crate::generate::{Generator, json::write};
use crate::mind::{Law, Product, cases, judge};
use crate::{dice, engine};
use comity::Library;
use comity::catalogue::{ShippedFile, shipped};
use comity::jiff::civil::{Date, date};
use std::collections::BTreeSet;
use std::sync::LazyLock;

static TEXTS: LazyLock<Vec<ShippedFile>> = LazyLock::new(|| shipped().into_iter().collect());
static LAW: LazyLock<Law> = LazyLock::new(|| Law::read(TEXTS.iter().map(|file| &*file.text)));
static ENGINE: LazyLock<Library> = LazyLock::new(|| Library::shipped().unwrap());

/// Days of check: today's law, and that of the Cyber Resilience Act in full.
const DAYS: [Date; 3] = [date(2026, 11, 22), date(2027, 12, 11), date(2029, 1, 1)];
const PLACES: [&str; 6] = ["GB", "GB-NIR", "NL", "EU", "CA", "CA-QC"];
const LEVELS: [Option<&str>; 4] = [None, None, Some("declared"), Some("lab_tested")];
/// Products of the short run.
const SHORT: u64 = 12;

#[test]
fn every_example_comes_out_before_the_second_judge() {
    let cases = cases(&LAW);
    let examples: BTreeSet<_> = cases.iter().map(|case| (&case.ruleset, &case.example)).collect();
    assert!(examples.len() >= 1_500, "{} examples", examples.len());
    let wrong: Vec<_> = cases.iter().filter(|case| case.found != case.expected).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn both_judges_say_the_same_of_generated_products() {
    let verdicts: usize = (0..SHORT).map(compare).sum();
    assert!(verdicts > 5_000, "only {verdicts} verdicts were compared");
}

/// Judges one product in every place, and counts the verdicts.
pub(crate) fn compare(seed: u64) -> usize {
    let manifest = Generator::new(ENGINE.law(), seed).manifest();
    let text = write(ENGINE.law(), &manifest);
    let read = ENGINE.read_manifest("generated.json", text.as_bytes());
    let manifest = read.unwrap_or_else(|faults| panic!("{faults:?} in\n{text}"));
    let product = Product::of_manifest(&LAW, &serde_json::from_str(&text).unwrap());
    let with: Vec<String> = ENGINE.law().rulesets.iter().map(|set| set.id.clone()).collect();
    let mut dice = dice::Dice::new(seed);
    let mut verdicts = 0;
    for place in PLACES {
        let (at, needed) = ((place, dice.pick(&DAYS)), dice.pick(&LEVELS));
        let own = judge(&LAW, &product, at, &with, needed);
        let engine = engine::judge(&ENGINE, &manifest, at, &with, needed);
        assert!(
            own == engine,
            "seed {seed}, {at:?}, {needed:?}: {}",
            first_difference(&own, &engine)
        );
        verdicts += own.iter().map(|judged| judged.verdicts.len()).sum::<usize>();
    }
    verdicts
}

/// The first rule of which the two say something else.
fn first_difference(own: &[crate::mind::Judged], engine: &[crate::mind::Judged]) -> String {
    let pairs = own.iter().zip(engine).flat_map(|(own, engine)| {
        let place = &own.place;
        own.verdicts.iter().zip(&engine.verdicts).map(move |pair| (place, pair))
    });
    let found = pairs.filter(|(_, (own, engine))| own != engine).take(5);
    let told = found.map(|(place, (own, engine))| {
        format!("{place} {}: second judge {}, engine {}", own.0, own.1, engine.1)
    });
    told.collect::<Vec<_>>().join("\n")
}
