//! Writes a condition of the graph in the words of the language, for use inside a phrase.

use super::phrases::{MINUS, OR, PLUS, Phrases, comparator};
use super::words::{duration, period, trigger};
use crate::model::condition::{Comparison, Node, NodeId, Operand, RuleState};
use crate::model::rule::RuleId;
use crate::model::value::Value;
use crate::model::vocabulary::{FactId, Type};

const IS: [&str; 3] = ["is", "vaut", "is"];
const NOR: [&str; 3] = [" nor ", " ni ", " noch "];

/// Longer conditions are cut: the text of the rule says the rest.
const LONGEST: usize = 160;

impl Phrases<'_> {
    /// The condition in words, cut where it is long.
    #[must_use]
    pub fn condition(&self, id: NodeId) -> String {
        let words = self.whole_condition(id);
        if words.chars().count() <= LONGEST {
            return words;
        }
        words.chars().take(LONGEST).collect::<String>() + "…"
    }

    fn whole_condition(&self, id: NodeId) -> String {
        match self.law.graph.get(id) {
            None => String::new(),
            Some(Node::Constant(true)) => self.say(["always", "toujours", "altijd"]).to_owned(),
            Some(Node::Constant(false)) => self.say(["never", "jamais", "nooit"]).to_owned(),
            Some(Node::And(parts)) => self.row(parts, self.say([" and ", " et ", " en "])),
            Some(Node::Or(parts)) => self.row(parts, self.say(OR)),
            Some(Node::Not(part)) => self.negated(*part),
            Some(node) => self.simple(node, true),
        }
    }

    fn row(&self, parts: &[NodeId], joiner: &str) -> String {
        let part = |&id: &NodeId| match self.law.graph.get(id) {
            Some(Node::And(_) | Node::Or(_)) => format!("({})", self.whole_condition(id)),
            _ => self.whole_condition(id),
        };
        parts.iter().map(part).collect::<Vec<_>>().join(joiner)
    }

    fn negated(&self, part: NodeId) -> String {
        match self.law.graph.get(part) {
            Some(Node::And(_) | Node::Or(_)) => {
                format!("{}({})", self.not(false), self.whole_condition(part))
            }
            Some(node) => self.simple(node, false),
            None => String::new(),
        }
    }

    /// A condition without parts that are rows, or its opposite.
    fn simple(&self, node: &Node, holds: bool) -> String {
        let choose = |yes, no| self.say(if holds { yes } else { no });
        let not = self.not(holds);
        match node {
            Node::Holds(operand) => format!("{not}{}", self.operand(operand)),
            Node::Compare { left, comparison, right } => {
                self.compared(left, *comparison, right, holds)
            }
            Node::In { operand, values } => self.one_of(operand, values, holds),
            Node::Includes { operand, members, .. } => {
                let members = self.value(self.type_of(operand), members);
                let members = members.trim_matches(['{', '}']);
                let includes =
                    choose(["includes", "comprend", "bevat"], ["excludes", "exclut", "bevat niet"]);
                format!("{} {includes} {members}", self.operand(operand))
            }
            Node::Empty(operand) => {
                let empty = choose(
                    ["is empty", "est vide", "is leeg"],
                    ["is not empty", "n’est pas vide", "is niet leeg"],
                );
                format!("{} {empty}", self.operand(operand))
            }
            Node::Present(operand) => {
                let present = choose(
                    ["is present", "est présent", "is aanwezig"],
                    ["is absent", "est absent", "ontbreekt"],
                );
                format!("{} {present}", self.operand(operand))
            }
            Node::Some { list, body, .. } => self.some_item(*list, *body, holds),
            Node::Judged(_) => format!("{not}{}", self.say(["judged", "jugé", "beoordeeld"])),
            Node::Rule { rule, state, .. } => self.asked_rule(*rule, *state, holds),
            Node::CheckedIn(days) => {
                let checked = self.say(["checked", "vérifié", "beoordeeld"]);
                format!("{not}{checked} {}", period(days, self.language).unwrap_or_default())
            }
            Node::Triggered(event) => format!("{not}{}", trigger(event, self.language)),
            Node::Constant(_) | Node::And(_) | Node::Or(_) | Node::Not(_) => String::new(),
        }
    }

    fn compared(&self, left: &Operand, how: Comparison, right: &Operand, holds: bool) -> String {
        let of_dates = self.is_date(left) && how != Comparison::Equal;
        let (how, right) = (self.how(how, of_dates, holds), self.right_operand(left, right));
        let right = if of_dates { self.day(right) } else { right };
        format!("{} {how} {right}", self.operand(left))
    }

    fn one_of(&self, operand: &Operand, values: &[Value], holds: bool) -> String {
        let kind = self.type_of(operand);
        let values: Vec<String> = values.iter().map(|one| self.value(kind, one)).collect();
        let (joiner, is) =
            if holds { (OR, IS) } else { (NOR, ["is neither", "ne vaut ni", "is noch"]) };
        format!("{} {} {}", self.operand(operand), self.say(is), values.join(self.say(joiner)))
    }

    fn not(&self, holds: bool) -> &'static str {
        if holds { "" } else { self.say(["not ", "non ", "niet "]) }
    }

    /// `is at least`; of dates `is on or after`.
    fn how(&self, comparison: Comparison, of_dates: bool, holds: bool) -> String {
        let is = match (of_dates, holds) {
            (true, true) => self.say(["is", "est", "is"]),
            (true, false) => self.say(["is not", "n’est pas", "is niet"]),
            (false, true) => self.say(IS),
            (false, false) => self.say(["is not", "ne vaut pas", "is niet"]),
        };
        match comparison {
            Comparison::Equal => is.to_owned(),
            _ => format!("{is} {}", self.say(comparator(comparison, of_dates))),
        }
    }

    fn is_date(&self, operand: &Operand) -> bool {
        match operand {
            Operand::Today | Operand::Literal(Value::Date(_)) => true,
            Operand::Plus(left, _) | Operand::Minus(left, _) => self.is_date(left),
            _ => self.type_of(operand) == Some(&Type::Date),
        }
    }

    fn some_item(&self, list: FactId, body: NodeId, holds: bool) -> String {
        let list = self.law.vocabulary.fact(list).map_or("", |fact| fact.path.as_str());
        let body = self.whole_condition(body);
        if holds {
            self.say([
                format!("some item of {list} has: {body}"),
                format!("un élément de {list} a : {body}"),
                format!("een onderdeel van {list} heeft: {body}"),
            ])
        } else {
            self.say([
                format!("no item of {list} has: {body}"),
                format!("aucun élément de {list} n’a : {body}"),
                format!("geen onderdeel van {list} heeft: {body}"),
            ])
        }
    }

    fn asked_rule(&self, rule: RuleId, state: RuleState, holds: bool) -> String {
        let id = self.law.rule(rule).map_or("", |rule| rule.id.as_str());
        let asked = match state {
            RuleState::Met => ["is met", "est respectée", "is nageleefd"],
            RuleState::MetWhereApplicable => [
                "is met where applicable",
                "est respectée là où elle s’applique",
                "is nageleefd waar van toepassing",
            ],
            RuleState::Breached => ["is breached", "est enfreinte", "is geschonden"],
            RuleState::Applies => ["applies", "s’applique", "geldt"],
        };
        format!("{}{id} {}", self.not(holds), self.say(asked))
    }

    fn right_operand(&self, left: &Operand, right: &Operand) -> String {
        match right {
            Operand::Literal(found) => self.value(self.type_of(left), found),
            other => self.operand(other),
        }
    }

    /// An operand by its name; fields of an item by their own name alone.
    fn operand(&self, operand: &Operand) -> String {
        let field = |id| self.law.vocabulary.field(id).map_or("", |field| field.path.as_str());
        match operand {
            Operand::Fact(id) => {
                self.law.vocabulary.fact(*id).map_or("", |fact| fact.path.as_str()).to_owned()
            }
            Operand::Field(_, id) => last_word(field(*id)).to_owned(),
            Operand::Placement(id) => format!("placement.{}", last_word(field(*id))),
            Operand::Literal(found) => self.value(None, found),
            Operand::Parameter(id, _) => {
                self.law.parameter(*id).map(|known| known.name.clone()).unwrap_or_default()
            }
            Operand::Today => self.say(["today", "aujourd’hui", "vandaag"]).to_owned(),
            Operand::Plus(left, right) => self.sum(left, self.say(PLUS), right),
            Operand::Minus(left, right) => self.sum(left, self.say(MINUS), right),
        }
    }

    fn sum(&self, left: &Operand, sign: &str, right: &Operand) -> String {
        let right = match right {
            Operand::Literal(Value::Duration(length)) => duration(*length, self.language),
            other => self.operand(other),
        };
        format!("{} {sign} {right}", self.operand(left))
    }

    /// The type of an operand, where it has one of its own.
    #[must_use]
    pub fn type_of(&self, operand: &Operand) -> Option<&Type> {
        match operand {
            Operand::Fact(id) => Some(&self.law.vocabulary.fact(*id)?.kind),
            Operand::Field(_, id) | Operand::Placement(id) => {
                Some(&self.law.vocabulary.field(*id)?.kind)
            }
            Operand::Plus(left, _) | Operand::Minus(left, _) => self.type_of(left),
            Operand::Literal(_) | Operand::Parameter(..) | Operand::Today => None,
        }
    }
}

fn last_word(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}
