//! Arbitrary syntax trees that a text can be written for.

use comity::source::{FileId, Span, Spanned};
use comity::syntax::ast::*;
use jiff::civil::Date;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

fn at<T>(node: T) -> Spanned<T> {
    Spanned::new(node, Span::new(FileId(0), 0, 0))
}

fn placed<T: std::fmt::Debug>(
    strategy: impl Strategy<Value = T>,
) -> impl Strategy<Value = Spanned<T>> {
    strategy.prop_map(at)
}

fn pick(words: &'static [&'static str]) -> impl Strategy<Value = Name> + Clone {
    select(words).prop_map(|word| at(word.to_owned()))
}

/// A name that is no reserved word.
fn name() -> impl Strategy<Value = Name> + Clone {
    "[a-z]{1,3}_[a-z0-9]{1,6}".prop_map(at)
}

fn names() -> impl Strategy<Value = Vec<Name>> {
    vec(name(), 1..14)
}

fn path() -> impl Strategy<Value = Path> + Clone {
    "[a-z]{1,3}_[a-z]{1,6}(\\.[a-z0-9_]{1,8}){0,2}".prop_map(at)
}

fn rule_id() -> impl Strategy<Value = Name> {
    "[a-z0-9]{1,4}([.-][a-z0-9]{1,3}){0,2}".prop_map(at)
}

fn code() -> impl Strategy<Value = Name> {
    "[A-Z]{2}(-[A-Z]{1,3})?".prop_map(at)
}

fn edition() -> impl Strategy<Value = Name> {
    prop_oneof!["[0-9]{1,2}(\\.[0-9]){0,2}", "20[0-9]{2}-0[1-9]-1[0-9]"].prop_map(at)
}

fn string() -> impl Strategy<Value = Spanned<String>> {
    "[ -~éàœ’“—]{0,24}".prop_map(at)
}

fn url() -> impl Strategy<Value = Spanned<String>> {
    "https://[a-z]{1,8}(/[a-zA-Z0-9#?=.~-]{1,12}){0,2}".prop_map(at)
}

fn date() -> impl Strategy<Value = Spanned<Date>> {
    (1900i16..2200, 1i8..=12, 1i8..=28)
        .prop_map(|(year, month, day)| at(Date::new(year, month, day).unwrap()))
}

fn text() -> impl Strategy<Value = Text> {
    (subsequence(vec!["en", "fr", "nl"], 1..=3).prop_shuffle(), vec(string(), 3)).prop_map(
        |(languages, words)| Text {
            entries: languages
                .into_iter()
                .map(|language| at(language.to_owned()))
                .zip(words)
                .collect(),
        },
    )
}

fn period() -> impl Strategy<Value = Period> {
    (option::of(date()), option::of(date())).prop_map(|(from, until)| Period { from, until })
}

fn citation() -> impl Strategy<Value = Citation> {
    (string(), option::of(url())).prop_map(|(pinpoint, url)| Citation { pinpoint, url })
}

fn rule_reference() -> impl Strategy<Value = RuleReference> {
    (option::of(name()), rule_id()).prop_map(|(alias, rule)| RuleReference { alias, rule })
}

fn foreign_rule() -> impl Strategy<Value = RuleReference> {
    (name(), rule_id()).prop_map(|(alias, rule)| RuleReference { alias: Some(alias), rule })
}

/// A value that is no word.
fn plain_literal() -> impl Strategy<Value = Literal> + Clone {
    prop_oneof![
        any::<i64>().prop_map(Literal::Integer),
        (0i64..100).prop_map(Literal::Integer),
        vec((0i64..100, pick(&["years", "months", "days", "hours", "bits"])), 1..3)
            .prop_map(Literal::Quantity),
        (1900i16..2200, 1i8..=12, 1i8..=28)
            .prop_map(|(year, month, day)| Literal::Date(Date::new(year, month, day).unwrap())),
        "[ -~éà]{0,12}".prop_map(Literal::Text),
        (any::<i64>(), "[A-Z]{3}").prop_map(|(minor, currency)| Literal::Money(minor, currency)),
    ]
}

/// A value as in `parameter` and `includes`.
fn literal() -> impl Strategy<Value = Literal> + Clone {
    prop_oneof![
        plain_literal(),
        any::<bool>().prop_map(Literal::YesNo),
        "[a-z]{1,3}_[a-z0-9]{1,6}".prop_map(Literal::Word),
        select(vec![
            "NL", "GB-NIR", "none", "any", "all", "some", "fixed", "title", "rule", "must"
        ])
        .prop_map(|word| Literal::Word(word.to_owned())),
    ]
}

/// A value between braces: there even reserved words are words.
fn member() -> impl Strategy<Value = Literal> {
    let reserved = select(vec!["and", "is", "before", "has", "where", "from", "on"]);
    prop_oneof![4 => literal(), 1 => reserved.prop_map(|word| Literal::Word(word.to_owned()))]
}

fn set() -> impl Strategy<Value = Vec<Spanned<Literal>>> {
    vec(placed(member()), 1..12)
}

fn left_atom() -> impl Strategy<Value = Operand> + Clone {
    prop_oneof![
        8 => path().prop_map(Operand::Path),
        1 => plain_literal().prop_map(Operand::Literal),
        1 => Just(Operand::Today),
    ]
}

fn right_atom() -> impl Strategy<Value = Operand> + Clone {
    prop_oneof![
        left_atom(),
        any::<bool>().prop_map(|yes| Operand::Literal(Literal::YesNo(yes))),
        select(vec!["none", "any", "some", "title", "must"])
            .prop_map(|word| Operand::Path(at(word.to_owned()))),
    ]
}

fn sum(
    first: impl Strategy<Value = Operand>,
    rest: impl Strategy<Value = Operand>,
) -> impl Strategy<Value = Spanned<Operand>> {
    (first, vec((any::<bool>(), rest), 0..3)).prop_map(|(first, rest)| {
        rest.into_iter().fold(at(first), |left, (minus, right)| {
            at(Operand::Sum { left: Box::new(left), minus, right: Box::new(at(right)) })
        })
    })
}

fn left() -> impl Strategy<Value = Spanned<Operand>> {
    sum(left_atom(), right_atom())
}

fn comparator() -> impl Strategy<Value = Comparator> {
    use Comparator::*;
    select(vec![
        Is, IsNot, AtLeast, AtMost, MoreThan, LessThan, Before, After, OnOrBefore, OnOrAfter,
    ])
}

/// A condition that can stand anywhere in a row.
fn closed() -> BoxedStrategy<Spanned<Condition>> {
    let simple = prop_oneof![
        path().prop_map(Condition::Holds),
        (left(), comparator(), sum(right_atom(), right_atom()))
            .prop_map(|(left, comparator, right)| Condition::Compare { left, comparator, right }),
        (left(), any::<bool>(), set()).prop_map(|(left, negated, values)| Condition::In {
            left,
            negated,
            values
        }),
        (left(), select(vec![Inclusion::One, Inclusion::Excludes]), placed(literal())).prop_map(
            |(left, mode, value)| Condition::Includes { left, mode, values: vec![value] }
        ),
        (left(), select(vec![Inclusion::All, Inclusion::Any, Inclusion::None]), set())
            .prop_map(|(left, mode, values)| Condition::Includes { left, mode, values }),
        (left(), select(vec![State::Present, State::Absent, State::Empty, State::NotEmpty]))
            .prop_map(|(left, state)| Condition::State { left, state }),
        (
            foreign_rule(),
            select(vec![
                RuleState::Met,
                RuleState::MetWhereApplicable,
                RuleState::Breached,
                RuleState::Applies
            ])
        )
            .prop_map(|(rule, state)| Condition::Rule { rule, state }),
        text().prop_map(Condition::Judged),
    ];
    (simple, 0usize..8)
        .prop_map(|(simple, nots)| negated(at(simple), nots.saturating_sub(5)))
        .boxed()
}

fn negated(condition: Spanned<Condition>, times: usize) -> Spanned<Condition> {
    (0..times).fold(condition, |inner, _| at(Condition::Not(Box::new(inner))))
}

/// A condition that can end a row.
fn open(lists: usize, quantified: bool, fuel: u32) -> BoxedStrategy<Spanned<Condition>> {
    if fuel == 0 {
        return closed();
    }
    let mut choices = vec![closed(), closed()];
    if lists < 3 {
        let kind = select(vec![ListKind::All, ListKind::Any, ListKind::None]);
        let items = prop_oneof![
            4 => vec(condition(lists + 1, quantified, fuel - 1), 1..4),
            1 => vec(condition(lists + 1, quantified, fuel.saturating_sub(2)), 8..=21),
        ];
        let list = (kind, items).prop_map(|(kind, items)| at(Condition::List { kind, items }));
        choices.push(
            (list, 0usize..6)
                .prop_map(|(list, nots)| negated(list, nots.saturating_sub(4)))
                .boxed(),
        );
    }
    if !quantified {
        let quantifier = select(vec![Quantifier::Some, Quantifier::Every, Quantifier::No]);
        let filter = option::of(condition(lists, true, fuel - 1).prop_map(Box::new));
        let body = condition(lists, true, fuel - 1).prop_map(Box::new);
        let all = (quantifier, name(), path(), filter, body).prop_map(
            |(quantifier, variable, list, filter, body)| {
                at(Condition::Quantified { quantifier, variable, list, filter, body })
            },
        );
        choices.push(
            (all, 0usize..6).prop_map(|(all, nots)| negated(all, nots.saturating_sub(4))).boxed(),
        );
    }
    proptest::strategy::Union::new(choices).boxed()
}

fn condition(lists: usize, quantified: bool, fuel: u32) -> BoxedStrategy<Spanned<Condition>> {
    let row = (any::<bool>(), vec(closed(), 1..4), open(lists, quantified, fuel)).prop_map(
        |(and, mut parts, last)| {
            parts.push(last);
            at(if and { Condition::And(parts) } else { Condition::Or(parts) })
        },
    );
    prop_oneof![2 => open(lists, quantified, fuel), 1 => row].boxed()
}

fn whole() -> BoxedStrategy<Spanned<Condition>> {
    condition(0, false, 3)
}

fn guard() -> impl Strategy<Value = Guard> {
    (period(), whole(), option::of(citation())).prop_map(|(period, condition, citation)| Guard {
        period,
        condition,
        citation,
    })
}

/// `must not C` is a prohibition, so a duty cannot begin with `not`.
fn begins_with_not(condition: &Condition) -> bool {
    match condition {
        Condition::Not(_) => true,
        Condition::And(parts) | Condition::Or(parts) => begins_with_not(&parts[0].node),
        _ => false,
    }
}

fn norm() -> impl Strategy<Value = Norm> {
    let modality = select(vec![Modality::Must, Modality::Should, Modality::May]);
    (modality, any::<bool>(), whole()).prop_map(|(modality, negated, condition)| Norm {
        modality: at(modality),
        negated: negated || begins_with_not(&condition.node),
        condition,
    })
}

fn value() -> impl Strategy<Value = Spanned<Value>> {
    let leaf = prop_oneof![6 => member().prop_map(Value::Literal), 1 => Just(Value::Absent)];
    placed(leaf).prop_recursive(3, 24, 5, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::List),
            vec((name(), inner), 0..5).prop_map(Value::Record),
        ]
        .prop_map(at)
    })
}

/// The clauses of headers and rules that both may have.
fn shared() -> BoxedStrategy<Clause> {
    let event = select(vec![Event::Placing, Event::MakingAvailable]);
    let level = pick(&["read", "seen", "secondary", "unverified"]);
    prop_oneof![
        text().prop_map(Clause::Title),
        text().prop_map(Clause::Summary),
        (date(), option::of(date()))
            .prop_map(|(from, until)| Clause::InForce(Period { from: Some(from), until })),
        (event, period())
            .prop_map(|(event, period)| Clause::Triggered { event: at(event), period }),
        names().prop_map(Clause::AddressedTo),
        text().prop_map(Clause::Penalty),
        (name(), string()).prop_map(|(fault, reason)| Clause::Allow { fault, reason }),
        (level, option::of(string())).prop_map(|(level, note)| Clause::Confidence { level, note }),
        guard().prop_map(|guard| Clause::Applies(Guard { period: Period::default(), ..guard })),
        guard().prop_map(Clause::Except),
    ]
    .boxed()
}

fn header_clause() -> BoxedStrategy<Clause> {
    let kind = pick(&["law", "standard", "code", "guidance", "principle", "scheme", "proposal"]);
    prop_oneof![
        3 => shared(),
        1 => string().prop_map(Clause::Instrument),
        1 => (url(), date()).prop_map(|(url, read)| Clause::Source { url, read }),
        1 => (kind, string()).prop_map(|(kind, by)| Clause::Issued { kind, by }),
        1 => vec(code(), 1..20).prop_map(Clause::AppliesIn),
        1 => date().prop_map(Clause::ReviewBy),
        1 => (name(), edition()).prop_map(|(name, edition)| Clause::UsesVocabulary { name, edition }),
        1 => (path(), edition(), name())
            .prop_map(|(id, edition, alias)| Clause::UsesRuleset { id, edition, alias }),
        3 => (name(), whole()).prop_map(|(name, condition)| Clause::Term { name, condition }),
        1 => (name(), vec((placed(literal()), period()), 1..5), option::of(citation()))
            .prop_map(|(name, values, citation)| Clause::Parameter { name, values, citation }),
    ]
    .boxed()
}

fn rule_clause() -> BoxedStrategy<Clause> {
    let claim = select(vec![Claim::Adopts, Claim::Tightens, Claim::Relaxes, Claim::Replaces]);
    prop_oneof![
        3 => shared(),
        1 => citation().prop_map(Clause::Citing),
        1 => names().prop_map(Clause::Serves),
        1 => (name(), path(), option::of(whole()))
            .prop_map(|(variable, list, filter)| Clause::ForEvery { variable, list, filter }),
        3 => norm().prop_map(Clause::Norm),
        2 => (guard(), option::of(norm())).prop_map(|(guard, instead)| Clause::Unless { guard, instead }),
        1 => guard().prop_map(Clause::Deemed),
        1 => rule_id().prop_map(Clause::Overrides),
        1 => rule_id().prop_map(Clause::SubjectTo),
        1 => (claim, rule_reference()).prop_map(|(claim, rule)| Clause::Claim { claim: at(claim), rule }),
        1 => text().prop_map(Clause::Evidence),
        1 => text().prop_map(Clause::Because),
        1 => text().prop_map(Clause::Remedy),
        1 => text().prop_map(Clause::Note),
    ]
    .boxed()
}

fn profile_clause() -> BoxedStrategy<Clause> {
    prop_oneof![
        string().prop_map(Clause::Like),
        vec((path(), value()), 0..6).prop_map(Clause::Given),
        vec(path(), 1..8).prop_map(Clause::Without),
        (code(), date(), option::of(date())).prop_map(|(territory, first, last)| Clause::Placed {
            territory,
            first,
            last
        }),
        date().prop_map(Clause::Checked),
        (rule_reference(), option::of(string()), any::<bool>())
            .prop_map(|(rule, text, answer)| Clause::JudgedAs { rule, text, answer: at(answer) }),
    ]
    .boxed()
}

fn example_clause() -> BoxedStrategy<Clause> {
    let verdict = pick(&[
        "met",
        "deemed met",
        "exempt",
        "not applicable",
        "not in force",
        "breached",
        "not followed",
        "permitted",
        "undetermined",
        "needs judgement",
    ]);
    let expect =
        (rule_reference(), verdict, vec(path(), 0..5)).prop_map(|(rule, verdict, facts)| {
            let needing = if verdict.node == "undetermined" { facts } else { Vec::new() };
            Clause::Expect { rule, verdict, needing }
        });
    prop_oneof![3 => profile_clause(), 2 => expect].boxed()
}

fn vocabulary_clause() -> BoxedStrategy<Clause> {
    prop_oneof![
        text().prop_map(Clause::Title),
        (url(), date()).prop_map(|(url, read)| Clause::Source { url, read }),
        (name(), text()).prop_map(|(name, title)| Clause::Role { name, title }),
        (name(), text()).prop_map(|(name, title)| Clause::Goal { name, title }),
    ]
    .boxed()
}

fn type_() -> impl Strategy<Value = Type> {
    let simple = select(vec![
        "duration",
        "date",
        "text",
        "url",
        "version",
        "language",
        "country",
        "territory",
        "money",
    ]);
    let words = || vec(prop_oneof![name(), pick(&["none", "fixed", "yes", "title"])], 1..20);
    prop_oneof![
        Just(Type::YesNo),
        words().prop_map(Type::OneOf),
        words().prop_map(Type::SetOf),
        option::of(name()).prop_map(Type::WholeNumber),
        simple.prop_map(|word| Type::Simple(word.to_owned())),
        select(vec!["text", "languages", "countries"])
            .prop_map(|word| Type::OpenSet(word.to_owned())),
        path().prop_map(Type::Reference),
        Just(Type::List),
    ]
}

fn fact_clause() -> BoxedStrategy<Clause> {
    let methods = vec(pick(&["declaration", "laboratory", "document"]), 1..4);
    prop_oneof![
        2 => placed(type_()).prop_map(Clause::Type),
        1 => Just(Clause::Fixed),
        1 => Just(Clause::Chosen),
        1 => Just(Clause::Optional),
        1 => text().prop_map(Clause::Title),
        1 => text().prop_map(Clause::Question),
        1 => text().prop_map(Clause::Meaning),
        1 => (name(), text()).prop_map(|(name, title)| Clause::ValueTitle { name, title }),
        1 => methods.prop_map(Clause::EvidenceFrom),
        1 => vec((name(), option::of(string())), 1..5).prop_map(Clause::ReadFrom),
        1 => any::<i64>().prop_map(|weight| Clause::Weight(at(weight))),
    ]
    .boxed()
}

fn jurisdiction_clause() -> BoxedStrategy<Clause> {
    prop_oneof![
        text().prop_map(Clause::Title),
        code().prop_map(Clause::Within),
        names().prop_map(Clause::AlsoKnownAs),
    ]
    .boxed()
}

/// Clauses that a block may have several of; of the others the first is kept.
fn is_repeatable(clause: &Clause) -> bool {
    matches!(
        clause,
        Clause::Source { .. }
            | Clause::UsesRuleset { .. }
            | Clause::Term { .. }
            | Clause::Parameter { .. }
            | Clause::Applies(_)
            | Clause::Except(_)
            | Clause::Unless { .. }
            | Clause::Deemed(_)
            | Clause::Overrides(_)
            | Clause::SubjectTo(_)
            | Clause::Claim { .. }
            | Clause::Given(_)
            | Clause::Without(_)
            | Clause::Placed { .. }
            | Clause::JudgedAs { .. }
            | Clause::Expect { .. }
            | Clause::Role { .. }
            | Clause::Goal { .. }
            | Clause::ValueTitle { .. }
            | Clause::AlsoKnownAs(_)
    )
}

fn block(
    head: impl Strategy<Value = Head>,
    clause: BoxedStrategy<Clause>,
) -> impl Strategy<Value = Block> {
    (head, vec(clause, 0..6)).prop_map(|(head, clauses)| {
        let mut kept: Vec<Spanned<Clause>> = Vec::new();
        for clause in clauses {
            let same = |other: &Spanned<Clause>| {
                std::mem::discriminant(&other.node) == std::mem::discriminant(&clause)
                    || matches!(
                        (&other.node, &clause),
                        (Clause::Fixed, Clause::Chosen) | (Clause::Chosen, Clause::Fixed)
                    )
            };
            if is_repeatable(&clause) || !kept.iter().any(same) {
                kept.push(at(clause));
            }
        }
        Block { head: at(head), clauses: kept }
    })
}

fn whole_file(
    header: impl Strategy<Value = Block>,
    block: impl Strategy<Value = Block>,
) -> impl Strategy<Value = File> {
    (header, vec(block, 0..4)).prop_map(|(header, mut blocks)| {
        blocks.insert(0, header);
        File { blocks }
    })
}

/// A whole file of any of the three kinds.
pub(crate) fn file() -> impl Strategy<Value = File> {
    let ruleset = (path(), edition()).prop_map(|(id, edition)| Head::Ruleset { id, edition });
    let vocabulary =
        (name(), edition()).prop_map(|(name, edition)| Head::Vocabulary { name, edition });
    let jurisdictions = edition().prop_map(|edition| Head::Jurisdictions { edition });
    let declaration = prop_oneof![path().prop_map(Head::Fact), path().prop_map(Head::Field)];
    prop_oneof![
        4 => whole_file(block(ruleset, header_clause()), prop_oneof![
            3 => block(rule_id().prop_map(Head::Rule), rule_clause()),
            1 => block(string().prop_map(Head::Profile), profile_clause()),
            1 => block(string().prop_map(Head::Example), example_clause()),
        ]),
        1 => whole_file(block(vocabulary, vocabulary_clause()), block(declaration, fact_clause())),
        1 => whole_file(
            block(jurisdictions, text().prop_map(Clause::Title).boxed()),
            block(code().prop_map(Head::Jurisdiction), jurisdiction_clause()),
        ),
    ]
}
