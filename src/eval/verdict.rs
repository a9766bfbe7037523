//! Which verdict follows from the truth of a rule's conditions.

use crate::model::rule::{Meaning, Modality};
use crate::plan::truth::{Truth, Words};

/// What a rule says of a product in a market on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// `met`
    Met,
    /// `deemed met`
    DeemedMet,
    /// `exempt`
    Exempt,
    /// `not applicable`
    NotApplicable,
    /// `not in force`
    NotInForce,
    /// `breached`
    Breached,
    /// `not followed`: a recommendation that fails
    NotFollowed,
    /// `permitted`
    Permitted,
    /// `undetermined`: facts are missing
    Undetermined,
    /// `needs judgement`: nothing but a person's judgement is missing
    NeedsJudgement,
}

/// What a jurisdiction says of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// No obligation is breached or undetermined.
    Compliant,
    /// No obligation is breached, but some are undetermined.
    Undetermined,
    /// An obligation is breached.
    NonCompliant,
}

/// The truths that decide a verdict: one for each node of a [`Meaning`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limbs<T> {
    /// The text is in force on the day of the check.
    pub in_force: T,
    /// The trigger has happened.
    pub triggered: T,
    /// The product is in scope.
    pub in_scope: T,
    /// There is something to speak of.
    pub items: T,
    /// Some item fails the norm itself, lifted or not.
    pub unmet: T,
    /// Some item is not lifted.
    pub standing: T,
    /// Some item that is not lifted fails every route.
    pub failing: T,
    /// Some item that is not lifted fails the norm itself.
    pub failing_directly: T,
}

impl Verdict {
    /// All verdicts, in the order of their codes.
    pub const ALL: [Verdict; 10] = [
        Verdict::Met,
        Verdict::DeemedMet,
        Verdict::Exempt,
        Verdict::NotApplicable,
        Verdict::NotInForce,
        Verdict::Breached,
        Verdict::NotFollowed,
        Verdict::Permitted,
        Verdict::Undetermined,
        Verdict::NeedsJudgement,
    ];

    /// The verdict on one product.
    #[must_use]
    pub fn of(modality: Modality, limbs: Limbs<Truth>) -> Verdict {
        Verdicts::of(modality, limbs.map(Words::splat)).get(0)
    }

    /// Whether it needs no further fact or judgement.
    #[must_use]
    pub fn is_definite(self) -> bool {
        !matches!(self, Verdict::Undetermined | Verdict::NeedsJudgement)
    }
}

impl Outcome {
    /// The outcome of verdicts on obligations; recommendations and permissions never decide.
    #[must_use]
    pub fn of(verdicts: impl IntoIterator<Item = (Modality, Verdict)>) -> Outcome {
        let outcome = |(modality, verdict): (Modality, Verdict)| match verdict {
            _ if modality != Modality::Must => Outcome::Compliant,
            Verdict::Breached => Outcome::NonCompliant,
            Verdict::Undetermined | Verdict::NeedsJudgement => Outcome::Undetermined,
            _ => Outcome::Compliant,
        };
        verdicts.into_iter().map(outcome).max().unwrap_or(Outcome::Compliant)
    }
}

impl<T> Limbs<T> {
    /// What is found for each node of a meaning.
    pub fn find(meaning: Meaning, find: impl FnMut(crate::model::condition::NodeId) -> T) -> Self {
        Limbs::from_array(meaning.nodes().map(find))
    }

    /// The same of something else.
    #[inline]
    pub fn map<U>(self, map: impl FnMut(T) -> U) -> Limbs<U> {
        let Limbs { in_force, triggered, in_scope, items, unmet, standing, .. } = self;
        let Limbs { failing, failing_directly, .. } = self;
        let all =
            [in_force, triggered, in_scope, items, unmet, standing, failing, failing_directly];
        Limbs::from_array(all.map(map))
    }

    /// In the order of [`Meaning::nodes`].
    #[inline]
    pub fn from_array(all: [T; 8]) -> Self {
        let [in_force, triggered, in_scope, items, unmet, standing, failing, failing_directly] =
            all;
        Limbs { in_force, triggered, in_scope, items, unmet, standing, failing, failing_directly }
    }
}

/// The verdicts on 64 products: bit *n* of word *k* is bit *k* of the code of product *n*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Verdicts([u64; 4]);

impl Verdicts {
    /// The verdicts on 64 products, in the order of the reference (*Meaning*): each line
    /// speaks of the products on which those before it said nothing.
    #[must_use]
    #[inline]
    pub fn of(modality: Modality, limbs: Limbs<Words>) -> Verdicts {
        let Limbs { in_force, triggered, in_scope, items, unmet, standing, .. } = limbs;
        let Limbs { failing, failing_directly, .. } = limbs;
        let mut verdicts = Undecided::of_gate([in_force, triggered, in_scope]);
        verdicts.decide(Verdict::NotApplicable, items.no);
        let bound = in_force.yes & triggered.yes & in_scope.yes;
        match modality {
            Modality::Must => verdicts.decide(Verdict::Breached, bound & failing.yes),
            Modality::Should => verdicts.decide(Verdict::NotFollowed, bound & failing.yes),
            Modality::May => {}
        }
        verdicts.decide(Verdict::Undetermined, !(bound & items.yes));
        // What meets the norm itself is met, whether or not an exception would lift it: nobody
        // is asked for the facts of an exception that nothing turns on.
        verdicts.decide(Verdict::Met, unmet.no);
        verdicts.decide(Verdict::Exempt, standing.no);
        verdicts.decide(Verdict::Undetermined, standing.unknown());
        match modality {
            Modality::May => verdicts.decide(Verdict::Permitted, u64::MAX),
            Modality::Must | Modality::Should => {
                verdicts.decide(Verdict::Undetermined, failing.unknown());
                verdicts.decide(Verdict::Met, failing_directly.no);
                verdicts.decide(Verdict::DeemedMet, u64::MAX);
            }
        }
        verdicts.decided
    }

    /// The verdicts of a rule that binds none of those products, by whether it is in force,
    /// triggered and in scope; `None` if it may bind one.
    #[inline]
    pub(crate) fn unbound(gate: [Words; 3], products: u64) -> Option<Verdicts> {
        let verdicts = Undecided::of_gate(gate);
        (verdicts.left & products == 0).then_some(verdicts.decided)
    }

    /// The verdict on product `bit` (0 to 63).
    #[must_use]
    pub fn get(&self, bit: usize) -> Verdict {
        let codes = self.0.iter().rev();
        let code = codes.fold(0, |code, word| code << 1 | (word >> (bit % 64)) & 1);
        let verdict = usize::try_from(code).ok().and_then(|code| Verdict::ALL.get(code));
        verdict.copied().unwrap_or(Verdict::Undetermined)
    }

    /// The products on which the verdict is that one.
    #[must_use]
    pub fn are(&self, verdict: Verdict) -> u64 {
        let code = verdict as u8;
        (0u8..).zip(self.0).fold(u64::MAX, |are, (bit, word)| {
            are & if (code >> bit) & 1 == 1 { word } else { !word }
        })
    }
}

/// Verdicts in the making.
struct Undecided {
    left: u64,
    decided: Verdicts,
}

impl Undecided {
    /// After what the gate alone decides.
    #[inline(always)]
    fn of_gate([in_force, triggered, in_scope]: [Words; 3]) -> Undecided {
        let mut verdicts = Undecided { left: u64::MAX, decided: Verdicts::default() };
        verdicts.decide(Verdict::NotInForce, in_force.no | triggered.no);
        verdicts.decide(Verdict::NotApplicable, in_scope.no);
        verdicts
    }

    #[inline(always)]
    fn decide(&mut self, verdict: Verdict, products: u64) {
        let (code, products) = (verdict as u8, products & self.left);
        for (bit, word) in (0u8..).zip(&mut self.decided.0) {
            *word |= if (code >> bit) & 1 == 1 { products } else { 0 };
        }
        self.left &= !products;
    }
}

#[cfg(test)]
mod tests {
    use super::{Limbs, Outcome, Verdict, Verdicts};
    use crate::model::rule::Modality::{self, May, Must, Should};
    use crate::plan::truth::Truth::{self, False, True, Unknown};
    use crate::plan::truth::Words;

    /// In force, triggered, in scope, items, standing, failing, failing directly; where nothing
    /// else is said, some lifted item may fail the norm.
    fn check(modality: Modality, limbs: [Truth; 7], expected: Verdict) {
        let [in_force, triggered, in_scope, items, standing, failing, directly] = limbs;
        let unmet = if standing == True { directly } else { Unknown };
        check_unmet(
            modality,
            [in_force, triggered, in_scope, items, unmet, standing, failing, directly],
            expected,
        );
    }

    fn check_unmet(modality: Modality, limbs: [Truth; 8], expected: Verdict) {
        let limbs = Limbs::from_array(limbs);
        assert_eq!(Verdict::of(modality, limbs), expected, "{limbs:?}");
    }

    #[test]
    fn not_in_force_comes_first() {
        check(Must, [False, True, False, True, True, True, True], Verdict::NotInForce);
        check(Must, [True, False, Unknown, True, True, True, True], Verdict::NotInForce);
    }

    #[test]
    fn not_applicable_comes_before_an_unknown_trigger() {
        check(Must, [True, Unknown, False, True, True, True, True], Verdict::NotApplicable);
        check(Must, [True, True, Unknown, False, False, False, False], Verdict::NotApplicable);
    }

    #[test]
    fn breached_needs_everything_certain() {
        check(Must, [True, True, True, True, True, True, True], Verdict::Breached);
        check(Should, [True, True, True, True, True, True, True], Verdict::NotFollowed);
        check(Must, [True, Unknown, True, True, True, True, True], Verdict::Undetermined);
        check(Must, [True, True, Unknown, True, True, True, True], Verdict::Undetermined);
        check(Must, [True, True, True, True, True, Unknown, True], Verdict::Undetermined);
    }

    #[test]
    fn exempt_met_and_deemed_met_need_scope_and_items() {
        check(Must, [True, True, True, True, False, False, False], Verdict::Exempt);
        check(Must, [True, True, True, Unknown, False, False, False], Verdict::Undetermined);
        check(Must, [True, True, True, True, Unknown, False, False], Verdict::Undetermined);
        check(Must, [True, True, True, True, True, False, False], Verdict::Met);
        check(Must, [True, True, True, True, True, False, True], Verdict::DeemedMet);
        check(Must, [True, True, True, True, True, False, Unknown], Verdict::DeemedMet);
    }

    #[test]
    fn met_by_itself_asks_nothing_of_exceptions() {
        check_unmet(Must, [True, True, True, True, False, Unknown, False, False], Verdict::Met);
        check_unmet(Must, [True, True, True, True, False, False, False, False], Verdict::Met);
        check_unmet(
            Must,
            [True, True, True, Unknown, False, True, False, False],
            Verdict::Undetermined,
        );
        check_unmet(
            Must,
            [True, True, True, True, True, Unknown, Unknown, Unknown],
            Verdict::Undetermined,
        );
    }

    #[test]
    fn a_permission_never_fails() {
        check(May, [True, True, True, True, True, True, True], Verdict::Permitted);
        check(May, [True, True, True, True, False, False, False], Verdict::Exempt);
        check(May, [True, True, Unknown, True, True, True, True], Verdict::Undetermined);
        check(May, [True, True, True, True, Unknown, True, True], Verdict::Undetermined);
    }

    #[test]
    fn every_verdict_has_its_own_code() {
        for verdict in Verdict::ALL {
            let mut made = super::Undecided { left: 1 << 5, decided: Verdicts::default() };
            made.decide(verdict, u64::MAX);
            assert_eq!(made.decided.get(5), verdict);
            assert_eq!(made.decided.are(verdict) & (1 << 5), 1 << 5);
        }
        assert_eq!(Verdicts::default().get(0), Verdict::ALL[0]);
        assert_eq!(Words::WIDTH, 64);
    }

    #[test]
    fn only_obligations_decide_the_outcome() {
        let outcome = |verdicts: &[_]| Outcome::of(verdicts.iter().copied());
        assert_eq!(outcome(&[]), Outcome::Compliant);
        assert_eq!(outcome(&[(Must, Verdict::Met), (Must, Verdict::Exempt)]), Outcome::Compliant);
        assert_eq!(outcome(&[(Should, Verdict::Undetermined)]), Outcome::Compliant);
        assert_eq!(outcome(&[(Must, Verdict::NeedsJudgement)]), Outcome::Undetermined);
        let both = [(Must, Verdict::Breached), (Must, Verdict::Undetermined)];
        assert_eq!(outcome(&both), Outcome::NonCompliant);
    }
}
