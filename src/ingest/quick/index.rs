//! Finds a word among many that are known beforehand, by its length and its ends.

/// Known words, each with its position.
#[derive(Debug, Clone)]
pub(super) struct Index<'w> {
    words: Vec<&'w str>,
    /// Positions in the words, each one more than it is, at the place of its hash or soon after; 0
    /// where there is none. The length is a power of two, and half of the places are free.
    places: Vec<u16>,
}

impl<'w> Index<'w> {
    /// An index of words; nothing where there are too many.
    pub(super) fn new(words: Vec<&'w str>) -> Option<Index<'w>> {
        u16::try_from(words.len()).ok()?;
        let mut index =
            Index { places: vec![0; (2 * words.len() + 1).next_power_of_two()], words: Vec::new() };
        for word in words {
            if index.find(word).is_none() {
                let free = index.walk(word).find(|place| index.places.get(*place) == Some(&0))?;
                let number = u16::try_from(index.words.len() + 1).ok()?;
                *index.places.get_mut(free)? = number;
            }
            index.words.push(word);
        }
        Some(index)
    }

    /// The position of a word.
    pub(super) fn find(&self, word: &str) -> Option<usize> {
        for place in self.walk(word) {
            let position = usize::from(*self.places.get(place)?).checked_sub(1)?;
            if *self.words.get(position)? == word {
                return Some(position);
            }
        }
        None
    }

    /// The places where a word may stand, the likeliest first.
    fn walk(&self, word: &str) -> impl Iterator<Item = usize> + use<> {
        let last = self.places.len().saturating_sub(1);
        let first = hash(word);
        (0..=last).map(move |step| first.wrapping_add(step) & last)
    }
}

/// A number for a word: of its length, its first eight bytes and its last eight.
fn hash(word: &str) -> usize {
    let bytes = word.as_bytes();
    let eight = |bytes: &[u8]| {
        let (mut eight, length) = ([0; 8], bytes.len().min(8));
        if let (Some(to), Some(from)) = (eight.get_mut(..length), bytes.get(..length)) {
            to.copy_from_slice(from);
        }
        u64::from_le_bytes(eight)
    };
    let start = eight(bytes);
    let end = eight(bytes.get(bytes.len().saturating_sub(8)..).unwrap_or_default());
    let mixed =
        (start ^ end.rotate_left(29) ^ bytes.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 40) as usize
}

#[cfg(test)]
mod tests {
    use super::Index;

    #[test]
    fn every_word_is_found_and_no_other() {
        let words: Vec<String> = (0..300).map(|number| format!("word.{number}.of.many")).collect();
        let index = Index::new(words.iter().map(String::as_str).collect()).unwrap();
        for (position, word) in words.iter().enumerate() {
            assert_eq!(index.find(word), Some(position));
        }
        for other in ["", "word", "word.300.of.many", "word.1.of.manY"] {
            assert_eq!(index.find(other), None, "{other}");
        }
    }

    #[test]
    fn of_twins_the_first_is_found_and_of_nothing_none() {
        assert_eq!(Index::new(vec!["a", "b", "a"]).unwrap().find("a"), Some(0));
        assert_eq!(Index::new(vec!["a", "b", "a", "c"]).unwrap().find("c"), Some(3));
        assert_eq!(Index::new(Vec::new()).unwrap().find(""), None);
    }
}
