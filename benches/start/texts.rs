//! What is loaded: parts of the shipped rulesets, and rulesets that never were.

use comity::Library;
use comity::catalogue::shipped;
use comity::model::law::Law;
use comity::model::vocabulary::Type;
use comity::source::FileId;
use comity::syntax::ast::{Clause, File, Head};
use comity::syntax::parse_without_examples;
use std::fmt::Write as _;

/// Rules of one synthetic ruleset.
const IN_A_RULESET: usize = 100;

/// Texts that are loaded together, with their names.
pub(crate) struct Texts {
    pub(crate) files: Vec<(String, String)>,
}

/// A shipped text: its id, and those of the rulesets that it uses. What every ruleset rests on has none.
struct Shipped {
    id: Option<String>,
    uses: Vec<String>,
    file: (String, String),
}

impl Texts {
    pub(crate) fn shipped() -> Texts {
        let files = shipped().into_iter();
        Texts { files: files.map(|file| (file.path.to_owned(), file.text.into_owned())).collect() }
    }

    /// The base alone, then with a quarter, half, three quarters and all of the rulesets, in the
    /// order of their paths. What one uses comes with it.
    pub(crate) fn quarters(&self) -> impl Iterator<Item = (String, Texts)> {
        let all: Vec<Shipped> = self.files.iter().map(told).collect();
        let ids: Vec<String> = all.iter().filter_map(|text| text.id.clone()).collect();
        (0..=4).map(move |quarter| {
            let mut wanted: Vec<String> = Vec::new();
            for id in &ids {
                if wanted.len() * 4 < ids.len() * quarter {
                    take(&all, id, &mut wanted);
                }
            }
            let is_wanted = |text: &&Shipped| text.id.as_ref().is_none_or(|id| wanted.contains(id));
            let files = all.iter().filter(is_wanted).map(|text| text.file.clone()).collect();
            (wanted.len().to_string(), Texts { files })
        })
    }

    /// So many rules on the shipped vocabulary and jurisdictions.
    pub(crate) fn synthetic(count: usize) -> Texts {
        let library = Library::shipped_without_examples().expect("the rulesets load");
        let facts = yes_no_facts(library.law());
        let base = Texts::shipped().files.into_iter().filter(|file| told(file).id.is_none());
        let made = (0..count).step_by(IN_A_RULESET).map(|first| {
            let text = ruleset(first, IN_A_RULESET.min(count - first), &facts);
            (format!("synthetic/{first}.comity"), text)
        });
        Texts { files: base.chain(made).collect() }
    }
}

/// Takes a ruleset with all that it uses.
fn take(all: &[Shipped], id: &str, wanted: &mut Vec<String>) {
    if wanted.iter().any(|other| other == id) {
        return;
    }
    wanted.push(id.to_owned());
    for text in all.iter().filter(|text| text.id.as_deref() == Some(id)) {
        text.uses.iter().for_each(|used| take(all, used, wanted));
    }
}

fn told(file: &(String, String)) -> Shipped {
    let tree = parse_without_examples(FileId(0), &file.1).file;
    Shipped { id: ruleset_id(&tree), uses: used_by(&tree), file: file.clone() }
}

fn ruleset_id(tree: &File) -> Option<String> {
    match &tree.blocks.first()?.head.node {
        Head::Ruleset { id, .. } => Some(id.node.clone()),
        _ => None,
    }
}

fn used_by(tree: &File) -> Vec<String> {
    let clauses = tree.blocks.iter().flat_map(|block| &block.clauses);
    let used = clauses.filter_map(|clause| match &clause.node {
        Clause::UsesRuleset { id, .. } => Some(id.node.clone()),
        _ => None,
    });
    used.collect()
}

fn yes_no_facts(law: &Law) -> Vec<String> {
    let facts = law.vocabulary.facts.iter();
    let answered = facts.filter(|(_, fact)| matches!(fact.kind, Type::YesNo));
    answered.map(|(path, _)| path.clone()).collect()
}

/// A ruleset whose rules ask each three other facts.
fn ruleset(first: usize, count: usize, facts: &[String]) -> String {
    let mut text = format!("ruleset synthetic.from{first} edition 1.\n{HEADER}");
    for number in first..first + count {
        let fact =
            |step: usize| &facts[(number * 7 + step * (1 + number / facts.len())) % facts.len()];
        let _ = write!(
            text,
            "\nrule {number}:\n{RULE}  must all of:\n    (a) {};\n    (b) not {};\n    (c) {} or \
             product.kind includes camera.\n",
            fact(0),
            fact(1),
            fact(2),
        );
    }
    text
}

const HEADER: &str = r#"  title en "Synthetic rules".
  source <https://example.org/synthetic> read 2026-01-01.
  issued as law by "Nobody".
  applies in GB.
  in force from 2026-01-01.
  confidence unverified "invented to be measured".
  uses vocabulary iot edition 1.
"#;

const RULE: &str = r#"  title en "A rule that never was"
    fr "Une règle qui n'a jamais existé"
    nl "Een regel die er nooit was".
  citing "paragraph 1".
  addressed to manufacturer.
  serves security.
"#;
