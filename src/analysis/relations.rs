//! How two duties relate: equal, stricter, looser, intersecting, disjoint or unrelated.
//!
//! Two rules are compared on the products that both of them bind. The words are those of
//! NIST IR 8477: the duties are sets of products that comply, and the relation is that of sets.

use super::duties::{Duty, common_pairs, reads_chosen};
use super::ground::Ground;
use super::problem::{Doubt, Limits, Outcome, Problem};
use super::sides::Sides;
use super::witness::Witness;
use rustsat::types::Lit;

/// How a first duty relates to a second one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// What complies with one complies with the other.
    Equal,
    /// What complies with the first complies with the second, not the other way round.
    Stricter,
    /// What complies with the second complies with the first, not the other way round.
    Looser,
    /// Each asks for something that the other does not.
    Intersects,
    /// No product complies with both.
    Disjoint,
    /// They turn on different things, or never bind the same product.
    Unrelated,
    /// It could not be told.
    Unclear(Doubt),
}

/// A relation, and the products that show what it is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// The first duty.
    pub first: Duty,
    /// The second duty.
    pub second: Duty,
    /// How the first relates to the second.
    pub relation: Relation,
    /// A product that breaches the first and not the second: the second is not as strict.
    pub only_first: Option<Witness>,
    /// A product that breaches the second and not the first.
    pub only_second: Option<Witness>,
    /// A product that complies with both.
    pub both_met: Option<Witness>,
}

impl Related {
    /// Two duties of which nothing is known to relate them.
    fn unrelated(first: Duty, second: Duty) -> Related {
        Related {
            first,
            second,
            relation: Relation::Unrelated,
            only_first: None,
            only_second: None,
            both_met: None,
        }
    }
}

/// How the duties of different rulesets relate, of all pairs that turn on a common decision.
#[must_use]
pub fn relations(ground: &Ground<'_>, duties: &[Duty], limits: &Limits) -> Vec<Related> {
    let pairs = common_pairs(ground.law, duties);
    pairs.into_iter().map(|(one, other)| relate(ground, one, other, limits)).collect()
}

/// Relates two duties.
#[must_use]
pub fn relate(ground: &Ground<'_>, first: Duty, second: Duty, limits: &Limits) -> Related {
    let blank = Related::unrelated(first, second);
    let law = ground.law;
    let (Some(one), Some(other)) = (law.rule(first.rule), law.rule(second.rule)) else {
        return blank;
    };
    if reads_chosen(law, one).is_disjoint(&reads_chosen(law, other)) {
        return blank;
    }
    let roots = [Sides::roots(law, first), Sides::roots(law, second)].concat();
    let mut problem = Problem::new(ground.clone(), &roots, limits);
    let (one, other) = (Sides::of(&mut problem, first), Sides::of(&mut problem, second));
    relate_sides(&mut problem, &one, &other, blank, limits.plain)
}

/// Relates two sets of duties as wholes: a set is met by what fails none of it, and failed by
/// what fails one. Named after the first duty of each.
#[must_use]
pub fn relate_sets(ground: &Ground<'_>, sets: [&[Duty]; 2], limits: &Limits) -> Option<Related> {
    let roots: Vec<_> =
        sets.iter().copied().flatten().flat_map(|&duty| Sides::roots(ground.law, duty)).collect();
    let mut problem = Problem::new(ground.clone(), &roots, limits);
    let [one, other] = sets.map(|set| whole(&mut problem, set));
    let [first, second] = sets.map(|set| set.first().copied());
    let blank = Related::unrelated(first?, second?);
    Some(relate_sides(&mut problem, &one, &other, blank, limits.plain))
}

fn whole(problem: &mut Problem<'_>, set: &[Duty]) -> Sides {
    let sides: Vec<Sides> = set.iter().map(|&duty| Sides::of(problem, duty)).collect();
    let circuit = problem.circuit();
    let binds = circuit.or(sides.iter().map(|side| side.binds));
    let kept = circuit.and(sides.iter().map(|side| side.kept));
    let breached = circuit.or(sides.iter().map(|side| side.breached));
    Sides { binds, met: circuit.and([binds, kept]), breached, kept }
}

fn relate_sides(
    problem: &mut Problem<'_>,
    one: &Sides,
    other: &Sides,
    mut related: Related,
    plain: bool,
) -> Related {
    let mut doubt = None;
    let mut ask = |problem: &mut Problem<'_>, literals: [Lit; 2]| match if plain {
        problem.solve_plainly(&literals)
    } else {
        problem.solve(&literals)
    } {
        Outcome::Sat(witness) => Some(witness),
        Outcome::Unsat(_) => None,
        Outcome::Unknown(why) => {
            doubt = doubt.max(Some(why));
            None
        }
    };
    related.only_first = ask(problem, [one.breached, other.met]);
    related.only_second = ask(problem, [one.met, other.breached]);
    related.both_met = ask(problem, [one.met, other.met]);
    let found = (&related.only_first, &related.only_second, &related.both_met);
    related.relation = match found {
        (None, None, None) => match ask(problem, [one.binds, other.binds]) {
            Some(_) => Relation::Disjoint,
            None => Relation::Unrelated,
        },
        (_, _, None) => Relation::Disjoint,
        (None, None, Some(_)) => Relation::Equal,
        (Some(_), None, Some(_)) => Relation::Stricter,
        (None, Some(_), Some(_)) => Relation::Looser,
        (Some(_), Some(_), Some(_)) => Relation::Intersects,
    };
    if let Some(why) = doubt.filter(|_| related.relation != Relation::Intersects) {
        related.relation = Relation::Unclear(why);
    }
    related
}
