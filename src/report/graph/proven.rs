//! What was proved of rules, as edges of the dependency view.

use super::names::Names;
use crate::analysis::conflicts::{ClashKind, Conflict};
use crate::analysis::duties::Duty;
use crate::analysis::relations::{Related, Relation as Found};
use crate::analysis::witness::Witness;
use crate::graph::{Node, ProvenEdge, Relation};
use crate::report::lexicon::said;
use crate::report::manifest_yaml::manifest_yaml;

/// Words in the three languages.
type Words = [&'static str; 3];

const BREACHES_ONE: Words = [
    "a product breaches {one} and meets {other}",
    "un produit enfreint {one} et satisfait à {other}",
    "een product schendt {one} en voldoet aan {other}",
];
const NEVER_BACK: Words =
    ["; none the other way round", " ; aucun dans l’autre sens", "; geen enkel andersom"];
const EQUAL: Words = [
    "no product that both bind meets {one} and breaches {other}, or the other way round",
    "aucun produit lié par les deux ne satisfait à {one} en enfreignant {other}, ni l’inverse",
    "geen product dat beide bindt voldoet aan {one} en schendt {other}, of andersom",
];
const DISJOINT: Words = [
    "no product that both bind meets {one} and {other}",
    "aucun produit lié par les deux ne satisfait à {one} et à {other}",
    "geen product dat beide bindt voldoet aan {one} en {other}",
];
const CLASH: Words = [
    "this product is bound by {one} and {other}, and no design meets both",
    "ce produit est lié par {one} et {other}, et aucune conception ne satisfait aux deux",
    "dit product is gebonden aan {one} en {other}, en geen ontwerp voldoet aan beide",
];
const PERMISSION: Words = [
    "this product is bound by {one} and {other}, and what the one allows the other forbids",
    "ce produit est lié par {one} et {other}, et ce que l’une permet, l’autre l’interdit",
    "dit product is gebonden aan {one} en {other}, en wat de een toestaat, verbiedt de ander",
];
const TENSION: Words = [
    "this product is bound by {one} and {other}, and who follows the one does not follow the other",
    "ce produit est lié par {one} et {other}, et qui suit l’une ne suit pas l’autre",
    "dit product is gebonden aan {one} en {other}, en wie de een volgt, volgt de ander niet",
];

/// The edges of meaning that proofs give: of a pair that intersects one for each side, of a
/// smallest set that clashes one for each pair.
#[must_use]
pub fn proven_edges(
    names: Names<'_>,
    related: &[Related],
    conflicts: &[Conflict],
) -> Vec<ProvenEdge> {
    let teller = Teller { names };
    let clashes = conflicts.iter().flat_map(|conflict| teller.of_conflict(conflict));
    let mut edges: Vec<ProvenEdge> = clashes.collect();
    edges.extend(related.iter().flat_map(|related| teller.of_relation(related)));
    edges
}

struct Teller<'a> {
    names: Names<'a>,
}

impl Teller<'_> {
    fn of_relation(&self, related: &Related) -> Vec<ProvenEdge> {
        let (one, other) = (related.first, related.second);
        let (first, second) = (related.only_first.as_ref(), related.only_second.as_ref());
        let stricter = |one, other, product| {
            let said = self.say(BREACHES_ONE, one, other) + self.pick(NEVER_BACK);
            vec![self.edge(Relation::StricterThan, one, other, said, product)]
        };
        let overlap = |one, other, product| {
            let said = self.say(BREACHES_ONE, one, other);
            self.edge(Relation::Overlaps, related.first, related.second, said, product)
        };
        match related.relation {
            Found::Stricter => stricter(one, other, first),
            Found::Looser => stricter(other, one, second),
            Found::Equal => {
                let said = self.say(EQUAL, one, other);
                vec![self.edge(Relation::EqualTo, one, other, said, None)]
            }
            Found::Disjoint => {
                let said = self.say(DISJOINT, one, other);
                vec![self.edge(Relation::ConflictsWith, one, other, said, None)]
            }
            Found::Intersects => vec![overlap(one, other, first), overlap(other, one, second)],
            Found::Unrelated | Found::Unclear(_) => Vec::new(),
        }
    }

    fn of_conflict(&self, conflict: &Conflict) -> Vec<ProvenEdge> {
        let words = match conflict.kind {
            ClashKind::Duties => CLASH,
            ClashKind::Permission => PERMISSION,
            ClashKind::Tension => TENSION,
        };
        let mut edges = Vec::new();
        for (at, &one) in conflict.duties.iter().enumerate() {
            for &other in conflict.duties.iter().skip(at + 1) {
                let said = self.say(words, one, other);
                let product = Some(&conflict.product);
                edges.push(self.edge(Relation::ConflictsWith, one, other, said, product));
            }
        }
        edges
    }

    fn edge(
        &self,
        relation: Relation,
        one: Duty,
        other: Duty,
        said: String,
        product: Option<&Witness>,
    ) -> ProvenEdge {
        let vocabulary = &self.names.law.vocabulary;
        let product = product.map(|product| manifest_yaml(vocabulary, &product.manifest));
        ProvenEdge {
            from: Node::Rule(one.rule),
            to: Node::Rule(other.rule),
            relation,
            said,
            product,
        }
    }

    fn say(&self, words: Words, one: Duty, other: Duty) -> String {
        let name = |duty: Duty| self.names.name(Node::Rule(duty.rule));
        self.pick(words).replace("{one}", &name(one)).replace("{other}", &name(other))
    }

    fn pick(&self, words: Words) -> &'static str {
        said(words, self.names.language)
    }
}
