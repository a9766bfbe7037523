//! Territories with their codes, names and what they lie within.

use super::text::Text;
use crate::source::Span;

/// A position in [`Jurisdictions::all`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JurisdictionId(pub u32);

/// A territory whose authorities make rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jurisdiction {
    /// ISO 3166 code, or `EU`.
    pub code: String,
    /// Its name.
    pub title: Text,
    /// What it lies within.
    pub within: Option<JurisdictionId>,
    /// Everyday names, in lower case.
    pub aliases: Vec<String>,
    /// Where it is declared.
    pub span: Span,
}

/// All territories that are known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Jurisdictions {
    /// In the order of the file.
    pub all: Vec<Jurisdiction>,
}

impl Jurisdictions {
    /// The territory of that id.
    #[must_use]
    pub fn get(&self, id: JurisdictionId) -> Option<&Jurisdiction> {
        self.all.get(id.0 as usize)
    }

    /// All territories with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (JurisdictionId, &Jurisdiction)> {
        (0u32..).map(JurisdictionId).zip(&self.all)
    }

    /// Finds a territory by its code or an everyday name, whatever the case of the letters.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<JurisdictionId> {
        let named = |jurisdiction: &Jurisdiction| {
            jurisdiction.code.eq_ignore_ascii_case(name)
                || jurisdiction.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(name))
        };
        self.iter().find(|(_, jurisdiction)| named(jurisdiction)).map(|(id, _)| id)
    }

    /// The territory and everything it lies within, from the inside out.
    pub fn ancestry(&self, id: JurisdictionId) -> impl Iterator<Item = JurisdictionId> {
        // INVARIANT: `within` has no cycles; `resolve` refuses them.
        std::iter::successors(Some(id), |&id| self.get(id)?.within)
    }

    /// Whether `inner` is `outer` or lies within it.
    #[must_use]
    pub fn is_within(&self, inner: JurisdictionId, outer: JurisdictionId) -> bool {
        self.ancestry(inner).any(|id| id == outer)
    }
}
