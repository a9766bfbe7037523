//! Readings for people: titles, sentences filled to the width, lists indented.

use super::json::{ReadReport, RuleReading, Sentence, TextReading};
use crate::model::text::Language;
use crate::report::lexicon::said;
use crate::report::paint::Paint;

/// Blanks before each level of a list.
const STEP: usize = 4;

/// All readings, one after the other.
#[must_use]
pub fn reading_page(report: &ReadReport, paint: Paint) -> String {
    let language = Language::from_code(&report.language).unwrap_or_default();
    let texts = report.texts.iter().map(|text| text_page(text, language, paint));
    texts.collect::<Vec<_>>().join("\n")
}

fn text_page(text: &TextReading, language: Language, paint: Paint) -> String {
    let edition = said(["edition", "édition", "editie"], language);
    let mut out = format!("{}, {edition} {}\n", paint.strong(&text.title), text.edition);
    out.push_str(&sentences(&text.sentences, 0, paint));
    for rule in &text.rules {
        out.push('\n');
        out.push_str(&rule_page(rule, paint));
    }
    if !text.words.is_empty() {
        let words =
            ["What the words mean", "Ce que veulent dire les mots", "Wat de woorden betekenen"];
        out.push_str(&format!("\n{}\n", paint.strong(said(words, language))));
        out.push_str(&sentences(&text.words, 0, paint));
    }
    out
}

fn rule_page(rule: &RuleReading, paint: Paint) -> String {
    let title = format!("{}  {}\n", paint.strong(&rule.title), paint.faint(&rule.id));
    title + &sentences(&rule.sentences, 0, paint)
}

fn sentences(told: &[Sentence], depth: usize, paint: Paint) -> String {
    told.iter().map(|sentence| one(sentence, depth, paint)).collect()
}

fn one(sentence: &Sentence, depth: usize, paint: Paint) -> String {
    let label = sentence.label.as_ref().map(|label| format!("{label} ")).unwrap_or_default();
    let first = format!("{}{label}", " ".repeat(STEP * depth));
    let own = paint.filled(&first, &sentence.text);
    format!("{own}\n{}", sentences(&sentence.children, depth + 1, paint))
}
