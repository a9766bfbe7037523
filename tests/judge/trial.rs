//! One world before both judges: where they say something else, if they do.

use crate::dice::Dice;
use crate::drafts::{DAYS, World};
use crate::engine;
use crate::mind::{Case, Judged, Law, Product, cases, judge};
use comity::Library;
use comity::eval::coverage::Coverage;
use comity::eval::examples::run_example;
use comity::jiff::civil::Date;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::fmt;

pub(crate) const PLACES: [&str; 5] = ["EU", "NL", "BE", "uk", "GB-NIR"];
const LEVELS: [Option<&str>; 7] =
    [None, None, None, None, None, Some("declared"), Some("lab_tested")];

/// A manifest asked in a place on a day, and the level of evidence that is needed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Question {
    pub(crate) manifest: usize,
    pub(crate) place: &'static str,
    pub(crate) on: Date,
    pub(crate) needed: Option<&'static str>,
}

/// What the two say of one rule.
#[derive(Debug, Clone)]
pub(crate) struct Difference {
    /// The question, or none for an example.
    pub(crate) question: Option<Question>,
    pub(crate) rule: String,
    pub(crate) second: String,
    pub(crate) engine: String,
}

/// A world that both can read.
pub(crate) struct Court {
    pub(crate) library: Library,
    law: Law,
}

impl Court {
    /// Nothing but the faults where the texts have some.
    pub(crate) fn open(world: &World) -> Result<Court, String> {
        let texts = world.texts.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        let library = Library::from_texts(texts.clone()).map_err(|faults| {
            let told = faults.iter().map(|fault| {
                let line = fault.line_column().0;
                let text = fault.source.text.lines().nth(line - 1).unwrap_or_default();
                format!("{}:{line}: {}: {text}", fault.source.name, fault.kind)
            });
            told.collect::<Vec<_>>().join("\n")
        })?;
        Ok(Court { library, law: Law::read(texts.map(|(_, text)| text)) })
    }

    /// All verdicts on the question.
    pub(crate) fn ask(&self, manifest: &Json, question: Question) -> [Vec<Judged>; 2] {
        let with: Vec<String> =
            self.library.law().rulesets.iter().map(|set| set.id.clone()).collect();
        let at = (question.place, question.on);
        let product = Product::of_manifest(&self.law, manifest);
        let read = self.library.read_manifest("product.json", manifest.to_string().as_bytes());
        let read = read.unwrap_or_else(|faults| panic!("{faults:?}"));
        [
            judge(&self.law, &product, at, &with, question.needed),
            engine::judge(&self.library, &read, at, &with, question.needed),
        ]
    }

    /// Where the two differ on the question, and how many verdicts were told.
    pub(crate) fn differ(
        &self,
        manifest: &Json,
        question: Question,
    ) -> (Vec<Judged>, Option<Difference>) {
        let [second, engine] = self.ask(manifest, question);
        let places = |all: &[Judged]| all.iter().map(|one| one.place.clone()).collect::<Vec<_>>();
        if places(&second) != places(&engine) {
            let (second, engine) =
                (format!("{:?}", places(&second)), format!("{:?}", places(&engine)));
            let question = Some(question);
            let rule = "markets".to_owned();
            return (Vec::new(), Some(Difference { question, rule, second, engine }));
        }
        let difference = second.iter().zip(&engine).find_map(|(second, engine)| {
            let (rule, [second, engine]) = first_difference(&second.verdicts, &engine.verdicts)?;
            let question = Some(question);
            Some(Difference { question, rule, second, engine })
        });
        (second, difference)
    }

    /// Where the two differ on what examples expect, and how many expectations there are.
    pub(crate) fn differ_in_examples(&self) -> (usize, Option<Difference>) {
        let told =
            |case: Case| (format!("{}, {}, {}", case.ruleset, case.example, case.rule), case.found);
        let second: Verdicts = cases(&self.law).into_iter().map(told).collect();
        let difference = first_difference(&second, &self.examples_of_engine());
        let difference = difference.map(|(rule, [second, engine])| Difference {
            question: None,
            rule,
            second,
            engine,
        });
        (second.len(), difference)
    }

    fn examples_of_engine(&self) -> Verdicts {
        let law = self.library.law();
        let mut found = Verdicts::new();
        for example in &law.examples {
            let set = law.ruleset(example.ruleset).unwrap();
            let rules: Vec<_> = law.rules_of(example.ruleset).map(|(id, _)| id).collect();
            let mut coverage = Coverage::new(law, &rules);
            for result in run_example(law, example, &mut coverage) {
                let rule = engine::id_of(law, result.expectation.rule);
                let named = format!("{}@{}, {}, {rule}", set.id, set.edition, example.name);
                found.insert(named, result.explanation.verdict.words());
            }
        }
        found
    }
}

/// Verdicts by what they are of.
type Verdicts = BTreeMap<String, &'static str>;

/// What the two first say otherwise, by what it is of.
fn first_difference(second: &Verdicts, engine: &Verdicts) -> Option<(String, [String; 2])> {
    let rules = second.keys().chain(engine.keys());
    let differs = |rule: &&String| second.get(*rule) != engine.get(*rule);
    let rule = rules.into_iter().find(differs)?;
    let told = |all: &Verdicts| all.get(rule).unwrap_or(&"nothing").to_string();
    Some((rule.clone(), [told(second), told(engine)]))
}

/// What is asked of a world: every manifest in some places, on some days.
pub(crate) fn questions(seed: u64, world: &World) -> Vec<Question> {
    let mut dice = Dice::new(seed ^ 0x5eed);
    let asked = (0..world.manifests.len()).flat_map(|manifest| [manifest; 3]);
    asked
        .map(|manifest| Question {
            manifest,
            place: dice.pick(&PLACES),
            on: dice.pick(&DAYS).parse().unwrap(),
            needed: dice.pick(&LEVELS),
        })
        .collect()
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Difference { question, rule, second, engine, .. } = self;
        match question {
            Some(Question { place, on, needed, .. }) => {
                write!(f, "{rule} in {place} on {on}, evidence {needed:?}")?;
            }
            None => write!(f, "the example {rule}")?,
        }
        write!(f, ":\n  second judge: {second}\n  engine:       {engine}")
    }
}
