//! Runs the literate cases under `tests/suite`: each is a page with a text and what is expected.
//!
//! A case in `good` must be read without a word. A case in `bad` has, after its text, the reports
//! that the text must give. `COMITY_REWRITE=1 cargo test --test suite` writes the reports anew.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "tests read files and clocks; the library does not"
)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use comity::source::{FileId, SourceFile};
use comity::syntax::{EXPLANATIONS, SyntaxError, format, parse};
use miette::Diagnostic;
use std::fs;
use std::path::{Path, PathBuf};

/// The pages of a folder, by name.
fn cases(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite").join(folder);
    let mut pages: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.sort();
    pages
}

/// The first fenced block in that language.
fn block<'p>(page: &'p str, language: &str) -> Option<&'p str> {
    let fence = format!("```{language}\n");
    let start = page.find(&fence)? + fence.len();
    let length = page.get(start..)?.find("```")?;
    page.get(start..start + length)
}

/// A report as the cases write it.
fn report(text: &str, error: &SyntaxError) -> String {
    let (line, column) = SourceFile::new("case", text).line_column(error.span().range().start);
    let code = error.code().unwrap();
    let help = error.help().unwrap();
    format!("{line}:{column} {code}\n  {error}\n  help: {help}\n")
}

fn reports(text: &str) -> String {
    parse(FileId(0), text).errors.iter().map(|error| report(text, error)).collect()
}

/// The page with the expected reports replaced.
fn rewritten(page: &str, text: &str, reports: &str) -> String {
    let end = page.find(text).unwrap() + text.len() + "```\n".len();
    format!("{}\n```text\n{reports}```\n", page.get(..end).unwrap())
}

#[test]
fn syntax_bad_cases_report_what_they_say() {
    for path in cases("syntax/bad") {
        let page = fs::read_to_string(&path).unwrap();
        let text = block(&page, "comity").unwrap();
        let found = reports(text);
        assert!(!found.is_empty(), "{} has no fault", path.display());
        if std::env::var_os("COMITY_REWRITE").is_some() {
            fs::write(&path, rewritten(&page, text, &found)).unwrap();
        } else {
            let expected = block(&page, "text").unwrap_or_default();
            assert_eq!(found, expected, "\n{}\nfound:\n{found}", path.display());
        }
    }
}

#[test]
fn syntax_good_cases_are_read_and_laid_out_as_they_say() {
    for path in cases("syntax/good") {
        let page = fs::read_to_string(&path).unwrap();
        let text = block(&page, "comity").unwrap();
        assert_eq!(reports(text), "", "{}", path.display());
        let laid_out = format(text).unwrap();
        if std::env::var_os("COMITY_REWRITE").is_some() {
            fs::write(&path, rewritten(&page, text, &laid_out)).unwrap();
        } else {
            let expected = block(&page, "text").unwrap_or_default();
            assert_eq!(laid_out, expected, "\n{}", path.display());
        }
    }
}

#[test]
fn every_code_has_a_case_or_is_about_size() {
    let pages: String =
        cases("syntax/bad").iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let sizes = ["file_too_large", "sentence_too_long", "too_many_errors", "forbidden_character"];
    for (code, _) in EXPLANATIONS {
        let is_size = sizes.iter().any(|size| code.ends_with(size));
        assert!(is_size || pages.contains(&format!(" {code}\n")), "no bad case for {code}");
    }
}

#[test]
fn every_code_has_a_page_whose_examples_are_true() {
    let source = include_str!("../src/syntax/error.rs");
    let codes: Vec<&str> =
        source.split("code(").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    let explained: Vec<&str> = EXPLANATIONS.iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, explained);
    for (code, page) in EXPLANATIONS {
        let Some(bad) = block(page, "comity") else { continue };
        let found = reports(bad);
        assert!(found.contains(&format!(" {code}\n")), "{code} gives:\n{found}");
        assert_eq!(found.matches("comity::syntax::").count(), 1, "{code} gives more:\n{found}");
        let good = page.split("But:").nth(1).and_then(|rest| block(rest, "comity")).unwrap();
        assert_eq!(reports(good), "", "the good example of {code}");
    }
}
