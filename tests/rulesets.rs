//! Every shipped ruleset is whole: in the catalogue, laid out, explained in three languages,
//! cited, and tested rule by rule and clause by clause.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test reads the rulesets and fails by panicking"
)]

use comity::Library;
use comity::analysis::lint::{Levels, Request};
use comity::catalogue;
use comity::eval::coverage::Coverage;
use comity::eval::examples::run_example;
use comity::model::rule::{Modality, Rule};
use comity::model::ruleset::RulesetId;
use comity::model::text::{Language, Text};
use comity::model::vocabulary::{Fact, Type};
use comity::report::coverage::{RulesetCoverage, summarize};
use comity::report::lint::build::Teller;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn shipped() -> Library {
    Library::shipped().unwrap_or_else(|faults| {
        let faults = faults.iter().map(|fault| format!("{}: {}", fault.source.name, fault.kind));
        panic!("{}", faults.collect::<Vec<_>>().join("\n"))
    })
}

/// The files below a folder whose names end so, by their paths below it.
fn files(folder: &Path, below: &str, ending: &str, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{below}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            files(&path, &format!("{name}/"), ending, found);
        } else if name.ends_with(ending) {
            found.insert(name, fs::read_to_string(&path).unwrap());
        }
    }
}

fn on_disk(ending: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("rulesets"), "", ending, &mut found);
    found
}

/// Fails with all that is wanting, not only the first.
#[track_caller]
fn expect_none(wanting: Vec<String>) {
    assert!(wanting.is_empty(), "{} wanting:\n{}", wanting.len(), wanting.join("\n"));
}

/// What a text lacks: a language, or words of its own in it.
fn lacks(what: &str, text: &Text) -> Option<String> {
    let words = [Some(&text.en), text.fr.as_ref(), text.nl.as_ref()];
    let lacks = ["en", "fr", "nl"]
        .into_iter()
        .zip(words)
        .filter(|(_, words)| words.is_none_or(|words| words.trim().is_empty()));
    let lacks: Vec<&str> = lacks.map(|(language, _)| language).collect();
    (!lacks.is_empty()).then(|| format!("{what} in {}", lacks.join(", ")))
}

#[test]
fn catalogue_holds_every_file_and_no_other() {
    let shipped = catalogue::shipped();
    let catalogue: BTreeMap<String, String> =
        shipped.iter().map(|file| (file.path.to_owned(), file.text.to_string())).collect();
    let disk = on_disk(".comity");
    let names = |files: &BTreeMap<String, String>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&catalogue), names(&disk));
    assert!(catalogue == disk, "the texts are those of another build");
    assert!(shipped.is_sorted_by_key(|file| file.path), "the catalogue is in order of path");
    assert_eq!(shipped.len(), catalogue.len());
}

#[test]
fn every_folder_says_its_sources() {
    let sources = on_disk("SOURCES.md");
    let shipped = catalogue::shipped();
    let folders = shipped.iter().filter_map(|file| Some(file.path.rsplit_once('/')?.0));
    let without = folders.filter(|folder| {
        sources.get(&format!("{folder}/SOURCES.md")).is_none_or(|text| text.trim().is_empty())
    });
    let mut without: Vec<String> = without.map(str::to_owned).collect();
    without.dedup();
    without.retain(|folder| folder != "vocabulary");
    expect_none(without);
}

#[test]
fn every_file_is_laid_out_canonically() {
    let shipped = catalogue::shipped();
    let uneven = shipped
        .iter()
        .filter(|file| comity::syntax::format(&file.text).ok().as_deref() != Some(&*file.text));
    expect_none(uneven.map(|file| file.path.to_owned()).collect());
}

#[test]
fn every_rule_is_explained_and_cited() {
    let library = shipped();
    let law = library.law();
    assert!(!law.rules.is_empty());
    expect_none(law.rules.iter().flat_map(wanting_of_rule).collect());
}

fn wanting_of_rule(rule: &Rule) -> Vec<String> {
    let nothing = Text::default();
    let remedy = rule.remedy.as_ref().unwrap_or(&nothing);
    let needs_remedy = rule.modality != Modality::May;
    let wanting = [
        lacks("title", &rule.title),
        needs_remedy.then(|| lacks("remedy", remedy)).flatten(),
        rule.citation.pinpoint.trim().is_empty().then(|| "citation".to_owned()),
        rule.addressees.is_empty().then(|| "addressee".to_owned()),
    ];
    wanting.into_iter().flatten().map(|what| format!("{}: {what}", rule.id)).collect()
}

#[test]
fn every_ruleset_and_jurisdiction_has_a_title_in_three_languages() {
    let library = shipped();
    let law = library.law();
    let rulesets = law.rulesets.iter().map(|ruleset| (&ruleset.id, &ruleset.title));
    let places = law.jurisdictions.all.iter().map(|place| (&place.code, &place.title));
    let roles = law.vocabulary.roles.iter().chain(&law.vocabulary.goals);
    let named = rulesets.chain(places).chain(roles);
    expect_none(named.filter_map(|(name, title)| lacks(name, title)).collect());
}

#[test]
fn every_fact_is_asked_in_three_languages() {
    let library = shipped();
    let facts = library.law().vocabulary.facts.values();
    let all = facts.flat_map(|fact| [fact].into_iter().chain(fact.fields.values()));
    expect_none(all.flat_map(wanting_of_fact).collect());
}

fn wanting_of_fact(fact: &Fact) -> Vec<String> {
    let texts = [("title", &fact.title), ("question", &fact.question)];
    let values = match &fact.kind {
        Type::OneOf(values) | Type::SetOf(values) => values.as_slice(),
        _ => &[],
    };
    let titles = values.iter().filter_map(|value| fact.value_titles.get_key_value(value));
    let titles = titles.map(|(value, title)| (value.as_str(), title));
    let wanting = texts.into_iter().chain(titles).filter_map(|(what, text)| lacks(what, text));
    wanting.map(|what| format!("{}: {what}", fact.path)).collect()
}

#[test]
fn every_example_comes_out_and_every_rule_and_clause_is_tested() {
    let library = shipped();
    let law = library.law();
    let mut wanting = Vec::new();
    for (id, ruleset) in law.iter_rulesets() {
        let (coverage, failed) = run_examples(&library, id);
        wanting.extend(failed);
        let summary = summarize(law, library.sources(), &coverage);
        let (rules, clauses) = (summary.rules, summary.clauses);
        let untested = summary.gaps.iter().map(|gap| format!("untested: {gap}"));
        wanting.extend(untested);
        if rules.0 < rules.1 || clauses.0 < clauses.1 || rules.1 == 0 {
            wanting.push(format!("{}: {rules:?} rules, {clauses:?} clauses", ruleset.id));
        }
    }
    expect_none(wanting);
}

fn run_examples(library: &Library, id: RulesetId) -> (RulesetCoverage, Vec<String>) {
    let law = library.law();
    let rules: Vec<_> = law.rules_of(id).map(|(id, _)| id).collect();
    let mut coverage = RulesetCoverage::new(id, Coverage::new(law, &rules));
    let mut failed = Vec::new();
    for example in law.examples.iter().filter(|example| example.ruleset == id) {
        for result in run_example(law, example, &mut coverage.clauses) {
            coverage.note(&result);
            if !result.passed() {
                let rule = law.rule(result.expectation.rule).map_or("", |rule| rule.id.as_str());
                let (expected, found) = (&result.expectation.verdict, result.explanation.verdict);
                failed.push(format!(
                    "\"{}\": {rule} {expected}, not {}",
                    example.name,
                    found.words()
                ));
            }
        }
    }
    (coverage, failed)
}

/// Every drafting fault is mended, or the text says why it is none; next to nothing stays in doubt.
#[test]
fn no_ruleset_has_a_drafting_fault_without_a_reason() {
    let library = shipped();
    let (law, sources, levels) = (library.law(), library.sources(), Levels::default());
    let request = Request {
        rulesets: law.iter_rulesets().map(|(id, _)| id).collect(),
        faults: levels.faults(),
        on: "2026-11-22".parse().unwrap(),
        limits: Default::default(),
    };
    let linted = library.lint(&request);
    let teller = Teller { law, sources, levels: &levels, language: Language::English };
    let notices = teller.notices(&linted);
    let wanting = notices.iter().map(|notice| format!("{}: {notice}", notice.code));
    expect_none(wanting.collect());
    assert!(linted.untold * 100 < linted.told, "{} of {}", linted.untold, linted.told);
    assert!(linted.told >= 3 * law.rules.len());
}
