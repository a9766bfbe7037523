//! Which of the shipped rules every engine is asked.

/// The rules, each with the shape for which it was chosen.
pub const RULES: [(&str, &str); 17] = [
    ("uk.psti.sch1.2.2.a", "scope, exceptions, a list that is empty, dated labels"),
    ("uk.psti.sch1.2.2.b", "something present, one of, a second route with sets of texts"),
    ("uk.psti.sch1.3.4", "scope of its own, a judgement, languages"),
    ("uk.psti.sch1.3.6", "each item against a fact and against the other items"),
    ("uk.psti.s9.2", "some item"),
    ("uk.psti.sch4.1.2", "every item that passes a filter, set within set"),
    ("eu.cra.annex1.1.2.a", "a prohibition, an exception that needs a judgement"),
    ("eu.cra.annex1.1.2.b", "two facts, two exceptions"),
    ("eu.cra.annex1.1.2.c", "one of, nested alternatives, four judgements"),
    ("eu.cra.annex1.1.2.e", "every item with a set that meets another"),
    ("eu.cra.annex1.1.2.g", "a rule on each item"),
    ("eu.cra.annex1.1.2.m", "known to have none"),
    ("eu.cra.annex1.2.1", "present, one of, some item"),
    ("eu.cra.annex1.2.7", "every item with an alternative"),
    ("eu.cra.annex1.2.8", "another duty instead"),
    ("eu.cra.art13.9", "a length of time, a date plus a length"),
    ("eu.cra.art14.2.a", "hours, no trigger"),
];

/// The position of a rule by its id.
///
/// # Errors
///
/// An id that is none of the subset.
pub fn position(id: &str) -> anyhow::Result<usize> {
    let found = RULES.iter().position(|(rule, _)| *rule == id);
    found.ok_or_else(|| anyhow::anyhow!("`{id}` is no rule of the subset"))
}
