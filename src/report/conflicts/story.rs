//! Conflicts told as stories: who asks what, for which product, since when, and what settles it.

use super::json::{ClashingRule, ConflictReport, ConflictsReport};
use crate::model::text::Language;
use crate::report::lexicon::said;
use crate::report::paint::Paint;
use crate::report::told_product::product_lines;
use std::fmt::Write as _;

/// The frame of the stories in one language.
struct Words {
    kinds: [&'static str; 3],
    turns_on: &'static str,
    always: &'static str,
    depends: &'static str,
    since: &'static str,
    met: &'static str,
    product: &'static str,
    way_out: &'static str,
    no_way_out: &'static str,
    none: &'static str,
    pairs: [&'static str; 3],
    together: [&'static str; 2],
    unclear: &'static str,
    hopeless: &'static str,
    force: [&'static str; 3],
}

const ENGLISH: Words = Words {
    kinds: ["No design meets all of these", "A permission taken away", "A tension"],
    turns_on: "turns on",
    always: "whatever the circumstances in which they apply together",
    depends: "in circumstances of",
    since: "since",
    met: "A product that follows this one, and fails the other:",
    product: "A product that all of them bind:",
    way_out: "What settles it: an exception in one of the texts, or a product that stays out of one of them:",
    no_way_out: "No design is a way out: only an exception in one of the texts, or another date, settles it.",
    none: "No two rules conflict.",
    pairs: [
        "rules bind a product placed on",
        "pairs of them turn on a common decision; each was asked, and of",
        "it could not be told",
    ],
    together: ["obligations", "some product is bound by it and fails none of all the others"],
    unclear: "could not be told",
    hopeless: "no product can meet",
    force: ["must", "should", "may"],
};

const FRENCH: Words = Words {
    kinds: ["Aucune conception ne les respecte toutes", "Une permission retirée", "Une tension"],
    turns_on: "porte sur",
    always: "quelles que soient les circonstances où elles s’appliquent ensemble",
    depends: "selon les circonstances de",
    since: "depuis le",
    met: "Un produit qui suit celle-ci et enfreint l’autre :",
    product: "Un produit soumis à toutes :",
    way_out: "Ce qui réglerait le conflit : une exception dans l’un des textes, ou un produit qui échappe à l’un d’eux :",
    no_way_out: "Aucune conception n’y échappe : seule une exception dans l’un des textes, ou une autre date, réglerait le conflit.",
    none: "Aucun conflit entre deux règles.",
    pairs: [
        "règles lient un produit mis sur le marché le",
        "paires portent sur une même décision ; chacune a été examinée, et pour",
        "la réponse n’a pu être établie",
    ],
    together: ["obligations", "un produit y est soumis et n’en enfreint aucune autre"],
    unclear: "sans réponse",
    hopeless: "aucun produit ne peut respecter",
    force: ["doit", "devrait", "peut"],
};

const DUTCH: Words = Words {
    kinds: [
        "Geen ontwerp voldoet aan al deze regels",
        "Een toestemming die vervalt",
        "Een spanning",
    ],
    turns_on: "draait om",
    always: "onder alle omstandigheden waarin ze samen gelden",
    depends: "naargelang de omstandigheden van",
    since: "sinds",
    met: "Een product dat deze regel volgt en de andere schendt:",
    product: "Een product waarvoor ze allemaal gelden:",
    way_out: "Wat het oplost: een uitzondering in een van de teksten, of een product dat buiten een ervan blijft:",
    no_way_out: "Geen ontwerp ontkomt eraan: alleen een uitzondering in een van de teksten, of een andere datum, lost het op.",
    none: "Geen twee regels botsen.",
    pairs: [
        "regels binden een product dat in de handel komt op",
        "paren draaien om dezelfde keuze; elk is onderzocht, en van",
        "was het niet vast te stellen",
    ],
    together: ["verplichtingen", "een product valt eronder en schendt geen enkele andere"],
    unclear: "niet vast te stellen",
    hopeless: "geen product kan voldoen aan",
    force: ["moet", "zou moeten", "mag"],
};

/// The whole answer for people.
#[must_use]
pub fn conflict_stories(report: &ConflictsReport, paint: Paint) -> String {
    let language = Language::from_code(&report.language).unwrap_or_default();
    let words = said([&ENGLISH, &FRENCH, &DUTCH], language);
    let teller = Teller { words, paint };
    let mut out = String::new();
    for (number, conflict) in (1..).zip(&report.conflicts) {
        teller.conflict(&mut out, number, conflict);
    }
    teller.closing(&mut out, report);
    out
}

struct Teller<'w> {
    words: &'w Words,
    paint: Paint,
}

impl Teller<'_> {
    fn conflict(&self, out: &mut String, number: usize, conflict: &ConflictReport) {
        let kind = match conflict.kind.as_str() {
            "duties" => self.words.kinds[0],
            "permission" => self.words.kinds[1],
            _ => self.words.kinds[2],
        };
        let about = format!("{} {}", self.words.turns_on, conflict.turns_on.join(", "));
        let _ = writeln!(out, "{}  {about}", self.paint.strong(&format!("{number}. {kind}")));
        let circumstances = match conflict.depends_on.as_slice() {
            [] => self.words.always.to_owned(),
            facts => format!("{} {}", self.words.depends, facts.join(", ")),
        };
        let _ = writeln!(out, "   {}", self.paint.faint(&circumstances));
        conflict.rules.iter().for_each(|rule| self.rule(out, rule));
        if conflict.rules.iter().all(|rule| rule.met_by.is_none()) {
            let _ = writeln!(out, "   {}", self.words.product);
            product(out, &conflict.product);
        }
        match &conflict.way_out {
            Some(manifest) => {
                let _ = writeln!(out, "{}", self.paint.filled("   ", self.words.way_out));
                product(out, manifest);
            }
            None => {
                let _ = writeln!(out, "{}", self.paint.filled("   ", self.words.no_way_out));
            }
        }
        out.push('\n');
    }

    fn rule(&self, out: &mut String, rule: &ClashingRule) {
        let force = match rule.force.as_str() {
            "must" => self.words.force[0],
            "should" => self.words.force[1],
            _ => self.words.force[2],
        };
        let since = rule.since.as_ref().map(|day| format!(", {} {day}", self.words.since));
        let head = format!("{} ({}) {force}", rule.rule, rule.territory);
        let cited =
            format!("[{}, {}]{}", rule.ruleset_title, rule.citation, since.unwrap_or_default());
        let _ = writeln!(out, "\n   {}: {}", self.paint.strong(&head), rule.title);
        let _ = writeln!(out, "{}", self.paint.filled("     ", &cited));
        if let Some(summary) = &rule.summary {
            let _ = writeln!(out, "{}", self.paint.filled("     ", summary));
        }
        if let Some(manifest) = &rule.met_by {
            let _ = writeln!(out, "     {}", self.words.met);
            product(out, manifest);
        }
    }

    fn closing(&self, out: &mut String, report: &ConflictsReport) {
        if report.conflicts.is_empty() {
            let _ = writeln!(out, "{}", self.words.none);
        }
        let places = report.territories.join(", ");
        let [bind, asked, unclear] = self.words.pairs;
        let said = format!(
            "{places}: {} {bind} {}. {} {asked} {} {unclear}.",
            report.rules,
            report.on,
            report.pairs,
            report.unclear.len()
        );
        let _ = writeln!(out, "{}", self.paint.filled("", &said));
        for set in &report.unclear {
            let _ = writeln!(out, "  {}: {}", self.words.unclear, set.join(" / "));
        }
        let together = &report.together;
        let [obligations, met] = self.words.together;
        let line = format!("{} / {} {obligations}: {met}.", together.met, together.obligations);
        let _ = writeln!(out, "{}", self.paint.filled("", &line));
        for set in &together.sets {
            let _ = writeln!(out, "  {}: {}", self.words.kinds[0], set.join(" / "));
        }
        for (label, ids) in
            [(self.words.hopeless, &together.hopeless), (self.words.unclear, &together.unclear)]
        {
            if !ids.is_empty() {
                let list = format!("{label}: {}", ids.join(", "));
                let _ = writeln!(out, "{}", self.paint.filled("  ", &list));
            }
        }
    }
}

/// What a manifest says, indented.
fn product(out: &mut String, manifest: &str) {
    for line in product_lines(manifest) {
        let _ = writeln!(out, "       {line}");
    }
}
