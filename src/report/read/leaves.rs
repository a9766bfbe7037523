//! Conditions without parts, and their opposites, as clauses.

use super::names::plain;
use super::speech::{AMOUNTS, APPLIES, EXISTS, FALLS, INCLUDES, IS, Polarity, spaced};
use super::{Mood, Reader, Setting};
use crate::model::condition::{Comparison, JudgementId, Node, Operand, RuleState};
use crate::model::rule::RuleId;
use crate::model::term::TermId;
use crate::model::text::Language;
use crate::model::value::Value;
use crate::model::vocabulary::{Fact, Type};
use crate::report::phrases::{MINUS, PLUS};

/// What two values are compared as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Measure {
    Day,
    Quantity,
    Other,
}

impl Reader<'_> {
    /// A condition that is no row, list or quantifier, or its opposite.
    pub(super) fn leaf(&self, node: &Node, holds: bool, at: Setting<'_>) -> String {
        let name = |operand| self.operand(operand, None, at);
        let is = (&IS, Polarity::of(holds));
        match node {
            Node::Constant(value) => self.constant(*value == holds, at.mood),
            Node::Holds(operand) => {
                let complement = self.say(["true", "vrai", "waar"]);
                self.clause(at.mood, &name(operand), is, complement)
            }
            Node::Compare { left, comparison, right } => {
                self.compared(left, *comparison, right, holds, at)
            }
            Node::In { operand, values } => self.one_of(operand, values, holds, at),
            Node::Includes { operand, members, all } => {
                self.includes(operand, members, *all, holds, at)
            }
            Node::Empty(operand) => {
                self.clause(at.mood, &name(operand), is, self.say(["empty", "vide", "leeg"]))
            }
            Node::Present(operand) => {
                self.clause(at.mood, &name(operand), (&EXISTS, Polarity::of(holds)), "")
            }
            Node::Judged(id) => self.judged(*id, holds, at.mood),
            Node::Rule { rule, state, .. } => self.asked_rule(*rule, *state, holds, at),
            // Conditions as written hold no dates of their own, and the others have parts.
            Node::CheckedIn(_)
            | Node::Triggered(_)
            | Node::And(_)
            | Node::Or(_)
            | Node::Not(_)
            | Node::Some { .. } => String::new(),
        }
    }

    fn constant(&self, holds: bool, mood: Mood) -> String {
        let (polarity, so) = if holds {
            (Polarity::Yes, ["always so", "toujours le cas", "altijd zo"])
        } else {
            (Polarity::Neither, ["never so", "jamais le cas", "nooit zo"])
        };
        self.clause(mood, self.say(["this", "cela", "dit"]), (&IS, polarity), self.say(so))
    }

    /// `the term “connectable” applies`
    pub(super) fn term(&self, id: TermId, holds: bool, mood: Mood) -> String {
        let name = self.quoted(&plain(self.law.term(id).map_or("", |term| &term.name)));
        let subject = self.say(["the term", "la notion", "het begrip"]);
        let complement = self.say(["", "", "van toepassing"]);
        let subject = spaced(&[subject, &name]);
        self.clause(mood, &subject, (&APPLIES, Polarity::of(holds)), complement)
    }

    fn compared(
        &self,
        left: &Operand,
        how: Comparison,
        right: &Operand,
        holds: bool,
        at: Setting<'_>,
    ) -> String {
        let of = self.declared(left);
        let (subject, other) = (self.operand(left, None, at), self.operand(right, of, at));
        let (verb, complement) = match measure(left, right, of) {
            Measure::Day => (&FALLS, self.day_compared(how, right, &other, at)),
            Measure::Quantity => (&AMOUNTS, self.quantity_compared(how, right, &other)),
            Measure::Other => (&IS, self.same_as(right, &other, at.mood)),
        };
        self.clause(at.mood, &subject, (verb, Polarity::of(holds)), &complement)
    }

    /// `on or after 11 December 2027`
    fn day_compared(
        &self,
        how: Comparison,
        right: &Operand,
        other: &str,
        at: Setting<'_>,
    ) -> String {
        let day = self.day_of(right, other, at);
        self.say(match how {
            Comparison::Equal => [format!("on {day}"), day.clone(), format!("op {day}")],
            Comparison::AtLeast => [
                format!("on or after {day}"),
                format!("au plus tôt {day}"),
                format!("op of na {day}"),
            ],
            Comparison::AtMost => [
                format!("on or before {day}"),
                format!("au plus tard {day}"),
                format!("op of vóór {day}"),
            ],
            Comparison::MoreThan => {
                [format!("after {day}"), format!("après {day}"), format!("na {day}")]
            }
            Comparison::LessThan => {
                [format!("before {day}"), format!("avant {day}"), format!("vóór {day}")]
            }
        })
    }

    /// A day: itself, or the fact that says it, with what is added to it.
    fn day_of(&self, operand: &Operand, name: &str, at: Setting<'_>) -> String {
        let sum = |left: &Operand, sign, right: &Operand| {
            let of = self.declared(left);
            let day = self.day_of(left, &self.operand(left, None, at), at);
            spaced(&[&day, self.say(sign), &self.operand(right, of, at)])
        };
        match operand {
            Operand::Plus(left, right) => sum(left, PLUS, right),
            Operand::Minus(left, right) => sum(left, MINUS, right),
            Operand::Today => name.to_owned(),
            Operand::Literal(_) => {
                self.say([name.to_owned(), format!("le {name}"), name.to_owned()])
            }
            _ => self.say([
                format!("the day stated under {name}"),
                format!("le jour indiqué sous {name}"),
                format!("de dag vermeld onder {name}"),
            ]),
        }
    }

    /// `at least 5 years`
    fn quantity_compared(&self, how: Comparison, right: &Operand, other: &str) -> String {
        let is_stated = !matches!(right, Operand::Literal(_) | Operand::Parameter(..));
        let other = match right {
            _ if !is_stated => other.to_owned(),
            _ => self.say([
                format!("what is stated under {other}"),
                format!("ce qui est indiqué sous {other}"),
                format!("wat is vermeld onder {other}"),
            ]),
        };
        let is_literal = matches!(right, Operand::Literal(_));
        let [english, of, to, dutch] = match how {
            Comparison::Equal => ["exactly", "exactement de", "exactement égal à", "precies"],
            Comparison::AtLeast => ["at least", "d’au moins", "au moins égal à", "ten minste"],
            Comparison::AtMost => ["at most", "d’au plus", "au plus égal à", "ten hoogste"],
            Comparison::MoreThan => ["more than", "de plus de", "supérieur à", "meer dan"],
            Comparison::LessThan => ["less than", "de moins de", "inférieur à", "minder dan"],
        };
        format!("{} {other}", self.say([english, if is_literal { of } else { to }, dutch]))
    }

    /// The value itself, or `the same as` another fact.
    fn same_as(&self, right: &Operand, other: &str, mood: Mood) -> String {
        match right {
            Operand::Literal(_) => self.value_after(other, mood),
            _ => {
                let same = self.say(["the same as", "identique à", "gelijk aan"]);
                format!("{same} {other}")
            }
        }
    }

    /// A quoted value as complement: Dutch keeps it apart from a subject that stands next to it.
    fn value_after(&self, value: &str, mood: Mood) -> String {
        let is_next = self.language == Language::Dutch && mood != Mood::Main;
        if is_next { format!("gelijk aan {value}") } else { value.to_owned() }
    }

    fn one_of(&self, operand: &Operand, values: &[Value], holds: bool, at: Setting<'_>) -> String {
        let of = self.declared(operand);
        let subject = self.operand(operand, None, at);
        let values: Vec<String> = values.iter().map(|one| self.value(of, one)).collect();
        let (polarity, complement) = match (values.as_slice(), holds) {
            ([_], _) | (_, true) => {
                (Polarity::of(holds), self.value_after(&self.any_of(&values), at.mood))
            }
            (_, false) => (Polarity::Neither, self.neither(&values)),
        };
        self.clause(at.mood, &subject, (&IS, polarity), &complement)
    }

    fn includes(
        &self,
        operand: &Operand,
        members: &Value,
        all: bool,
        holds: bool,
        at: Setting<'_>,
    ) -> String {
        let of: Option<&Fact> = self.declared(operand);
        let subject = self.operand(operand, None, at);
        let members = self.members(of, members);
        let every = self.all_of(&members);
        let (polarity, complement) = match (members.as_slice(), all, holds) {
            ([_], ..) => (Polarity::of(holds), self.members_after("de waarde", every, at.mood)),
            (_, true, true) => (Polarity::Yes, self.members_after("de waarden", every, at.mood)),
            (_, true, false) => {
                let lead = self.say(["all of", "à la fois", "elk van"]);
                (Polarity::No, format!("{lead} {every}"))
            }
            (_, false, true) => {
                let lead = ["at least one of", "au moins un élément parmi", "ten minste een van"];
                (Polarity::Yes, format!("{} {every}", self.say(lead)))
            }
            (_, false, false) => (Polarity::Neither, self.neither(&members)),
        };
        self.clause(at.mood, &subject, (&INCLUDES, polarity), &complement)
    }

    /// Quoted members as complement, kept apart from the subject in Dutch.
    fn members_after(&self, noun: &str, members: String, mood: Mood) -> String {
        let is_next = self.language == Language::Dutch && mood != Mood::Main;
        if is_next { format!("{noun} {members}") } else { members }
    }

    /// An open norm, in the words that a person judges.
    fn judged(&self, id: JudgementId, holds: bool, mood: Mood) -> String {
        let words = self.law.judgement(id).map_or("", |norm| norm.text.get(self.language));
        let subject = self.say(["the following", "ce qui suit", "het volgende"]);
        let lead =
            self.clause(mood, subject, (&IS, Polarity::of(holds)), self.say(["so", "exact", "zo"]));
        let judge = self.say([
            "as a person judges",
            "selon le jugement d’une personne",
            "naar het oordeel van een persoon",
        ]);
        format!("{lead}, {judge}{} {}", self.colon(), self.quoted(words))
    }

    fn asked_rule(&self, rule: RuleId, state: RuleState, holds: bool, at: Setting<'_>) -> String {
        let name = self.rule_name(rule, at.ruleset);
        let to = self.say(["", "", "aan"]);
        let met = self.say(["met", "respectée", "voldaan"]);
        let is = (&IS, Polarity::of(holds));
        match state {
            RuleState::Met => self.clause(at.mood, &spaced(&[to, &name]), is, met),
            RuleState::MetWhereApplicable => {
                let where_it_does = [
                    "(as far as it applies)",
                    "(pour autant qu’elle s’applique)",
                    "(voor zover van toepassing)",
                ];
                let subject = spaced(&[to, &name, self.say(where_it_does)]);
                self.clause(at.mood, &subject, is, met)
            }
            RuleState::Breached => {
                self.clause(at.mood, &name, is, self.say(["breached", "enfreinte", "geschonden"]))
            }
            RuleState::Applies => {
                let verb = (&APPLIES, Polarity::of(holds));
                self.clause(at.mood, &name, verb, self.say(["", "", "van toepassing"]))
            }
        }
    }
}

fn measure(left: &Operand, right: &Operand, of: Option<&Fact>) -> Measure {
    let literal = [left, right].into_iter().find_map(|operand| match operand {
        Operand::Literal(value) => Some(value),
        _ => None,
    });
    match (of.map(|fact| &fact.kind), literal) {
        (Some(Type::Date), _) | (None, Some(Value::Date(_))) => Measure::Day,
        (Some(kind), _) if kind.is_ordered() => Measure::Quantity,
        (Some(_), _) => Measure::Other,
        _ if is_today(left) || is_today(right) => Measure::Day,
        (None, Some(Value::Text(_) | Value::YesNo(_))) => Measure::Other,
        (None, _) => Measure::Quantity,
    }
}

fn is_today(operand: &Operand) -> bool {
    match operand {
        Operand::Today => true,
        Operand::Plus(left, _) | Operand::Minus(left, _) => is_today(left),
        _ => false,
    }
}
