//! Conditions and their operands.

use super::{Literal, Name, Path, RuleReference, Spanned, Text};

/// A condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// `net.internet_capable`, `connectable`, `p.encrypted`
    Holds(Path),
    /// `not C`
    Not(Box<Spanned<Condition>>),
    /// `A and B`
    And(Vec<Spanned<Condition>>),
    /// `A or B`
    Or(Vec<Spanned<Condition>>),
    /// `all of: (a) A; (b) B`
    List {
        /// Which of the three.
        kind: ListKind,
        /// The items, in order; their labels follow from it.
        items: Vec<Spanned<Condition>>,
    },
    /// `F is at least V`
    Compare {
        /// Left side.
        left: Spanned<Operand>,
        /// The comparator.
        comparator: Comparator,
        /// Right side.
        right: Spanned<Operand>,
    },
    /// `F in {a, b}`
    In {
        /// Left side.
        left: Spanned<Operand>,
        /// `not in`
        negated: bool,
        /// The values.
        values: Vec<Spanned<Literal>>,
    },
    /// `F includes all of {a, b}`
    Includes {
        /// The set.
        left: Spanned<Operand>,
        /// How many of the values.
        mode: Inclusion,
        /// The values; exactly one for `One` and `Excludes`.
        values: Vec<Spanned<Literal>>,
    },
    /// `F is present`
    State {
        /// Left side.
        left: Spanned<Operand>,
        /// Which state.
        state: State,
    },
    /// `some c in certificates where C has C`
    Quantified {
        /// Which quantifier.
        quantifier: Quantifier,
        /// The name of the item.
        variable: Name,
        /// The list.
        list: Path,
        /// Which items.
        filter: Option<Box<Spanned<Condition>>>,
        /// What they have.
        body: Box<Spanned<Condition>>,
    },
    /// `en/5.1-1 is met`
    Rule {
        /// The rule.
        rule: RuleReference,
        /// What is asked of it.
        state: RuleState,
    },
    /// `judged "…"`
    Judged(Text),
}

/// `all of:`, `any of:`, `none of:`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListKind {
    /// `all of:`
    All,
    /// `any of:`
    Any,
    /// `none of:`
    None,
}

/// How two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparator {
    /// `is`
    Is,
    /// `is not`
    IsNot,
    /// `is at least`
    AtLeast,
    /// `is at most`
    AtMost,
    /// `is more than`
    MoreThan,
    /// `is less than`
    LessThan,
    /// `is before`
    Before,
    /// `is after`
    After,
    /// `is on or before`
    OnOrBefore,
    /// `is on or after`
    OnOrAfter,
}

/// How a set is held against values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Inclusion {
    /// `includes V`
    One,
    /// `excludes V`
    Excludes,
    /// `includes all of {…}`
    All,
    /// `includes any of {…}`
    Any,
    /// `includes none of {…}`
    None,
}

/// `is present`, `is absent`, `is empty`, `is not empty`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// `is present`
    Present,
    /// `is absent`
    Absent,
    /// `is empty`
    Empty,
    /// `is not empty`
    NotEmpty,
}

/// `some`, `every`, `no`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Quantifier {
    /// `some`
    Some,
    /// `every`
    Every,
    /// `no`
    No,
}

/// What a condition asks of another rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RuleState {
    /// `is met`
    Met,
    /// `is met where applicable`
    MetWhereApplicable,
    /// `is breached`
    Breached,
    /// `applies`
    Applies,
}

/// A side of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operand {
    /// A fact, a field, a parameter, or a word that is a value: decided by its meaning.
    Path(Path),
    /// A value.
    Literal(Literal),
    /// `today`
    Today,
    /// `X plus Y`, `X minus Y`
    Sum {
        /// Left side.
        left: Box<Spanned<Operand>>,
        /// `minus`
        minus: bool,
        /// Right side.
        right: Box<Spanned<Operand>>,
    },
}
