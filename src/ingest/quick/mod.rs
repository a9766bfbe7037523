//! Reads a manifest in one pass over its JSON, where it is one of the plain ones.
//!
//! A register has millions of manifests, nearly all without fault. Those are read here, without a
//! tree and without places. At the least doubt (a fault, a rare form, a long list) nothing is
//! read, and the whole reader of [`super`] decides; so both always say the same.

mod index;
mod mapping;
mod names;
mod statement;
mod value;

pub use names::Names;

use super::limits::FEW_ITEMS;
use crate::model::known::Known;
use crate::model::manifest::EvidenceLevel;
use crate::model::vocabulary::FactId;
use mapping::read_root;
use std::borrow::Cow;

/// Bytes of a manifest that is read quickly: so few cannot hold too many values.
const MOST_BYTES: usize = super::limits::NODES;

/// Items of a list that is read quickly: so few need not be weighed.
const MOST_ITEMS: u32 = FEW_ITEMS as u32;

/// Bytes whose characters are looked at before the answer is.
const AT_ONCE: usize = 256;

/// Facts and fields of a usual product: room is made for so many at first.
const USUAL: usize = 128;

/// The facts that the JSON of a manifest states and somebody wants to know; nothing at the least
/// doubt whether it is without fault.
#[must_use]
pub fn read_quickly(names: &Names<'_>, bytes: &[u8]) -> Option<Vec<Known>> {
    if bytes.len() > MOST_BYTES {
        return None;
    }
    let text = std::str::from_utf8(bytes).ok().filter(|text| is_plain(text))?;
    let mut gathered = Gathered {
        names,
        known: Vec::with_capacity(USUAL),
        ids: Vec::new(),
        references: Vec::new(),
    };
    read_root(text, &mut gathered).ok()?;
    gathered.references_are_known().then_some(gathered.known)
}

/// Whether the text holds none of the characters that no manifest may hold.
fn is_plain(text: &str) -> bool {
    // Of the refused characters beyond ASCII, each starts with one of these three bytes.
    let may_be_refused = |byte: u8| match byte {
        b'\t' | b'\n' | b' '..=b'~' => false,
        0x80.. => matches!(byte, 0xC2 | 0xE2 | 0xEF),
        _ => true,
    };
    // Without a way out in between, many bytes are looked at in one step.
    let any = |bytes: &[u8]| bytes.iter().fold(false, |any, byte| any | may_be_refused(*byte));
    !text.as_bytes().chunks(AT_ONCE).any(any) || super::text::check_characters(text).is_ok()
}

/// What was read so far.
struct Gathered<'n, 'l, 't> {
    names: &'n Names<'l>,
    known: Vec<Known>,
    /// The ids of items, with their lists.
    ids: Vec<(FactId, Cow<'t, str>)>,
    /// What refers to the items of a list.
    references: Vec<(FactId, Cow<'t, str>)>,
}

impl Gathered<'_, '_, '_> {
    fn references_are_known(&self) -> bool {
        self.references.iter().all(|reference| self.ids.contains(reference))
    }

    /// Gives a level to what was read since, as far as it has none of its own.
    fn show(&mut self, since: usize, level: EvidenceLevel) {
        let read = self.known.get_mut(since..).unwrap_or_default();
        for (number, known) in read.iter_mut().enumerate() {
            if number == 0 || known.level == EvidenceLevel::Unstated {
                known.level = level;
            }
        }
    }
}
