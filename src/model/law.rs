//! Everything that was loaded: vocabulary, jurisdictions, rulesets, rules, conditions.

use super::condition::{Graph, JudgementId, ParameterId};
use super::example::Example;
use super::jurisdiction::{JurisdictionId, Jurisdictions};
use super::period::Period;
use super::rule::{Citation, Rule, RuleId};
use super::ruleset::{InstrumentKind, Ruleset, RulesetId};
use super::term::{Term, TermId};
use super::text::Text;
use super::value::Value;
use super::vocabulary::Vocabulary;
use crate::source::Span;
use jiff::civil::Date;

/// All rules that were loaded together, resolved and immutable.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Law {
    /// The facts.
    pub vocabulary: Vocabulary,
    /// The territories.
    pub jurisdictions: Jurisdictions,
    /// The instruments, ordered by id, then edition.
    pub rulesets: Vec<Ruleset>,
    /// The rules: ruleset by ruleset, in the order of their texts.
    pub rules: Vec<Rule>,
    /// The conditions of all rules.
    pub graph: Graph,
    /// Named conditions: ruleset by ruleset, in the order of their texts.
    pub terms: Vec<Term>,
    /// Dated values.
    pub parameters: Vec<Parameter>,
    /// Open norms.
    pub judgements: Vec<Judgement>,
    /// Examples of all rulesets, in the order of their texts.
    pub examples: Vec<Example>,
}

/// A named value with its dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// The ruleset that declares it.
    pub ruleset: RulesetId,
    /// Values with the days on which each counts; no two overlap.
    pub values: Vec<(Value, Period)>,
    /// Where the law says so.
    pub citation: Option<Citation>,
    /// Where it is written.
    pub span: Span,
}

impl Parameter {
    /// The value on that day, if there is one.
    #[must_use]
    pub fn on(&self, day: Date) -> Option<&Value> {
        self.values.iter().find(|(_, period)| period.contains(day)).map(|(value, _)| value)
    }
}

/// An open norm of one rule, which a person judges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The rule whose norm it is.
    pub rule: RuleId,
    /// The open words.
    pub text: Text,
    /// Where it is written.
    pub span: Span,
}

impl Law {
    /// The rule of that id.
    #[must_use]
    pub fn rule(&self, id: RuleId) -> Option<&Rule> {
        self.rules.get(id.0 as usize)
    }

    /// The ruleset of that id.
    #[must_use]
    pub fn ruleset(&self, id: RulesetId) -> Option<&Ruleset> {
        self.rulesets.get(id.0 as usize)
    }

    /// The term of that id.
    #[must_use]
    pub fn term(&self, id: TermId) -> Option<&Term> {
        self.terms.get(id.0 as usize)
    }

    /// The parameter of that id.
    #[must_use]
    pub fn parameter(&self, id: ParameterId) -> Option<&Parameter> {
        self.parameters.get(id.0 as usize)
    }

    /// The open norm of that id.
    #[must_use]
    pub fn judgement(&self, id: JudgementId) -> Option<&Judgement> {
        self.judgements.get(id.0 as usize)
    }

    /// All rules with their ids.
    pub fn iter_rules(&self) -> impl Iterator<Item = (RuleId, &Rule)> {
        (0u32..).map(RuleId).zip(&self.rules)
    }

    /// All rulesets with their ids.
    pub fn iter_rulesets(&self) -> impl Iterator<Item = (RulesetId, &Ruleset)> {
        (0u32..).map(RulesetId).zip(&self.rulesets)
    }

    /// All terms with their ids.
    pub fn iter_terms(&self) -> impl Iterator<Item = (TermId, &Term)> {
        (0u32..).map(TermId).zip(&self.terms)
    }

    /// All parameters with their ids.
    pub fn iter_parameters(&self) -> impl Iterator<Item = (ParameterId, &Parameter)> {
        (0u32..).map(ParameterId).zip(&self.parameters)
    }

    /// Whether a ruleset binds in a territory by itself: it is law, and applies there or around it.
    #[must_use]
    pub fn binds_in(&self, ruleset: &Ruleset, territory: JurisdictionId) -> bool {
        let within = |&outer: &JurisdictionId| self.jurisdictions.is_within(territory, outer);
        ruleset.kind == InstrumentKind::Law && ruleset.applies_in.iter().any(within)
    }

    /// Finds a rule by its full id, `uk.psti.sch1.1`.
    #[must_use]
    pub fn find_rule(&self, id: &str) -> Option<(RuleId, &Rule)> {
        self.iter_rules().find(|(_, rule)| rule.id == id)
    }

    /// The rules of one ruleset, in the order of its text.
    pub fn rules_of(&self, ruleset: RulesetId) -> impl Iterator<Item = (RuleId, &Rule)> {
        self.iter_rules().filter(move |(_, rule)| rule.ruleset == ruleset)
    }
}
