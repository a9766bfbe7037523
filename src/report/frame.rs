//! The frame of the report of a check, in English, French and Dutch: what stands around verdicts.

use super::lexicon::said;
use crate::model::text::Language;

/// The words of the frame in one language.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) checked: &'static str,
    pub(super) placed_from: &'static str,
    pub(super) not_placed: &'static str,
    pub(super) edition: &'static str,
    pub(super) unverified: &'static str,
    pub(super) still_to_tell: &'static str,
    pub(super) law: &'static str,
    pub(super) tell: &'static str,
    pub(super) judge: &'static str,
    pub(super) remedy: &'static str,
    pub(super) penalty: &'static str,
    pub(super) can_be: &'static str,
    pub(super) enough: &'static str,
    pub(super) if_told: &'static str,
    pub(super) and: &'static str,
    pub(super) is: &'static str,
    pub(super) is_judged: &'static str,
    pub(super) unknown: &'static str,
    /// Labels of reasons, by what the clause behind them does.
    reasons: [(&'static str, &'static str); 11],
}

impl Frame {
    /// The frame in that language.
    pub(super) fn of(language: Language) -> &'static Frame {
        said([&ENGLISH, &FRENCH, &DUTCH], language)
    }

    /// The label of a reason.
    pub(super) fn reason<'w>(&self, because: &'w str) -> &'w str {
        let known = self.reasons.iter().find(|(own, _)| *own == because);
        known.map_or(because, |(_, label)| *label)
    }
}

const ENGLISH: Frame = Frame {
    checked: "checked on",
    placed_from: "placed from",
    not_placed: "no placement stated",
    edition: "edition",
    unverified: "[unverified text]",
    still_to_tell: "What is still to tell",
    law: "law",
    tell: "tell",
    judge: "judge",
    remedy: "remedy",
    penalty: "penalty",
    can_be: "can be",
    enough: "enough",
    if_told: "if",
    and: "and",
    is: "is",
    is_judged: "is judged",
    unknown: "unknown",
    reasons: [
        ("obligation", "because"),
        ("scope", "scope"),
        ("exception", "scope"),
        ("lifted", "lifted"),
        ("replacement", "instead"),
        ("deemed", "deemed"),
        ("dates", "dates"),
        ("event", "event"),
        ("list", "list"),
        ("overridden", "overridden"),
        ("settled", "settled"),
    ],
};

const FRENCH: Frame = Frame {
    checked: "vérifié le",
    placed_from: "mis sur le marché à partir du",
    not_placed: "aucune mise sur le marché indiquée",
    edition: "édition",
    unverified: "[texte non vérifié]",
    still_to_tell: "Ce qui reste à dire",
    law: "droit",
    tell: "à dire",
    judge: "à juger",
    remedy: "remède",
    penalty: "sanction",
    can_be: "possible",
    enough: "suffit",
    if_told: "si",
    and: "et",
    is: "vaut",
    is_judged: "est jugé",
    unknown: "inconnu",
    reasons: [
        ("obligation", "parce que"),
        ("scope", "champ"),
        ("exception", "champ"),
        ("lifted", "levée"),
        ("replacement", "sinon"),
        ("deemed", "réputée"),
        ("dates", "dates"),
        ("event", "fait"),
        ("list", "liste"),
        ("overridden", "écartée"),
        ("settled", "établi"),
    ],
};

const DUTCH: Frame = Frame {
    checked: "beoordeeld op",
    placed_from: "in de handel vanaf",
    not_placed: "niet vermeld wanneer in de handel gebracht",
    edition: "editie",
    unverified: "[tekst niet nagegaan]",
    still_to_tell: "Wat nog te vermelden is",
    law: "recht",
    tell: "vermeld",
    judge: "oordeel",
    remedy: "herstel",
    penalty: "sanctie",
    can_be: "mogelijk",
    enough: "genoeg",
    if_told: "als",
    and: "en",
    is: "is",
    is_judged: "is beoordeeld als",
    unknown: "onbekend",
    reasons: [
        ("obligation", "omdat"),
        ("scope", "bereik"),
        ("exception", "bereik"),
        ("lifted", "opgeheven"),
        ("replacement", "anders"),
        ("deemed", "geacht"),
        ("dates", "data"),
        ("event", "feit"),
        ("list", "lijst"),
        ("overridden", "wijkt"),
        ("settled", "vast"),
    ],
};
