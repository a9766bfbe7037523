//! One statement: a value, `absent`, the items of a list, or the long form of these.

use super::Gathered;
use super::mapping::{ItemsSeed, doubt};
use super::names::Scope;
use super::value::read_text_value;
use crate::ingest::formats::{parse_country, parse_date, parse_language};
use crate::ingest::values::find_code;
use crate::model::known::{Known, Said};
use crate::model::manifest::EvidenceLevel;
use crate::model::value::Value;
use crate::model::vocabulary::{Fact, FactId, Type};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// What a statement is about.
#[derive(Clone, Copy)]
pub(super) struct Subject<'l> {
    pub(super) fact_id: FactId,
    /// Of a field: its item and its position.
    pub(super) field: Option<(u32, u32)>,
    pub(super) fact: &'l Fact,
    /// Its position in its scope.
    pub(super) index: u32,
    pub(super) scope: &'l Scope<'l>,
    pub(super) is_wanted: bool,
}

/// Reads a statement.
pub(super) struct StatementSeed<'g, 'n, 'l, 't, 'f> {
    pub(super) gathered: &'g mut Gathered<'n, 'l, 't>,
    pub(super) subject: Subject<'f>,
    /// Where the id of the item goes, if this states it.
    pub(super) id: Option<&'g mut Option<Cow<'t, str>>>,
}

impl<'t> DeserializeSeed<'t> for StatementSeed<'_, '_, '_, 't, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'t> Visitor<'t> for StatementSeed<'_, '_, '_, 't, '_> {
    type Value = ();

    fn expecting(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        text.write_str("what is stated")
    }

    fn visit_bool<E: Error>(self, yes: bool) -> Result<(), E> {
        match &self.subject.fact.kind {
            Type::YesNo if self.id.is_none() => self.keep(Said::Value(Value::YesNo(yes))),
            _ => Err(doubt()),
        }
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        match (&self.subject.fact.kind, i64::try_from(number)) {
            (Type::WholeNumber { .. }, Ok(number)) if self.id.is_none() => {
                self.keep(Said::Value(Value::Number(number)))
            }
            _ => Err(doubt()),
        }
    }

    fn visit_borrowed_str<E: Error>(mut self, text: &'t str) -> Result<(), E> {
        let Subject { fact, index, scope, .. } = self.subject;
        if let Some(id) = self.id.take() {
            *id = Some(Cow::Borrowed(text));
        }
        if let Type::OneOf(_) = &fact.kind
            && let Some(word) = scope.word(index, text)
        {
            return self.keep(Said::Value(Value::Word(word)));
        }
        if text == "absent" {
            return if fact.optional { self.keep(Said::Absent) } else { Err(doubt()) };
        }
        if let Type::Reference(list) = &fact.kind {
            self.gathered.references.push((*list, Cow::Borrowed(text)));
        }
        let value = read_text_value(self.gathered.names, &fact.kind, text).ok_or_else(doubt)?;
        self.keep(Said::Value(value))
    }

    fn visit_seq<A: SeqAccess<'t>>(mut self, mut members: A) -> Result<(), A::Error> {
        let Subject { fact, fact_id, field, index, scope, .. } = self.subject;
        let names = self.gathered.names;
        match &fact.kind {
            Type::SetOf(_) => {
                let mut set = 0u128;
                while let Some(word) = members.next_element::<&'t str>()? {
                    let position = scope.word(index, word).ok_or_else(doubt)?;
                    set |= 1u128.checked_shl(position.into()).ok_or_else(doubt)?;
                }
                self.keep(Said::Value(Value::Set(set)))
            }
            Type::SetOfText => {
                let read =
                    |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
                self.keep_texts(members, read)
            }
            Type::SetOfLanguages => self.keep_texts(members, parse_language),
            Type::SetOfCountries => self.keep_texts(members, |text| {
                find_code(&names.law.jurisdictions, text).or_else(|| parse_country(text))
            }),
            Type::List if field.is_none() => {
                let start = self.gathered.known.len();
                let items = self.push(Said::Items(0));
                let list = ItemsSeed { gathered: &mut *self.gathered, list: fact_id };
                let count = list.read(members)?;
                if items && let Some(known) = self.gathered.known.get_mut(start) {
                    known.said = Said::Items(count);
                }
                Ok(())
            }
            _ => Err(doubt()),
        }
    }

    /// The long form.
    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<(), A::Error> {
        let StatementSeed { gathered, subject, .. } = self;
        let start = gathered.known.len();
        let (mut keys, mut level) = (Vec::new(), None);
        while let Some(key) = map.next_key::<&'t str>()? {
            if keys.contains(&key) {
                return Err(doubt());
            }
            keys.push(key);
            match key {
                "value" => {
                    // An id in the long form is a field like others.
                    let plain = StatementSeed { gathered: &mut *gathered, subject, id: None };
                    map.next_value_seed(Plain(plain))?;
                }
                "level" => {
                    let word = map.next_value::<&'t str>()?;
                    level = Some(EvidenceLevel::from_word(word).ok_or_else(doubt)?);
                }
                "evidence" => {
                    for document in map.next_value::<Vec<&'t str>>()? {
                        let list = gathered.names.documents;
                        let reference = list.map(|list| (list, Cow::Borrowed(document)));
                        gathered.references.extend(reference);
                    }
                }
                "as_of" => {
                    parse_date(map.next_value::<&'t str>()?).ok_or_else(doubt)?;
                }
                _ => return Err(doubt()),
            }
        }
        if !keys.contains(&"value") {
            return Err(doubt());
        }
        if let Some(level) = level {
            gathered.show(start, level);
        }
        Ok(())
    }
}

impl<'t> StatementSeed<'_, '_, '_, 't, '_> {
    fn keep<E>(mut self, said: Said) -> Result<(), E> {
        self.push(said);
        Ok(())
    }

    /// Keeps what is wanted; tells whether it is.
    fn push(&mut self, said: Said) -> bool {
        let Subject { fact_id, field, is_wanted, .. } = self.subject;
        if is_wanted {
            // Its level, or that of the list around it, is told later.
            let level = EvidenceLevel::Unstated;
            self.gathered.known.push(Known { fact: fact_id, field, said, level });
        }
        is_wanted
    }

    fn keep_texts<A: SeqAccess<'t>>(
        self,
        mut members: A,
        read: impl Fn(&str) -> Option<String>,
    ) -> Result<(), A::Error> {
        let mut texts = Vec::new();
        while let Some(text) = members.next_element::<&'t str>()? {
            texts.push(read(text).ok_or_else(doubt)?);
        }
        texts.sort();
        texts.dedup();
        self.keep(Said::Value(Value::Texts(texts)))
    }
}

/// The value of a long form, which is no long form itself.
struct Plain<'g, 'n, 'l, 't, 'f>(StatementSeed<'g, 'n, 'l, 't, 'f>);

impl<'t> DeserializeSeed<'t> for Plain<'_, '_, '_, 't, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'t> Visitor<'t> for Plain<'_, '_, '_, 't, '_> {
    type Value = ();

    fn expecting(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        text.write_str("a value")
    }

    fn visit_bool<E: Error>(self, yes: bool) -> Result<(), E> {
        self.0.visit_bool(yes)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.0.visit_u64(number)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'t str) -> Result<(), E> {
        self.0.visit_borrowed_str(text)
    }

    fn visit_seq<A: SeqAccess<'t>>(self, members: A) -> Result<(), A::Error> {
        self.0.visit_seq(members)
    }
}

/// Judgements, of which there are none: what people judged is rare, and read with its reasons.
pub(super) struct Judgements;

impl<'t> DeserializeSeed<'t> for Judgements {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_seq(self)
    }
}

impl<'t> Visitor<'t> for Judgements {
    type Value = ();

    fn expecting(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        text.write_str("an empty list")
    }

    fn visit_seq<A: SeqAccess<'t>>(self, _: A) -> Result<(), A::Error> {
        Ok(())
    }
}
