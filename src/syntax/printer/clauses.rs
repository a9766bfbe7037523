//! Sentences, as they are written.

use super::Printer;
use super::conditions::{ends_with_list, item_of};
use super::document::{Document, nested, nested_if_broken, text};
use super::values::{citation, literal, period, quoted, rule_reference, yes_no};
use crate::source::Spanned;
use crate::syntax::ast::{
    Citation, Claim, Clause, Condition, Event, Guard, Literal, Modality, Name, Norm, Period, Text,
    Type,
};

impl Printer<'_> {
    /// A sentence with its full stop or colon.
    pub(super) fn clause(&mut self, clause: &Clause) -> Document {
        let (body, end) = match clause {
            Clause::ForEvery { variable, list, filter } => {
                let opening = text(format!("for {}", item_of("every", variable, list)));
                let filter = self.filter(filter.as_ref(), 0);
                (Document::Group(std::iter::once(opening).chain(filter).collect()), ":")
            }
            clause => (self.sentence(clause), "."),
        };
        Document::Row(vec![body, text(end)])
    }

    fn sentence(&mut self, clause: &Clause) -> Document {
        match clause {
            Clause::Title(words) => self.titled("title", words),
            Clause::Summary(words) => self.titled("summary", words),
            Clause::Question(words) => self.titled("question", words),
            Clause::Meaning(words) => self.titled("meaning", words),
            Clause::Remedy(words) => self.titled("remedy", words),
            Clause::Because(words) => self.titled("because", words),
            Clause::Penalty(words) => self.worded("penalty", words),
            Clause::Evidence(words) => self.worded("evidence", words),
            Clause::Note(words) => self.worded("note", words),
            Clause::Role { name, title } => {
                self.titled(&format!("role {} title", name.node), title)
            }
            Clause::Goal { name, title } => {
                self.titled(&format!("goal {} title", name.node), title)
            }
            Clause::ValueTitle { name, title } => {
                self.titled(&format!("value {} title", name.node), title)
            }
            Clause::AppliesIn(codes) => self.listed("applies in ", codes),
            Clause::AddressedTo(roles) => self.listed("addressed to ", roles),
            Clause::Serves(goals) => self.listed("serves ", goals),
            Clause::Without(paths) => self.listed("without ", paths),
            Clause::EvidenceFrom(methods) => self.listed("evidence from ", methods),
            Clause::AlsoKnownAs(names) => self.listed("also known as ", names),
            Clause::Term { name, condition } => {
                self.conditioned(&format!("term {} means", name.node), condition)
            }
            Clause::Parameter { name, values, citation } => {
                self.parameter(name, values, citation.as_ref())
            }
            Clause::Applies(guard) => self.guard("applies", guard),
            Clause::Except(guard) => self.guard("except", guard),
            Clause::Deemed(guard) => self.guard("deemed met", guard),
            Clause::Norm(norm) => self.norm(norm),
            Clause::Unless { guard, instead } => self.unless(guard, instead.as_ref()),
            Clause::Given(entries) => Document::Row(vec![text("given "), self.entries(entries)]),
            Clause::Expect { rule, verdict, needing } => {
                let opening = format!("expect {} {}", rule_reference(rule), verdict.node);
                match needing.as_slice() {
                    [] => text(opening),
                    facts => self.listed(&format!("{opening} needing "), facts),
                }
            }
            Clause::Type(type_) => self.type_(&type_.node),
            Clause::ReadFrom(formats) => self.read_from(formats),
            clause => text(short_sentence(clause)),
        }
    }

    /// `title en "…" fr "…"`
    fn titled(&mut self, words: &str, text_: &Text) -> Document {
        Document::Row(vec![text(words), self.text(text_)])
    }

    /// `note "…"`
    fn worded(&mut self, words: &str, text_: &Text) -> Document {
        Document::Row(vec![text(words), self.plain_text(text_)])
    }

    fn listed(&mut self, words: &str, names: &[Name]) -> Document {
        Document::Row(vec![text(words), self.names(names)])
    }

    /// Words and a condition, on the next line where they do not fit on one.
    fn conditioned(&mut self, words: &str, condition: &Spanned<Condition>) -> Document {
        let gap = self.gap(condition.span, Document::Line);
        let body = self.condition(&condition.node, 0);
        Document::Group(vec![text(words), nested_if_broken(vec![gap, body])])
    }

    /// `applies from D where C, citing "…"`
    fn guard(&mut self, words: &str, guard: &Guard) -> Document {
        let words = format!("{words}{} where", period(&guard.period));
        let body = self.conditioned(&words, &guard.condition);
        let list = ends_with_list(&guard.condition.node);
        self.with_source(body, guard.citation.as_ref(), list)
    }

    /// `…, citing "…"`
    fn with_source(
        &mut self,
        body: Document,
        source: Option<&Citation>,
        after_list: bool,
    ) -> Document {
        let Some(source) = source else { return body };
        let usual = if after_list { Document::HardLine } else { Document::Line };
        let gap = self.gap(source.pinpoint.span, usual);
        let citing = text(format!("citing {}", citation(source)));
        Document::Group(vec![body, text(","), nested(vec![gap, citing])])
    }

    fn unless(&mut self, guard: &Guard, instead: Option<&Norm>) -> Document {
        let dated = guard.period != Period::default();
        let words = match dated {
            true => format!("unless{} where", period(&guard.period)),
            false => "unless".to_owned(),
        };
        let body = self.conditioned(&words, &guard.condition);
        let list = ends_with_list(&guard.condition.node);
        let body = self.with_source(body, guard.citation.as_ref(), list);
        let Some(norm) = instead else { return body };
        let gap = self.gap(norm.modality.span, Document::HardLine);
        let norm = self.norm(norm);
        Document::Row(vec![body, text(":"), nested(vec![gap, text("instead "), norm])])
    }

    fn norm(&mut self, norm: &Norm) -> Document {
        let word = match norm.modality.node {
            Modality::Must => "must",
            Modality::Should => "should",
            Modality::May => "may",
        };
        let words = if norm.negated { format!("{word} not") } else { word.to_owned() };
        self.conditioned(&words, &norm.condition)
    }

    fn parameter(
        &mut self,
        name: &Name,
        values: &[(Spanned<Literal>, Period)],
        source: Option<&Citation>,
    ) -> Document {
        let mut parts = Vec::new();
        for (index, (value, dates)) in values.iter().enumerate() {
            let usual = if index == 0 { text(" ") } else { Document::Line };
            parts.push(self.gap(value.span, usual));
            let mark = if index + 1 < values.len() { ";" } else { "" };
            parts.push(text(format!("{}{}{mark}", literal(&value.node), period(dates))));
        }
        let opening = text(format!("parameter {}:", name.node));
        let body = Document::Group(vec![opening, nested(parts)]);
        self.with_source(body, source, false)
    }

    fn type_(&mut self, type_: &Type) -> Document {
        let (words, members) = match type_ {
            Type::YesNo => ("type yes or no".to_owned(), None),
            Type::OneOf(members) => ("type one of ".to_owned(), Some(members)),
            Type::SetOf(members) => ("type set of ".to_owned(), Some(members)),
            Type::WholeNumber(None) => ("type whole number".to_owned(), None),
            Type::WholeNumber(Some(unit)) => (format!("type whole number in {}", unit.node), None),
            Type::Simple(word) => (format!("type {word}"), None),
            Type::OpenSet(word) => (format!("type set of {word}"), None),
            Type::Reference(list) => (format!("type reference to {}", list.node), None),
            Type::List => ("type list".to_owned(), None),
        };
        match members {
            None => text(words),
            Some(members) => {
                Document::Row(vec![text(words), text("{"), self.names(members), text("}")])
            }
        }
    }

    fn read_from(&mut self, formats: &[(Name, Option<Spanned<String>>)]) -> Document {
        let shown: Vec<Spanned<String>> = formats
            .iter()
            .map(|(name, place)| {
                let place = place.as_ref().map(|place| format!(" {}", quoted(&place.node)));
                Spanned::new(name.node.clone() + &place.unwrap_or_default(), name.span)
            })
            .collect();
        self.listed("read from ", &shown)
    }
}

/// Sentences that hold no text, list or condition: they are never broken.
fn short_sentence(clause: &Clause) -> String {
    match clause {
        Clause::Instrument(words) => format!("instrument {}", quoted(&words.node)),
        Clause::Source { url, read } => format!("source <{}> read {}", url.node, read.node),
        Clause::Issued { kind, by } => format!("issued as {} by {}", kind.node, quoted(&by.node)),
        Clause::InForce(dates) => format!("in force{}", period(dates)),
        Clause::Triggered { event, period: dates } => {
            let event = match event.node {
                Event::Placing => "placing on the market",
                Event::MakingAvailable => "making available",
            };
            format!("triggered by {event}{}", period(dates))
        }
        Clause::ReviewBy(date) => format!("review by {}", date.node),
        Clause::Confidence { level, note } => {
            let note = note.as_ref().map(|note| format!(" {}", quoted(&note.node)));
            format!("confidence {}{}", level.node, note.unwrap_or_default())
        }
        Clause::UsesVocabulary { name, edition } => {
            format!("uses vocabulary {} edition {}", name.node, edition.node)
        }
        Clause::UsesRuleset { id, edition, alias } => {
            format!("uses ruleset {} edition {} as {}", id.node, edition.node, alias.node)
        }
        Clause::Citing(source) => format!("citing {}", citation(source)),
        Clause::Overrides(rule) => format!("overrides {}", rule.node),
        Clause::SubjectTo(rule) => format!("subject to {}", rule.node),
        Clause::Claim { claim, rule } => {
            format!("{} {}", claim_word(claim.node), rule_reference(rule))
        }
        Clause::Allow { fault, reason } => {
            format!("allow {} {}", fault.node, quoted(&reason.node))
        }
        Clause::Like(name) => format!("like {}", quoted(&name.node)),
        Clause::Placed { territory, first, last } => {
            let last = last.map(|last| format!(" until {}", last.node)).unwrap_or_default();
            format!("placed in {} on {}{last}", territory.node, first.node)
        }
        Clause::Checked(date) => format!("checked on {}", date.node),
        Clause::JudgedAs { rule, text, answer } => {
            let text = text.as_ref().map(|text| format!(" {}", quoted(&text.node)));
            let answer = yes_no(answer.node);
            format!("judged {}{} {answer}", rule_reference(rule), text.unwrap_or_default())
        }
        Clause::Fixed => "fixed".to_owned(),
        Clause::Chosen => "chosen".to_owned(),
        Clause::Optional => "optional".to_owned(),
        Clause::Weight(weight) => format!("weight {}", weight.node),
        Clause::Within(code) => format!("within {}", code.node),
        _ => String::new(),
    }
}

fn claim_word(claim: Claim) -> &'static str {
    match claim {
        Claim::Adopts => "adopts",
        Claim::Tightens => "tightens",
        Claim::Relaxes => "relaxes",
        Claim::Replaces => "replaces",
    }
}
