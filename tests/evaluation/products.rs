//! Every product that few values of few facts allow, and what can become of each.

use super::dice::Dice;
use super::small::{Placing, gone_through, pool};
use super::world::{Product, World, span, statement};
use comity::analysis::duties::{Read, reads};
use comity::model::condition::NodeId;
use comity::model::manifest::{EvidenceLevel, Item, Manifest, Stated};
use comity::model::value::Value;
use comity::model::vocabulary::{FactId, Setting, Type};
use std::collections::{BTreeMap, BTreeSet};

const NORMS: [&str; 2] = ["it is safe", "it is fair"];
/// More products than these are not made of one world.
const MOST: usize = 1_200;

/// What may be said of a thing; nothing, if it is unknown.
pub type Said = Option<Stated>;

/// What a product can say of one thing.
pub struct Slot {
    place: Place,
    pub says: Vec<Said>,
    /// Whether it is a matter of design.
    pub is_chosen: bool,
    /// For each thing said, whether what is left open can be told in no further way.
    closed: Vec<bool>,
    /// Fields of a list's items that count.
    fields: Vec<u32>,
}

#[derive(Clone, Copy)]
enum Place {
    Fact(FactId),
    Placed(u32),
    Judged(&'static str),
}

/// All products of some slots: the number of a product has a digit for each of them.
pub struct Products {
    pub slots: Vec<Slot>,
    strides: Vec<usize>,
    pub manifests: Vec<Manifest>,
}

impl Slot {
    fn new(place: Place, is_chosen: bool, values: Vec<Stated>, is_all: bool) -> Slot {
        let says: Vec<Said> = std::iter::once(None).chain(values.into_iter().map(Some)).collect();
        let closed = says.iter().map(|said| said.is_some() || is_all).collect();
        Slot { place, says, is_chosen, closed, fields: Vec::new() }
    }

    fn of_fact(dice: &mut Dice, world: &World, id: FactId, most: usize) -> Slot {
        let fact = world.law.vocabulary.fact(id).unwrap();
        let (values, is_all) = pool(dice, world, fact, most);
        let absent = fact.optional.then_some(Stated::Absent);
        let values = values.into_iter().map(Stated::Value).chain(absent).collect();
        Slot::new(Place::Fact(id), fact.setting == Setting::Chosen, values, is_all)
    }

    fn of_norm(norm: &'static str) -> Slot {
        let values = [true, false].map(|met| Stated::Value(Value::YesNo(met)));
        Slot::new(Place::Judged(norm), true, values.to_vec(), true)
    }

    /// Some lists of up to two items, each with every way to tell what is open of it.
    fn of_list(dice: &mut Dice, world: &World, id: FactId, fields: Vec<u32>) -> Slot {
        let list = world.law.vocabulary.fact(id).unwrap();
        let answers: Vec<(Vec<Stated>, bool)> = fields
            .iter()
            .map(|&index| {
                let field = &list.fields[index as usize];
                let (mut values, is_all) = pool(dice, world, field, 2);
                let is_all = is_all && values.len() < 4;
                values.truncate(3);
                let absent = field.optional.then_some(Stated::Absent);
                (values.into_iter().map(Stated::Value).chain(absent).collect(), is_all)
            })
            .collect();
        let mut says: Vec<(Said, bool)> = vec![(None, false)];
        says.extend(list.optional.then_some((Some(Stated::Absent), true)));
        says.push((Some(Stated::Items(Vec::new())), true));
        for count in [1, 1, 2, 2] {
            let mut open = 2;
            let items = (0..count).map(|at| {
                let fields = fields.iter().zip(&answers).filter_map(|(&index, (values, _))| {
                    if open > 0 && dice.chance(40) {
                        open -= 1;
                        return None;
                    }
                    let value = statement(dice.pick(values), EvidenceLevel::Unstated);
                    Some((index, value))
                });
                Item { id: (at + 1).to_string(), fields: fields.collect(), span: span() }
            });
            let items: Vec<Item> = items.collect();
            let is_all = fields.iter().zip(&answers).all(|(index, (_, is_all))| {
                *is_all || items.iter().all(|item| item.fields.contains_key(index))
            });
            let told = tell_items(&items, &fields, &answers);
            says.push((Some(Stated::Items(items)), is_all));
            says.extend(told.into_iter().map(|items| (Some(Stated::Items(items)), true)));
        }
        let mut known: Vec<(Said, bool)> = Vec::new();
        for (said, is_closed) in says {
            if known.iter().all(|(one, _)| *one != said) {
                known.push((said, is_closed));
            }
        }
        let (says, closed) = known.into_iter().unzip();
        let is_chosen = list.setting == Setting::Chosen;
        Slot { place: Place::Fact(id), says, is_chosen, closed, fields }
    }

    fn is_complete(&self, said: usize) -> bool {
        match &self.says[said] {
            None => false,
            Some(Stated::Items(items)) => {
                let has_all =
                    |item: &Item| self.fields.iter().all(|at| item.fields.contains_key(at));
                items.iter().all(has_all)
            }
            Some(_) => true,
        }
    }

    /// What says the same and maybe more.
    fn refined(&self, said: usize) -> Vec<usize> {
        (0..self.says.len()).filter(|&more| refines(&self.says[said], &self.says[more])).collect()
    }

    fn completed(&self, said: usize) -> Vec<usize> {
        self.refined(said).into_iter().filter(|&more| self.is_complete(more)).collect()
    }

    /// What a design may make of it.
    fn redesigned(&self, said: usize) -> Vec<usize> {
        let complete = (0..self.says.len()).filter(|&other| self.is_complete(other));
        let length = |said: usize| match &self.says[said] {
            Some(Stated::Items(items)) => Some(items.len()),
            Some(_) => None,
            None => Some(usize::MAX),
        };
        match (self.place, &self.says[said]) {
            (Place::Placed(_), _) => vec![said],
            (Place::Judged(_), Some(_)) => vec![said],
            (Place::Fact(_), _) if !self.is_chosen => vec![said],
            (_, Some(Stated::Items(_))) => {
                complete.filter(|&other| length(other) == length(said)).collect()
            }
            (_, Some(Stated::Absent)) if self.is_list() => vec![said],
            _ => complete.collect(),
        }
    }

    fn is_list(&self) -> bool {
        self.says.iter().any(|said| matches!(said, Some(Stated::Items(_))))
    }

    /// Says one thing only.
    fn fix(&mut self, said: usize) {
        self.says = vec![self.says[said].clone()];
        self.closed = vec![self.closed[said]];
    }
}

fn refines(said: &Said, more: &Said) -> bool {
    match (said, more) {
        (None, _) => true,
        (Some(Stated::Items(said)), Some(Stated::Items(more))) => {
            said.len() == more.len()
                && said.iter().zip(more).all(|(said, more)| {
                    said.fields.iter().all(|(at, value)| more.fields.get(at) == Some(value))
                })
        }
        _ => said == more,
    }
}

fn tell_items(items: &[Item], fields: &[u32], answers: &[(Vec<Stated>, bool)]) -> Vec<Vec<Item>> {
    let mut all = vec![items.to_vec()];
    for at in 0..items.len() {
        for (&index, (values, _)) in fields.iter().zip(answers) {
            if items[at].fields.contains_key(&index) {
                continue;
            }
            let told = |items: &Vec<Item>, value: &Stated| {
                let mut items = items.clone();
                let value = statement(value.clone(), EvidenceLevel::Unstated);
                items[at].fields.insert(index, value);
                items
            };
            all = all
                .iter()
                .flat_map(|items| values.iter().map(|value| told(items, value)).collect::<Vec<_>>())
                .collect();
        }
    }
    all
}

/// What can be said of all that some conditions read, in at most [`MOST`] ways.
pub fn slots(
    dice: &mut Dice,
    world: &World,
    nodes: &[NodeId],
    placing: Placing,
    most: usize,
) -> Vec<Slot> {
    let reads = reads(&world.law, nodes.iter().copied());
    let mut lists: BTreeMap<FactId, BTreeSet<u32>> = BTreeMap::new();
    let mut slots = Vec::new();
    for read in reads {
        match read {
            Read::Field(field) => {
                lists.entry(field.list).or_default().insert(field.index);
            }
            Read::Fact(fact) if world.law.vocabulary.fact(fact).unwrap().kind == Type::List => {
                lists.entry(fact).or_default();
            }
            Read::Fact(fact) => slots.push(Slot::of_fact(dice, world, fact, most)),
            Read::Judgement(norm) => slots.push(Slot::of_norm(NORMS[norm.0 as usize])),
        }
    }
    for list in gone_through(world, nodes) {
        lists.entry(list).or_default();
    }
    lists.remove(&world.fact("market.placements"));
    for (list, fields) in lists {
        slots.push(Slot::of_list(dice, world, list, fields.into_iter().collect()));
    }
    slots.extend(placement(dice, world, placing));
    shrink(dice, &mut slots);
    slots
}

fn placement(dice: &mut Dice, world: &World, placing: Placing) -> Vec<Slot> {
    let list = world.law.vocabulary.find("market.placements").unwrap().1;
    let slot = |dice: &mut Dice, name: &str| {
        let (index, _, field) = list.fields.get_full(name).unwrap();
        let (values, is_all) = pool(dice, world, field, 2);
        let absent = (name != "first_placed").then_some(Stated::Absent);
        let values = values.into_iter().map(Stated::Value).chain(absent).collect();
        Slot::new(Place::Placed(index as u32), false, values, is_all)
    };
    let names = ["first_placed", "last_placed", "last_made_available", "to_consumers"];
    let mut slots: Vec<Slot> = names.iter().map(|name| slot(dice, name)).collect();
    if placing == Placing::Now {
        let now = Stated::Value(Value::Date(super::world::day(super::small::ON)));
        for (slot, said) in slots.iter_mut().zip([now, Stated::Absent, Stated::Absent]) {
            slot.says = vec![Some(said)];
            slot.closed = vec![true];
        }
    }
    slots
}

/// Settles some slots at random until few enough products are left.
fn shrink(dice: &mut Dice, slots: &mut [Slot]) {
    while slots.iter().map(|slot| slot.says.len()).product::<usize>() > MOST {
        let open: Vec<usize> = (0..slots.len()).filter(|&at| slots[at].says.len() > 1).collect();
        let slot = &mut slots[dice.pick(&open)];
        let complete = slot.completed(0);
        let said = dice.pick(&complete);
        slot.fix(said);
    }
}

impl Products {
    pub fn new(world: &World, slots: Vec<Slot>) -> Products {
        let mut strides = Vec::new();
        let mut count = 1;
        for slot in &slots {
            strides.push(count);
            count *= slot.says.len();
        }
        let mut products = Products { slots, strides, manifests: Vec::new() };
        products.manifests = (0..count).map(|at| products.manifest(world, at)).collect();
        products
    }

    /// What a product says of a thing, by its position.
    pub fn digit(&self, product: usize, slot: usize) -> usize {
        product / self.strides[slot] % self.slots[slot].says.len()
    }

    fn manifest(&self, world: &World, at: usize) -> Manifest {
        let list = world.fact("market.placements");
        let mut placed = Item { id: "1".to_owned(), fields: BTreeMap::new(), span: span() };
        let territory = world.field("market.placements.territory").index;
        let eu = Stated::Value(Value::Text("EU".to_owned()));
        placed.fields.insert(territory, statement(eu, EvidenceLevel::Unstated));
        let mut product = Product::new(world);
        for (index, slot) in self.slots.iter().enumerate() {
            let Some(said) = slot.says[self.digit(at, index)].clone() else { continue };
            let stated = statement(said.clone(), EvidenceLevel::Unstated);
            match slot.place {
                Place::Fact(fact) => drop(product.manifest.facts.insert(fact, stated)),
                Place::Placed(field) => drop(placed.fields.insert(field, stated)),
                Place::Judged(norm) => {
                    let met = said == Stated::Value(Value::YesNo(true));
                    product = product.judged("test.0", Some(norm), met);
                }
            }
        }
        let placements = statement(Stated::Items(vec![placed]), EvidenceLevel::Unstated);
        product.manifest.facts.insert(list, placements);
        product.manifest
    }

    fn all(&self, product: usize, holds: impl Fn(&Slot, usize) -> bool) -> bool {
        (0..self.slots.len()).all(|at| holds(&self.slots[at], self.digit(product, at)))
    }

    pub fn is_complete(&self, product: usize) -> bool {
        self.all(product, Slot::is_complete)
    }

    /// Whether what a product leaves open can be told in no way that is not here.
    pub fn is_closed(&self, product: usize) -> bool {
        self.all(product, |slot, said| slot.closed[said])
    }

    /// Whether every value of every design decision is among them.
    pub fn has_every_design(&self) -> bool {
        let is_open = |slot: &Slot| slot.says[0].is_none() && slot.closed[0];
        self.slots.iter().filter(|slot| slot.is_chosen).all(is_open)
    }

    /// The product of the same surroundings of whose design nothing is known.
    pub fn context(&self, product: usize) -> usize {
        let fixed = (0..self.slots.len()).filter(|&at| !self.slots[at].is_chosen);
        fixed.map(|at| self.digit(product, at) * self.strides[at]).sum()
    }

    /// A product with every design there is.
    pub fn designs(&self, manifest: &Manifest) -> Vec<Manifest> {
        let is_design = |at: &usize| {
            (0..self.slots.len()).all(|slot| match self.slots[slot].is_chosen {
                true => self.slots[slot].is_complete(self.digit(*at, slot)),
                false => self.digit(*at, slot) == 0,
            })
        };
        let designs = (0..self.manifests.len()).filter(is_design);
        designs.map(|at| self.redesign(manifest, &self.manifests[at])).collect()
    }

    fn redesign(&self, manifest: &Manifest, design: &Manifest) -> Manifest {
        let mut made = manifest.clone();
        made.judgements = design.judgements.clone();
        for slot in self.slots.iter().filter(|slot| slot.is_chosen) {
            if let Place::Fact(fact) = slot.place {
                made.facts.insert(fact, design.facts[&fact].clone());
            }
        }
        made
    }

    /// The same, where lists that are partly told could stay so in ways that are not here.
    pub fn is_closed_to_less(&self, product: usize) -> bool {
        self.all(product, |slot, said| {
            slot.closed[said] && (slot.is_complete(said) || !slot.is_list())
        })
    }

    /// Of every product what can come out once all is told.
    pub fn completed(&self, found: &[u16]) -> Vec<u16> {
        let complete = |at| if self.is_complete(at) { found[at] } else { 0 };
        self.gather((0..found.len()).map(complete).collect(), Slot::completed)
    }

    /// Of every product what can come out with more told.
    pub fn refined(&self, found: &[u16]) -> Vec<u16> {
        self.gather(found.to_vec(), Slot::refined)
    }

    /// Of every product what can come out of another design.
    pub fn redesigned(&self, found: &[u16]) -> Vec<u16> {
        self.gather(found.to_vec(), Slot::redesigned)
    }

    /// For every product all that is found of those that it can become, slot by slot.
    fn gather(&self, mut found: Vec<u16>, ways: impl Fn(&Slot, usize) -> Vec<usize>) -> Vec<u16> {
        for (index, slot) in self.slots.iter().enumerate() {
            let ways: Vec<Vec<usize>> = (0..slot.says.len()).map(|said| ways(slot, said)).collect();
            let stride = self.strides[index];
            let gathered = |at: usize| {
                let said = self.digit(at, index);
                let zero = at - said * stride;
                ways[said].iter().fold(0, |all, &way| all | found[zero + way * stride])
            };
            found = (0..found.len()).map(gathered).collect();
        }
        found
    }
}
