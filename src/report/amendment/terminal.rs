//! An amendment for people at a terminal.

use super::json::{AmendmentReport, EffectReport, MarketChange, PairReport, RuleLine};
use super::sayings::{Headings, equal, headings, way};
use crate::model::text::Language;
use crate::report::lexicon::told;
use crate::report::paint::Paint;
use crate::report::told_product::product_lines;
use std::fmt::Write as _;

/// The whole page.
#[must_use]
pub fn amendment_page(report: &AmendmentReport, paint: Paint) -> String {
    let language = Language::from_code(&report.language).unwrap_or_default();
    let page = Page { report, language, words: headings(language), paint };
    let mut out = String::new();
    page.write(&mut out);
    out
}

struct Page<'a> {
    report: &'a AmendmentReport,
    language: Language,
    words: Headings,
    paint: Paint,
}

impl Page<'_> {
    fn write(&self, out: &mut String) {
        let (old, new) = (&self.report.old, &self.report.new);
        let title = self.paint.strong(&new.title);
        let names = format!("{} → {}, {}", old.name, new.name, self.report.on);
        let _ = writeln!(
            out,
            "{}",
            self.paint.filled("", &format!("{title}  {}", self.paint.faint(&names)))
        );
        let (same, changed): (Vec<&PairReport>, Vec<&PairReport>) =
            self.report.rules.iter().partition(|pair| pair.unchanged);
        let _ = writeln!(out, "{}", self.paint.good(&equal(same.len(), self.language)));
        if !changed.is_empty() {
            let _ = writeln!(out, "\n{}", self.paint.strong(self.words.changed));
            changed.iter().for_each(|pair| self.pair(out, pair));
        }
        self.lines(out, self.words.added, &self.report.added);
        self.lines(out, self.words.removed, &self.report.removed);
        self.manifests(out);
        self.conflicts(out);
    }

    fn lines(&self, out: &mut String, heading: &str, lines: &[RuleLine]) {
        if !lines.is_empty() {
            let _ = writeln!(out, "\n{}", self.paint.strong(heading));
        }
        for line in lines {
            let _ = writeln!(out, "{}", self.paint.filled("  ", &self.line(line)));
        }
    }

    fn line(&self, line: &RuleLine) -> String {
        let cited = self.paint.faint(&format!("[{}]", line.citation));
        format!("{}  {} ({}) {cited}", self.paint.strong(&line.number), line.title, line.strength)
    }

    fn pair(&self, out: &mut String, pair: &PairReport) {
        let _ = writeln!(out, "{}", self.paint.filled("  ", &self.line(&pair.rule)));
        let mut detail = |text: String| {
            let _ = writeln!(out, "{}", self.paint.filled("    ", &text));
        };
        let was = self.words.was;
        pair.old_number.iter().for_each(|number| detail(format!("{was} {number}")));
        pair.old_strength.iter().for_each(|strength| detail(format!("{was} `{strength}`")));
        if let Some(dates) = &pair.dates {
            detail(format!("{}: {} → {}", self.words.dates, dates.before, dates.after));
        }
        match pair.meaning.as_str() {
            "equal" => detail(self.words.same.to_owned()),
            "unclear" => detail(self.paint.open(self.words.unclear)),
            _ => {}
        }
        for norm in &pair.open_norms_added {
            detail(format!("{}: {}", self.words.norm_added, self.paint.open(norm)));
        }
        for norm in &pair.open_norms_removed {
            detail(format!("{}: {norm}", self.words.norm_removed));
        }
        pair.effects.iter().for_each(|effect| self.effect(out, effect));
    }

    fn effect(&self, out: &mut String, effect: &EffectReport) {
        let (before, after) =
            (told(&effect.before, self.language), told(&effect.after, self.language));
        let line = format!("{}: {before} → {after}", way(&effect.way, self.language));
        let _ = writeln!(out, "{}", self.paint.filled("    ", &self.paint.open(&line)));
        for line in product_lines(&effect.product) {
            let _ = writeln!(out, "      {}", self.paint.faint(&line));
        }
    }

    fn manifests(&self, out: &mut String) {
        if self.report.manifests.is_empty() {
            return;
        }
        let _ = writeln!(out, "\n{}", self.paint.strong(self.words.manifests));
        for manifest in &self.report.manifests {
            let _ = writeln!(out, "  {}", manifest.manifest);
            for market in &manifest.markets {
                self.market(out, market);
            }
        }
    }

    fn market(&self, out: &mut String, market: &MarketChange) {
        let (before, after) =
            (told(&market.before, self.language), told(&market.after, self.language));
        let outcome =
            if before == after { before.to_owned() } else { format!("{before} → {after}") };
        let _ = writeln!(out, "    {}: {outcome}", market.territory);
        for change in &market.rules {
            let verdict = |verdict: &Option<String>| {
                verdict.as_ref().map_or("-", |verdict| told(verdict, self.language)).to_owned()
            };
            let line = format!(
                "{}: {} → {}",
                change.rule,
                verdict(&change.before),
                verdict(&change.after)
            );
            let _ = writeln!(out, "{}", self.paint.filled("      ", &line));
        }
    }

    fn conflicts(&self, out: &mut String) {
        let heading = self.paint.strong(self.words.conflicts);
        let Some(conflicts) = &self.report.conflicts else {
            let _ = writeln!(out, "\n{heading}: {}", self.words.unasked);
            return;
        };
        let none = conflicts.found.is_empty() && conflicts.unclear.is_empty();
        let none = if none { self.words.none } else { "" };
        let _ = writeln!(out, "\n{heading} ({}): {none}", conflicts.asked);
        for conflict in &conflicts.found {
            let _ = writeln!(out, "  {}", self.paint.bad(&conflict.rules.join(" × ")));
            for line in product_lines(&conflict.product) {
                let _ = writeln!(out, "      {}", self.paint.faint(&line));
            }
        }
        for [one, other] in &conflicts.unclear {
            let _ = writeln!(out, "  {}", self.paint.open(&format!("? {one} × {other}")));
        }
    }
}
