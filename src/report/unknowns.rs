//! Says in words why a condition is unknown: what nobody told, judged or settled.

use super::phrases::{NOT_STATED, Phrases, level_word};
use crate::eval::trace::{FactPath, Reason, Trace};
use crate::model::condition::{JudgementId, ParameterId};
use crate::model::manifest::EvidenceLevel;

const NO_PLACEMENT: [&str; 3] = [
    "no placement on this market is stated",
    "aucune mise sur ce marché n’est indiquée",
    "er is niet vermeld wanneer het hier in de handel komt",
];
const NOBODY: [&str; 3] = ["nobody has judged", "personne n’a jugé", "niemand heeft beoordeeld"];
const DISAGREE: [&str; 3] = [
    "people have judged differently",
    "des personnes ont jugé différemment",
    "mensen hebben verschillend geoordeeld",
];
const CALENDAR: [&str; 3] = [
    "months and days compare differently from one calendar year to another",
    "les mois et les jours se comparent différemment d’une année civile à l’autre",
    "maanden en dagen verhouden zich van kalenderjaar tot kalenderjaar anders",
];
const NOT_COMPARABLE: [&str; 3] = [
    "the two values cannot be compared",
    "les deux valeurs ne se comparent pas",
    "de twee waarden zijn niet te vergelijken",
];

impl Phrases<'_> {
    /// Why a leaf is unknown.
    pub(super) fn unknown(&self, leaf: &Trace) -> String {
        let said: Vec<String> = leaf.reasons.iter().map(|reason| self.reason(reason)).collect();
        said.join(", ")
    }

    /// Why something is unknown.
    #[must_use]
    pub fn reason(&self, reason: &Reason) -> String {
        match reason {
            Reason::Missing(path) => format!("{} {}", self.path(path), self.say(NOT_STATED)),
            Reason::EvidenceTooWeak { path, level, needed } => {
                self.too_weak(&self.path(path), *level, *needed)
            }
            Reason::NoPlacement(_) => self.say(NO_PLACEMENT).to_owned(),
            Reason::PlacingUnknown(path) => {
                let decides = self.say(["and decides", "et décide", "en beslist"]);
                format!("{} {}, {decides}", self.path(path), self.say(NOT_STATED))
            }
            Reason::Judgement(id) => self.judgement(*id, self.say(NOBODY)),
            Reason::JudgementsDisagree(id) => self.judgement(*id, self.say(DISAGREE)),
            Reason::NoParameterValue(id) => self.no_value(*id),
            Reason::CalendarDecides => self.say(CALENDAR).to_owned(),
            Reason::NotComparable => self.say(NOT_COMPARABLE).to_owned(),
        }
    }

    fn too_weak(&self, path: &str, level: EvidenceLevel, needed: EvidenceLevel) -> String {
        let (level, needed) = (level_word(level), level_word(needed));
        self.say([
            format!("{path} is shown as `{level}`, less than `{needed}`"),
            format!("{path} est établi comme `{level}`, moins que `{needed}`"),
            format!("{path} is aangetoond als `{level}`, minder dan `{needed}`"),
        ])
    }

    fn no_value(&self, id: ParameterId) -> String {
        let name = self.law.parameter(id).map_or("", |parameter| parameter.name.as_str());
        self.say([
            format!("`{name}` has no value on that day"),
            format!("`{name}` n’a pas de valeur ce jour-là"),
            format!("`{name}` heeft op die dag geen waarde"),
        ])
    }

    fn judgement(&self, id: JudgementId, lead: &str) -> String {
        let words = self.law.judgement(id).map_or("", |norm| norm.text.get(self.language));
        let colon = self.say([":", " :", ":"]);
        format!("{lead}{colon} \u{201c}{words}\u{201d}")
    }

    fn path(&self, path: &FactPath) -> String {
        path.text(&self.law.vocabulary)
    }
}
