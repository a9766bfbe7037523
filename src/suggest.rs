//! The name that was probably meant.

/// Bytes of a name that can have been meant for another.
const LONGEST: usize = 200;

/// The candidate nearest to `wrong`, if any is near enough to be worth saying.
///
/// Ties go to the candidate that comes first.
///
/// ```
/// use comity::suggest::nearest;
/// assert_eq!(nearest("proudct.kind", ["product.kind", "net.cellular"]), Some("product.kind"));
/// assert_eq!(nearest("zzz", ["product.kind"]), None);
/// assert_eq!(nearest("etsi.en30365", ["etsi.en303645"]), Some("etsi.en303645"));
/// assert_eq!(nearest("5.1-3", ["5.1-1", "5.1-2"]), None);
/// ```
pub fn nearest<'a>(wrong: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut best: Option<(usize, &str)> = None;
    // The distance of two texts takes time and memory by the product of their lengths.
    for candidate in candidates.into_iter().filter(|one| wrong.len().max(one.len()) <= LONGEST) {
        let distance = distance(wrong, candidate, tolerance(wrong));
        let is_near = distance <= tolerance(wrong) && !differ_in_numbers_alone(wrong, candidate);
        if is_near && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Edit distance; a candidate that ends in the same last word, or only differs in case, is near.
/// Where the lengths alone differ by more than is tolerated, only that is said.
fn distance(wrong: &str, candidate: &str, tolerance: usize) -> usize {
    if wrong.eq_ignore_ascii_case(candidate) {
        return 0;
    }
    if candidate.strip_suffix(wrong).is_some_and(|head| head.ends_with('.')) {
        return 1;
    }
    match wrong.chars().count().abs_diff(candidate.chars().count()) {
        longer if longer > tolerance => longer,
        _ => strsim::damerau_levenshtein(wrong, candidate),
    }
}

/// One letter in three may be wrong.
fn tolerance(wrong: &str) -> usize {
    wrong.chars().count() / 3
}

/// Official numbers stand side by side: `5.1-2` is no slip of the pen for `5.1-1`.
fn differ_in_numbers_alone(wrong: &str, candidate: &str) -> bool {
    let letters = |word: &str| word.chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
    let (own, other) = (letters(wrong), letters(candidate));
    own == other && wrong.len() == candidate.len() && wrong != candidate
}
