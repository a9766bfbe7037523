//! Which law starts, changes and ends when in one place, for people.

use super::json::{LawStretchReport, PlaceTimeline, RelationReport, RuleTurn};
use super::sayings::span;
use crate::model::text::Language;
use crate::report::lexicon::{rules, said, told};
use crate::report::paint::Paint;
use indexmap::IndexMap;
use std::fmt::Write as _;

/// The heading of the relations that change.
const RELATIONS: [&str; 3] = [
    "Relations of obligations that change, for a unit placed on each day in all these places",
    "Relations entre obligations qui changent, pour une unité mise sur le marché chaque jour dans tous ces lieux",
    "Verhoudingen tussen verplichtingen die veranderen, voor een exemplaar dat op elke dag op al deze plaatsen in de handel komt",
];
/// After the number of pairs that are not told.
const MORE_PAIRS: [&str; 3] =
    ["pairs more, --all tells them", "autres paires, --all les dit", "paren meer, --all noemt ze"];

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

/// The relations that change. Without `all`, those that come or go with a rule and say no more
/// than that both turn on something are counted.
pub(super) fn relations_page(
    relations: &[RelationReport],
    language: Language,
    all: bool,
    paint: Paint,
) -> String {
    let heading = said(RELATIONS, language);
    let mut out = format!("{}\n", paint.filled("", &paint.strong(heading)));
    let mut days: IndexMap<&str, Vec<&RelationReport>> = IndexMap::new();
    for relation in relations {
        days.entry(&relation.day).or_default().push(relation);
    }
    let page = RelationsPage { language, all, paint };
    for (day, relations) in days {
        page.day(&mut out, day, &relations);
    }
    out
}

struct RelationsPage {
    language: Language,
    all: bool,
    paint: Paint,
}

impl RelationsPage {
    fn day(&self, out: &mut String, day: &str, relations: &[&RelationReport]) {
        let _ = writeln!(out, "\n  {}", self.paint.strong(day));
        let tells = |relation: &&&RelationReport| self.all || is_telling(relation);
        for relation in relations.iter().filter(tells) {
            let _ = writeln!(out, "{}", self.paint.filled("    ", &self.line(relation)));
        }
        let rest = relations.iter().filter(|relation| !tells(relation)).count();
        if rest > 0 {
            let more = said(MORE_PAIRS, self.language);
            let _ = writeln!(out, "    {}", self.paint.faint(&format!("{rest} {more}")));
        }
    }

    fn line(&self, relation: &RelationReport) -> String {
        let word = |word: &Option<String>| {
            word.as_ref().map_or("-", |word| told(word, self.language)).to_owned()
        };
        let after = self.paint.open(&word(&relation.after));
        let before = word(&relation.before);
        format!("{} : {}  {before} → {after}", relation.first, relation.second)
    }
}

/// Whether a relation says more than that two rules turn on something in common.
fn is_telling(relation: &RelationReport) -> bool {
    let dull = |word: &Option<String>| {
        word.as_deref().is_none_or(|word| matches!(word, "intersects" | "unrelated"))
    };
    !(dull(&relation.before) && dull(&relation.after))
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
