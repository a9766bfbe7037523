//! Which nodes some rules need, in an order in which each can be computed from those before.

use super::domain::{Along, Domain};
use super::layout::Layout;
use super::leaf::Leaf;
use crate::model::condition::{Clock, JudgementId, Node, NodeId, ParameterId};
use crate::model::law::Law;
use crate::model::period::Period;
use crate::model::rule::{Meaning, Modality, RuleId, Trigger};
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
    /// Of each rule, where the truths are found that decide its verdict.
    meanings: Vec<PlannedRule>,
    /// In the order of the ids.
    pub(super) places: Vec<(NodeId, Place)>,
    pub(crate) steps: Vec<Step>,
    /// What is read of each product, and what is held of it.
    pub(crate) columns: IndexMap<Input, Layout>,
    pub(crate) domains: IndexSet<Domain>,
    pub(crate) lists: IndexSet<FactId>,
}

/// A rule, and where the truths of its meaning are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PlannedRule {
    pub(crate) rule: RuleId,
    pub(crate) modality: Modality,
    /// In the order of [`Meaning::nodes`].
    pub(crate) truths: [Part; 8],
}

/// Where a node's truth is found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    pub(crate) part: Part,
    /// What it speaks of.
    pub(crate) domain: Domain,
}

/// The truth of a step, or the opposite of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Part {
    pub(crate) step: usize,
    pub(crate) is_negated: bool,
}

/// One column of truths to compute.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    /// What it speaks of, as a position in [`Plan::domains`].
    pub(crate) domain: usize,
    /// How it is computed.
    pub(crate) work: Work,
}

/// How a column of truths is computed; parts are earlier steps of the same domain.
#[derive(Debug, Clone)]
pub(crate) enum Work {
    /// The same for all.
    Constant(Truth),
    /// All of them hold.
    And(Vec<Part>),
    /// One of them holds.
    Or(Vec<Part>),
    /// Values are as asked.
    Test(Leaf),
    /// A truth about a part of the domain, repeated.
    Spread { of: Part, along: Along },
    /// Some item has it; `items` is the domain of `body`.
    Some(SomeItem),
}

/// That some item of a list makes a condition true.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SomeItem {
    pub(crate) body: Part,
    /// The domain of the body, as a position in [`Plan::domains`].
    pub(crate) items: usize,
    /// The list, as a position in [`Plan::lists`].
    pub(crate) list: usize,
    /// From the body's domain to the items of the list.
    pub(crate) item: Along,
    /// From the body's domain to that of the whole.
    pub(crate) whole: Along,
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
        let found = || rules.iter().filter_map(|&id| Some((id, law.rule(id)?)));
        let nodes = found().flat_map(|(_, rule)| rule.meaning.nodes());
        let mut plan = Plan::of_nodes(law, nodes);
        let planned = |(id, rule): (RuleId, &crate::model::rule::Rule)| {
            let mut truths = [Part { step: usize::MAX, is_negated: false }; 8];
            for (truth, node) in truths.iter_mut().zip(rule.meaning.nodes()) {
                *truth = plan.place(node).map_or(*truth, |place| place.part);
            }
            PlannedRule { rule: id, modality: rule.modality, truths }
        };
        plan.meanings = found().map(planned).collect();
        plan.rules = rules.to_vec();
        plan
    }

    /// The rules, in the order asked for.
    #[must_use]
    pub fn rules(&self) -> &[RuleId] {
        &self.rules
    }

    /// What is read from each row.
    pub fn inputs(&self) -> impl Iterator<Item = Input> {
        self.columns.keys().copied()
    }

    /// What a planned node speaks of.
    #[must_use]
    pub fn domain(&self, node: NodeId) -> Option<Domain> {
        self.place(node).map(|place| place.domain)
    }

    /// Of each rule that is declared, where its truths are found.
    pub(crate) fn meanings(&self) -> &[PlannedRule] {
        &self.meanings
    }

    pub(crate) fn place(&self, node: NodeId) -> Option<Place> {
        let index = self.places.binary_search_by_key(&node, |(id, _)| *id).ok()?;
        self.places.get(index).map(|(_, place)| *place)
    }
}

impl Part {
    /// What is there, or not there.
    pub(crate) fn of(step: usize) -> Part {
        Part { step, is_negated: false }
    }
}

impl std::ops::Not for Part {
    type Output = Part;

    fn not(self) -> Part {
        Part { is_negated: !self.is_negated, ..self }
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
pub(super) fn cone(law: &Law, nodes: impl IntoIterator<Item = NodeId>) -> Vec<bool> {
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
