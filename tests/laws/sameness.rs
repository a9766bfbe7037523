//! Same input, same bytes out: twice, and however the files were handed in.

use super::generate::Generator;
use super::generate::dice::Dice;
use super::{DAYS, SHIPPED, examples, law};
use comity::catalogue::shipped;
use comity::model::manifest::Manifest;
use comity::model::text::Language;
use comity::report::build::{product_report, report};
use comity::report::receipt::{ProductDigest, applied};
use comity::{CheckRequest, Library};
use std::sync::LazyLock;

/// The report of `--format json` on a product, in every market and by every ruleset.
fn json(library: &Library, manifest: &Manifest) -> String {
    let rulesets = library.law().rulesets.iter();
    let with = rulesets.map(|ruleset| format!("{}@{}", ruleset.id, ruleset.edition)).collect();
    let request = CheckRequest { with, ..CheckRequest::on(DAYS[1]) };
    let request = request.within(["uk", "nl", "ca", "quebec"]);
    let (law, markets) = (library.law(), library.check(manifest, &request).unwrap());
    let (name, text) = (&manifest.source.name, manifest.source.text.as_bytes());
    let digest = ProductDigest::of(law, name, text, Some(&markets));
    let receipt = library.receipt(&request, &applied(law, &markets), vec![digest]).unwrap();
    let product = product_report(law, manifest, &markets, Language::French);
    report(receipt, Language::French, vec![product]).to_json()
}

fn products() -> Vec<Manifest> {
    let generated = Generator::new(law(), 7).manifest();
    examples().into_iter().map(|(_, manifest)| manifest).chain([generated]).collect()
}

/// The first run, on every product.
static FIRST: LazyLock<Vec<String>> =
    LazyLock::new(|| products().iter().map(|product| json(&SHIPPED, product)).collect());

#[test]
fn second_run_gives_the_same_bytes() {
    for (product, first) in products().iter().zip(&*FIRST) {
        assert!(json(&SHIPPED, product) == *first);
        assert!(first.len() > 100_000, "a report of {} bytes says little", first.len());
    }
}

#[test]
fn files_in_another_order_give_the_same_bytes() {
    let mut dice = Dice::new(8);
    let shipped = shipped();
    let mut files: Vec<_> = shipped.iter().map(|file| (file.path, &*file.text)).collect();
    files.reverse();
    for _ in 0..2 {
        let library = Library::from_texts(files.iter().copied()).unwrap();
        // The last two leave most open, so that most is asked of the solver.
        for (product, first) in products().iter().zip(&*FIRST).rev().take(2) {
            assert!(json(&library, product) == *first, "{files:?}");
        }
        shuffle(&mut dice, &mut files);
    }
}

fn shuffle<T>(dice: &mut Dice, things: &mut [T]) {
    for last in (1..things.len()).rev() {
        things.swap(last, dice.roll(last + 1));
    }
}

#[test]
fn seed_makes_the_same_product_and_another_makes_another() {
    let product = |seed| Generator::new(law(), seed).manifest();
    assert_eq!(product(1), product(1));
    assert_ne!(product(1), product(2));
}
