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
pub(super) const START: Words = [
    "Rules for connected products",
    "Règles des produits connectés",
    "Regels voor verbonden producten",
];
pub(super) const START_HOW: Words = [
    "Each rule stands beside the clause it encodes, as it was read and as it is written in Comity, with its open questions and its examples.",
    "Chaque règle figure à côté de la disposition qu’elle transcrit, telle qu’elle a été lue et telle qu’elle est écrite en Comity, avec ses questions ouvertes et ses exemples.",
    "Elke regel staat naast de bepaling die hij weergeeft, zoals hij is gelezen en zoals hij in Comity is geschreven, met zijn open vragen en voorbeelden.",
];
pub(super) const RULESETS: Words = ["Rulesets", "Ensembles de règles", "Regelsets"];
pub(super) const RULESET: Words = ["Ruleset", "Ensemble de règles", "Regelset"];
pub(super) const RULE: Words = ["Rule", "Règle", "Regel"];
pub(super) const TITLE: Words = ["Title", "Titre", "Titel"];
pub(super) const KIND: Words = ["Kind", "Nature", "Soort"];
pub(super) const PLACES: Words = ["Where", "Où", "Waar"];
pub(super) const OPEN_SHARE: Words =
    ["Rules with an open norm", "Règles à norme ouverte", "Regels met een open norm"];
pub(super) const PAGES: Words = ["Pages", "Pages", "Pagina’s"];
pub(super) const BY_FACT: Words = ["By fact", "Par fait", "Per feit"];
pub(super) const BY_ADDRESSEE: Words = ["By addressee", "Par destinataire", "Per geadresseerde"];
pub(super) const BY_GOAL: Words = ["By goal", "Par but", "Per doel"];
pub(super) const BY_DATE: Words = ["By date", "Par date", "Per datum"];
pub(super) const BY_CONFIDENCE: Words =
    ["What was read less surely", "Ce qui a été lu moins sûrement", "Wat minder zeker is gelezen"];
pub(super) const LESS_HOW: Words = [
    "Rules whose primary text was not read, or only in part:",
    "Règles dont le texte original n’a pas été lu, ou en partie seulement :",
    "Regels waarvan de oorspronkelijke tekst niet of slechts deels is gelezen:",
];
pub(super) const NOTE: Words = ["Note", "Remarque", "Opmerking"];
pub(super) const FACT: Words = ["Fact", "Fait", "Feit"];
pub(super) const DATES_HOW: Words = [
    "Law that binds a unit placed on the market on each day, as far as dates go.",
    "Droit qui lie une unité mise sur le marché chaque jour, pour autant que les dates décident.",
    "Recht dat een exemplaar bindt dat op elke dag in de handel komt, voor zover data beslissen.",
];
pub(super) const DAYS: Words = ["Days", "Jours", "Dagen"];
pub(super) const BEGINS: Words = ["Begins", "Commence", "Begint"];
pub(super) const ENDS: Words = ["Ends", "Prend fin", "Eindigt"];
pub(super) const TURNS: Words = ["Changes", "Change", "Verandert"];
pub(super) const RELATIONS: Words =
    ["Relations to others", "Relations avec d’autres", "Verhouding tot andere"];
pub(super) const RELATION: Words = ["Relation", "Relation", "Verhouding"];
pub(super) const OTHER: Words = ["Other", "Autre", "Andere"];
pub(super) const CLAUSE: Words = ["Clause", "Disposition", "Bepaling"];
pub(super) const BASIS: Words = ["Clause or proof", "Disposition ou preuve", "Bepaling of bewijs"];
pub(super) const PROVED: Words = [
    "proved for a unit placed on",
    "prouvé pour un exemplaire mis sur le marché le",
    "bewezen voor een exemplaar dat in de handel komt op",
];
pub(super) const PICTURE: Words = [
    "Picture of what these rules rest on and what rests on them; the tables above say the same of each rule",
    "Image de ce sur quoi ces règles reposent et de ce qui repose sur elles ; les tableaux ci-dessus disent la même chose règle par règle",
    "Beeld van waar deze regels op rusten en wat op hen rust; de tabellen hierboven zeggen per regel hetzelfde",
];
pub(super) const CHANGED: Words = ["What changed", "Ce qui a changé", "Wat er veranderde"];
pub(super) const CHANGED_HOW: Words = [
    "Rules are paired by number, and compared by how they read; comity diff compares what they mean.",
    "Les règles sont appariées par numéro et comparées telles qu’elles se lisent ; comity diff compare leur sens.",
    "Regels zijn gepaard op nummer en vergeleken zoals ze luiden; comity diff vergelijkt wat ze betekenen.",
];
pub(super) const NEW: Words = ["New rules", "Règles nouvelles", "Nieuwe regels"];
pub(super) const GONE: Words = ["Rules that are gone", "Règles disparues", "Vervallen regels"];
pub(super) const READS_ANEW: Words =
    ["Rules that read differently", "Règles qui se lisent autrement", "Regels die anders luiden"];
pub(super) const SAME: Words =
    ["Rules that read the same", "Règles qui se lisent de même", "Regels die hetzelfde luiden"];
pub(super) const BEFORE: Words = ["Before", "Avant", "Voorheen"];
pub(super) const AFTER: Words = ["After", "Après", "Daarna"];
pub(super) const NONE: Words = ["None", "Aucune", "Geen"];
