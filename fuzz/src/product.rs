//! What must hold of any product: it can be judged and reported on, and knowing less of it never
//! turns a verdict into another.

use crate::law::DAY;
use comity::eval::assess::{Check, MarketAssessment, assess};
use comity::eval::market::{markets_for, rules_for};
use comity::eval::matrix::{Matrix, evaluate};
use comity::eval::verdict::Verdict;
use comity::eval::walk::Walker;
use comity::jiff::civil::Date;
use comity::model::law::Law;
use comity::model::manifest::{Manifest, Stated};
use comity::model::ruleset::RulesetId;
use comity::model::text::Language;
use comity::plan::order::Plan;
use comity::plan::reading::Threshold;
use comity::plan::row::{Market, PlacementFields, Row};
use comity::report::build::{product_report, report};
use comity::report::paint::Paint;
use comity::report::receipt::{AskedFor, ProductDigest, Receipt, applied, receipt};
use comity::report::terminal::terminal_report;
use comity::source::SourceMap;

/// Where products are judged.
pub const PLACES: [&str; 3] = ["GB", "NL", "CA-QC"];

/// Facts that are taken away from one product, each by itself.
const MOST_TAKEN: usize = 60;

/// Judges a product in some places by the law and all else that is loaded.
///
/// # Panics
///
/// If the two evaluators disagree, or if a definite verdict changes with one fact less.
pub fn judge(law: &Law, manifest: &Manifest, places: &[&str]) {
    let markets = markets(law, manifest, places);
    report_on(law, manifest, &markets, DAY);
    let reduced = one_fact_less(law, manifest);
    for market in markets {
        let rules = rules_for(law, market.jurisdiction, &all_rulesets(law));
        compare(law, &Plan::new(law, &rules), manifest, &reduced, market);
    }
}

/// The markets of those codes, as far as there are such territories.
pub fn markets(law: &Law, manifest: &Manifest, codes: &[&str]) -> Vec<Market> {
    let places: Vec<_> = codes.iter().filter_map(|code| law.jurisdictions.find(code)).collect();
    markets_for(law, manifest, &places)
}

fn all_rulesets(law: &Law) -> Vec<RulesetId> {
    law.iter_rulesets().map(|(id, _)| id).collect()
}

/// Checks a product and writes the report in every form.
///
/// # Panics
///
/// If the report is empty, or if walking a rule gives another verdict than its columns.
pub fn report_on(law: &Law, manifest: &Manifest, markets: &[Market], on: Date) {
    let check = Check { on, threshold: Threshold::default() };
    let assessed = assess(law, manifest, markets, &all_rulesets(law), check);
    for market in &assessed {
        walk(law, manifest, market);
    }
    let product = product_report(law, manifest, &assessed, Language::Dutch);
    let page = terminal_report(&product, on, Language::Dutch, false, Paint::default());
    assert_eq!(page.is_empty(), assessed.is_empty());
    let receipt = receipt_of(law, &assessed, on);
    assert!(!report(receipt, Language::Dutch, vec![product]).to_json().is_empty());
}

/// The receipt of a product that stands in no file, by law whose texts are not at hand.
fn receipt_of(law: &Law, assessed: &[MarketAssessment], on: Date) -> Receipt {
    let with = all_rulesets(law);
    let asked = AskedFor { on, evidence: None, places: Vec::new(), with: &with };
    let digest = ProductDigest::of(law, "product", &[], Some(assessed));
    receipt(law, &SourceMap::default(), &asked, &applied(law, assessed), vec![digest])
}

/// The evaluator that explains must say what the one for many products says.
fn walk(law: &Law, manifest: &Manifest, market: &MarketAssessment) {
    let row = Row { manifest, market: market.market, on: market.on };
    let walker = Walker::new(law, row, Threshold::default());
    for explanation in &market.rules {
        let Some(rule) = law.rule(explanation.rule) else { continue };
        let walked = match explanation.verdict {
            // The explanation tells these two apart, the evaluators do not.
            Verdict::NeedsJudgement => Verdict::Undetermined,
            verdict => verdict,
        };
        assert_eq!(walker.verdict(rule), walked, "{}", rule.id);
        let open = explanation.reasons.is_empty() != explanation.verdict.is_definite();
        assert!(!open, "{}: {:?} {:?}", rule.id, explanation.verdict, explanation.reasons);
    }
}

/// The product without each of its facts in turn, and without fields of items of its lists.
fn one_fact_less(law: &Law, manifest: &Manifest) -> Vec<Manifest> {
    let placements = PlacementFields::of(&law.vocabulary).map(|fields| fields.list);
    let mut reduced = Vec::new();
    for (fact, statement) in &manifest.facts {
        let mut less = manifest.clone();
        less.facts.remove(fact);
        reduced.push(less);
        // A field of a placement can decide which placement counts: that is no less knowledge.
        let Stated::Items(items) = &statement.value else { continue };
        let items = if Some(*fact) == placements { &[] } else { items.as_slice() };
        for (position, item) in items.iter().enumerate() {
            for field in item.fields.keys() {
                let mut less = manifest.clone();
                if let Some(Stated::Items(items)) =
                    less.facts.get_mut(fact).map(|statement| &mut statement.value)
                    && let Some(item) = items.get_mut(position)
                {
                    item.fields.remove(field);
                }
                reduced.push(less);
            }
        }
        if reduced.len() > MOST_TAKEN {
            break;
        }
    }
    reduced.truncate(MOST_TAKEN);
    reduced
}

fn compare(law: &Law, plan: &Plan, full: &Manifest, reduced: &[Manifest], market: Market) {
    let all = std::iter::once(full).chain(reduced);
    let rows: Vec<Row<'_>> = all.map(|manifest| Row { manifest, market, on: DAY }).collect();
    let matrix = evaluate(law, plan, &rows, Threshold::default());
    for (index, rule) in matrix.rules().enumerate() {
        let Some(full) = matrix.get(index, 0) else { continue };
        for row in 1..matrix.rows() {
            let less = verdict(&matrix, index, row);
            assert!(
                agrees(less, full),
                "{:?} with one fact more is {full:?}, without it {less:?}",
                law.rule(rule).map(|rule| &rule.id)
            );
        }
    }
}

fn verdict(matrix: &Matrix, rule: usize, row: usize) -> Verdict {
    matrix.get(rule, row).unwrap_or(Verdict::Undetermined)
}

/// Whether a verdict reached with less knowledge still stands with more.
fn agrees(less: Verdict, more: Verdict) -> bool {
    match less {
        Verdict::Undetermined | Verdict::NeedsJudgement => true,
        Verdict::DeemedMet => matches!(more, Verdict::DeemedMet | Verdict::Met),
        // An unknown trigger may turn out never to have happened.
        Verdict::NotApplicable => matches!(more, Verdict::NotApplicable | Verdict::NotInForce),
        same => same == more,
    }
}
