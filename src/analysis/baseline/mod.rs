//! Which one design meets the obligations of several places at once, and what rests on it?
//!
//! A baseline is a product that fails no obligation and is bound by as many of them as can be,
//! the plainest of its kind. On it rests who is strictest about each of its facts
//! ([`strictest`]), and which few rules say all that the others say ([`fewest`]).

mod design;
pub mod fewest;
mod judge;
pub mod strictest;
mod variations;

pub use judge::{Obligation, Said, Scale};

use super::ground::Ground;
use super::placed::placed_on;
use super::problem::Limits;
use super::witness::Witness;
use crate::model::law::Law;
use crate::model::manifest::Manifest;
use crate::model::rule::RuleId;
use crate::plan::row::Market;
use design::Design;
use fewest::Fewest;
use jiff::civil::Date;
use strictest::Strictness;

/// What is asked.
#[derive(Debug, Clone)]
pub struct Question<'a> {
    /// The day, the markets, and what is given of the product.
    pub ground: Ground<'a>,
    /// The obligations that bind there on that day, in the order of preference: where not all
    /// can be met, the first ones are.
    pub obligations: Vec<Obligation>,
    /// The obligations of those markets on any day.
    pub ever: Vec<Obligation>,
    /// What one question may cost.
    pub limits: Limits,
}

/// One design, and what can be said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline {
    /// The product; none where it could not be told whether there is one.
    pub product: Option<Witness>,
    /// Whether it is proved that no product that fails as little is bound by more obligations.
    pub is_most: bool,
    /// What each obligation says of it, in the order of the question.
    pub said: Vec<(RuleId, Said)>,
    /// Why an obligation does not bind the baseline, or is breached by it, where no product will
    /// do: a smallest set of obligations, itself among them, that cannot be had together.
    pub clashes: Vec<Clash>,
    /// Obligations of which it could not be told whether they could bind a product too.
    pub unclear: Vec<RuleId>,
    /// Of each design decision about which some obligation is not indifferent, who is strictest.
    pub facts: Vec<Strictness>,
    /// The fewest rules that imply all.
    pub fewest: Fewest,
}

/// Obligations that cannot be had together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The one that had to give way.
    pub rule: RuleId,
    /// All of them; each is needed for the clash.
    pub set: Vec<RuleId>,
}

impl Question<'_> {
    /// Looks for the baseline.
    #[must_use]
    pub fn answer(&self) -> Baseline {
        let mut design = Design::new(self);
        let mut baseline = design.find();
        let Some(product) = baseline.product.clone() else { return baseline };
        let law = self.ground.law;
        let said = Scale::new(law, &self.obligations).weigh(law, &product);
        baseline.said = self.obligations.iter().map(|own| own.rule).zip(said).collect();
        // Where circumstances are not known, no design is to blame.
        let is_open = |rule: RuleId| baseline.said.contains(&(rule, Said::Open));
        baseline.clashes.retain(|clash| !is_open(clash.rule));
        let spots = variations::spots(law, &product.manifest);
        baseline.facts = strictest::strictest(self, &product, &spots);
        baseline.fewest = fewest::fewest(self, &mut design, &product, &spots);
        baseline
    }
}

/// The product with a unit placed in that market on a day, and on no other.
#[must_use]
pub fn placed_there(law: &Law, manifest: &Manifest, market: Market, day: Date) -> Manifest {
    placed_on(law, manifest, market, day).0
}
