//! The words of a reading, each explained once: terms, parameters, and the questions behind facts.

use super::json::Sentence;
use super::names::plain;
use super::{Mood, Reader, Setting, Told};
use crate::model::condition::{Node, NodeId, Operand, ParameterId};
use crate::model::law::Parameter;
use crate::model::rule::Clause;
use crate::model::ruleset::RulesetId;
use crate::model::term::{Named, TermId};
use crate::model::vocabulary::{Fact, FactId, FieldId};
use indexmap::IndexSet;

/// What conditions speak of, in the order in which they do.
#[derive(Debug, Default)]
pub(super) struct Used {
    terms: IndexSet<TermId>,
    parameters: IndexSet<ParameterId>,
    facts: IndexSet<Asked>,
}

/// A fact or a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Asked {
    Fact(FactId),
    Field(FieldId),
}

/// The terms among what a text names.
pub(super) fn terms_of(names: &[Named]) -> Vec<TermId> {
    let term = |named: &Named| match named {
        Named::Term(id) => Some(*id),
        _ => None,
    };
    names.iter().filter_map(term).collect()
}

impl Reader<'_> {
    /// Takes up what clauses speak of, and what their terms rest on.
    pub(super) fn use_clauses<'c>(
        &self,
        used: &mut Used,
        list: Option<FactId>,
        clauses: impl Iterator<Item = &'c Clause>,
    ) {
        used.facts.extend(list.map(Asked::Fact));
        for clause in clauses {
            self.use_condition(used, clause.condition, &terms_of(&clause.names));
        }
        let mut next = 0;
        while let Some(term) = used.terms.get_index(next).and_then(|id| self.law.term(*id)) {
            self.use_condition(used, term.node, &terms_of(&term.names));
            next += 1;
        }
    }

    fn use_condition(&self, used: &mut Used, id: NodeId, terms: &[TermId]) {
        if let Some(term) = self.term_of(id, terms) {
            used.terms.insert(term);
            return;
        }
        let Some(node) = self.law.graph.get(id) else { return };
        for operand in operands(node) {
            used.operand(operand);
        }
        match node {
            // Another rule is named, not told again.
            Node::Rule { .. } => {}
            Node::Some { list, body, .. } => {
                used.facts.insert(Asked::Fact(*list));
                self.use_condition(used, *body, terms);
            }
            _ => node.parts().iter().for_each(|&part| self.use_condition(used, part, terms)),
        }
    }

    /// A sentence for each of the words.
    pub(super) fn words(&self, used: &Used, ruleset: RulesetId) -> Vec<Sentence> {
        let terms = used.terms.iter().map(|&id| self.term_meaning(id, ruleset));
        let parameters = used.parameters.iter().filter_map(|&id| self.law.parameter(id));
        let parameters = parameters.map(|parameter| self.parameter_values(parameter));
        let facts = used.facts.iter().map(|&asked| self.question(asked));
        terms.chain(parameters).chain(facts).collect()
    }

    fn term_meaning(&self, id: TermId, ruleset: RulesetId) -> Sentence {
        let Some(term) = self.law.term(id) else { return self.sentence("term", Told::line("")) };
        let terms = terms_of(&term.names);
        let at = Setting { mood: Mood::When, terms: &terms, ruleset, is_inside: false };
        let lead = self.term(id, true, Mood::Main);
        self.sentence("term", self.wherever(&lead, self.condition(term.node, at)))
    }

    /// `“minimum support” is 5 years from 11 December 2027 (Article 13(8)).`
    fn parameter_values(&self, parameter: &Parameter) -> Sentence {
        let value = |(value, period): &(_, _)| {
            let value = self.value(None, value);
            self.days(period).map_or(value.clone(), |days| format!("{value} {days}"))
        };
        let values: Vec<String> = parameter.values.iter().map(value).collect();
        let name = self.quoted(&plain(&parameter.name));
        let is = self.say(["is", "vaut", "is"]);
        let citation = parameter.citation.as_ref();
        let citation = citation.map(|cited| format!(" ({})", cited.pinpoint)).unwrap_or_default();
        let text = format!("{name} {is} {}{citation}", values.join("; "));
        self.sentence("parameter", Told::line(text))
    }

    /// The fact, and the question that a product answers by it.
    fn question(&self, asked: Asked) -> Sentence {
        let (name, fact): (String, Option<&Fact>) = match asked {
            Asked::Fact(id) => (self.fact(id), self.law.vocabulary.fact(id)),
            Asked::Field(id) => (self.field(id), self.law.vocabulary.field(id)),
        };
        let question = fact.map_or("", |fact| fact.question.get(self.language));
        let question = if question.is_empty() { "?" } else { question };
        let text = format!("{name}{} {question}", self.colon());
        Sentence { kind: "fact".to_owned(), label: None, text, children: Vec::new() }
    }
}

impl Used {
    fn operand(&mut self, operand: &Operand) {
        match operand {
            Operand::Fact(id) => {
                self.facts.insert(Asked::Fact(*id));
            }
            Operand::Field(_, id) | Operand::Placement(id) => {
                self.facts.insert(Asked::Field(*id));
            }
            Operand::Parameter(id, _) => {
                self.parameters.insert(*id);
            }
            Operand::Plus(left, right) | Operand::Minus(left, right) => {
                self.operand(left);
                self.operand(right);
            }
            Operand::Literal(_) | Operand::Today => {}
        }
    }
}

fn operands(node: &Node) -> Vec<&Operand> {
    match node {
        Node::Compare { left, right, .. } => vec![left, right],
        Node::Holds(operand)
        | Node::In { operand, .. }
        | Node::Includes { operand, .. }
        | Node::Empty(operand)
        | Node::Present(operand) => vec![operand],
        _ => Vec::new(),
    }
}
