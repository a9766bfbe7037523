//! How long support must last: five years in the European Union, from a day on; in the United
//! Kingdom as long as the maker says, and no court could read a number into it.

use super::{SHIPPED, law};
use comity::CheckRequest;
use comity::eval::verdict::Verdict;
use comity::model::condition::{Node, NodeId, Operand};
use comity::model::value::Value;
use comity::model::vocabulary::FactId;
use std::collections::BTreeSet;

/// The verdict of Article 13(8) on a camera with that support, all units placed on that day.
fn support_in_europe(length: &str, placed: &str) -> Verdict {
    let text = format!(
        "comity: 1
product: {{kind: [camera], audience: [consumer], identical_spare_part: false, defence_only: false}}
net: {{internet_capable: true}}
market:
  expected_lifetime: P10Y
  placements:
    - {{territory: NL, first_placed: \"{placed}\", last_placed: \"{placed}\", last_made_available: \"{placed}\"}}
support: {{min_length: {length}, start_event: purchase, security_end: absent}}
"
    );
    let read = SHIPPED.read_manifest("camera.yaml", text.as_bytes());
    let manifest = read.unwrap_or_else(|faults| panic!("{} in:\n{text}", faults[0].kind));
    let request = CheckRequest::on("2028-06-01".parse().unwrap()).within(["nl"]);
    let markets = SHIPPED.check(&manifest, &request).unwrap();
    let (rule, _) = law().find_rule("eu.cra.art13.8").expect("the rule is shipped");
    let found = markets.iter().flat_map(|market| &market.rules).find(|found| found.rule == rule);
    found.expect("it applies in the Netherlands").verdict
}

#[test]
fn five_years_bind_what_is_placed_from_their_first_day() {
    assert_eq!(support_in_europe("P4Y11M", "2027-12-11"), Verdict::Breached);
    assert_eq!(support_in_europe("P4Y11M", "2027-12-10"), Verdict::NotInForce);
    assert_eq!(support_in_europe("P5Y", "2027-12-11"), Verdict::Met);
}

/// The facts that say how long support lasts.
fn is_support(operand: &Operand) -> bool {
    let facts = ["support.min_length", "support.security_end"];
    let facts: BTreeSet<FactId> =
        facts.iter().map(|path| law().vocabulary.find(path).expect("it is declared").0).collect();
    any_part(operand, &|part| matches!(part, Operand::Fact(fact) if facts.contains(fact)))
}

/// A length of time that is written in the law, by itself or as a parameter.
fn is_constant_length(operand: &Operand) -> bool {
    let is_length = |value: &Value| matches!(value, Value::Duration(_));
    any_part(operand, &|part| match part {
        Operand::Literal(value) => is_length(value),
        Operand::Parameter(id, _) => {
            let values = law().parameter(*id).map(|parameter| parameter.values.as_slice());
            values.unwrap_or_default().iter().any(|(value, _)| is_length(value))
        }
        _ => false,
    })
}

fn any_part(operand: &Operand, wanted: &dyn Fn(&Operand) -> bool) -> bool {
    match operand {
        Operand::Plus(left, right) | Operand::Minus(left, right) => {
            any_part(left, wanted) || any_part(right, wanted)
        }
        _ => wanted(operand),
    }
}

/// Whether a condition holds the length of support against a constant one.
fn fixes_support(node: &Node) -> bool {
    match node {
        Node::Compare { left, right, .. } => {
            (is_support(left) || is_support(right))
                && (is_constant_length(left) || is_constant_length(right))
        }
        Node::In { operand, values } => {
            is_support(operand) && values.iter().any(|value| matches!(value, Value::Duration(_)))
        }
        _ => false,
    }
}

/// The rules of a ruleset in whose conditions, and those of rules they name, that holds.
fn rules_that_fix_support(ruleset: &str) -> Vec<&'static str> {
    let rules = law()
        .rules
        .iter()
        .filter(|rule| law().ruleset(rule.ruleset).is_some_and(|own| own.id == ruleset));
    let fixes = |root: NodeId| {
        let mut open = vec![root];
        let mut seen = BTreeSet::new();
        while let Some(id) = open.pop() {
            if !seen.insert(id) {
                continue;
            }
            let node = law().graph.get(id).expect("the node is in the graph");
            if fixes_support(node) {
                return true;
            }
            open.extend(parts(node));
        }
        false
    };
    let found = rules.filter(|rule| rule.meaning.nodes().into_iter().any(fixes));
    found.map(|rule| rule.number.as_str()).collect()
}

fn parts(node: &Node) -> Vec<NodeId> {
    match node {
        Node::And(parts) | Node::Or(parts) => parts.clone(),
        Node::Not(part) | Node::Some { body: part, .. } | Node::Rule { node: part, .. } => {
            vec![*part]
        }
        _ => Vec::new(),
    }
}

#[test]
fn law_of_europe_fixes_a_length_of_support() {
    assert!(rules_that_fix_support("eu.cra").contains(&"art13.8"));
}

#[test]
fn law_of_the_united_kingdom_fixes_no_length_of_support() {
    assert_eq!(rules_that_fix_support("uk.psti"), [""; 0]);
}
