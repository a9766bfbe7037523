//! Conditions without parts: which planes of a column answer them.

use super::domain::Along;
use super::lanes::Lanes;
use super::layout::{Kind, Question};
use super::order::{Pools, Run};
use super::truth::Truth;
use crate::model::condition::Comparison;
use crate::model::value::Value;

/// How the truth of a condition without parts is read.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Leaf {
    /// The product has a value.
    Present { column: u32 },
    /// The product has a value or is known to have none.
    Known { column: u32 },
    /// One of the planes says so.
    AnyOf { column: u32, planes: Run },
    /// Every plane says so.
    AllOf { column: u32, planes: Run },
    /// The value does not reach the threshold of the plane.
    Before { column: u32, plane: u32 },
    /// The value reaches the first threshold and not the second.
    Within { column: u32, from: u32, until: u32 },
    /// The answer is in those planes: yes in the first, no in the next.
    Answer { column: u32, plane: u32 },
    /// Several values are looked at, product by product.
    Mixed(u32),
}

/// How a condition without parts is planned.
pub(super) enum Planned {
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
    Value(Literal),
    Column { column: usize, along: Along },
    Sum { left: Box<Term>, right: Box<Term> },
    Difference { left: Box<Term>, right: Box<Term> },
}

/// A value that is the same for all products, and the same 64 times, side by side.
#[derive(Debug, Clone)]
pub(crate) struct Literal {
    pub(crate) value: Value,
    pub(crate) lanes: Option<Lanes<'static>>,
}

impl From<&Value> for Literal {
    fn from(value: &Value) -> Literal {
        Literal { value: value.clone(), lanes: Lanes::splat(value) }
    }
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
    pub(super) fn plan(&self, column: Reader<'_>) -> Planned {
        match self {
            Test::Holds(_) => column.compare(Comparison::Equal, &Value::YesNo(true)),
            Test::Compare { left: Term::Value(literal), comparison, .. } => {
                column.compare(comparison.mirrored(), &literal.value)
            }
            Test::Compare { right: Term::Value(literal), comparison, .. } => {
                column.compare(*comparison, &literal.value)
            }
            Test::Compare { .. } => Planned::Mixed,
            Test::In { values, .. } => column.read_in(values),
            Test::Includes { members, all, .. } => column.read_set(members, *all),
            Test::Empty(_) => column.read_empty(),
            Test::Present(_) => read(Leaf::Present { column: column.number }),
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

    /// The columns it is found in, and the way to each.
    pub(crate) fn columns(&self) -> Vec<(usize, Along)> {
        match self {
            Term::Unknown | Term::Value(_) => Vec::new(),
            Term::Column { column, along } => vec![(*column, *along)],
            Term::Sum { left, right } | Term::Difference { left, right } => {
                [left.columns(), right.columns()].concat()
            }
        }
    }
}

/// Plans how one column is read.
pub(super) struct Reader<'p> {
    /// Its number among the columns of the plan.
    pub(super) number: u32,
    pub(super) kind: &'p mut Kind,
    pub(super) pools: &'p mut Pools,
}

impl Reader<'_> {
    fn compare(mut self, comparison: Comparison, value: &Value) -> Planned {
        if let Kind::Answers(_) = self.kind {
            return self.ask(Question::Compare(comparison, value.clone()));
        }
        if let Some(rank) = self.kind.rank(value) {
            return read(self.order(comparison, rank));
        }
        match (comparison, self.member(value)) {
            (Comparison::Equal, Some(plane)) => read(self.any_of(vec![plane])),
            _ => Planned::Mixed,
        }
    }

    fn read_in(mut self, values: &[Value]) -> Planned {
        if values.is_empty() {
            return Planned::Constant(Truth::False);
        }
        if let Kind::Answers(_) = self.kind {
            return self.ask(Question::In(values.to_vec()));
        }
        let ranks: Option<Vec<i64>> = values.iter().map(|value| self.kind.rank(value)).collect();
        if let Some(ranks) = ranks {
            let equal = |rank| self.order(Comparison::Equal, rank);
            return Planned::OneOf(ranks.into_iter().map(equal).collect());
        }
        let planes: Option<Vec<u32>> = values.iter().map(|value| self.member(value)).collect();
        planes.map_or(Planned::Mixed, |planes| read(self.any_of(planes)))
    }

    fn read_set(mut self, members: &Value, all: bool) -> Planned {
        let column = self.number;
        match (&*self.kind, members) {
            (Kind::Answers(_), _) => self.ask(Question::Includes { members: members.clone(), all }),
            (Kind::Set(size), Value::Set(wanted)) => {
                let planes: Vec<u32> =
                    (0u32..).take(*size).filter(|&member| (wanted >> member) & 1 == 1).collect();
                read(match all {
                    true if planes.is_empty() => Leaf::Known { column },
                    true => Leaf::AllOf { column, planes: self.pools.add_planes(planes) },
                    false => self.any_of(planes),
                })
            }
            _ => Planned::Mixed,
        }
    }

    fn read_empty(mut self) -> Planned {
        let planes = match self.kind {
            Kind::Items => 1,
            Kind::Set(members) => *members,
            Kind::Answers(_) => return self.ask(Question::Empty),
            _ => return Planned::Mixed,
        };
        let leaf = self.any_of((0u32..).take(planes).collect());
        Planned::Read { leaf, is_negated: true }
    }

    /// The plane of one value of a yes/no or one-of column.
    fn member(&self, value: &Value) -> Option<u32> {
        match (&*self.kind, value) {
            (Kind::YesNo, Value::YesNo(yes)) => Some(u32::from(*yes)),
            (Kind::OneOf(values), Value::Word(word)) => {
                Some(u32::from(*word)).filter(|_| usize::from(*word) < *values)
            }
            _ => None,
        }
    }

    /// How a number or date is to a threshold. Whole numbers, and dates as they are packed, have
    /// a next one: what is more than a threshold reaches the one after it.
    fn order(&mut self, comparison: Comparison, rank: i64) -> Leaf {
        let column = self.number;
        let reached = self.kind.threshold(rank);
        let passed = rank.checked_add(1).and_then(|rank| self.kind.threshold(rank));
        match (comparison, reached, passed) {
            (Comparison::LessThan, Some(plane), _) => Leaf::Before { column, plane },
            (Comparison::AtMost, _, Some(plane)) => Leaf::Before { column, plane },
            (Comparison::AtMost, _, None) => Leaf::Present { column },
            (Comparison::Equal, Some(from), Some(until)) => Leaf::Within { column, from, until },
            (Comparison::AtLeast | Comparison::Equal, Some(plane), _) => self.any_of(vec![plane]),
            (Comparison::MoreThan, _, Some(plane)) => self.any_of(vec![plane]),
            _ => self.any_of(Vec::new()),
        }
    }

    fn any_of(&mut self, planes: Vec<u32>) -> Leaf {
        Leaf::AnyOf { column: self.number, planes: self.pools.add_planes(planes) }
    }

    fn ask(&mut self, question: Question) -> Planned {
        match self.kind.ask(question) {
            Some(plane) => read(Leaf::Answer { column: self.number, plane }),
            None => Planned::Mixed,
        }
    }
}

fn read(leaf: Leaf) -> Planned {
    Planned::Read { leaf, is_negated: false }
}
