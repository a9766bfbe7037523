//! Surroundings and designs: what a maker finds, and what a maker decides.
//!
//! A conflict is a context in which no design will do. It is looked for by two questions that
//! refine each other: is there a context left, and is there a design for it? A design that is
//! found serves many contexts at once, and all of them are struck off.

use super::choices::Choice;
use super::limits::MOST_CONTEXTS;
use super::problem::Problem;
use super::solver::Answer;
use super::source::Source;
use crate::model::vocabulary::{FactId, Setting};
use rustsat::types::Lit;

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

/// Contexts that need not be looked at: those with this in common.
struct Struck {
    context: Vec<Lit>,
    /// Whether that is so also of what is not told apart.
    is_whole: bool,
}

/// The context that is looked at next.
enum Next {
    /// One of those that are told apart.
    Told,
    /// One of the others.
    Untold,
    /// There is none.
    None,
    Stopped,
}

impl Problem<'_> {
    /// Whether in every context in which `given` can hold there is a design with which `wanted`
    /// holds. Contexts in which already a part of what is wanted is out of reach do not count:
    /// whatever is wrong there is not that these things clash.
    ///
    /// `settled` is what follows from `given` and what no design changes: it need not be found
    /// out again for every context.
    pub(super) fn designs(&mut self, given: &[Lit], settled: &[Lit], wanted: &[Lit]) -> Designs {
        let all = self.circuit().and(wanted.iter().copied());
        // Contexts are struck off for this question alone.
        let open = self.fresh();
        let contexts: Vec<Lit> = given.iter().chain(settled).copied().chain([open]).collect();
        for _ in 0..MOST_CONTEXTS {
            let (is_told, mode) = match self.next(&contexts) {
                Next::Told => (true, vec![self.encoder.strict]),
                Next::Untold => (false, self.blind()),
                Next::None => return Designs::Always,
                Next::Stopped => return Designs::Unclear,
            };
            let context = self.context();
            let asked: Vec<Lit> = context.iter().copied().chain([all]).chain(mode).collect();
            let struck = match self.search(&asked) {
                Answer::Unsat(_) => match self.smaller(&context, wanted, is_told) {
                    None if is_told => return self.confirm_clash(context, all),
                    smaller => smaller,
                },
                Answer::Stopped => None,
                Answer::Sat => self.served(&context, settled, all),
            };
            match struck {
                Some(struck) => self.strike(struck, open),
                None => return Designs::Unclear,
            }
        }
        Designs::Unclear
    }

    /// A context that was not struck off, in the last model: what is told apart comes first, for
    /// only there a clash can be shown.
    fn next(&mut self, contexts: &[Lit]) -> Next {
        let strict = self.encoder.strict;
        let told: Vec<Lit> = contexts.iter().copied().chain([strict]).collect();
        match self.search(&told) {
            Answer::Sat => return Next::Told,
            Answer::Stopped => return Next::Stopped,
            Answer::Unsat(core) if !core.contains(&strict) => return Next::None,
            Answer::Unsat(_) => {}
        }
        match self.search(contexts) {
            Answer::Sat => Next::Untold,
            Answer::Stopped => Next::Stopped,
            Answer::Unsat(_) => Next::None,
        }
    }

    /// What is not told apart counts as unknown, and no design is of it: there might be none.
    fn blind(&self) -> Vec<Lit> {
        let choices = &self.encoder.choices;
        let vocabulary = &self.ground().law.vocabulary;
        let is_chosen = |source: Source| source.setting(vocabulary) == Setting::Chosen;
        let lists = choices.lists.iter().filter(|(list, _)| is_chosen(Source::Fact(**list)));
        let scalars = choices.scalars.iter().filter(|(variable, _)| is_chosen(variable.source));
        let untold = lists.filter_map(|(_, items)| items.more);
        let untold = untold.chain(scalars.filter_map(|(_, choice)| choice.elsewhere));
        untold.map(|literal| !literal).chain([self.encoder.blind]).collect()
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

    /// Of a context, what already puts a part of what is wanted out of reach.
    fn smaller(&mut self, context: &[Lit], wanted: &[Lit], is_told: bool) -> Option<Struck> {
        // By place: two things that can never be are one and the same literal.
        (0..wanted.len()).find_map(|left_out| {
            let rest = wanted.iter().enumerate().filter(|(place, _)| *place != left_out);
            let rest: Vec<Lit> = rest.map(|(_, literal)| *literal).collect();
            let whole = self.struck(context, &rest, true);
            whole.or_else(|| is_told.then(|| self.struck(context, &rest, false)).flatten())
        })
    }

    /// Of a context, all that it takes for the design of the last model to serve it.
    fn served(&mut self, context: &[Lit], settled: &[Lit], all: Lit) -> Option<Struck> {
        let design = self.design();
        let fixed: Vec<Lit> = design.iter().chain(settled).copied().chain([!all]).collect();
        self.struck(context, &fixed, true)
    }

    /// Contexts like this one that cannot be beside the fixed literals; `None` if it can itself.
    fn struck(&mut self, context: &[Lit], fixed: &[Lit], is_whole: bool) -> Option<Struck> {
        let strict = (!is_whole).then_some(self.encoder.strict);
        let fixed: Vec<Lit> = fixed.iter().copied().chain(strict).collect();
        let needed = self.refuted(context, &fixed)?;
        Some(Struck { context: self.widen(needed, &fixed), is_whole })
    }

    /// Of some literals, those that cannot hold beside the fixed ones; `None` if all can.
    fn refuted(&mut self, some: &[Lit], fixed: &[Lit]) -> Option<Vec<Lit>> {
        let asked: Vec<Lit> = some.iter().chain(fixed).copied().collect();
        match self.search(&asked) {
            Answer::Unsat(core) => Some(within(some, &core)),
            _ => None,
        }
    }

    /// As many contexts as can be said to be refuted like this one: the less it takes, and the
    /// more values of each fact will do, the more are struck off at once.
    fn widen(&mut self, needed: Vec<Lit>, fixed: &[Lit]) -> Vec<Lit> {
        let mut needed = self.fewest(needed, &[], fixed);
        for literal in needed.clone() {
            let others = self.other_values(literal);
            if others.len() < 2 {
                continue;
            }
            let rest: Vec<Lit> = needed.iter().copied().filter(|one| *one != literal).collect();
            let kept: Vec<Lit> = rest.iter().chain(fixed).copied().collect();
            if let Some(excluded) = self.refuted(&others, &kept) {
                let excluded = self.fewest(excluded, &rest, fixed);
                needed = rest.into_iter().chain(excluded).collect();
            }
        }
        needed
    }

    /// Of some literals, no more than it takes.
    fn fewest(&mut self, mut some: Vec<Lit>, beside: &[Lit], fixed: &[Lit]) -> Vec<Lit> {
        let fixed: Vec<Lit> = beside.iter().chain(fixed).copied().collect();
        let mut at = 0;
        while at < some.len() {
            let mut less = some.clone();
            less.remove(at);
            match self.refuted(&less, &fixed) {
                Some(fewer) => some = fewer,
                None => at += 1,
            }
        }
        some
    }

    /// That a fact has none of its other values, for a literal that gives it one.
    fn other_values(&self, literal: Lit) -> Vec<Lit> {
        let choices = self.encoder.choices.scalars.values();
        let own = choices.map(Choice::all).find(|values| values.contains(&literal));
        let others = own.into_iter().flatten().filter(|value| *value != literal);
        others.map(|value| !value).collect()
    }

    /// No context that is so comes up again in this question. Where that rests on what is told
    /// apart, contexts of what is not do come up.
    fn strike(&mut self, struck: Struck, open: Lit) {
        let strict = (!struck.is_whole).then_some(!self.encoder.strict);
        let context = struck.context.iter().map(|lit| !*lit);
        let clause: Vec<Lit> = context.chain([!open]).chain(strict).collect();
        self.demand(&clause);
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
        let vocabulary = &self.ground().law.vocabulary;
        let mut found = Vec::new();
        for (list, items) in &choices.lists {
            if Source::Fact(*list).setting(vocabulary) == setting {
                let all = items.all().into_iter().chain([items.absent]);
                found.extend(all.map(|lit| self.as_is(lit)));
            }
        }
        for (variable, set) in &choices.sets {
            if variable.source.setting(vocabulary) == setting {
                found.extend(set.members.iter().chain([&set.absent]).map(|lit| self.as_is(*lit)));
            }
        }
        for (variable, choice) in &choices.scalars {
            if variable.source.setting(vocabulary) == setting {
                found.extend(choice.all().into_iter().filter(|lit| self.holds(*lit)));
            }
        }
        found
    }

    fn as_is(&self, literal: Lit) -> Lit {
        if self.holds(literal) { literal } else { !literal }
    }

    /// The facts that some literals speak of, in the order of the vocabulary.
    pub(super) fn facts_of(&self, literals: &[Lit]) -> Vec<FactId> {
        let choices = &self.encoder.choices;
        let speaks =
            |lits: &[Lit]| literals.iter().any(|one| lits.contains(one) || lits.contains(&!*one));
        let lists = choices.lists.iter().filter(|(_, items)| speaks(&items.all()));
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

fn within(context: &[Lit], core: &[Lit]) -> Vec<Lit> {
    context.iter().filter(|lit| core.contains(lit)).copied().collect()
}
