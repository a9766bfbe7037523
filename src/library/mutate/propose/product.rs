//! The product of an example that states something besides what it is like.

use super::bases::Start;
use crate::analysis::witness::Witness;
use crate::model::example::Example;
use crate::model::jurisdiction::JurisdictionId;
use crate::model::law::Law;
use crate::model::manifest::{EvidenceLevel, Item, Manifest, Stated, Statement};
use crate::model::ruleset::{Ruleset, RulesetId};
use crate::model::value::Value;
use crate::model::vocabulary::FactId;
use crate::plan::row::PlacementFields;
use crate::report::mutate::Step;
use crate::source::{SourceFile, Span};
use indexmap::IndexMap;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Fields of a placement that `placed in … on …` tells.
const TOLD: [&str; 4] = ["id", "territory", "first_placed", "last_placed"];

/// Makes products for one ruleset.
#[derive(Debug, Clone, Copy)]
pub(super) struct Maker<'a> {
    pub(super) law: &'a Law,
    pub(super) ruleset: RulesetId,
    pub(super) placement: Option<PlacementFields>,
    pub(super) span: Span,
}

impl Maker<'_> {
    /// What a product of the solver states, step by step: the day of placing last.
    pub(super) fn steps(&self, place: JurisdictionId, witness: &Witness) -> Vec<Step> {
        let mut steps = Vec::new();
        for (&id, statement) in &witness.manifest.facts {
            match &statement.value {
                Stated::Items(items) if self.is_placement(id) => {
                    steps.extend(items.first().into_iter().flat_map(|item| self.placed(item)));
                }
                value => steps.push(Step::Given(id, value.clone())),
            }
        }
        steps.extend(witness.manifest.judgements.iter().cloned().map(Step::Judged));
        steps.push(Step::Placed(place, witness.on));
        steps
    }

    fn is_placement(&self, id: FactId) -> bool {
        self.placement.is_some_and(|fields| fields.list == id)
    }

    fn placed(&self, item: &Item) -> Vec<Step> {
        let list = self.placement.and_then(|fields| self.law.vocabulary.fact(fields.list));
        let is_told = |index: &u32| {
            let field = list.and_then(|list| list.fields.get_index(*index as usize));
            field.is_none_or(|(name, _)| TOLD.contains(&name.as_str()))
        };
        let fields = item.fields.iter().filter(|(index, _)| !is_told(index));
        fields.map(|(&index, stated)| Step::Placement(index, stated.value.clone())).collect()
    }

    /// The product of an example that is like that one, if any, and states those steps.
    pub(super) fn product(&self, start: Option<&Start>, steps: &[Step]) -> Example {
        let mut product = start.map_or_else(|| self.blank(), |start| start.product.clone());
        let is_checked = start.is_some_and(|start| start.is_checked);
        // Fields of a placement stand in its row, wherever they are written.
        let is_placed = |step: &&Step| matches!(step, Step::Placed(..));
        let placed = steps.iter().filter(is_placed);
        for step in placed.chain(steps.iter().filter(|step| !is_placed(step))) {
            self.take(&mut product, step, is_checked);
        }
        product
    }

    fn take(&self, product: &mut Example, step: &Step, is_checked: bool) {
        match step {
            Step::Given(id, value) => {
                product.manifest.facts.insert(*id, self.statement(value.clone()));
            }
            Step::Placement(index, value) => {
                let value = self.statement(value.clone());
                if let Some(row) = self.row(&mut product.manifest) {
                    row.insert(*index, value);
                }
            }
            Step::Placed(place, day) => {
                self.place(product, *place, *day);
                if !is_checked {
                    product.on = *day;
                }
            }
            Step::Checked(day) => product.on = *day,
            Step::Judged(judged) => {
                let judgements = &mut product.manifest.judgements;
                judgements.retain(|earlier| {
                    let is_same = judged.text.is_none() || earlier.text == judged.text;
                    earlier.rule != judged.rule || !is_same
                });
                judgements.push(judged.clone());
            }
        }
    }

    /// The fields of the one placement that an example has.
    fn row<'m>(&self, manifest: &'m mut Manifest) -> Option<&'m mut BTreeMap<u32, Statement>> {
        let list = manifest.facts.get_mut(&self.placement?.list)?;
        match &mut list.value {
            Stated::Items(items) => items.first_mut().map(|item| &mut item.fields),
            _ => None,
        }
    }

    fn place(&self, product: &mut Example, place: JurisdictionId, day: Date) {
        let Some(fields) = self.placement else { return };
        let earlier = match product.territory {
            Some(_) => self.row(&mut product.manifest).map(std::mem::take).unwrap_or_default(),
            None => BTreeMap::new(),
        };
        let mut row = earlier;
        let code = self.law.jurisdictions.get(place).map(|place| Value::Text(place.code.clone()));
        let day = Some(Value::Date(day));
        let told = [
            (fields.territory, code),
            (fields.first_placed, day.clone()),
            (fields.last_placed, day),
        ];
        for (field, value) in told {
            if let (Some(field), Some(value)) = (field, value) {
                row.insert(field.index, self.statement(Stated::Value(value)));
            }
        }
        let item = Item { id: "placement".to_owned(), fields: row, span: self.span };
        product.manifest.facts.insert(fields.list, self.statement(Stated::Items(vec![item])));
        product.territory = Some(place);
    }

    fn blank(&self) -> Example {
        let manifest = Manifest {
            source: SourceFile::new("", ""),
            facts: BTreeMap::new(),
            judgements: Vec::new(),
            extensions: IndexMap::new(),
        };
        let ruleset = self.law.ruleset(self.ruleset);
        Example {
            name: String::new(),
            ruleset: self.ruleset,
            manifest,
            territory: None,
            on: ruleset.and_then(Ruleset::last_read).unwrap_or(Date::ZERO),
            expectations: Vec::new(),
            span: self.span,
        }
    }

    fn statement(&self, value: Stated) -> Statement {
        let (level, evidence) = (EvidenceLevel::Unstated, Vec::new());
        Statement { value, level, evidence, as_of: None, span: self.span }
    }
}
