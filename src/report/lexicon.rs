//! The words for verdicts, outcomes and relations, and small words that all pages share, in English,
//! French and Dutch.

use crate::model::text::Language;

/// Of a word of the engine, those in English, French and Dutch.
const WORDS: [[&str; 3]; 20] = [
    ["equal", "égales", "gelijk"],
    ["stricter", "plus stricte", "strenger"],
    ["looser", "moins stricte", "soepeler"],
    ["intersects", "se recoupent", "overlappen"],
    ["disjoint", "incompatibles", "onverenigbaar"],
    ["unrelated", "sans rapport", "los van elkaar"],
    ["unclear", "pas établi", "niet vastgesteld"],
    ["met", "respectée", "nageleefd"],
    ["not met", "non respectée", "niet nageleefd"],
    ["deemed met", "réputée respectée", "geacht nageleefd"],
    ["exempt", "levée", "vrijgesteld"],
    ["not applicable", "sans objet", "niet van toepassing"],
    ["not in force", "pas en vigueur", "niet van kracht"],
    ["breached", "enfreinte", "geschonden"],
    ["not followed", "non suivie", "niet gevolgd"],
    ["permitted", "permise", "toegestaan"],
    ["undetermined", "indéterminé", "onbepaald"],
    ["needs judgement", "à apprécier", "oordeel nodig"],
    ["compliant", "conforme", "conform"],
    ["non-compliant", "non conforme", "niet conform"],
];

/// A word of the engine in that language; as it is where it is none of those.
#[must_use]
pub fn told(word: &str, language: Language) -> &str {
    let known = WORDS.iter().find(|[english, ..]| *english == word);
    known.map_or(word, |words| said(*words, language))
}

/// What is said in that language, of the same in English, French and Dutch.
#[must_use]
pub fn said<T>([english, french, dutch]: [T; 3], language: Language) -> T {
    match language {
        Language::English => english,
        Language::French => french,
        Language::Dutch => dutch,
    }
}

/// `12 rules`
pub(super) fn rules(count: usize, language: Language) -> String {
    let words =
        if count == 1 { ["rule", "règle", "regel"] } else { ["rules", "règles", "regels"] };
    format!("{count} {}", said(words, language))
}

/// A colon, as each language sets it.
pub(super) fn colon(language: Language) -> &'static str {
    said([":", " :", ":"], language)
}
