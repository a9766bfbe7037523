//! Which members of a set make a difference: those that conditions name, and one for all others.

use super::candidates::candidates;
use crate::model::value::Value;
use crate::model::vocabulary::Type;
use std::collections::BTreeSet;

/// The members of a set that make a difference.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Members {
    /// Those that conditions mention.
    pub(super) named: Vec<Member>,
    /// One that no condition mentions, standing for all of them; none if all are mentioned.
    pub(super) other: Option<Member>,
}

/// A member of a set.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Member {
    /// By its position in the declaration.
    Word(u8),
    /// A text.
    Text(String),
}

/// The members of a value that is a set.
pub(super) fn members_of(members: &Value) -> Vec<Member> {
    match members {
        Value::Set(bits) => {
            (0u8..128).filter(|bit| (bits >> bit) & 1 == 1).map(Member::Word).collect()
        }
        Value::Texts(texts) => texts.iter().cloned().map(Member::Text).collect(),
        _ => Vec::new(),
    }
}

/// The members that make a difference where conditions name these.
pub(super) fn members(kind: Type, named: &BTreeSet<Member>) -> Members {
    let texts: Vec<Value> = named
        .iter()
        .filter_map(|member| match member {
            Member::Text(text) => Some(Value::Text(text.clone())),
            Member::Word(_) => None,
        })
        .collect();
    let fresh = |kind: &Type| {
        let mut others = candidates(kind, &texts, 1).into_iter();
        others.find_map(|value| match value {
            Value::Text(text) if !named.contains(&Member::Text(text.clone())) => {
                Some(Member::Text(text))
            }
            _ => None,
        })
    };
    let other = match &kind {
        Type::SetOf(words) => {
            (0u8..).take(words.len()).map(Member::Word).find(|member| !named.contains(member))
        }
        Type::SetOfLanguages => fresh(&Type::Language),
        Type::SetOfCountries => fresh(&Type::Country),
        _ => fresh(&Type::Text),
    };
    Members { named: named.iter().cloned().collect(), other }
}
