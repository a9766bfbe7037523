//! How a product can be mended, as a list of things to do, in three languages.

use super::changes::ChangeReport;
use super::fix::{
    BeyondReport, DutyReport, FixReport, GroupReport, ScopeReport, StepReport, WayReport,
};
use super::lexicon::said;
use super::paint::Paint;
use crate::model::text::Language;
use std::fmt::Write as _;

/// The words of a page in one language.
struct Words {
    checked: &'static str,
    nothing: &'static str,
    to_do: &'static str,
    alone: &'static str,
    as_above: &'static str,
    another: &'static str,
    mends: &'static str,
    not_stated: &'static str,
    add: &'static str,
    remove: &'static str,
    judge: [&'static str; 2],
    beyond: &'static str,
    clash: &'static str,
    because: &'static str,
    fixed: &'static str,
    escapes: &'static str,
    unclear: &'static str,
    unproved: &'static str,
}

const ENGLISH: Words = Words {
    checked: "checked on",
    nothing: "nothing to mend: no obligation is breached",
    to_do: "To do",
    alone: "alone",
    as_above: "of the above",
    another: "Or, instead of",
    mends: "for",
    not_stated: "not stated",
    add: "add",
    remove: "remove",
    judge: ["and a person judges as met", "and a person judges as not met"],
    beyond: "No design change can mend",
    clash: "No design change can mend these together",
    because: "because",
    fixed: "no design decides",
    escapes: "then no longer applies",
    unclear: "It could not be told whether a change can mend",
    unproved: "a cheaper way was not excluded",
};

const FRENCH: Words = Words {
    checked: "contrôlé au",
    nothing: "rien à corriger : aucune obligation n'est enfreinte",
    to_do: "À faire",
    alone: "seul",
    as_above: "de la liste ci-dessus",
    another: "Ou, au lieu de",
    mends: "pour",
    not_stated: "non déclaré",
    add: "ajouter",
    remove: "supprimer",
    judge: ["et une personne juge satisfait", "et une personne juge non satisfait"],
    beyond: "Aucun changement de conception ne peut corriger",
    clash: "Aucun changement de conception ne peut corriger ensemble",
    because: "car",
    fixed: "hors de la conception",
    escapes: "ne s'applique alors plus",
    unclear: "On n'a pas pu établir si un changement peut corriger",
    unproved: "une solution moins coûteuse n'est pas exclue",
};

const DUTCH: Words = Words {
    checked: "beoordeeld op",
    nothing: "niets te herstellen: geen verplichting is geschonden",
    to_do: "Te doen",
    alone: "alleen",
    as_above: "van de lijst hierboven",
    another: "Of, in plaats van",
    mends: "voor",
    not_stated: "niet vermeld",
    add: "voeg toe",
    remove: "verwijder",
    judge: ["en een mens oordeelt: voldaan", "en een mens oordeelt: niet voldaan"],
    beyond: "Geen wijziging van het ontwerp herstelt",
    clash: "Geen wijziging van het ontwerp herstelt samen",
    because: "want",
    fixed: "ligt buiten het ontwerp",
    escapes: "geldt dan niet meer",
    unclear: "Er is niet vastgesteld of een wijziging dit herstelt",
    unproved: "een goedkopere weg is niet uitgesloten",
};

/// The page.
#[must_use]
pub fn fix_page(report: &FixReport, language: Language, paint: Paint) -> String {
    let words = said([&ENGLISH, &FRENCH, &DUTCH], language);
    let view = View { report, words, paint };
    let mut out = String::new();
    view.page(&mut out);
    out
}

struct View<'a> {
    report: &'a FixReport,
    words: &'a Words,
    paint: Paint,
}

impl View<'_> {
    fn page(&self, out: &mut String) {
        let name = self.report.product.as_deref().unwrap_or(&self.report.manifest);
        let checked =
            format!("{}, {} {}", self.report.manifest, self.words.checked, self.report.checked_on);
        let _ = writeln!(out, "{}  {}", self.paint.strong(name), self.paint.faint(&checked));
        let Some((all, each)) = self.report.scopes.split_first() else { return };
        self.scope(out, all);
        for scope in each {
            self.alone(out, all, scope);
        }
    }

    fn scope(&self, out: &mut String, scope: &ScopeReport) {
        let names = scope.names.join(", ");
        if scope.breached.is_empty() {
            let _ = writeln!(out, "\n{names}: {}", self.paint.good(self.words.nothing));
            return;
        }
        if !scope.groups.is_empty() {
            let title = format!("{}, {names}", self.words.to_do);
            let _ = writeln!(out, "\n{}", self.paint.strong(&title));
        }
        let mut number = 0;
        for group in &scope.groups {
            number = self.group(out, group, number);
        }
        for beyond in &scope.beyond {
            self.beyond(out, beyond);
        }
        if !scope.unclear.is_empty() {
            let _ = writeln!(out, "\n{}", self.paint.open(self.words.unclear));
            for duty in &scope.unclear {
                let _ = writeln!(out, "{}", self.paint.filled("  ? ", &named(duty)));
            }
        }
    }

    /// The steps of a group, numbered on from those before, and its other ways.
    fn group(&self, out: &mut String, group: &GroupReport, before: usize) -> usize {
        let Some((first, others)) = group.ways.split_first() else { return before };
        for (number, step) in (before + 1..).zip(&first.steps) {
            self.step(out, &format!("{number:>3}. "), step);
        }
        self.escapes(out, "     ", first);
        if !first.proved_cheapest {
            let _ = writeln!(out, "     {}", self.paint.faint(self.words.unproved));
        }
        for way in others {
            self.other_way(out, (first, before), way);
        }
        before + first.steps.len()
    }

    fn step(&self, out: &mut String, lead: &str, step: &StepReport) {
        let text = self.change(&step.change) + &self.place(&step.change);
        let _ = writeln!(out, "{}", self.paint.filled(lead, &text));
        for duty in by_rule(&step.mends) {
            let lead = format!("     {} ", self.words.mends);
            let _ = writeln!(out, "{}", self.paint.filled(&lead, &duty));
        }
    }

    fn place(&self, change: &ChangeReport) -> String {
        let place = change.line.map(|line| format!(" ({}:{line})", self.report.manifest));
        place.unwrap_or_default()
    }

    /// `Consent to installation (updates.install_consent): none -> express`
    fn change(&self, change: &ChangeReport) -> String {
        let (title, fact) = (&change.title, &change.fact);
        let to = change.to.as_deref().unwrap_or_default();
        match change.step.as_str() {
            "add" => format!("{title} ({fact}): {} {to}", self.words.add),
            "remove" => format!("{title}: {} {fact}", self.words.remove),
            "judge" => {
                let [met, not_met] = self.words.judge;
                let judged = if to == "met" { met } else { not_met };
                format!("{judged}: \u{201c}{title}\u{201d} ({fact})")
            }
            _ => {
                let from = change.from.as_deref().unwrap_or(self.words.not_stated);
                format!("{title} ({fact}): {from} -> {to}")
            }
        }
    }

    /// Only what differs from the first way is told.
    fn other_way(&self, out: &mut String, (first, before): (&WayReport, usize), way: &WayReport) {
        let has = |way: &WayReport, step: &StepReport| {
            way.steps.iter().any(|other| other.change == step.change)
        };
        let dropped = (before + 1..).zip(&first.steps).filter(|(_, step)| !has(way, step));
        let dropped: Vec<String> = dropped.map(|(number, _)| number.to_string()).collect();
        let instead = format!("{} {}", self.words.another, dropped.join(", "));
        let _ = writeln!(out, "     {}", self.paint.strong(&instead));
        for step in way.steps.iter().filter(|step| !has(first, step)) {
            let text = self.change(&step.change) + &self.place(&step.change);
            let _ = writeln!(out, "{}", self.paint.filled("       - ", &text));
        }
        self.escapes(out, "       ", way);
    }

    /// Getting out of a duty is said plainly.
    fn escapes(&self, out: &mut String, lead: &str, way: &WayReport) {
        for duty in by_rule(&way.gets_out_of) {
            let lead = format!("{lead}{}: ", self.words.escapes);
            let _ = writeln!(out, "{}", self.paint.filled(&lead, &duty));
        }
    }

    fn beyond(&self, out: &mut String, beyond: &BeyondReport) {
        let title = match beyond.duties.len() {
            1 => self.words.beyond,
            _ => self.words.clash,
        };
        let _ = writeln!(out, "\n{}", self.paint.bad(title));
        for duty in &beyond.duties {
            let _ = writeln!(out, "{}", self.paint.filled("  ✗ ", &named(duty)));
        }
        for reason in &beyond.reasons {
            let lead = format!("    {} ", self.words.because);
            let _ = writeln!(out, "{}", self.paint.filled(&lead, reason));
        }
        if !beyond.fixed.is_empty() {
            let lead = format!("    {}: ", self.words.fixed);
            let _ = writeln!(out, "{}", self.paint.filled(&lead, &beyond.fixed.join(", ")));
        }
    }

    /// One market alone: as numbers of the list for all, where its steps are among those.
    fn alone(&self, out: &mut String, all: &ScopeReport, scope: &ScopeReport) {
        let steps = |scope: &ScopeReport| -> Vec<StepReport> {
            let firsts = scope.groups.iter().filter_map(|group| group.ways.first());
            firsts.flat_map(|way| way.steps.clone()).collect()
        };
        let (all, own) = (steps(all), steps(scope));
        if own.is_empty() {
            return;
        }
        let title =
            format!("{}, {} {}", self.words.to_do, scope.names.join(", "), self.words.alone);
        let title = self.paint.strong(&title);
        let number = |step: &StepReport| {
            all.iter().position(|other| other.change == step.change).map(|at| at + 1)
        };
        let numbers: Option<Vec<usize>> = own.iter().map(number).collect();
        if let Some(mut numbers) = numbers {
            numbers.sort_unstable();
            let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
            let _ = writeln!(out, "\n{title}: {} {}", numbers.join(", "), self.words.as_above);
            return;
        }
        let _ = writeln!(out, "\n{title}");
        for (own_number, step) in (1..).zip(&own) {
            match number(step) {
                Some(number) => {
                    let above = format!("{number} {}", self.words.as_above);
                    let _ = writeln!(out, "{own_number:>3}. {above}");
                }
                None => self.step(out, &format!("{own_number:>3}. "), step),
            }
        }
    }
}

/// Each rule once, with all its territories.
fn by_rule(duties: &[DutyReport]) -> Vec<String> {
    let mut rules: Vec<DutyReport> = Vec::new();
    for duty in duties {
        match rules.iter_mut().find(|known| known.rule == duty.rule) {
            Some(known) => known.territory = format!("{}, {}", known.territory, duty.territory),
            None => rules.push(duty.clone()),
        }
    }
    rules.iter().map(named).collect()
}

fn named(duty: &DutyReport) -> String {
    format!("{}  {} [{}] {}", duty.rule, duty.title, duty.citation, duty.territory)
}
