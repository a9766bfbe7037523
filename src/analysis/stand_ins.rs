//! Lists that a maker finds, and how many more of their items it takes to stand for any number.
//!
//! That a product exists needs an item for every condition that wants one ([`super::slots`]).
//! That a context leaves no design is another matter: each design may fail by an item of its own,
//! and designs are many. A few items will do where many designs fail by the same: where what is
//! asked of an item turns on that item alone, or holds one design decision against a bound, of
//! which the narrowest is enough.

use super::duties::{Read, reads};
use super::ground::Ground;
use super::reach::Reaches;
use super::test::leaves;
use crate::model::condition::{Comparison, Node, NodeId, Operand};
use crate::model::law::Law;
use crate::model::vocabulary::{FactId, Setting, Type};
use std::collections::{BTreeMap, BTreeSet};

/// Of up to so many conditions, there are no more sets of which none contains another.
const MOST_TOGETHER: u32 = 3;
/// No number of items is enough.
const ENDLESS: u32 = u32::MAX;

/// For each list that is found, the items that contexts without a design may need beyond one for
/// every condition.
pub(super) fn stand_ins(ground: &Ground<'_>, roots: &[NodeId]) -> BTreeMap<FactId, u32> {
    let (law, mut reaches) = (ground.law, Reaches::default());
    // Whether something is asked of an item.
    let mut is_about = |id: NodeId| {
        let reach = reaches.of(ground, id);
        reach.rule || reach.quantifier
    };
    let (mut open, mut seen) = (roots.to_vec(), BTreeSet::new());
    let (mut more, mut on_items) = (BTreeMap::new(), BTreeMap::<FactId, u32>::new());
    while let Some(id) = open.pop() {
        let Some(node) = law.graph.get(id).filter(|_| seen.insert(id)) else { continue };
        open.extend(node.parts());
        let Node::Some { list, body, .. } = node else { continue };
        if is_decided(law, *list) {
            continue;
        }
        let asked = Asked::of(law, *body, &mut is_about);
        let needed: &mut u32 = more.entry(*list).or_default();
        *needed = needed.saturating_add(match asked.turns(law, *list) {
            Turns::Plainly => asked.modes() - 1,
            Turns::OnItem => {
                let count = on_items.entry(*list).or_default();
                *count = count.saturating_add(asked.modes());
                asked.modes() - 1
            }
            Turns::Otherwise => ENDLESS,
        });
    }
    for (list, _) in on_items.into_iter().filter(|(_, count)| *count > MOST_TOGETHER) {
        more.insert(list, ENDLESS);
    }
    more
}

/// On what of the design a condition on items turns, besides what is the same for all items.
enum Turns {
    /// On nothing, or on a single bound.
    Plainly,
    /// On decisions about the item itself.
    OnItem,
    /// On anything else.
    Otherwise,
}

/// What is asked of an item.
#[derive(Default)]
struct Asked<'a> {
    /// Tests that read the item, each with whether it or its opposite is asked for.
    tests: Vec<(NodeId, bool, &'a Node)>,
    /// How often something is asked between that no item changes, but the design does.
    between: u32,
    has_quantifier: bool,
    /// Whether that quantifier goes over items that are decided.
    over_decided: bool,
    seen: BTreeSet<(NodeId, bool)>,
}

impl<'a> Asked<'a> {
    fn of(law: &'a Law, body: NodeId, is_about: &mut dyn FnMut(NodeId) -> bool) -> Asked<'a> {
        let mut asked = Asked::default();
        asked.visit(law, (body, true), is_about);
        asked
    }

    fn visit(
        &mut self,
        law: &'a Law,
        (id, sign): (NodeId, bool),
        is_about: &mut dyn FnMut(NodeId) -> bool,
    ) {
        let Some(node) = law.graph.get(id).filter(|_| self.seen.insert((id, sign))) else { return };
        if let Node::Some { list, .. } = node {
            self.has_quantifier = true;
            self.over_decided |= is_decided(law, *list);
        }
        let (about, others): (Vec<NodeId>, Vec<NodeId>) =
            node.parts().iter().partition(|part| is_about(**part));
        if node.parts().is_empty() {
            self.tests.push((id, sign, node));
        }
        self.between += u32::from(chosen(law, others).next().is_some());
        let inside = sign != matches!(node, Node::Not(_));
        about.into_iter().for_each(|part| self.visit(law, (part, inside), is_about));
    }

    /// In how many ways what lies between can be: for each of them the item is asked another
    /// thing.
    fn modes(&self) -> u32 {
        1_u32.checked_shl(self.between).unwrap_or(ENDLESS)
    }

    fn turns(&self, law: &Law, list: FactId) -> Turns {
        let tests = self.tests.iter().map(|(id, _, _)| *id);
        let chosen: Vec<Read> = chosen(law, tests).collect();
        let is_own = |read: &Read| matches!(read, Read::Field(field) if field.list == list);
        match chosen.as_slice() {
            _ if self.over_decided => Turns::Otherwise,
            [] => Turns::Plainly,
            [Read::Fact(fact)] if self.sets_one_bound(law, *fact) => Turns::Plainly,
            all if all.iter().all(is_own) && !self.has_quantifier => Turns::OnItem,
            _ => Turns::Otherwise,
        }
    }

    /// Whether one test alone reads a fact, which holds it against a bound; never both that and
    /// the opposite is asked for.
    fn sets_one_bound(&self, law: &Law, fact: FactId) -> bool {
        let kind = law.vocabulary.fact(fact).map(|fact| &fact.kind);
        let operand = Operand::Fact(fact);
        let tests = self.tests.iter().map(|(_, _, node)| *node);
        let places: Vec<&Node> = tests.filter(|node| leaves(node).contains(&&operand)).collect();
        let is_bound = |place: &Node| match place {
            Node::Compare { left, comparison, right } => {
                *comparison != Comparison::Equal && (*left == operand) != (*right == operand)
            }
            _ => false,
        };
        matches!(kind, Some(Type::Date | Type::WholeNumber { .. }))
            && matches!(places.as_slice(), [place] if is_bound(place))
    }
}

fn is_decided(law: &Law, list: FactId) -> bool {
    law.vocabulary.fact(list).is_none_or(|list| list.setting == Setting::Chosen)
}

/// What some conditions read that is decided.
fn chosen(law: &Law, nodes: impl IntoIterator<Item = NodeId>) -> impl Iterator<Item = Read> {
    let is_chosen = |read: &Read| {
        let setting = match read {
            Read::Fact(fact) => law.vocabulary.fact(*fact).map(|fact| fact.setting),
            Read::Field(field) => law.vocabulary.field(*field).map(|field| field.setting),
            Read::Judgement(_) => Some(Setting::Chosen),
        };
        setting == Some(Setting::Chosen)
    };
    reads(law, nodes).into_iter().filter(is_chosen)
}
