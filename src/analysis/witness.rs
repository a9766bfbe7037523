//! A product out of a model of the solver, and what the evaluator says of it.

use super::choices::Choices;
use super::domain::{Domains, Member};
use super::encoder::item_id;
use super::ground::{Given, Ground};
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

    /// Every choice with what was chosen; none where it stays open.
    fn values(&self) -> Vec<(Variable, Stated)> {
        let scalars = self.choices.scalars.iter().filter_map(|(variable, choice)| {
            let domain = self.domains.scalars.get(&variable.source)?;
            let chosen = choice.values.iter().position(|value| (self.holds)(*value))?;
            Some((*variable, stated(domain.values.get(chosen)?)?))
        });
        let sets = self.choices.sets.iter().filter_map(|(variable, set)| {
            if (self.holds)(set.absent) {
                return Some((*variable, Stated::Absent));
            }
            let members = self.domains.sets.get(&variable.source)?;
            let all = members.named.iter().chain(&members.other).zip(&set.members);
            let chosen = all.filter(|(_, literal)| (self.holds)(**literal));
            Some((
                *variable,
                Stated::Value(set_value(
                    variable.source.kind(&self.ground.law.vocabulary)?,
                    chosen.map(|(member, _)| member),
                )),
            ))
        });
        scalars.chain(sets).collect()
    }

    fn decode_lists(&self, manifest: &mut Manifest) {
        for (&list, items) in &self.choices.lists {
            let is_stated = self.ground.items(list).is_some();
            if is_stated || Some(list) == self.ground.placement_list() {
                continue;
            }
            let live = (0u32..).zip(&items.live).filter(|(_, live)| (self.holds)(**live));
            let stated = if (self.holds)(items.absent) {
                Stated::Absent
            } else {
                Stated::Items(live.map(|(slot, _)| self.item(list, slot)).collect())
            };
            manifest.facts.insert(list, statement(stated));
        }
    }

    fn item(&self, list: FactId, slot: u32) -> Item {
        named_item(self.ground.law, list, item_id(self.ground, list, slot))
    }

    fn state(&self, manifest: &mut Manifest, variable: Variable, value: Stated) {
        match variable.source {
            Source::Fact(fact) => drop(manifest.facts.insert(fact, statement(value))),
            Source::Field(field) => {
                let id = item_id(self.ground, field.list, variable.slot);
                if let Some(item) = find_item(manifest, field.list, |item| item.id == id) {
                    item.fields.insert(field.index, statement(value));
                }
            }
            Source::Placement(field) if !self.ground.is_placed_alike() => {
                let market = self.ground.markets.get(variable.slot as usize);
                let at = market.and_then(|market| market.placement).map(|at| at.0 as usize);
                if let (Some(Stated::Items(items)), Some(at)) =
                    (manifest.facts.get_mut(&field.list).map(|list| &mut list.value), at)
                    && let Some(item) = items.get_mut(at)
                {
                    item.fields.insert(field.index, statement(value));
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
        self.values().into_iter().find(|(variable, _)| *variable == wanted).map(|(_, value)| value)
    }

    /// Items that are referred to and that no condition asks for.
    fn complete_references(&self, manifest: &mut Manifest) {
        let mut wanted: Vec<(FactId, String)> = Vec::new();
        for variable in self.choices.scalars.keys() {
            let Source::Field(field) = variable.source else { continue };
            let kind = variable.source.kind(&self.ground.law.vocabulary);
            let Some(Type::Reference(list)) = kind else { continue };
            let stated = manifest.facts.get(&field.list).map(|list| &list.value);
            let Some(Stated::Items(items)) = stated else { continue };
            for item in items {
                if let Some(Stated::Value(Value::Text(id))) =
                    item.fields.get(&field.index).map(|value| &value.value)
                {
                    wanted.push((*list, id.clone()));
                }
            }
        }
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
        let judgements =
            self.choices.judgements.iter().map(|((rule, text), judged)| StatedJudgement {
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
