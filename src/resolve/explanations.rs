//! What each code means, at length: the pages that `comity explain` shows.

/// Every code of [`ResolveError`](super::ResolveError), in the order of its variants, with its
/// page: what it is, why it matters, a text that is wrong and one that is right. The texts stand
/// under the header of a ruleset.
pub const EXPLANATIONS: &[(&str, &str)] = &[
<<<<<<< HEAD
    (
        "comity::resolve::unknown_name",
        "A name that nothing declares: a fact, field, term, role, goal, rule, ruleset, edition or
jurisdiction. A rule about a fact that nobody can state would never be decided, so it is refused.
`comity vocabulary` lists all facts, `comity rules` all rulesets.

Bad:   must net.internet_capabel.
Good:  must net.internet_capable.",
    ),
    (
        "comity::resolve::unknown_value",
        "A word that is not among the values of the fact it is compared with. Such a comparison
could never hold.

Bad:   must p.scheme in {unique_per_device, user_defined}.
Good:  must p.scheme in {unique_per_unit, user_defined}.",
    ),
    (
        "comity::resolve::declared_twice",
        "Two declarations of one name. It would be open which of them a reference means; and the
id of a rule is cited in certificates, so it is never used twice.

Bad:   two blocks that start with `rule 5:`
Good:  `rule 5:` and `rule 6:`",
    ),
    (
        "comity::resolve::type_mismatch",
        "A value of one type stands where another is needed. Nothing is converted silently: a
number is not a duration, and a date is not a text.

Bad:   must support.min_length is at least 5.
Good:  must support.min_length is at least 5 years.",
    ),
    (
        "comity::resolve::wrong_comparator",
        "A comparator that the type of the fact does not have. Dates come before or after,
quantities are more or less, sets include, lists have items.

Bad:   must support.security_end is at least 2030-01-01.
Good:  must support.security_end is on or after 2030-01-01.",
    ),
    (
        "comity::resolve::missing_clause",
        "A sentence that must be there is not: a rule without its citation cannot be checked
against the law, a ruleset without source or confidence cannot be relied on.

Bad:   rule 5: must net.internet_capable.
Good:  rule 5: title en \"…\". citing \"Article 5\". addressed to manufacturer. must ….",
    ),
    (
        "comity::resolve::circle",
        "Terms, rules or jurisdictions that are defined through themselves. What a name means
must not rest on itself, or it means nothing.

Bad:   term a means b.   term b means a.
Good:  term a means b.   term b means net.internet_capable.",
    ),
    (
        "comity::resolve::nested_quantifier",
        "A quantifier inside another. One level of lists keeps every analysis exact; a rule that
needs two opens with `for every` and has a quantifier in its condition.

Bad:   must every c in comms.channels has (some s in product.services has …).
Good:  for every c in comms.channels: must some s in product.services has s.id is c.service.",
    ),
    (
        "comity::resolve::name_taken",
        "The name given to a list item already means something else: another item, a group of
facts, `placement` or `today`.

Bad:   for every auth in auth.passwords:
Good:  for every p in auth.passwords:",
    ),
    (
        "comity::resolve::empty_period",
        "A period that ends before it begins, so that it holds on no day. Both days are included.

Bad:   in force from 2026-01-01 until 2025-12-31.
Good:  in force from 2025-01-01 until 2025-12-31.",
    ),
    (
        "comity::resolve::overlapping_values",
        "Two values of a parameter hold on the same day, so that it would be open which counts. A
value without `until` ends the day before the next one starts.

Bad:   parameter floor: 2 years from 2028-01-01; 3 years from 2026-01-01.
Good:  parameter floor: 3 years from 2026-01-01; 2 years from 2028-01-01.",
    ),
    (
        "comity::resolve::never_absent",
        "`absent` or `present` asked of a fact that every product has. Only facts declared
`optional` can be absent; a fact that is simply not stated is unknown, which is something else.

Bad:   unless product.kind is absent.
Good:  unless product.kind is empty.",
    ),
    (
        "comity::resolve::file_kind",
        "A file says what it is with its first sentence: `ruleset …`, `vocabulary …` or
`jurisdictions …`, once. Facts are declared in vocabularies only, rules in rulesets only.

Bad:   a file that starts with `rule 5:`
Good:  a file that starts with `ruleset demo.locks edition 1.`",
    ),
    (
        "comity::resolve::instead_modality",
        "What stands in place of a duty binds as the duty did: `instead must` in a rule with
`must`, `instead should` in one with `should`.

Bad:   must a.  unless b: instead should c.
Good:  must a.  unless b: instead must c.",
    ),
    (
        "comity::resolve::judgement_in_term",
        "An open norm (`judged \"…\"`) stands in a term. A person judges an open norm for one rule;
in a term it would belong to none.

Bad:   term safe means judged \"appropriate\".
Good:  rule 5: must judged \"appropriate\".",
    ),
    (
        "comity::resolve::too_many_values",
        "A one-of or set with more than 128 values. Sets are held as one machine word so that
millions of products can be judged quickly.

Bad:   type set of {… 200 values …}.
Good:  type set of text.",
    ),
    (
        "comity::resolve::too_complex",
        "A term, rule, example or list passes a bound that no honest one comes near. Terms and rules that
are used by others unfold: a term that is used twice by a term that is used twice counts four times.
A rule unfolds into at most 10,000 conditions, 128 deep, and all rules together into 1,000,000.

Bad:   term b means a and not a.   term c means b and not b.   … thirty times
Good:  term b means a.",
    ),
    (
        "comity::resolve::too_many_faults",
        "There are more faults than anybody mends at once. The first 500 that were found are shown;
often one fault, such as a vocabulary that is not there, is behind most of them.

Bad:   a thousand rules about facts of a vocabulary that is not loaded
Good:  the same rules with `--rulesets vocabulary.comity`",
    ),
=======
    ("comity::resolve::unknown_name", include_str!("explanations/unknown_name.md")),
    ("comity::resolve::unknown_value", include_str!("explanations/unknown_value.md")),
    ("comity::resolve::declared_twice", include_str!("explanations/declared_twice.md")),
    ("comity::resolve::type_mismatch", include_str!("explanations/type_mismatch.md")),
    ("comity::resolve::wrong_comparator", include_str!("explanations/wrong_comparator.md")),
    ("comity::resolve::missing_clause", include_str!("explanations/missing_clause.md")),
    ("comity::resolve::circle", include_str!("explanations/circle.md")),
    ("comity::resolve::name_taken", include_str!("explanations/name_taken.md")),
    ("comity::resolve::empty_period", include_str!("explanations/empty_period.md")),
    ("comity::resolve::overlapping_values", include_str!("explanations/overlapping_values.md")),
    ("comity::resolve::never_absent", include_str!("explanations/never_absent.md")),
    ("comity::resolve::judgement_in_term", include_str!("explanations/judgement_in_term.md")),
    ("comity::resolve::instead_modality", include_str!("explanations/instead_modality.md")),
    ("comity::resolve::too_many_values", include_str!("explanations/too_many_values.md")),
>>>>>>> main
];
