//! One rule side by side: where it is written, how it was read, how it is written in Comity; then
//! what is open, how surely it was read, and its examples.

use super::Book;
use super::page::{Html, dated, link, list, outward, plain, table, tag};
use super::words as w;
use crate::model::example::{Example, Expectation};
use crate::model::manifest::Manifest;
use crate::model::rule::{Rule, RuleId};
use crate::model::ruleset::{Ruleset, RulesetId};
use crate::report::confidence::confidence;
use crate::report::lexicon::told;
use crate::report::read::json::{RuleReading, Sentence, TextReading};
use crate::report::words::date;
use crate::report::written::{judgement_text, statement_text};
use jiff::civil::Date;

/// Sentences that the page tells in a place of their own.
const ELSEWHERE: [&str; 2] = ["citation", "confidence"];

impl Book<'_> {
    /// The section of a rule, at a place of that name; `more` stands before its examples.
    pub(super) fn rule(&self, at: &str, id: RuleId, reading: &RuleReading, more: Html) -> Html {
        let Some(rule) = self.law.rule(id) else { return Html::default() };
        let heading = format!("{at}-title");
        let address = tag("a", &[("href", &format!("#{at}"))], plain("code", &rule.id));
        let title = [address, Html::from(" "), Html::from(&reading.title)];
        let inside = [
            tag("h3", &[("id", &heading)], title),
            tag(
                "div",
                &[("class", "sides")],
                [
                    self.side(w::LAW_SAYS, self.citation(rule)),
                    self.side(w::READ_AS, reading_of(reading)),
                    self.side(w::IN_COMITY, self.written(rule)),
                ],
            ),
            self.open(id),
            plain("h4", self.say(w::CONFIDENCE)),
            plain("p", confidence(&rule.confidence, self.language)),
            more,
            plain("h4", self.say(w::EXAMPLES)),
            self.examples(id, rule),
        ];
        tag("article", &[("class", "rule"), ("id", at), ("aria-labelledby", &heading)], inside)
    }

    fn side(&self, title: w::Words, inside: Html) -> Html {
        plain("div", [plain("h4", self.say(title)), inside])
    }

    /// The clause of the instrument with its address, or else where the instrument was read.
    fn citation(&self, rule: &Rule) -> Html {
        let cited = match &rule.citation.url {
            Some(url) => outward(url, &rule.citation.pinpoint),
            None => Html::from(&rule.citation.pinpoint),
        };
        let Some(ruleset) = self.law.ruleset(rule.ruleset) else { return plain("p", cited) };
        let instrument = ruleset.instrument.as_ref().unwrap_or(&ruleset.title.en);
        let sources = match &rule.citation.url {
            Some(_) => Html::default(),
            None => self.read_in(ruleset),
        };
        let instrument = tag("p", &[("class", "quiet")], instrument);
        Html::from([plain("p", plain("strong", cited)), instrument, sources])
    }

    /// Where the text of an instrument was read, and when.
    pub(super) fn read_in(&self, ruleset: &Ruleset) -> Html {
        let source = |(url, read): &(String, Date)| {
            let read = format!(" ({} {})", self.say(w::READ_ON), date(*read));
            Html::from([outward(url, url), dated(&read)])
        };
        Html::from([plain("p", self.say(w::TEXT_READ)), list(ruleset.sources.iter().map(source))])
    }

    fn written(&self, rule: &Rule) -> Html {
        let text = self.blocks.text(self.sources, rule.span);
        tag("pre", &[("translate", "no")], plain("code", text))
    }

    /// The open norms of the rule.
    fn open(&self, id: RuleId) -> Html {
        let own = self.law.judgements.iter().filter(|norm| norm.rule == id);
        let asked = list(own.map(|norm| Html::from(norm.text.get(self.language))));
        if asked.is_empty() {
            return asked;
        }
        tag("div", &[("class", "open")], [plain("h4", self.say(w::OPEN)), asked])
    }

    fn examples(&self, id: RuleId, rule: &Rule) -> Html {
        let own = self.law.examples.iter().enumerate();
        let own = own.filter(|(_, own)| own.ruleset == rule.ruleset);
        let rows: Vec<Vec<Html>> = own
            .flat_map(|own| own.1.expectations.iter().map(move |expected| (own, expected)))
            .filter(|(_, expected)| expected.rule == id)
            .map(|(own, expected)| self.example(own, expected))
            .collect();
        if rows.is_empty() {
            return plain("p", self.say(w::NO_EXAMPLE));
        }
        let columns = [w::EXAMPLE, w::DAY, w::GIVEN, w::EXPECTED].map(|words| self.say(words));
        let caption = format!("{} {}", self.say(w::EXAMPLES), rule.number);
        table(&caption, &columns, rows)
    }

    fn example(&self, (at, example): (usize, &Example), expected: &Expectation) -> Vec<Html> {
        let place = example.territory.and_then(|id| self.law.jurisdictions.get(id));
        let place = place.map(|place| format!(", {}", place.title.get(self.language)));
        let needing = match expected.needing.as_slice() {
            [] => String::new(),
            paths => format!(", {} {}", self.say(w::NEEDING), paths.join(", ")),
        };
        let verdict = told(&expected.verdict, self.language);
        vec![
            Html::from(&example.name),
            dated(&format!("{}{}", date(example.on), place.unwrap_or_default())),
            self.given_once(at, example, expected.rule),
            Html::from(format!("{verdict}{needing}")),
        ]
    }

    /// What is stated, under the first rule of the page that the example tests; elsewhere a link.
    fn given_once(&self, at: usize, example: &Example, rule: RuleId) -> Html {
        let place = format!("given-{}", at + 1);
        // An example may test rules of other rulesets too; they stand on other pages.
        let is_here =
            |id: &RuleId| self.law.rule(*id).is_some_and(|own| own.ruleset == example.ruleset);
        let tested = example.expectations.iter().map(|expected| expected.rule);
        let first = tested.filter(is_here).min();
        match first.filter(|first| self.is_whole && *first != rule) {
            None => self.given(&place, &example.manifest),
            Some(first) => {
                let number = self.law.rule(first).map_or("", |first| first.number.as_str());
                link(&format!("#{place}"), format!("{} {number}", self.say(w::AS_UNDER)))
            }
        }
    }

    /// What is stated, folded away until it is asked for.
    fn given(&self, place: &str, manifest: &Manifest) -> Html {
        let fact = |(&id, stated): (&_, &_)| {
            let fact = self.law.vocabulary.fact(id)?;
            Some(format!("{}: {}", fact.path, statement_text(fact, stated)))
        };
        let mut lines: Vec<String> = manifest.facts.iter().filter_map(fact).collect();
        lines.extend(manifest.judgements.iter().map(judgement_text));
        let count = format!("{} {}", lines.len(), self.say(w::STATED));
        let lines = tag("pre", &[("id", place), ("translate", "no")], lines.join("\n"));
        plain("details", [plain("summary", count), lines])
    }
}

impl Book<'_> {
    /// The frame of a ruleset; its sources are links.
    pub(super) fn frame(&self, id: RulesetId, text: &TextReading) -> Html {
        let own = text.sentences.iter().filter(|one| one.kind != "source").map(sentence);
        let sources = self.law.ruleset(id).filter(|_| !text.sentences.is_empty());
        let sources = sources.map(|ruleset| self.read_in(ruleset)).unwrap_or_default();
        own.chain(std::iter::once(sources)).collect()
    }
}

/// The sentences of a reading that the page does not tell elsewhere.
pub(super) fn reading_of(reading: &RuleReading) -> Html {
    reading.sentences.iter().filter(|one| is_of_reading(one)).map(sentence).collect()
}

/// Whether a sentence says what the rule asks, and not where that is written.
pub(super) fn is_of_reading(sentence: &Sentence) -> bool {
    !ELSEWHERE.contains(&sentence.kind.as_str())
}

/// A sentence with the list it leads to.
pub(super) fn sentence(sentence: &Sentence) -> Html {
    Html::from([plain("p", &sentence.text), parts(&sentence.children)])
}

fn parts(children: &[Sentence]) -> Html {
    let part = |child: &Sentence| {
        let label = child.label.as_ref().map(|label| format!("{label} ")).unwrap_or_default();
        plain("li", [Html::from(label + &child.text), parts(&child.children)])
    };
    let items: Html = children.iter().map(part).collect();
    if items.is_empty() { items } else { tag("ul", &[("class", "parts")], items) }
}
