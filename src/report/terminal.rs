//! The report of a check for people at a terminal.

use super::changes::ChangeReport;
use super::frame::Frame;
use super::json::{MarketReport, MissingFact, ProductReport, ReasonReport, RuleReport};
use super::lexicon::{colon, rules, said, told};
use super::paint::Paint;
use super::phrases::NOT_STATED;
use super::settled::SettledReport;
use crate::model::text::Language;
use jiff::civil::Date;
use std::fmt::Write as _;

/// Verdicts in the order in which people need them, with their marks.
const ORDER: [(&str, &str, Tone); 10] = [
    ("breached", "✗", Tone::Bad),
    ("undetermined", "?", Tone::Open),
    ("needs judgement", "?", Tone::Open),
    ("not followed", "!", Tone::Open),
    ("met", "✓", Tone::Good),
    ("deemed met", "✓", Tone::Good),
    ("exempt", "-", Tone::Faint),
    ("permitted", "-", Tone::Faint),
    ("not applicable", "-", Tone::Faint),
    ("not in force", "-", Tone::Faint),
];

/// Column at which the details of a rule begin.
const INDENT: usize = 4;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tone {
    Good,
    Bad,
    Open,
    Faint,
}

/// The report on one product, checked on that day. `brief` leaves out rules that are met or do
/// not apply. A manifest that could not be read has no market, and its faults are told apart.
#[must_use]
pub fn terminal_report(
    product: &ProductReport,
    checked_on: Date,
    language: Language,
    brief: bool,
    paint: Paint,
) -> String {
    let words = Frame::of(language);
    let mut out = String::new();
    if !product.markets.is_empty() {
        View { product, checked_on, language, words, brief, paint }.product(&mut out);
    }
    out
}

struct View<'a> {
    product: &'a ProductReport,
    checked_on: Date,
    language: Language,
    words: &'static Frame,
    brief: bool,
    paint: Paint,
}

impl View<'_> {
    fn product(&self, out: &mut String) {
        let name = self.product.product.as_deref().unwrap_or(&self.product.manifest);
        let (manifest, checked) = (&self.product.manifest, self.words.checked);
        let place = format!("{manifest}, {checked} {}", self.checked_on);
        let _ = writeln!(out, "{}  {}", self.paint.strong(name), self.paint.faint(&place));
        for market in &self.product.markets {
            self.market(out, market);
        }
        self.summary(out);
    }

    fn market(&self, out: &mut String, market: &MarketReport) {
        let placed = match &market.first_placed {
            Some(day) => format!("{} {day}", self.words.placed_from),
            None => self.words.not_placed.to_owned(),
        };
        let name = self.paint.strong(&format!("{} ({})", market.name, market.territory));
        let (colon, outcome) = (colon(self.language), self.outcome(&market.outcome));
        let _ = writeln!(out, "\n{name}, {placed}{colon} {outcome}");
        let _ = writeln!(out, "{}", self.paint.faint(&counts(&market.rules, self.language)));
        let mut last = None;
        for rule in &market.rules {
            let own = (&rule.ruleset, &rule.edition);
            if last.replace(own) != Some(own) {
                self.ruleset(out, market, rule);
            }
        }
        self.questions(out, market);
    }

    fn ruleset(&self, out: &mut String, market: &MarketReport, first: &RuleReport) {
        let is_own =
            |rule: &&RuleReport| (&rule.ruleset, &rule.edition) == (&first.ruleset, &first.edition);
        let own = || market.rules.iter().filter(is_own);
        if self.brief && own().all(|rule| !is_open(&rule.verdict)) {
            return;
        }
        let edition = format!("{} {} {}", first.ruleset, self.words.edition, first.edition);
        let title = self.paint.strong(&first.ruleset_title);
        let _ = writeln!(out, "\n  {title}  {}", self.paint.faint(&edition));
        for (verdict, _, tone) in ORDER {
            let rules: Vec<&RuleReport> = own().filter(|rule| rule.verdict == verdict).collect();
            if tone == Tone::Faint {
                self.set_aside(out, &rules);
            } else {
                rules.into_iter().for_each(|rule| self.rule(out, rule));
            }
        }
    }

    /// Rules that ask nothing here: a line each, and the reason once for all that share it.
    fn set_aside(&self, out: &mut String, rules: &[&RuleReport]) {
        if self.brief {
            return;
        }
        let mut told: Vec<&[ReasonReport]> = Vec::new();
        for rule in rules {
            if told.contains(&rule.reasons.as_slice()) {
                continue;
            }
            told.push(&rule.reasons);
            for alike in rules.iter().filter(|other| other.reasons == rule.reasons) {
                let cited = self.paint.faint(&format!("[{}]", alike.citation));
                let _ = writeln!(out, "{} {cited}", self.headline(alike));
            }
            self.reasons(out, &rule.reasons);
        }
    }

    fn rule(&self, out: &mut String, rule: &RuleReport) {
        if self.brief && !is_open(&rule.verdict) {
            return;
        }
        let _ = writeln!(out, "{}", self.headline(rule));
        let read = match rule.confidence.as_str() {
            "unverified" => format!("{}  {}", rule.citation, self.words.unverified),
            _ => rule.citation.clone(),
        };
        self.detail(out, self.words.law, &read);
        self.reasons(out, self.shown_reasons(rule));
        if !rule.missing.is_empty() {
            let facts: Vec<&str> =
                rule.missing.iter().map(|missing| missing.fact.as_str()).collect();
            self.detail(out, self.words.tell, &facts.join(", "));
        }
        for norm in &rule.to_judge {
            self.detail(out, self.words.judge, norm);
        }
        if let Some(open) = rule.open.as_ref().filter(|_| !rule.missing.is_empty()) {
            self.open(out, rule, open);
        }
        if let Some(remedy) = &rule.remedy {
            self.detail(out, self.words.remedy, remedy);
        }
        if let Some(penalty) = &rule.penalty {
            self.detail(out, self.words.penalty, penalty);
        }
    }

    /// What can still come out, and where less than all that is missing decides, how little.
    fn open(&self, out: &mut String, rule: &RuleReport, open: &SettledReport) {
        let shown = open.possible.iter().filter(|_| !self.brief);
        for possible in shown {
            let facts: Vec<String> =
                possible.if_told.iter().map(|change| self.change(change)).collect();
            if !facts.is_empty() {
                let verdict = told(&possible.verdict, self.language);
                let facts = facts.join(&format!(" {} ", self.words.and));
                let text = format!("{verdict} {} {facts}", self.words.if_told);
                self.detail(out, self.words.can_be, &text);
            }
        }
        if (1..rule.missing.len()).contains(&open.ask.len()) {
            self.detail(out, self.words.enough, &open.ask.join(", "));
        }
    }

    /// `support.min_length is 5 years`
    fn change(&self, change: &ChangeReport) -> String {
        let to = change.to.as_deref().unwrap_or(self.words.unknown);
        match change.step.as_str() {
            "judge" => {
                let judged = told(to, self.language);
                format!("\u{201c}{}\u{201d} {} {judged}", change.title, self.words.is_judged)
            }
            _ => format!("{} {} {to}", change.fact, self.words.is),
        }
    }

    /// `✓ met             sch1.1  No default passwords`
    fn headline(&self, rule: &RuleReport) -> String {
        let (mark, tone) = mark(&rule.verdict);
        let (verdict, width) = (told(&rule.verdict, self.language), widest(self.language));
        let verdict = self.tone(tone, &format!("{mark} {verdict:<width$}"));
        format!("  {verdict} {}  {}", self.paint.strong(&rule.number), rule.title)
    }

    fn reasons(&self, out: &mut String, reasons: &[ReasonReport]) {
        for reason in reasons {
            let lines = lines(&self.product.manifest, reason);
            let source = reason.citation.as_ref().map(|source| format!(" [{source}]"));
            let source = source.unwrap_or_default();
            self.detail(
                out,
                self.words.reason(&reason.because),
                &format!("{}{source}{lines}", reason.text),
            );
        }
    }

    /// What is missing or to be judged says by itself why a verdict is open.
    fn shown_reasons<'r>(&self, rule: &'r RuleReport) -> &'r [ReasonReport] {
        let open = !rule.missing.is_empty() || !rule.to_judge.is_empty();
        if open { &[] } else { &rule.reasons }
    }

    /// Every fact that is asked for on the market, once, with its question.
    fn questions(&self, out: &mut String, market: &MarketReport) {
        let questions = questions(&market.rules);
        if questions.is_empty() {
            return;
        }
        let _ = writeln!(out, "\n  {}", self.paint.strong(self.words.still_to_tell));
        for question in questions {
            let rules = rules(question.rules, self.language);
            let lead = format!("{} ({rules})", question.missing.fact);
            let _ = writeln!(out, "    {}", self.paint.open(&lead));
            let why = match question.missing.why.ends_with(said(NOT_STATED, self.language)) {
                true => question.missing.question.clone(),
                false => format!("{} ({})", question.missing.question, question.missing.why),
            };
            let _ = writeln!(out, "{}", self.paint.filled("      ", &why));
        }
    }

    fn detail(&self, out: &mut String, label: &str, text: &str) {
        let first = format!("{}{label:<9} ", " ".repeat(INDENT));
        let _ = writeln!(out, "{}", self.paint.filled(&first, text));
    }

    fn summary(&self, out: &mut String) {
        out.push('\n');
        for market in &self.product.markets {
            let name = format!("{} ({})", market.name, market.territory);
            let _ = writeln!(out, "{name:<34} {}", self.outcome(&market.outcome));
        }
    }

    fn outcome(&self, outcome: &str) -> String {
        let tone = match outcome {
            "compliant" => Tone::Good,
            "non-compliant" => Tone::Bad,
            _ => Tone::Open,
        };
        self.tone(tone, &told(outcome, self.language).to_uppercase())
    }

    fn tone(&self, tone: Tone, text: &str) -> String {
        match tone {
            Tone::Good => self.paint.good(text),
            Tone::Bad => self.paint.bad(text),
            Tone::Open => self.paint.open(text),
            Tone::Faint => self.paint.faint(text),
        }
    }
}

fn mark(verdict: &str) -> (&'static str, Tone) {
    let known = ORDER.iter().find(|(own, ..)| *own == verdict);
    known.map_or(("?", Tone::Open), |(_, mark, tone)| (*mark, *tone))
}

/// Letters of the longest verdict.
fn widest(language: Language) -> usize {
    let lengths = ORDER.iter().map(|(verdict, ..)| told(verdict, language).chars().count());
    lengths.max().unwrap_or_default()
}

/// Verdicts on which somebody has to do something.
pub(super) fn is_open(verdict: &str) -> bool {
    matches!(verdict, "breached" | "undetermined" | "needs judgement" | "not followed")
}

/// A fact that is asked for, and how many rules wait for it.
struct Question<'a> {
    missing: &'a MissingFact,
    rules: usize,
}

/// The facts asked for, those that most rules wait for first.
fn questions(rules: &[RuleReport]) -> Vec<Question<'_>> {
    let mut questions: Vec<Question<'_>> = Vec::new();
    for missing in rules.iter().flat_map(|rule| &rule.missing) {
        match questions.iter_mut().find(|known| known.missing.fact == missing.fact) {
            Some(known) => known.rules += 1,
            None => questions.push(Question { missing, rules: 1 }),
        }
    }
    questions.sort_by_key(|question| std::cmp::Reverse(question.rules));
    questions
}

/// `1 breached, 2 undetermined, 14 met`
fn counts(rules: &[RuleReport], language: Language) -> String {
    let counted = ORDER.iter().filter_map(|(verdict, ..)| {
        let count = rules.iter().filter(|rule| rule.verdict == *verdict).count();
        (count > 0).then(|| format!("{count} {}", told(verdict, language)))
    });
    counted.collect::<Vec<_>>().join(", ")
}

/// `(examples/doorbell.yaml:31)`
fn lines(manifest: &str, reason: &ReasonReport) -> String {
    let mut lines: Vec<usize> = reason.stated.iter().map(|stated| stated.line).collect();
    lines.sort_unstable();
    lines.dedup();
    match lines.as_slice() {
        [] => String::new(),
        [first, rest @ ..] => {
            let rest: String = rest.iter().map(|line| format!(", {line}")).collect();
            format!(" ({manifest}:{first}{rest})")
        }
    }
}
