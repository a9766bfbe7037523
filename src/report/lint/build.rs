//! Drafting faults put into words: as a report, and as notices.

use super::json::{AllowedReport, FORMAT, FindingReport, LintReport, PlaceReport, ProductReport};
use super::notice::Notice;
use super::product::product_report;
use super::words::{self, telling};
use crate::analysis::lint::{Cause, Detail, Finding, Level, Levels, Linted, Request};
use crate::model::law::Law;
use crate::model::rule::RuleId;
use crate::model::ruleset::RulesetId;
use crate::model::text::Language;
use crate::report::claims::{flaw_words, rule_name};
use crate::report::lexicon::said;
use crate::source::{SourceFile, SourceMap, Span};
use jiff::civil::Date;

/// Tells of drafting faults in one language.
#[derive(Debug, Clone, Copy)]
pub struct Teller<'a> {
    /// The rules.
    pub law: &'a Law,
    /// Their texts.
    pub sources: &'a SourceMap,
    /// How much each fault weighs.
    pub levels: &'a Levels,
    /// The language.
    pub language: Language,
}

impl Teller<'_> {
    /// All that was found as data.
    #[must_use]
    pub fn report(&self, request: &Request, linted: &Linted) -> LintReport {
        let ruleset = |&id: &RulesetId| {
            self.law.ruleset(id).map(|ruleset| format!("{}@{}", ruleset.id, ruleset.edition))
        };
        LintReport {
            format: FORMAT.to_owned(),
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            checked_on: request.on.to_string(),
            language: self.language.code().to_owned(),
            rulesets: request.rulesets.iter().filter_map(ruleset).collect(),
            findings: linted.findings.iter().map(|finding| self.finding(finding)).collect(),
            allowed: linted
                .allowed
                .iter()
                .map(|one| AllowedReport {
                    code: one.finding.fault.code(),
                    message: self.message(&one.finding),
                    place: self.place(one.finding.span),
                    reason: one.allowance.reason.clone(),
                })
                .collect(),
            told: linted.told,
            untold: linted.untold,
        }
    }

    fn finding(&self, finding: &Finding) -> FindingReport {
        let ruleset = self.law.ruleset(finding.ruleset);
        let is_error = self.levels.of(finding.fault) == Level::Error;
        FindingReport {
            code: finding.fault.code(),
            level: if is_error { "error" } else { "warn" }.to_owned(),
            ruleset: ruleset.map(|ruleset| ruleset.id.clone()).unwrap_or_default(),
            edition: ruleset.map(|ruleset| ruleset.edition.clone()).unwrap_or_default(),
            rule: finding.rule.and_then(|id| self.law.rule(id)).map(|rule| rule.number.clone()),
            message: self.message(finding),
            help: self.say(telling(finding.fault, cause(finding)).help).to_owned(),
            place: self.place(finding.span),
            others: finding.others.iter().map(|&other| self.place(other)).collect(),
            product: finding
                .product
                .as_ref()
                .map(|own| product_report(self.law, own, self.language)),
            proof: is_proved(finding).then(|| self.say(words::PROVED).to_owned()),
        }
    }

    /// The faults as notices, in order.
    #[must_use]
    pub fn notices(&self, linted: &Linted) -> Vec<Notice> {
        linted.findings.iter().map(|finding| self.notice(finding)).collect()
    }

    /// How much was found, in a line.
    #[must_use]
    pub fn summary(&self, linted: &Linted) -> String {
        let errors = linted
            .findings
            .iter()
            .filter(|finding| self.levels.of(finding.fault) == Level::Error)
            .count();
        let mut line = self
            .say(words::SUMMARY)
            .replace("{errors}", &errors.to_string())
            .replace("{warnings}", &(linted.findings.len() - errors).to_string())
            .replace("{allowed}", &linted.allowed.len().to_string())
            .replace("{untold}", &linted.untold.to_string());
        if !linted.findings.is_empty() {
            line = format!("{line}; {}", self.say(words::MORE));
        }
        line
    }

    fn notice(&self, finding: &Finding) -> Notice {
        let words = telling(finding.fault, cause(finding));
        let here = finding.span.file;
        let mut labels = vec![(finding.span, self.say(words.label).to_owned())];
        let mut help = vec![self.say(words.help).to_owned()];
        for &other in &finding.others {
            if other.file == here {
                labels.push((other, self.say(words::OTHER).to_owned()));
            } else {
                let PlaceReport { file, line, .. } = self.place(other);
                help.push(format!("{} {file}:{line}", self.say(words::SEE)));
            }
        }
        if let Some(product) = &finding.product {
            help.extend(self.product_lines(&product_report(self.law, product, self.language)));
        }
        if is_proved(finding) {
            help.push(self.say(words::PROVED).to_owned());
        }
        Notice {
            code: finding.fault.code(),
            is_error: self.levels.of(finding.fault) == Level::Error,
            message: self.message(finding),
            help: help.join("\n"),
            labels,
            source: self.sources.get(here).cloned().unwrap_or(SourceFile::new("", "")),
        }
    }

    fn product_lines(&self, product: &ProductReport) -> Vec<String> {
        let placed = product.placed.as_deref().unwrap_or(&product.checked);
        let placed = self
            .say(words::PLACED)
            .replace("{territory}", &product.territory)
            .replace("{placed}", placed)
            .replace("{on}", &product.checked);
        let facts = product.facts.iter().map(|fact| format!("  {}: {}", fact.fact, fact.value));
        let head = format!("{}, {placed}:", self.say(words::PRODUCT));
        std::iter::once(head).chain(facts).collect()
    }

    fn say(&self, words: [&'static str; 3]) -> &'static str {
        said(words, self.language)
    }

    /// What is wrong, in words.
    fn message(&self, finding: &Finding) -> String {
        let message = self.say(telling(finding.fault, cause(finding)).message);
        let message = message.replace("{at}", &self.name(finding));
        match &finding.detail {
            Detail::Rules(rules) => {
                let names: Vec<String> = rules.iter().map(|&id| self.number(id)).collect();
                message.replace("{rules}", &names.join(self.say(words::AND)))
            }
            Detail::Name(name) => message.replace("{name}", name),
            Detail::NameElsewhere(name, ruleset) => {
                let other = self.law.ruleset(*ruleset).map_or("", |ruleset| ruleset.id.as_str());
                message.replace("{name}", name).replace("{rules}", &format!("`{other}`"))
            }
            Detail::Claim(claimed, flaw) => message
                .replace("{name}", claimed.claim.word())
                .replace("{rules}", &format!("`{}`", rule_name(self.law, claimed.of)))
                .replace("{list}", self.say(flaw_words(*flaw))),
            Detail::NameOnDays(name, from, until) => message
                .replace("{name}", &format!("`{name}`"))
                .replace("{days}", &self.days(*from, *until)),
            Detail::Day(day) => message.replace("{days}", &day.to_string()),
            Detail::Before(read, there) => {
                let days = self.say(words::READ).replace("{from}", &read.to_string());
                message.replace("{days}", &days.replace("{until}", &there.to_string()))
            }
            Detail::Verdicts(verdicts) => message.replace("{list}", &verdicts.join(", ")),
            Detail::NoProduct(_) | Detail::Nothing => message,
        }
    }

    fn days(&self, from: Option<Date>, until: Option<Date>) -> String {
        let text = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let words = match (from, until) {
            (Some(_), Some(_)) => words::FROM_UNTIL,
            (Some(_), None) => words::FROM,
            _ => words::UNTIL,
        };
        self.say(words).replace("{from}", &text(from)).replace("{until}", &text(until))
    }

    /// The rule, or else the ruleset.
    fn name(&self, finding: &Finding) -> String {
        let rule = finding.rule.and_then(|id| self.law.rule(id)).map(|rule| rule.id.clone());
        let ruleset = || self.law.ruleset(finding.ruleset).map(|ruleset| ruleset.id.clone());
        rule.or_else(ruleset).unwrap_or_default()
    }

    fn number(&self, id: RuleId) -> String {
        self.law.rule(id).map(|rule| format!("`{}`", rule.number)).unwrap_or_default()
    }

    fn place(&self, span: Span) -> PlaceReport {
        let Some(file) = self.sources.get(span.file) else {
            return PlaceReport { file: String::new(), line: 0, column: 0 };
        };
        let (line, column) = file.line_column(span.start as usize);
        PlaceReport { file: file.name.to_string(), line, column }
    }
}

fn cause(finding: &Finding) -> Option<Cause> {
    match finding.detail {
        Detail::NoProduct(cause) => Some(cause),
        _ => None,
    }
}

/// Whether the fault is that no product is such.
fn is_proved(finding: &Finding) -> bool {
    use crate::model::drafting::DraftingFault::ImpliedRule;
    matches!(finding.detail, Detail::NoProduct(_)) || finding.fault == ImpliedRule
}
