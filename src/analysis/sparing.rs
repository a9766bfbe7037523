//! How little must be stated of a product to show the same?

use super::witness::Witness;
use crate::model::law::Law;
use crate::model::manifest::Stated;
use crate::model::vocabulary::FactId;
use crate::plan::row::PlacementFields;

/// The witness without whatever can be left out, tried in the order of the vocabulary from its
/// end, so that what people read first stays. `still` says whether it shows the same.
#[must_use]
pub fn spare(law: &Law, witness: &Witness, still: impl Fn(&Witness) -> bool) -> Witness {
    let placements = PlacementFields::of(&law.vocabulary).map(|fields| fields.list);
    let mut kept = witness.clone();
    let facts: Vec<FactId> = kept.manifest.facts.keys().rev().copied().collect();
    for fact in facts {
        let whole = Some(fact) != placements
            && change(&mut kept, &still, |one| {
                one.manifest.facts.remove(&fact);
            });
        if !whole {
            spare_items(&mut kept, fact, Some(fact) == placements, &still);
        }
    }
    for index in (0..kept.manifest.judgements.len()).rev() {
        change(&mut kept, &still, |one| drop(one.manifest.judgements.remove(index)));
    }
    kept
}

fn spare_items(
    kept: &mut Witness,
    list: FactId,
    is_placements: bool,
    still: &impl Fn(&Witness) -> bool,
) {
    let Some(Stated::Items(items)) = kept.manifest.facts.get(&list).map(|list| &list.value) else {
        return;
    };
    let fields: Vec<Vec<u32>> =
        items.iter().map(|item| item.fields.keys().rev().copied().collect()).collect();
    for (index, fields) in fields.iter().enumerate().rev() {
        let edit = |one: &mut Witness, work: &dyn Fn(&mut Vec<crate::model::manifest::Item>)| {
            let list = one.manifest.facts.get_mut(&list).map(|list| &mut list.value);
            if let Some(Stated::Items(items)) = list {
                work(items);
            }
        };
        let dropped = !is_placements
            && change(kept, still, |one| edit(one, &|items| drop(items.remove(index))));
        if dropped {
            continue;
        }
        for field in fields {
            change(kept, still, |one| {
                edit(one, &|items| {
                    if let Some(item) = items.get_mut(index) {
                        item.fields.remove(field);
                    }
                });
            });
        }
    }
}

/// Keeps a change if the witness still shows the same.
fn change(
    kept: &mut Witness,
    still: &impl Fn(&Witness) -> bool,
    work: impl FnOnce(&mut Witness),
) -> bool {
    let mut changed = kept.clone();
    work(&mut changed);
    let holds = still(&changed);
    if holds {
        *kept = changed;
    }
    holds
}
