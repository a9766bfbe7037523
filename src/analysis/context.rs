//! Surroundings and designs: what a maker finds, and what a maker decides.
//!
//! A conflict is a context in which no design will do. It is looked for by two questions that
//! refine each other: is there a context left, and is there a design for it? A design that is
//! found serves many contexts at once, and all of them are struck off.

use super::problem::Problem;
use super::solver::Answer;
use super::source::Source;
use crate::model::vocabulary::{FactId, Setting};
use rustsat::types::Lit;

/// Contexts that are tried before the search is given up.
const MOST_CONTEXTS: usize = 400;

/// Whether every context has a design.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Designs {
    /// Every context has one.
    Always,
    /// A context in which none will do, by what matters of it.
    NoneFor(Vec<Lit>),
    /// It could not be told.
    Unclear,
}

impl Problem<'_> {
    /// Whether in every context in which `given` can hold there is a design with which `wanted`
    /// holds.
    pub(super) fn designs(&mut self, given: &[Lit], wanted: &[Lit]) -> Designs {
        let strict = self.encoder.strict;
        let all = self.circuit().and(wanted.iter().copied());
        // Contexts are struck off for this question alone.
        let open = self.fresh();
        let contexts: Vec<Lit> = given.iter().copied().chain([open, strict]).collect();
        for _ in 0..MOST_CONTEXTS {
            match self.search(&contexts) {
                Answer::Unsat(core) if !core.contains(&strict) => return Designs::Always,
                Answer::Unsat(_) => return self.unless_coarse(given, open),
                Answer::Stopped => return Designs::Unclear,
                Answer::Sat => {}
            }
            let context = self.context();
            let asked: Vec<Lit> = context.iter().copied().chain([all, strict]).collect();
            match self.search(&asked) {
                Answer::Unsat(_) => return self.confirm_clash(context, all),
                Answer::Stopped => return Designs::Unclear,
                Answer::Sat => {}
            }
            if !self.strike_off(&context, all, open) {
                return Designs::Unclear;
            }
        }
        Designs::Unclear
    }

    /// No context is left of those that are told apart; is there one among the others?
    fn unless_coarse(&mut self, given: &[Lit], open: Lit) -> Designs {
        let loose: Vec<Lit> = given.iter().copied().chain([open]).collect();
        match self.search(&loose) {
            Answer::Unsat(_) => Designs::Always,
            _ => Designs::Unclear,
        }
    }

    /// A clash counts only if it does not rest on what is not told apart. Of the context, only
    /// what it takes is kept.
    fn confirm_clash(&mut self, context: Vec<Lit>, all: Lit) -> Designs {
        let mut needed = context;
        let clashes = |problem: &mut Self, context: &[Lit]| {
            let asked: Vec<Lit> = context.iter().copied().chain([all]).collect();
            problem.search(&asked)
        };
        match clashes(self, &needed) {
            Answer::Unsat(core) => needed.retain(|lit| core.contains(lit)),
            _ => return Designs::Unclear,
        }
        for literal in needed.clone() {
            let less: Vec<Lit> = needed.iter().copied().filter(|one| *one != literal).collect();
            if matches!(clashes(self, &less), Answer::Unsat(_)) {
                needed = less;
            }
        }
        Designs::NoneFor(needed)
    }

    /// Strikes off every context that the design of the last model serves.
    fn strike_off(&mut self, context: &[Lit], all: Lit, open: Lit) -> bool {
        let strict = self.encoder.strict;
        let design = self.design();
        let asked: Vec<Lit> = design.iter().chain(context).copied().chain([!all, strict]).collect();
        match self.search(&asked) {
            Answer::Unsat(core) => {
                let served = context.iter().filter(|lit| core.contains(lit));
                let clause: Vec<Lit> = served.map(|lit| !*lit).chain([!open]).collect();
                self.demand(&clause);
                true
            }
            _ => false,
        }
    }

    /// The last model's context.
    pub(super) fn context(&self) -> Vec<Lit> {
        self.chosen(Setting::Fixed)
    }

    /// The last model's design; what people judge belongs to it.
    pub(super) fn design(&self) -> Vec<Lit> {
        let judgements = self.encoder.choices.judgements.values();
        let judged = judgements.map(|judged| self.as_is(judged.yes));
        let mut design = self.chosen(Setting::Chosen);
        design.extend(judged);
        design
    }

    fn chosen(&self, setting: Setting) -> Vec<Lit> {
        let choices = &self.encoder.choices;
        let mut found = Vec::new();
        for (list, items) in &choices.lists {
            if self.setting(Source::Fact(*list)) == setting {
                found.extend(items.live.iter().chain([&items.absent]).map(|lit| self.as_is(*lit)));
            }
        }
        for (variable, set) in &choices.sets {
            if self.setting(variable.source) == setting {
                found.extend(set.members.iter().chain([&set.absent]).map(|lit| self.as_is(*lit)));
            }
        }
        for (variable, choice) in &choices.scalars {
            if self.setting(variable.source) == setting {
                found.extend(choice.values.iter().copied().filter(|lit| self.holds(*lit)));
            }
        }
        found
    }

    fn as_is(&self, literal: Lit) -> Lit {
        if self.holds(literal) { literal } else { !literal }
    }

    fn setting(&self, source: Source) -> Setting {
        let declared = source.declared(&self.ground().law.vocabulary);
        match source {
            // Where a product is sold, and how, is no matter of design.
            Source::Placement(_) => Setting::Fixed,
            _ => declared.map_or(Setting::Fixed, |fact| fact.setting),
        }
    }

    /// The facts that some literals speak of, in the order of the vocabulary.
    pub(super) fn facts_of(&self, literals: &[Lit]) -> Vec<FactId> {
        let choices = &self.encoder.choices;
        let speaks =
            |lits: &[Lit]| literals.iter().any(|one| lits.contains(one) || lits.contains(&!*one));
        let lists = choices.lists.iter().filter(|(_, items)| speaks(&items.live));
        let sets = choices.sets.iter().filter(|(_, set)| speaks(&set.members));
        let scalars = choices.scalars.iter().filter(|(_, choice)| speaks(&choice.values));
        let sources = sets.map(|(variable, _)| variable.source);
        let sources = sources.chain(scalars.map(|(variable, _)| variable.source));
        let facts = sources.map(|source| match source {
            Source::Fact(fact) => fact,
            Source::Field(field) | Source::Placement(field) => field.list,
        });
        let mut facts: Vec<FactId> = facts.chain(lists.map(|(list, _)| *list)).collect();
        facts.sort();
        facts.dedup();
        facts
    }
}
