//! Fills columns from plain rows of facts, once, and then for each market in which the products
//! are checked.

use super::circumstances::read_circumstances;
use super::column::{Column, Place};
use super::columns::Columns;
use super::order::{Input, Plan};
use super::row::Row;
use crate::model::known::{Known, Said};
use crate::model::vocabulary::FactId;

impl Columns<'_> {
    /// Reads the facts of a block of products, in place of those before. Until
    /// [`Columns::place_in`] tells where they are checked, nothing is known of that.
    pub fn fill_known(&mut self, plan: &Plan, products: &[&[Known]]) {
        let lengths = self.lengths(products);
        self.clear(plan, products.len(), |list, row| {
            lengths.get(list * products.len() + row).copied().flatten()
        });
        for (row, known) in products.iter().enumerate() {
            self.store_known(plan, row, known);
        }
    }

    /// Tells where and when the products of the block are checked, in place of what was told.
    pub fn place_in(&mut self, plan: &Plan, rows: &[Row<'_>]) {
        for (index, input) in plan.inputs().enumerate() {
            if !matches!(input, Input::Fact(_) | Input::Field(_))
                && let Some(mut column) = self.column(plan, index)
            {
                column.clear();
            }
        }
        read_circumstances(self, plan, rows);
    }

    /// How many items each list has of each product, list by list.
    fn lengths(&self, products: &[&[Known]]) -> Vec<Option<u32>> {
        let mut lengths = vec![None; self.lists() * products.len()];
        for (row, known) in products.iter().enumerate() {
            for one in known.iter().filter(|one| one.field.is_none() && self.counts(one)) {
                let items = match one.said {
                    Said::Items(items) => items,
                    Said::Absent => 0,
                    Said::Value(_) => continue,
                };
                let list = self.list_of(one.fact);
                let place = list.and_then(|list| lengths.get_mut(list * products.len() + row));
                if let Some(place) = place {
                    *place = Some(items);
                }
            }
        }
        lengths
    }

    fn store_known(&mut self, plan: &Plan, row: usize, known: &[Known]) {
        // The items of a list that counts for nothing count for nothing either.
        let mut open: Option<FactId> = None;
        for one in known {
            let counts = self.counts(one);
            let found = match one.field {
                None => {
                    let is_list = matches!(one.said, Said::Items(_));
                    open = (is_list && counts).then_some(one.fact);
                    self.column_of(one.fact).map(|column| (column, Place::of_row(row)))
                }
                Some((item, field)) if open == Some(one.fact) => {
                    self.column_of_field(one.fact, field, row, item as usize)
                }
                Some(_) => None,
            };
            if counts
                && let Some((index, at)) = found
                && let Some(mut column) = self.column(plan, index)
            {
                store(&mut column, at, &one.said);
            }
        }
    }

    /// Whether a statement is shown well enough.
    fn counts(&self, known: &Known) -> bool {
        self.threshold.0.is_none_or(|needed| known.level >= needed)
    }
}

fn store(column: &mut Column<'_>, at: Place, said: &Said) {
    match said {
        Said::Absent => column.store_none(at),
        Said::Value(value) => column.store(at, value),
        Said::Items(items) => column.store_items(at, *items as usize),
    }
}
