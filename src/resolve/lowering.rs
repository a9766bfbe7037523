//! What lowering conditions needs at hand: names in reach, and nodes already made.

use super::basics::{lower_citation, lower_period};
use super::error::ResolveError;
use super::literals::{Wanted, lower_literal, natural_type};
use super::report::Faults;
use super::rulesets::Entry;
use crate::model::condition::{Binder, Clock, Graph, NodeId, ParameterId};
use crate::model::effort::Efforts;
use crate::model::jurisdiction::Jurisdictions;
use crate::model::law::{Judgement, Parameter};
use crate::model::period::Period;
use crate::model::rule::{self, Meaning, Rule, RuleId};
use crate::model::ruleset::RulesetId;
use crate::model::term::{Named, Term, TermId};
use crate::model::value::Value;
use crate::model::vocabulary::{FactId, Type, Vocabulary};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{self, Clause, Literal, Name, RuleReference};
use indexmap::{IndexMap, IndexSet};
use jiff::ToSpan;
use std::collections::BTreeMap;

/// Everything that grows while conditions are lowered.
pub(super) struct Lowering<'a> {
    pub(super) faults: &'a mut Faults,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) jurisdictions: &'a Jurisdictions,
    pub(super) entries: &'a [Entry<'a>],
    pub(super) graph: Graph,
    pub(super) parameters: Vec<Parameter>,
    pub(super) judgements: Vec<Judgement>,
    /// Terms that are done.
    pub(super) named_terms: BTreeMap<TermId, Term>,
    /// What the texts read since [`Lowering::take_names`] named.
    pub(super) names: IndexSet<Named>,
    /// Rules that are done, by their ids.
    pub(super) rules: Vec<Option<Rule>>,
    /// What conditions take to walk, as far as that was asked.
    pub(super) efforts: Efforts,
    /// Steps of all rules so far.
    pub(super) steps: u64,
    /// Facts stated by all examples so far.
    pub(super) stated: usize,
    /// What the headers of rulesets say for all of their rules, by clock.
    pub(super) headers: IndexMap<(usize, Clock), Header>,
    parameter_index: IndexMap<(usize, String), (ParameterId, Type)>,
    terms: IndexMap<(usize, String, Clock), Option<NodeId>>,
}

/// The scope that a header gives to rules, lowered.
#[derive(Clone)]
pub(super) struct Header {
    pub(super) clauses: Vec<rule::Clause>,
    pub(super) scope: Vec<NodeId>,
}

/// Where a condition stands: what its words can mean.
#[derive(Clone, Copy)]
pub(super) struct Place<'c> {
    /// Position of its ruleset.
    pub(super) ruleset: usize,
    /// Its rule; none in a term.
    pub(super) rule: Option<RuleId>,
    /// The item of `for every`.
    pub(super) item: Option<Item<'c>>,
    /// The item of the quantifier around it.
    pub(super) inner: Option<Item<'c>>,
    /// The day that gives parameters their value.
    pub(super) clock: Clock,
}

/// An item of a list, by the name that it goes by.
#[derive(Clone, Copy)]
pub(super) struct Item<'c> {
    pub(super) name: &'c str,
    /// Its list; none after a fault of the list was recorded.
    pub(super) list: Option<FactId>,
}

impl Place<'_> {
    /// The item that goes by that name here, with its list.
    pub(super) fn binder_of(&self, name: &str) -> Option<(Binder, Option<FactId>)> {
        let bound = [(Binder::Quantifier, self.inner), (Binder::Rule, self.item)];
        bound.into_iter().find_map(|(binder, item)| {
            item.filter(|item| item.name == name).map(|item| (binder, item.list))
        })
    }
}

impl<'a> Lowering<'a> {
    pub(super) fn new(
        faults: &'a mut Faults,
        vocabulary: &'a Vocabulary,
        jurisdictions: &'a Jurisdictions,
        entries: &'a [Entry<'a>],
    ) -> Self {
        let count = entries.iter().map(|entry| entry.rules.len()).sum();
        let mut lowering = Lowering {
            faults,
            vocabulary,
            jurisdictions,
            entries,
            graph: Graph::default(),
            parameters: Vec::new(),
            judgements: Vec::new(),
            named_terms: BTreeMap::new(),
            names: IndexSet::new(),
            rules: std::iter::repeat_with(|| None).take(count).collect(),
            efforts: Efforts::default(),
            steps: 0,
            stated: 0,
            headers: IndexMap::new(),
            parameter_index: IndexMap::new(),
            terms: IndexMap::new(),
        };
        for (index, entry) in entries.iter().enumerate() {
            lowering.lower_parameters(index, entry);
        }
        lowering
    }

    /// The parameter of that name in a ruleset.
    pub(super) fn parameter(&self, ruleset: usize, name: &str) -> Option<(ParameterId, Type)> {
        self.parameter_index.get(&(ruleset, name.to_owned())).cloned()
    }

    /// The node of a term: nothing if there is no such term, `Some(None)` if it is faulty.
    pub(super) fn term(&self, place: &Place<'_>, name: &str) -> Option<Option<NodeId>> {
        self.terms.get(&(place.ruleset, name.to_owned(), place.clock)).copied()
    }

    /// Lowers a term once for each clock, so that its parameters follow the rule that uses it.
    pub(super) fn lower_term(&mut self, ruleset: usize, name: &str) {
        let entries = self.entries;
        let Some(term) = entries.get(ruleset).and_then(|entry| entry.terms.get(name)) else {
            return;
        };
        for clock in [Clock::Check, Clock::Placing, Clock::Supply] {
            let place = Place { ruleset, rule: None, item: None, inner: None, clock };
            let node = self.lower_condition(&place, term.condition);
            let node = node.filter(|&node| self.check_condition(name, node, term.span).is_some());
            self.keep_term(place, name, term.span, node);
            self.terms.insert((ruleset, name.to_owned(), clock), node);
        }
    }

    /// Makes a term known as faulty, so that its uses are not reported again.
    pub(super) fn poison_term(&mut self, ruleset: usize, name: &str) {
        for clock in [Clock::Check, Clock::Placing, Clock::Supply] {
            self.terms.insert((ruleset, name.to_owned(), clock), None);
        }
    }

    /// The meaning of a rule that is done.
    pub(super) fn meaning(&self, rule: RuleId) -> Option<Meaning> {
        self.rules.get(rule.0 as usize)?.as_ref().map(|rule| rule.meaning)
    }

    /// The rule that a reference names.
    pub(super) fn find_rule(
        &mut self,
        ruleset: usize,
        reference: &RuleReference,
    ) -> Option<RuleId> {
        let target = match &reference.alias {
            None => ruleset,
            Some(alias) if alias.node == "this" => ruleset,
            Some(alias) => self.find_alias(ruleset, alias)?.0 as usize,
        };
        let entries = self.entries;
        let entry = entries.get(target)?;
        match entry.rules.get(&reference.rule.node) {
            Some(rule) => Some(rule.id),
            None => {
                let known = entry.rules.keys().map(String::as_str);
                let otherwise = format!("`comity rules {}` lists its rules", entry.ruleset.id);
                self.faults.unknown("rule", &reference.rule, known, &otherwise)
            }
        }
    }

    fn find_alias(&mut self, ruleset: usize, alias: &Name) -> Option<RulesetId> {
        let entry = self.entries.get(ruleset)?;
        if let Some((target, _)) = entry.aliases.get(&alias.node) {
            return Some(*target);
        }
        let declared = |clause: &Spanned<Clause>| matches!(&clause.node, Clause::UsesRuleset { alias: own, .. } if own.node == alias.node);
        if entry.header.clauses.iter().any(declared) {
            // Its own fault was reported where it is declared.
            return None;
        }
        let known = entry.aliases.keys().map(String::as_str);
        self.faults.unknown("alias", alias, known, "name it first: `uses ruleset … edition … as …`")
    }

    fn lower_parameters(&mut self, index: usize, entry: &Entry<'a>) {
        for clause in &entry.header.clauses {
            let Clause::Parameter { name, values, citation } = &clause.node else { continue };
            if let Some((id, _)) = self.parameter(index, &name.node) {
                let first = self.parameters.get(id.0 as usize).map(|parameter| parameter.span);
                self.faults.twice::<()>("parameter", name, first);
                continue;
            }
            let Some((first, _)) = values.first() else { continue };
            let kind = natural_type(&first.node);
            let parameter = Parameter {
                name: name.node.clone(),
                ruleset: RulesetId(u32::try_from(index).unwrap_or(u32::MAX)),
                values: self.lower_dated_values(name, &kind, values),
                citation: citation.as_ref().map(lower_citation),
                span: name.span,
            };
            let id = ParameterId(u32::try_from(self.parameters.len()).unwrap_or(u32::MAX));
            self.parameters.push(parameter);
            self.parameter_index.insert((index, name.node.clone()), (id, kind));
        }
    }

    fn lower_dated_values(
        &mut self,
        name: &Name,
        kind: &Type,
        values: &[(Spanned<Literal>, ast::Period)],
    ) -> Vec<(Value, Period)> {
        let wanted = Wanted { kind, path: &name.node, jurisdictions: self.jurisdictions };
        let mut lowered: Vec<(Value, Period, Span)> = Vec::new();
        for (literal, period) in values {
            let period = lower_period(self.faults, period);
            let Some(value) = lower_literal(self.faults, wanted, literal) else { continue };
            if let Some(last) = lowered.last_mut()
                && !close_before(&mut last.1, period)
            {
                let fault =
                    ResolveError::OverlappingValues { name: name.node.clone(), span: literal.span };
                self.faults.report::<()>(fault);
            }
            lowered.push((value, period, literal.span));
        }
        lowered.into_iter().map(|(value, period, _)| (value, period)).collect()
    }
}

/// Ends an open period the day before the next one starts. False if the two overlap.
fn close_before(earlier: &mut Period, later: Period) -> bool {
    let Some(start) = later.from else { return false };
    if earlier.until.is_none() {
        earlier.until = start.checked_sub(1.day()).ok();
    }
    earlier.until.is_some_and(|end| end < start) && earlier.from.is_none_or(|from| from < start)
}
