//! Conditions without parts: which planes of a column answer them.

use super::domain::Along;
use super::layout::{Kind, Question};
use super::truth::Truth;
use crate::model::condition::Comparison;
use crate::model::value::Value;

/// How the truth of a condition without parts is read.
#[derive(Debug, Clone)]
pub(crate) enum Leaf {
    /// The product has a value.
    Present { column: usize },
    /// The product has a value or is known to have none.
    Known { column: usize },
    /// One of the planes says so.
    AnyOf { column: usize, planes: Vec<usize> },
    /// Every plane says so.
    AllOf { column: usize, planes: Vec<usize> },
    /// The value reaches the first threshold and not the second.
    Between { column: usize, from: Option<usize>, until: Option<usize> },
    /// The answer is in those planes: yes in the first, no in the next.
    Answer { column: usize, plane: usize },
    /// Several values are looked at, product by product.
    Mixed(Test),
}

/// How a condition without parts is planned.
pub(crate) enum Planned {
    /// It is the same for all.
    Constant(Truth),
    /// It is read, or the opposite of it.
    Read { leaf: Leaf, is_negated: bool },
    /// One of several readings says so.
    OneOf(Vec<Leaf>),
    /// The values themselves have to be looked at.
    Mixed,
}

/// A question about values, with its operands found.
#[derive(Debug, Clone)]
pub(crate) enum Test {
    Holds(Term),
    Compare { left: Term, comparison: Comparison, right: Term },
    In { term: Term, values: Vec<Value> },
    Includes { term: Term, members: Value, all: bool },
    Empty(Term),
    Present(Term),
}

/// A value, or the column to find it in.
#[derive(Debug, Clone)]
pub(crate) enum Term {
    Unknown,
    Value(Value),
    Column { column: usize, along: Along },
    Sum { left: Box<Term>, right: Box<Term> },
    Difference { left: Box<Term>, right: Box<Term> },
}

impl Test {
    /// The terms it asks about.
    pub(crate) fn terms(&self) -> impl Iterator<Item = &Term> {
        let (first, second) = match self {
            Test::Compare { left, right, .. } => (left, Some(right)),
            Test::Holds(term) | Test::Empty(term) | Test::Present(term) => (term, None),
            Test::In { term, .. } | Test::Includes { term, .. } => (term, None),
        };
        std::iter::once(first).chain(second)
    }

    /// The one column that it asks about, with literals at most.
    pub(crate) fn column(&self) -> Option<usize> {
        let mut terms = self.terms().filter(|term| !matches!(term, Term::Value(_)));
        match (terms.next(), terms.next()) {
            (Some(Term::Column { column, along: Along::Same }), None) => Some(*column),
            _ => None,
        }
    }

    /// How it is read from its one column.
    pub(crate) fn plan(&self, column: usize, kind: &mut Kind) -> Planned {
        match self {
            Test::Holds(_) => plan_comparison(column, kind, Comparison::Equal, &Value::YesNo(true)),
            Test::Compare { left: Term::Value(value), comparison, .. } => {
                plan_comparison(column, kind, comparison.mirrored(), value)
            }
            Test::Compare { right: Term::Value(value), comparison, .. } => {
                plan_comparison(column, kind, *comparison, value)
            }
            Test::Compare { .. } => Planned::Mixed,
            Test::In { values, .. } => plan_in(column, kind, values),
            Test::Includes { members, all, .. } => plan_includes(column, kind, members, *all),
            Test::Empty(_) => plan_empty(column, kind),
            Test::Present(_) => read(Leaf::Present { column }),
        }
    }
}

impl Term {
    /// Whether nothing can be known of it.
    pub(crate) fn is_unknown(&self) -> bool {
        match self {
            Term::Unknown => true,
            Term::Sum { left, right } | Term::Difference { left, right } => {
                left.is_unknown() || right.is_unknown()
            }
            Term::Value(_) | Term::Column { .. } => false,
        }
    }

    /// The columns it is found in.
    pub(crate) fn columns(&self) -> Vec<usize> {
        match self {
            Term::Unknown | Term::Value(_) => Vec::new(),
            Term::Column { column, .. } => vec![*column],
            Term::Sum { left, right } | Term::Difference { left, right } => {
                [left.columns(), right.columns()].concat()
            }
        }
    }
}

fn read(leaf: Leaf) -> Planned {
    Planned::Read { leaf, is_negated: false }
}

fn plan_comparison(
    column: usize,
    kind: &mut Kind,
    comparison: Comparison,
    value: &Value,
) -> Planned {
    if let Kind::Answers(_) = kind {
        return ask(column, kind, Question::Compare(comparison, value.clone()));
    }
    if let Some(rank) = kind.rank(value) {
        return read(between(column, kind, comparison, rank));
    }
    match (comparison, member(kind, value)) {
        (Comparison::Equal, Some(plane)) => read(Leaf::AnyOf { column, planes: vec![plane] }),
        _ => Planned::Mixed,
    }
}

/// The plane of one value of a yes/no or one-of column.
fn member(kind: &Kind, value: &Value) -> Option<usize> {
    match (kind, value) {
        (Kind::YesNo, Value::YesNo(yes)) => Some(usize::from(*yes)),
        (Kind::OneOf(values), Value::Word(word)) => {
            Some(usize::from(*word)).filter(|word| word < values)
        }
        _ => None,
    }
}

fn between(column: usize, kind: &mut Kind, comparison: Comparison, rank: i64) -> Leaf {
    // Dates are packed with room after every day, so that the next number is a threshold too.
    let (reached, passed) = match comparison {
        Comparison::AtLeast => (Some(rank), None),
        Comparison::LessThan => (None, Some(rank)),
        Comparison::MoreThan => (rank.checked_add(1), None),
        Comparison::AtMost => (None, rank.checked_add(1)),
        Comparison::Equal => (Some(rank), rank.checked_add(1)),
    };
    if comparison == Comparison::MoreThan && reached.is_none() {
        return Leaf::AnyOf { column, planes: Vec::new() };
    }
    let mut plane = |rank: Option<i64>| rank.and_then(|rank| kind.threshold(rank));
    Leaf::Between { column, from: plane(reached), until: plane(passed) }
}

fn plan_in(column: usize, kind: &mut Kind, values: &[Value]) -> Planned {
    if values.is_empty() {
        return Planned::Constant(Truth::False);
    }
    if let Kind::Answers(_) = kind {
        return ask(column, kind, Question::In(values.to_vec()));
    }
    if let Some(ranks) = values.iter().map(|value| kind.rank(value)).collect::<Option<Vec<_>>>() {
        let equal = |rank| between(column, kind, Comparison::Equal, rank);
        return Planned::OneOf(ranks.into_iter().map(equal).collect());
    }
    let planes: Option<Vec<usize>> = values.iter().map(|value| member(kind, value)).collect();
    planes.map_or(Planned::Mixed, |planes| read(Leaf::AnyOf { column, planes }))
}

fn plan_includes(column: usize, kind: &mut Kind, members: &Value, all: bool) -> Planned {
    match (&*kind, members) {
        (Kind::Answers(_), _) => {
            ask(column, kind, Question::Includes { members: members.clone(), all })
        }
        (Kind::Set(size), Value::Set(wanted)) => {
            let planes: Vec<usize> =
                (0..*size).filter(|&member| (wanted >> member) & 1 == 1).collect();
            read(match all {
                true if planes.is_empty() => Leaf::Known { column },
                true => Leaf::AllOf { column, planes },
                false => Leaf::AnyOf { column, planes },
            })
        }
        _ => Planned::Mixed,
    }
}

fn plan_empty(column: usize, kind: &mut Kind) -> Planned {
    let planes = match kind {
        Kind::Items => 1,
        Kind::Set(members) => *members,
        Kind::Answers(_) => return ask(column, kind, Question::Empty),
        _ => return Planned::Mixed,
    };
    let leaf = Leaf::AnyOf { column, planes: (0..planes).collect() };
    Planned::Read { leaf, is_negated: true }
}

fn ask(column: usize, kind: &mut Kind, question: Question) -> Planned {
    match kind {
        Kind::Answers(questions) => {
            let (index, _) = questions.insert_full(question);
            read(Leaf::Answer { column, plane: 2 * index })
        }
        _ => Planned::Mixed,
    }
}
