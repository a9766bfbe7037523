//! On what a condition depends besides the product: the market, and the items under its binders.

use super::ground::Ground;
use crate::model::condition::{Binder, Clock, Node, NodeId, Operand};
use crate::plan::row::PlacementFields;
use std::collections::BTreeMap;

/// What a condition depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Reach {
    pub(super) market: bool,
    pub(super) rule: bool,
    pub(super) quantifier: bool,
}

/// What conditions depend on, each found once.
#[derive(Debug, Default)]
pub(super) struct Reaches(BTreeMap<NodeId, Reach>);

impl Reach {
    fn join(self, other: Reach) -> Reach {
        Reach {
            market: self.market || other.market,
            rule: self.rule || other.rule,
            quantifier: self.quantifier || other.quantifier,
        }
    }
}

impl Reaches {
    pub(super) fn of(&mut self, ground: &Ground<'_>, id: NodeId) -> Reach {
        if let Some(known) = self.0.get(&id) {
            return *known;
        }
        let reach = self.find(ground, id);
        self.0.insert(id, reach);
        reach
    }

    fn find(&mut self, ground: &Ground<'_>, id: NodeId) -> Reach {
        let Some(node) = ground.law.graph.get(id) else { return Reach::default() };
        let parts = node.parts().iter().map(|&part| self.of(ground, part));
        let parts = parts.fold(Reach::default(), Reach::join);
        match node {
            Node::Some { binder: Binder::Rule, .. } => Reach { rule: false, ..parts },
            Node::Some { binder: Binder::Quantifier, .. } => Reach { quantifier: false, ..parts },
            Node::Triggered(_) => Reach { market: !ground.is_placed_alike(), ..parts },
            test => super::test::leaves(test)
                .into_iter()
                .map(|leaf| of_operand(ground, leaf))
                .fold(parts, Reach::join),
        }
    }
}

fn of_operand(ground: &Ground<'_>, operand: &Operand) -> Reach {
    let none = Reach::default();
    match operand {
        Operand::Field(Binder::Rule, _) => Reach { rule: true, ..none },
        Operand::Field(Binder::Quantifier, _) => Reach { quantifier: true, ..none },
        Operand::Placement(field) => {
            let fields = PlacementFields::of(&ground.law.vocabulary);
            let is_territory = fields.and_then(|fields| fields.territory) == Some(*field);
            Reach { market: is_territory || !ground.is_placed_alike(), ..none }
        }
        Operand::Parameter(_, Clock::Placing | Clock::Supply) => {
            Reach { market: !ground.is_placed_alike(), ..none }
        }
        _ => none,
    }
}
