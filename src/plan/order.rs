//! Which nodes some rules need, in an order in which each can be computed from those before.

use super::domain::{Along, Domain};
use crate::model::condition::{
    Binder, Clock, Comparison, JudgementId, Node, NodeId, Operand, ParameterId,
};
use crate::model::law::Law;
use crate::model::period::Period;
use crate::model::rule::{Meaning, RuleId, Trigger};
use crate::model::value::Value;
use crate::model::vocabulary::{FactId, FieldId};
use crate::plan::truth::Truth;
use indexmap::{IndexMap, IndexSet};

/// The nodes that some rules need, each once, in the order of evaluation.
///
/// Every node is computed for what it speaks of and no more: a condition about the product
/// inside a `for every` is computed once per product and spread over the items.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    rules: Vec<RuleId>,
    /// In the order of the ids.
    places: Vec<(NodeId, Place)>,
    pub(crate) steps: Vec<Step>,
    pub(crate) inputs: IndexSet<Input>,
    pub(crate) domains: IndexSet<Domain>,
    pub(crate) lists: IndexSet<FactId>,
}

/// Where a node's truth is found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// The step that computes it.
    pub(crate) step: usize,
    /// What it speaks of.
    pub(crate) domain: Domain,
}

/// One column of truths to compute.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    /// What it speaks of, as a position in [`Plan::domains`].
    pub(crate) domain: usize,
    /// How it is computed.
    pub(crate) work: Work,
}

/// How a column of truths is computed; numbers are earlier steps of the same domain.
#[derive(Debug, Clone)]
pub(crate) enum Work {
    /// The same for all.
    Constant(Truth),
    /// All of them hold.
    And(Vec<usize>),
    /// One of them holds.
    Or(Vec<usize>),
    /// It does not hold.
    Not(usize),
    /// Values are as asked.
    Test(Test),
    /// A truth about a part of the domain, repeated.
    Spread { of: usize, along: Along },
    /// Some item has it; `items` is the domain of `body`.
    Some { body: usize, items: usize, list: usize, along: Along },
}

/// A question about values, with its operands found.
#[derive(Debug, Clone)]
pub(crate) enum Test {
    Holds(Term),
    Compare { left: Term, comparison: Comparison, right: Term },
    In { term: Term, values: Vec<Value> },
    Includes { term: Term, members: Value, all: bool },
    Empty(Term),
    Present(Term),
}

/// A value, or the column to find it in.
#[derive(Debug, Clone)]
pub(crate) enum Term {
    Unknown,
    Value(Value),
    Column { input: usize, along: Along },
    Sum { left: Box<Term>, right: Box<Term> },
    Difference { left: Box<Term>, right: Box<Term> },
}

/// Something that is read from a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Input {
    /// A fact of the product.
    Fact(FactId),
    /// A field of every item of a list.
    Field(FieldId),
    /// A field of the placement under check.
    Placement(FieldId),
    /// A parameter on a day.
    Parameter(ParameterId, Clock),
    /// The day of the check.
    Today,
    /// What people judged.
    Judged(JudgementId),
    /// Whether the day of the check lies in a period.
    CheckedIn(Period),
    /// Whether an event falls into a period.
    Triggered(Trigger),
}

impl Plan {
    /// What it takes to reach a verdict on those rules.
    #[must_use]
    pub fn new(law: &Law, rules: &[RuleId]) -> Plan {
        let meanings = rules.iter().filter_map(|&id| law.rule(id)).map(|rule| rule.meaning);
        let mut plan = Plan::of_nodes(law, meanings.flat_map(Meaning::nodes));
        plan.rules = rules.to_vec();
        plan
    }

    /// What it takes to know those conditions.
    #[must_use]
    pub fn of_nodes(law: &Law, nodes: impl IntoIterator<Item = NodeId>) -> Plan {
        let mut builder = Builder { law, plan: Plan::default(), spreads: IndexMap::new() };
        builder.plan.domains.insert(Domain::ROW);
        let cone = cone(law, nodes);
        for ((id, node), _) in law.graph.iter().zip(cone).filter(|(_, needed)| *needed) {
            builder.add(id, node);
        }
        builder.plan
    }

    /// The rules, in the order asked for.
    #[must_use]
    pub fn rules(&self) -> &[RuleId] {
        &self.rules
    }

    /// What is read from each row.
    pub fn inputs(&self) -> impl Iterator<Item = Input> {
        self.inputs.iter().copied()
    }

    /// What a planned node speaks of.
    #[must_use]
    pub fn domain(&self, node: NodeId) -> Option<Domain> {
        self.place(node).map(|place| place.domain)
    }

    pub(crate) fn place(&self, node: NodeId) -> Option<Place> {
        let index = self.places.binary_search_by_key(&node, |(id, _)| *id).ok()?;
        self.places.get(index).map(|(_, place)| *place)
    }
}

impl Meaning {
    /// The eight nodes, in the order of the verdicts they decide.
    #[must_use]
    pub fn nodes(self) -> [NodeId; 8] {
        let Meaning { in_force, triggered, in_scope, items, unmet, standing, .. } = self;
        let Meaning { failing, failing_directly, .. } = self;
        [in_force, triggered, in_scope, items, unmet, standing, failing, failing_directly]
    }
}

/// For every node of the graph, whether it is one of those or they are made of it.
fn cone(law: &Law, nodes: impl IntoIterator<Item = NodeId>) -> Vec<bool> {
    let mut open: Vec<NodeId> = nodes.into_iter().collect();
    let mut seen = vec![false; law.graph.len()];
    while let Some(id) = open.pop() {
        if let Some(seen) = seen.get_mut(id.0 as usize).filter(|seen| !**seen) {
            *seen = true;
            open.extend(law.graph.get(id).into_iter().flat_map(Node::parts));
        }
    }
    seen
}

struct Builder<'l> {
    law: &'l Law,
    plan: Plan,
    /// Steps already repeated over a larger domain.
    spreads: IndexMap<(usize, Domain), usize>,
}

impl Builder<'_> {
    fn add(&mut self, id: NodeId, node: &Node) {
        let place = match node {
            Node::Constant(value) => self.push(Domain::ROW, Work::Constant((*value).into())),
            Node::And(parts) => self.add_connective(parts, Work::And),
            Node::Or(parts) => self.add_connective(parts, Work::Or),
            Node::Not(part) => {
                let part = self.part(*part);
                self.push(part.domain, Work::Not(part.step))
            }
            Node::Some { binder, list, body } => self.add_some(*binder, *list, *body),
            Node::Rule { node, .. } => self.part(*node),
            test => {
                let domain = Domain::of_test(test);
                let work =
                    self.test(domain, test).map_or(Work::Constant(Truth::Unknown), Work::Test);
                self.push(domain, work)
            }
        };
        self.plan.places.push((id, place));
    }

    fn push(&mut self, domain: Domain, work: Work) -> Place {
        let (index, _) = self.plan.domains.insert_full(domain);
        self.plan.lists.extend(domain.rule.into_iter().chain(domain.quantifier));
        self.plan.steps.push(Step { domain: index, work });
        Place { step: self.plan.steps.len() - 1, domain }
    }

    fn part(&mut self, id: NodeId) -> Place {
        // Operands have smaller ids, so a part is planned before what it is a part of.
        match self.plan.place(id) {
            Some(place) => place,
            None => self.push(Domain::ROW, Work::Constant(Truth::Unknown)),
        }
    }

    fn add_connective(&mut self, parts: &[NodeId], work: impl Fn(Vec<usize>) -> Work) -> Place {
        let parts: Vec<Place> = parts.iter().map(|&part| self.part(part)).collect();
        let domain = parts.iter().fold(Domain::ROW, |domain, part| domain.join(part.domain));
        let steps = parts.into_iter().map(|part| self.spread(part, domain)).collect();
        self.push(domain, work(steps))
    }

    fn add_some(&mut self, binder: Binder, list: FactId, body: NodeId) -> Place {
        let body = self.part(body);
        let items = body.domain.with(binder, list);
        let body = self.spread(body, items);
        let whole = items.without(binder);
        let (list, _) = self.plan.lists.insert_full(list);
        let along = items.along(whole).unwrap_or(Along::Row);
        let items = self.plan.domains.get_index_of(&items).unwrap_or_default();
        self.push(whole, Work::Some { body, items, list, along })
    }

    /// The step that computes a part for every position of the domain.
    fn spread(&mut self, part: Place, domain: Domain) -> usize {
        if part.domain == domain {
            return part.step;
        }
        if let Some(&step) = self.spreads.get(&(part.step, domain)) {
            return step;
        }
        let work = match domain.along(part.domain) {
            Some(along) => Work::Spread { of: part.step, along },
            None => Work::Constant(Truth::Unknown),
        };
        let step = self.push(domain, work).step;
        self.spreads.insert((part.step, domain), step);
        step
    }

    fn test(&mut self, domain: Domain, node: &Node) -> Option<Test> {
        let row = |builder: &mut Self, input| {
            Some(Test::Holds(builder.column(domain, input, Domain::ROW)))
        };
        Some(match node {
            Node::Judged(judgement) => return row(self, Input::Judged(*judgement)),
            Node::CheckedIn(period) => return row(self, Input::CheckedIn(*period)),
            Node::Triggered(trigger) => return row(self, Input::Triggered(*trigger)),
            Node::Holds(operand) => Test::Holds(self.term(domain, operand)),
            Node::Compare { left, comparison, right } => Test::Compare {
                left: self.term(domain, left),
                comparison: *comparison,
                right: self.term(domain, right),
            },
            Node::In { operand, values } => {
                Test::In { term: self.term(domain, operand), values: values.clone() }
            }
            Node::Includes { operand, members, all } => Test::Includes {
                term: self.term(domain, operand),
                members: members.clone(),
                all: *all,
            },
            Node::Empty(operand) => Test::Empty(self.term(domain, operand)),
            Node::Present(operand) => Test::Present(self.term(domain, operand)),
            _ => return None,
        })
    }

    fn term(&mut self, domain: Domain, operand: &Operand) -> Term {
        let row = Domain::ROW;
        match operand {
            Operand::Literal(value) => Term::Value(value.clone()),
            Operand::Fact(fact) => self.column(domain, Input::Fact(*fact), row),
            Operand::Placement(field) => self.column(domain, Input::Placement(*field), row),
            Operand::Parameter(id, clock) => {
                self.column(domain, Input::Parameter(*id, *clock), row)
            }
            Operand::Today => self.column(domain, Input::Today, row),
            Operand::Field(binder, field) => {
                self.column(domain, Input::Field(*field), row.with(*binder, field.list))
            }
            Operand::Plus(left, right) => Term::Sum {
                left: Box::new(self.term(domain, left)),
                right: Box::new(self.term(domain, right)),
            },
            Operand::Minus(left, right) => Term::Difference {
                left: Box::new(self.term(domain, left)),
                right: Box::new(self.term(domain, right)),
            },
        }
    }

    fn column(&mut self, domain: Domain, input: Input, of: Domain) -> Term {
        // A parameter that no file declares has no value on any day.
        if matches!(input, Input::Parameter(id, _) if self.law.parameter(id).is_none()) {
            return Term::Unknown;
        }
        let (input, _) = self.plan.inputs.insert_full(input);
        domain.along(of).map_or(Term::Unknown, |along| Term::Column { input, along })
    }
}
