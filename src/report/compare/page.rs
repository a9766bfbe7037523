//! How rules relate, for people: a matrix of rulesets, then the pairs of note.

use super::json::{CompareReport, PairReport, RuleName};
use crate::model::text::Language;
use crate::report::claims::write_claims;
use crate::report::lexicon::{said, told};
use crate::report::paint::Paint;
use crate::report::told_product::product_lines;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The frame of the page in one language.
struct Words {
    relations: [(&'static str, &'static str); 7],
    summary: &'static str,
    first_only: &'static str,
    second_only: &'static str,
    whole: &'static str,
    none: &'static str,
    claims: &'static str,
}

const ENGLISH: Words = Words {
    relations: [
        ("disjoint", "no product meets both"),
        ("equal", "asks the same as"),
        ("stricter", "is stricter than"),
        ("looser", "is looser than"),
        ("intersects", "asks something else than"),
        ("unrelated", "turns on other things than"),
        ("unclear", "could not be told from"),
    ],
    summary: "Pairs of rules that turn on a common design decision, by ruleset",
    first_only: "fails the first and meets the second:",
    second_only: "meets the first and fails the second:",
    whole: "As wholes, on products that both bind: the first",
    none: "No rule of the one turns on a decision that a rule of the other turns on; or one of them binds no product placed on",
    claims: "What the rules claim of each other, over all days",
};

const FRENCH: Words = Words {
    relations: [
        ("disjoint", "aucun produit ne respecte à la fois celle-ci et"),
        ("equal", "demande la même chose que"),
        ("stricter", "est plus stricte que"),
        ("looser", "est moins stricte que"),
        ("intersects", "demande autre chose que"),
        ("unrelated", "porte sur autre chose que"),
        ("unclear", "n’a pu être départagée de"),
    ],
    summary: "Paires de règles qui portent sur une même décision de conception, par texte",
    first_only: "enfreint la première et respecte la seconde :",
    second_only: "respecte la première et enfreint la seconde :",
    whole: "Dans l’ensemble, pour les produits que les deux lient : le premier",
    none: "Aucune règle de l’un ne porte sur une décision dont traite l’autre ; ou l’un d’eux ne lie aucun produit mis sur le marché le",
    claims: "Ce que les règles affirment l’une de l’autre, tous jours confondus",
};

const DUTCH: Words = Words {
    relations: [
        ("disjoint", "geen product voldoet aan deze en"),
        ("equal", "vraagt hetzelfde als"),
        ("stricter", "is strenger dan"),
        ("looser", "is minder streng dan"),
        ("intersects", "vraagt iets anders dan"),
        ("unrelated", "gaat over iets anders dan"),
        ("unclear", "was niet te onderscheiden van"),
    ],
    summary: "Paren van regels die om dezelfde ontwerpkeuze draaien, per tekst",
    first_only: "schendt de eerste en voldoet aan de tweede:",
    second_only: "voldoet aan de eerste en schendt de tweede:",
    whole: "Als geheel, voor producten waarvoor beide gelden: de eerste",
    none: "Geen regel van de een draait om een keuze waarover de ander gaat; of een van beide bindt geen product dat in de handel komt op",
    claims: "Wat de regels van elkaar beweren, over alle dagen",
};

/// The page. Pairs of which each asks something the other does not are only counted, unless
/// `all`; with few pairs, products that show the difference are printed.
#[must_use]
pub fn compare_page(report: &CompareReport, all: bool, paint: Paint) -> String {
    let language = Language::from_code(&report.language).unwrap_or_default();
    let words = said([&ENGLISH, &FRENCH, &DUTCH], language);
    let mut out = String::new();
    if report.pairs.is_empty() {
        let _ = writeln!(out, "{}", paint.filled("", &format!("{} {}.", words.none, report.on)));
    }
    if report.pairs.len() > 1 {
        matrix(&mut out, report, words, language, paint);
    }
    let few = report.pairs.len() == 1;
    for (relation, phrase) in words.relations {
        let shown = all || few || relation != "intersects";
        for pair in report.pairs.iter().filter(|pair| shown && pair.relation == relation) {
            write_pair(&mut out, pair, phrase, paint);
            if few || all {
                write_products(&mut out, pair, words);
            }
        }
    }
    if let Some(whole) = &report.whole {
        let phrase = words.relations.iter().find(|(word, _)| *word == whole.relation);
        let phrase = phrase.map_or("", |(_, phrase)| *phrase);
        let _ = writeln!(out, "\n{} {phrase} …", words.whole);
        for (label, product) in [
            (words.first_only, &whole.fails_first_only),
            (words.second_only, &whole.fails_second_only),
        ] {
            write_product(&mut out, label, product.as_deref());
        }
    }
    if !report.claims.is_empty() {
        let _ = writeln!(out, "\n{}", paint.strong(words.claims));
        write_claims(&mut out, &report.claims, all, paint);
    }
    out
}

/// For each pair of rulesets, how many pairs of rules relate how.
fn matrix(
    out: &mut String,
    report: &CompareReport,
    words: &Words,
    language: Language,
    paint: Paint,
) {
    let mut counts: BTreeMap<(String, String), BTreeMap<usize, usize>> = BTreeMap::new();
    for pair in &report.pairs {
        let key = (pair.first.ruleset.clone(), pair.second.ruleset.clone());
        let at = words.relations.iter().position(|(word, _)| *word == pair.relation);
        *counts.entry(key).or_default().entry(at.unwrap_or_default()).or_default() += 1;
    }
    let _ = writeln!(out, "{} ({})", paint.strong(words.summary), report.on);
    for ((first, second), found) in counts {
        let counted = found.iter().filter_map(|(at, count)| {
            words.relations.get(*at).map(|(word, _)| format!("{count} {}", told(word, language)))
        });
        let counted: Vec<String> = counted.collect();
        let _ = writeln!(out, "  {first:<20} {second:<20} {}", counted.join(", "));
    }
    out.push('\n');
}

fn write_pair(out: &mut String, pair: &PairReport, phrase: &str, paint: Paint) {
    let side = |name: &RuleName| format!("{} ({})", paint.strong(&name.rule), name.territory);
    let _ = writeln!(out, "{} {phrase} {}", side(&pair.first), side(&pair.second));
    for name in [&pair.first, &pair.second] {
        let cited = format!("{}: {} [{}]", name.rule, name.title, name.citation);
        let _ = writeln!(out, "    {}", paint.faint(&cited));
    }
}

fn write_products(out: &mut String, pair: &PairReport, words: &Words) {
    write_product(out, words.first_only, pair.fails_first_only.as_deref());
    write_product(out, words.second_only, pair.fails_second_only.as_deref());
}

fn write_product(out: &mut String, label: &str, product: Option<&str>) {
    let Some(product) = product else { return };
    let _ = writeln!(out, "  {label}");
    for line in product_lines(product) {
        let _ = writeln!(out, "      {line}");
    }
}
