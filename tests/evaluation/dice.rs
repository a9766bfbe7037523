//! Random conditions, rules and products from a seed.

use super::world::{
    CLOCKS, Draft, Product, World, date, days, money, months, number, span, statement, texts,
    version, words,
};
use comity::model::condition::{Binder, Comparison, Node, NodeId, Operand, ParameterId, RuleState};
use comity::model::manifest::{EvidenceLevel, Item, Stated, Statement};
use comity::model::period::Period;
use comity::model::rule::{Event, Modality, RuleId, Trigger};
use comity::model::value::{Duration, Value};
use comity::model::vocabulary::{Fact, FactId, FieldId, Type};
use comity::plan::row::{Market, Placement, Row};

/// A stream of random numbers (SplitMix64).
pub struct Dice(pub u64);

/// Which binders a condition may speak of, with their lists.
#[derive(Clone, Copy, Default)]
pub struct Bound {
    rule: Option<&'static str>,
    quantifier: Option<&'static str>,
}

const DATES: [&str; 6] =
    ["2024-02-29", "2025-01-31", "2025-12-31", "2026-01-01", "2026-06-01", "2027-12-11"];
const LISTS: [&str; 5] = ["items", "parts", "items", "parts", "market.placements"];
const NAMES: [&str; 3] = ["one", "two", "three"];
const STATES: [RuleState; 4] =
    [RuleState::Met, RuleState::MetWhereApplicable, RuleState::Breached, RuleState::Applies];
const LEVELS: [EvidenceLevel; 4] = [
    EvidenceLevel::Unstated,
    EvidenceLevel::Declared,
    EvidenceLevel::SelfTested,
    EvidenceLevel::Certified,
];

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % sides.max(1) as u64) as usize
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.roll(100) < percent
    }

    pub fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        let index = self.roll(of.len());
        of[index].clone()
    }

    pub fn value(&mut self, kind: &Type) -> Value {
        match kind {
            Type::YesNo => Value::YesNo(self.chance(50)),
            Type::OneOf(values) => Value::Word(self.roll(values.len()) as u8),
            Type::SetOf(values) => Value::Set(self.roll(1 << values.len()) as u128),
            Type::WholeNumber { .. } => number(self.roll(4) as i64 - 1),
            Type::Duration => self.duration(),
            Type::Date => date(self.pick(&DATES)),
            Type::Version => version(self.pick(&["1.9", "1.10", "2"])),
            Type::Money => money(self.roll(3) as i64 * 100, self.pick(&["EUR", "GBP"])),
            Type::SetOfText | Type::SetOfLanguages | Type::SetOfCountries => {
                texts(self.pick(&[&[][..], &["en"], &["en", "fr"], &["nl"]]))
            }
            _ => words(self.pick(&NAMES)),
        }
    }

    fn duration(&mut self) -> Value {
        let hours = Value::Duration(Duration { months: 0, seconds: 7200 });
        self.pick(&[months(1), months(12), months(24), days(30), days(365), days(366), hours])
    }

    fn maybe_day(&mut self) -> Option<jiff::civil::Date> {
        self.chance(60).then(|| super::world::day(self.pick(&DATES)))
    }

    pub fn period(&mut self) -> Period {
        Period { from: self.maybe_day(), until: self.maybe_day() }
    }

    pub fn trigger(&mut self) -> Trigger {
        let event = self.pick(&[Event::Placing, Event::MakingAvailable]);
        Trigger { event, period: self.period() }
    }

    /// A world with parameters of every type, and a rule whose norms are judged.
    pub fn world(&mut self) -> World {
        let mut world = World::new();
        self.furnish(&mut world);
        world
    }

    /// Parameters of every type, and a rule whose norms are judged.
    pub fn furnish(&mut self, world: &mut World) {
        let norm = world.law.graph.constant(true);
        world.rule(super::world::must(norm));
        for kind in [Type::WholeNumber { unit: None }, Type::Duration, Type::Date] {
            let value = |dice: &mut Dice| dice.value(&kind);
            let split = self.pick(&DATES);
            let values = [
                (value(self), None, self.chance(80).then_some("2025-06-30")),
                (value(self), Some("2026-01-01"), self.chance(50).then_some(split)),
            ];
            let count = if values[0].2.is_none() { 1 } else { 2 };
            world.parameter(&values[..count]);
        }
        world.judged(RuleId(0), "it is safe");
        world.judged(RuleId(0), "it is fair");
    }

    /// A condition about the product.
    pub fn condition(&mut self, world: &mut World, depth: usize) -> NodeId {
        self.condition_in(world, depth, Bound::default())
    }

    /// A condition about an item of `items`, under the rule's binder.
    pub fn item_condition(&mut self, world: &mut World, depth: usize) -> NodeId {
        self.condition_in(world, depth, Bound { rule: Some("items"), quantifier: None })
    }

    fn condition_in(&mut self, world: &mut World, depth: usize, bound: Bound) -> NodeId {
        if depth == 0 {
            return self.test(world, bound);
        }
        match self.roll(9) {
            0..=2 => {
                let parts = self.parts(world, depth, bound);
                world.and(&parts)
            }
            3..=5 => {
                let parts = self.parts(world, depth, bound);
                world.or(&parts)
            }
            6 => {
                let part = self.condition_in(world, depth - 1, bound);
                world.not(part)
            }
            7 if bound.quantifier.is_none() => {
                let list = self.pick(&LISTS);
                let inner = Bound { quantifier: Some(list), ..bound };
                let body = self.condition_in(world, depth - 1, inner);
                let list = world.fact(list);
                world.node(Node::Some { binder: Binder::Quantifier, list, body })
            }
            8 if bound.rule.is_none() && bound.quantifier.is_none() => {
                let body = self.item_condition(world, depth - 1);
                world.some("items", body)
            }
            _ => self.test(world, bound),
        }
    }

    fn parts(&mut self, world: &mut World, depth: usize, bound: Bound) -> Vec<NodeId> {
        let count = 2 + self.roll(2);
        (0..count).map(|_| self.condition_in(world, depth - 1, bound)).collect()
    }

    fn test(&mut self, world: &mut World, bound: Bound) -> NodeId {
        let node = match self.roll(15) {
            0 => Node::CheckedIn(self.period()),
            1 => Node::Triggered(self.trigger()),
            2 => Node::Judged(comity::model::condition::JudgementId(self.roll(2) as u32)),
            3 => {
                let list = world.fact(self.pick(&["items", "parts"]));
                self.pick(&[Node::Empty(Operand::Fact(list)), Node::Present(Operand::Fact(list))])
            }
            4 => {
                let rule = RuleId(self.roll(world.law.rules.len()) as u32);
                return world.rule_state(rule, self.pick(&STATES));
            }
            _ => self.test_of_value(world, bound),
        };
        world.node(node)
    }

    fn test_of_value(&mut self, world: &mut World, bound: Bound) -> Node {
        let (operand, kind) = self.place(world, bound);
        if self.chance(15) {
            return Node::Present(operand);
        }
        match &kind {
            Type::YesNo if self.chance(70) => Node::Holds(operand),
            Type::SetOf(_) | Type::SetOfText | Type::SetOfLanguages => match self.roll(3) {
                0 => Node::Empty(operand),
                _ => {
                    let (members, all) = (self.value(&kind), self.chance(50));
                    Node::Includes { operand, members, all }
                }
            },
            Type::OneOf(_) | Type::Text | Type::WholeNumber { .. } if self.chance(30) => {
                let values = (0..self.roll(3)).map(|_| self.value(&kind)).collect();
                Node::In { operand, values }
            }
            _ => {
                let comparison = self.comparison(&kind);
                let (left, right) =
                    (self.sum(world, bound, operand, &kind), self.side(world, bound, &kind));
                match self.chance(15) {
                    true => Node::Compare { left: right, comparison, right: left },
                    false => Node::Compare { left, comparison, right },
                }
            }
        }
    }

    fn comparison(&mut self, kind: &Type) -> Comparison {
        let ordered = [
            Comparison::Equal,
            Comparison::AtLeast,
            Comparison::AtMost,
            Comparison::MoreThan,
            Comparison::LessThan,
        ];
        match kind {
            Type::WholeNumber { .. }
            | Type::Date
            | Type::Duration
            | Type::Version
            | Type::Money => self.pick(&ordered),
            _ => Comparison::Equal,
        }
    }

    /// A fact or field, with its type.
    fn place(&mut self, world: &World, bound: Bound) -> (Operand, Type) {
        let of_item = |binder: Binder, list: Option<&str>| Some((binder, world.fact(list?)));
        let bound =
            [of_item(Binder::Rule, bound.rule), of_item(Binder::Quantifier, bound.quantifier)];
        let bound: Vec<_> = bound.into_iter().flatten().collect();
        if !bound.is_empty() && self.chance(60) {
            let (binder, list) = self.pick(&bound);
            let (field, kind) = self.field(world, list);
            return (Operand::Field(binder, field), kind);
        }
        if self.chance(10) {
            let (field, kind) = self.field(world, world.fact("market.placements"));
            return (Operand::Placement(field), kind);
        }
        let facts: Vec<(FactId, Type)> = world
            .law
            .vocabulary
            .iter()
            .filter(|(_, fact)| fact.kind != Type::List)
            .map(|(id, fact)| (id, fact.kind.clone()))
            .collect();
        let (fact, kind) = self.pick(&facts);
        (Operand::Fact(fact), kind)
    }

    fn field(&mut self, world: &World, list: FactId) -> (FieldId, Type) {
        let fields = &world.law.vocabulary.fact(list).unwrap().fields;
        let index = self.roll(fields.len());
        (FieldId { list, index: index as u32 }, fields[index].kind.clone())
    }

    /// The other side of a comparison.
    fn side(&mut self, world: &World, bound: Bound, kind: &Type) -> Operand {
        if self.chance(40) {
            for _ in 0..20 {
                let (operand, other) = self.place(world, bound);
                if other == *kind {
                    return operand;
                }
            }
        }
        let parameter = match kind {
            Type::WholeNumber { .. } => Some(0),
            Type::Duration => Some(1),
            Type::Date => Some(2),
            _ => None,
        };
        match parameter {
            Some(id) if self.chance(30) => {
                let clock = self.pick(&CLOCKS);
                self.sum(world, bound, Operand::Parameter(ParameterId(id), clock), kind)
            }
            _ if *kind == Type::Date && self.chance(20) => Operand::Today,
            _ => Operand::Literal(self.value(kind)),
        }
    }

    /// The operand, or a sum or difference with it.
    fn sum(&mut self, world: &World, bound: Bound, left: Operand, kind: &Type) -> Operand {
        let added = match kind {
            Type::Date => Type::Duration,
            Type::WholeNumber { .. } | Type::Duration => kind.clone(),
            _ => return left,
        };
        if !self.chance(25) {
            return left;
        }
        let right = match self.chance(50) {
            true => Operand::Literal(self.value(&added)),
            false => self.side(world, bound, &added),
        };
        match self.chance(50) {
            true => Operand::Plus(Box::new(left), Box::new(right)),
            false => Operand::Minus(Box::new(left), Box::new(right)),
        }
    }

    /// A rule with some of every clause.
    pub fn rule(&mut self, world: &mut World, depth: usize) -> RuleId {
        let every = self.chance(50).then_some("items");
        let item = |dice: &mut Dice, world: &mut World| match every {
            Some(_) => dice.item_condition(world, depth),
            None => dice.condition(world, depth),
        };
        let several = |dice: &mut Dice, world: &mut World, item: bool| -> Vec<NodeId> {
            let make = |dice: &mut Dice, world: &mut World| match every {
                Some(_) if item => dice.item_condition(world, depth),
                _ => dice.condition(world, depth),
            };
            (0..dice.roll(3)).map(|_| make(dice, world)).collect()
        };
        let draft = Draft {
            modality: self.pick(&[Modality::Must, Modality::Must, Modality::Should, Modality::May]),
            in_force: if self.chance(30) { self.period() } else { Period::default() },
            trigger: self.chance(40).then(|| self.trigger()),
            applies: several(self, world, false),
            except: several(self, world, false),
            every,
            filter: every.filter(|_| self.chance(50)).map(|_| item(self, world)),
            norm: Some(item(self, world)),
            unless: several(self, world, true),
            instead: (0..self.roll(2)).map(|_| (item(self, world), item(self, world))).collect(),
            deemed: (0..self.roll(3)).map(|_| (item(self, world), self.period())).collect(),
            ..Draft::default()
        };
        world.rule(draft)
    }

    /// A product of which about `percent` of all facts are stated.
    pub fn product<'w>(&mut self, world: &'w World, percent: usize) -> Product<'w> {
        let mut product = Product::new(world);
        for (id, fact) in world.law.vocabulary.iter() {
            if self.chance(percent) {
                product.manifest.facts.insert(id, self.statement(fact, percent));
            }
        }
        for _ in 0..self.roll(3) {
            let text = self.pick(&[None, Some("it is safe"), Some("it is fair")]);
            product = product.judged("test.0", text, self.chance(50));
        }
        product
    }

    fn statement(&mut self, fact: &Fact, percent: usize) -> Statement {
        let value = match &fact.kind {
            _ if self.chance(10) => Stated::Absent,
            Type::List => {
                Stated::Items((0..self.roll(4)).map(|at| self.item(fact, at, percent)).collect())
            }
            kind => Stated::Value(self.value(kind)),
        };
        statement(value, self.pick(&LEVELS))
    }

    fn item(&mut self, list: &Fact, at: usize, percent: usize) -> Item {
        let mut item = Item { id: (at + 1).to_string(), fields: Default::default(), span: span() };
        for (index, field) in (0u32..).zip(list.fields.values()) {
            if self.chance(percent) {
                item.fields.insert(index, self.statement(field, percent));
            }
        }
        item
    }

    /// A row of the product, with one of its placements or none.
    pub fn row<'p>(&mut self, product: &'p Product<'_>) -> Row<'p> {
        let placement = self.chance(80).then(|| Placement(self.roll(2) as u32));
        let market = Market { jurisdiction: super::world::EU, placement };
        Row { manifest: &product.manifest, market, on: super::world::day(self.pick(&DATES)) }
    }
}
