//! Pages of `tests/suite`: literate cases, each a text or several and what they must give.
//!
//! A fenced block in a language of the project is a text; a fenced block of `text` is the answer
//! to the texts above it, back to the answer before. `COMITY_REWRITE=1 cargo test --test suite`
//! writes the answers anew; read the difference before keeping it.

use std::fs;
use std::path::{Path, PathBuf};

/// The language of answers.
const ANSWER: &str = "text";

/// A page as it lies on the disk.
pub(crate) struct Page {
    /// Where it lies.
    pub(crate) path: PathBuf,
    /// Its whole text.
    pub(crate) text: String,
}

/// Some texts, and the answer that stands below them, if one does.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Case<'p> {
    /// The texts between the fences.
    pub(crate) texts: Vec<&'p str>,
    /// What stands in the block of the answer.
    pub(crate) answer: Option<&'p str>,
}

/// The pages of a folder below `tests/suite`, by name.
pub(crate) fn pages(folder: &str) -> Vec<Page> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite").join(folder);
    let entries = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = entries.collect();
    paths.sort();
    assert!(!paths.is_empty(), "{} has no pages", folder.display());
    let read = |path: PathBuf| Page { text: fs::read_to_string(&path).unwrap(), path };
    paths.into_iter().map(read).collect()
}

/// The fenced blocks of a page: language, and the text between the fences.
pub(crate) fn blocks(page: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut fenced = page.split("```").skip(1).step_by(2);
    std::iter::from_fn(move || fenced.next()?.split_once('\n'))
}

impl Page {
    /// The cases of the page, in order. A case ends with its answer, or with its section.
    pub(crate) fn cases(&self) -> Vec<Case<'_>> {
        let cases: Vec<Case<'_>> = self.text.split("\n## ").flat_map(section_cases).collect();
        assert!(!cases.is_empty(), "{} has no case", self.path.display());
        cases
    }

    /// Compares every answer of the page with what `answer` gives, or writes that in its place.
    pub(crate) fn check(&self, answer: impl Fn(&[&str]) -> String) {
        let mut page = self.text.clone();
        for case in self.cases() {
            let expected = case
                .answer
                .unwrap_or_else(|| panic!("{} ends without an answer", self.path.display()));
            let found = answer(&case.texts);
            if std::env::var_os("COMITY_REWRITE").is_some() {
                page = rewritten(&page, &case.texts, &found);
            } else {
                assert_eq!(found, expected, "\n{}\nfound:\n{found}", self.path.display());
            }
        }
        if page != self.text {
            fs::write(&self.path, page).unwrap();
        }
    }
}

fn section_cases(section: &str) -> Vec<Case<'_>> {
    let mut cases = Vec::new();
    let mut texts = Vec::new();
    for (language, text) in blocks(section) {
        if language == ANSWER {
            cases.push(Case { texts: std::mem::take(&mut texts), answer: Some(text) });
        } else {
            texts.push(text);
        }
    }
    cases.extend((!texts.is_empty()).then_some(Case { texts, answer: None }));
    cases
}

/// The page with the answer below those texts replaced.
fn rewritten(page: &str, texts: &[&str], answer: &str) -> String {
    let last = texts.last().unwrap();
    let below = page.find(last).unwrap() + last.len() + "```".len();
    let (before, after) = page.split_at(below);
    let (between, rest) = after.split_once("```text\n").unwrap();
    let (_, rest) = rest.split_once("```").unwrap();
    format!("{before}{between}```text\n{answer}```{rest}")
}
