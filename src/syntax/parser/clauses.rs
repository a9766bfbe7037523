//! Heads, and the sentences of rulesets and rules.

use super::Rule;
use super::reader::{Children, Reader, inner_rule};
use crate::source::Spanned;
use crate::syntax::ast::{
    Citation, Claim, Clause, Condition, Event, Guard, Head, Modality, Name, Norm, Period, Text,
};
use pest::iterators::Pair;

impl Reader {
    /// The sentence that opens a block.
    pub(super) fn head(&mut self, pair: Pair<'_, Rule>) -> Option<Head> {
        let rule = pair.as_rule();
        let mut children = Children::of(pair);
        let first = children.next()?;
        Some(match rule {
            Rule::ruleset_head => {
                Head::Ruleset { id: self.name(&first), edition: self.name(&children.next()?) }
            }
            Rule::vocabulary_head => {
                Head::Vocabulary { name: self.name(&first), edition: self.name(&children.next()?) }
            }
            Rule::jurisdictions_head => Head::Jurisdictions { edition: self.name(&first) },
            Rule::rule_head => Head::Rule(self.name(&first)),
            Rule::example_head => Head::Example(self.string(&first)),
            Rule::profile_head => Head::Profile(self.string(&first)),
            Rule::fact_head => Head::Fact(self.name(&first)),
            Rule::field_head => Head::Field(self.name(&first)),
            Rule::jurisdiction_head => Head::Jurisdiction(self.name(&first)),
            _ => return None,
        })
    }

    /// A sentence inside a block.
    pub(super) fn clause(&mut self, pair: Pair<'_, Rule>) -> Option<Clause> {
        let rule = pair.as_rule();
        let mut children = Children::of(pair);
        Some(match rule {
            Rule::title => Clause::Title(self.only_text(children)?),
            Rule::summary => Clause::Summary(self.only_text(children)?),
            Rule::instrument => Clause::Instrument(self.string(&children.next()?)),
            Rule::source => self.source(children)?,
            Rule::issued => self.issued(children)?,
            Rule::applies_in => Clause::AppliesIn(self.names(children)),
            Rule::in_force => Clause::InForce(self.dates(&mut children)),
            Rule::triggered_by => self.triggered_by(children)?,
            Rule::review_by => Clause::ReviewBy(self.date(&children.next()?)),
            Rule::addressed_to => Clause::AddressedTo(self.names(children)),
            Rule::penalty => Clause::Penalty(self.only_text(children)?),
            Rule::confidence => self.confidence(children)?,
            Rule::uses_vocabulary => self.uses_vocabulary(children)?,
            Rule::uses_ruleset => self.uses_ruleset(children)?,
            Rule::term => self.term(children)?,
            Rule::parameter => self.parameter(children)?,
            Rule::applies_where => Clause::Applies(self.only_guard(children)?),
            Rule::except => Clause::Except(self.only_guard(children)?),
            Rule::citing => Clause::Citing(self.citation(children.next()?)?),
            Rule::serves => Clause::Serves(self.names(children)),
            Rule::for_every => self.for_every(children)?,
            Rule::norm_sentence => Clause::Norm(self.norm(children.next()?)?),
            Rule::unless => self.unless(children)?,
            Rule::deemed_met => Clause::Deemed(self.only_guard(children)?),
            Rule::overrides => Clause::Overrides(self.name(&children.next()?)),
            Rule::subject_to => Clause::SubjectTo(self.name(&children.next()?)),
            Rule::claim => self.claim(children)?,
            Rule::evidence_text => Clause::Evidence(self.only_text(children)?),
            Rule::because => Clause::Because(self.only_text(children)?),
            Rule::remedy => Clause::Remedy(self.only_text(children)?),
            Rule::note => Clause::Note(self.only_text(children)?),
            Rule::allow => self.allow(children)?,
            _ => return self.clause_of_example(rule, children),
        })
    }

    /// `en "…" fr "…"`, where a sentence has nothing else.
    pub(super) fn only_text(&mut self, mut children: Children<'_>) -> Option<Text> {
        self.text(children.next_if(Rule::text)?)
    }

    /// `manufacturer, importer`
    pub(super) fn names(&self, children: Children<'_>) -> Vec<Name> {
        children.map(|child| self.name(&child)).collect()
    }

    fn source(&mut self, mut children: Children<'_>) -> Option<Clause> {
        let url = self.url(&children.next_if(Rule::url)?);
        let read = self.date(&children.next_if(Rule::date)?);
        Some(Clause::Source { url, read })
    }

    fn issued(&mut self, mut children: Children<'_>) -> Option<Clause> {
        let kind = self.name(&children.next_if(Rule::issued_kind)?);
        let by = self.string(&children.next_if(Rule::string)?);
        Some(Clause::Issued { kind, by })
    }

    fn triggered_by(&mut self, mut children: Children<'_>) -> Option<Clause> {
        let event = children.next_if(Rule::event)?;
        let kind = match inner_rule(&event)? {
            Rule::placing => Event::Placing,
            _ => Event::MakingAvailable,
        };
        let event = Spanned::new(kind, self.span(&event));
        Some(Clause::Triggered { event, period: self.period(children.next_if(Rule::period)?) })
    }

    fn confidence(&mut self, mut children: Children<'_>) -> Option<Clause> {
        let level = self.name(&children.next_if(Rule::confidence_level)?);
        let note = children.next_if(Rule::string).map(|note| self.string(&note));
        Some(Clause::Confidence { level, note })
    }

    fn uses_vocabulary(&mut self, mut children: Children<'_>) -> Option<Clause> {
        let name = self.name(&children.next_if(Rule::name)?);
        let edition = self.name(&children.next_if(Rule::edition)?);
        Some(Clause::UsesVocabulary { name, edition })
    }

    fn uses_ruleset(&mut self, mut children: Children<'_>) -> Option<Clause> {
        let id = self.name(&children.next_if(Rule::ruleset_id)?);
        let edition = self.name(&children.next_if(Rule::edition)?);
        let alias = self.name(&children.next_if(Rule::name)?);
        Some(Clause::UsesRuleset { id, edition, alias })
    }

    fn term(&mut self, mut children: Children<'_>) -> Option<Clause> {
        let name = self.name(&children.next_if(Rule::name)?);
        let condition = self.next_condition(&mut children)?;
        Some(Clause::Term { name, condition })
    }

    fn parameter(&mut self, mut children: Children<'_>) -> Option<Clause> {
        let name = self.name(&children.next_if(Rule::name)?);
        let mut values = Vec::new();
        while let Some(value) = children.next_if(Rule::dated_value) {
            let mut parts = Children::of(value);
            let literal = self.literal(parts.next()?)?;
            values.push((literal, self.period(parts.next_if(Rule::period)?)));
        }
        let citation = self.source_of_law(&mut children);
        Some(Clause::Parameter { name, values, citation })
    }

    /// `, citing "…"`
    fn source_of_law(&mut self, children: &mut Children<'_>) -> Option<Citation> {
        let citation = children.next_if(Rule::citation)?;
        self.citation(citation)
    }

    fn only_guard(&mut self, mut children: Children<'_>) -> Option<Guard> {
        let guard = children.next()?;
        self.guard(guard)
    }

    /// `from D where C, citing "…"`, or `C, citing "…"`
    fn guard(&mut self, pair: Pair<'_, Rule>) -> Option<Guard> {
        let mut children = Children::of(pair);
        let period = match children.next_if(Rule::period) {
            Some(period) => self.period(period),
            None => Period::default(),
        };
        let condition = self.next_condition(&mut children)?;
        let citation = self.source_of_law(&mut children);
        Some(Guard { period, condition, citation })
    }

    fn next_condition(&mut self, children: &mut Children<'_>) -> Option<Spanned<Condition>> {
        let condition = children.next_if(Rule::condition)?;
        self.condition(condition, 0)
    }

    fn for_every(&mut self, mut children: Children<'_>) -> Option<Clause> {
        let variable = self.name(&children.next_if(Rule::name)?);
        let list = self.name(&children.next_if(Rule::path)?);
        let filter = match children.next_if(Rule::filter) {
            Some(filter) => Some(self.filter(filter, 0)?),
            None => None,
        };
        Some(Clause::ForEvery { variable, list, filter })
    }

    /// `must not C`
    fn norm(&mut self, pair: Pair<'_, Rule>) -> Option<Norm> {
        let mut children = Children::of(pair);
        let modality = children.next_if(Rule::modality)?;
        let kind = match inner_rule(&modality)? {
            Rule::k_must => Modality::Must,
            Rule::k_should => Modality::Should,
            _ => Modality::May,
        };
        let modality = Spanned::new(kind, self.span(&modality));
        let negated = children.next_if(Rule::prohibition).is_some();
        let condition = self.next_condition(&mut children)?;
        Some(Norm { modality, negated, condition })
    }

    fn unless(&mut self, mut children: Children<'_>) -> Option<Clause> {
        let guard = children.next()?;
        let guard = self.guard(guard)?;
        let instead = match children.next_if(Rule::norm) {
            Some(norm) => Some(self.norm(norm)?),
            None => None,
        };
        Some(Clause::Unless { guard, instead })
    }

    fn allow(&mut self, mut children: Children<'_>) -> Option<Clause> {
        let fault = self.name(&children.next_if(Rule::name)?);
        let reason = self.string(&children.next_if(Rule::string)?);
        Some(Clause::Allow { fault, reason })
    }

    fn claim(&mut self, mut children: Children<'_>) -> Option<Clause> {
        let word = children.next_if(Rule::claim_word)?;
        let claim = match inner_rule(&word)? {
            Rule::k_adopts => Claim::Adopts,
            Rule::k_tightens => Claim::Tightens,
            Rule::k_relaxes => Claim::Relaxes,
            _ => Claim::Replaces,
        };
        let claim = Spanned::new(claim, self.span(&word));
        let rule = self.rule_reference(children.next_if(Rule::rule_reference)?)?;
        Some(Clause::Claim { claim, rule })
    }
}
