//! The frame of a ruleset: what text it is, who issued it, where and when it applies, to what.

use super::json::Sentence;
use super::{Mood, Reader, Setting, Told};
use crate::model::rule::Clause;
use crate::model::ruleset::{InstrumentKind, Ruleset, RulesetId};

impl Reader<'_> {
    /// The sentences of the frame.
    pub(super) fn frame(&self, id: RulesetId, ruleset: &Ruleset) -> Vec<Sentence> {
        let mut told = Vec::new();
        if let Some(instrument) = &ruleset.instrument {
            told.push(self.labelled("instrument", ["Instrument", "Texte", "Regeling"], instrument));
        }
        told.push(self.issued(ruleset));
        told.extend(self.places(ruleset));
        told.extend(self.days(&ruleset.in_force).map(|days| {
            let lead =
                ["the text is in force", "le texte est en vigueur", "de tekst is van kracht"];
            self.sentence("time", Told::line(format!("{} {days}", self.say(lead))))
        }));
        told.extend(ruleset.review_by.map(|day| {
            let lead =
                ["to be reviewed by", "à réexaminer au plus tard le", "te herzien uiterlijk op"];
            let day = self.day(day);
            self.sentence("review", Told::line(format!("{} {day}", self.say(lead))))
        }));
        told.extend(self.scope_of_all(id));
        told.extend(self.sources(ruleset));
        told
    }

    fn issued(&self, ruleset: &Ruleset) -> Sentence {
        let [english, french, dutch] = kind(ruleset.kind);
        let by = &ruleset.issued_by;
        self.sentence(
            "issued",
            Told::line(self.say([
                format!("issued as {english} by {by}"),
                format!("publié comme {french} par {by}"),
                format!("uitgebracht als {dutch} door {by}"),
            ])),
        )
    }

    /// Where it applies, and that what is no law applies only where it is chosen.
    fn places(&self, ruleset: &Ruleset) -> Vec<Sentence> {
        let places = ruleset.applies_in.iter().filter_map(|&id| self.law.jurisdictions.get(id));
        let places: Vec<String> = places.map(|place| self.place(&place.code)).collect();
        let label = ["Where", "Où", "Waar"];
        let named =
            (!places.is_empty()).then(|| self.labelled("where", label, &self.all_of(&places)));
        let is_law = ruleset.kind == InstrumentKind::Law;
        let chosen = (!is_law).then(|| {
            self.sentence(
                "chosen",
                Told::line(self.say([
                    "the text is not law, and applies only where it is chosen",
                    "le texte n’est pas une loi et ne s’applique que là où il est choisi",
                    "de tekst is geen wet en geldt alleen waar hij wordt gekozen",
                ])),
            )
        });
        named.into_iter().chain(chosen).collect()
    }

    /// The scope that the header declares for every rule.
    fn scope_of_all(&self, id: RulesetId) -> Vec<Sentence> {
        let at = Setting { mood: Mood::Main, terms: &[], ruleset: id, is_inside: false };
        self.scope(true, self.header(id), at)
    }

    /// The clauses of the header; every rule has them.
    pub(super) fn header(&self, id: RulesetId) -> impl Iterator<Item = &Clause> {
        let first = self.law.rules_of(id).next().map(|(_, rule)| rule);
        let clauses = first.into_iter().flat_map(|rule| &rule.clauses);
        clauses.filter(move |clause| self.is_of_header(id, clause))
    }

    fn sources(&self, ruleset: &Ruleset) -> Vec<Sentence> {
        let read = self.say(["read on", "lu le", "gelezen op"]);
        let told = ruleset.sources.iter().map(|(url, day)| {
            let text = format!("<{url}> ({read} {})", self.day(*day));
            self.labelled("source", ["Source", "Source", "Bron"], &text)
        });
        told.collect()
    }
}

fn kind(kind: InstrumentKind) -> [&'static str; 3] {
    match kind {
        InstrumentKind::Law => ["law", "loi", "wet"],
        InstrumentKind::Standard => ["a standard", "norme", "norm"],
        InstrumentKind::Code => ["a code of practice", "code de conduite", "gedragscode"],
        InstrumentKind::Guidance => ["guidance", "orientations", "richtsnoer"],
        InstrumentKind::Principle => ["principles", "principes", "beginselen"],
        InstrumentKind::Scheme => ["a scheme", "régime de label", "keurmerkregeling"],
        InstrumentKind::Proposal => ["a proposal", "proposition", "voorstel"],
    }
}
