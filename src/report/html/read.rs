//! One page that stands by itself: a rule, a ruleset or a draft, side by side.

use super::Book;
use super::page::{Frame, Html, Look, document, plain};
use super::rule::sentence;
use super::words as w;
use crate::model::law::Law;
use crate::model::rule::RuleId;
use crate::model::ruleset::RulesetId;
use crate::model::text::Language;
use crate::report::read::json::TextReading;
use crate::report::read::{read_rule, read_ruleset};
use crate::source::SourceMap;

/// Rules side by side with their texts, on one page.
#[must_use]
pub fn rules_side_by_side(
    law: &Law,
    sources: &SourceMap,
    rules: &[RuleId],
    language: Language,
) -> String {
    let own = |&id: &RuleId| {
        let ruleset = law.rule(id)?.ruleset;
        Some((ruleset, vec![id], read_rule(law, id, language)?))
    };
    let book = Book { is_whole: false, ..Book::new(law, sources, language) };
    page(book, rules.iter().filter_map(own).collect())
}

/// Rulesets side by side with their texts, on one page.
#[must_use]
pub fn rulesets_side_by_side(
    law: &Law,
    sources: &SourceMap,
    rulesets: &[RulesetId],
    language: Language,
) -> String {
    let own = |&id: &RulesetId| {
        let rules = law.rules_of(id).map(|(rule, _)| rule).collect();
        Some((id, rules, read_ruleset(law, id, language)?))
    };
    page(Book::new(law, sources, language), rulesets.iter().filter_map(own).collect())
}

/// A ruleset, its rules that are shown, and how these read.
type Part = (RulesetId, Vec<RuleId>, TextReading);

fn page(book: Book<'_>, parts: Vec<Part>) -> String {
    let names = parts.iter().map(|(id, rules, text)| match (rules.as_slice(), &*text.rules) {
        ([_], [rule]) if text.sentences.is_empty() => rule.id.clone(),
        _ => book.law.ruleset(*id).map(|own| own.id.clone()).unwrap_or_default(),
    });
    let mut names: Vec<String> = names.collect();
    names.dedup();
    let title = format!("{} : {}", book.say(w::READING), names.join(", "));
    let title = title.replacen(" :", crate::report::lexicon::colon(book.language), 1);
    let inside: Html = parts.iter().map(|part| book.part(part)).collect();
    let frame = Frame {
        language: book.language.code(),
        title: &title,
        skip: book.say(w::SKIP),
        look: Look::Inside,
    };
    let main = Html::from([plain("h1", &title), inside]);
    document(frame, Html::default(), main, plain("footer", plain("p", book.say(w::MADE_BY))))
}

impl Book<'_> {
    fn part(&self, (ruleset, rules, text): &Part) -> Html {
        let title = format!("{}, {} {}", text.title, self.say(w::EDITION), text.edition);
        let shown = rules.iter().zip(&text.rules).map(|(&id, reading)| {
            let at = format!("{}.{}", self.addresses.name(*ruleset), self.addresses.place(id));
            self.rule(&at, id, reading, Html::default())
        });
        Html::from([
            plain("h2", title),
            self.frame(*ruleset, text),
            shown.collect(),
            self.meanings("h3", text),
        ])
    }

    /// What the words of a reading mean, if it uses any.
    pub(super) fn meanings(&self, level: &'static str, text: &TextReading) -> Html {
        if text.words.is_empty() {
            return Html::default();
        }
        let words = text.words.iter().map(sentence).collect();
        plain("section", [plain(level, self.say(w::MEANINGS)), words])
    }
}
