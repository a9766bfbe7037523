//! The words of the pages, in English, French and Dutch.

/// The same in English, French and Dutch.
pub(super) type Words = [&'static str; 3];

pub(super) const SKIP: Words = ["To the content", "Aller au contenu", "Naar de inhoud"];
pub(super) const EDITION: Words = ["edition", "édition", "editie"];
pub(super) const LAW_SAYS: Words = ["Where it is written", "Où c’est écrit", "Waar het staat"];
pub(super) const READ_AS: Words = ["How we read it", "Comment nous le lisons", "Hoe wij het lezen"];
pub(super) const IN_COMITY: Words =
    ["As written in Comity", "Écrit en Comity", "In Comity geschreven"];
pub(super) const OPEN: Words = [
    "Open questions, for a person to judge",
    "Questions ouvertes, à apprécier par une personne",
    "Open vragen, voor het oordeel van een mens",
];
pub(super) const CONFIDENCE: Words =
    ["How it was read", "Comment le texte a été lu", "Hoe de tekst is gelezen"];
pub(super) const EXAMPLES: Words = ["Examples", "Exemples", "Voorbeelden"];
pub(super) const NO_EXAMPLE: Words = [
    "No example tests this rule.",
    "Aucun exemple ne teste cette règle.",
    "Geen voorbeeld toetst deze regel.",
];
pub(super) const EXAMPLE: Words = ["Example", "Exemple", "Voorbeeld"];
pub(super) const DAY: Words = ["Checked on", "Vérifié le", "Getoetst op"];
pub(super) const GIVEN: Words = ["Given", "Donné", "Gegeven"];
pub(super) const AS_UNDER: Words = ["as under", "comme sous", "als onder"];
pub(super) const STATED: Words = ["stated", "déclarés", "opgegeven"];
pub(super) const EXPECTED: Words = ["Expected", "Attendu", "Verwacht"];
pub(super) const NEEDING: Words = ["needing", "il faut", "nodig"];
pub(super) const TEXT_READ: Words = ["Text read", "Texte lu", "Gelezen tekst"];
pub(super) const READ_ON: Words = ["read on", "lu le", "gelezen op"];
pub(super) const MEANINGS: Words =
    ["What the words mean", "Ce que veulent dire les mots", "Wat de woorden betekenen"];
pub(super) const READING: Words = ["Reading", "Lecture", "Lezing"];
pub(super) const FRAME: Words = ["What text it is", "Quel texte c’est", "Welke tekst het is"];
pub(super) const RULES: Words = ["Rules", "Règles", "Regels"];
pub(super) const MADE_BY: Words = [
    "Made by Comity from the rules themselves. It is a reading, not legal advice; the official text decides.",
    "Établi par Comity à partir des règles elles-mêmes. C’est une lecture, pas un conseil juridique ; le texte officiel fait foi.",
    "Door Comity gemaakt uit de regels zelf. Het is een lezing, geen juridisch advies; de officiële tekst beslist.",
];
