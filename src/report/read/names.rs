//! What facts, values, parameters and rules are called in a reading: by their titles.

use super::speech::spaced;
use super::{Reader, Setting};
use crate::model::condition::{Binder, Operand};
use crate::model::rule::RuleId;
use crate::model::ruleset::RulesetId;
use crate::model::text::{Language, Text};
use crate::model::value::{Money, Value};
use crate::model::vocabulary::{Fact, FactId, FieldId, Type};
use crate::report::phrases::{MINUS, PLUS};
use crate::report::words::{counted, duration};

const DAY_OF_CHECK: [&str; 3] =
    ["the day of the check", "le jour de la vérification", "de dag van de beoordeling"];
/// Languages by name; others by their code.
const LANGUAGES: [(&str, [&str; 3]); 4] = [
    ("en", ["English", "anglais", "Engels"]),
    ("fr", ["French", "français", "Frans"]),
    ("nl", ["Dutch", "néerlandais", "Nederlands"]),
    ("de", ["German", "allemand", "Duits"]),
];

impl Reader<'_> {
    /// The operand by its title, in quotation marks where it is one; a value in words.
    pub(super) fn operand(&self, operand: &Operand, of: Option<&Fact>, at: Setting<'_>) -> String {
        match operand {
            Operand::Fact(id) => self.fact(*id),
            Operand::Field(Binder::Rule, id) if at.is_inside => {
                let of = [
                    "of the entry in question",
                    "de l’entrée en question",
                    "van de vermelding in kwestie",
                ];
                spaced(&[&self.field(*id), self.say(of)])
            }
            Operand::Field(_, id) => self.field(*id),
            Operand::Placement(id) => {
                let here = ["(market concerned)", "(marché concerné)", "(betrokken markt)"];
                spaced(&[&self.field(*id), self.say(here)])
            }
            Operand::Literal(value) => self.value(of, value),
            Operand::Parameter(id, _) => {
                self.quoted(&plain(self.law.parameter(*id).map_or("", |known| &known.name)))
            }
            Operand::Today => self.say(DAY_OF_CHECK).to_owned(),
            Operand::Plus(left, right) => self.sum(left, PLUS, right, of, at),
            Operand::Minus(left, right) => self.sum(left, MINUS, right, of, at),
        }
    }

    fn sum(
        &self,
        left: &Operand,
        sign: [&str; 3],
        right: &Operand,
        of: Option<&Fact>,
        at: Setting<'_>,
    ) -> String {
        let of = self.declared(left).or(of);
        let [left, right] = [left, right].map(|part| self.operand(part, of, at));
        spaced(&[&left, self.say(sign), &right])
    }

    /// The declaration behind an operand, where it has one.
    pub(super) fn declared(&self, operand: &Operand) -> Option<&Fact> {
        match operand {
            Operand::Fact(id) => self.law.vocabulary.fact(*id),
            Operand::Field(_, id) | Operand::Placement(id) => self.law.vocabulary.field(*id),
            Operand::Plus(left, _) | Operand::Minus(left, _) => self.declared(left),
            Operand::Literal(_) | Operand::Parameter(..) | Operand::Today => None,
        }
    }

    /// A fact by its title; what sets it apart from facts of the same title follows.
    pub(super) fn fact(&self, id: FactId) -> String {
        let Some(fact) = self.law.vocabulary.fact(id) else { return String::new() };
        let facts = &self.law.vocabulary.facts;
        let alike = |other: &&Fact| self.title(other) == self.title(fact);
        let same: Vec<&Fact> = facts.values().filter(alike).collect();
        let group = fact.path.rsplit_once('.').map_or("", |(group, _)| group);
        let in_group = |other: &&Fact| {
            other.path.strip_prefix(group).is_some_and(|rest| rest.starts_with('.'))
        };
        // The first fact of its group says which group that is.
        let neighbour = facts.values().find(in_group).filter(|first| {
            same.iter().filter(|other| in_group(other)).count() == 1 && first.path != fact.path
        });
        self.told_apart(fact, &same, neighbour.map(|first| self.title(first)))
    }

    /// A field of a list's items by its title.
    pub(super) fn field(&self, id: FieldId) -> String {
        let Some(field) = self.law.vocabulary.field(id) else { return String::new() };
        let fields = self.law.vocabulary.fact(id.list).map(|list| list.fields.values());
        let facts = self.law.vocabulary.facts.values();
        let alike = |other: &&Fact| self.title(other) == self.title(field);
        let same: Vec<&Fact> = fields.into_iter().flatten().chain(facts).filter(alike).collect();
        self.told_apart(field, &same, None)
    }

    /// The title, and where others have the same one: its question, else its neighbour, else its
    /// path.
    fn told_apart(&self, fact: &Fact, same: &[&Fact], neighbour: Option<&str>) -> String {
        let title = self.quoted(self.title(fact));
        let question = fact.question.get(self.language);
        let is_own = |other: &&&Fact| other.question.get(self.language) == question;
        if same.len() < 2 {
            return title;
        }
        let apart = match neighbour {
            _ if same.iter().filter(is_own).count() < 2 => question,
            Some(neighbour) => neighbour,
            None => &fact.path,
        };
        format!("{title} ({})", self.quoted(apart))
    }

    pub(super) fn title<'f>(&self, fact: &'f Fact) -> &'f str {
        if fact.title == Text::default() { &fact.path } else { fact.title.get(self.language) }
    }

    /// A list by its title.
    pub(super) fn list(&self, id: FactId) -> String {
        self.fact(id)
    }

    /// A value in the words of its type: quoted where it is a word or a text.
    pub(super) fn value(&self, of: Option<&Fact>, value: &Value) -> String {
        let kind = of.map(|fact| &fact.kind);
        match (value, kind) {
            (Value::YesNo(true), _) => self.quoted(self.say(["yes", "oui", "ja"])),
            (Value::YesNo(false), _) => self.quoted(self.say(["no", "non", "nee"])),
            (Value::Word(position), Some(Type::OneOf(values))) => {
                let word = values.get(usize::from(*position)).map_or("", String::as_str);
                self.quoted(self.word(of, word))
            }
            (Value::Set(_) | Value::Texts(_), _) => self.all_of(&self.members(of, value)),
            (Value::Number(number), Some(Type::WholeNumber { unit: Some(unit) })) => {
                counted(*number, unit, self.language)
            }
            (Value::Number(number), _) => number.to_string(),
            (Value::Duration(length), _) => duration(*length, self.language),
            (Value::Date(day), _) => self.day(*day),
            (Value::Text(text), kind) => self.quoted(&self.text(kind, text)),
            (Value::Version(version), _) => version.0.clone(),
            (Value::Money(money), _) => self.money(money),
            (Value::Word(_), _) => String::new(),
        }
    }

    /// The members of a set, each quoted.
    pub(super) fn members(&self, of: Option<&Fact>, set: &Value) -> Vec<String> {
        match (set, of.map(|fact| &fact.kind)) {
            (Value::Set(bits), Some(Type::SetOf(values))) => {
                let members = (0u32..).zip(values).filter(|(bit, _)| bits >> bit & 1 == 1);
                members.map(|(_, word)| self.quoted(self.word(of, word))).collect()
            }
            (Value::Texts(texts), kind) => {
                texts.iter().map(|text| self.quoted(&self.text(kind, text))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// A word by its title.
    fn word<'w>(&self, of: Option<&'w Fact>, word: &'w str) -> &'w str {
        let title = of.and_then(|fact| fact.value_titles.get(word));
        title.map_or(word, |title| title.get(self.language))
    }

    /// A text; a language or territory by its name.
    fn text(&self, kind: Option<&Type>, text: &str) -> String {
        match kind {
            Some(Type::Language | Type::SetOfLanguages) => {
                let known = LANGUAGES.iter().find(|(code, _)| *code == text);
                known.map_or(text.to_owned(), |(_, names)| self.say(*names).to_owned())
            }
            Some(Type::Country | Type::Territory | Type::SetOfCountries) => self.place(text),
            _ => text.to_owned(),
        }
    }

    /// A territory by its name and code.
    pub(super) fn place(&self, code: &str) -> String {
        let known = self.law.jurisdictions.all.iter().find(|known| known.code == code);
        known
            .map_or(code.to_owned(), |known| format!("{} ({code})", known.title.get(self.language)))
    }

    fn money(&self, money: &Money) -> String {
        let (whole, rest) = (money.minor / 100, (money.minor % 100).abs());
        let point = if self.language == Language::English { '.' } else { ',' };
        format!("{whole}{point}{rest:02} {}", money.currency)
    }

    /// Another rule: its number and title, and its text where that is another one.
    pub(super) fn rule_name(&self, id: RuleId, from: RulesetId) -> String {
        let Some(rule) = self.law.rule(id) else { return String::new() };
        let noun = self.say(["provision", "la disposition", "bepaling"]);
        let title = self.quoted(rule.title.get(self.language));
        let name = format!("{noun} {} ({title})", rule.number);
        match self.law.ruleset(rule.ruleset) {
            Some(other) if rule.ruleset != from => {
                let of = self.say(["of", "de", "van"]);
                let edition = self.say(["edition", "édition", "editie"]);
                let title = self.quoted(other.title.get(self.language));
                format!("{name} {of} {title} ({edition} {})", other.edition)
            }
            _ => name,
        }
    }
}

/// A name of a term or parameter without its underscores.
pub(super) fn plain(name: &str) -> String {
    name.replace('_', " ")
}
