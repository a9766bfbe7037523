//! Rules whose peers say conditions only: a program around them puts outcomes together.
//!
//! Of each rule there is the condition that it asks for, by its id; `RULE applies` where it has a
//! scope of its own; and what several rules share: `uk.psti`, `eu.cra` (in force, in scope) and
//! `eu.cra placed` (the trigger).

use crate::outcome::{Outcome, both};
use crate::subset::RULES;

/// The shared conditions, asked once for each product.
const SHARED: [&str; 3] = ["uk.psti", "eu.cra", "eu.cra placed"];

/// The conditions of an engine, by name, and how rules are made of them.
pub struct Conditions<C> {
    shared: [Option<C>; 3],
    rules: Vec<Rule<C>>,
    positions: Vec<usize>,
}

struct Rule<C> {
    shared: &'static [usize],
    applies: Option<C>,
    kept: C,
}

impl<C> Conditions<C> {
    /// All rules whose condition `find` knows.
    pub fn new(mut find: impl FnMut(&str) -> Option<C>) -> Conditions<C> {
        let mut conditions =
            Conditions { shared: SHARED.map(&mut find), rules: Vec::new(), positions: Vec::new() };
        for (position, (id, _)) in RULES.iter().enumerate() {
            let Some(kept) = find(id) else { continue };
            let applies = find(&format!("{id} applies"));
            conditions.rules.push(Rule { shared: shared_by(id), applies, kept });
            conditions.positions.push(position);
        }
        conditions
    }

    /// The rules, by their position in the subset.
    pub fn positions(&self) -> &[usize] {
        &self.positions
    }

    /// The outcomes of all rules, from what `ask` says of each condition.
    pub fn judge<'a>(
        &'a self,
        ask: impl Fn(&'a C) -> Option<bool>,
    ) -> impl Iterator<Item = Outcome> {
        let shared = self.shared.each_ref().map(|one| one.as_ref().and_then(&ask));
        self.rules.iter().map(move |rule| {
            let all = rule.shared.iter().fold(Some(true), |all, one| both(all, || shared[*one]));
            let own = || rule.applies.as_ref().map_or(Some(true), &ask);
            Outcome::of(both(all, own), || ask(&rule.kept))
        })
    }
}

fn shared_by(rule: &str) -> &'static [usize] {
    match rule {
        "eu.cra.art14.2.a" => &[1],
        _ if rule.starts_with("eu.cra") => &[1, 2],
        _ => &[0],
    }
}
