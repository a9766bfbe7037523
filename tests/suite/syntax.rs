//! Cases of the syntax: a text in `bad` gives the reports below it, one in `good` the layout.

use super::pages::{Text, blocks, pages};
use comity::source::{FileId, SourceFile};
use comity::syntax::{EXPLANATIONS, SyntaxError, format, parse};
use miette::Diagnostic;

/// A report as the cases write it.
fn report(text: &str, error: &SyntaxError) -> String {
    let (line, column) = SourceFile::new("case", text).line_column(error.span().range().start);
    let code = error.code().unwrap();
    let help = error.help().unwrap();
    format!("{line}:{column} {code}\n  {error}\n  help: {help}\n")
}

fn reports(Text { text, .. }: &Text<'_>) -> String {
    parse(FileId(0), text).errors.iter().map(|error| report(text, error)).collect()
}

#[test]
fn syntax_bad_cases_report_what_they_say() {
    for page in pages("syntax/bad") {
        page.check(|texts| {
            let found: String = texts.iter().map(reports).collect();
            assert!(!found.is_empty(), "{} has no fault", page.path.display());
            found
        });
    }
}

#[test]
fn syntax_good_cases_are_read_and_laid_out_as_they_say() {
    for page in pages("syntax/good") {
        page.check(|texts| {
            let found: String = texts.iter().map(reports).collect();
            assert_eq!(found, "", "{}", page.path.display());
            texts.iter().map(|text| format(text.text).unwrap()).collect()
        });
    }
}

#[test]
fn syntax_explanations_have_true_examples() {
    for (code, page) in EXPLANATIONS {
        let examples: Vec<String> = blocks(page).map(|text| reports(&text)).collect();
        let [wrong, right] = examples.as_slice() else {
            continue;
        };
        assert!(wrong.contains(&format!(" {code}\n")), "{code} gives:\n{wrong}");
        assert_eq!(wrong.matches("comity::syntax::").count(), 1, "{code} gives more:\n{wrong}");
        assert_eq!(right, "", "the right example of {code}");
    }
}
