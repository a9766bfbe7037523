//! How a product can be mended, as plain data: what `comity fix --format json` writes and the
//! terminal shows.
//!
//! These structs are a promise to the outside, as those of [`super::json`] are.

use super::build::product_name;
use super::changes::{ChangeReport, change_report};
use super::json::pretty;
use super::phrases::Phrases;
use super::reasons::reasons;
use crate::analysis::duties::Duty;
use crate::analysis::mend::{Group, Mended, Repair, Step};
use crate::eval::explain::explain;
use crate::eval::verdict::Verdict;
use crate::eval::walk::Walker;
use crate::model::manifest::Manifest;
use crate::model::vocabulary::Setting;
use crate::plan::reading::Threshold;
use crate::plan::row::{Market, Row};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// Name and version of the format.
pub const FORMAT: &str = "comity-fix/1";

/// The answer to one `comity fix`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FixReport {
    /// `comity-fix/1`
    pub format: String,
    /// Version of the engine.
    pub engine: String,
    /// Day of the check, `YYYY-MM-DD`.
    pub checked_on: String,
    /// Language of titles: `en`, `fr`, `nl`.
    pub language: String,
    /// Name of the manifest as given.
    pub manifest: String,
    /// Name of the product, if the manifest states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// All markets together; then, where several have a breach, each alone.
    pub scopes: Vec<ScopeReport>,
}

/// Ways to mend a product in some markets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ScopeReport {
    /// The markets, as codes of their territories.
    pub territories: Vec<String>,
    /// Their names.
    pub names: Vec<String>,
    /// The obligations that are breached now.
    pub breached: Vec<DutyReport>,
    /// Those that can be mended, in groups that are mended apart: the first ways of all groups
    /// together mend them all.
    pub groups: Vec<GroupReport>,
    /// What no change of the design can mend: each a smallest set of duties that clash.
    pub beyond: Vec<BeyondReport>,
    /// Breached obligations of which it could not be told whether a change can mend them.
    pub unclear: Vec<DutyReport>,
}

/// Breached obligations that turn on the same facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GroupReport {
    /// The obligations.
    pub mends: Vec<DutyReport>,
    /// Ways to mend them, cheapest first; the others stand beside the first ways of all other
    /// groups.
    pub ways: Vec<WayReport>,
}

/// One way to mend a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WayReport {
    /// The sum of the weights of all that is changed.
    pub cost: u64,
    /// Whether it was proved that nothing is cheaper (of what differs from the ways before it).
    pub proved_cheapest: bool,
    /// What to change.
    pub steps: Vec<StepReport>,
    /// The obligations that then no longer speak to the product, instead of being met.
    pub gets_out_of: Vec<DutyReport>,
}

/// One change, and what it is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StepReport {
    /// The change.
    #[serde(flatten)]
    pub change: ChangeReport,
    /// The duties that are breached, or no longer certain, without it.
    pub mends: Vec<DutyReport>,
}

/// A rule in a market.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DutyReport {
    /// Full id of the rule.
    pub rule: String,
    /// Its title.
    pub title: String,
    /// The clause of the instrument.
    pub citation: String,
    /// Code of the territory.
    pub territory: String,
}

/// Duties that no change of the design meets together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BeyondReport {
    /// The duties.
    pub duties: Vec<DutyReport>,
    /// Why they are breached now.
    pub reasons: Vec<String>,
    /// Facts behind it that no design decides.
    pub fixed: Vec<String>,
}

/// The frame of a report; scopes are added to it.
#[must_use]
pub fn fix_report(phrases: Phrases<'_>, manifest: &Manifest, on: Date) -> FixReport {
    let Phrases { law, language } = phrases;
    FixReport {
        format: FORMAT.to_owned(),
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        checked_on: on.to_string(),
        language: language.code().to_owned(),
        manifest: manifest.source.name.to_string(),
        product: product_name(law, manifest),
        scopes: Vec::new(),
    }
}

/// The report on some markets.
#[must_use]
pub fn scope_report(
    phrases: Phrases<'_>,
    manifest: &Manifest,
    on: Date,
    markets: &[Market],
    mended: &Mended,
) -> ScopeReport {
    let view = View { phrases, manifest, on, markets };
    let places =
        || markets.iter().filter_map(|market| phrases.law.jurisdictions.get(market.jurisdiction));
    ScopeReport {
        territories: places().map(|place| place.code.clone()).collect(),
        names: places().map(|place| place.title.get(phrases.language).to_owned()).collect(),
        breached: view.duties(&mended.breached),
        groups: mended.groups.iter().map(|group| view.group(group)).collect(),
        beyond: mended.beyond.iter().map(|clash| view.beyond(clash)).collect(),
        unclear: mended.unclear.iter().filter_map(|(duty, _)| view.duty(*duty)).collect(),
    }
}

struct View<'a> {
    phrases: Phrases<'a>,
    manifest: &'a Manifest,
    on: Date,
    markets: &'a [Market],
}

impl View<'_> {
    fn duties(&self, duties: &[Duty]) -> Vec<DutyReport> {
        duties.iter().filter_map(|duty| self.duty(*duty)).collect()
    }

    fn duty(&self, duty: Duty) -> Option<DutyReport> {
        let rule = self.phrases.law.rule(duty.rule)?;
        let market = self.markets.get(duty.market as usize)?;
        Some(DutyReport {
            rule: rule.id.clone(),
            title: rule.title.get(self.phrases.language).to_owned(),
            citation: rule.citation.pinpoint.clone(),
            territory: self.phrases.law.jurisdictions.get(market.jurisdiction)?.code.clone(),
        })
    }

    fn group(&self, group: &Group) -> GroupReport {
        GroupReport {
            mends: self.duties(&group.duties),
            ways: group.ways.iter().map(|repair| self.way(repair)).collect(),
        }
    }

    fn way(&self, repair: &Repair) -> WayReport {
        WayReport {
            cost: repair.cost,
            proved_cheapest: repair.is_cheapest,
            steps: repair.steps.iter().filter_map(|step| self.step(step)).collect(),
            gets_out_of: self.duties(&repair.escapes),
        }
    }

    fn step(&self, step: &Step) -> Option<StepReport> {
        Some(StepReport {
            change: change_report(self.phrases, self.manifest, &step.change)?,
            mends: self.duties(&step.mends),
        })
    }

    fn beyond(&self, clash: &[Duty]) -> BeyondReport {
        let mut report =
            BeyondReport { duties: self.duties(clash), reasons: Vec::new(), fixed: Vec::new() };
        for duty in clash {
            self.tell_why(*duty, &mut report);
        }
        report
    }

    /// Why a duty is breached now, and which of the facts behind that are fixed.
    fn tell_why(&self, duty: Duty, report: &mut BeyondReport) -> Option<()> {
        let law = self.phrases.law;
        let market = *self.markets.get(duty.market as usize)?;
        let row = Row { manifest: self.manifest, market, on: self.on };
        let (rule, walker) = (law.rule(duty.rule)?, Walker::new(law, row, Threshold::default()));
        let explanation = explain(&walker, duty.rule, walker.verdict(rule))?;
        if explanation.verdict != Verdict::Breached {
            return None;
        }
        for reason in reasons(self.phrases, self.manifest, rule, &explanation) {
            let fixed = reason.stated.iter().map(|stated| stated.fact.clone());
            report.fixed.extend(fixed.filter(|fact| self.is_fixed(fact)));
            report.reasons.push(reason.text);
        }
        report.fixed.sort();
        report.fixed.dedup();
        Some(())
    }

    /// Whether a path names a fact that no design decides.
    fn is_fixed(&self, path: &str) -> bool {
        let vocabulary = &self.phrases.law.vocabulary;
        let plain = match (path.find('['), path.find(']')) {
            (Some(open), Some(close)) => {
                format!("{}{}", path.get(..open).unwrap_or(""), path.get(close + 1..).unwrap_or(""))
            }
            _ => path.to_owned(),
        };
        let field = || {
            let (list, name) = plain.rsplit_once('.')?;
            let (list, _) = vocabulary.find(list)?;
            vocabulary.find_field(list, name).map(|(_, field)| field)
        };
        let fact = vocabulary.find(&plain).map(|(_, fact)| fact).or_else(field);
        fact.is_some_and(|fact| fact.setting == Setting::Fixed)
    }
}

/// The JSON Schema of [`FixReport`].
#[must_use]
pub fn fix_schema() -> serde_json::Value {
    schemars::schema_for!(FixReport).to_value()
}

impl FixReport {
    /// The report as indented JSON with a line end.
    #[must_use]
    pub fn to_json(&self) -> String {
        pretty(self)
    }
}
