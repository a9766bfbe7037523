//! Products that never were: manifests over a whole vocabulary, the same ones for the same seed.
//!
//! Each maker tells some groups of facts (`vdp`, `support`) in full, some in part, and of some
//! says nothing, as makers do. Days and lengths lie around those on which law turns.

pub(crate) mod dice;
pub(crate) mod json;

use comity::jiff::{ToSpan, civil::Date};
use comity::model::law::Law;
use comity::model::manifest::{EvidenceLevel, Item, Manifest, Stated, StatedJudgement, Statement};
use comity::model::value::{Duration, Money, Value, Version};
use comity::model::vocabulary::{Fact, FactId, Type};
use comity::source::{FileId, SourceFile, Span};
use dice::Dice;
use std::collections::{BTreeMap, BTreeSet};

/// Where no text stands behind a statement.
const NOWHERE: Span = Span { file: FileId::MANIFEST, start: 0, end: 0 };

/// Most items of a list.
const MOST_ITEMS: usize = 3;

/// Days around which law turns.
const DAYS: [Date; 8] = [
    Date::constant(2024, 4, 29),
    Date::constant(2025, 12, 4),
    Date::constant(2026, 9, 11),
    Date::constant(2026, 11, 22),
    Date::constant(2027, 12, 11),
    Date::constant(2028, 2, 29),
    Date::constant(2030, 6, 1),
    Date::constant(2033, 1, 1),
];

/// Makes products of one law, one after the other.
pub(crate) struct Generator<'l> {
    law: &'l Law,
    dice: Dice,
}

/// What is settled before any value is rolled, so that references can be to items that there are.
struct Draft<'l> {
    law: &'l Law,
    /// The facts that are told, each with how many of a hundred fields its items tell.
    told: BTreeMap<FactId, usize>,
    /// How many items each list has that is told, and is not absent.
    items: BTreeMap<FactId, usize>,
}

impl<'l> Generator<'l> {
    pub(crate) fn new(law: &'l Law, seed: u64) -> Self {
        Generator { law, dice: Dice::new(seed) }
    }

    /// The next product.
    pub(crate) fn manifest(&mut self) -> Manifest {
        let draft = self.draft();
        let mut facts = BTreeMap::new();
        for (&id, &share) in &draft.told {
            let fact = self.law.vocabulary.fact(id);
            if let Some(fact) = fact.filter(|fact| is_possible(&draft, fact)) {
                let items = draft.items.get(&id).copied();
                facts.insert(id, self.statement(&draft, fact, items, share));
            }
        }
        Manifest {
            source: SourceFile::new("generated", ""),
            facts,
            judgements: self.judgements(),
            extensions: Default::default(),
        }
    }

    fn draft(&mut self) -> Draft<'l> {
        // Every product is something, and is placed somewhere.
        let mut shares = BTreeMap::from([("product", 95), ("market", 95)]);
        let mut draft = Draft { law: self.law, told: BTreeMap::new(), items: BTreeMap::new() };
        for (id, fact) in self.law.vocabulary.iter() {
            let group = fact.path.split('.').next().unwrap_or_default();
            let share =
                *shares.entry(group).or_insert_with(|| self.dice.pick(&[0, 30, 70, 95, 100]));
            if self.dice.chance(share) {
                draft.told.insert(id, share);
                if fact.kind == Type::List && !(fact.optional && self.dice.chance(15)) {
                    draft.items.insert(id, self.dice.roll(MOST_ITEMS + 1));
                }
            }
        }
        draft
    }

    /// What is stated about a fact or field. A list that has no number of items is absent.
    fn statement(
        &mut self,
        draft: &Draft<'_>,
        fact: &Fact,
        items: Option<usize>,
        share: usize,
    ) -> Statement {
        let value = match (&fact.kind, items) {
            (Type::List, None) => Stated::Absent,
            (Type::List, Some(count)) => {
                let items = (0..count).map(|number| self.item(draft, fact, number, share));
                Stated::Items(items.collect())
            }
            _ if fact.optional && self.dice.chance(15) => Stated::Absent,
            (kind, _) => Stated::Value(self.value(draft, kind)),
        };
        let level = match fact.kind {
            Type::List => EvidenceLevel::Unstated,
            _ => self.dice.pick(&EvidenceLevel::ALL).0,
        };
        Statement { value, level, evidence: Vec::new(), as_of: None, span: NOWHERE }
    }

    fn item(&mut self, draft: &Draft<'_>, list: &Fact, number: usize, share: usize) -> Item {
        let id = item_id(number);
        let mut fields = BTreeMap::new();
        for (index, (name, field)) in (0u32..).zip(&list.fields) {
            if name == "id" {
                let value = Stated::Value(Value::Text(id.clone()));
                let level = EvidenceLevel::Unstated;
                let id =
                    Statement { value, level, evidence: Vec::new(), as_of: None, span: NOWHERE };
                fields.insert(index, id);
            } else if self.dice.chance(share) && is_possible(draft, field) {
                fields.insert(index, self.statement(draft, field, None, share));
            }
        }
        Item { id, fields, span: NOWHERE }
    }

    fn value(&mut self, draft: &Draft<'_>, kind: &Type) -> Value {
        match kind {
            Type::YesNo => Value::YesNo(self.dice.chance(60)),
            Type::OneOf(values) => Value::Word(self.dice.roll(values.len()) as u8),
            Type::SetOf(values) => self.members(values.len()),
            Type::WholeNumber { .. } => {
                Value::Number(self.dice.pick(&[0, 1, 2, 5, 8, 12, 14, 16, 24, 30, 64, 128]))
            }
            Type::Duration => Value::Duration(self.duration()),
            Type::Date => Value::Date(self.day()),
            Type::Version => Value::Version(Version(self.word(&["1.9", "1.10", "v1.4", "2"]))),
            Type::Money => {
                Value::Money(Money { minor: 15_000, currency: self.word(&["EUR", "GBP"]) })
            }
            Type::Url => Value::Text("https://example.org/product".to_owned()),
            Type::Language => Value::Text(self.word(&["en", "fr", "nl"])),
            Type::Country => Value::Text(self.word(&["GB", "NL", "CA", "CN"])),
            Type::Territory => Value::Text(self.dice.pick(&draft.law.jurisdictions.all).code),
            Type::SetOfText => self.texts(&["camera.example", "cloud.example"]),
            Type::SetOfLanguages => self.texts(&["en", "fr", "nl"]),
            Type::SetOfCountries => self.texts(&["CA", "GB", "NL"]),
            Type::Reference(list) => {
                let count = draft.items.get(list).copied().unwrap_or_default();
                Value::Text(item_id(self.dice.roll(count)))
            }
            Type::Text | Type::List => Value::Text(self.word(&["one", "two", "v2.1"])),
        }
    }

    /// A few of the members; now and then none.
    fn members(&mut self, count: usize) -> Value {
        let picks = self.dice.roll(4);
        Value::Set((0..picks).fold(0, |set, _| set | 1 << self.dice.roll(count)))
    }

    fn texts(&mut self, words: &[&str]) -> Value {
        let picked = words.iter().filter(|_| self.dice.chance(50));
        Value::Texts(picked.map(|word| (*word).to_owned()).collect())
    }

    fn word(&mut self, words: &[&str]) -> String {
        self.dice.pick(words).to_owned()
    }

    fn duration(&mut self) -> Duration {
        let months = |months: i64| Duration { months, seconds: 0 };
        let hours = |hours: i64| Duration { months: 0, seconds: hours * 3600 };
        self.dice.pick(&[
            months(1),
            months(12),
            months(24),
            months(59),
            months(60),
            months(120),
            hours(2),
            hours(24),
            hours(72),
            hours(24 * 14),
            hours(24 * 30),
            hours(24 * 366),
        ])
    }

    /// A day on which law turns, the day before or after, or one some years off.
    fn day(&mut self) -> Date {
        let days = self.dice.pick(&[0, 0, -1, 1, -400, 900]);
        let day = self.dice.pick(&DAYS);
        day.checked_add(days.days()).unwrap_or(day)
    }

    /// What somebody judged of some open norms, mostly in favour.
    fn judgements(&mut self) -> Vec<StatedJudgement> {
        let told = self.dice.pick(&[0, 50, 100]);
        let mut judgements = Vec::new();
        let mut seen = BTreeSet::new();
        for judgement in &self.law.judgements {
            let Some(rule) = self.law.rule(judgement.rule) else { continue };
            let text = judgement.text.en.clone();
            if self.dice.chance(told) && seen.insert((rule.id.clone(), text.clone())) {
                judgements.push(StatedJudgement {
                    rule: rule.id.clone(),
                    text: Some(text),
                    met: self.dice.chance(80),
                    by: "A. Assessor".to_owned(),
                    on: DAYS[3],
                    reason: None,
                    span: NOWHERE,
                });
            }
        }
        judgements
    }
}

/// What refers to a list without items has nothing to say.
fn is_possible(draft: &Draft<'_>, fact: &Fact) -> bool {
    match &fact.kind {
        Type::Reference(list) => draft.items.get(list).is_some_and(|count| *count > 0),
        _ => true,
    }
}

fn item_id(number: usize) -> String {
    format!("item-{number}")
}
