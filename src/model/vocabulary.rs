//! The facts that rules may speak of: type, unit, meaning, and how people are asked.

use super::text::Text;
use crate::source::Span;
use indexmap::IndexMap;

/// A position in [`Vocabulary::facts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId(pub u32);

/// A field of the items of a list fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldId {
    /// The list.
    pub list: FactId,
    /// Position in the list's [`Fact::fields`].
    pub index: u32,
}

/// One declared vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vocabulary {
    /// Its name, as in `uses vocabulary iot edition 1`.
    pub name: String,
    /// Its edition.
    pub edition: String,
    /// What it is called.
    pub title: Text,
    /// Facts by path, in the order of the file.
    pub facts: IndexMap<String, Fact>,
    /// Those whom rules can bind.
    pub roles: IndexMap<String, Text>,
    /// What rules can serve.
    pub goals: IndexMap<String, Text>,
}

/// A declared fact, or a field of a list's items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Dotted path; for a field the path of the list and the field's name.
    pub path: String,
    /// What its values are.
    pub kind: Type,
    /// Context or design decision.
    pub setting: Setting,
    /// Whether `absent` is a possible answer.
    pub optional: bool,
    /// Short name.
    pub title: Text,
    /// The question put to a person.
    pub question: Text,
    /// Explanation.
    pub meaning: Text,
    /// What single values are called, by value.
    pub value_titles: IndexMap<String, Text>,
    /// What can show it.
    pub evidence: Vec<EvidenceMethod>,
    /// Formats that can fill it, with the place in the format.
    pub read_from: Vec<(String, Option<String>)>,
    /// Cost of changing it, for repairs.
    pub weight: u32,
    /// Fields of a list's items, by name.
    pub fields: IndexMap<String, Fact>,
    /// Where it is declared.
    pub span: Span,
}

/// Whether a fact is context or a decision of the maker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Setting {
    /// Context: kind, market, users.
    Fixed,
    /// A design decision.
    Chosen,
}

/// What can show that a fact is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EvidenceMethod {
    /// Only the maker can say.
    Declaration,
    /// A laboratory can test it.
    Laboratory,
    /// A document, page or register shows it.
    Document,
}

/// The type of a fact.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Type {
    /// `yes or no`
    YesNo,
    /// `one of {…}`, at most 128 values
    OneOf(Vec<String>),
    /// `set of {…}`, at most 128 values
    SetOf(Vec<String>),
    /// `whole number in UNIT`
    WholeNumber {
        /// The unit in the plural, as written: `bits`.
        unit: Option<String>,
    },
    /// `duration`
    Duration,
    /// `date`
    Date,
    /// `text`
    Text,
    /// `url`
    Url,
    /// `version`
    Version,
    /// `language`: a BCP 47 code
    Language,
    /// `country`: an ISO 3166 code
    Country,
    /// `territory`: a code of the jurisdictions
    Territory,
    /// `money`
    Money,
    /// `set of text`
    SetOfText,
    /// `set of languages`
    SetOfLanguages,
    /// `set of countries`
    SetOfCountries,
    /// `reference to LIST`: the id of an item of that list
    Reference(FactId),
    /// `list`, with fields of its own
    List,
}

impl Type {
    /// Whether its values are sets, closed or open.
    #[must_use]
    pub fn is_set(&self) -> bool {
        matches!(
            self,
            Type::SetOf(_) | Type::SetOfText | Type::SetOfLanguages | Type::SetOfCountries
        )
    }

    /// Whether its values are more or less than each other. Dates are earlier or later instead.
    #[must_use]
    pub fn is_ordered(&self) -> bool {
        matches!(self, Type::WholeNumber { .. } | Type::Duration | Type::Version | Type::Money)
    }
}

impl Vocabulary {
    /// The fact of that path, with its id.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<(FactId, &Fact)> {
        let (index, _, fact) = self.facts.get_full(path)?;
        Some((FactId(u32::try_from(index).ok()?), fact))
    }

    /// The fact of that id.
    #[must_use]
    pub fn fact(&self, id: FactId) -> Option<&Fact> {
        self.facts.get_index(id.0 as usize).map(|(_, fact)| fact)
    }

    /// The field of that id.
    #[must_use]
    pub fn field(&self, id: FieldId) -> Option<&Fact> {
        self.fact(id.list)?.fields.get_index(id.index as usize).map(|(_, field)| field)
    }

    /// The field of a list by its name, with its id.
    #[must_use]
    pub fn find_field(&self, list: FactId, name: &str) -> Option<(FieldId, &Fact)> {
        let (index, _, field) = self.fact(list)?.fields.get_full(name)?;
        Some((FieldId { list, index: u32::try_from(index).ok()? }, field))
    }

    /// All facts with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (FactId, &Fact)> {
        (0u32..).map(FactId).zip(self.facts.values())
    }
}
