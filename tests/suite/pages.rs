//! Pages of `tests/suite`: literate cases, each a text or several and the answer they must give.
//!
//! A fenced block is a text in the language that it names; a block of `text` is the answer to the
//! texts above it. A section ends a case as well. `COMITY_REWRITE=1 cargo test` writes the answers
//! anew; read the difference before keeping it.

use std::fs;
use std::path::{Path, PathBuf};

const ANSWER: &str = "text";

/// A page as it lies on the disk.
pub(crate) struct Page {
    /// Where it lies.
    pub(crate) path: PathBuf,
    text: String,
}

/// Some texts, and the answer that stands below them, if one does.
pub(crate) struct Case<'p> {
    /// The texts.
    pub(crate) texts: Vec<Text<'p>>,
    /// What the answer says.
    pub(crate) answer: Option<&'p str>,
}

/// What stands between fences.
#[derive(Clone, Copy)]
pub(crate) struct Text<'p> {
    /// `comity`, `yaml`, `json`
    pub(crate) language: &'p str,
    /// The lines between the fences.
    pub(crate) text: &'p str,
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

/// The fenced blocks of a page, answers included.
pub(crate) fn blocks(page: &str) -> impl Iterator<Item = Text<'_>> {
    let fenced = page.split("```").skip(1).step_by(2);
    fenced.filter_map(|block| {
        let (language, text) = block.split_once('\n')?;
        Some(Text { language, text })
    })
}

impl Page {
    /// The cases of the page, in order.
    pub(crate) fn cases(&self) -> Vec<Case<'_>> {
        let cases: Vec<Case<'_>> = self.text.split("\n## ").flat_map(section_cases).collect();
        assert!(!cases.is_empty(), "{} has no case", self.path.display());
        cases
    }

    /// Compares every answer of the page with the one that `answer` gives, or writes that down.
    pub(crate) fn check(&self, answer: impl Fn(&[Text<'_>]) -> String) {
        let rewrites = std::env::var_os("COMITY_REWRITE").is_some();
        let mut page = self.text.clone();
        for case in self.cases() {
            let found = answer(&case.texts);
            if rewrites {
                page = with_answer(&page, &case.texts, &found);
            } else {
                let expected = case.answer.unwrap_or_default();
                assert_eq!(found, expected, "\n{}\nfound:\n{found}", self.path.display());
            }
        }
        if rewrites {
            fs::write(&self.path, page).unwrap();
        }
    }
}

fn section_cases(section: &str) -> Vec<Case<'_>> {
    let mut cases = Vec::new();
    let mut texts = Vec::new();
    for block in blocks(section) {
        if block.language == ANSWER {
            cases.push(Case { texts: std::mem::take(&mut texts), answer: Some(block.text) });
        } else {
            texts.push(block);
        }
    }
    cases.extend((!texts.is_empty()).then_some(Case { texts, answer: None }));
    cases
}

/// The page with another answer below those texts, or with a first one.
fn with_answer(page: &str, texts: &[Text<'_>], answer: &str) -> String {
    let last = texts.last().unwrap();
    let fenced = format!("```{}\n{}```\n", last.language, last.text);
    let (before, after) = page.split_once(&fenced).unwrap();
    let rest = match after.strip_prefix("\n```text\n") {
        Some(old) => old.split_once("```\n").unwrap().1,
        None => after,
    };
    format!("{before}{fenced}\n```text\n{answer}```\n{rest}")
}
