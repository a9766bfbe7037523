//! A product that shows a fault: what is stated of it, fact by fact.

use super::json::{FactReport, ProductReport};
use super::words;
use crate::analysis::witness::Witness;
use crate::eval::trace::FactPath;
use crate::model::law::Law;
use crate::model::manifest::{Item, Stated, StatedJudgement};
use crate::model::text::Language;
use crate::model::vocabulary::{Fact, FactId, FieldId};
use crate::plan::row::PlacementFields;
use crate::report::lexicon::said;
use crate::report::words::value;

/// The product as data.
pub(super) fn product_report(law: &Law, witness: &Witness, language: Language) -> ProductReport {
    let placements = PlacementFields::of(&law.vocabulary);
    let teller = Teller { law, placements, language };
    let market = witness.markets.first();
    let place = market.and_then(|market| law.jurisdictions.get(market.jurisdiction));
    let facts = witness.manifest.facts.iter();
    let facts = facts.flat_map(|(&fact, stated)| teller.fact(fact, &stated.value));
    let judged = witness.manifest.judgements.iter().map(|judged| teller.judgement(judged));
    ProductReport {
        territory: place.map(|place| place.code.clone()).unwrap_or_default(),
        placed: teller.placed(witness),
        checked: witness.on.to_string(),
        facts: facts.chain(judged).collect(),
    }
}

struct Teller<'a> {
    law: &'a Law,
    placements: Option<PlacementFields>,
    language: Language,
}

impl Teller<'_> {
    /// A fact, or every field of the items of a list.
    fn fact(&self, fact: FactId, stated: &Stated) -> Vec<FactReport> {
        match stated {
            Stated::Items(items) if items.is_empty() => {
                vec![self.line(&FactPath::of(fact), "[]".to_owned())]
            }
            Stated::Items(items) => items.iter().flat_map(|item| self.item(fact, item)).collect(),
            stated => {
                let said = self.value(self.law.vocabulary.fact(fact), stated);
                vec![self.line(&FactPath::of(fact), said)]
            }
        }
    }

    fn item(&self, list: FactId, item: &Item) -> Vec<FactReport> {
        let fields = item.fields.iter().map(|(&index, field)| (FieldId { list, index }, field));
        let told = fields.filter(|(id, _)| !self.is_machinery(*id));
        told.map(|(id, field)| {
            let said = self.value(self.law.vocabulary.field(id), &field.value);
            self.line(&FactPath::of_field(&item.id, id), said)
        })
        .collect()
    }

    fn judgement(&self, judged: &StatedJudgement) -> FactReport {
        let words = if judged.met { words::JUDGED } else { words::JUDGED_NOT };
        let text = judged.text.as_deref().unwrap_or_default();
        FactReport {
            fact: judged.rule.clone(),
            value: format!("{}: \u{201c}{text}\u{201d}", said(words, self.language)),
        }
    }

    fn line(&self, path: &FactPath, value: String) -> FactReport {
        FactReport { fact: path.text(&self.law.vocabulary), value }
    }

    fn value(&self, declared: Option<&Fact>, stated: &Stated) -> String {
        match stated {
            Stated::Value(found) => {
                value(declared.map(|declared| &declared.kind), found, self.language)
            }
            _ => "absent".to_owned(),
        }
    }

    /// The day of placing, of the last placement that states one.
    fn placed(&self, witness: &Witness) -> Option<String> {
        let field = self.placements?.first_placed?;
        let stated = witness.manifest.facts.get(&field.list).map(|list| &list.value);
        let Some(Stated::Items(items)) = stated else { return None };
        let mut days = items.iter().filter_map(|item| item.fields.get(&field.index));
        days.next_back().map(|day| self.value(self.law.vocabulary.field(field), &day.value))
    }

    /// Fields that every witness has: names of items, and what its placement is by definition.
    fn is_machinery(&self, field: FieldId) -> bool {
        let list = self.law.vocabulary.fact(field.list);
        let name = list.and_then(|list| list.fields.get_index(field.index as usize));
        let of_placement = self.placements.is_some_and(|fields| {
            [fields.territory, fields.first_placed, fields.last_placed, fields.last_made_available]
                .contains(&Some(field))
        });
        of_placement || name.is_some_and(|(name, _)| name == "id")
    }
}
