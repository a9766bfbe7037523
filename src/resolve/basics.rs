//! Lowers the small pieces that every kind of file has: texts, periods, citations.

use super::error::ResolveError;
use super::report::Faults;
use crate::model::drafting::{Allowance, DraftingFault};
use crate::model::period::Period;
use crate::model::rule::Citation;
use crate::model::text::Text;
use crate::source::{Span, Spanned};
use crate::syntax::ast;
use indexmap::IndexMap;

/// Words by language. English must be among them.
pub(super) fn lower_text(faults: &mut Faults, text: &ast::Text) -> Text {
    let find = |code: &str| {
        text.entries
            .iter()
            .find(|(language, _)| language.node == code)
            .map(|(_, words)| words.node.clone())
    };
    let english = find("en").filter(|words| !words.trim().is_empty());
    if let (None, Some((_, words))) = (&english, text.entries.first()) {
        let help = "put the English words first: `en \"…\"`";
        faults.missing::<()>("a text", "en", help, words.span);
    }
    Text { en: english.unwrap_or_default(), fr: find("fr"), nl: find("nl") }
}

/// A period, whose end may not lie before its start.
pub(super) fn lower_period(faults: &mut Faults, period: &ast::Period) -> Period {
    if let (Some(from), Some(until)) = (&period.from, &period.until)
        && until.node < from.node
    {
        faults.report::<()>(ResolveError::EmptyPeriod { span: from.span.to(until.span) });
    }
    let day = |day: &Option<Spanned<jiff::civil::Date>>| day.as_ref().map(|day| day.node);
    Period { from: day(&period.from), until: day(&period.until) }
}

/// A pinpoint.
pub(super) fn lower_citation(citation: &ast::Citation) -> Citation {
    Citation {
        pinpoint: citation.pinpoint.node.clone(),
        url: citation.url.as_ref().map(|url| url.node.clone()),
    }
}

/// `allow CODE "reason"`: a fault that is known, and a reason that says something.
pub(super) fn lower_allowance(
    faults: &mut Faults,
    fault: &ast::Name,
    reason: &Spanned<String>,
) -> Option<Allowance> {
    let table = DraftingFault::ALL.map(|fault| (fault.word(), fault));
    let known = lower_word(faults, "drafting fault", fault, &table)?;
    if reason.node.trim().is_empty() {
        let help = "say why it is none here: `allow implied_rule \"the annex repeats Article 5\".`";
        return faults.missing(&format!("`allow {}`", fault.node), "reason", help, reason.span);
    }
    let span = fault.span.to(reason.span);
    Some(Allowance { fault: known, reason: reason.node.clone(), span })
}

/// The word in `table` that `name` stands for.
pub(super) fn lower_word<T: Copy>(
    faults: &mut Faults,
    what: &'static str,
    name: &ast::Name,
    table: &[(&'static str, T)],
) -> Option<T> {
    let found = table.iter().find(|(word, _)| *word == name.node).map(|(_, value)| *value);
    found.or_else(|| {
        let words = table.iter().map(|(word, _)| *word);
        let known: Vec<String> = words.clone().map(|word| format!("`{word}`")).collect();
        faults.unknown(what, name, words, &format!("write one of {}", known.join(", ")))
    })
}

/// Names that must all be keys of `declared`; unknown ones are reported and left out.
pub(super) fn lower_names<T>(
    faults: &mut Faults,
    what: &'static str,
    names: &[ast::Name],
    declared: &IndexMap<String, T>,
) -> Vec<String> {
    let known = |name: &&ast::Name| declared.contains_key(&name.node);
    let (good, bad): (Vec<_>, Vec<_>) = names.iter().partition(known);
    for name in bad {
        let known = declared.keys().map(String::as_str);
        faults.unknown::<()>(what, name, known, "declare it in the vocabulary first");
    }
    good.into_iter().map(|name| name.node.clone()).collect()
}

/// Inserts under a name that must be new.
pub(super) fn insert_new<T>(
    faults: &mut Faults,
    what: &'static str,
    map: &mut IndexMap<String, T>,
    name: &ast::Name,
    value: T,
    place: impl Fn(&T) -> Option<Span>,
) {
    match map.get(&name.node) {
        Some(earlier) => {
            let first = place(earlier);
            faults.twice::<()>(what, name, first);
        }
        None => {
            map.insert(name.node.clone(), value);
        }
    }
}
