//! Do the examples of a ruleset notice when it says something else? Each small change of its text
//! is made alone, and every example that could notice is judged anew.

mod clauses;
mod conditions;
mod propose;
mod sites;
mod trial;
mod values;
mod write;

pub use propose::Proposal;
pub use sites::Change;
pub use write::written;

use super::{Library, editions};
use crate::analysis::apart::{Apart, Shown, apart};
use crate::analysis::limits::CONFLICTS_OF_CHANGE;
use crate::analysis::problem::Limits;
use crate::analysis::solver::Budget;
use crate::eval::examples::all_pass;
use crate::model::example::Example;
use crate::model::jurisdiction::JurisdictionId;
use crate::model::law::Law;
use crate::model::rule::RuleId;
use crate::model::ruleset::RulesetId;
use crate::resolve::Base;
use crate::syntax::ast::{File, Head};
use crate::syntax::parse;
use sites::Sites;
use std::collections::{BTreeMap, BTreeSet};
use trial::{Scene, give_back, law_of};

/// A change, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// The change.
    pub change: Change,
    /// Which change it is.
    pub place: Place,
    /// What came of it.
    pub fate: Fate,
}

/// Which change of a text it is: its number among those of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Position of the block.
    pub block: usize,
    /// Number of the change.
    pub number: usize,
}

/// What came of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// An example no longer comes out as expected.
    Noticed,
    /// The text has a fault then: nobody could load it.
    Refused,
    /// No verdict on any product is another one: proved. It counts for nothing.
    Equal,
    /// Every example comes out as before.
    Survived(Option<Box<Separating>>),
}

/// A product on which a rule and its changed version differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Separating {
    /// The rule, which may be another than the one that is changed: it rests on that.
    pub rule: RuleId,
    /// Where the product is placed.
    pub place: JurisdictionId,
    /// The product; before is the rule as it is, after as it is changed.
    pub shown: Shown,
}

/// The texts of a library, ready to be changed.
#[derive(Debug)]
pub struct Mutations<'l> {
    library: &'l Library,
    base: Base,
    files: BTreeMap<RulesetId, File>,
}

impl Library {
    /// Reads the texts of all rulesets again, to change them one place at a time.
    #[must_use]
    pub fn mutations(&self) -> Mutations<'_> {
        let law = self.law();
        let file = |(id, span): (RulesetId, crate::source::Span)| {
            let text = &self.sources.get(span.file)?.text;
            Some((id, parse(span.file, text).file))
        };
        let spans = law.iter_rulesets().map(|(id, ruleset)| (id, ruleset.span));
        let (vocabulary, jurisdictions) = (law.vocabulary.clone(), law.jurisdictions.clone());
        let files = spans.filter_map(file).collect();
        Mutations { library: self, base: Base { vocabulary, jurisdictions }, files }
    }
}

impl Mutations<'_> {
    /// A ruleset with the texts that it needs, and those whose examples rest on it. Examples that
    /// do not come out as it is notice nothing: they are left aside.
    #[must_use]
    pub fn of(&self, ruleset: RulesetId) -> Option<Subject<'_>> {
        let file = self.files.get(&ruleset)?;
        let own = self.scene(ruleset, &BTreeSet::from([ruleset]));
        let users = self.users(ruleset);
        let users = (!users.is_empty()).then(|| self.scene(ruleset, &users));
        Some(Subject { mutations: self, ruleset, file, own, users })
    }

    /// All that those rulesets need but the one that is changed, with their examples.
    fn scene(&self, changed: RulesetId, asked: &BTreeSet<RulesetId>) -> Scene<'_> {
        let needed = self.needed(asked);
        let files: Vec<&File> = needed.iter().filter_map(|id| self.files.get(id)).collect();
        let mut base = self.base.clone();
        let law = law_of(&mut base, self.library.sources(), &files, None).unwrap_or_default();
        let whole = self.library.law();
        let is_same = |id: RulesetId, own: RulesetId| {
            let name = law.ruleset(own).map(|own| (&own.id, &own.edition));
            whole.ruleset(id).map(|own| (&own.id, &own.edition)) == name
        };
        let is_asked = |own: RulesetId| asked.iter().any(|id| is_same(*id, own));
        let counts = |one: &&Example| is_asked(one.ruleset) && passes(&law, one);
        let examples = law.examples.iter().filter(counts).cloned().collect();
        let own = law.iter_rules().filter(|(_, rule)| is_same(changed, rule.ruleset));
        let numbers = own.map(|(id, rule)| (rule.number.clone(), id)).collect();
        let others = needed.iter().filter(|id| **id != changed);
        Scene { others: others.filter_map(|id| self.files.get(id)).collect(), examples, numbers }
    }

    /// Those rulesets and all that they name, however far.
    fn needed(&self, asked: &BTreeSet<RulesetId>) -> BTreeSet<RulesetId> {
        let mut found = BTreeSet::new();
        let mut open: Vec<RulesetId> = asked.iter().copied().collect();
        while let Some(id) = open.pop() {
            if found.insert(id) {
                let uses = self.library.law().ruleset(id).into_iter().flat_map(|own| &own.uses);
                open.extend(uses.map(|used| used.ruleset));
            }
        }
        found
    }

    /// The other rulesets that name this one, however far.
    fn users(&self, ruleset: RulesetId) -> BTreeSet<RulesetId> {
        let all = self.files.keys().copied().filter(|&id| id != ruleset);
        all.filter(|&id| self.needed(&BTreeSet::from([id])).contains(&ruleset)).collect()
    }
}

/// A ruleset whose places are changed one at a time.
#[derive(Debug)]
pub struct Subject<'m> {
    mutations: &'m Mutations<'m>,
    ruleset: RulesetId,
    file: &'m File,
    own: Scene<'m>,
    users: Option<Scene<'m>>,
}

impl Subject<'_> {
    /// The ruleset.
    #[must_use]
    pub fn ruleset(&self) -> RulesetId {
        self.ruleset
    }

    /// How many blocks the text has: each can be tried by itself.
    #[must_use]
    pub fn blocks(&self) -> usize {
        self.file.blocks.len()
    }

    /// Makes every change of a block, one at a time.
    #[must_use]
    pub fn tried(&self, block: usize) -> Vec<Tried> {
        let Some(original) = self.file.blocks.get(block) else { return Vec::new() };
        let mut sites = Sites::default();
        clauses::block(&mut sites, &mut original.clone());
        if sites.found.is_empty() {
            return Vec::new();
        }
        let rule = match &original.head.node {
            Head::Rule(number) => self.own.numbers.get(&number.node).copied(),
            _ => None,
        };
        let mut bench = Bench { base: self.mutations.base.clone(), file: self.file.clone(), rule };
        let changes = sites.found.into_iter().enumerate();
        changes
            .map(|(number, change)| {
                let place = Place { block, number };
                self.make(&mut bench, place);
                Tried { change, place, fate: self.fate(&mut bench) }
            })
            .collect()
    }

    /// Writes a block as it is, but for one change.
    fn make(&self, bench: &mut Bench, place: Place) {
        let Place { block, number } = place;
        if let (Some(own), Some(original)) =
            (bench.file.blocks.get_mut(block), self.file.blocks.get(block))
        {
            own.clone_from(original);
            clauses::block(&mut Sites::making(number), own);
        }
    }

    fn fate(&self, bench: &mut Bench) -> Fate {
        let sources = self.mutations.library.sources();
        let mut passes =
            |scene: &Scene<'_>, rule| scene.passes(&mut bench.base, sources, &bench.file, rule);
        match passes(&self.own, bench.rule) {
            None => return Fate::Refused,
            Some(false) => return Fate::Noticed,
            Some(true) => {}
        }
        if self.users.as_ref().is_some_and(|users| passes(users, None) == Some(false)) {
            return Fate::Noticed;
        }
        self.compared(bench)
    }

    /// The text beside itself as it is changed: proved equal, or told apart by a product.
    fn compared(&self, bench: &mut Bench) -> Fate {
        let mut changed = bench.file.clone();
        editions::rename(&mut changed);
        let mut files = self.own.others.clone();
        files.extend([self.file, &changed]);
        let sources = self.mutations.library.sources();
        let nobody = crate::source::FileId(u32::MAX);
        let Some(mut law) = law_of(&mut bench.base, sources, &files, Some(nobody)) else {
            return Fate::Refused;
        };
        let fate = self.told_apart(&law);
        give_back(&mut bench.base, &mut law);
        fate
    }

    fn told_apart(&self, law: &Law) -> Fate {
        let budget = Budget::of(CONFLICTS_OF_CHANGE);
        let limits = Limits { budget, plain: true, ..Limits::default() };
        let mut fate = Fate::Equal;
        for (number, rules) in self.pairs(law) {
            for place in self.places() {
                match apart(law, place, rules, &limits) {
                    Apart::Never => {}
                    Apart::Untold => fate = Fate::Survived(None),
                    Apart::By(shown) => return self.survived(&number, place, *shown),
                }
            }
        }
        fate
    }

    fn survived(&self, number: &str, place: JurisdictionId, shown: Shown) -> Fate {
        let law = self.mutations.library.law();
        let rule = law.rules_of(self.ruleset).find(|(_, rule)| rule.number == number);
        Fate::Survived(rule.map(|(rule, _)| Box::new(Separating { rule, place, shown })))
    }

    /// Each rule as it is and as it is changed, by its number.
    fn pairs(&self, law: &Law) -> Vec<(String, [RuleId; 2])> {
        let Some(own) = self.mutations.library.law().ruleset(self.ruleset) else {
            return Vec::new();
        };
        let changed = format!("{}{}", own.edition, editions::BEFORE);
        let find = |edition: &str| {
            let mut all = law.iter_rulesets();
            all.find(|(_, one)| one.id == own.id && one.edition == edition).map(|(id, _)| id)
        };
        let (Some(old), Some(new)) = (find(&own.edition), find(&changed)) else {
            return Vec::new();
        };
        let both = law.rules_of(old).zip(law.rules_of(new));
        both.map(|((old, rule), (new, _))| (rule.number.clone(), [old, new])).collect()
    }

    /// Where the ruleset applies; anywhere, if it says nothing of places.
    fn places(&self) -> Vec<JurisdictionId> {
        let law = self.mutations.library.law();
        let own = law.ruleset(self.ruleset).map(|own| own.applies_in.clone()).unwrap_or_default();
        if own.is_empty() { vec![JurisdictionId(0)] } else { own }
    }
}

fn passes(law: &Law, example: &Example) -> bool {
    all_pass(law, std::slice::from_ref(example), |_| true)
}

/// What a change is made and tried with.
struct Bench {
    base: Base,
    file: File,
    /// The rule whose block is changed.
    rule: Option<RuleId>,
}
