// Words of the conflicts: short stories in plain words.

import type { Language } from "../../state/app.svelte.ts";

type Kind = "duties" | "permission" | "tension";

const en = {
  heading: "Rules that cannot be met together",
  text: "For every pair of rules that turns on a common decision it was asked whether some design meets both. A conflict is told only where there is proof that none does.",
  looking: "Looking for conflicts…",
  look: "Look for conflicts",
  kind: {
    duties: "Duties that clash",
    permission: "A permission taken away",
    tension: "A tension with a recommendation",
  } as Record<Kind, string>,
  story: {
    duties: "Each of these must be met, and no design meets them all.",
    permission: "One text allows what another forbids: who makes use of the permission breaches the duty.",
    tension: "Not all of these are duties, but no design follows them all.",
  } as Record<Kind, string>,
  turnsOn: "It turns on",
  always: "This is so in all circumstances in which they apply together.",
  depends: "Whether they clash depends on",
  since: (day: string) => `since ${day}`,
  metBy: "A product that follows this one and fails the other",
  witness: "Open a product that all of them bind",
  wayOut: "A way out",
  wayOutText: "An exception in one of the texts would settle it; or a product that stays out of one of them, in the same circumstances:",
  wayOutOpen: "Open the product that stays out",
  noWayOut: "No design is a way out: only an exception in one of the texts, or another date, settles it.",
  none: "No conflict was found",
  noneText: (pairs: number) => `All ${pairs} pairs of rules that turn on a common decision were asked.`,
  how: "How completely this was looked for",
  bind: (rules: number, places: string, day: string) => `${rules} rules bind a product placed on ${day} in ${places}.`,
  asked: (pairs: number) => `${pairs} pairs of them turn on a common decision. Each was asked.`,
  unclear: (count: number) => (count === 0 ? "Of each pair it could be told." : `Of ${count} it could not be told:`),
  together: (met: number, all: number) => `All ${all} obligations at once: for ${met} of them there is a product that it binds, and that fails none of all.`,
  sets: "No product meets all of these together:",
  hopeless: "No product can meet:",
  unclearTogether: "Of these it could not be told:",
  try: "See a real clash",
  tryText: "In 2018 the Internet Governance Forum debated whether personal data should expire. Two drafts encode its two sides; no forum issued them.",
  tryLink: "Try with the two drafts on the expiry of personal data",
};

const fr: typeof en = {
  heading: "Règles qui ne peuvent être respectées ensemble",
  text: "Pour chaque paire de règles qui portent sur une même décision, on a cherché si une conception respecte les deux. Un conflit n’est rapporté que s’il est prouvé qu’aucune n’y parvient.",
  looking: "Recherche de conflits…",
  look: "Chercher les conflits",
  kind: {
    duties: "Des obligations qui se heurtent",
    permission: "Une permission retirée",
    tension: "Une tension avec une recommandation",
  },
  story: {
    duties: "Chacune doit être respectée, et aucune conception ne les respecte toutes.",
    permission: "Un texte permet ce qu’un autre interdit : qui use de la permission enfreint l’obligation.",
    tension: "Toutes ne sont pas des obligations, mais aucune conception ne les suit toutes.",
  },
  turnsOn: "Il porte sur",
  always: "Il en est ainsi dans toutes les circonstances où elles s’appliquent ensemble.",
  depends: "Le conflit dépend de",
  since: (day) => `depuis le ${day}`,
  metBy: "Un produit qui suit celle-ci et enfreint l’autre",
  witness: "Ouvrir un produit soumis à toutes",
  wayOut: "Une issue",
  wayOutText: "Une exception dans l’un des textes réglerait le conflit ; ou un produit qui échappe à l’un d’eux, dans les mêmes circonstances :",
  wayOutOpen: "Ouvrir le produit qui y échappe",
  noWayOut: "Aucune conception n’y échappe : seule une exception dans l’un des textes, ou une autre date, réglerait le conflit.",
  none: "Aucun conflit n’a été trouvé",
  noneText: (pairs) => `Les ${pairs} paires de règles qui portent sur une même décision ont toutes été examinées.`,
  how: "Ce que la recherche a couvert",
  bind: (rules, places, day) => `${rules} règles lient un produit mis sur le marché le ${day} : ${places}.`,
  asked: (pairs) => `${pairs} paires d’entre elles portent sur une même décision. Chacune a été examinée.`,
  unclear: (count) => (count === 0 ? "Une réponse a été établie pour chaque paire." : `Pour ${count}, la réponse n’a pu être établie :`),
  together: (met, all) => `Les ${all} obligations à la fois : pour ${met} d’entre elles, il existe un produit qui y est soumis et qui n’en enfreint aucune.`,
  sets: "Aucun produit ne les respecte toutes ensemble :",
  hopeless: "Aucun produit ne peut respecter :",
  unclearTogether: "Sans réponse pour :",
  try: "Voir un vrai désaccord",
  tryText: "En 2018, le Forum sur la gouvernance de l’Internet a débattu de l’expiration des données personnelles. Deux projets en expriment les deux côtés ; aucun forum ne les a adoptés.",
  tryLink: "Essayer avec les deux projets sur l’expiration des données personnelles",
};

const nl: typeof en = {
  heading: "Regels die niet samen na te leven zijn",
  text: "Van elke twee regels die om dezelfde keuze draaien is nagegaan of een ontwerp aan beide voldoet. Een conflict wordt alleen gemeld als bewezen is dat geen ontwerp dat doet.",
  looking: "Conflicten worden gezocht…",
  look: "Conflicten zoeken",
  kind: {
    duties: "Verplichtingen die botsen",
    permission: "Een toestemming die vervalt",
    tension: "Een spanning met een aanbeveling",
  },
  story: {
    duties: "Aan elk moet worden voldaan, en geen ontwerp voldoet aan alle.",
    permission: "De ene tekst staat toe wat de andere verbiedt: wie de toestemming gebruikt, schendt de plicht.",
    tension: "Niet al deze regels zijn verplichtingen, maar geen ontwerp volgt ze allemaal.",
  },
  turnsOn: "Het draait om",
  always: "Dit is zo in alle omstandigheden waarin ze samen gelden.",
  depends: "Of ze botsen hangt af van",
  since: (day) => `sinds ${day}`,
  metBy: "Een product dat deze regel volgt en de andere schendt",
  witness: "Een product openen waarvoor ze allemaal gelden",
  wayOut: "Een uitweg",
  wayOutText: "Een uitzondering in een van de teksten lost het op; of een product dat in dezelfde omstandigheden buiten een ervan blijft:",
  wayOutOpen: "Het product openen dat erbuiten blijft",
  noWayOut: "Geen ontwerp ontkomt eraan: alleen een uitzondering in een van de teksten, of een andere datum, lost het op.",
  none: "Er is geen conflict gevonden",
  noneText: (pairs) => `Alle ${pairs} paren van regels die om dezelfde keuze draaien zijn onderzocht.`,
  how: "Hoe volledig er is gezocht",
  bind: (rules, places, day) => `${rules} regels gelden voor een product dat op ${day} in de handel komt in ${places}.`,
  asked: (pairs) => `${pairs} paren daarvan draaien om dezelfde keuze. Elk is onderzocht.`,
  unclear: (count) => (count === 0 ? "Van elk paar was het vast te stellen." : `Van ${count} was het niet vast te stellen:`),
  together: (met, all) => `Alle ${all} verplichtingen tegelijk: voor ${met} daarvan is er een product waarvoor zij geldt en dat er geen enkele schendt.`,
  sets: "Geen product voldoet aan deze regels samen:",
  hopeless: "Geen product kan voldoen aan:",
  unclearTogether: "Van deze was het niet vast te stellen:",
  try: "Een echte botsing zien",
  tryText: "In 2018 besprak het Internet Governance Forum of persoonsgegevens moeten vervallen. Twee concepten leggen de twee kanten vast; geen forum heeft ze uitgevaardigd.",
  tryLink: "Proberen met de twee concepten over het vervallen van persoonsgegevens",
};

export const words: Record<Language, typeof en> = { en, fr, nl };

/** A kind as the report names it. */
export function kindOf(kind: string): Kind {
  return kind === "duties" || kind === "permission" ? kind : "tension";
}
