//! Which law starts, changes and ends when in one place, for people.

use super::json::{LawStretchReport, PlaceTimeline, RuleTurn};
use super::sayings::{rules, span};
use crate::model::text::Language;
use crate::report::lexicon::said;
use crate::report::paint::Paint;
use indexmap::IndexMap;
use std::fmt::Write as _;

/// The page of one place. `all` gives each rule a line.
pub(super) fn place_page(
    place: &PlaceTimeline,
    language: Language,
    all: bool,
    paint: Paint,
) -> String {
    let mut out = String::new();
    let name = paint.strong(&format!("{} ({})", place.name, place.territory));
    let about = said(
        [
            "law that binds a unit placed on each day, as far as dates go",
            "droit qui lie une unité mise sur le marché chaque jour, pour autant que les dates décident",
            "recht dat een exemplaar bindt dat op elke dag in de handel komt, voor zover data beslissen",
        ],
        language,
    );
    let _ = writeln!(out, "{}", paint.filled("", &format!("{name}: {about}")));
    for stretch in &place.stretches {
        let page = Page { stretch, language, all, paint };
        page.write(&mut out);
    }
    out.push('\n');
    out
}

struct Page<'a> {
    stretch: &'a LawStretchReport,
    language: Language,
    all: bool,
    paint: Paint,
}

impl Page<'_> {
    fn write(&self, out: &mut String) {
        let days = span(self.stretch.from.as_ref(), self.stretch.until.as_ref(), self.language);
        let obligations = said(["obligations", "obligations", "verplichtingen"], self.language);
        let count = rules(self.stretch.rules, self.language);
        let _ = writeln!(
            out,
            "\n  {}  {count}, {} {obligations}",
            self.paint.strong(&days),
            self.stretch.obligations
        );
        self.shifts(out, &self.paint.good("+"), &self.stretch.begun);
        self.shifts(out, &self.paint.bad("-"), &self.stretch.ended);
        self.shifts(out, &self.paint.open("~"), &self.stretch.changed);
    }

    /// Rules of one ruleset that turn for the same reason are told together.
    fn shifts(&self, out: &mut String, sign: &str, shifts: &[RuleTurn]) {
        let mut alike: IndexMap<(&str, &str, &[String]), Vec<&RuleTurn>> = IndexMap::new();
        for shift in shifts {
            let key = (shift.ruleset.as_str(), shift.edition.as_str(), shift.turned.as_slice());
            alike.entry(key).or_default().push(shift);
        }
        for ((ruleset, _, turned), shifts) in alike {
            let numbers: Vec<&str> = shifts.iter().map(|own| own.number.as_str()).collect();
            let why = self.paint.faint(&turned.join("; "));
            let line = format!("{}: {}  {why}", self.paint.strong(ruleset), numbers.join(", "));
            let _ = writeln!(out, "{}", self.paint.filled(&format!("    {sign} "), &line));
            for shift in shifts.iter().filter(|_| self.all) {
                let cited = self.paint.faint(&format!("[{}]", shift.citation));
                let line = format!("{}  {} {cited}", shift.number, shift.title);
                let _ = writeln!(out, "{}", self.paint.filled("        ", &line));
            }
        }
    }
}
