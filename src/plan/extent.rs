//! Where the items of lists stand in a block: item *n* of 64 neighbouring products shares a word.
//!
//! What is computed for items is then computed for 64 products at a time, as for the products
//! themselves, and what holds of a product holds of its items word by word.

use super::domain::Along;
use super::truth::Words;

/// Where the items of one list stand. Each 64 products have as many words as the longest of
/// their lists has items.
#[derive(Debug, Clone, Default)]
pub(crate) struct Extent {
    /// The first word of each 64 products, and one past the last word of all.
    starts: Vec<u32>,
    /// Of each word, the number of its 64 products.
    rows: Vec<u32>,
    /// Of each word, the products that have the item.
    present: Vec<u64>,
    /// Of each 64 products, those whose list is known.
    known: Vec<u64>,
}

impl Extent {
    /// Starts again with lists of those lengths, `None` where a list is unknown.
    pub(crate) fn set(&mut self, lengths: &[Option<u32>]) {
        let Extent { starts, rows, present, known } = self;
        starts.clear();
        rows.clear();
        present.clear();
        known.clear();
        starts.push(0);
        for (row, lengths) in (0..).zip(lengths.chunks(Words::WIDTH)) {
            let longest = lengths.iter().flatten().max().copied().unwrap_or_default();
            let is = |test: &dyn Fn(u32) -> bool| {
                let lengths = (0..).zip(lengths).filter(|(_, len)| len.is_some_and(test));
                lengths.fold(0, |bits, (bit, _): (u32, _)| bits | 1 << bit)
            };
            known.push(is(&|_| true));
            present.extend((0..longest).map(|item| is(&|len| len > item)));
            rows.extend((0..longest).map(|_| row));
            starts.push(narrow(rows.len()));
        }
    }

    /// The word of an item (from 0) of a product.
    pub(crate) fn word(&self, row: usize, item: usize) -> usize {
        self.starts.get(row / Words::WIDTH).map_or(usize::MAX, |&start| start as usize + item)
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Of each word, the products that have the item.
    pub(crate) fn present(&self) -> &[u64] {
        &self.present
    }

    /// Of each 64 products, those whose list is known.
    pub(crate) fn known(&self) -> &[u64] {
        &self.known
    }

    fn of_row(&self, row: usize) -> std::ops::Range<u32> {
        let start = |row: usize| self.starts.get(row).copied().unwrap_or_default();
        start(row)..start(row + 1)
    }
}

/// Where each word of a domain leads. The products within the words stay where they are.
#[derive(Debug, Clone, Default)]
pub(crate) struct Positions {
    len: usize,
    rows: Vec<u32>,
    rules: Vec<u32>,
    quantifiers: Vec<u32>,
}

impl Positions {
    /// A word for each 64 products.
    pub(crate) fn of_rows(&mut self, rows: usize) {
        self.len = rows.div_ceil(Words::WIDTH);
    }

    /// A word for each word of the list.
    pub(crate) fn of_items(&mut self, list: &Extent) {
        self.len = list.len();
        self.rows.clone_from(&list.rows);
    }

    /// A word for each pair of words of the same products.
    pub(crate) fn of_pairs(&mut self, rules: &Extent, quantifiers: &Extent) {
        self.rows.clear();
        self.rules.clear();
        self.quantifiers.clear();
        for (rule, &row) in (0u32..).zip(&rules.rows) {
            for quantifier in quantifiers.of_row(row as usize) {
                self.rows.push(row);
                self.rules.push(rule);
                self.quantifiers.push(quantifier);
            }
        }
        self.len = self.rows.len();
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// For each word, the word it leads to; nothing where that is the word itself.
    pub(crate) fn along(&self, along: Along) -> &[u32] {
        match along {
            Along::Same => &[],
            Along::Row => &self.rows,
            Along::Rule => &self.rules,
            Along::Quantifier => &self.quantifiers,
        }
    }

    /// The word that a word leads to.
    pub(crate) fn lead(&self, along: Along, word: usize) -> usize {
        match along {
            Along::Same => word,
            _ => self.along(along).get(word).map_or(usize::MAX, |&word| word as usize),
        }
    }
}

fn narrow(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Extent, Positions};
    use crate::plan::domain::Along;

    #[test]
    fn items_of_neighbours_share_words() {
        let mut list = Extent::default();
        list.set(&[Some(2), None, Some(0), Some(1)]);
        assert_eq!(list.present(), [0b1001, 0b0001]);
        assert_eq!(list.known(), [0b1101]);
        assert_eq!((list.len(), list.word(0, 1)), (2, 1));
    }

    #[test]
    fn the_next_64_products_have_words_of_their_own() {
        let mut list = Extent::default();
        let mut lengths = vec![Some(1); 65];
        lengths[64] = Some(3);
        list.set(&lengths);
        assert_eq!(list.present(), [u64::MAX, 1, 1, 1]);
        assert_eq!((list.word(63, 0), list.word(64, 2)), (0, 3));
    }

    #[test]
    fn pairs_are_of_the_same_products() {
        let (mut rules, mut quantifiers, mut pairs) = <(Extent, Extent, Positions)>::default();
        let mut lengths = vec![Some(2); 64];
        lengths.push(Some(1));
        rules.set(&lengths);
        quantifiers.set(&[vec![Some(1); 64], vec![Some(2)]].concat());
        pairs.of_pairs(&rules, &quantifiers);
        assert_eq!(pairs.len(), 2 + 2);
        assert_eq!(pairs.along(Along::Row), [0, 0, 1, 1]);
        assert_eq!(pairs.along(Along::Rule), [0, 1, 2, 2]);
        assert_eq!(pairs.along(Along::Quantifier), [0, 0, 1, 2]);
        assert_eq!((pairs.lead(Along::Same, 3), pairs.lead(Along::Rule, 1)), (3, 1));
    }
}
