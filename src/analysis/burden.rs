//! On whom do duties fall, and which goals do they serve?

use super::duties::Duty;
use crate::model::law::Law;
use crate::model::rule::{Modality, Rule};

/// The role that no duty may be left to alone.
///
/// Source: Internet Governance Forum 2018, Dynamic Coalition on the Internet of Things.
pub const END_USER: &str = "user";

/// How many rules there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Obligations.
    pub must: usize,
    /// Recommendations.
    pub should: usize,
}

/// A goal or a role, with how many rules serve or bind it in each market.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// Its name in the vocabulary; none for rules that name no goal, or nobody.
    pub name: Option<String>,
    /// For each market.
    pub counts: Vec<Count>,
}

/// Obligations that all fall on end users.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dumped {
    /// Those that serve this goal; all, without.
    pub goal: Option<String>,
    /// Those of this market; of all, without.
    pub market: Option<u32>,
}

/// Who bears what, and what for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Burden {
    /// By goal, in the order of the vocabulary.
    pub goals: Vec<Share>,
    /// By addressee, in the order of the vocabulary.
    pub addressees: Vec<Share>,
    /// Where end users are left alone.
    pub dumped: Vec<Dumped>,
}

/// Whether there are obligations among some rules, and all of them fall on end users.
pub fn falls_on_end_users<'r>(rules: impl IntoIterator<Item = &'r Rule>) -> bool {
    let mut duties = rules.into_iter().filter(|rule| rule.modality == Modality::Must).peekable();
    let is_alone = |rule: &Rule| {
        !rule.addressees.is_empty() && rule.addressees.iter().all(|role| role == END_USER)
    };
    duties.peek().is_some() && duties.all(is_alone)
}

/// Who bears the duties of so many markets, each counted in its own.
#[must_use]
pub fn burden(law: &Law, duties: &[Duty], markets: usize) -> Burden {
    let rules: Vec<(u32, &Rule)> =
        duties.iter().filter_map(|duty| Some((duty.market, law.rule(duty.rule)?))).collect();
    let goals: Vec<&str> = law.vocabulary.goals.keys().map(String::as_str).collect();
    let roles: Vec<&str> = law.vocabulary.roles.keys().map(String::as_str).collect();
    Burden {
        goals: shares(&rules, &goals, markets, |rule| &rule.goals),
        addressees: shares(&rules, &roles, markets, |rule| &rule.addressees),
        dumped: dumped(&rules, &goals, markets),
    }
}

/// For each name, and for none, the rules that have it; names that none has are left out.
fn shares(
    rules: &[(u32, &Rule)],
    names: &[&str],
    markets: usize,
    of: impl Fn(&Rule) -> &[String],
) -> Vec<Share> {
    let named = names.iter().copied().map(Some).chain([None]);
    let share = |name: Option<&str>| {
        let has = |rule: &Rule| match name {
            Some(name) => of(rule).iter().any(|own| own == name),
            None => of(rule).is_empty(),
        };
        let mut counts = vec![Count::default(); markets];
        for (market, rule) in rules.iter().filter(|(_, rule)| has(rule)) {
            let Some(count) = counts.get_mut(*market as usize) else { continue };
            match rule.modality {
                Modality::Must => count.must += 1,
                Modality::Should => count.should += 1,
                Modality::May => {}
            }
        }
        Share { name: name.map(str::to_owned), counts }
    };
    let is_used = |share: &Share| share.counts.iter().any(|count| *count != Count::default());
    named.map(share).filter(is_used).collect()
}

fn dumped(rules: &[(u32, &Rule)], goals: &[&str], markets: usize) -> Vec<Dumped> {
    let mut found = Vec::new();
    let goals = [None].into_iter().chain(goals.iter().copied().map(Some));
    for goal in goals {
        let serves = |rule: &Rule| goal.is_none_or(|goal| rule.goals.iter().any(|own| own == goal));
        let places = [None].into_iter().chain((0u32..).take(markets).map(Some));
        for market in places {
            let own = rules
                .iter()
                .filter(|(at, rule)| market.is_none_or(|own| own == *at) && serves(rule));
            if falls_on_end_users(own.map(|(_, rule)| *rule)) {
                found.push(Dumped { goal: goal.map(str::to_owned), market });
            }
        }
    }
    found
}
