//! A product says the same in a register as alone.

use crate::generate::{Generator, json};
use comity::eval::assess::{Check, assess};
use comity::eval::market::markets_for;
use comity::eval::verdict::Verdict;
use comity::jiff::civil::Date;
use comity::model::manifest::{EvidenceLevel, Manifest};
use comity::plan::reading::Threshold;
use comity::report::lines::CheckLine;
use comity::{CheckRequest, Library};
use std::collections::BTreeMap;

const DAY: Date = Date::constant(2027, 12, 11);

/// What one-by-one evaluation says in the places asked for, as counts; what people are to judge
/// counts as undetermined.
fn alone(library: &Library, manifest: &Manifest, request: &CheckRequest) -> Vec<Told> {
    let law = library.law();
    let places = library.find_jurisdictions(&request.jurisdictions).unwrap();
    let markets = markets_for(law, manifest, &places);
    let check = Check { on: request.on, threshold: Threshold(request.evidence) };
    let told = assess(law, manifest, &markets, &[], check);
    told.into_iter()
        .map(|market| {
            let mut counts = BTreeMap::new();
            let mut breached = Vec::new();
            for rule in &market.rules {
                let verdict = match rule.verdict {
                    Verdict::NeedsJudgement => Verdict::Undetermined,
                    verdict => verdict,
                };
                *counts.entry(verdict.words().to_owned()).or_default() += 1;
                if verdict == Verdict::Breached {
                    breached.push(law.rule(rule.rule).unwrap().id.clone());
                }
            }
            let place = law.jurisdictions.get(market.market.jurisdiction).unwrap();
            (place.code.clone(), counts, breached)
        })
        .collect()
}

type Told = (String, BTreeMap<String, usize>, Vec<String>);

fn told(line: &CheckLine) -> Vec<Told> {
    assert_eq!(line.faults, 0, "{line:?}");
    let markets = line.markets.iter();
    markets.map(|m| (m.territory.clone(), m.counts.clone(), m.breached.clone())).collect()
}

fn expect_same_among_many(evidence: Option<EvidenceLevel>, products: usize) {
    let library = Library::shipped().unwrap();
    let law = library.law();
    let mut request = CheckRequest::on(DAY).within(["uk", "ca", "nl"]);
    request.evidence = evidence;
    let mut generator = Generator::new(law, 3);
    let manifests: Vec<Manifest> = (0..products).map(|_| generator.manifest()).collect();
    let texts: Vec<String> = manifests.iter().map(|one| json::write(law, one)).collect();
    let named: Vec<(&str, &[u8])> = texts.iter().map(|text| ("r", text.as_bytes())).collect();
    let register = library.register(&request).unwrap();
    let lines = register.desk().lines(&named);
    assert_eq!(lines.len(), products);
    let mut several = 0;
    for (line, manifest) in lines.iter().zip(&manifests) {
        assert_eq!(told(line), alone(&library, manifest, &request));
        several += usize::from(line.markets.len() > 3);
    }
    assert!(several > 0, "no product is placed twice in a country");
}

#[test]
fn products_say_the_same_in_a_register_as_alone() {
    // More of them in a long run: `COMITY_PRODUCTS=10000`.
    let products = std::env::var("COMITY_PRODUCTS").ok();
    expect_same_among_many(None, products.map_or(130, |number| number.parse().unwrap()));
}

#[test]
fn weak_evidence_counts_for_nothing_in_a_register_too() {
    expect_same_among_many(Some(EvidenceLevel::Documented), 70);
}

#[test]
fn a_check_never_contradicts_a_register() {
    let library = Library::shipped().unwrap();
    let request = CheckRequest::on(DAY).within(["uk"]);
    let mut generator = Generator::new(library.law(), 5);
    let texts: Vec<String> =
        (0..3).map(|_| json::write(library.law(), &generator.manifest())).collect();
    let register = library.register(&request).unwrap();
    for text in &texts {
        let lines = register.desk().lines(&[("m.json", text.as_bytes())]);
        let checked = library.checked("m.json", text.as_bytes(), &request).unwrap();
        let line = library.line(&checked, register.basis());
        let breached = |line: &CheckLine| line.markets[0].breached.clone();
        let (few, all) = (breached(&lines[0]), breached(&line));
        assert!(few.iter().all(|rule| all.contains(rule)), "{few:?}\n{all:?}");
        assert_eq!(lines[0].sha256, line.sha256);
        assert_eq!(lines[0].product, line.product);
        assert_eq!(lines[0].basis, line.basis);
    }
}

#[test]
fn faulty_and_homeless_products_are_refused_in_their_place() {
    let library = Library::shipped().unwrap();
    let request = CheckRequest::on(DAY);
    let register = library.register(&request).unwrap();
    let texts: [&[u8]; 4] = [
        br#"{"comity":1,"market.placements":[{"territory":"GB"}]}"#,
        br#"{"comity":1,"product.radio":"yes"}"#,
        br#"{"comity":1}"#,
        b"\xff",
    ];
    let named: Vec<(&str, &[u8])> = texts.iter().map(|text| ("r.ndjson:1", *text)).collect();
    let lines = register.desk().lines(&named);
    let faults: Vec<usize> = lines.iter().map(|line| line.faults).collect();
    assert_eq!(faults, [0, 1, 1, 1]);
    let codes: Vec<&str> =
        lines[1..].iter().map(|line| line.first_fault.as_ref().unwrap().code.as_str()).collect();
    assert_eq!(
        codes,
        ["comity::ingest::wrong_type", "comity::check::placed_nowhere", "comity::ingest::not_utf8"]
    );
    assert!(register.desk().lines(&[]).is_empty());
}
