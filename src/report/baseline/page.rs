//! A baseline for people: what it meets, who is strictest, what implies what, who bears it.

use super::json::{BaselineReport, RankingReport, RuleName, StrictnessReport};
use super::tables::tables;
use super::words::{Words, words};
use crate::model::text::Language;
use crate::report::paint::Paint;
use std::fmt::Write as _;

/// The page. Facts that one rule alone asks, today and later, are only counted, unless `all`.
#[must_use]
pub fn baseline_page(report: &BaselineReport, all: bool, paint: Paint) -> String {
    let words = words(Language::from_code(&report.language).unwrap_or_default());
    let view = View { report, words, paint };
    let mut out = String::new();
    view.head(&mut out);
    view.clashes(&mut out);
    if report.manifest.is_some() {
        view.circumstances(&mut out);
        view.strictest(&mut out, all);
        view.fewest(&mut out);
    }
    tables(&mut out, report, words, paint);
    view.manifest(&mut out);
    out
}

struct View<'v> {
    report: &'v BaselineReport,
    words: &'v Words,
    paint: Paint,
}

impl View<'_> {
    fn heading(&self, out: &mut String, text: &str) {
        let _ = writeln!(out, "\n{}", self.paint.strong(text));
    }

    fn filled(&self, out: &mut String, first: &str, text: &str) {
        let _ = writeln!(out, "{}", self.paint.filled(first, text));
    }

    fn head(&self, out: &mut String) {
        let (report, words) = (self.report, self.words);
        let [one, placed] = words.title;
        let title = format!("{one} {}, {placed} {}", report.territories.join(", "), report.on);
        let _ = writeln!(out, "{}", self.paint.strong(&title));
        if report.manifest.is_none() {
            return self.filled(out, "  ", words.none);
        }
        let [met, apart, of] = words.met;
        self.filled(out, "  ", &format!("{} {of} {} {met}", report.met, report.obligations));
        if !report.apart.is_empty() {
            self.filled(out, "  ", &format!("{} {apart}", report.apart.len()));
        }
        if report.proved_most {
            self.filled(out, "  ", words.most);
        }
        self.filled(out, "  ", words.judged);
    }

    fn clashes(&self, out: &mut String) {
        let (report, words) = (self.report, self.words);
        for rule in &report.breached {
            self.filled(out, "  ", &self.paint.bad(&format!("{} {}", words.breached, cited(rule))));
        }
        for clash in &report.clashes {
            let others = clash.set.iter().filter(|rule| rule.rule != clash.rule);
            let others: Vec<String> = others.map(cited).collect();
            if others.is_empty() {
                self.filled(out, "  ", &format!("{} {}", words.breached, clash.rule));
            } else {
                let said = format!("{} {} {}", clash.rule, words.clash, others.join(", "));
                self.filled(out, "  ", &said);
            }
        }
        for (lead, rules) in [(words.open, &report.open), (words.unclear, &report.unclear)] {
            if !rules.is_empty() {
                self.filled(out, "  ", &format!("{lead} {}", names(rules)));
            }
        }
    }

    fn circumstances(&self, out: &mut String) {
        self.heading(out, self.words.circumstances);
        for fact in &self.report.circumstances {
            self.filled(out, "  ", &format!("{}: {}", fact.fact, fact.value));
        }
    }

    fn strictest(&self, out: &mut String, all: bool) {
        self.heading(out, self.words.who);
        let (mut told, mut left) = (0, 0);
        for own in &self.report.facts {
            if all || is_contested(own) {
                self.fact(out, own);
                told += 1;
            } else {
                left += 1;
            }
        }
        if left > 0 {
            self.filled(
                out,
                if told > 0 { "  + " } else { "  " },
                &format!("{left} {}", self.words.one_rule),
            );
        }
    }

    fn fact(&self, out: &mut String, own: &StrictnessReport) {
        let words = self.words;
        self.filled(out, "  ", &format!("{}: {}", own.fact.fact, own.fact.value));
        let since = own.since.as_ref().map(|day| format!(", {} {day}", words.since));
        let ranked = self.ranked(&own.ranking);
        self.filled(out, "    ", &format!("{ranked}{}", since.unwrap_or_default()));
        if !own.ranking.looser.is_empty() {
            self.filled(out, "    ", &format!("{} {}", words.looser, names(&own.ranking.looser)));
        }
        if let Some(next) = &own.next {
            let ranked = self.ranked(&next.ranking);
            self.filled(out, "    ", &format!("{} {}: {ranked}", words.from, next.on));
        }
    }

    fn ranked(&self, ranking: &RankingReport) -> String {
        match ranking.strictest.as_slice() {
            [] => self.words.nobody.to_owned(),
            rules if ranking.forbids_all => {
                let cited: Vec<String> = rules.iter().map(cited).collect();
                format!("{} {}", self.words.strictest, cited.join(", "))
            }
            rules => {
                let cited: Vec<String> = rules.iter().map(cited).collect();
                format!("{} {}", self.words.each_asks, cited.join(", "))
            }
        }
    }

    fn fewest(&self, out: &mut String) {
        let (fewest, words) = (&self.report.fewest, self.words);
        self.heading(out, words.fewest);
        for implied in &fewest.implied {
            let by = names(&implied.by);
            self.filled(out, "  ", &format!("{} {} {by}", cited(&implied.rule), words.follows));
        }
        let shown = |by: &str| fewest.members.iter().filter(|own| own.shown_by == by).count();
        let [stay, changed, products] = words.stay;
        let (one, own) = (shown("fact") + shown("judgement"), shown("product"));
        let said = format!("{} {stay} {one} {changed} {own} {products}", fewest.members.len());
        self.filled(out, "  ", &said);
        let unclear: Vec<RuleName> = fewest
            .members
            .iter()
            .filter(|own| own.shown_by == "unclear")
            .map(|own| own.rule.clone())
            .collect();
        if !unclear.is_empty() {
            self.filled(out, "  ", &format!("{} {}", names(&unclear), words.stays_unclear));
        }
    }

    fn manifest(&self, out: &mut String) {
        let Some(manifest) = &self.report.manifest else { return };
        self.heading(out, self.words.manifest);
        for line in manifest.lines() {
            let _ = writeln!(out, "  {line}");
        }
    }
}

/// Whether several rules ask, or others will.
fn is_contested(own: &StrictnessReport) -> bool {
    own.ranking.strictest.len() + own.ranking.looser.len() > 1 || own.next.is_some()
}

fn cited(rule: &RuleName) -> String {
    format!("{} ({}) [{}]", rule.rule, rule.territory, rule.citation)
}

fn names(rules: &[RuleName]) -> String {
    let names: Vec<String> =
        rules.iter().map(|rule| format!("{} ({})", rule.rule, rule.territory)).collect();
    names.join(", ")
}
