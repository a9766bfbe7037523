//! Products that are like those that there are: some facts are not told, some are others.

use crate::generate::Generator;
use crate::generate::dice::Dice;
use comity::model::law::Law;
use comity::model::manifest::Manifest;
use comity::model::vocabulary::{FactId, Type};
use std::collections::{BTreeMap, BTreeSet};

/// Products whose values others take over.
const POOL: usize = 200;

/// Makes variants of some products.
pub(crate) struct Variants<'l> {
    law: &'l Law,
    bases: Vec<Manifest>,
    pool: Vec<Manifest>,
    /// Lists that something refers to.
    referred: BTreeSet<FactId>,
    dice: Dice,
}

impl<'l> Variants<'l> {
    pub(crate) fn new(law: &'l Law, bases: Vec<Manifest>, seed: u64) -> Self {
        let mut generator = Generator::new(law, seed);
        let pool = (0..POOL).map(|_| generator.manifest()).collect();
        let facts = law.vocabulary.facts.values();
        let kinds =
            facts.flat_map(|fact| fact.fields.values().chain([fact])).map(|fact| &fact.kind);
        let referred = kinds.filter_map(|kind| match kind {
            Type::Reference(list) => Some(*list),
            _ => None,
        });
        Variants { law, bases, pool, referred: referred.collect(), dice: Dice::new(seed) }
    }

    /// The next product.
    pub(crate) fn product(&mut self) -> Manifest {
        let (law, dice) = (self.law, &mut self.dice);
        let mut product = self.bases[dice.roll(self.bases.len())].clone();
        product.judgements.retain(|_| dice.chance(10));
        // Makers leave out what they were not asked for, group by group and fact by fact.
        let mut shares = BTreeMap::from([("product", 97), ("market", 100)]);
        product.facts.retain(|id, _| {
            let path = law.vocabulary.fact(*id).map_or("", |fact| &fact.path);
            let group = path.split('.').next().unwrap_or_default();
            let share = *shares.entry(group).or_insert_with(|| dice.pick(&[0, 70, 90, 97, 100]));
            self.referred.contains(id) || dice.chance(share)
        });
        for (id, statement) in &mut product.facts {
            let kind = law.vocabulary.fact(*id).map(|fact| &fact.kind);
            let is_single =
                kind.is_some_and(|kind| !matches!(kind, Type::List | Type::Reference(_)));
            let other = &self.pool[dice.roll(POOL)].facts;
            if is_single
                && dice.chance(25)
                && let Some(other) = other.get(id)
            {
                statement.value = other.value.clone();
            }
        }
        product
    }

    /// One in so many.
    pub(crate) fn is_one_in(&mut self, many: usize) -> bool {
        self.dice.roll(many) == 0
    }
}
