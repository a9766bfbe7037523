//! Timelines for people at a terminal.

use super::json::{ChangeReport, MarketTimeline, ProductTimeline, StretchReport, TimelineReport};
use super::law_page::{place_page, relations_page};
use super::sayings::{clocks, headline, language, span};
use crate::model::text::Language;
use crate::report::lexicon::{colon, rules, said, told};
use crate::report::paint::Paint;
use crate::report::terminal::is_open;
use indexmap::IndexMap;
use std::fmt::Write as _;

/// The whole page. `all` tells every rule that changes; else rules on which nobody has to do
/// anything are counted.
#[must_use]
pub fn timeline_page(report: &TimelineReport, all: bool, paint: Paint) -> String {
    let mut out = String::new();
    for product in report.products.iter().filter(|product| !product.markets.is_empty()) {
        Page { report, language: language(report), all, paint }.product(&mut out, product);
    }
    for place in &report.law {
        out.push_str(&place_page(place, language(report), all, paint));
    }
    if let Some(relations) = &report.relations {
        out.push_str(&relations_page(relations, language(report), all, paint));
    }
    out
}

struct Page<'a> {
    report: &'a TimelineReport,
    language: Language,
    all: bool,
    paint: Paint,
}

impl Page<'_> {
    fn product(&self, out: &mut String, product: &ProductTimeline) {
        let name = product.product.as_deref().unwrap_or(&product.manifest);
        let today = said(["today is", "aujourd’hui :", "vandaag is"], self.language);
        let place = format!("{}, {today} {}", product.manifest, self.report.today);
        let _ = writeln!(out, "{}  {}", self.paint.strong(name), self.paint.faint(&place));
        let _ = writeln!(out, "{}", self.paint.filled("", clocks(self.report)));
        for market in &product.markets {
            self.market(out, market);
        }
        out.push('\n');
        for market in &product.markets {
            let name = format!("{} ({})", market.name, market.territory);
            let outcome = self.outcome(&market.outcome_today);
            let _ = writeln!(out, "{name:<34} {outcome}. {}", headline(market, self.language));
        }
    }

    fn market(&self, out: &mut String, market: &MarketTimeline) {
        let name = self.paint.strong(&format!("{} ({})", market.name, market.territory));
        let outcome = self.outcome(&market.outcome_today);
        let _ = writeln!(out, "\n{name}{} {outcome}", colon(self.language));
        let _ = writeln!(out, "{}", self.paint.filled("  ", &headline(market, self.language)));
        for stretch in &market.stretches {
            self.stretch(out, stretch);
        }
    }

    fn stretch(&self, out: &mut String, stretch: &StretchReport) {
        let days = span(stretch.from.as_ref(), stretch.until.as_ref(), self.language);
        let outcome = self.outcome(&stretch.outcome);
        let _ = writeln!(out, "\n  {}  {outcome}", self.paint.strong(&days));
        let mut alike: IndexMap<(&str, &str), Vec<&ChangeReport>> = IndexMap::new();
        for change in &stretch.changes {
            if self.all || is_open(&change.after) || is_open(&change.before) {
                self.change(out, change);
            } else {
                alike.entry((&change.before, &change.after)).or_default().push(change);
            }
        }
        for ((before, after), changes) in alike {
            self.alike(out, before, after, &changes);
        }
    }

    fn change(&self, out: &mut String, change: &ChangeReport) {
        let rule = &change.rule;
        let verdicts = self.verdicts(&change.before, &change.after);
        let name = self.paint.strong(&rule.rule);
        let cited = self.paint.faint(&format!("[{}]", rule.citation));
        let colon = colon(self.language);
        let line = format!("{name}  {} {cited}{colon} {verdicts}", rule.title);
        let _ = writeln!(out, "{}", self.paint.filled("    ", &line));
        for turned in &rule.turned {
            let _ = writeln!(out, "{}", self.paint.filled("      ", turned));
        }
        for reason in change.reasons.iter().filter(|reason| !reason.text.is_empty()) {
            let _ =
                writeln!(out, "{}", self.paint.filled("      ", &self.paint.faint(&reason.text)));
        }
    }

    /// Rules that change in the same way, and ask nothing of anybody: by ruleset and number.
    fn alike(&self, out: &mut String, before: &str, after: &str, changes: &[&ChangeReport]) {
        let mut numbers: IndexMap<&str, Vec<&str>> = IndexMap::new();
        for change in changes {
            numbers.entry(&change.rule.ruleset).or_default().push(&change.rule.number);
        }
        let verdicts = self.verdicts(before, after);
        let count = rules(changes.len(), self.language);
        let _ = writeln!(out, "    {count}{} {verdicts}", colon(self.language));
        for (ruleset, numbers) in numbers {
            let line = format!("{ruleset}: {}", numbers.join(", "));
            let _ = writeln!(out, "{}", self.paint.filled("      ", &self.paint.faint(&line)));
        }
    }

    fn verdicts(&self, before: &str, after: &str) -> String {
        let after_told = told(after, self.language);
        let after = match after {
            "breached" => self.paint.bad(after_told),
            after if is_open(after) => self.paint.open(after_told),
            "met" | "deemed met" => self.paint.good(after_told),
            _ => after_told.to_owned(),
        };
        format!("{} → {after}", told(before, self.language))
    }

    fn outcome(&self, outcome: &str) -> String {
        let words = told(outcome, self.language).to_uppercase();
        match outcome {
            "compliant" => self.paint.good(&words),
            "non-compliant" => self.paint.bad(&words),
            _ => self.paint.open(&words),
        }
    }
}
