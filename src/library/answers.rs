//! Whole answers, as the reports that the command line writes and the browser shows: the same
//! question has the same answer, byte for byte, wherever it is put.

use super::{CheckRequest, Fix, LawRequest, Library, UnknownName};
use crate::analysis::problem::Limits;
use crate::analysis::relations::{Related, Relation, relate, relate_sets};
use crate::analysis::turns::Clocks;
use crate::eval::settled::Ask;
use crate::model::manifest::Manifest;
use crate::model::text::Language;
use crate::report::ask::json::{AskReport, ask_report};
use crate::report::claims::claim_reports;
use crate::report::compare::json::{CompareReport, compare_report};
use crate::report::conflicts::json::{ConflictsReport, conflicts_report};
use crate::report::fix::{FixReport, fix_report, scope_report};
use crate::report::json::Report;
use crate::report::phrases::Phrases;
use crate::report::timeline::build::Telling;
use crate::report::timeline::json::TimelineReport;
use jiff::civil::Date;
use std::collections::BTreeSet;

impl Library {
    /// What the rules say of one manifest. One that cannot be read gives a report with its faults.
    ///
    /// ```
    /// use comity::model::text::Language;
    /// use comity::{CheckRequest, Library};
    ///
    /// let library = Library::shipped().map_err(|faults| faults.len()).unwrap();
    /// let request = CheckRequest::on("2026-11-22".parse().unwrap()).within(["uk"]);
    /// let report = library.check_report("device.yaml", b"comity: 1\n", &request, Language::English);
    /// assert_eq!(report.unwrap().products[0].markets[0].outcome, "undetermined");
    /// ```
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn check_report(
        &self,
        name: &str,
        bytes: &[u8],
        request: &CheckRequest,
        language: Language,
    ) -> Result<Report, UnknownName> {
        self.many_report(&[(name, bytes)], request, language)
    }

    /// What is still to be told of a product, and, if it is wanted, the fewest answers that can
    /// decide all of it. Nothing skipped is asked for again.
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn ask_report(
        &self,
        manifest: &Manifest,
        request: &CheckRequest,
        skipped: &BTreeSet<Ask>,
        wants_fewest: bool,
        language: Language,
    ) -> Result<AskReport, UnknownName> {
        let interview = self.interview(manifest, request, skipped)?;
        let fewest = wants_fewest.then(|| self.fewest(manifest, &interview)).flatten();
        let phrases = Phrases { law: self.law(), language };
        let at = (interview.assessments.as_slice(), request.on);
        Ok(ask_report(phrases, manifest, at, &interview.questions, fewest.as_ref()))
    }

    /// What was found to mend a product, on the day.
    #[must_use]
    pub fn fix_report(
        &self,
        manifest: &Manifest,
        on: Date,
        fixes: &[Fix],
        language: Language,
    ) -> FixReport {
        let phrases = Phrases { law: self.law(), language };
        let scope = |fix: &Fix| scope_report(phrases, manifest, on, &fix.markets, &fix.mended);
        FixReport { scopes: fixes.iter().map(scope).collect(), ..fix_report(phrases, manifest, on) }
    }

    /// From when to when one manifest has which verdicts, on the days of its check.
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn timeline_report(
        &self,
        name: &str,
        bytes: &[u8],
        request: &CheckRequest,
        language: Language,
    ) -> Result<TimelineReport, UnknownName> {
        let telling = self.telling(request.on, language);
        let product = match self.read_manifest(name, bytes) {
            Ok(manifest) => {
                let told = self.timeline(&manifest, request, telling.clocks)?;
                telling.product(&manifest, &told)
            }
            Err(faults) => telling.faults(name, &faults),
        };
        Ok(TimelineReport { products: vec![product], ..telling.report(request.evidence) })
    }

    /// What law of some places starts, changes and ends when.
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn law_timeline_report(
        &self,
        request: &LawRequest,
        language: Language,
    ) -> Result<TimelineReport, UnknownName> {
        let telling = self.telling(request.on, language);
        let told = self.law_timeline(&request.jurisdictions, &request.with)?;
        let law = told.iter().map(|timeline| telling.place(timeline)).collect();
        Ok(TimelineReport { law, ..telling.report(None) })
    }

    fn telling(&self, today: Date, language: Language) -> Telling<'_> {
        let (law, clocks) = (self.law(), Clocks::Checked);
        Telling { law, language, today, clocks, from: None, until: None }
    }

    /// The rules of some places that no design meets together. `watch` is told how many pairs of
    /// rules were asked about, and how many there are.
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn conflicts_report(
        &self,
        request: &LawRequest,
        language: Language,
        watch: &mut dyn FnMut(usize, usize),
    ) -> Result<ConflictsReport, UnknownName> {
        let (asked, limits) = (self.ask(request)?, Limits::default());
        let found = asked.watched_conflicts(&limits, watch);
        let together = asked.together(&limits);
        Ok(conflicts_report(&asked.ground, asked.duties.len(), &found, &together, language))
    }

    /// How the obligations of the law of some places relate, ruleset against ruleset. With `all`
    /// the products that tell them apart are as plain as can be, which takes longer.
    ///
    /// # Errors
    ///
    /// A jurisdiction or ruleset that nothing declares.
    pub fn compare_report(
        &self,
        request: &LawRequest,
        all: bool,
        language: Language,
    ) -> Result<CompareReport, UnknownName> {
        let asked = self.ask(request)?;
        let limits = Limits { plain: all, ..Limits::default() };
        let related = asked.relations(&limits);
        let claims = asked.claims(&Limits { plain: true, ..limits });
        let claims = claim_reports(self.law(), &claims, language);
        Ok(CompareReport { claims, ..compare_report(&asked.ground, &related, None, language) })
    }

    /// How two rules relate, or two rulesets: every pair of their rules, and the two as wholes.
    ///
    /// # Errors
    ///
    /// The first name that is neither a rule nor a ruleset.
    pub fn compare_sides_report(
        &self,
        sides: [&str; 2],
        on: Date,
        all: bool,
        language: Language,
    ) -> Result<CompareReport, UnknownName> {
        let (ground, [ones, others]) = self.ask_sides(sides, on)?;
        let is_sets = ones.len() * others.len() > 1;
        let limits = Limits { plain: !is_sets || all, ..Limits::default() };
        let pairs = ones.iter().flat_map(|&one| others.iter().map(move |&other| (one, other)));
        let related: Vec<Related> = pairs
            .map(|(one, other)| relate(&ground, one, other, &limits))
            .filter(|related| !is_sets || related.relation != Relation::Unrelated)
            .collect();
        let plain = Limits { plain: true, ..limits };
        let whole = is_sets.then(|| relate_sets(&ground, [&ones, &others], &plain)).flatten();
        let claims = self.claims_between(sides, on, &plain)?;
        let claims = claim_reports(self.law(), &claims, language);
        Ok(CompareReport { claims, ..compare_report(&ground, &related, whole.as_ref(), language) })
    }

    /// The manifest after one way of one group of repairs, both counted from 0, as text.
    #[must_use]
    pub fn mended_text(
        &self,
        manifest: &Manifest,
        fix: &Fix,
        group: usize,
        way: usize,
    ) -> Option<String> {
        let after = fix.mended.product_with(manifest, group, way)?;
        self.written(manifest, &after)
    }
}
