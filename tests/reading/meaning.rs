//! What a rule means, spelled out from the model without any words of a reading: two rules whose
//! readings are the same must be the same here.
//!
//! Two ways to write one condition that no product tells apart count as one: a choice of one
//! value, a set of one member, a row inside the row that says what an entry is.

use comity::model::condition::{Binder, Node, NodeId, Operand};
use comity::model::law::Law;
use comity::model::rule::{Clause, ClauseRole, Rule, RuleId};
use comity::model::ruleset::RulesetId;
use comity::model::value::Value;

/// The meaning of a rule, its scope and its routes each in the order of the text.
pub(crate) fn meaning(law: &Law, id: RuleId) -> String {
    let rule = law.rule(id).unwrap();
    let of = |roles: &[ClauseRole]| {
        let clauses = rule.clauses.iter().filter(|clause| roles.contains(&clause.role));
        clauses.map(|found| clause(law, rule, found)).collect::<Vec<_>>()
    };
    let lifting = law.rules_of(rule.ruleset).filter(|(_, other)| other.overrides.contains(&id));
    format!(
        "{:?} {:?} {:?} {:?} {:?}\nscope {:#?}\nfilter {:#?}\nnorm {:#?}\nroutes {:#?}\n{:?} {:?} {:?}",
        rule.modality,
        rule.addressees,
        rule.in_force,
        rule.trigger,
        rule.list(law),
        of(&[ClauseRole::Applies, ClauseRole::Except]),
        of(&[ClauseRole::Filter]),
        of(&[ClauseRole::Norm]),
        of(&[
            ClauseRole::Unless,
            ClauseRole::UnlessInstead,
            ClauseRole::Instead,
            ClauseRole::Deemed
        ]),
        rule.overrides.iter().map(|&other| named(law, rule, other)).collect::<Vec<_>>(),
        lifting.map(|(other, _)| named(law, rule, other)).collect::<Vec<_>>(),
        rule.claims
            .iter()
            .map(|claimed| (claimed.claim.word(), named(law, rule, claimed.of)))
            .collect::<Vec<_>>(),
    )
}

fn clause(law: &Law, rule: &Rule, clause: &Clause) -> String {
    let citation = clause.citation.as_ref().map(|citation| &citation.pinpoint);
    let condition = told(law, rule, clause.condition);
    format!("{:?} {:?} {citation:?} {condition}", clause.role, clause.period)
}

/// Another rule, by its number in the same ruleset and by its whole id in another.
fn named(law: &Law, rule: &Rule, other: RuleId) -> String {
    let other = law.rule(other).unwrap();
    let ruleset = |id: RulesetId| law.ruleset(id).map(|set| (&set.id, &set.edition)).unwrap();
    if other.ruleset == rule.ruleset {
        other.number.clone()
    } else {
        format!("{:?}/{}", ruleset(other.ruleset), other.number)
    }
}

fn told(law: &Law, rule: &Rule, id: NodeId) -> String {
    let told_all = |parts: &[NodeId]| {
        parts.iter().map(|&part| told(law, rule, part)).collect::<Vec<_>>().join(", ")
    };
    match law.graph.get(id).unwrap() {
        Node::And(parts) => format!("and[{}]", told_all(parts)),
        Node::Or(parts) => format!("or[{}]", told_all(parts)),
        Node::Not(part) => format!("not[{}]", told(law, rule, *part)),
        Node::Some { binder, list, body, .. } => {
            let who = if *binder == Binder::Rule { "rule" } else { "some" };
            format!("{who}[{list:?}: {}]", told_all(&entry(law, *body)))
        }
        Node::Rule { rule: other, state, .. } => format!("{}:{state:?}", named(law, rule, *other)),
        Node::Judged(id) => format!("judged[{:?}]", law.judgement(*id).unwrap().text),
        Node::Compare { left, comparison, right } => {
            format!("{} {comparison:?} {}", operand(law, left), operand(law, right))
        }
        Node::In { operand: left, values } => match values.as_slice() {
            [one] => format!("{} Equal {one:?}", operand(law, left)),
            _ => format!("{} in {values:?}", operand(law, left)),
        },
        Node::Includes { operand: left, members, all } => {
            let all = *all || is_single(members);
            format!("{} includes {members:?} {all}", operand(law, left))
        }
        other => format!("{other:?}"),
    }
}

/// What an entry must be, rows within rows laid out.
fn entry(law: &Law, body: NodeId) -> Vec<NodeId> {
    match law.graph.get(body) {
        Some(Node::And(parts)) => parts.iter().flat_map(|&part| entry(law, part)).collect(),
        _ => vec![body],
    }
}

fn is_single(members: &Value) -> bool {
    match members {
        Value::Set(bits) => bits.count_ones() == 1,
        Value::Texts(texts) => texts.len() == 1,
        _ => false,
    }
}

/// An operand; a parameter by its name and values, since each ruleset has its own.
fn operand(law: &Law, found: &Operand) -> String {
    let sum =
        |sign, left, right| format!("({} {sign} {})", operand(law, left), operand(law, right));
    match found {
        Operand::Literal(value) => format!("{value:?}"),
        Operand::Parameter(id, clock) => {
            let parameter = law.parameter(*id).unwrap();
            format!("{} {:?} {clock:?}", parameter.name, parameter.values)
        }
        Operand::Plus(left, right) => sum("+", left, right),
        Operand::Minus(left, right) => sum("-", left, right),
        other => format!("{other:?}"),
    }
}
