//! How the truth of a condition came about, as data to show.

use crate::model::condition::{Clock, JudgementId, NodeId, ParameterId};
use crate::model::manifest::EvidenceLevel;
use crate::model::value::Value;
use crate::model::vocabulary::{FactId, FieldId, Vocabulary};
use crate::plan::truth::Truth;
use crate::source::Span;
use indexmap::IndexMap;
use jiff::civil::Date;

/// A condition with its truth, and how that came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The condition.
    pub node: NodeId,
    /// Its truth.
    pub truth: Truth,
    /// What it was found from.
    pub step: Step,
    /// Why it is unknown, where that does not follow from its parts.
    pub reasons: Vec<Reason>,
}

/// What a truth was found from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A constant, or a condition that is not there.
    Constant,
    /// All of the parts hold.
    All(Vec<Trace>),
    /// One of the parts holds.
    Any(Vec<Trace>),
    /// The part does not hold.
    Not(Box<Trace>),
    /// Values were tested; the right side of a comparison comes second.
    Test(Vec<Found>),
    /// Some item has it.
    Some {
        /// The list.
        list: Found,
        /// Its items.
        items: Vec<ItemTrace>,
    },
    /// Another rule was asked.
    Rule(Box<Trace>),
    /// People judged; these are the places where they say so.
    Judged(Vec<Span>),
    /// The day of the check was looked up in a period.
    CheckedIn(Date),
    /// Days of an event were looked up in a period.
    Triggered {
        /// The first day.
        first: Found,
        /// The last day.
        last: Found,
    },
}

/// What a condition says of one item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemTrace {
    /// The item's id.
    pub id: String,
    /// Where it stands in the manifest.
    pub span: Span,
    /// The condition about it.
    pub trace: Trace,
}

/// A value that a condition asked for, and what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where it was looked for.
    pub origin: Origin,
    /// What was found.
    pub answer: Answer,
    /// Where the manifest says so, and how well that is shown.
    pub stated: Option<(Span, EvidenceLevel)>,
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The manifest.
    Fact(FactPath),
    /// A fact that the vocabulary does not have.
    Nowhere,
    /// The text of the rule.
    Literal,
    /// A parameter.
    Parameter(ParameterId, Clock),
    /// The day of the check.
    Today,
    /// A sum.
    Sum(Box<[Found; 2]>),
    /// A difference.
    Difference(Box<[Found; 2]>),
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A value.
    Value(Value),
    /// The product has none.
    Absent,
    /// A list with that many items.
    Items(usize),
    /// Nothing that counts, and why.
    Unknown(Vec<Reason>),
}

/// A fact of the product, or a field of an item: `auth.passwords[admin].scheme`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactPath {
    /// The fact, or the list.
    pub fact: FactId,
    /// The id of the item, and the field.
    pub field: Option<(String, FieldId)>,
}

/// Why something is unknown.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The fact is not stated.
    Missing(FactPath),
    /// It is stated, with less evidence than asked for.
    EvidenceTooWeak {
        /// The fact.
        path: FactPath,
        /// How well it is shown.
        level: EvidenceLevel,
        /// How well it would have to be.
        needed: EvidenceLevel,
    },
    /// The market has no stated placement; the list of placements, where there is one.
    NoPlacement(Option<FactPath>),
    /// The first or last day of placing or supply is not stated, and decides.
    PlacingUnknown(FactPath),
    /// Nobody has judged the open norm.
    Judgement(JudgementId),
    /// People have judged it differently.
    JudgementsDisagree(JudgementId),
    /// The parameter has no value on the day.
    NoParameterValue(ParameterId),
    /// Months and days compare differently from one calendar year to another.
    CalendarDecides,
    /// The values cannot be compared or added: amounts in two currencies, hours and a day, or
    /// a result out of range.
    NotComparable,
}

impl Reason {
    /// The fact to ask for.
    #[must_use]
    pub fn fact(&self) -> Option<&FactPath> {
        match self {
            Reason::Missing(path)
            | Reason::EvidenceTooWeak { path, .. }
            | Reason::PlacingUnknown(path) => Some(path),
            Reason::NoPlacement(path) => path.as_ref(),
            _ => None,
        }
    }

    /// The open norm to have judged.
    #[must_use]
    pub fn judgement(&self) -> Option<JudgementId> {
        match self {
            Reason::Judgement(id) | Reason::JudgementsDisagree(id) => Some(*id),
            _ => None,
        }
    }

    /// Whether the two ask for the same thing, or are the same.
    #[must_use]
    pub fn asks_as(&self, other: &Reason) -> bool {
        self.question() == other.question()
    }

    /// What it asks for.
    pub(super) fn question(&self) -> Question<'_> {
        match self.fact() {
            Some(fact) => Question::Fact(fact),
            None => Question::Other(self),
        }
    }

    /// Reasons without those that ask as an earlier one does.
    pub(super) fn each_once<'r>(reasons: impl IntoIterator<Item = &'r Reason>) -> Vec<Reason> {
        let mut asked: IndexMap<Question<'r>, &'r Reason> = IndexMap::new();
        for reason in reasons {
            asked.entry(reason.question()).or_insert(reason);
        }
        asked.into_values().cloned().collect()
    }
}

/// What a reason asks for: a fact, or what it says itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Question<'r> {
    Fact(&'r FactPath),
    Other(&'r Reason),
}

impl FactPath {
    /// A fact of the product.
    #[must_use]
    pub fn of(fact: FactId) -> FactPath {
        FactPath { fact, field: None }
    }

    /// A field of an item.
    #[must_use]
    pub fn of_field(item: &str, field: FieldId) -> FactPath {
        FactPath { fact: field.list, field: Some((item.to_owned(), field)) }
    }

    /// The path as in a manifest, with the item's id in brackets.
    #[must_use]
    pub fn text(&self, vocabulary: &Vocabulary) -> String {
        let list = vocabulary.fact(self.fact);
        let path = list.map_or("", |fact| fact.path.as_str());
        match &self.field {
            None => path.to_owned(),
            Some((item, field)) => {
                let name = list.and_then(|list| list.fields.get_index(field.index as usize));
                format!("{path}[{item}].{}", name.map_or("", |(name, _)| name.as_str()))
            }
        }
    }
}

impl Found {
    /// Why it is unknown.
    #[must_use]
    pub fn reasons(&self) -> &[Reason] {
        match &self.answer {
            Answer::Unknown(reasons) => reasons,
            _ => &[],
        }
    }
}

impl Step {
    /// The values that a test looked at.
    #[must_use]
    pub fn values(&self) -> &[Found] {
        match self {
            Step::Test(found) => found,
            _ => &[],
        }
    }
}

impl Trace {
    /// The conditions without parts that decided the truth: under an `or` that holds only what
    /// holds, under an `and` that is unknown only what is unknown, and so on.
    #[must_use]
    pub fn decisive(&self) -> Vec<&Trace> {
        self.decisive_down_to(|_| false)
    }

    /// The same, without looking inside the conditions that `whole` picks.
    #[must_use]
    pub fn decisive_down_to(&self, whole: impl Fn(&Trace) -> bool) -> Vec<&Trace> {
        let mut leaves = Vec::new();
        self.collect_decisive(&whole, &mut leaves);
        leaves
    }

    /// Why it is unknown: the reasons that matter, in the order of the text, each once.
    #[must_use]
    pub fn decisive_reasons(&self) -> Vec<Reason> {
        let unknown = if self.truth.is_known() { Vec::new() } else { self.decisive() };
        Reason::each_once(unknown.into_iter().flat_map(|leaf| &leaf.reasons))
    }

    /// The values behind the conditions that decided the truth.
    #[must_use]
    pub fn decisive_values(&self) -> Vec<&Found> {
        let leaves = self.decisive().into_iter();
        leaves.flat_map(|leaf| leaf.step.values()).collect()
    }

    fn collect_decisive<'t>(
        &'t self,
        whole: &impl Fn(&Trace) -> bool,
        leaves: &mut Vec<&'t Trace>,
    ) {
        let parts = self.parts();
        // A known list without items, and an unknown list, decide by themselves.
        if parts.is_empty() || whole(self) {
            return leaves.push(self);
        }
        for part in parts {
            let inverted = matches!(self.step, Step::Not(_));
            if inverted || part.truth == self.truth {
                part.collect_decisive(whole, leaves);
            }
        }
    }

    fn parts(&self) -> Vec<&Trace> {
        match &self.step {
            Step::All(parts) | Step::Any(parts) => parts.iter().collect(),
            Step::Not(part) | Step::Rule(part) => vec![part],
            Step::Some { items, .. } => items.iter().map(|item| &item.trace).collect(),
            _ => Vec::new(),
        }
    }
}
