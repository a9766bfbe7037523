//! Mappings of keys to statements: the manifest itself, its groups, the items of its lists.

use super::names::{JUDGED, Marks, Named, Scope};
use super::statement::{Judgements, StatementSeed, Subject};
use super::{Gathered, MOST_ITEMS};
use crate::ingest::fields::is_extension;
use crate::model::vocabulary::FactId;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Error as Doubt;
use std::borrow::Cow;
use std::fmt;

/// Reads the text of a whole manifest.
pub(super) fn read_root<'t>(
    text: &'t str,
    gathered: &mut Gathered<'_, '_, 't>,
) -> Result<(), Doubt> {
    let names = gathered.names;
    let mut found = Found::default();
    let mut reader = serde_json::Deserializer::from_str(text);
    let keys = Keys { scope: &names.root, table: 0, place: None };
    MappingSeed { gathered, keys, found: &mut found }.deserialize(&mut reader)?;
    reader.end()?;
    if found.has_format { Ok(()) } else { Err(doubt()) }
}

/// Why nothing is read. The reader that decides instead says it in full.
pub(super) fn doubt<E: Error>() -> E {
    E::custom("")
}

/// Where the keys of a mapping are looked up.
#[derive(Clone, Copy)]
struct Keys<'n, 'l> {
    scope: &'n Scope<'l>,
    table: usize,
    /// Of an item: its list and its number.
    place: Option<(FactId, u32)>,
}

/// What the keys of one manifest or item have named.
struct Found<'t> {
    marks: Marks,
    has_format: bool,
    /// The item's own id.
    id: Option<Cow<'t, str>>,
}

impl Default for Found<'_> {
    fn default() -> Self {
        Found { marks: Marks::NONE, has_format: false, id: None }
    }
}

struct MappingSeed<'g, 'n, 'l, 't> {
    gathered: &'g mut Gathered<'n, 'l, 't>,
    keys: Keys<'n, 'l>,
    found: &'g mut Found<'t>,
}

impl<'t> DeserializeSeed<'t> for MappingSeed<'_, '_, '_, 't> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_map(self)
    }
}

impl<'t> Visitor<'t> for MappingSeed<'_, '_, '_, 't> {
    type Value = ();

    fn expecting(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        text.write_str("keys with their values")
    }

    fn visit_map<A: MapAccess<'t>>(mut self, mut map: A) -> Result<(), A::Error> {
        let mut extensions: Vec<&'t str> = Vec::new();
        while let Some(key) = map.next_key::<&'t str>()? {
            match self.keys.scope.find(self.keys.table, key) {
                Some(named) => self.read(named, key, &mut map)?,
                None if self.is_own_id(key) => {
                    self.found.id = Some(map.next_value_seed(OwnId)?);
                }
                None if is_extension(key) && !extensions.contains(&key) => {
                    extensions.push(key);
                    map.next_value_seed(Ignored)?;
                }
                None => return Err(doubt()),
            }
        }
        Ok(())
    }
}

impl<'t> MappingSeed<'_, '_, '_, 't> {
    fn is_own_id(&self, key: &str) -> bool {
        self.keys.place.is_some() && self.keys.table == 0 && key == "id" && self.found.id.is_none()
    }

    fn read<A: MapAccess<'t>>(
        &mut self,
        named: Named<'_>,
        key: &str,
        map: &mut A,
    ) -> Result<(), A::Error> {
        let mark = match named {
            Named::Fact { index, .. } => index as usize,
            Named::Group { mark, .. } => mark,
            Named::Format | Named::Judgements => JUDGED,
        };
        match named {
            Named::Format if self.found.has_format => Err(doubt()),
            Named::Format => {
                self.found.has_format = map.next_value::<u64>()? == 1;
                if self.found.has_format { Ok(()) } else { Err(doubt()) }
            }
            _ if !self.found.marks.mark(mark) => Err(doubt()),
            Named::Judgements => map.next_value_seed(Judgements),
            Named::Fact { index, fact, is_wanted } => {
                let is_id = self.keys.place.is_some() && self.keys.table == 0 && key == "id";
                let (fact_id, field) = match self.keys.place {
                    None => (FactId(index), None),
                    Some((list, item)) => (list, Some((item, index))),
                };
                let scope = self.keys.scope;
                let subject = Subject { fact_id, field, fact, index, scope, is_wanted };
                let id = is_id.then_some(&mut self.found.id);
                map.next_value_seed(StatementSeed { gathered: &mut *self.gathered, subject, id })
            }
            Named::Group { table, .. } => map.next_value_seed(MappingSeed {
                gathered: &mut *self.gathered,
                keys: Keys { table, ..self.keys },
                found: &mut *self.found,
            }),
        }
    }
}

/// The items of a list.
pub(super) struct ItemsSeed<'g, 'n, 'l, 't> {
    pub(super) gathered: &'g mut Gathered<'n, 'l, 't>,
    pub(super) list: FactId,
}

impl<'t> ItemsSeed<'_, '_, '_, 't> {
    /// Reads the items; gives their number.
    pub(super) fn read<A: SeqAccess<'t>>(self, mut items: A) -> Result<u32, A::Error> {
        let scope = self.gathered.names.lists.get(self.list.0 as usize).and_then(Option::as_ref);
        let scope = scope.ok_or_else(doubt)?;
        let mut ids: Vec<Cow<'t, str>> = Vec::new();
        let mut unnamed: Vec<u32> = Vec::new();
        let mut number = 0;
        loop {
            let mut found = Found::default();
            let keys = Keys { scope, table: 0, place: Some((self.list, number)) };
            let seed = MappingSeed { gathered: &mut *self.gathered, keys, found: &mut found };
            if items.next_element_seed(seed)?.is_none() {
                break;
            }
            number += 1;
            if number > MOST_ITEMS {
                return Err(doubt());
            }
            match found.id {
                None => unnamed.push(number),
                Some(id) if ids.contains(&id) => return Err(doubt()),
                Some(id) => {
                    self.gathered.ids.push((self.list, id.clone()));
                    ids.push(id);
                }
            }
        }
        // Items without an id are called by their number.
        let is_taken = |id: &str| unnamed.iter().any(|number| number.to_string() == id);
        if ids.iter().any(|id| is_taken(id)) { Err(doubt()) } else { Ok(number) }
    }
}

/// An id where the vocabulary declares none.
struct OwnId;

impl<'t> DeserializeSeed<'t> for OwnId {
    type Value = Cow<'t, str>;

    fn deserialize<D: Deserializer<'t>>(self, reader: D) -> Result<Cow<'t, str>, D::Error> {
        let id: &'t str = serde::Deserialize::deserialize(reader)?;
        let is_clean = !id.is_empty() && id.trim() == id;
        if is_clean { Ok(Cow::Borrowed(id)) } else { Err(doubt()) }
    }
}

/// The value of a key that is kept and ignored: a plain one.
struct Ignored;

impl<'t> DeserializeSeed<'t> for Ignored {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'t> Visitor<'t> for Ignored {
    type Value = ();

    fn expecting(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        text.write_str("a word, number or text")
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
}
