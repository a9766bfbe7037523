//! Where the items of lists stand in a block: item *n* of 64 neighbouring products shares a word.
//!
//! What is computed for items is then computed for 64 products at a time, as for the products
//! themselves, and what holds of a product holds of its items word by word. A product alone has
//! its items side by side in a word instead.

use super::column::Place;
use super::domain::Along;
use super::truth::{Words, live_bits};

/// Where the items of one list stand. Each 64 products have as many words as the longest of
/// their lists has items.
#[derive(Debug, Clone, Default)]
pub(crate) struct Extent {
    /// Whether there is one product: then bits stand for its items.
    is_alone: bool,
    /// The first word of each 64 products, and one past the last word of all.
    starts: Vec<u32>,
    /// Of each word, the number of its 64 products.
    rows: Vec<u32>,
    /// Of each word, the products that have the item.
    present: Vec<u64>,
    /// Of each 64 products, those whose list is known.
    known: Vec<u64>,
    /// How many items there are of a product alone.
    items: usize,
}

impl Extent {
    /// Starts again with lists of those lengths, `None` where a list is unknown.
    pub(crate) fn set(&mut self, lengths: &[Option<u32>]) {
        self.starts.clear();
        self.rows.clear();
        self.present.clear();
        self.known.clear();
        self.starts.push(0);
        self.is_alone = lengths.len() == 1;
        match lengths {
            [length] => self.set_alone(*length),
            _ => lengths.chunks(Words::WIDTH).for_each(|lengths| self.push(lengths)),
        }
    }

    fn set_alone(&mut self, length: Option<u32>) {
        self.items = length.unwrap_or_default() as usize;
        let words = self.items.div_ceil(Words::WIDTH);
        self.known.push(u64::from(length.is_some()));
        self.present.extend((0..words).map(|word| live_bits(self.items, word)));
        self.rows.resize(words, 0);
        self.starts.push(narrow(words));
    }

    fn push(&mut self, lengths: &[Option<u32>]) {
        let longest = lengths.iter().flatten().max().copied().unwrap_or_default();
        let is = |test: &dyn Fn(u32) -> bool| {
            let lengths = (0..).zip(lengths).filter(|(_, len)| len.is_some_and(test));
            lengths.fold(0, |bits, (bit, _): (u32, _)| bits | 1 << bit)
        };
        let row = narrow(self.known.len());
        self.known.push(is(&|_| true));
        self.present.extend((0..longest).map(|item| is(&|len| len > item)));
        self.rows.extend((0..longest).map(|_| row));
        self.starts.push(narrow(self.rows.len()));
    }

    /// The place of an item (from 0) of a product.
    pub(crate) fn place(&self, row: usize, item: usize) -> Place {
        if self.is_alone {
            return Place::of_row(item);
        }
        let start = self.starts.get(row / Words::WIDTH);
        let word = start.map_or(usize::MAX, |&start| start as usize + item);
        Place { word, bit: row % Words::WIDTH }
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

/// Where each word of a domain leads. The products within the words stay where they are; those
/// of a product alone lead to a bit, which then stands for all of the word.
#[derive(Debug, Clone, Default)]
pub(crate) struct Positions {
    is_alone: bool,
    len: usize,
    rows: Vec<u32>,
    /// Of a product alone: places of items, a word for each.
    rules: Vec<u32>,
    quantifiers: Vec<u32>,
}

impl Positions {
    /// A word for each 64 products.
    pub(crate) fn of_rows(&mut self, rows: usize) {
        self.len = rows.div_ceil(Words::WIDTH);
        self.is_alone = rows == 1;
    }

    /// A word for each word of the list.
    pub(crate) fn of_items(&mut self, list: &Extent) {
        self.len = list.len();
        self.is_alone = list.is_alone;
        self.rows.clone_from(&list.rows);
    }

    /// A word for each pair of words of the same products; of a product alone, for each item of
    /// the rule's list with each word of the quantifier's.
    pub(crate) fn of_pairs(&mut self, rules: &Extent, quantifiers: &Extent) {
        self.rows.clear();
        self.rules.clear();
        self.quantifiers.clear();
        self.is_alone = rules.is_alone;
        if self.is_alone {
            (0..narrow(rules.items)).for_each(|item| self.push_pairs(item, 0, quantifiers));
        } else {
            let words = (0u32..).zip(&rules.rows);
            words.for_each(|(word, &row)| self.push_pairs(word, row, quantifiers));
        }
        self.len = self.rows.len();
    }

    fn push_pairs(&mut self, rule: u32, row: u32, quantifiers: &Extent) {
        for quantifier in quantifiers.of_row(row as usize) {
            self.rows.push(row);
            self.rules.push(rule);
            self.quantifiers.push(quantifier);
        }
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// Whether there is one product, whose items have bits of their own.
    pub(crate) fn is_alone(&self) -> bool {
        self.is_alone
    }

    /// Where the words lead, one after the other; `None` if each leads to itself.
    fn places(&self, along: Along) -> Option<&[u32]> {
        match along {
            Along::Same => None,
            Along::Quantifier => Some(&self.quantifiers),
            Along::Rule => Some(&self.rules),
            Along::Row => Some(&self.rows),
        }
    }

    /// The place that a place leads to.
    #[inline]
    pub(crate) fn lead(&self, along: Along, at: Place) -> Place {
        if self.is_alone && along == Along::Row {
            return Place::of_row(0);
        }
        let Some(places) = self.places(along) else { return at };
        let to = places.get(at.word).map_or(usize::MAX, |&to| to as usize);
        if self.is_one_bit(along) { Place::of_row(to) } else { Place { word: to, ..at } }
    }

    /// What holds there of the products of each word here.
    pub(crate) fn spread(&self, along: Along, from: &[u64], out: &mut [u64]) {
        for (word, out) in out.iter_mut().enumerate() {
            *out = self.look(along, from, word);
        }
    }

    /// What holds there of the products of one word here.
    pub(crate) fn look(&self, along: Along, from: &[u64], word: usize) -> u64 {
        let Place { word, bit } = self.lead(along, Place { word, bit: 0 });
        let from = from.get(word).copied().unwrap_or_default();
        if self.is_one_bit(along) { ((from >> bit) & 1).wrapping_neg() } else { from }
    }

    /// Marks there what holds of the products of each word here, or of an item of theirs.
    pub(crate) fn gather(&self, along: Along, here: impl Iterator<Item = u64>, out: &mut [u64]) {
        if self.is_one_bit(along) {
            for (word, bits) in here.enumerate() {
                let Place { word, bit } = self.lead(along, Place { word, bit: 0 });
                mark(out, word, u64::from(bits != 0) << bit);
            }
        } else if let Some(places) = self.places(along) {
            here.zip(places).for_each(|(bits, &to)| mark(out, to as usize, bits));
        } else {
            here.enumerate().for_each(|(word, bits)| mark(out, word, bits));
        }
    }

    /// Of each word, of which products the list has the item; `along` leads to the items.
    pub(crate) fn present(&self, list: &Extent, along: Along) -> impl Iterator<Item = u64> {
        // The items of a rule's list, each with words of its own, are all there.
        let all = if self.is_one_bit(along) { u64::MAX } else { 0 };
        let places = self.places(along);
        (0..self.len).map(move |word| {
            let to = places.map_or(Some(word), |places| places.get(word).map(|&to| to as usize));
            all | to.and_then(|to| list.present().get(to).copied()).unwrap_or_default()
        })
    }

    /// Of which products of a word the list is known.
    pub(crate) fn known(&self, list: &Extent, along: Along, word: usize) -> u64 {
        let Place { word, .. } = self.lead(along, Place { word, bit: 0 });
        let known = list.known().get(word).copied().unwrap_or_default();
        if self.is_alone { (known & 1).wrapping_neg() } else { known }
    }

    /// Whether a word here leads to one bit there.
    fn is_one_bit(&self, along: Along) -> bool {
        self.is_alone && matches!(along, Along::Row | Along::Rule)
    }
}

fn mark(words: &mut [u64], word: usize, bits: u64) {
    if let Some(word) = words.get_mut(word) {
        *word |= bits;
    }
}

fn narrow(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Extent, Place, Positions};
    use crate::plan::domain::Along;

    #[test]
    fn items_of_neighbours_share_words() {
        let mut list = Extent::default();
        list.set(&[Some(2), None, Some(0), Some(1)]);
        assert_eq!(list.present(), [0b1001, 0b0001]);
        assert_eq!(list.known(), [0b1101]);
        assert_eq!((list.len(), list.place(3, 1)), (2, Place { word: 1, bit: 3 }));
    }

    #[test]
    fn the_next_64_products_have_words_of_their_own() {
        let mut list = Extent::default();
        let mut lengths = vec![Some(1); 65];
        lengths[64] = Some(3);
        list.set(&lengths);
        assert_eq!(list.present(), [u64::MAX, 1, 1, 1]);
        assert_eq!(list.place(63, 0), Place { word: 0, bit: 63 });
        assert_eq!(list.place(64, 2), Place { word: 3, bit: 0 });
    }

    #[test]
    fn items_of_a_product_alone_stand_side_by_side() {
        let mut list = Extent::default();
        list.set(&[Some(66)]);
        assert_eq!(list.present(), [u64::MAX, 0b11]);
        assert_eq!((list.known(), list.place(0, 65)), (&[1][..], Place { word: 1, bit: 1 }));
        list.set(&[None]);
        assert_eq!((list.known(), list.len()), (&[0][..], 0));
    }

    #[test]
    fn pairs_are_of_the_same_products() {
        let (mut rules, mut quantifiers, mut pairs) = <(Extent, Extent, Positions)>::default();
        let mut lengths = vec![Some(2); 64];
        lengths.push(Some(1));
        rules.set(&lengths);
        quantifiers.set(&[vec![Some(1); 64], vec![Some(2)]].concat());
        pairs.of_pairs(&rules, &quantifiers);
        let lead = |along| -> Vec<usize> {
            (0..pairs.len()).map(|word| pairs.lead(along, Place { word, bit: 0 }).word).collect()
        };
        assert_eq!(lead(Along::Row), [0, 0, 1, 1]);
        assert_eq!(lead(Along::Rule), [0, 1, 2, 2]);
        assert_eq!(lead(Along::Quantifier), [0, 0, 1, 2]);
    }

    #[test]
    fn what_holds_of_a_product_alone_holds_of_all_pairs_of_its_items() {
        let (mut rules, mut quantifiers, mut pairs) = <(Extent, Extent, Positions)>::default();
        rules.set(&[Some(3)]);
        quantifiers.set(&[Some(2)]);
        pairs.of_pairs(&rules, &quantifiers);
        let mut out = vec![0; pairs.len()];
        pairs.spread(Along::Row, &[1], &mut out);
        assert_eq!(out, [u64::MAX; 3]);
        pairs.spread(Along::Rule, &[0b101], &mut out);
        assert_eq!(out, [u64::MAX, 0, u64::MAX]);
        pairs.spread(Along::Quantifier, &[0b10], &mut out);
        assert_eq!(out, [0b10; 3]);
        let mut of_rules = [0];
        pairs.gather(Along::Rule, [0, 0, 0b10].into_iter(), &mut of_rules);
        assert_eq!(of_rules, [0b100]);
    }
}
