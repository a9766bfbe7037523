//! What can be wrong with names, types and structure of rulesets.

use crate::source::Span;
use miette::Diagnostic;
use thiserror::Error;

/// A fault found when names are given their meaning. The page of each variant is in
/// [`EXPLANATIONS`](super::EXPLANATIONS) too, by its code.
#[derive(Debug, Clone, PartialEq, Eq, Error, Diagnostic)]
pub enum ResolveError {
    #[doc = include_str!("explanations/unknown_name.md")]
    #[error("unknown {what} `{name}`")]
    #[diagnostic(code(comity::resolve::unknown_name))]
    UnknownName {
        /// What kind of name was expected: `fact`, `role`, `rule`.
        what: &'static str,
        /// As written.
        name: String,
        /// What to do.
        #[help]
        help: String,
        /// Where.
        #[label("not declared")]
        span: Span,
    },

    #[doc = include_str!("explanations/unknown_value.md")]
    #[error("`{value}` is not a value of `{fact}`")]
    #[diagnostic(code(comity::resolve::unknown_value))]
    UnknownValue {
        /// As written.
        value: String,
        /// The fact or field.
        fact: String,
        /// What to do.
        #[help]
        help: String,
        /// Where.
        #[label("not among its values")]
        span: Span,
    },

    #[doc = include_str!("explanations/declared_twice.md")]
    #[error("{what} `{name}` is declared twice")]
    #[diagnostic(
        code(comity::resolve::declared_twice),
        help("rename one of the two, or remove it; ids are never reused")
    )]
    DeclaredTwice {
        /// What kind of thing.
        what: &'static str,
        /// Its name.
        name: String,
        /// The later one.
        #[label("declared again")]
        span: Span,
        /// The earlier one, if it is in the same file.
        #[label("first declared")]
        first: Option<Span>,
    },

    #[doc = include_str!("explanations/type_mismatch.md")]
    #[error("{found} does not fit {expected}")]
    #[diagnostic(code(comity::resolve::type_mismatch))]
    TypeMismatch {
        /// What was found, in words.
        found: String,
        /// What is needed, in words.
        expected: String,
        /// What to do.
        #[help]
        help: String,
        /// Where.
        #[label("{found}")]
        span: Span,
    },

    #[doc = include_str!("explanations/wrong_comparator.md")]
    #[error("{found} cannot be compared with `{comparator}`")]
    #[diagnostic(code(comity::resolve::wrong_comparator))]
    WrongComparator {
        /// What is compared, in words.
        found: String,
        /// The comparator as written.
        comparator: &'static str,
        /// What to do.
        #[help]
        help: String,
        /// Where.
        #[label("{found}")]
        span: Span,
    },

    #[doc = include_str!("explanations/missing_clause.md")]
    #[error("{what} has no `{clause}`")]
    #[diagnostic(code(comity::resolve::missing_clause))]
    MissingClause {
        /// What lacks it.
        what: String,
        /// The sentence's first words.
        clause: &'static str,
        /// What to do.
        #[help]
        help: &'static str,
        /// Where it should be.
        #[label("`{clause}` is missing here")]
        span: Span,
    },

    #[doc = include_str!("explanations/circle.md")]
    #[error("{what} are defined in a circle: {circle}")]
    #[diagnostic(
        code(comity::resolve::circle),
        help("break the circle at one of these places: what a name means must not rest on itself")
    )]
    Circle {
        /// What kind of things.
        what: &'static str,
        /// `a -> b -> a`
        circle: String,
        /// The first of them.
        #[label("the circle starts here")]
        span: Span,
        /// The others, in the same file.
        #[label(collection, "and runs through here")]
        others: Vec<Span>,
    },

    #[doc = include_str!("explanations/name_taken.md")]
    #[error("the name `{name}` already means something else")]
    #[diagnostic(
        code(comity::resolve::name_taken),
        help("choose another short name for the item, such as its first letter")
    )]
    NameTaken {
        /// As written.
        name: String,
        /// Where.
        #[label("already taken")]
        span: Span,
    },

    #[doc = include_str!("explanations/empty_period.md")]
    #[error("the period ends before it begins")]
    #[diagnostic(
        code(comity::resolve::empty_period),
        help("both days are included: `until` must be the same day as `from`, or a later one")
    )]
    EmptyPeriod {
        /// Where.
        #[label("ends before it begins")]
        span: Span,
    },

    #[doc = include_str!("explanations/overlapping_values.md")]
    #[error("two values of parameter `{name}` hold on the same day")]
    #[diagnostic(
        code(comity::resolve::overlapping_values),
        help("write the values in order of their days; a value ends where the next one starts")
    )]
    OverlappingValues {
        /// The parameter.
        name: String,
        /// The later value.
        #[label("overlaps the value before it")]
        span: Span,
    },

    #[doc = include_str!("explanations/never_absent.md")]
    #[error("`{fact}` is never absent")]
    #[diagnostic(
        code(comity::resolve::never_absent),
        help(
            "only facts declared `optional` in the vocabulary can be absent; a fact that is not stated is unknown"
        )
    )]
    NeverAbsent {
        /// The fact or field.
        fact: String,
        /// Where.
        #[label("not optional")]
        span: Span,
    },

    #[doc = include_str!("explanations/judgement_in_term.md")]
    #[error("an open norm stands in a term")]
    #[diagnostic(
        code(comity::resolve::judgement_in_term),
        help("write `judged \"…\"` in the rules that need it: a person judges it for each rule")
    )]
    JudgementInTerm {
        /// Where.
        #[label("belongs in a rule")]
        span: Span,
    },

    #[doc = include_str!("explanations/instead_modality.md")]
    #[error("`instead` binds otherwise than its rule")]
    #[diagnostic(
        code(comity::resolve::instead_modality),
        help("write `instead must` in a rule with `must`, `instead should` in one with `should`")
    )]
    InsteadModality {
        /// Where.
        #[label("differs from the rule's own norm")]
        span: Span,
    },

    #[doc = include_str!("explanations/too_many_values.md")]
    #[error("a fact has too many values: {count} (at most {limit})")]
    #[diagnostic(
        code(comity::resolve::too_many_values),
        help("split the fact in two, or use an open set of text")
    )]
    TooManyValues {
        /// How many there are.
        count: usize,
        /// How many there may be.
        limit: usize,
        /// Where.
        #[label("too many values")]
        span: Span,
    },

    /// A term, rule or example that would take too long to work with.
    #[error("{what} {problem}")]
    #[diagnostic(code(comity::resolve::too_complex))]
    TooComplex {
        /// What it is: "rule `5`".
        what: String,
        /// Which bound it passes, in words.
        problem: String,
        /// What to do.
        #[help]
        help: &'static str,
        /// Where.
        #[label("too much from here on")]
        span: Span,
    },

    /// More faults than are shown.
    #[error("there are more than {limit} faults, and the others are not shown")]
    #[diagnostic(
        code(comity::resolve::too_many_faults),
        help("mend the first ones: many faults follow from others")
    )]
    TooManyFaults {
        /// How many are shown.
        limit: usize,
        /// The first that is not.
        #[label("and more")]
        span: Span,
    },
}

impl ResolveError {
    /// The place the fault is shown at.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            ResolveError::UnknownName { span, .. }
            | ResolveError::UnknownValue { span, .. }
            | ResolveError::DeclaredTwice { span, .. }
            | ResolveError::TypeMismatch { span, .. }
            | ResolveError::WrongComparator { span, .. }
            | ResolveError::MissingClause { span, .. }
            | ResolveError::Circle { span, .. }
            | ResolveError::NameTaken { span, .. }
            | ResolveError::EmptyPeriod { span }
            | ResolveError::OverlappingValues { span, .. }
            | ResolveError::NeverAbsent { span, .. }
            | ResolveError::InsteadModality { span }
            | ResolveError::JudgementInTerm { span }
            | ResolveError::TooManyValues { span, .. }
            | ResolveError::TooComplex { span, .. }
            | ResolveError::TooManyFaults { span, .. } => *span,
        }
    }
}
