//! What a rule asks now that it did not before: products that show it, or the proof of none.

use super::alike::Alike;
use super::circuit::Dual;
use super::ground::Ground;
use super::problem::{Asked, Doubt, Limits, Outcome, Problem};
use super::witness::Witness;
use crate::eval::verdict::{Limbs, Verdict};
use crate::model::condition::NodeId;
use crate::model::law::Law;
use crate::model::rule::{Meaning, Modality, Rule};
use crate::plan::truth::Truth;
use rustsat::types::Lit;

/// A way in which an amendment tells on products.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// A product breaches the rule that did not.
    NewlyBreached,
    /// A product breached the rule and no longer does.
    NoLongerBreached,
    /// The rule speaks of a product that it did not speak of.
    Widened,
    /// The rule no longer speaks of a product.
    Narrowed,
    /// The rule binds a product that it exempted.
    NoLongerExempt,
    /// The rule exempts a product that it bound.
    NewlyExempt,
}

/// A difference, and a product that shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// What the difference is.
    pub way: Way,
    /// The product.
    pub product: Witness,
    /// What the rule said of it, if in force and triggered: as the evaluator says.
    pub before: Verdict,
    /// What it says now.
    pub after: Verdict,
}

/// Whether two rules are equal in meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sameness {
    /// They speak of, bind and blame the same products: proved.
    Equal,
    /// It could not be told of every product.
    Unclear(Doubt),
    /// Some product shows a difference.
    Different,
}

/// What a rule says of a product, as pairs of literals.
#[derive(Debug, Clone, Copy)]
struct Reach {
    speaks: Dual,
    binds: Dual,
    blames: Dual,
}

/// Compares a rule before and after, dates of the texts and events aside.
#[must_use]
pub fn effects(
    ground: &Ground<'_>,
    before: &Rule,
    after: &Rule,
    limits: &Limits,
) -> (Sameness, Vec<Effect>) {
    let law = ground.law;
    let (old, new) = (content(before.meaning), content(after.meaning));
    if Alike::of(law).all(&old, &new) {
        return (Sameness::Equal, Vec::new());
    }
    let roots: Vec<Asked> = old.into_iter().chain(new).map(|node| (node, 0)).collect();
    let mut problem = Problem::new(ground.clone(), &roots, limits);
    let old = reach(&mut problem, before.meaning);
    let new = reach(&mut problem, after.meaning);
    let mut comparison = Comparison { problem, law, before, after, doubt: None, found: vec![] };
    let both_speak = comparison.problem.circuit().and([old.speaks.yes, new.speaks.yes]);
    if before.modality != Modality::May && after.modality != Modality::May {
        comparison.ask(Way::NewlyBreached, !old.blames, new.blames, None);
        comparison.ask(Way::NoLongerBreached, old.blames, !new.blames, None);
    }
    comparison.ask(Way::Widened, !old.speaks, new.speaks, None);
    comparison.ask(Way::Narrowed, old.speaks, !new.speaks, None);
    comparison.ask(Way::NoLongerExempt, !old.binds, new.binds, Some(both_speak));
    comparison.ask(Way::NewlyExempt, old.binds, !new.binds, Some(both_speak));
    comparison.finish()
}

/// The conditions of a rule without its dates.
fn content(meaning: Meaning) -> Vec<NodeId> {
    let Meaning { in_scope, items, unmet, standing, failing, failing_directly, .. } = meaning;
    vec![in_scope, items, unmet, standing, failing, failing_directly]
}

fn reach(problem: &mut Problem<'_>, meaning: Meaning) -> Reach {
    let mut gate = |node| problem.gate((node, 0));
    let (scope, items) = (gate(meaning.in_scope), gate(meaning.items));
    let (standing, failing) = (gate(meaning.standing), gate(meaning.failing));
    let circuit = problem.circuit();
    Reach {
        speaks: circuit.all(&[scope, items]),
        binds: circuit.all(&[scope, items, standing]),
        blames: circuit.all(&[scope, failing]),
    }
}

struct Comparison<'a, 'r> {
    problem: Problem<'a>,
    law: &'a Law,
    before: &'r Rule,
    after: &'r Rule,
    doubt: Option<Doubt>,
    found: Vec<Effect>,
}

impl Comparison<'_, '_> {
    /// Is there a product of which the one holds for certain, and the other too; or, of which
    /// the one holds and the other is not ruled out?
    fn ask(&mut self, way: Way, old: Dual, new: Dual, also: Option<Lit>) {
        let mut asked = vec![old.yes, new.yes];
        asked.extend(also);
        match self.problem.solve_plainly(&asked) {
            Outcome::Sat(witness) => {
                let effect = self.effect(way, witness);
                self.found.push(effect);
            }
            Outcome::Unknown(doubt) => self.doubt = self.doubt.max(Some(doubt)),
            Outcome::Unsat(_) => self.rule_out(old, new, also),
        }
    }

    /// Where facts that are all known leave something open (months against days), a difference
    /// may hide: that is a doubt, not a proof.
    fn rule_out(&mut self, old: Dual, new: Dual, also: Option<Lit>) {
        let halves = [[old.yes, !new.no], [!old.no, new.yes]];
        for half in halves {
            let asked: Vec<_> = half.into_iter().chain(also).collect();
            match self.problem.solve(&asked) {
                Outcome::Unsat(_) => {}
                Outcome::Sat(_) => self.doubt = self.doubt.max(Some(Doubt::Coarse)),
                Outcome::Unknown(doubt) => self.doubt = self.doubt.max(Some(doubt)),
            }
        }
    }

    /// What the evaluator says of a product, before and after.
    fn effect(&self, way: Way, product: Witness) -> Effect {
        let truths = product.truths(self.law, self.problem.plan(), self.problem.roots());
        let (old, new) = truths.split_at(truths.len() / 2);
        Effect {
            way,
            product,
            before: verdict(self.before.modality, old),
            after: verdict(self.after.modality, new),
        }
    }

    fn finish(self) -> (Sameness, Vec<Effect>) {
        let sameness = match (self.found.is_empty(), self.doubt) {
            (false, _) => Sameness::Different,
            (true, Some(doubt)) => Sameness::Unclear(doubt),
            (true, None) => Sameness::Equal,
        };
        (sameness, self.found)
    }
}

/// The verdict of a rule that is in force and triggered.
fn verdict(modality: Modality, content: &[Truth]) -> Verdict {
    let all = [Truth::True, Truth::True].into_iter().chain(content.iter().copied());
    match <[Truth; 8]>::try_from(all.collect::<Vec<Truth>>()) {
        Ok(limbs) => Verdict::of(modality, Limbs::from_array(limbs)),
        Err(_) => Verdict::Undetermined,
    }
}
