//! A product out of a model of the solver, and what the evaluator says of it.

use super::choices::{Choices, Subset};
use super::domain::Domains;
use super::encoder::item_id;
use super::ground::{Given, Ground};
use super::members::{Member, members_of};
use super::source::{Source, Variable};
use crate::model::condition::NodeId;
use crate::model::law::Law;
use crate::model::manifest::{EvidenceLevel, Item, Manifest, Stated, StatedJudgement, Statement};
use crate::model::value::Value;
use crate::model::vocabulary::{FactId, FieldId, Type};
use crate::plan::columns::Columns;
use crate::plan::order::Plan;
use crate::plan::reading::Threshold;
use crate::plan::row::{Market, Placement, PlacementFields, Row};
use crate::plan::run::Truths;
use crate::plan::truth::Truth;
use crate::source::{FileId, SourceFile, Span};
use jiff::civil::Date;
use rustsat::types::Lit;
use std::collections::BTreeMap;

/// A product that shows something, in some markets on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    /// What is stated of it: as much as it takes.
    pub manifest: Manifest,
    /// The markets, each with its placement.
    pub markets: Vec<Market>,
    /// The day of the check.
    pub on: Date,
}

impl Witness {
    /// What the evaluator says of conditions, in each market.
    #[must_use]
    pub fn truths(&self, law: &Law, plan: &Plan, nodes: &[(NodeId, u32)]) -> Vec<Truth> {
        let row = |market: &Market| Row { manifest: &self.manifest, market: *market, on: self.on };
        let rows: Vec<Row<'_>> = self.markets.iter().map(row).collect();
        let mut columns = Columns::new(law, plan, Threshold::default());
        let mut truths = Truths::default();
        columns.fill(plan, &rows);
        truths.compute(plan, &columns);
        nodes.iter().map(|&(node, market)| truths.get(plan, node, market as usize)).collect()
    }
}

/// Reads a product off a model.
pub(super) struct Decoder<'d, 'a> {
    pub(super) ground: &'d Ground<'a>,
    pub(super) choices: &'d Choices,
    pub(super) domains: &'d Domains,
    /// Whether a literal holds in the model.
    pub(super) holds: &'d dyn Fn(Lit) -> bool,
}

impl Decoder<'_, '_> {
    pub(super) fn witness(&self) -> Witness {
        let mut manifest = self.ground.manifest().map_or_else(blank, |(stated, _)| stated.clone());
        let mut markets = self.ground.markets.clone();
        self.decode_lists(&mut manifest);
        for (variable, value) in self.values() {
            self.state(&mut manifest, variable, value);
        }
        if self.ground.is_placed_alike() {
            self.place(&mut manifest, &mut markets);
        }
        self.complete_references(&mut manifest);
        manifest.judgements.extend(self.judgements());
        Witness { manifest, markets, on: self.ground.on }
    }

    /// Every choice with what was chosen, where that is not what is stated; none where nothing is
    /// known of it.
    fn values(&self) -> Vec<(Variable, Option<Stated>)> {
        let scalars = self.choices.scalars.iter().filter_map(|(variable, choice)| {
            let domain = self.domains.scalars.get(&variable.source)?;
            let chosen = choice.values.iter().position(|value| (self.holds)(*value))?;
            let is_kept = domain.position(&self.ground.now(*variable)) == Some(chosen);
            let value = domain.values.get(chosen)?;
            // What is stated and does not count is taken back, so that it stays unknown.
            let is_kept = is_kept && *value != Given::Unknown;
            (!is_kept).then_some((*variable, stated(value)))
        });
        let sets = self.choices.sets.iter().filter_map(|(variable, set)| {
            let stated = if (self.holds)(set.unknown) {
                None
            } else if (self.holds)(set.absent) {
                Some(Stated::Absent)
            } else {
                Some(Stated::Value(self.set_of(*variable, set)?))
            };
            Some((*variable, stated))
        });
        scalars.chain(sets).collect()
    }

    /// The members of a set; those that no condition tells apart are kept as they are stated.
    fn set_of(&self, variable: Variable, set: &Subset) -> Option<Value> {
        let members = self.domains.sets.get(&variable.source)?;
        let kind = variable.source.kind(&self.ground.law.vocabulary)?;
        let now = match self.ground.now(variable) {
            Given::Value(now) => members_of(&now),
            _ => Vec::new(),
        };
        let alike: Vec<&Member> =
            now.iter().filter(|member| !members.named.contains(member)).collect();
        let others = match alike.is_empty() {
            true => members.other.iter().collect(),
            false => alike,
        };
        let holds_other =
            set.members.get(members.named.len()).is_some_and(|one| (self.holds)(*one));
        let named = members.named.iter().zip(&set.members);
        let named = named.filter(|(_, literal)| (self.holds)(**literal)).map(|(member, _)| member);
        Some(set_value(kind, named.chain(others.into_iter().filter(|_| holds_other))))
    }

    fn decode_lists(&self, manifest: &mut Manifest) {
        for (&list, items) in &self.choices.lists {
            let now = self.ground.items(list);
            let is_kept = now.is_some() && !self.ground.may_change_items(list);
            if is_kept || Some(list) == self.ground.placement_list() {
                continue;
            }
            let live = (0u32..).zip(&items.live).filter(|(_, live)| (self.holds)(**live));
            let live: Vec<u32> = live.map(|(slot, _)| slot).collect();
            if (self.holds)(items.unknown) {
                manifest.facts.remove(&list);
            } else if (self.holds)(items.absent) {
                manifest.facts.insert(list, statement(Stated::Absent));
            } else if let (Some(statement), Some(now)) = (manifest.facts.get_mut(&list), now) {
                let item = |&slot| match now.get(slot as usize) {
                    Some(item) => item.clone(),
                    None => self.item(list, slot),
                };
                statement.value = Stated::Items(live.iter().map(item).collect());
            } else {
                let items = live.iter().map(|&slot| self.item(list, slot)).collect();
                manifest.facts.insert(list, statement(Stated::Items(items)));
            }
        }
    }

    fn item(&self, list: FactId, slot: u32) -> Item {
        named_item(self.ground.law, list, item_id(self.ground, list, slot))
    }

    fn state(&self, manifest: &mut Manifest, variable: Variable, value: Option<Stated>) {
        match variable.source {
            Source::Fact(fact) => put(&mut manifest.facts, fact, value),
            Source::Field(field) => {
                let id = item_id(self.ground, field.list, variable.slot);
                if let Some(item) = find_item(manifest, field.list, |item| item.id == id) {
                    put(&mut item.fields, field.index, value);
                }
            }
            Source::Placement(field) if !self.ground.is_placed_alike() => {
                let list = manifest.facts.get_mut(&field.list).map(|list| &mut list.value);
                if let Some(Stated::Items(items)) = list
                    && let Some(item) = items.get_mut(variable.slot as usize)
                {
                    put(&mut item.fields, field.index, value);
                }
            }
            Source::Placement(_) => {}
        }
    }

    /// One placement for each market, alike but for the territory.
    fn place(&self, manifest: &mut Manifest, markets: &mut [Market]) {
        let Some(fields) = PlacementFields::of(&self.ground.law.vocabulary) else { return };
        let mut items = Vec::new();
        for (at, market) in (0u32..).zip(markets) {
            let mut item = self.item(fields.list, at);
            for field in self.placement_fields(fields.list) {
                let given = match self.ground.placement(at as usize, field) {
                    Given::Free => self.chosen_placement(field),
                    given => stated(&given),
                };
                if let Some(value) = given {
                    item.fields.insert(field.index, statement(value));
                }
            }
            items.push(item);
            market.placement = Some(Placement(at));
        }
        manifest.facts.insert(fields.list, statement(Stated::Items(items)));
    }

    fn placement_fields(&self, list: FactId) -> Vec<FieldId> {
        let count = self.ground.law.vocabulary.fact(list).map_or(0, |fact| fact.fields.len());
        (0u32..).take(count).map(|index| FieldId { list, index }).collect()
    }

    fn chosen_placement(&self, field: FieldId) -> Option<Stated> {
        let wanted = Variable { source: Source::Placement(field), slot: 0 };
        let mut values = self.values().into_iter();
        values.find(|(variable, _)| *variable == wanted).and_then(|(_, value)| value)
    }

    /// Items that are referred to and that no condition asks for.
    fn complete_references(&self, manifest: &mut Manifest) {
        let references = self.choices.scalars.keys().filter_map(|variable| {
            let kind = variable.source.kind(&self.ground.law.vocabulary);
            let Some(Type::Reference(list)) = kind else { return None };
            Some((*list, names_at(manifest, variable.source)))
        });
        let wanted: Vec<(FactId, Vec<String>)> = references.collect();
        let wanted =
            wanted.into_iter().flat_map(|(list, ids)| ids.into_iter().map(move |id| (list, id)));
        for (list, id) in wanted {
            if find_item(manifest, list, |item| item.id == id).is_some() {
                continue;
            }
            let item = named_item(self.ground.law, list, id);
            let entry = manifest.facts.entry(list);
            let list = entry.or_insert_with(|| statement(Stated::Items(Vec::new())));
            if let Stated::Items(items) = &mut list.value {
                items.push(item);
            }
        }
    }

    fn judgements(&self) -> Vec<StatedJudgement> {
        let all = self.choices.judgements.iter();
        let told = all.filter(|(_, judged)| (self.holds)(judged.yes) || (self.holds)(judged.no));
        let judgements = told.map(|((rule, text), judged)| StatedJudgement {
            rule: rule.clone(),
            text: Some(text.clone()),
            met: (self.holds)(judged.yes),
            by: "assumed".to_owned(),
            on: self.ground.on,
            reason: None,
            span: nowhere(),
        });
        judgements.collect()
    }
}

/// The names that a fact, or a field of all items, gives.
fn names_at(manifest: &Manifest, source: Source) -> Vec<String> {
    let name = |stated: &Statement| match &stated.value {
        Stated::Value(Value::Text(id)) => Some(id.clone()),
        _ => None,
    };
    match source {
        Source::Fact(fact) => manifest.facts.get(&fact).and_then(name).into_iter().collect(),
        Source::Field(field) | Source::Placement(field) => {
            let list = manifest.facts.get(&field.list).map(|list| &list.value);
            let Some(Stated::Items(items)) = list else { return Vec::new() };
            items.iter().filter_map(|item| item.fields.get(&field.index).and_then(name)).collect()
        }
    }
}

/// States a value, or takes back what is stated.
fn put<K: Ord>(stated: &mut BTreeMap<K, Statement>, key: K, value: Option<Stated>) {
    match value {
        Some(value) if stated.get(&key).is_some_and(|now| now.value == value) => {}
        Some(value) => drop(stated.insert(key, statement(value))),
        None => drop(stated.remove(&key)),
    }
}

fn find_item(
    manifest: &mut Manifest,
    list: FactId,
    wanted: impl Fn(&Item) -> bool,
) -> Option<&mut Item> {
    match &mut manifest.facts.get_mut(&list)?.value {
        Stated::Items(items) => items.iter_mut().find(|item| wanted(item)),
        _ => None,
    }
}

fn stated(given: &Given) -> Option<Stated> {
    match given {
        Given::Absent => Some(Stated::Absent),
        Given::Value(value) => Some(Stated::Value(value.clone())),
        Given::Free | Given::Unknown => None,
    }
}

fn set_value<'m>(kind: &Type, members: impl Iterator<Item = &'m Member>) -> Value {
    let (mut bits, mut texts) = (0u128, Vec::new());
    for member in members {
        match member {
            Member::Word(bit) => bits |= 1 << bit,
            Member::Text(text) => texts.push(text.clone()),
        }
    }
    texts.sort();
    if matches!(kind, Type::SetOf(_)) { Value::Set(bits) } else { Value::Texts(texts) }
}

pub(super) fn named_item(law: &Law, list: FactId, id: String) -> Item {
    let mut fields = BTreeMap::new();
    let named = law.vocabulary.fact(list).and_then(|list| list.fields.get_index_of("id"));
    if let Some(index) = named.and_then(|index| u32::try_from(index).ok()) {
        fields.insert(index, statement(Stated::Value(Value::Text(id.clone()))));
    }
    Item { id, fields, span: nowhere() }
}

pub(super) fn statement(value: Stated) -> Statement {
    Statement {
        value,
        level: EvidenceLevel::Unstated,
        evidence: Vec::new(),
        as_of: None,
        span: nowhere(),
    }
}

pub(super) fn nowhere() -> Span {
    Span::new(FileId::MANIFEST, 0, 0)
}

fn blank() -> Manifest {
    Manifest {
        source: SourceFile::new("witness", ""),
        facts: BTreeMap::new(),
        judgements: Vec::new(),
        extensions: Default::default(),
    }
}
