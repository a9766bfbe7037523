//! Finds nodes by the names that people give them.

use super::build::all_labels;
use super::node::Node;
use crate::model::law::Law;

/// The nodes of that name: a rule (`uk.psti.sch1.1`, `etsi.en303645@2.1.1/5.1-1`), a ruleset, a
/// fact, a term or parameter (`uk.psti.connectable`), a label (`jc_star`) or a territory (`nl`).
/// A rule, term or ruleset of which there are several editions is found in each.
#[must_use]
pub fn find(law: &Law, name: &str) -> Vec<Node> {
    let name = name.trim();
    let written = in_rulesets(law, name);
    if !written.is_empty() {
        return written;
    }
    let fact = law.vocabulary.find(name).map(|(id, _)| Node::Fact(id));
    let field = || {
        let (list, field) = name.rsplit_once('.')?;
        let (list, _) = law.vocabulary.find(list)?;
        law.vocabulary.find_field(list, field).map(|(id, _)| Node::Field(id))
    };
    let label = || all_labels(law).find(|(_, word)| *word == name).map(|(node, _)| node);
    let territory = || law.jurisdictions.find(name).map(Node::Jurisdiction);
    fact.or_else(field).or_else(label).or_else(territory).into_iter().collect()
}

/// Rulesets, and what is written in them.
fn in_rulesets(law: &Law, name: &str) -> Vec<Node> {
    let mut found = Vec::new();
    for (id, ruleset) in law.iter_rulesets() {
        let edition = format!("{}@{}", ruleset.id, ruleset.edition);
        if name == ruleset.id || name == edition {
            found.push(Node::Ruleset(id));
        }
        let inside = [&edition, &ruleset.id].into_iter().find_map(|id| inside(name, id));
        let Some(inside) = inside else { continue };
        let rules = law.rules_of(id).filter(|(_, rule)| rule.number == inside);
        found.extend(rules.map(|(rule, _)| Node::Rule(rule)));
        let terms = law.iter_terms().filter(|(_, term)| term.ruleset == id && term.name == inside);
        found.extend(terms.map(|(term, _)| Node::Term(term)));
        let parameters = law
            .iter_parameters()
            .filter(|(_, parameter)| parameter.ruleset == id && parameter.name == inside);
        found.extend(parameters.map(|(parameter, _)| Node::Parameter(parameter)));
    }
    found
}

/// What follows the id of a ruleset: after a dot, a slash or a blank.
fn inside<'n>(name: &'n str, ruleset: &str) -> Option<&'n str> {
    let rest = name.strip_prefix(ruleset)?;
    rest.strip_prefix(['.', '/', ' ']).map(str::trim)
}
