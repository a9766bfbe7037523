//! Says in words why a condition is true, false or unknown: one phrase for each leaf.

use super::words::{date, trigger, value};
use crate::eval::trace::{Answer, FactPath, Found, Origin, Reason, Step, Trace};
use crate::model::condition::{Comparison, JudgementId, Node, NodeId, Operand, RuleState};
use crate::model::law::Law;
use crate::model::manifest::EvidenceLevel;
use crate::model::rule::RuleId;
use crate::model::text::Language;
use crate::model::value::Value;
use crate::model::vocabulary::Type;
use crate::plan::truth::Truth;

/// Says things about one product in one language.
#[derive(Debug, Clone, Copy)]
pub struct Phrases<'a> {
    /// The rules and facts.
    pub law: &'a Law,
    /// The language of the law's own words.
    pub language: Language,
}

impl Phrases<'_> {
    /// Why the leaf is true, false or unknown.
    #[must_use]
    pub fn leaf(&self, leaf: &Trace) -> String {
        if leaf.truth == Truth::Unknown {
            return self.unknown(leaf);
        }
        let holds = leaf.truth == Truth::True;
        match (self.law.graph.get(leaf.node), leaf.step.values()) {
            (Some(Node::Compare { comparison, .. }), [left, right]) => {
                self.comparison(left, *comparison, right, holds)
            }
            (Some(Node::In { operand, values }), [found]) => {
                self.membership(operand, found, values, holds)
            }
            (Some(Node::Includes { operand, members, all }), [found]) => {
                let named = if *all && !holds { lacking(found, members) } else { members.clone() };
                let members = value(self.type_of(operand), &named);
                self.inclusion(found, members.trim_matches(['{', '}']), *all, holds)
            }
            (Some(Node::Rule { rule, state, .. }), _) => self.other_rule(*rule, *state, holds),
            (Some(Node::Judged(id)), _) => {
                let words = self.law.judgement(*id).map_or("", |norm| norm.text.get(self.language));
                format!("judged {}: \u{201c}{words}\u{201d}", if holds { "met" } else { "not met" })
            }
            (Some(Node::CheckedIn(_)), _) => match leaf.step {
                Step::CheckedIn(day) => format!("checked on {}", date(day)),
                _ => String::new(),
            },
            (_, found) if !found.is_empty() => self.all_found(found),
            (Some(Node::Some { .. }), _) => match &leaf.step {
                Step::Some { list, items } => self.none_of(leaf.node, list, items.len()),
                _ => String::new(),
            },
            _ => String::new(),
        }
    }

    fn inclusion(&self, found: &Found, members: &str, all: bool, holds: bool) -> String {
        let name = self.origin(&found.origin);
        let members = if all { members.to_owned() } else { members.replace(", ", " or ") };
        match (&found.answer, holds) {
            (_, true) => format!("{name} includes {members}"),
            (Answer::Absent, false) => format!("{name} is absent"),
            (_, false) => format!("{name} does not include {members}"),
        }
    }

    fn other_rule(&self, rule: RuleId, state: RuleState, holds: bool) -> String {
        let id = self.law.rule(rule).map_or("", |rule| rule.id.as_str());
        match (state, holds) {
            (RuleState::Met, true) => format!("{id} is met"),
            (RuleState::Met, false) => format!("{id} is not met"),
            (RuleState::MetWhereApplicable, true) | (RuleState::Breached, false) => {
                format!("{id} is not breached")
            }
            (RuleState::MetWhereApplicable, false) | (RuleState::Breached, true) => {
                format!("{id} is breached")
            }
            (RuleState::Applies, true) => format!("{id} applies"),
            (RuleState::Applies, false) => format!("{id} does not apply"),
        }
    }

    /// A list none of whose items is as the condition asks.
    fn none_of(&self, node: NodeId, list: &Found, items: usize) -> String {
        let Some(Node::Some { body, .. }) = self.law.graph.get(node) else { return String::new() };
        match items {
            0 => self.found(list),
            _ => format!("no item of {} has: {}", self.origin(&list.origin), self.condition(*body)),
        }
    }

    fn all_found(&self, found: &[Found]) -> String {
        let said: Vec<String> = found.iter().map(|found| self.found(found)).collect();
        said.join(", ")
    }

    fn comparison(&self, left: &Found, how: Comparison, right: &Found, holds: bool) -> String {
        let asked = self.right_side(left, right);
        let not = if holds { "" } else { "not " };
        if left.answer == Answer::Absent || right.answer == Answer::Absent {
            // Nothing compares with what is not there; say which side that is.
            return self.all_found(if left.answer == Answer::Absent {
                std::slice::from_ref(left)
            } else {
                std::slice::from_ref(right)
            });
        }
        let same_value =
            matches!((&left.answer, &right.answer), (Answer::Value(a), Answer::Value(b)) if a == b);
        match how {
            Comparison::Equal if holds && same_value => self.found(left),
            Comparison::Equal if !holds && right.origin == Origin::Literal => {
                format!("{}, not {asked}", self.found(left))
            }
            _ => format!("{}, {not}{} {asked}", self.found(left), comparator(how, &left.answer)),
        }
    }

    /// The right side of a comparison: its value, and where it comes from if that is a fact.
    fn right_side(&self, left: &Found, right: &Found) -> String {
        let value = match (&right.origin, &right.answer) {
            (Origin::Literal, Answer::Value(found)) => {
                value(self.kind_of(&left.origin).as_ref(), found)
            }
            _ => self.answer(right),
        };
        match &right.origin {
            Origin::Literal => value,
            Origin::Parameter(id, _) => {
                let name = self.law.parameter(*id).map_or("", |parameter| parameter.name.as_str());
                format!("{value} ({name})")
            }
            origin => format!("{value} ({})", self.origin(origin)),
        }
    }

    fn membership(
        &self,
        operand: &Operand,
        found: &Found,
        values: &[Value],
        holds: bool,
    ) -> String {
        if holds {
            return self.found(found);
        }
        let kind = self.type_of(operand);
        let values: Vec<String> = values.iter().map(|one| value(kind, one)).collect();
        format!("{}, not {}", self.found(found), values.join(" or "))
    }

    /// `auth.passwords[admin].scheme is shared`
    #[must_use]
    pub fn found(&self, found: &Found) -> String {
        let name = self.origin(&found.origin);
        match &found.answer {
            Answer::Absent => format!("{name} is absent"),
            Answer::Items(0) => format!("{name} has no item"),
            Answer::Items(1) => format!("{name} has one item"),
            Answer::Items(count) => format!("{name} has {count} items"),
            Answer::Value(Value::Set(0)) => format!("{name} is empty"),
            Answer::Value(Value::Texts(texts)) if texts.is_empty() => format!("{name} is empty"),
            _ => format!("{name} is {}", self.answer(found)),
        }
    }

    fn answer(&self, found: &Found) -> String {
        match &found.answer {
            Answer::Value(found_value) => value(self.kind_of(&found.origin).as_ref(), found_value),
            Answer::Absent => "absent".to_owned(),
            Answer::Items(count) => format!("{count} items"),
            Answer::Unknown(_) => "unknown".to_owned(),
        }
    }

    /// Where a value comes from, in words.
    #[must_use]
    pub fn origin(&self, origin: &Origin) -> String {
        match origin {
            Origin::Fact(path) => path.text(&self.law.vocabulary),
            Origin::Nowhere => "a fact the vocabulary lacks".to_owned(),
            Origin::Literal => "the value".to_owned(),
            Origin::Parameter(id, _) => {
                self.law.parameter(*id).map(|parameter| parameter.name.clone()).unwrap_or_default()
            }
            Origin::Today => "the day of the check".to_owned(),
            Origin::Sum(parts) => self.found_sum(parts, "plus"),
            Origin::Difference(parts) => self.found_sum(parts, "minus"),
        }
    }

    fn found_sum(&self, parts: &[Found; 2], sign: &str) -> String {
        let [left, right] = parts;
        let part = |found: &Found| match found.origin {
            Origin::Literal => self.answer(found),
            _ => self.origin(&found.origin),
        };
        format!("{} {sign} {}", part(left), part(right))
    }

    /// Why a leaf is unknown.
    fn unknown(&self, leaf: &Trace) -> String {
        let said: Vec<String> = leaf.reasons.iter().map(|reason| self.reason(reason)).collect();
        said.join(", ")
    }

    /// Why something is unknown.
    #[must_use]
    pub fn reason(&self, reason: &Reason) -> String {
        match reason {
            Reason::Missing(path) => format!("{} is not stated", self.path(path)),
            Reason::EvidenceTooWeak { path, level, needed } => format!(
                "{} is shown as `{}`, less than `{}`",
                self.path(path),
                level_word(*level),
                level_word(*needed)
            ),
            Reason::NoPlacement(_) => "no placement on this market is stated".to_owned(),
            Reason::PlacingUnknown(path) => {
                format!("{} is not stated, and decides", self.path(path))
            }
            Reason::Judgement(id) => self.judgement(*id, "nobody has judged"),
            Reason::JudgementsDisagree(id) => self.judgement(*id, "people have judged differently"),
            Reason::NoParameterValue(id) => {
                let name = self.law.parameter(*id).map_or("", |parameter| parameter.name.as_str());
                format!("`{name}` has no value on that day")
            }
            Reason::CalendarDecides => {
                "months and days compare differently from one calendar year to another".to_owned()
            }
            Reason::NotComparable => "the two values cannot be compared".to_owned(),
        }
    }

    fn judgement(&self, id: JudgementId, lead: &str) -> String {
        let words = self.law.judgement(id).map_or("", |norm| norm.text.get(self.language));
        format!("{lead}: \u{201c}{words}\u{201d}")
    }

    fn path(&self, path: &FactPath) -> String {
        path.text(&self.law.vocabulary)
    }

    fn kind_of(&self, origin: &Origin) -> Option<Type> {
        let Origin::Fact(path) = origin else { return None };
        let fact = match &path.field {
            None => self.law.vocabulary.fact(path.fact)?,
            Some((_, field)) => self.law.vocabulary.field(*field)?,
        };
        Some(fact.kind.clone())
    }

    fn days(&self, first: &Found, last: &Found) -> String {
        let day = self.answer(first);
        match &last.answer {
            Answer::Absent => format!("from {day}, and going on"),
            _ if first.answer == last.answer => day,
            _ => format!("{day} to {}", self.answer(last)),
        }
    }

    /// The trigger of a rule, with the days on which units were placed.
    #[must_use]
    pub fn trigger(&self, trace: &Trace) -> String {
        let Some(Node::Triggered(wanted)) = self.law.graph.get(trace.node) else {
            return String::new();
        };
        let asked = format!("binds by {}", trigger(wanted));
        match &trace.step {
            Step::Triggered { .. } if trace.truth == Truth::Unknown => {
                format!("{asked}; {}", self.unknown(trace))
            }
            Step::Triggered { first, last } => {
                format!("{asked}; here {}", self.days(first, last))
            }
            _ => asked,
        }
    }
}

/// Of the members asked for, those that the set lacks.
fn lacking(found: &Found, members: &Value) -> Value {
    match (&found.answer, members) {
        (Answer::Value(Value::Set(own)), Value::Set(asked)) => Value::Set(asked & !own),
        (Answer::Value(Value::Texts(own)), Value::Texts(asked)) => {
            Value::Texts(asked.iter().filter(|one| !own.contains(one)).cloned().collect())
        }
        _ => members.clone(),
    }
}

fn comparator(comparison: Comparison, left: &Answer) -> &'static str {
    let of_dates = matches!(left, Answer::Value(Value::Date(_)));
    match (comparison, of_dates) {
        (Comparison::Equal, _) => "the same as",
        (Comparison::AtLeast, true) => "on or after",
        (Comparison::AtMost, true) => "on or before",
        (Comparison::MoreThan, true) => "after",
        (Comparison::LessThan, true) => "before",
        (Comparison::AtLeast, false) => "at least",
        (Comparison::AtMost, false) => "at most",
        (Comparison::MoreThan, false) => "more than",
        (Comparison::LessThan, false) => "less than",
    }
}

/// The word of an evidence level in manifests.
#[must_use]
pub fn level_word(level: EvidenceLevel) -> &'static str {
    EvidenceLevel::ALL.iter().find(|(own, _)| *own == level).map_or("", |(_, word)| word)
}
