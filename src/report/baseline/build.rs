//! Turns a baseline into the report that every form shows.

use super::json::{
    BaselineReport, ClashReport, CountReport, DumpedReport, FORMAT, FactReport, FewestReport,
    ImpliedReport, MemberReport, NextReport, RankingReport, RuleName, ShareReport,
    StrictnessReport,
};
use super::skeleton::skeleton;
use crate::analysis::baseline::fewest::{Fewest, Need};
use crate::analysis::baseline::strictest::{Ranking, Strictness};
use crate::analysis::baseline::{Baseline, Clash, Question, Said};
use crate::analysis::burden::{Burden, Share};
use crate::eval::trace::FactPath;
use crate::model::law::Law;
use crate::model::manifest::{Manifest, Stated};
use crate::model::rule::RuleId;
use crate::model::text::{Language, Text};
use crate::model::vocabulary::{Fact, Setting};
use crate::report::manifest_yaml::manifest_yaml;
use crate::report::written::stated_text;
use indexmap::IndexMap;

/// How a baseline is told.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'t> {
    /// What was asked.
    pub question: &'t Question<'t>,
    /// What was found.
    pub baseline: &'t Baseline,
    /// Language of titles and comments.
    pub language: Language,
}

impl Telling<'_> {
    pub(super) fn law(&self) -> &Law {
        self.question.ground.law
    }

    /// The design as a manifest with comments: above each decision the rules that ask it.
    #[must_use]
    pub fn manifest(&self) -> Option<String> {
        Some(skeleton(self, &self.baseline.product.as_ref()?.manifest))
    }

    /// The report. `manifest` is the text that was read again.
    #[must_use]
    pub fn report(&self, burden: &Burden, manifest: Option<String>) -> BaselineReport {
        let said = |wanted: Said| -> Vec<RuleId> {
            let all = self.baseline.said.iter().filter(|(_, said)| *said == wanted);
            all.map(|(rule, _)| *rule).collect()
        };
        let markets = 0..self.question.ground.markets.len();
        BaselineReport {
            format: FORMAT.to_owned(),
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            on: self.question.ground.on.to_string(),
            language: self.language.code().to_owned(),
            territories: markets.map(|at| self.territory(at)).collect(),
            obligations: self.question.obligations.len(),
            met: said(Said::Met).len(),
            apart: self.rules(&said(Said::Apart)),
            breached: self.rules(&said(Said::Breached)),
            open: self.rules(&said(Said::Open)),
            proved_most: self.baseline.is_most,
            clashes: self.baseline.clashes.iter().filter_map(|own| self.clash(own)).collect(),
            unclear: self.rules(&self.baseline.unclear),
            circumstances: self.circumstances(),
            facts: self.baseline.facts.iter().filter_map(|own| self.strictness(own)).collect(),
            fewest: self.fewest(&self.baseline.fewest),
            goals: self.shares(&burden.goals, &self.law().vocabulary.goals),
            addressees: self.shares(&burden.addressees, &self.law().vocabulary.roles),
            left_to_end_users: burden
                .dumped
                .iter()
                .map(|own| DumpedReport {
                    goal: own.goal.clone(),
                    territory: own.market.map(|market| self.territory(market as usize)),
                })
                .collect(),
            manifest,
        }
    }

    fn territory(&self, market: usize) -> String {
        let market = self.question.ground.markets.get(market);
        let place = market.and_then(|market| self.law().jurisdictions.get(market.jurisdiction));
        place.map(|place| place.code.clone()).unwrap_or_default()
    }

    pub(super) fn rule(&self, id: RuleId) -> Option<RuleName> {
        let rule = self.law().rule(id)?;
        let mut known = self.question.ever.iter();
        let market = known.find(|own| own.rule == id)?.markets.first()?;
        Some(RuleName {
            rule: rule.id.clone(),
            territory: self.territory(*market as usize),
            title: rule.title.get(self.language).to_owned(),
            citation: rule.citation.pinpoint.clone(),
        })
    }

    fn rules(&self, ids: &[RuleId]) -> Vec<RuleName> {
        ids.iter().filter_map(|&id| self.rule(id)).collect()
    }

    fn clash(&self, clash: &Clash) -> Option<ClashReport> {
        let rule = self.law().rule(clash.rule)?.id.clone();
        Some(ClashReport { rule, set: self.rules(&clash.set) })
    }

    /// The declaration of what stands at a path.
    pub(super) fn declared(&self, path: &FactPath) -> Option<&Fact> {
        match &path.field {
            None => self.law().vocabulary.fact(path.fact),
            Some((_, field)) => self.law().vocabulary.field(*field),
        }
    }

    fn fact(&self, path: &FactPath, value: &Stated) -> Option<FactReport> {
        let declared = self.declared(path)?;
        let value = match value {
            // Items are told field by field.
            Stated::Items(items) => {
                let ids: Vec<&str> = items.iter().map(|item| item.id.as_str()).collect();
                format!("[{}]", ids.join(", "))
            }
            value => stated_text(declared, value),
        };
        Some(FactReport {
            fact: path.text(&self.law().vocabulary),
            title: declared.title.get(self.language).to_owned(),
            value,
        })
    }

    fn circumstances(&self) -> Vec<FactReport> {
        let Some(product) = &self.baseline.product else { return Vec::new() };
        let placements = self.question.ground.placement_list();
        let fixed = product.manifest.facts.iter().filter(|(fact, _)| {
            let declared = self.law().vocabulary.fact(**fact);
            Some(**fact) != placements && declared.is_some_and(|own| own.setting == Setting::Fixed)
        });
        let told = fixed.filter_map(|(&fact, own)| self.fact(&FactPath::of(fact), &own.value));
        told.collect()
    }

    fn strictness(&self, own: &Strictness) -> Option<StrictnessReport> {
        Some(StrictnessReport {
            fact: self.fact(&own.path, &own.value)?,
            ranking: self.ranking(&own.now),
            since: own.since.map(|day| day.to_string()),
            next: own.next.as_ref().map(|(day, ranking)| NextReport {
                on: day.to_string(),
                ranking: self.ranking(ranking),
            }),
        })
    }

    fn ranking(&self, ranking: &Ranking) -> RankingReport {
        RankingReport {
            strictest: self.rules(&ranking.strictest),
            looser: self.rules(&ranking.looser),
            forbids_all: ranking.is_told,
        }
    }

    fn fewest(&self, fewest: &Fewest) -> FewestReport {
        let member = |(rule, need): &(RuleId, Need)| self.member(*rule, need);
        let implied = |(rule, by): &(RuleId, Vec<RuleId>)| {
            Some(ImpliedReport { rule: self.rule(*rule)?, by: self.rules(by) })
        };
        FewestReport {
            members: fewest.members.iter().filter_map(member).collect(),
            implied: fewest.implied.iter().filter_map(implied).collect(),
        }
    }

    fn member(&self, rule: RuleId, need: &Need) -> Option<MemberReport> {
        let (shown_by, otherwise, product) = match need {
            Need::Otherwise(path, value) => ("fact", self.fact(path, value), None),
            Need::Judged(id) => {
                let norm = self.law().judgement(*id)?;
                let fact = FactReport {
                    fact: self.law().rule(norm.rule)?.id.clone(),
                    title: norm.text.get(self.language).to_owned(),
                    value: "not met".to_owned(),
                };
                ("judgement", Some(fact), None)
            }
            Need::Product(witness) => ("product", None, Some(self.plain(&witness.manifest))),
            Need::Unclear => ("unclear", None, None),
        };
        Some(MemberReport {
            rule: self.rule(rule)?,
            shown_by: shown_by.to_owned(),
            otherwise,
            product,
        })
    }

    fn plain(&self, manifest: &Manifest) -> String {
        manifest_yaml(&self.law().vocabulary, manifest)
    }

    fn shares(&self, shares: &[Share], titles: &IndexMap<String, Text>) -> Vec<ShareReport> {
        let count = |(market, count): (usize, &crate::analysis::burden::Count)| CountReport {
            territory: self.territory(market),
            must: count.must,
            should: count.should,
        };
        let share = |share: &Share| {
            let title = share.name.as_ref().and_then(|name| titles.get(name));
            ShareReport {
                name: share.name.clone(),
                title: title.map_or("–", |title| title.get(self.language)).to_owned(),
                counts: share.counts.iter().enumerate().map(count).collect(),
            }
        };
        shares.iter().map(share).collect()
    }
}
