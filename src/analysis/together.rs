//! All duties at once: whether each can be met while no other fails, in sets of any size.

use super::conflicts::{Clash, clash};
use super::duties::Duty;
use super::ground::Ground;
use super::limits::ITEMS_TOGETHER;
use super::problem::{Limits, Outcome, Problem};
use super::sides::Sides;
use super::solver::Answer;
use super::witness::Witness;
use rustsat::types::Lit;

/// What came of asking about all duties at once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Together {
    /// Duties that were asked for.
    pub asked: usize,
    /// Duties that some product is bound by while it fails none of all.
    pub met: usize,
    /// Duties that no product can be bound by and meet, others or no others.
    pub hopeless: Vec<Duty>,
    /// Smallest sets of three and more that no product meets together; pairs are asked apart.
    pub sets: Vec<Vec<Duty>>,
    /// Duties of which it could not be told.
    pub unclear: Vec<Duty>,
    /// One product that is bound by as many of the duties as possible, and fails none.
    pub product: Option<Witness>,
}

/// Looks at all duties at once.
#[must_use]
pub fn together(ground: &Ground<'_>, duties: &[Duty], limits: &Limits) -> Together {
    let roots: Vec<_> = duties.iter().flat_map(|&duty| Sides::roots(ground.law, duty)).collect();
    let coarse = Limits { items: ITEMS_TOGETHER, ..limits.clone() };
    let mut problem = Problem::new(ground.clone(), &roots, &coarse);
    let sides: Vec<Sides> = duties.iter().map(|&duty| Sides::of(&mut problem, duty)).collect();
    let mut search = Search { ground, duties, limits, sides, found: Together::default() };
    search.cover(&mut problem);
    search.found
}

struct Search<'s, 'a> {
    ground: &'s Ground<'a>,
    duties: &'s [Duty],
    limits: &'s Limits,
    sides: Vec<Sides>,
    found: Together,
}

impl Search<'_, '_> {
    /// Products that fail no duty, each bound by as many of those still open as can be.
    fn cover(&mut self, problem: &mut Problem<'_>) {
        let kept: Vec<Lit> = self.sides.iter().map(|side| side.kept).collect();
        let mut open: Vec<usize> = (0..self.duties.len()).collect();
        while let Some(bound) = self.product(problem, &kept, &open) {
            open.retain(|at| !bound.contains(at));
        }
        self.found.asked = self.duties.len();
        self.found.met = self.duties.len() - open.len();
        open.into_iter().for_each(|at| self.blame(problem, at, &kept));
    }

    /// What one product is bound by of the open duties, while it fails none of all. What the
    /// solver says of it counts only once the evaluator says the same.
    fn product(
        &mut self,
        problem: &mut Problem<'_>,
        kept: &[Lit],
        open: &[usize],
    ) -> Option<Vec<usize>> {
        let mut asked: Vec<Lit> = kept.iter().copied().chain([problem.encoder.strict]).collect();
        let mut bound = open.to_vec();
        bound.retain(|&at| self.bind(problem, at, &mut asked));
        if bound.is_empty() {
            return None;
        }
        let Outcome::Sat(product) = problem.solve(&asked) else { return None };
        self.found.product.get_or_insert(product);
        Some(bound)
    }

    /// Binds the product by one duty more, if it can be.
    fn bind(&mut self, problem: &mut Problem<'_>, at: usize, asked: &mut Vec<Lit>) -> bool {
        let Some(side) = self.sides.get(at) else { return false };
        asked.push(side.binds);
        let binds = problem.search(asked) == Answer::Sat;
        if !binds {
            asked.pop();
        }
        binds
    }

    /// Why a duty cannot be met while no other fails.
    fn blame(&mut self, problem: &mut Problem<'_>, at: usize, kept: &[Lit]) {
        let (Some(&duty), Some(side)) = (self.duties.get(at), self.sides.get(at)) else { return };
        let asked: Vec<Lit> = [side.binds].into_iter().chain(kept.iter().copied()).collect();
        match problem.solve(&asked) {
            Outcome::Unsat(core) => self.shrink(problem, at, &core),
            Outcome::Sat(_) => self.found.met += 1,
            Outcome::Unknown(_) => self.found.unclear.push(duty),
        }
    }

    /// A smallest set behind a core, asked again by itself.
    fn shrink(&mut self, problem: &mut Problem<'_>, at: usize, core: &[Lit]) {
        let Some(binds) = self.sides.get(at).map(|side| side.binds) else { return };
        let in_core =
            |index: &usize| self.sides.get(*index).is_some_and(|side| core.contains(&side.kept));
        let mut members: Vec<usize> = (0..self.sides.len()).filter(in_core).collect();
        for member in members.clone() {
            let fewer: Vec<usize> = members.iter().copied().filter(|one| *one != member).collect();
            if self.clash(problem, Some(binds), &fewer) {
                members = fewer;
            }
        }
        // Where the others clash by themselves, this one only stands by.
        if !self.clash(problem, None, &members) {
            members.retain(|one| *one != at);
            members.insert(0, at);
        }
        self.tell(members.iter().filter_map(|&one| self.duties.get(one)).copied().collect());
    }

    /// Whether no product fails none of some duties, or none that another duty binds.
    fn clash(&self, problem: &mut Problem<'_>, binds: Option<Lit>, members: &[usize]) -> bool {
        let kept = members.iter().filter_map(|&one| self.sides.get(one)).map(|side| side.kept);
        let asked: Vec<Lit> = binds.into_iter().chain(kept).collect();
        matches!(problem.solve(&asked), Outcome::Unsat(_))
    }

    fn tell(&mut self, mut set: Vec<Duty>) {
        let Some(&first) = set.first() else { return };
        match set.len() {
            1 if self.found.hopeless.contains(&first) => {}
            1 => self.found.hopeless.push(first),
            _ => {
                set.sort();
                match clash(self.ground, &set, self.limits) {
                    Clash::Unclear => self.found.unclear.push(first),
                    // Pairs are told apart; a set that is no clash stays out of one of its rules.
                    _ if set.len() == 2 || self.found.sets.contains(&set) => {}
                    _ => self.found.sets.push(set),
                }
            }
        }
    }
}
