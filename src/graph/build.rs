//! Builds the graph from resolved law: every edge from a sentence that is written there.

use super::Dependencies;
use super::node::{Edge, EdgeKind, Ground, Node};
use crate::model::law::Law;
use crate::model::rule::{Citation, Claim, Clause, ClauseRole, Rule, RuleId};
use crate::model::ruleset::{Ruleset, RulesetId};
use crate::model::term::{Named, Term, TermId};
use crate::model::vocabulary::{FactId, FieldId, Type};
use indexmap::IndexSet;

/// The list of labels and certificates that a product holds, and the field that says which.
const LABELS: (&str, &str) = ("certificates", "scheme");

impl Dependencies {
    /// All that the law says of itself: no edge of meaning is among it.
    #[must_use]
    pub fn of(law: &Law) -> Dependencies {
        let mut builder = Builder { law, labels: find_labels(law), made: Dependencies::default() };
        builder.add_nodes();
        builder.add_vocabulary();
        builder.add_jurisdictions();
        for (id, ruleset) in law.iter_rulesets() {
            builder.add_ruleset(id, ruleset);
        }
        for (id, term) in law.iter_terms() {
            builder.add_term(id, term);
        }
        for (id, rule) in law.iter_rules() {
            builder.add_rule(id, rule);
        }
        builder.made
    }
}

/// The field whose values are labels.
pub(super) fn find_labels(law: &Law) -> Option<FieldId> {
    let (list, _) = law.vocabulary.find(LABELS.0)?;
    law.vocabulary.find_field(list, LABELS.1).map(|(id, _)| id)
}

/// All labels of the vocabulary, with their words.
pub(super) fn all_labels(law: &Law) -> impl Iterator<Item = (Node, &str)> {
    let field = find_labels(law);
    let kind = field.and_then(|id| law.vocabulary.field(id)).map(|field| &field.kind);
    let words = match kind {
        Some(Type::OneOf(words)) => words.as_slice(),
        _ => &[],
    };
    let nodes = (0u8..).filter_map(move |word| Some(Node::Label(field?, word)));
    nodes.zip(words.iter().map(String::as_str))
}

struct Builder<'l> {
    law: &'l Law,
    labels: Option<FieldId>,
    made: Dependencies,
}

impl Builder<'_> {
    /// All nodes, kind by kind, so that what nothing names is there as well.
    fn add_nodes(&mut self) {
        let law = self.law;
        let fields = law.vocabulary.iter().flat_map(|(id, _)| fields_of(law, id));
        let nodes = (law.jurisdictions.iter().map(|(id, _)| Node::Jurisdiction(id)))
            .chain(law.iter_rulesets().map(|(id, _)| Node::Ruleset(id)))
            .chain(law.iter_rules().map(|(id, _)| Node::Rule(id)))
            .chain(law.iter_terms().map(|(id, _)| Node::Term(id)))
            .chain(law.iter_parameters().map(|(id, _)| Node::Parameter(id)))
            .chain(all_labels(law).map(|(node, _)| node))
            .chain(law.vocabulary.iter().map(|(id, _)| Node::Fact(id)))
            .chain(fields.map(Node::Field));
        for node in nodes {
            self.made.add_node(node);
        }
    }

    fn add_vocabulary(&mut self) {
        for (id, _) in self.law.vocabulary.iter() {
            for field in fields_of(self.law, id) {
                let Some(declared) = self.law.vocabulary.field(field) else { continue };
                let edge = Edge::sentence(EdgeKind::Defines, None, declared.span);
                self.made.add_edge(Node::Fact(id), Node::Field(field), edge);
            }
        }
    }

    fn add_jurisdictions(&mut self) {
        for (id, territory) in self.law.jurisdictions.iter() {
            let Some(outer) = territory.within else { continue };
            let edge = Edge::sentence(EdgeKind::Within, None, territory.span);
            self.made.add_edge(Node::Jurisdiction(id), Node::Jurisdiction(outer), edge);
        }
    }

    fn add_ruleset(&mut self, id: RulesetId, ruleset: &Ruleset) {
        let own = Node::Ruleset(id);
        for &territory in &ruleset.applies_in {
            let edge = Edge::sentence(EdgeKind::AppliesIn, None, ruleset.span);
            self.made.add_edge(own, Node::Jurisdiction(territory), edge);
        }
        for used in &ruleset.uses {
            let edge = Edge::sentence(EdgeKind::Uses, None, used.span);
            self.made.add_edge(own, Node::Ruleset(used.ruleset), edge);
        }
        for (parameter, declared) in self.law.iter_parameters() {
            if declared.ruleset == id {
                let edge =
                    Edge::sentence(EdgeKind::Defines, declared.citation.clone(), declared.span);
                self.made.add_edge(own, Node::Parameter(parameter), edge);
            }
        }
    }

    fn add_term(&mut self, id: TermId, term: &Term) {
        let own = Node::Term(id);
        let edge = Edge::sentence(EdgeKind::Defines, None, term.span);
        self.made.add_edge(Node::Ruleset(term.ruleset), own, edge);
        let ground = |asked| Ground::Clause {
            role: None,
            asked,
            period: Default::default(),
            citation: None,
            span: term.span,
        };
        self.add_names(own, None, &term.names, ground);
    }

    fn add_rule(&mut self, id: RuleId, rule: &Rule) {
        let own = Node::Rule(id);
        let citation = || Some(rule.citation.clone());
        let edge = Edge::sentence(EdgeKind::Defines, citation(), rule.span);
        self.made.add_edge(Node::Ruleset(rule.ruleset), own, edge);
        for clause in &rule.clauses {
            if is_of_header(rule, clause) {
                self.add_clause(Node::Ruleset(rule.ruleset), None, clause);
            } else {
                self.add_clause(own, citation(), clause);
            }
        }
        if rule.clauses.iter().any(|clause| is_of_header(rule, clause)) {
            let edge = Edge::sentence(EdgeKind::Uses, None, rule.span);
            self.made.add_edge(own, Node::Ruleset(rule.ruleset), edge);
        }
        for &lifted in &rule.overrides {
            let edge = Edge::sentence(EdgeKind::Overrides, citation(), rule.span);
            self.made.add_edge(own, Node::Rule(lifted), edge);
        }
        for claimed in &rule.claims {
            let edge = Edge::sentence(kind_of_claim(claimed.claim), citation(), claimed.span);
            self.made.add_edge(own, Node::Rule(claimed.of), edge);
        }
    }

    fn add_clause(&mut self, from: Node, of_rule: Option<Citation>, clause: &Clause) {
        let citation = clause.citation.clone().or(of_rule);
        let ground = |asked| Ground::Clause {
            role: Some(clause.role),
            asked,
            period: clause.period,
            citation: citation.clone(),
            span: clause.span,
        };
        self.add_names(from, Some(clause.role), &clause.names, ground);
    }

    /// One edge for each thing named. A route that rests on a rule or label through a term is
    /// deemed by it all the same.
    fn add_names(
        &mut self,
        from: Node,
        role: Option<ClauseRole>,
        names: &[Named],
        ground: impl Fn(Option<crate::model::condition::RuleState>) -> Ground,
    ) {
        let deemed = role == Some(ClauseRole::Deemed);
        let through = if deemed { self.named_through_terms(names) } else { IndexSet::new() };
        for &name in names.iter().chain(&through) {
            let Some((to, kind, asked)) = self.target(name, deemed) else { continue };
            self.made.add_edge(from, to, Edge::new(kind, ground(asked)));
        }
    }

    /// What a name stands for, and how it is used.
    fn target(
        &self,
        name: Named,
        deemed: bool,
    ) -> Option<(Node, EdgeKind, Option<crate::model::condition::RuleState>)> {
        let route = |otherwise| if deemed { EdgeKind::Deems } else { otherwise };
        Some(match name {
            Named::Term(id) => (Node::Term(id), EdgeKind::Uses, None),
            Named::Fact(id) => (Node::Fact(id), EdgeKind::Uses, None),
            Named::Field(id) => (Node::Field(id), EdgeKind::Uses, None),
            Named::Parameter(id) => (Node::Parameter(id), EdgeKind::Uses, None),
            Named::Rule(id, asked) => (Node::Rule(id), route(EdgeKind::Cites), Some(asked)),
            Named::Word(field, word) if Some(field) == self.labels => {
                (Node::Label(field, word), route(EdgeKind::Uses), None)
            }
            Named::Word(..) => return None,
        })
    }

    /// Rules and words that the terms among the names rest on.
    fn named_through_terms(&self, names: &[Named]) -> IndexSet<Named> {
        let mut seen: IndexSet<TermId> = names.iter().filter_map(as_term).collect();
        let mut found = IndexSet::new();
        let mut next = 0;
        while let Some(&id) = seen.get_index(next) {
            let names = self.law.term(id).map_or(&[][..], |term| &term.names);
            seen.extend(names.iter().filter_map(as_term));
            let parts =
                names.iter().filter(|name| matches!(name, Named::Rule(..) | Named::Word(..)));
            found.extend(parts.copied());
            next += 1;
        }
        found
    }
}

fn as_term(name: &Named) -> Option<TermId> {
    match name {
        Named::Term(id) => Some(*id),
        _ => None,
    }
}

fn fields_of(law: &Law, list: FactId) -> impl Iterator<Item = FieldId> {
    let count = law.vocabulary.fact(list).map_or(0, |fact| fact.fields.len());
    (0u32..).take(count).map(move |index| FieldId { list, index })
}

/// The scope of a ruleset is written above its rules, and is a clause of each of them.
fn is_of_header(rule: &Rule, clause: &Clause) -> bool {
    clause.span.file == rule.span.file && clause.span.start < rule.span.start
}

fn kind_of_claim(claim: Claim) -> EdgeKind {
    match claim {
        Claim::Adopts => EdgeKind::Adopts,
        Claim::Tightens => EdgeKind::Tightens,
        Claim::Relaxes => EdgeKind::Relaxes,
        Claim::Replaces => EdgeKind::Replaces,
    }
}
