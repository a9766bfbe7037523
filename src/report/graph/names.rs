//! What nodes and edges of the dependency view are called.

use crate::graph::{Edge, EdgeKind, Ground, Node};
use crate::model::law::Law;
use crate::model::rule::{Citation, ClauseRole, Modality};
use crate::model::ruleset::RulesetId;
use crate::model::text::Language;
use crate::model::vocabulary::{Fact, Type};
use crate::source::Span;

/// Names things in one language.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// The rules and facts.
    pub law: &'a Law,
    /// The language of titles.
    pub language: Language,
}

impl Names<'_> {
    /// What a node is: `rule`, `fact`.
    #[must_use]
    pub fn kind(&self, node: Node) -> &'static str {
        match node {
            Node::Ruleset(_) => "ruleset",
            Node::Rule(_) => "rule",
            Node::Term(_) => "term",
            Node::Parameter(_) => "parameter",
            Node::Fact(_) | Node::Field(_) => "fact",
            Node::Label(..) => "label",
            Node::Jurisdiction(_) => "jurisdiction",
        }
    }

    /// A name that no other node has: `rule:uk.psti@2025-12-04/sch1.1`.
    #[must_use]
    pub fn id(&self, node: Node) -> String {
        let name = match self.ruleset_of(node) {
            Some(ruleset) => self.law.ruleset(ruleset).map_or(String::new(), |ruleset| {
                let inside = self.inside(node).map(|name| format!("/{name}")).unwrap_or_default();
                format!("{}@{}{inside}", ruleset.id, ruleset.edition)
            }),
            None => self.name(node),
        };
        format!("{}:{name}", self.kind(node))
    }

    /// The name that people use; with the edition where several are at hand.
    #[must_use]
    pub fn name(&self, node: Node) -> String {
        match node {
            Node::Fact(_) | Node::Field(_) => {
                self.fact(node).map(|fact| fact.path.clone()).unwrap_or_default()
            }
            Node::Label(field, word) => {
                let words = self.law.vocabulary.field(field).map(|field| &field.kind);
                let Some(Type::OneOf(words)) = words else { return String::new() };
                words.get(usize::from(word)).cloned().unwrap_or_default()
            }
            Node::Jurisdiction(id) => {
                self.law.jurisdictions.get(id).map(|place| place.code.clone()).unwrap_or_default()
            }
            _ => self.name_in_ruleset(node),
        }
    }

    fn name_in_ruleset(&self, node: Node) -> String {
        let Some(id) = self.ruleset_of(node) else { return String::new() };
        let Some(ruleset) = self.law.ruleset(id) else { return String::new() };
        let editions = self.law.rulesets.iter().filter(|other| other.id == ruleset.id).count();
        match (self.inside(node), editions > 1) {
            (None, false) => ruleset.id.clone(),
            (None, true) => format!("{}@{}", ruleset.id, ruleset.edition),
            (Some(inside), false) => format!("{}.{inside}", ruleset.id),
            (Some(inside), true) => format!("{}@{}/{inside}", ruleset.id, ruleset.edition),
        }
    }

    /// What it is called within its ruleset; nothing for a ruleset.
    #[must_use]
    pub fn inside(&self, node: Node) -> Option<&str> {
        match node {
            Node::Rule(id) => self.law.rule(id).map(|rule| rule.number.as_str()),
            Node::Term(id) => self.law.term(id).map(|term| term.name.as_str()),
            Node::Parameter(id) => self.law.parameter(id).map(|known| known.name.as_str()),
            _ => None,
        }
    }

    /// The ruleset that a node is, or in which it is written.
    #[must_use]
    pub fn ruleset_of(&self, node: Node) -> Option<RulesetId> {
        match node {
            Node::Ruleset(id) => Some(id),
            Node::Rule(id) => self.law.rule(id).map(|rule| rule.ruleset),
            Node::Term(id) => self.law.term(id).map(|term| term.ruleset),
            Node::Parameter(id) => self.law.parameter(id).map(|known| known.ruleset),
            _ => None,
        }
    }

    /// Its title; empty for terms and parameters, which have none.
    #[must_use]
    pub fn title(&self, node: Node) -> String {
        let title = match node {
            Node::Ruleset(id) => self.law.ruleset(id).map(|ruleset| &ruleset.title),
            Node::Rule(id) => self.law.rule(id).map(|rule| &rule.title),
            Node::Fact(_) | Node::Field(_) => self.fact(node).map(|fact| &fact.title),
            Node::Label(field, _) => {
                let field = self.law.vocabulary.field(field);
                field.and_then(|field| field.value_titles.get(&self.name(node)))
            }
            Node::Jurisdiction(id) => self.law.jurisdictions.get(id).map(|place| &place.title),
            Node::Term(_) | Node::Parameter(_) => None,
        };
        title.map(|title| title.get(self.language).to_owned()).unwrap_or_default()
    }

    /// The clause of the instrument, of a rule or parameter; of a ruleset the instrument.
    #[must_use]
    pub fn citation(&self, node: Node) -> Option<&str> {
        match node {
            Node::Ruleset(id) => self.law.ruleset(id)?.instrument.as_deref(),
            Node::Rule(id) => Some(self.law.rule(id)?.citation.pinpoint.as_str()),
            Node::Parameter(id) => {
                Some(self.law.parameter(id)?.citation.as_ref()?.pinpoint.as_str())
            }
            _ => None,
        }
    }

    /// Where it is written.
    #[must_use]
    pub fn span(&self, node: Node) -> Option<Span> {
        match node {
            Node::Ruleset(id) => self.law.ruleset(id).map(|ruleset| ruleset.span),
            Node::Rule(id) => self.law.rule(id).map(|rule| rule.span),
            Node::Term(id) => self.law.term(id).map(|term| term.span),
            Node::Parameter(id) => self.law.parameter(id).map(|known| known.span),
            Node::Fact(_) | Node::Field(_) => self.fact(node).map(|fact| fact.span),
            Node::Label(field, _) => self.law.vocabulary.field(field).map(|field| field.span),
            Node::Jurisdiction(id) => self.law.jurisdictions.get(id).map(|place| place.span),
        }
    }

    fn fact(&self, node: Node) -> Option<&Fact> {
        match node {
            Node::Fact(id) => self.law.vocabulary.fact(id),
            Node::Field(id) => self.law.vocabulary.field(id),
            _ => None,
        }
    }

    /// The words that open the clause behind an edge from `from`: `must`, `deemed met where`.
    #[must_use]
    pub fn role(&self, from: Node, role: Option<ClauseRole>) -> &'static str {
        let modality = match from {
            Node::Rule(id) => self.law.rule(id).map(|rule| rule.modality),
            _ => None,
        };
        match role {
            None => "means",
            Some(ClauseRole::Applies) => "applies where",
            Some(ClauseRole::Except) => "except where",
            Some(ClauseRole::Filter) => "for every item where",
            Some(ClauseRole::Norm) => match modality {
                Some(Modality::Should) => "should",
                Some(Modality::May) => "may",
                _ => "must",
            },
            Some(ClauseRole::Unless | ClauseRole::UnlessInstead) => "unless",
            Some(ClauseRole::Instead) => "instead",
            Some(ClauseRole::Deemed) => "deemed met where",
        }
    }

    /// Why an edge is there, in few words: `deemed met where`, `in the scope of`, `lifts`.
    #[must_use]
    pub fn reason(&self, from: Node, to: Node, edge: &Edge) -> &'static str {
        match (&edge.ground, edge.kind, from, to) {
            (Ground::Clause { role, .. }, ..) => self.role(from, *role),
            (_, EdgeKind::Uses, Node::Rule(_), Node::Ruleset(_)) => "in the scope of",
            (_, EdgeKind::AppliesIn, ..) => "applies in",
            (_, kind, ..) => kind.word(),
        }
    }
}

/// The citation behind an edge.
#[must_use]
pub fn citation_of(edge: &Edge) -> Option<&Citation> {
    match &edge.ground {
        Ground::Clause { citation, .. } | Ground::Sentence { citation, .. } => citation.as_ref(),
        Ground::Proof { .. } => None,
    }
}
