//! Cases of drafting faults: what a text may say, and what it should not.

use super::pages::{Text, blocks, pages};
use super::resolve::{HEADER, has_header, load};
use comity::Library;
use comity::analysis::lint::{Levels, Linted, Request};
use comity::model::drafting::DraftingFault;
use comity::model::text::Language;
use comity::report::lint::EXPLANATIONS;
use comity::report::lint::build::Teller;
use std::collections::BTreeSet;

const LANGUAGES: [Language; 3] = [Language::English, Language::French, Language::Dutch];

fn lint(texts: &[Text<'_>], faults: BTreeSet<DraftingFault>) -> (Library, Request, Linted) {
    let library = load(texts).unwrap_or_else(|faults| {
        panic!("{}", faults.iter().map(|fault| fault.kind.to_string()).collect::<String>())
    });
    let is_of_case = |file| {
        let name = &library.sources().get(file).unwrap().name;
        name.parse::<usize>().is_ok()
    };
    let rulesets = library.law().iter_rulesets();
    let of_case = rulesets.filter(|(_, ruleset)| is_of_case(ruleset.span.file));
    let request = Request {
        rulesets: of_case.map(|(id, _)| id).collect(),
        faults,
        on: "2026-11-22".parse().unwrap(),
        limits: Default::default(),
    };
    let linted = library.lint(&request);
    (library, request, linted)
}

/// Every finding with its place, product and reason, then the count.
fn report(texts: &[Text<'_>], faults: BTreeSet<DraftingFault>) -> String {
    let (library, request, linted) = lint(texts, faults);
    let levels = Levels::default();
    let (law, sources) = (library.law(), library.sources());
    let teller = Teller { law, sources, levels: &levels, language: Language::English };
    let data = teller.report(&request, &linted);
    let mut out = String::new();
    let line_of = |place: &comity::report::lint::json::PlaceReport| {
        let text = place.file.parse::<usize>().ok().and_then(|number| texts.get(number - 1));
        let above = text.filter(|text| !has_header(text)).map_or(0, |_| HEADER.lines().count() + 1);
        place.line as isize - above as isize
    };
    for found in &data.findings {
        let (line, column) = (line_of(&found.place), found.place.column);
        out += &format!("{line}:{column} {} {}\n  {}\n", found.level, found.code, found.message);
        for other in &found.others {
            out += &format!("  and {}:{}\n", line_of(other), other.column);
        }
        if let Some(product) = &found.product {
            out += &format!("  {} on {}:\n", product.territory, product.checked);
            for fact in &product.facts {
                out += &format!("    {}: {}\n", fact.fact, fact.value);
            }
        }
    }
    for allowed in &data.allowed {
        let (line, reason) = (line_of(&allowed.place), &allowed.reason);
        out += &format!("{line}:{} allowed {}: {reason}\n", allowed.place.column, allowed.code);
    }
    if data.untold > 0 {
        out += &format!("{} untold\n", data.untold);
    }
    out
}

/// All faults, but that examples are asked for on the page about examples alone.
fn faults_of(page: &str) -> BTreeSet<DraftingFault> {
    let asked =
        |fault: &DraftingFault| *fault != DraftingFault::NoExample || page.ends_with("examples.md");
    DraftingFault::ALL.into_iter().filter(asked).collect()
}

#[test]
fn lint_bad_cases_report_what_they_say() {
    for page in pages("lint/bad") {
        let faults = faults_of(page.path.to_str().unwrap());
        page.check(|texts| {
            let found = report(texts, faults.clone());
            assert!(!found.is_empty(), "{} has no fault", page.path.display());
            found
        });
    }
}

#[test]
fn lint_good_cases_have_no_fault() {
    for page in pages("lint/good") {
        for case in page.cases() {
            let found = report(&case.texts, faults_of(page.path.to_str().unwrap()));
            assert_eq!(found, "", "{}", page.path.display());
        }
    }
}

#[test]
fn every_drafting_fault_is_explained_by_a_text_that_has_it_and_one_that_has_not() {
    for (fault, (code, page)) in DraftingFault::ALL.into_iter().zip(EXPLANATIONS) {
        assert_eq!(fault.code(), *code);
        let examples: Vec<Text<'_>> = blocks(page).collect();
        let [wrong, right] = examples.as_slice() else { panic!("{code}") };
        for (text, is_wrong) in [(wrong, true), (right, false)] {
            let (_, _, linted) = lint(&[*text], DraftingFault::ALL.into());
            let has = linted.findings.iter().any(|found| found.fault == fault);
            assert_eq!(has, is_wrong, "{code}");
            assert_eq!(linted.untold, 0, "{code}");
        }
    }
}

#[test]
fn every_drafting_fault_has_a_bad_case() {
    let pages = pages("lint/bad");
    let cases = pages.iter().flat_map(super::pages::Page::cases);
    let answers: String = cases.filter_map(|case| case.answer).collect();
    for fault in DraftingFault::ALL {
        assert!(answers.split_whitespace().any(|word| word == fault.code()), "{}", fault.code());
    }
}

#[test]
fn notices_leave_no_gap_in_any_language() {
    for (_, page) in EXPLANATIONS {
        let wrong = blocks(page).next().unwrap();
        let (library, _, linted) = lint(&[wrong], DraftingFault::ALL.into());
        for language in LANGUAGES {
            let levels = Levels::default();
            let (law, sources) = (library.law(), library.sources());
            let teller = Teller { law, sources, levels: &levels, language };
            for notice in teller.notices(&linted) {
                let words = format!("{} {} {:?}", notice.message, notice.help, notice.labels);
                assert!(!words.contains('{') || words.contains(": {"), "{words}");
            }
            assert!(!teller.summary(&linted).contains('{'));
        }
    }
}
