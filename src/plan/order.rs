//! Which nodes some rules need, in an order in which each can be computed from those before.

use super::domain::{Along, Domain};
use super::layout::Layout;
use super::leaf::{Leaf, Test};
use super::section::Section;
use crate::model::condition::{Clock, JudgementId, Node, NodeId, ParameterId};
use crate::model::law::Law;
use crate::model::period::Period;
use crate::model::rule::{Meaning, Modality, RuleId, Trigger};
use crate::model::vocabulary::{FactId, FieldId};
use crate::plan::truth::Truth;
use indexmap::{IndexMap, IndexSet};
use std::sync::Arc;

/// The nodes that some rules need, each once, in the order of evaluation.
///
/// Every node is computed for what it speaks of and no more: a condition about the product
/// inside a `for every` is computed once per product and spread over the items.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    rules: Vec<RuleId>,
    /// Of each rule, where the truths are found that decide its verdict.
    pub(super) meanings: Vec<PlannedRule>,
    /// In the order of the ids.
    pub(super) places: Vec<(NodeId, Place)>,
    pub(crate) steps: Vec<Step>,
    /// What each step speaks of, as a position in `domains`.
    pub(super) speaks_of: Arc<[u32]>,
    /// The steps by which rules need them, in the order of evaluation.
    pub(super) sections: Vec<Section>,
    /// The steps in another such order: first by how far they are from what is read.
    pub(super) by_kind: Vec<u32>,
    /// What steps refer to, so that a step itself is small.
    pub(super) pools: Pools,
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
///
/// The number of the step is doubled, and the last bit says that it is the opposite: a step
/// refers to many, and what is small stays near the processor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Part(u32);

/// Some neighbours in a pool.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run {
    start: u32,
    pub(super) len: u32,
}

/// What steps refer to.
#[derive(Debug, Clone, Default)]
pub(super) struct Pools {
    parts: Vec<Part>,
    planes: Vec<u32>,
    tests: Vec<Test>,
    items: Vec<SomeItem>,
}

/// One column of truths to compute.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step {
    /// What it speaks of, as a position in [`Plan::domains`].
    pub(crate) domain: u32,
    /// How it is computed.
    pub(crate) work: Work,
}

/// How a column of truths is computed; parts are earlier steps of the same domain.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Work {
    /// The same for all.
    Constant(Truth),
    /// All of them hold.
    And(Run),
    /// One of them holds.
    Or(Run),
    /// Values are as asked.
    Test(Leaf),
    /// A truth about a part of the domain, repeated.
    Spread { of: Part, along: Along },
    /// Some item has it.
    Some(u32),
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
        let mut plan = Plan::unordered(law, nodes);
        let planned = |(id, rule): (RuleId, &crate::model::rule::Rule)| {
            let mut truths = [Part::NONE; 8];
            for (truth, node) in truths.iter_mut().zip(rule.meaning.nodes()) {
                *truth = plan.place(node).map_or(*truth, |place| place.part);
            }
            PlannedRule { rule: id, modality: rule.modality, truths }
        };
        plan.meanings = found().map(planned).collect();
        plan.rules = rules.to_vec();
        plan.arrange();
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
    /// No step at all: of which nothing is known.
    const NONE: Part = Part(u32::MAX);

    /// The truth of a step.
    pub(super) fn of(step: usize) -> Part {
        u32::try_from(step).ok().and_then(|step| step.checked_mul(2)).map_or(Part::NONE, Part)
    }

    /// The number of the step.
    pub(crate) fn step(self) -> usize {
        (self.0 >> 1) as usize
    }

    /// The same after every step went where `moved` says.
    pub(super) fn moved(self, moved: &[usize]) -> Part {
        let part = moved.get(self.step()).map_or(Part::NONE, |&step| Part::of(step));
        if self.is_negated() { !part } else { part }
    }

    /// Whether it is the opposite.
    pub(crate) fn is_negated(self) -> bool {
        self.0 & 1 == 1
    }
}

impl std::ops::Not for Part {
    type Output = Part;

    fn not(self) -> Part {
        Part(self.0 ^ 1)
    }
}

impl Pools {
    pub(super) fn add_parts(&mut self, parts: Vec<Part>) -> Run {
        extend(&mut self.parts, parts)
    }

    pub(super) fn add_planes(&mut self, planes: Vec<u32>) -> Run {
        extend(&mut self.planes, planes)
    }

    pub(super) fn add_test(&mut self, test: Test) -> u32 {
        extend(&mut self.tests, vec![test]).start
    }

    pub(super) fn add_items(&mut self, items: SomeItem) -> u32 {
        extend(&mut self.items, vec![items]).start
    }

    pub(super) fn parts(&self, run: Run) -> &[Part] {
        slice(&self.parts, run)
    }

    /// The parts that all steps are made of.
    pub(super) fn all_parts(&self) -> &[Part] {
        &self.parts
    }

    /// The parts that a step is made of.
    pub(super) fn parts_of(&self, work: Work) -> Vec<Part> {
        match work {
            Work::And(parts) | Work::Or(parts) => self.parts(parts).to_vec(),
            Work::Spread { of, .. } => vec![of],
            Work::Some(some) => self.items(some).map(|some| some.body).into_iter().collect(),
            Work::Constant(_) | Work::Test(_) => Vec::new(),
        }
    }

    /// Changes all parts that stand here.
    pub(super) fn each_part(&mut self, change: impl Fn(&mut Part)) {
        self.parts.iter_mut().for_each(&change);
        self.items.iter_mut().for_each(|some| change(&mut some.body));
    }

    pub(super) fn planes(&self, run: Run) -> &[u32] {
        slice(&self.planes, run)
    }

    pub(super) fn test(&self, index: u32) -> Option<&Test> {
        self.tests.get(index as usize)
    }

    pub(super) fn items(&self, index: u32) -> Option<&SomeItem> {
        self.items.get(index as usize)
    }
}

fn extend<T>(pool: &mut Vec<T>, more: Vec<T>) -> Run {
    let narrow = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
    let run = Run { start: narrow(pool.len()), len: narrow(more.len()) };
    pool.extend(more);
    run
}

/// Those of a pool that stand there.
#[inline]
pub(super) fn slice<T>(pool: &[T], run: Run) -> &[T] {
    let start = run.start as usize;
    pool.get(start..start + run.len as usize).unwrap_or_default()
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
