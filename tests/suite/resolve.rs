//! Cases of the resolver: what names, types and structure of rulesets may and may not be.
//!
//! Each text of a page is a file, loaded beside those of `resolve/world` unless the page brings a
//! vocabulary or jurisdictions of its own. A text without a header of its own stands under
//! `world/header.comity`, and its lines are counted from its own first one.

use super::pages::{Text, blocks, pages};
use comity::Library;
use comity::eval::coverage::Coverage;
use comity::eval::examples::run_example;
use comity::fault::Fault;
use comity::resolve::EXPLANATIONS;
use miette::Diagnostic;

const WORLD: [(&str, &str); 3] = [
    ("jurisdictions", include_str!("resolve/world/jurisdictions.comity")),
    ("vocabulary", include_str!("resolve/world/vocabulary.comity")),
    ("standard", include_str!("resolve/world/standard.comity")),
];
pub(crate) const HEADER: &str = include_str!("resolve/world/header.comity");
const HEADS: [&str; 3] = ["ruleset ", "vocabulary ", "jurisdictions "];

/// The texts of a case, each under the header where it has none, and the world beside them.
/// Where a case has a vocabulary or jurisdictions of its own, these are the world.
pub(crate) fn load(texts: &[Text<'_>]) -> Result<Library, Vec<Fault>> {
    let is_own_world =
        texts.iter().any(|text| HEADS[1..].iter().any(|head| text.text.starts_with(head)));
    let world = if is_own_world { &[] } else { WORLD.as_slice() };
    let own = texts.iter().map(|text| under_header(text)).collect::<Vec<_>>();
    let own = own.iter().zip(["1", "2", "3"]).map(|(text, name)| (name, text.as_str()));
    Library::from_texts(world.iter().copied().chain(own))
}

pub(crate) fn has_header(text: &Text<'_>) -> bool {
    HEADS.iter().any(|head| text.text.starts_with(head))
}

fn under_header(text: &Text<'_>) -> String {
    if has_header(text) { text.text.to_owned() } else { format!("{HEADER}\n{}", text.text) }
}

/// A fault as the cases write it; where the case has several texts, with the number of its text.
fn report(texts: &[Text<'_>], fault: &Fault) -> String {
    let (line, column) = fault.line_column();
    let number: Option<usize> = fault.source.name.parse().ok();
    let text = number.and_then(|number| texts.get(number - 1));
    let above = text.filter(|text| !has_header(text)).map_or(0, |_| HEADER.lines().count() + 1);
    let file =
        if texts.len() > 1 { format!("text {}, ", fault.source.name) } else { String::new() };
    let help = fault.kind.help().unwrap();
    let (code, kind) = (fault.code(), &fault.kind);
    format!("{file}{}:{column} {code}\n  {kind}\n  help: {help}\n", line as isize - above as isize)
}

/// Every fault of the texts, in order.
fn faults(texts: &[Text<'_>]) -> String {
    let faults = load(texts).err().unwrap_or_default();
    faults.iter().map(|fault| report(texts, fault)).collect()
}

#[test]
fn resolve_bad_cases_report_what_they_say() {
    for page in pages("resolve/bad") {
        page.check(|texts| {
            let found = faults(texts);
            assert!(!found.is_empty(), "{} has no fault", page.path.display());
            found
        });
    }
}

#[test]
fn resolve_good_cases_mean_what_their_examples_expect() {
    for page in pages("resolve/good") {
        for case in page.cases() {
            let library = load(&case.texts);
            let library = library
                .unwrap_or_else(|_| panic!("{}:\n{}", page.path.display(), faults(&case.texts)));
            let failed = failed_examples(&library);
            assert_eq!(failed, "", "{}", page.path.display());
        }
    }
}

/// A line for each expectation of the case that does not come out; one if there is none at all.
fn failed_examples(library: &Library) -> String {
    let law = library.law();
    let mut coverage = Coverage::default();
    let examples = law.examples.iter();
    let results = examples.flat_map(|example| {
        run_example(law, example, &mut coverage).into_iter().map(move |result| (example, result))
    });
    let results: Vec<_> = results.collect();
    if results.is_empty() {
        return "no example\n".to_owned();
    }
    let failed = results.iter().filter(|(_, result)| !result.passed());
    failed
        .map(|(example, result)| {
            let (expected, found) = (result.expectation, &result.explanation);
            let asks: Vec<_> =
                found.missing_facts().map(|path| path.text(&law.vocabulary)).collect();
            format!(
                "\"{}\": {} expected, {} found; asks for {asks:?}\n",
                example.name,
                expected.verdict,
                found.verdict.words()
            )
        })
        .collect()
}

#[test]
fn resolve_explanations_have_true_examples() {
    for (code, page) in EXPLANATIONS {
        let examples: Vec<String> = blocks(page).map(|text| faults(&[text])).collect();
        let [wrong, right] = examples.as_slice() else { continue };
        assert!(wrong.contains(&format!(" {code}\n")), "{code} gives:\n{wrong}");
        assert_eq!(wrong.matches("comity::").count(), 1, "{code} gives more:\n{wrong}");
        assert_eq!(right, "", "the right example of {code}");
    }
}
