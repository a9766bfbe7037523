//! What is still to be told of a product, for people: the list, and one question at a time.

use super::json::{AskReport, ChoiceReport, QuestionReport, StandReport};
use crate::model::text::Language;
use crate::report::lexicon::{said, told};
use crate::report::paint::Paint;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The words of a page in one language.
struct Words {
    decided: &'static str,
    open: &'static str,
    nothing: &'static str,
    fewest: [&'static str; 2],
    decides: &'static str,
    none: &'static str,
    several: &'static str,
    items: &'static str,
    date: &'static str,
    length: &'static str,
    yes_no: &'static str,
    judged: &'static str,
    keys: &'static str,
}

const ENGLISH: Words = Words {
    decided: "decided",
    open: "open",
    nothing: "No answer can decide more.",
    fewest: ["The fewest answers that can decide all of it", "no fewer were found"],
    decides: "decides",
    none: "`none` if there is none",
    several: "numbers or words, between commas; `none` for none of them",
    items: "a short name for each, between commas; `none` for none",
    date: "a date such as 2026-11-22",
    length: "a length of time such as 5 years or P5Y",
    yes_no: "yes or no",
    judged: "Is this met? yes or no",
    keys: "Enter: not known. `?`: what it decides. `<`: back. `q`: stop.",
};

const FRENCH: Words = Words {
    decided: "décidées",
    open: "ouvertes",
    nothing: "Aucune réponse ne peut en décider davantage.",
    fewest: ["Le moins de réponses qui puissent tout décider", "on n'en a pas trouvé moins"],
    decides: "décide",
    none: "`aucun` s'il n'y en a pas",
    several: "des numéros ou des mots, séparés par des virgules ; `aucun` pour aucun d'eux",
    items: "un nom court pour chacun, séparés par des virgules ; `aucun` s'il n'y en a pas",
    date: "une date comme 2026-11-22",
    length: "une durée comme 5 ans ou P5Y",
    yes_no: "oui ou non",
    judged: "Est-ce respecté ? oui ou non",
    keys: "Entrée : pas connu. `?` : ce qui en dépend. `<` : en arrière. `q` : arrêter.",
};

const DUTCH: Words = Words {
    decided: "beslist",
    open: "open",
    nothing: "Geen antwoord kan meer beslissen.",
    fewest: ["De minste antwoorden die alles kunnen beslissen", "minder zijn er niet gevonden"],
    decides: "beslist",
    none: "`geen` als er geen is",
    several: "nummers of woorden, gescheiden door komma's; `geen` voor geen van deze",
    items: "voor elk een korte naam, gescheiden door komma's; `geen` voor geen",
    date: "een datum zoals 2026-11-22",
    length: "een duur zoals 5 jaar of P5Y",
    yes_no: "ja of nee",
    judged: "Is dit nageleefd? ja of nee",
    keys: "Enter: niet bekend. `?`: wat ervan afhangt. `<`: terug. `q`: stoppen.",
};

/// The list of questions, in their order.
#[must_use]
pub fn ask_page(report: &AskReport, language: Language, paint: Paint) -> String {
    let words = said([&ENGLISH, &FRENCH, &DUTCH], language);
    let mut out = String::new();
    for market in &report.markets {
        let _ = writeln!(out, "{}", stand_line(market, language, paint));
    }
    if report.questions.is_empty() {
        let _ = writeln!(out, "\n{}", words.nothing);
        return out;
    }
    if let Some(fewest) = &report.fewest {
        let [title, unproved] = words.fewest;
        let proved = if fewest.proved { String::new() } else { format!(" ({unproved})") };
        let lead = format!("\n{title}{proved}: {}\n", fewest.asks.len());
        out.push_str(&lead);
        let _ = writeln!(out, "{}", paint.filled("  ", &fewest.asks.join(", ")));
    }
    out.push('\n');
    for (number, question) in (1..).zip(&report.questions) {
        let lead = format!("{number:>3}. ");
        let asked = format!("{} ({})", question.question, question.asks);
        let _ = writeln!(out, "{}", paint.filled(&lead, &asked));
        let decides = paint.filled("     ", &decides(question, words));
        let _ = writeln!(out, "{}", paint.faint(&decides));
    }
    out
}

/// How a product stands on a market, on one line.
#[must_use]
pub fn stand_line(market: &StandReport, language: Language, paint: Paint) -> String {
    let words = said([&ENGLISH, &FRENCH, &DUTCH], language);
    let outcome = told(&market.outcome, language);
    format!(
        "{}: {outcome} ({} {}, {} {})",
        paint.strong(&market.name),
        market.decided,
        words.decided,
        market.open,
        words.open
    )
}

/// One question of an interview, with its choices and the ways to answer.
#[must_use]
pub fn question_page(
    question: &QuestionReport,
    number: usize,
    language: Language,
    paint: Paint,
) -> String {
    let words = said([&ENGLISH, &FRENCH, &DUTCH], language);
    let mut out = String::new();
    let lead = format!("\n{number}. ");
    let _ = writeln!(out, "{}", paint.strong(&paint.filled(&lead, &question.question)));
    let source = match question.kind.as_str() {
        "judgement" => &question.title,
        _ => &question.asks,
    };
    let _ = writeln!(out, "{}", paint.faint(&paint.filled("   ", source)));
    if !question.meaning.is_empty() {
        let _ = writeln!(out, "{}", paint.filled("   ", &question.meaning));
    }
    for (number, choice) in (1..).zip(&question.choices) {
        let _ = writeln!(out, "{}", choice_line(number, choice, paint));
    }
    let ways = ways(question, words);
    if !ways.is_empty() {
        let _ = writeln!(out, "{}", paint.filled("   ", &ways.join("; ")));
    }
    let _ = writeln!(out, "{}", paint.faint(&paint.filled("   ", &decides(question, words))));
    let _ = writeln!(out, "{}", paint.faint(&paint.filled("   ", words.keys)));
    out
}

/// What a question decides, rule by rule.
#[must_use]
pub fn waiting_page(question: &QuestionReport, paint: Paint) -> String {
    let mut out = String::new();
    for waiting in &question.decides {
        let lead = format!("   {} {} ", waiting.territory, waiting.rule);
        let text = format!("{} [{}]", waiting.title, waiting.citation);
        let _ = writeln!(out, "{}", paint.filled(&lead, &text));
    }
    out
}

fn choice_line(number: usize, choice: &ChoiceReport, paint: Paint) -> String {
    let lead = format!("   {number:>3}  ");
    let is_named = choice.title.is_empty() || choice.title == choice.value;
    match is_named {
        true => format!("{lead}{}", choice.value),
        false => paint.filled(&lead, &format!("{} ({})", choice.title, choice.value)),
    }
}

/// How an answer can be given, where that is not plain from the choices.
fn ways<'w>(question: &QuestionReport, words: &'w Words) -> Vec<&'w str> {
    let way = match question.kind.as_str() {
        "yes or no" => Some(words.yes_no),
        "judgement" => Some(words.judged),
        "date" => Some(words.date),
        "list" => Some(words.items),
        kind if kind.starts_with("duration") => Some(words.length),
        kind if kind.starts_with("set of") => Some(words.several),
        _ => None,
    };
    way.into_iter().chain(question.may_be_absent.then_some(words.none)).collect()
}

/// `decides 12: GB uk.psti.sch1.1, …`
fn decides(question: &QuestionReport, words: &Words) -> String {
    let rules: BTreeSet<&str> =
        question.decides.iter().map(|waiting| waiting.rule.as_str()).collect();
    let shown: Vec<&str> = rules.iter().take(4).copied().collect();
    let more = if rules.len() > shown.len() { ", …" } else { "" };
    format!("{} {}: {}{more}", words.decides, question.decides.len(), shown.join(", "))
}
