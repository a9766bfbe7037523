//! Products checked, with what the answers rest on: for reports that carry their receipt.

use super::{CheckRequest, Library, UnknownName};
use crate::eval::assess::MarketAssessment;
use crate::fault::Fault;
use crate::model::manifest::Manifest;
use crate::model::ruleset::RulesetId;
use crate::model::text::Language;
use crate::report::build::{fault_report, placed_nowhere, product_report, refused_report, report};
use crate::report::json::{ProductReport, Report};
use crate::report::lines::{CheckLine, basis, line, refused_line};
use crate::report::receipt::{AskedFor, ProductDigest, Receipt, applied, receipt};
use std::collections::BTreeSet;

/// What the rules say of one manifest, and what that rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The manifest with what the rules say in each market, or what is wrong with it. Without a
    /// market nothing is said: no place was asked about, and the manifest states none.
    pub found: Result<(Manifest, Vec<MarketAssessment>), Vec<Fault>>,
    /// Its hash, and that of the verdicts.
    pub digest: ProductDigest,
}

impl Library {
    /// What the rules say of one manifest.
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn checked(
        &self,
        name: &str,
        bytes: &[u8],
        request: &CheckRequest,
    ) -> Result<Checked, UnknownName> {
        let found = match self.read_manifest(name, bytes) {
            Ok(manifest) => {
                let markets = self.check(&manifest, request)?;
                Ok((manifest, markets))
            }
            Err(faults) => Err(faults),
        };
        let markets = found.as_ref().ok().map(|(_, markets)| markets.as_slice());
        let markets = markets.filter(|markets| !markets.is_empty());
        let digest = ProductDigest::of(self.law(), name, bytes, markets);
        Ok(Checked { found, digest })
    }

    /// What was found, in words.
    #[must_use]
    pub fn told(&self, checked: &Checked, language: Language) -> ProductReport {
        let name = &checked.digest.manifest;
        match &checked.found {
            Ok((_, markets)) if markets.is_empty() => refused_report(name, placed_nowhere(name)),
            Ok((manifest, markets)) => product_report(self.law(), manifest, markets, language),
            Err(faults) => fault_report(name, faults),
        }
    }

    /// The rulesets whose rules were applied.
    #[must_use]
    pub fn applied(&self, checked: &Checked) -> BTreeSet<RulesetId> {
        applied(self.law(), checked.found.iter().flat_map(|(_, markets)| markets))
    }

    /// The receipt of a check by the rules of those rulesets.
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn receipt(
        &self,
        request: &CheckRequest,
        applied: &BTreeSet<RulesetId>,
        products: Vec<ProductDigest>,
    ) -> Result<Receipt, UnknownName> {
        let places = self.find_jurisdictions(&request.jurisdictions)?;
        let places = places.into_iter().filter_map(|place| self.law().jurisdictions.get(place));
        let asked = AskedFor {
            on: request.on,
            evidence: request.evidence,
            places: places.map(|place| place.code.clone()).collect(),
            with: &self.find_rulesets(&request.with)?,
        };
        Ok(receipt(self.law(), self.sources(), &asked, applied, products))
    }

    /// The report on several manifests.
    pub(super) fn many_report(
        &self,
        manifests: &[(&str, &[u8])],
        request: &CheckRequest,
        language: Language,
    ) -> Result<Report, UnknownName> {
        let (mut products, mut digests) = (Vec::new(), Vec::new());
        let mut rests_on = BTreeSet::new();
        for (name, bytes) in manifests {
            let checked = self.checked(name, bytes, request)?;
            products.push(self.told(&checked, language));
            rests_on.extend(self.applied(&checked));
            digests.push(checked.digest);
        }
        Ok(report(self.receipt(request, &rests_on, digests)?, language, products))
    }

    /// What all lines of a run rest on: every text at hand, whether or not a product turns on it.
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn basis(&self, request: &CheckRequest) -> Result<String, UnknownName> {
        let all = self.law().iter_rulesets().map(|(id, _)| id).collect();
        Ok(basis(&self.receipt(request, &all, Vec::new())?))
    }

    /// What was found, in a line.
    #[must_use]
    pub fn line(&self, checked: &Checked, basis: &str) -> CheckLine {
        let digest = &checked.digest;
        match &checked.found {
            Ok((manifest, markets)) if !markets.is_empty() => {
                line(self.law(), basis, manifest, markets, digest)
            }
            _ => {
                let faults = self.told(checked, Language::English).faults;
                refused_line(basis, &digest.manifest, Some(&digest.sha256), &faults)
            }
        }
    }
}
