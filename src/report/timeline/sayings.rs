//! What turns on a day, and what is headline news, said in English, French and Dutch.

use super::json::{MarketTimeline, TimelineReport};
use crate::analysis::turns::{Edge, TurnCause};
use crate::model::condition::ParameterId;
use crate::model::rule::{Clause, ClauseRole, Event, Modality, Rule};
use crate::model::text::Language;
use crate::report::lexicon::{said, told};
use crate::report::phrases::Phrases;
use crate::report::words::event as event_words;

/// What in a rule turned, in words.
pub(super) fn turned(phrases: Phrases<'_>, rule: &Rule, cause: TurnCause) -> String {
    let say = |words: [&str; 3]| said(words, phrases.language).to_owned();
    match cause {
        TurnCause::InForce(Edge::Begins) => {
            say(["comes into force", "entre en vigueur", "treedt in werking"])
        }
        TurnCause::InForce(Edge::Ended) => {
            say(["is no longer in force", "n’est plus en vigueur", "is niet meer van kracht"])
        }
        TurnCause::Trigger(edge) => trigger(rule, edge, phrases.language),
        TurnCause::Clause(clause, edge) => {
            dated_clause(rule, clause.and_then(|at| rule.clauses.get(at)), edge, phrases.language)
        }
        TurnCause::Parameter(id) => parameter(phrases, id),
        TurnCause::Compared(node) => {
            let condition = phrases.condition(node);
            said(
                [
                    format!("the day decides: {condition}"),
                    format!("le jour décide : {condition}"),
                    format!("de dag beslist: {condition}"),
                ],
                phrases.language,
            )
        }
    }
}

fn trigger(rule: &Rule, edge: Edge, language: Language) -> String {
    let event = rule.trigger.map_or(Event::Placing, |trigger| trigger.event);
    let event = event_words(event, language);
    match edge {
        Edge::Begins => said(
            [
                format!("{event} binds from this day on"),
                format!("{event} oblige à partir de ce jour"),
                format!("{event} bindt vanaf deze dag"),
            ],
            language,
        ),
        Edge::Ended => said(
            [
                format!("{event} no longer binds"),
                format!("{event} n’oblige plus"),
                format!("{event} bindt niet meer"),
            ],
            language,
        ),
    }
}

fn dated_clause(rule: &Rule, clause: Option<&Clause>, edge: Edge, language: Language) -> String {
    let Some(clause) = clause else {
        return said(
            [
                "a dated clause of a rule that this one rests on",
                "une clause datée d’une règle sur laquelle celle-ci repose",
                "een gedateerde bepaling van een regel waarop deze rust",
            ],
            language,
        )
        .to_owned();
    };
    let words = opening(rule, clause);
    let cited = clause.citation.as_ref().map(|own| format!(" ({})", own.pinpoint));
    let cited = cited.unwrap_or_default();
    match edge {
        Edge::Begins => said(
            [
                format!("`{words}` counts from this day on{cited}"),
                format!("`{words}` compte à partir de ce jour{cited}"),
                format!("`{words}` telt vanaf deze dag{cited}"),
            ],
            language,
        ),
        Edge::Ended => said(
            [
                format!("`{words}` no longer counts{cited}"),
                format!("`{words}` ne compte plus{cited}"),
                format!("`{words}` telt niet meer{cited}"),
            ],
            language,
        ),
    }
}

/// The words of the text that open a clause.
fn opening(rule: &Rule, clause: &Clause) -> &'static str {
    match (clause.role, rule.modality) {
        (ClauseRole::Applies, _) => "applies where",
        (ClauseRole::Except, _) => "except where",
        (ClauseRole::Filter, _) => "for every",
        (ClauseRole::Norm, Modality::Must) => "must",
        (ClauseRole::Norm, Modality::Should) => "should",
        (ClauseRole::Norm, Modality::May) => "may",
        (ClauseRole::Unless | ClauseRole::UnlessInstead, _) => "unless",
        (ClauseRole::Instead, _) => "instead",
        (ClauseRole::Deemed, _) => "deemed met where",
    }
}

fn parameter(phrases: Phrases<'_>, id: ParameterId) -> String {
    let name = phrases.law.parameter(id).map_or("", |own| own.name.as_str());
    said(
        [
            format!("`{name}` takes another value"),
            format!("`{name}` change de valeur"),
            format!("`{name}` krijgt een andere waarde"),
        ],
        phrases.language,
    )
}

/// The language that a report is told in.
pub(super) fn language(report: &TimelineReport) -> Language {
    Language::from_code(&report.language).unwrap_or_default()
}

/// What moves and what stays, to be read before a timeline.
pub(super) fn clocks(report: &TimelineReport) -> &'static str {
    let words = match report.clocks.as_str() {
        "placed-then" => [
            "On each day one unit is looked at that is placed on the market and checked on that day: what a new unit has to meet. Everything else stays as the manifest states it.",
            "Chaque jour, une unité est mise sur le marché et vérifiée ce jour-là : ce qu’une nouvelle unité doit respecter. Tout le reste est comme le manifeste l’indique.",
            "Op elke dag wordt één exemplaar bekeken dat die dag in de handel wordt gebracht en gecontroleerd: waaraan een nieuw exemplaar moet voldoen. Al het andere blijft zoals het manifest het opgeeft.",
        ],
        _ => [
            "The day of the check moves; units are placed when the manifest says. --placed-then shows what a unit placed on each day has to meet.",
            "Le jour de la vérification avance ; les unités sont mises sur le marché quand le manifeste le dit. --placed-then montre ce que doit respecter une unité mise sur le marché chaque jour.",
            "De dag van de controle schuift op; exemplaren worden in de handel gebracht wanneer het manifest dat opgeeft. --placed-then toont waaraan een exemplaar van elke dag moet voldoen.",
        ],
    };
    said(words, language(report))
}

/// The news about a market: until when it stays as it is today.
pub(super) fn headline(market: &MarketTimeline, language: Language) -> String {
    let turns = market.turns_on.as_ref().zip(market.turns_to.as_ref());
    let next = turns.map(|(day, outcome)| (day, told(outcome, language)));
    match (next, &market.lapses_on) {
        (None, _) => said(
            [
                "No date that the law or the manifest names changes that.",
                "Aucune date que nomment le droit ou le manifeste n’y change rien.",
                "Geen datum die het recht of het manifest noemt, verandert daar iets aan.",
            ],
            language,
        )
        .to_owned(),
        (Some((day, outcome)), Some(_)) => said(
            [
                format!("Compliant today; stops being so on {day}: {outcome}."),
                format!("Conforme aujourd’hui ; cesse de l’être le {day} : {outcome}."),
                format!("Vandaag conform; is dat niet meer vanaf {day}: {outcome}."),
            ],
            language,
        ),
        (Some((day, outcome)), None) => said(
            [
                format!("From {day}: {outcome}."),
                format!("À partir du {day} : {outcome}."),
                format!("Vanaf {day}: {outcome}."),
            ],
            language,
        ),
    }
}

/// `2026-09-11 to 2027-12-10`
pub(super) fn span(from: Option<&String>, until: Option<&String>, language: Language) -> String {
    match (from, until) {
        (Some(from), Some(until)) if from == until => from.clone(),
        (Some(from), Some(until)) => said(
            [
                format!("{from} to {until}"),
                format!("du {from} au {until}"),
                format!("{from} tot en met {until}"),
            ],
            language,
        ),
        (Some(from), None) => said(
            [format!("from {from} on"), format!("à partir du {from}"), format!("vanaf {from}")],
            language,
        ),
        (None, Some(until)) => said(
            [format!("until {until}"), format!("jusqu’au {until}"), format!("tot en met {until}")],
            language,
        ),
        (None, None) => {
            said(["on every day", "tous les jours", "op elke dag"], language).to_owned()
        }
    }
}
