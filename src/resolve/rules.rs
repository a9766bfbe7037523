//! Lowers rules: what each asks, and the conditions that decide its verdict.

use super::basics::{
    lower_allowance, lower_citation, lower_names, lower_period, lower_text, lower_word,
};
use super::error::ResolveError;
use super::lowering::{Lowering, Place};
use super::report::Faults;
use super::rulesets::Entry;
use crate::model::condition::Clock;
use crate::model::drafting::Allowance;
use crate::model::period::Period;
use crate::model::rule::{Citation, Claim, Claimed, Event, Modality, Rule, RuleId, Trigger};
use crate::model::ruleset::{Confidence, ConfidenceLevel, RulesetId};
use crate::model::text::Text;
use crate::syntax::ast::{self, Block, Clause};
use indexmap::IndexMap;

const CONFIDENCE: [(&str, ConfidenceLevel); 4] = [
    ("read", ConfidenceLevel::Read),
    ("seen", ConfidenceLevel::Seen),
    ("secondary", ConfidenceLevel::Secondary),
    ("unverified", ConfidenceLevel::Unverified),
];

/// What a rule says beside its conditions, the header's defaults included.
struct Facts {
    title: Text,
    summary: Option<Text>,
    citation: Option<Citation>,
    addressees: Vec<String>,
    goals: Vec<String>,
    in_force: Period,
    trigger: Option<Trigger>,
    penalty: Option<Text>,
    evidence: Option<Text>,
    because: Option<Text>,
    remedy: Option<Text>,
    note: Option<Text>,
    confidence: Confidence,
    allows: Vec<Allowance>,
}

/// One of the indexes of the order among the rules of a file.
type Index<'a> = for<'e> fn(&'e Entry<'a>) -> &'e IndexMap<&'a str, Vec<&'a str>>;

impl<'a> Lowering<'a> {
    /// Lowers one rule and stores it under its id.
    pub(super) fn lower_rule(&mut self, ruleset: usize, number: &str) {
        let entries = self.entries;
        let Some(entry) = entries.get(ruleset) else { return };
        let Some(rule) = entry.rules.get(number) else { return };
        let facts = self.lower_facts(entry, number, rule.block);
        let clock = clock_of(facts.trigger);
        let place = Place { ruleset, rule: Some(rule.id), item: None, inner: None, clock };
        let lowered =
            self.lower_meaning(&place, entry.header, rule.block, &facts.in_force, facts.trigger);
        let claims = self.lower_claims(ruleset, rule.block);
        let overrides = self.lower_overrides(ruleset, number, rule.block);
        let Some((modality, meaning, clauses)) = lowered else { return };
        if self.check_rule(number, meaning, &clauses, rule.block.head.span).is_none() {
            return;
        }
        let lowered = Rule {
            id: format!("{}.{number}", entry.ruleset.id),
            number: number.to_owned(),
            ruleset: RulesetId(u32::try_from(ruleset).unwrap_or(u32::MAX)),
            title: facts.title,
            summary: facts.summary,
            citation: facts.citation.unwrap_or(Citation { pinpoint: String::new(), url: None }),
            addressees: facts.addressees,
            goals: facts.goals,
            modality,
            in_force: facts.in_force,
            trigger: facts.trigger,
            clauses,
            penalty: facts.penalty,
            evidence: facts.evidence,
            because: facts.because,
            remedy: facts.remedy,
            note: facts.note,
            confidence: facts.confidence,
            allows: facts.allows,
            claims,
            overrides,
            meaning,
            span: rule.block.head.span,
        };
        if let Some(slot) = self.rules.get_mut(rule.id.0 as usize) {
            *slot = Some(lowered);
        }
    }

    fn lower_facts(&mut self, entry: &Entry<'_>, number: &str, block: &Block) -> Facts {
        let mut facts = blank(entry);
        for clause in &entry.header.clauses {
            self.lower_shared(&mut facts, &clause.node);
        }
        for clause in &block.clauses {
            self.lower_shared(&mut facts, &clause.node);
            self.lower_own(&mut facts, &clause.node);
        }
        self.require_facts(&facts, number, entry.header, block);
        facts
    }

    /// Sentences that the header can say for all rules.
    fn lower_shared(&mut self, facts: &mut Facts, clause: &Clause) {
        match clause {
            Clause::AddressedTo(roles) => {
                facts.addressees = lower_names(self.faults, "role", roles, &self.vocabulary.roles);
            }
            Clause::InForce(period) => facts.in_force = lower_period(self.faults, period),
            Clause::Triggered { event, period } => {
                let period = lower_period(self.faults, period);
                facts.trigger = Some(Trigger { event: lower_event(event.node), period });
            }
            Clause::Penalty(text) => facts.penalty = Some(lower_text(self.faults, text)),
            Clause::Confidence { level, note } => {
                let level = lower_word(self.faults, "confidence", level, &CONFIDENCE);
                facts.confidence = Confidence {
                    level: level.unwrap_or(ConfidenceLevel::Unverified),
                    note: note.as_ref().map(|note| note.node.clone()),
                };
            }
            _ => {}
        }
    }

    /// Sentences that only a rule can say for itself.
    fn lower_own(&mut self, facts: &mut Facts, clause: &Clause) {
        let faults: &mut Faults = self.faults;
        match clause {
            Clause::Title(text) => facts.title = lower_text(faults, text),
            Clause::Summary(text) => facts.summary = Some(lower_text(faults, text)),
            Clause::Citing(citation) => facts.citation = Some(lower_citation(citation)),
            Clause::Serves(goals) => {
                facts.goals = lower_names(faults, "goal", goals, &self.vocabulary.goals);
            }
            Clause::Evidence(text) => facts.evidence = Some(lower_text(faults, text)),
            Clause::Because(text) => facts.because = Some(lower_text(faults, text)),
            Clause::Remedy(text) => facts.remedy = Some(lower_text(faults, text)),
            Clause::Note(text) => facts.note = Some(lower_text(faults, text)),
            Clause::Allow { fault, reason } => {
                facts.allows.extend(lower_allowance(faults, fault, reason));
            }
            _ => {}
        }
    }

    fn require_facts(&mut self, facts: &Facts, number: &str, header: &Block, block: &Block) {
        let (what, span) = (format!("rule `{number}`"), block.head.span);
        if !block.says(|clause| matches!(clause, Clause::Title(_))) {
            let help = "name it for people: `title en \"…\".`";
            self.faults.missing::<()>(&what, "title", help, span);
        }
        if facts.citation.is_none() {
            let help = "say which clause of the instrument it is: `citing \"Article 1\".`";
            self.faults.missing::<()>(&what, "citing", help, span);
        }
        let says = |block: &Block| block.says(|clause| matches!(clause, Clause::AddressedTo(_)));
        if !says(header) && !says(block) {
            let help = "say whom it binds: `addressed to manufacturer.`";
            self.faults.missing::<()>(&what, "addressed to", help, span);
        }
    }

    fn lower_claims(&mut self, ruleset: usize, block: &Block) -> Vec<Claimed> {
        let mut claims = Vec::new();
        for clause in &block.clauses {
            if let Clause::Claim { claim, rule } = &clause.node
                && let Some(of) = self.find_rule(ruleset, rule)
            {
                claims.push(Claimed { claim: lower_claim(claim.node), of, span: clause.span });
            }
        }
        claims
    }

    /// Rules that this one lifts, whichever of the two says so.
    fn lower_overrides(&mut self, ruleset: usize, number: &str, block: &Block) -> Vec<RuleId> {
        let mut lifted = Vec::new();
        for clause in &block.clauses {
            if let Clause::Overrides(other) = &clause.node {
                let reference = ast::RuleReference { alias: None, rule: other.clone() };
                lifted.extend(self.find_rule(ruleset, &reference));
            }
        }
        lifted.extend(self.siblings(ruleset, number, |entry| &entry.subject));
        lifted.sort();
        lifted.dedup();
        lifted
    }

    /// Rules that lift this one, whichever of the two says so; each is done before.
    pub(super) fn overriding(
        &mut self,
        ruleset: usize,
        number: &str,
        block: &Block,
    ) -> Vec<RuleId> {
        let mut found = Vec::new();
        for clause in &block.clauses {
            if let Clause::SubjectTo(other) = &clause.node {
                let reference = ast::RuleReference { alias: None, rule: other.clone() };
                found.extend(self.find_rule(ruleset, &reference));
            }
        }
        found.extend(self.siblings(ruleset, number, |entry| &entry.overriding));
        found.sort();
        found.dedup();
        found
    }

    /// The rules of a ruleset that name a rule in one of its indexes.
    fn siblings(&self, ruleset: usize, number: &str, index: Index<'a>) -> Vec<RuleId> {
        let Some(entry) = self.entries.get(ruleset) else { return Vec::new() };
        let numbers = index(entry).get(number).into_iter().flatten();
        numbers.filter_map(|number| entry.rules.get(*number)).map(|rule| rule.id).collect()
    }

    /// Reports an `instead` that binds otherwise than its rule.
    pub(super) fn check_instead(&mut self, modality: Modality, instead: &ast::Norm) {
        if lower_modality(instead.modality.node) != modality {
            self.faults.report::<()>(ResolveError::InsteadModality { span: instead.modality.span });
        }
    }
}

fn blank(entry: &Entry<'_>) -> Facts {
    Facts {
        title: Text::default(),
        summary: None,
        citation: None,
        addressees: Vec::new(),
        goals: Vec::new(),
        in_force: entry.ruleset.in_force,
        trigger: None,
        penalty: None,
        evidence: None,
        because: None,
        remedy: None,
        note: None,
        confidence: Confidence { level: ConfidenceLevel::Unverified, note: None },
        allows: Vec::new(),
    }
}

fn clock_of(trigger: Option<Trigger>) -> Clock {
    match trigger.map(|trigger| trigger.event) {
        None => Clock::Check,
        Some(Event::Placing) => Clock::Placing,
        Some(Event::MakingAvailable) => Clock::Supply,
    }
}

fn lower_event(event: ast::Event) -> Event {
    match event {
        ast::Event::Placing => Event::Placing,
        ast::Event::MakingAvailable => Event::MakingAvailable,
    }
}

fn lower_claim(claim: ast::Claim) -> Claim {
    match claim {
        ast::Claim::Adopts => Claim::Adopts,
        ast::Claim::Tightens => Claim::Tightens,
        ast::Claim::Relaxes => Claim::Relaxes,
        ast::Claim::Replaces => Claim::Replaces,
    }
}

/// How strongly a norm binds.
pub(super) fn lower_modality(modality: ast::Modality) -> Modality {
    match modality {
        ast::Modality::Must => Modality::Must,
        ast::Modality::Should => Modality::Should,
        ast::Modality::May => Modality::May,
    }
}
