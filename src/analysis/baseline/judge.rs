//! What obligations say of many products, each in all the markets in which it applies.

use crate::analysis::witness::Witness;
use crate::eval::matrix::evaluate;
use crate::eval::verdict::Verdict;
use crate::model::law::Law;
use crate::model::manifest::Manifest;
use crate::model::rule::RuleId;
use crate::plan::order::Plan;
use crate::plan::reading::Threshold;
use crate::plan::row::{Market, Row};
use jiff::civil::Date;

/// An obligation, with the markets in which it applies.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Obligation {
    /// The rule.
    pub rule: RuleId,
    /// The markets, as positions in [`crate::analysis::ground::Ground::markets`].
    pub markets: Vec<u32>,
}

/// What an obligation says of a product: of several markets, the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Said {
    /// It asks nothing of the product: not in force, not applicable, exempt.
    Apart,
    /// It is met, by itself or by another route.
    Met,
    /// It cannot be told.
    Open,
    /// It is breached.
    Breached,
}

impl Said {
    fn of(verdict: Verdict) -> Said {
        match verdict {
            Verdict::Met | Verdict::DeemedMet => Said::Met,
            Verdict::Breached => Said::Breached,
            Verdict::Undetermined | Verdict::NeedsJudgement => Said::Open,
            _ => Said::Apart,
        }
    }

    /// Whether nothing is wrong, and nothing open.
    #[must_use]
    pub fn passes(self) -> bool {
        self <= Said::Met
    }
}

/// Obligations ready to be evaluated.
#[derive(Debug, Clone)]
pub struct Scale {
    plan: Plan,
    /// For each obligation the markets in which it applies.
    markets: Vec<Vec<u32>>,
}

impl Scale {
    /// Of those obligations.
    #[must_use]
    pub fn new(law: &Law, obligations: &[Obligation]) -> Scale {
        let rules: Vec<RuleId> = obligations.iter().map(|own| own.rule).collect();
        let markets = obligations.iter().map(|own| own.markets.clone()).collect();
        Scale { plan: Plan::new(law, &rules), markets }
    }

    /// What each obligation says of a product.
    #[must_use]
    pub fn weigh(&self, law: &Law, product: &Witness) -> Vec<Said> {
        let all = self.weigh_all(law, &[&product.manifest], &product.markets, product.on);
        all.into_iter().next().unwrap_or_default()
    }

    /// What each obligation says of each product.
    #[must_use]
    pub fn weigh_all(
        &self,
        law: &Law,
        manifests: &[&Manifest],
        markets: &[Market],
        on: Date,
    ) -> Vec<Vec<Said>> {
        let each = manifests
            .iter()
            .flat_map(|&manifest| markets.iter().map(move |&market| Row { manifest, market, on }));
        let rows: Vec<Row<'_>> = each.collect();
        let matrix = evaluate(law, &self.plan, &rows, Threshold::default());
        let said = |product: usize, (at, own): (usize, &Vec<u32>)| {
            let rows = own.iter().map(|&market| product * markets.len() + market as usize);
            let verdicts = rows.filter_map(|row| matrix.get(at, row));
            verdicts.map(Said::of).max().unwrap_or(Said::Apart)
        };
        let all = |product| self.markets.iter().enumerate().map(|own| said(product, own)).collect();
        (0..manifests.len()).map(all).collect()
    }
}
