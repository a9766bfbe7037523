//! A clash is a context that no design serves: what the solver says of two duties, brute force
//! finds in every context and every design of a small world.

use super::dice::Dice;
use super::products::{Products, slots};
use super::small::{ON, Placing, row, small_world, wide_condition, wide_facts};
use super::telling;
use super::world::{Draft, EU, World, day, must};
use comity::analysis::conflicts::{Clash, Conflict, clash};
use comity::analysis::duties::Duty;
use comity::analysis::ground::Ground;
use comity::analysis::problem::Limits;
use comity::analysis::sides::Sides;
use comity::eval::walk::Walker;
use comity::model::condition::NodeId;
use comity::model::manifest::Manifest;
use comity::model::rule::RuleId;
use comity::model::vocabulary::{Fact, Setting, Type};
use comity::plan::reading::Threshold;
use comity::plan::row::Row;
use comity::plan::truth::Truth;
use std::collections::BTreeMap;

/// Pairs of duties of which the solver told whether they clash, and of which it did not.
#[derive(Default)]
pub struct Told {
    pub clashing: u64,
    pub calm: u64,
    pub unclear: u64,
    /// Contexts that brute force looked at.
    pub contexts: u64,
}

/// Of two duties whether both bind, and which of them is met, in some design of a context.
#[derive(Default, Clone, Copy)]
struct Seen {
    bind: bool,
    first: bool,
    second: bool,
    both: bool,
}

impl Seen {
    fn clashes(self) -> bool {
        self.bind && self.first && self.second && !self.both
    }
}

/// Judges two duties of a world of its own.
pub fn judge(dice: &mut Dice, told: &mut Told) {
    let wide = dice.chance(12).then(|| wide_facts(dice));
    let mut world = small_world(dice, wide);
    world.law.vocabulary.facts.values_mut().for_each(settle);
    let one = duty(dice, &mut world, wide, None);
    let against = dice.chance(50).then_some(one);
    let pair = [one, duty(dice, &mut world, wide, against)];
    let nodes: Vec<NodeId> = pair
        .iter()
        .flat_map(|&duty| Sides::roots(&world.law, duty))
        .map(|(node, _)| node)
        .collect();
    let most = if wide.is_some() { 7 } else { 3 };
    let products = Products::new(&world, slots(dice, &world, &nodes, Placing::Now, most));
    if products.has_every_design() {
        compare(&world, pair, &products, told);
    }
}

/// What has no end of values is found, and not decided.
fn settle(fact: &mut Fact) {
    if !matches!(fact.kind, Type::YesNo | Type::OneOf(_) | Type::SetOf(_)) {
        fact.setting = Setting::Fixed;
        fact.fields.values_mut().for_each(|field| field.setting = Setting::Fixed);
    }
}

/// A duty; with another one, what that forbids and maybe a little else.
fn duty(dice: &mut Dice, world: &mut World, wide: Option<&[&str]>, against: Option<Duty>) -> Duty {
    let mut norm = dice.condition(world, 1);
    if let Some(against) = against {
        let failing = world.law.rule(against.rule).unwrap().meaning.failing;
        norm = if dice.chance(50) { failing } else { world.and(&[failing, norm]) };
    }
    if let Some(facts) = wide {
        let wide = wide_condition(dice, world, facts);
        norm = if dice.chance(50) { world.or(&[norm, wide]) } else { world.and(&[norm, wide]) };
    }
    let scope = if dice.chance(50) { vec![dice.condition(world, 1)] } else { Vec::new() };
    Duty { rule: world.rule(Draft { applies: scope, ..must(norm) }), market: 0 }
}

fn compare(world: &World, pair: [Duty; 2], products: &Products, told: &mut Told) {
    let mut contexts: BTreeMap<usize, Seen> = BTreeMap::new();
    for at in (0..products.manifests.len()).filter(|&at| products.is_complete(at)) {
        let [one, other] = pair.map(|duty| says(world, duty.rule, row(&products.manifests[at])));
        let seen = contexts.entry(products.context(at)).or_default();
        seen.bind |= one.0 && other.0;
        seen.first |= one.1;
        seen.second |= other.1;
        seen.both |= one.1 && other.1;
    }
    told.contexts += contexts.len() as u64;
    let found = contexts.iter().find(|(_, seen)| seen.clashes()).map(|(at, _)| *at);
    let ground = Ground::any(&world.law, &[EU], day(ON));
    match clash(&ground, &pair, &Limits::default()) {
        Clash::Unclear => told.unclear += 1,
        Clash::None => {
            told.calm += 1;
            assert!(found.is_none(), "only brute force: {}", shown(world, pair, products, found));
        }
        Clash::Found(conflict) => {
            told.clashing += 1;
            check(world, pair, products, &conflict);
        }
    }
}

/// Both bind the product that is shown, and no design of it meets both.
fn check(world: &World, pair: [Duty; 2], products: &Products, conflict: &Conflict) {
    let shown = &conflict.product;
    let of = |manifest: &Manifest| {
        let row = Row { manifest, market: shown.markets[0], on: shown.on };
        pair.map(|duty| says(world, duty.rule, row))
    };
    assert!(of(&shown.manifest).iter().all(|(binds, _)| *binds), "{conflict:#?}");
    for manifest in products.designs(&shown.manifest) {
        let met = of(&manifest).iter().all(|(_, met)| *met);
        assert!(!met, "only the solver: {}", telling::product(world, &manifest));
    }
}

/// Whether a duty binds, and whether it is then met.
fn says(world: &World, rule: RuleId, row: Row<'_>) -> (bool, bool) {
    let walker = Walker::new(&world.law, row, Threshold(None));
    let meaning = world.law.rule(rule).unwrap().meaning;
    let is = |node, truth| walker.trace(node, Default::default()).truth == truth;
    let binds = is(meaning.in_scope, Truth::True) && is(meaning.standing, Truth::True);
    (binds, binds && is(meaning.failing, Truth::False))
}

fn shown(world: &World, pair: [Duty; 2], products: &Products, at: Option<usize>) -> String {
    let mut text = telling::facts(world);
    for duty in pair {
        let meaning = world.law.rule(duty.rule).unwrap().meaning;
        for node in [meaning.in_scope, meaning.standing, meaning.failing] {
            text.push_str("-\n");
            text.push_str(&telling::condition(world, node, 0));
        }
    }
    let context = at.map(|at| telling::product(world, &products.manifests[at]));
    format!("{text}in\n{}", context.unwrap_or_default())
}
