//! Values that are written as one string, other than words of a closed list.

use super::names::Names;
use crate::ingest::formats;
use crate::ingest::values::find_code;
use crate::model::value::Value;
use crate::model::vocabulary::Type;

/// A value of that type, written as a string; nothing where it is none, or a word of a list.
pub(super) fn read_text_value(names: &Names<'_>, kind: &Type, text: &str) -> Option<Value> {
    let jurisdictions = &names.law.jurisdictions;
    Some(match kind {
        Type::Duration => Value::Duration(formats::parse_duration(text)?),
        Type::Date => Value::Date(formats::parse_date(text)?),
        Type::Text => Value::Text(Some(text.trim()).filter(|text| !text.is_empty())?.to_owned()),
        Type::Url => Value::Text(formats::parse_url(text)?),
        Type::Version => Value::Version(formats::parse_version(text)?),
        Type::Language => Value::Text(formats::parse_language(text)?),
        Type::Country => {
            Value::Text(find_code(jurisdictions, text).or_else(|| formats::parse_country(text))?)
        }
        Type::Territory => Value::Text(find_code(jurisdictions, text)?),
        Type::Money => Value::Money(formats::parse_money(text)?),
        Type::Reference(_) => Value::Text(text.to_owned()),
        _ => return None,
    })
}
