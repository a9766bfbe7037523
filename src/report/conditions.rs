//! Writes a condition of the graph in the words of the language, for use inside a phrase.

use super::phrases::Phrases;
use super::words::{period, trigger, value};
use crate::model::condition::{Comparison, Node, NodeId, Operand, RuleState};
use crate::model::rule::RuleId;
use crate::model::value::Value;
use crate::model::vocabulary::Type;

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
            Some(Node::Constant(holds)) => if *holds { "always" } else { "never" }.to_owned(),
            Some(Node::And(parts)) => self.row(parts, " and "),
            Some(Node::Or(parts)) => self.row(parts, " or "),
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
            Some(Node::And(_) | Node::Or(_)) => format!("not ({})", self.whole_condition(part)),
            Some(node) => self.simple(node, false),
            None => String::new(),
        }
    }

    /// A condition without parts that are rows, or its opposite.
    fn simple(&self, node: &Node, holds: bool) -> String {
        let choose = |yes: &'static str, no: &'static str| if holds { yes } else { no };
        match node {
            Node::Holds(operand) => format!("{}{}", choose("", "not "), self.operand(operand)),
            Node::Compare { left, comparison, right } => {
                let how = comparator(*comparison, holds);
                format!("{} {how} {}", self.operand(left), self.right_operand(left, right))
            }
            Node::In { operand, values } => {
                let kind = self.type_of(operand);
                let values: Vec<String> = values.iter().map(|one| value(kind, one)).collect();
                let values = values.join(choose(" or ", " nor "));
                format!("{} is {}{values}", self.operand(operand), choose("", "neither "))
            }
            Node::Includes { operand, members, .. } => {
                let members = value(self.type_of(operand), members);
                let members = members.trim_matches(['{', '}']);
                format!("{} {} {members}", self.operand(operand), choose("includes", "excludes"))
            }
            Node::Empty(operand) => {
                format!("{} is {}empty", self.operand(operand), choose("", "not "))
            }
            Node::Present(operand) => {
                format!("{} is {}", self.operand(operand), choose("present", "absent"))
            }
            Node::Some { list, body, .. } => {
                let list = self.law.vocabulary.fact(*list).map_or("", |fact| fact.path.as_str());
                let body = self.whole_condition(*body);
                format!("{} item of {list} has: {body}", choose("some", "no"))
            }
            Node::Judged(_) => format!("{}judged", choose("", "not ")),
            Node::Rule { rule, state, .. } => self.asked_rule(*rule, *state, holds),
            Node::CheckedIn(days) => {
                format!("{}checked {}", choose("", "not "), period(days).unwrap_or_default())
            }
            Node::Triggered(event) => format!("{}{}", choose("", "not "), trigger(event)),
            Node::Constant(_) | Node::And(_) | Node::Or(_) | Node::Not(_) => String::new(),
        }
    }

    fn asked_rule(&self, rule: RuleId, state: RuleState, holds: bool) -> String {
        let id = self.law.rule(rule).map_or("", |rule| rule.id.as_str());
        let asked = match state {
            RuleState::Met => "is met",
            RuleState::MetWhereApplicable => "is met where applicable",
            RuleState::Breached => "is breached",
            RuleState::Applies => "applies",
        };
        if holds { format!("{id} {asked}") } else { format!("not {id} {asked}") }
    }

    fn right_operand(&self, left: &Operand, right: &Operand) -> String {
        match right {
            Operand::Literal(found) => value(self.type_of(left), found),
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
            Operand::Literal(found) => value(None, found),
            Operand::Parameter(id, _) => {
                self.law.parameter(*id).map(|known| known.name.clone()).unwrap_or_default()
            }
            Operand::Today => "today".to_owned(),
            Operand::Plus(left, right) => self.sum(left, "plus", right),
            Operand::Minus(left, right) => self.sum(left, "minus", right),
        }
    }

    fn sum(&self, left: &Operand, sign: &str, right: &Operand) -> String {
        let right = match right {
            Operand::Literal(Value::Duration(length)) => super::words::duration(*length),
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

fn comparator(comparison: Comparison, holds: bool) -> &'static str {
    match (comparison, holds) {
        (Comparison::Equal, true) => "is",
        (Comparison::Equal, false) => "is not",
        (Comparison::AtLeast, true) => "is at least",
        (Comparison::AtMost, true) => "is at most",
        (Comparison::MoreThan, true) => "is more than",
        (Comparison::LessThan, true) => "is less than",
        (Comparison::AtLeast, false) => "is not at least",
        (Comparison::AtMost, false) => "is not at most",
        (Comparison::MoreThan, false) => "is not more than",
        (Comparison::LessThan, false) => "is not less than",
    }
}
