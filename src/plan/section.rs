//! Which steps are needed together, so that those that nobody needs are passed over.
//!
//! Most rules of the world do not bind a given product: they are not in force yet, or it is not
//! in their scope. That alone decides their verdict, and what only they ask need not be known.

use super::order::{Part, Plan, PlannedRule};
use indexmap::IndexSet;
use std::ops::Range;

/// Neighbouring steps that are needed together.
#[derive(Debug, Clone)]
pub(super) struct Section {
    pub(super) steps: Range<usize>,
    /// Whose rules alone need them; where none is named, all may.
    pub(super) gate: Option<Gate>,
}

/// What decides whether a rule binds at all: that it is in force, triggered, and in scope.
pub(crate) type Gate = [Part; 3];

/// The owner of what all rules may need; those of a gate have its number, from 1.
const ALL: usize = 0;

impl PlannedRule {
    /// What decides whether it binds at all.
    #[inline]
    pub(crate) fn gate(&self) -> Gate {
        let [in_force, triggered, in_scope, ..] = self.truths;
        [in_force, triggered, in_scope]
    }
}

impl Plan {
    /// Of each step, whose it is.
    pub(super) fn owners(&self) -> Vec<usize> {
        let gates = self.gates();
        let mut of_step = vec![None; self.steps.len()];
        for rule in &self.meanings {
            self.give(&mut of_step, ALL, &rule.gate());
            let owner = gates.get_index_of(&rule.gate()).map_or(ALL, |gate| gate + 1);
            self.give(&mut of_step, owner, &rule.truths);
        }
        of_step.into_iter().map(|owner| owner.unwrap_or(ALL)).collect()
    }

    /// The sections of steps that stand in the order of their owners.
    pub(super) fn sections(&self, owners: impl Iterator<Item = usize>) -> Vec<Section> {
        let gates = self.gates();
        let mut sections: Vec<(usize, Section)> = Vec::new();
        for (step, owner) in owners.enumerate() {
            match sections.last_mut() {
                Some((last, section)) if *last == owner => section.steps.end = step + 1,
                _ => {
                    let gate = owner.checked_sub(1).and_then(|number| gates.get_index(number));
                    sections.push((owner, Section { steps: step..step + 1, gate: gate.copied() }));
                }
            }
        }
        sections.into_iter().map(|(_, section)| section).collect()
    }

    /// The gates of all rules, each once.
    fn gates(&self) -> IndexSet<Gate> {
        self.meanings.iter().map(PlannedRule::gate).collect()
    }

    /// Gives those parts, and what they are made of, to an owner; what has another one already
    /// is everybody's from then on.
    fn give(&self, of_step: &mut [Option<usize>], owner: usize, parts: &[Part]) {
        let mut open = parts.to_vec();
        while let Some(part) = open.pop() {
            let Some(held) = of_step.get_mut(part.step()) else { continue };
            if matches!(*held, Some(held) if held == owner || held == ALL) {
                continue;
            }
            *held = Some(if held.is_none() { owner } else { ALL });
            let step = self.steps.get(part.step());
            open.extend(step.into_iter().flat_map(|step| self.pools.parts_of(step.work)));
        }
    }
}
