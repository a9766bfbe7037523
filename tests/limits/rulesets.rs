//! Rulesets that are large, deep or wound up: bounded before anything is walked.

use super::{HEADER, WORLD, codes, load, rule, soon};
use comity::eval::coverage::Coverage;
use comity::eval::examples::run_example;
use comity::jiff::civil::date;
use comity::{CheckRequest, Library};
use std::fmt::Write as _;

/// Loads, and puts every rule to a product of which nothing is known.
fn judge(rules: String) -> usize {
    let library = load(rules).unwrap_or_else(|faults| panic!("{}", faults[0].kind));
    soon(move || {
        let manifest = library.read_manifest("m.yaml", b"comity: 1\n").unwrap();
        let request = CheckRequest::on(date(2026, 6, 1)).within(["NL"]);
        let markets = library.check(&manifest, &request).unwrap();
        markets.iter().map(|market| market.rules.len()).sum()
    })
}

#[track_caller]
fn refused(rules: String, code: &str) -> String {
    let faults = load(rules).expect_err("it is refused");
    assert_eq!(codes(&faults), [code]);
    let longest = faults.iter().map(|fault| fault.kind.to_string().len()).max();
    assert!(longest < Some(2_000), "a message of {longest:?} bytes");
    faults[0].kind.to_string()
}

const FACT: &str = "net.internet_capable";

/// Terms that each rest on the one before.
fn chain(length: usize, step: impl Fn(usize) -> String) -> String {
    let mut text = format!("  term t0 means {FACT}.\n");
    for number in 1..length {
        let _ = writeln!(text, "  term t{number} means {}.", step(number - 1));
    }
    text + "\n" + &rule(1, &format!("must t{}.", length - 1))
}

#[test]
fn terms_that_only_rename_are_no_depth() {
    assert_eq!(judge(chain(10_000, |before| format!("t{before}"))), 1);
}

#[test]
fn chain_of_terms_is_bounded_in_depth() {
    let step = |before: usize| match before % 2 {
        0 => format!("t{before} and updates.automatic"),
        _ => format!("t{before} or updates.automatic"),
    };
    assert_eq!(judge(chain(120, step)), 1);
    for length in [140, 10_000] {
        let message = refused(chain(length, step), "resolve::too_complex");
        assert!(message.contains("more than 128 deep"), "{message}");
    }
}

#[test]
fn terms_that_double_are_bounded_in_what_they_unfold_into() {
    let step =
        |before: usize| format!("any of: (a) t{before} and updates.automatic; (b) not t{before}");
    assert_eq!(judge(chain(9, step)), 1);
    for length in [16, 60, 120] {
        let message = refused(chain(length, step), "resolve::too_complex");
        assert!(message.contains("more than 50000 conditions"), "{message}");
    }
}

#[test]
fn rules_that_refer_to_each_other_are_bounded_in_what_they_unfold_into() {
    let rules = |count: usize| -> String {
        let first = rule(0, &format!("must {FACT}."));
        let further = (1..count).map(|number| {
            let before = number - 1;
            let applies = "applies where net.internet_capable.\n  ";
            rule(
                number,
                &format!("{applies}must this/{before} is met or this/{before} is breached."),
            )
        });
        std::iter::once(first).chain(further).collect()
    };
    assert_eq!(judge(rules(4)), 4);
    refused(rules(60), "resolve::too_complex");
}

#[test]
fn all_rules_together_are_bounded_in_what_they_unfold_into() {
    let step = |before: usize| format!("any of: (a) t{before}; (b) not t{before}");
    let doubled = chain(11, step).split("\nrule").next().unwrap().to_owned() + "\n";
    let rules = |count| (0..count).map(|number| rule(number, "must t10.")).collect::<String>();
    assert_eq!(judge(doubled.clone() + &rules(20)), 20);
    let message = refused(doubled + &rules(400), "resolve::too_complex");
    assert!(message.contains("and the rules before it"), "{message}");
}

#[test]
fn number_of_rules_is_bounded() {
    let rules = |count: usize| -> String {
        (0..count)
            .map(|number| format!("rule {number}:\ntitle\"t\".\nciting\"c\".\nmust {FACT}.\n"))
            .collect()
    };
    assert!(load(rules(1_000)).is_ok());
    let message = refused(rules(10_001), "resolve::too_complex");
    assert!(message.contains("more than 10000"), "{message}");
    refused(rules(50_000), "syntax::file_too_large");
}

#[test]
fn rules_that_lift_one_another_are_judged_soon() {
    let first = rule(0, &format!("must {FACT}."));
    let lift = |other: &dyn Fn(usize) -> usize| -> String {
        let further = (1..1_000)
            .map(|number| rule(number, &format!("must {FACT}.\n  overrides {}.", other(number))));
        std::iter::once(first.clone()).chain(further).collect()
    };
    assert_eq!(judge(lift(&|_| 0)), 1_000);
    assert_eq!(judge(lift(&|number| number - 1)), 1_000);
}

#[test]
fn clauses_of_one_rule_are_judged_soon() {
    let clauses = "unless updates.automatic.\n  ".repeat(2_000);
    assert_eq!(judge(rule(1, &format!("must {FACT}.\n  {clauses}"))), 1);
    let row = vec![FACT; 2_500].join(" and ");
    assert_eq!(judge(rule(1, &format!("must {row}."))), 1);
}

#[test]
fn long_circle_is_told_by_its_first_members() {
    let terms = |count: usize| -> String {
        (0..count).map(|this| format!("  term t{this} means t{}.\n", (this + 1) % count)).collect()
    };
    let message = refused(terms(10_000), "resolve::circle");
    assert!(message.contains("t7 -> … -> demo.locks.t0"), "{message}");
    let message = refused(terms(3), "resolve::circle");
    assert!(message.ends_with("t0 -> demo.locks.t1 -> demo.locks.t2 -> demo.locks.t0"));
}

#[test]
fn faults_beyond_the_bound_are_told_as_one() {
    let unknown: String =
        (0..5_000).map(|number| rule(number, &format!("must x{number}."))).collect();
    let twice = rule(1, &format!("must {FACT}.")).repeat(5_000);
    for (rules, code) in [(unknown, "unknown_name"), (twice, "declared_twice")] {
        let faults = load(rules).expect_err("refused");
        assert_eq!(faults.len(), 501);
        let expected = [format!("resolve::{code}"), "resolve::too_many_faults".to_owned()];
        let mut found = codes(&faults);
        found.sort_by_key(|code| code.contains("too_many_faults"));
        assert_eq!(found, expected);
    }
}

#[test]
fn jurisdictions_are_bounded_in_number_and_depth() {
    let read = |count: usize, within: fn(usize) -> String| {
        let mut text = "jurisdictions edition 1.\n  title en \"Many\".\n".to_owned();
        for number in 0..count {
            let within = within(number);
            let _ = writeln!(text, "jurisdiction A{number}:\n  title en \"A\".\n{within}");
        }
        soon(move || Library::from_texts([("own", text.as_str())]).map_err(|faults| codes(&faults)))
    };
    let apart = |_| String::new();
    let inside = |number: usize| match number {
        0 => String::new(),
        _ => format!("  within A{}.", number - 1),
    };
    assert!(read(6_000, apart).is_ok());
    assert_eq!(read(6_001, apart).unwrap_err(), ["resolve::too_complex"]);
    assert!(read(16, inside).is_ok());
    for count in [18, 1_000] {
        assert_eq!(read(count, inside).unwrap_err(), ["resolve::too_complex"]);
    }
}

#[test]
fn facts_are_bounded_in_number() {
    let read = |count: usize| {
        let mut text = "vocabulary many edition 1.\n  title en \"Many\".\n".to_owned();
        for number in 0..count {
            let _ = writeln!(text, "fact f{number}:\n  type date.\n  fixed.\n  title en \"F\".");
        }
        soon(move || Library::from_texts([("own", text.as_str())]).map_err(|faults| codes(&faults)))
    };
    assert!(read(5_000).is_ok());
    assert_eq!(read(5_001).unwrap_err(), ["resolve::too_complex"]);
}

#[test]
fn examples_are_bounded_in_what_they_take_over() {
    let examples = |count: usize| {
        let items = vec!["{remote: yes, min_length: 8}"; 1_000].join(", ");
        let mut text = rule(1, &format!("must {FACT}."));
        let _ = write!(text, "profile \"full\":\n  given {{auth.passwords: [{items}]}}.\n\n");
        for number in 0..count {
            let _ = write!(
                text,
                "example \"{number}\":\n  like \"full\".\n  expect 1 undetermined.\n\n"
            );
        }
        text
    };
    assert!(load(examples(20)).is_ok());
    let message = refused(examples(500), "resolve::too_complex");
    assert!(message.contains("state more than 500000 facts"), "{message}");
}

#[test]
fn pairs_of_items_in_an_example_are_bounded() {
    let example = |count: usize| {
        let of = |item: &str| vec![item; count].join(", ");
        let pairs = rule(
            1,
            "for every p in auth.passwords:\n  must some s in product.services has s.id is p.service.",
        );
        format!(
            "{pairs}\nexample \"pairs\":\n  given {{auth.passwords: [{}]}}.\n  \
             given {{product.services: [{}]}}.\n  expect 1 undetermined needing auth.passwords.\n",
            of("{remote: yes}"),
            of("{required: yes}"),
        )
        .replace("]}.\n  given {", "],\n  ")
    };
    let library = load(example(60)).unwrap_or_else(|faults| panic!("{}", faults[0].kind));
    let law = library.law();
    let results = run_example(law, &law.examples[0], &mut Coverage::default());
    assert!(results.iter().all(|result| result.passed()));
    let message = refused(example(1_500), "resolve::too_complex");
    assert!(message.contains("lists so long"), "{message}");
}

#[test]
fn names_that_nothing_declares_are_looked_up_soon() {
    let long = "a".repeat(200);
    let rules: String =
        (0..2_000).map(|number| rule(number, &format!("must {}{number}.", &long[5..]))).collect();
    assert_eq!(load(rules).expect_err("refused").len(), 501);
    let text = format!(
        "{HEADER}\nexample \"{}\":\n  like \"{}\".\n",
        "b".repeat(60_000),
        "c".repeat(60_000)
    );
    let faults =
        soon(move || Library::from_texts(WORLD.into_iter().chain([("own", text.as_str())])));
    for fault in faults.expect_err("refused") {
        assert!(fault.kind.to_string().len() < 1_000, "{}", fault.code());
    }
}
