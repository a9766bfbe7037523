//! The same operation on many words, eight at a time.

/// How many words are taken at once: what the widest registers in use hold, and no remainder for
/// a whole block.
const AT_ONCE: usize = 8;

/// Copies as many words as both have.
#[inline]
pub(super) fn copy(from: &[u64], to: &mut [u64]) {
    change(to, from, |_, from| from);
}

/// Changes each word by another.
#[inline]
pub(super) fn change(words: &mut [u64], by: &[u64], change: impl Fn(u64, u64) -> u64) {
    let (chunks, rest) = words.as_chunks_mut::<AT_ONCE>();
    let (by_chunks, by_rest) = by.as_chunks::<AT_ONCE>();
    for (words, by) in chunks.iter_mut().zip(by_chunks) {
        words.iter_mut().zip(by).for_each(|(word, by)| *word = change(*word, *by));
    }
    rest.iter_mut().zip(by_rest).for_each(|(word, by)| *word = change(*word, *by));
}

/// Makes each word of two others.
#[inline]
pub(super) fn pair(left: &[u64], right: &[u64], to: &mut [u64], make: impl Fn(u64, u64) -> u64) {
    let (chunks, rest) = to.as_chunks_mut::<AT_ONCE>();
    let ((lefts, left), (rights, right)) = (left.as_chunks(), right.as_chunks::<AT_ONCE>());
    for ((to, left), right) in chunks.iter_mut().zip(lefts).zip(rights) {
        let sides: (&[u64; AT_ONCE], &[u64; AT_ONCE]) = (left, right);
        for (to, (left, right)) in to.iter_mut().zip(sides.0.iter().zip(sides.1)) {
            *to = make(*left, *right);
        }
    }
    for (to, (left, right)) in rest.iter_mut().zip(left.iter().zip(right)) {
        *to = make(*left, *right);
    }
}

#[cfg(test)]
mod tests {
    use super::{change, copy, pair};

    #[test]
    fn every_word_is_reached() {
        for len in [0, 1, 7, 8, 9, 16, 21] {
            let words: Vec<u64> = (0..len).collect();
            let mut to = vec![0; words.len()];
            copy(&words, &mut to);
            assert_eq!(to, words);
            change(&mut to, &words, |to, by| to * 10 + by);
            assert_eq!(to, words.iter().map(|word| word * 11).collect::<Vec<_>>());
            pair(&words, &words, &mut to, |left, right| left + right);
            assert_eq!(to, words.iter().map(|word| word * 2).collect::<Vec<_>>());
        }
    }
}
