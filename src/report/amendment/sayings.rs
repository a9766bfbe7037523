//! What is said of an amendment, in English, French and Dutch.

use crate::model::text::Language;
use crate::report::lexicon::said;

/// A difference, in words.
pub(super) fn way(way: &str, language: Language) -> &str {
    let words = match way {
        "newly-breached" => [
            "a product breaches it that did not",
            "un produit l’enfreint qui ne l’enfreignait pas",
            "een product schendt de regel dat dat eerst niet deed",
        ],
        "no-longer-breached" => [
            "a product breached it and no longer does",
            "un produit l’enfreignait et ne l’enfreint plus",
            "een product schond de regel en doet dat niet meer",
        ],
        "scope-widened" => [
            "it speaks of a product that it did not speak of",
            "elle vise un produit qu’elle ne visait pas",
            "de regel gaat over een product waarover hij eerst niet ging",
        ],
        "scope-narrowed" => [
            "it no longer speaks of a product",
            "elle ne vise plus un produit",
            "de regel gaat niet meer over een product",
        ],
        "no-longer-exempt" => [
            "it binds a product that it exempted",
            "elle lie un produit qu’elle exemptait",
            "de regel bindt een product dat was vrijgesteld",
        ],
        "newly-exempt" => [
            "it exempts a product that it bound",
            "elle exempte un produit qu’elle liait",
            "de regel stelt een product vrij dat gebonden was",
        ],
        other => return other,
    };
    said(words, language)
}

/// `12 rules are equal in meaning: proved for every product.`
pub(super) fn equal(count: usize, language: Language) -> String {
    said(
        [
            format!("{count} rules are as they were: equal in meaning, proved for every product"),
            format!("{count} règles sont comme avant : de même sens, prouvé pour tout produit"),
            format!(
                "{count} regels zijn als voorheen: gelijk van betekenis, bewezen voor elk product"
            ),
        ],
        language,
    )
}

/// The headings of the page.
pub(super) struct Headings {
    pub(super) changed: &'static str,
    pub(super) added: &'static str,
    pub(super) removed: &'static str,
    pub(super) manifests: &'static str,
    pub(super) conflicts: &'static str,
    pub(super) unasked: &'static str,
    pub(super) same: &'static str,
    pub(super) unclear: &'static str,
    pub(super) was: &'static str,
    pub(super) dates: &'static str,
    pub(super) norm_added: &'static str,
    pub(super) norm_removed: &'static str,
    pub(super) none: &'static str,
}

pub(super) fn headings(language: Language) -> Headings {
    said(
        [
            Headings {
                changed: "Changed",
                added: "Added",
                removed: "Removed",
                manifests: "Manifests",
                conflicts: "New conflicts with other law",
                unasked: "not looked for; --conflicts looks for them",
                same: "equal in meaning (proved)",
                unclear: "it could not be told whether the meaning is the same",
                was: "was",
                dates: "dates",
                norm_added: "to judge now",
                norm_removed: "no longer to judge",
                none: "none",
            },
            Headings {
                changed: "Modifiées",
                added: "Ajoutées",
                removed: "Supprimées",
                manifests: "Manifestes",
                conflicts: "Nouveaux conflits avec d’autres règles de droit",
                unasked: "pas recherchés ; --conflicts les recherche",
                same: "de même sens (prouvé)",
                unclear: "on n’a pas pu établir si le sens est le même",
                was: "avant",
                dates: "dates",
                norm_added: "à apprécier désormais",
                norm_removed: "n’est plus à apprécier",
                none: "aucun",
            },
            Headings {
                changed: "Gewijzigd",
                added: "Toegevoegd",
                removed: "Vervallen",
                manifests: "Manifesten",
                conflicts: "Nieuwe conflicten met ander recht",
                unasked: "niet gezocht; --conflicts zoekt ze",
                same: "gelijk van betekenis (bewezen)",
                unclear: "niet vast te stellen of de betekenis gelijk is",
                was: "was",
                dates: "data",
                norm_added: "nu te beoordelen",
                norm_removed: "niet meer te beoordelen",
                none: "geen",
            },
        ],
        language,
    )
}
