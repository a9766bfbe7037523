//! One rule, sentence by sentence: when, for which products, who must what, and what else it says.

use super::json::Sentence;
use super::speech::spaced;
use super::{Mood, Reader, Setting, Told};
use crate::model::rule::{Claim, Clause, ClauseRole, Event, Rule, RuleId, Trigger};
use crate::model::ruleset::RulesetId;
use crate::report::confidence::confidence;

/// Subject, verb and the rest, in English, French and Dutch.
type Lead = [[&'static str; 3]; 3];

const APPLIES_ONLY: Lead = [
    ["the rule", "applies", "only"],
    ["la règle", "ne s’applique", "que"],
    ["de regel", "geldt", "alleen"],
];
const APPLIES_NOT: Lead = [
    ["the rule", "does not", "apply"],
    ["la règle", "ne s’applique", "pas"],
    ["de regel", "geldt", "niet"],
];
const ALL_APPLY_ONLY: Lead = [
    ["the rules", "apply", "only"],
    ["les règles", "ne s’appliquent", "que"],
    ["de regels", "gelden", "alleen"],
];
const ALL_APPLY_NOT: Lead = [
    ["the rules", "do not", "apply"],
    ["les règles", "ne s’appliquent", "pas"],
    ["de regels", "gelden", "niet"],
];

impl Reader<'_> {
    /// The sentences of a rule. Scope that its ruleset declares for all of its rules is told only
    /// where `tells_scope` asks for it.
    pub(super) fn rule(&self, id: RuleId, rule: &Rule, tells_scope: bool) -> Vec<Sentence> {
        let at = Setting { mood: Mood::Main, terms: &[], ruleset: rule.ruleset, is_inside: false };
        let mut told = self.time(rule);
        let own = |clause: &&Clause| tells_scope || !self.is_of_header(rule.ruleset, clause);
        told.extend(self.scope(false, rule.clauses.iter().filter(own), at));
        let norm = rule.clauses.iter().find(|clause| clause.role == ClauseRole::Norm);
        if let Some(norm) = norm {
            let terms = self.terms(norm);
            told.extend(self.duty(rule, norm, Setting { terms: &terms, ..at }));
        }
        told.extend(self.routes(rule, at));
        told.extend(self.order(id, rule));
        told.extend(self.remarks(rule));
        told
    }

    /// Whether a clause stands in the header, before all rules.
    pub(super) fn is_of_header(&self, ruleset: RulesetId, clause: &Clause) -> bool {
        let first = self.law.rules_of(ruleset).next();
        first.is_some_and(|(_, first)| clause.span.start < first.span.start)
    }

    /// When the rule is in force, and which event binds a product.
    fn time(&self, rule: &Rule) -> Vec<Sentence> {
        let in_force = self.days(&rule.in_force).map(|days| {
            let lead =
                ["the rule is in force", "la règle est en vigueur", "de regel is van kracht"];
            self.sentence("time", Told::line(spaced(&[self.say(lead), &days])))
        });
        let trigger = rule
            .trigger
            .as_ref()
            .map(|trigger| self.sentence("trigger", Told::line(self.trigger(trigger))));
        in_force.into_iter().chain(trigger).collect()
    }

    fn trigger(&self, trigger: &Trigger) -> String {
        let days = self.days(&trigger.period).unwrap_or_default();
        let [english, french, dutch] = match trigger.event {
            Event::Placing => [
                "the rule binds units placed on the market",
                "la règle lie les exemplaires mis sur le marché",
                "in de handel worden gebracht",
            ],
            Event::MakingAvailable => [
                "the rule binds units made available on the market",
                "la règle lie les exemplaires mis à disposition sur le marché",
                "op de markt worden aangeboden",
            ],
        };
        self.say([
            spaced(&[english, &days]),
            spaced(&[french, &days]),
            spaced(&["de regel bindt exemplaren die", &days, dutch]),
        ])
    }

    /// `applies where` and `except where`, of the rule or of all rules.
    pub(super) fn scope<'c>(
        &self,
        is_of_all: bool,
        clauses: impl Iterator<Item = &'c Clause>,
        at: Setting<'_>,
    ) -> Vec<Sentence> {
        let told = clauses.filter_map(|clause| {
            let (kind, words) = match (clause.role, is_of_all) {
                (ClauseRole::Applies, false) => ("scope", APPLIES_ONLY),
                (ClauseRole::Applies, true) => ("scope", ALL_APPLY_ONLY),
                (ClauseRole::Except, false) => ("exception", APPLIES_NOT),
                (ClauseRole::Except, true) => ("exception", ALL_APPLY_NOT),
                _ => return None,
            };
            let terms = self.terms(clause);
            let at = Setting { terms: &terms, ..at };
            Some(self.dated(kind, self.say(words), clause, at))
        });
        told.collect()
    }

    /// Which rules it lifts, which lift it, and what it claims of others.
    fn order(&self, id: RuleId, rule: &Rule) -> Vec<Sentence> {
        let name = |other| self.rule_name(other, rule.ruleset);
        let line = |kind, words: [String; 3]| self.sentence(kind, Told::line(self.say(words)));
        let lifts = rule.overrides.iter().map(|&other| {
            let other = name(other);
            line(
                "overrides",
                [
                    format!("where its own duty stands, the rule lifts {other}"),
                    format!("là où sa propre obligation vaut, la règle écarte {other}"),
                    format!("waar de eigen plicht geldt, gaat de regel voor op {other}"),
                ],
            )
        });
        let above = self.law.rules_of(rule.ruleset);
        let lifted = above.filter(|(_, other)| other.overrides.contains(&id)).map(|(above, _)| {
            let other = name(above);
            line(
                "gives_way",
                [
                    format!("the rule gives way where the duty of {other} stands"),
                    format!("la règle cède là où vaut l’obligation prévue par {other}"),
                    format!("de regel wijkt waar de plicht van {other} geldt"),
                ],
            )
        });
        let claims = rule.claims.iter().map(|claimed| {
            let other = name(claimed.of);
            line("claim", claim_words(claimed.claim).map(|lead| format!("{lead} {other}")))
        });
        lifts.chain(lifted).chain(claims).collect()
    }

    /// What it says beside its conditions.
    fn remarks(&self, rule: &Rule) -> Vec<Sentence> {
        let texts = [
            ("because", ["Why", "Pourquoi", "Waarom"], &rule.because),
            ("evidence", ["Evidence", "Preuve", "Bewijs"], &rule.evidence),
            ("remedy", ["Remedy", "Remède", "Herstel"], &rule.remedy),
            ("penalty", ["Penalty", "Sanction", "Sanctie"], &rule.penalty),
            ("note", ["Note", "Remarque", "Opmerking"], &rule.note),
        ];
        let texts = texts.into_iter().filter_map(|(kind, label, text)| {
            Some(self.labelled(kind, label, text.as_ref()?.get(self.language)))
        });
        self.goals(rule).into_iter().chain(texts).chain(self.origin(rule)).collect()
    }

    fn goals(&self, rule: &Rule) -> Option<Sentence> {
        let title = |goal: &String| {
            let known = self.law.vocabulary.goals.get(goal);
            known.map_or(goal.clone(), |title| title.get(self.language).to_owned())
        };
        let goals: Vec<String> = rule.goals.iter().map(title).collect();
        let label = ["Goals", "Buts", "Doelen"];
        (!goals.is_empty()).then(|| self.labelled("goals", label, &goals.join(", ")))
    }

    /// Where the law says so, and how that was read.
    fn origin(&self, rule: &Rule) -> Vec<Sentence> {
        let instrument = self.law.ruleset(rule.ruleset).and_then(|set| set.instrument.as_deref());
        let cited = match instrument {
            Some(instrument) => format!("{}, {instrument}", rule.citation.pinpoint),
            None => rule.citation.pinpoint.clone(),
        };
        let cited = match &rule.citation.url {
            Some(url) => format!("{cited} <{url}>"),
            None => cited,
        };
        let read = confidence(&rule.confidence, self.language);
        vec![
            self.labelled("citation", ["Source", "Source", "Bron"], &cited),
            self.labelled("confidence", ["How it was read", "Lecture", "Hoe gelezen"], &read),
        ]
    }

    /// `Remedy: …`, with a full stop where the text has no mark of its own.
    pub(super) fn labelled(&self, kind: &str, label: [&str; 3], text: &str) -> Sentence {
        let end = if text.ends_with(['.', '!', '?', '…']) { "" } else { "." };
        let text = format!("{}{} {text}{end}", self.say(label), self.colon());
        Sentence { kind: kind.to_owned(), label: None, text, children: Vec::new() }
    }
}

fn claim_words(claim: Claim) -> [&'static str; 3] {
    match claim {
        Claim::Adopts => [
            "the rule claims to ask the same as",
            "la règle prétend demander la même chose que",
            "de regel stelt hetzelfde te vragen als",
        ],
        Claim::Tightens => [
            "the rule claims to be stricter than",
            "la règle prétend être plus stricte que",
            "de regel stelt strenger te zijn dan",
        ],
        Claim::Relaxes => [
            "the rule claims to be looser than",
            "la règle prétend être moins stricte que",
            "de regel stelt soepeler te zijn dan",
        ],
        Claim::Replaces => [
            "the rule claims to take the place of",
            "la règle prétend remplacer",
            "de regel stelt in de plaats te komen van",
        ],
    }
}
