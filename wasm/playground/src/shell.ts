// Words of the frame and of the first view.

import type { Language } from "./state/app.svelte.ts";

const en = {
  slogan: "rules for connected products",
  skip: "Skip to the content",
  views: "Views",
  language: "Language",
  light: "Light colours",
  dark: "Dark colours",
  opening: "Opening…",
  check: "Check a product",
  compare: "Compare the law",
  draft: "Draft a rule",
  learn: "Why it answers so",
  private: "Nothing that is entered here leaves this machine: the rules and the engine are part of the page, and nothing is stored.",
  advice: "Comity encodes law to make it comparable. Each rule says how its text was read. A verdict is no legal advice.",
  heading: "What must a connected product do, and where?",
  lead: "Comity checks a product against the rules of the United Kingdom, Canada and the Netherlands (with European Union law) at once, proves how those rules relate, and says of every verdict which clause it rests on.",
  checkText: "Pick an example or a breach that made the news, open the manifest of a product, or answer questions one by one.",
  compareText: "See which rules are stricter than others, which cannot be met together, and one design that satisfies all of them.",
  draftText: "Write a ruleset as sentences: faults, examples and effects are shown as you type.",
  learnText: "Traps in which other tools pass a bad product or miss a clash, and what Comity answers.",
  start: "Start",
};

const fr: typeof en = {
  slogan: "les règles des produits connectés",
  skip: "Aller au contenu",
  views: "Vues",
  language: "Langue",
  light: "Couleurs claires",
  dark: "Couleurs sombres",
  opening: "Ouverture…",
  check: "Vérifier un produit",
  compare: "Comparer le droit",
  draft: "Rédiger une règle",
  learn: "Pourquoi ces réponses",
  private: "Rien de ce qui est saisi ici ne quitte cet appareil : les règles et le moteur font partie de la page, et rien n’est conservé.",
  advice: "Comity met le droit en forme pour le rendre comparable. Chaque règle dit comment son texte a été lu. Un verdict n’est pas un avis juridique.",
  heading: "Que doit faire un produit connecté, et où ?",
  lead: "Comity confronte un produit aux règles du Royaume-Uni, du Canada et des Pays-Bas (avec le droit de l’Union européenne) à la fois, prouve comment ces règles se rapportent les unes aux autres, et dit pour chaque verdict sur quelle disposition il repose.",
  checkText: "Choisissez un exemple ou une faille qui a fait parler d’elle, ouvrez le manifeste d’un produit, ou répondez aux questions une à une.",
  compareText: "Voyez quelles règles sont plus strictes que d’autres, lesquelles ne peuvent être respectées ensemble, et une conception qui les satisfait toutes.",
  draftText: "Écrivez un recueil de règles en phrases : les défauts, les exemples et les effets s’affichent au fil de la saisie.",
  learnText: "Des pièges où d’autres outils laissent passer un mauvais produit ou ne voient pas un conflit, et ce que répond Comity.",
  start: "Commencer",
};

const nl: typeof en = {
  slogan: "regels voor verbonden producten",
  skip: "Naar de inhoud",
  views: "Onderdelen",
  language: "Taal",
  light: "Lichte kleuren",
  dark: "Donkere kleuren",
  opening: "Wordt geopend…",
  check: "Een product toetsen",
  compare: "Het recht vergelijken",
  draft: "Een regel opstellen",
  learn: "Waarom dit antwoord",
  private: "Niets van wat hier wordt ingevoerd verlaat dit apparaat: de regels en de rekenkern zijn deel van de pagina, en er wordt niets bewaard.",
  advice: "Comity legt het recht vast om het vergelijkbaar te maken. Elke regel vermeldt hoe de tekst is gelezen. Een uitkomst is geen juridisch advies.",
  heading: "Wat moet een verbonden product doen, en waar?",
  lead: "Comity toetst een product tegelijk aan de regels van het Verenigd Koninkrijk, Canada en Nederland (met het recht van de Europese Unie), bewijst hoe die regels zich tot elkaar verhouden, en zegt bij elke uitkomst op welke bepaling zij rust.",
  checkText: "Kies een voorbeeld of een bekend geworden lek, open het manifest van een product, of beantwoord de vragen een voor een.",
  compareText: "Zie welke regels strenger zijn dan andere, welke niet samen kunnen worden nageleefd, en één ontwerp dat aan alle voldoet.",
  draftText: "Schrijf een regelset in zinnen: fouten, voorbeelden en gevolgen verschijnen tijdens het typen.",
  learnText: "Valkuilen waarin andere hulpmiddelen een slecht product doorlaten of een botsing missen, en wat Comity antwoordt.",
  start: "Beginnen",
};

export const shell: Record<Language, typeof en> = { en, fr, nl };
