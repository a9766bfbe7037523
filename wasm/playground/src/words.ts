// Words that several views share, in English, French and Dutch. Reports come in the language of
// the page; only what they give as codes has its words here.

import type { Language } from "./state/app.svelte.ts";

const en = {
  verdicts: {
    met: "Met",
    "deemed met": "Deemed met",
    exempt: "Exempt",
    "not applicable": "Does not apply",
    "not in force": "Not in force",
    breached: "Breached",
    "not followed": "Not followed",
    permitted: "Permitted",
    undetermined: "Undetermined",
    "needs judgement": "Needs judgement",
  } as Record<string, string>,
  outcomes: {
    compliant: "Compliant",
    "non-compliant": "Not compliant",
    undetermined: "Undetermined",
  } as Record<string, string>,
  strengths: { must: "must", should: "should", may: "may" } as Record<string, string>,
  kinds: {
    law: "law",
    standard: "standard",
    code: "code of practice",
    guidance: "guidance",
    principle: "principles",
    scheme: "label or scheme",
    proposal: "proposal",
  } as Record<string, string>,
  confidence: {
    read: "the clause was read in its primary text",
    seen: "an official page was seen, in part",
    secondary: "read in a secondary source",
    unverified: "unverified: not yet checked against the text",
  } as Record<string, string>,
  loading: "The rules are being loaded…",
  working: "Working…",
  cancel: "Cancel",
  close: "Close",
  failed: "This could not be answered",
  places: "Places",
  day: "Day",
  texts: "Standards, codes and drafts beside the law",
  today: "Today",
  law: "Law",
};

export type Words = typeof en;

const fr: Words = {
  verdicts: {
    met: "Respecté",
    "deemed met": "Réputé respecté",
    exempt: "Exempté",
    "not applicable": "Ne s’applique pas",
    "not in force": "Pas en vigueur",
    breached: "Enfreint",
    "not followed": "Non suivi",
    permitted: "Permis",
    undetermined: "Indéterminé",
    "needs judgement": "À apprécier",
  },
  outcomes: { compliant: "Conforme", "non-compliant": "Non conforme", undetermined: "Indéterminé" },
  strengths: { must: "doit", should: "devrait", may: "peut" },
  kinds: {
    law: "loi",
    standard: "norme",
    code: "code de bonnes pratiques",
    guidance: "lignes directrices",
    principle: "principes",
    scheme: "label ou certification",
    proposal: "projet",
  },
  confidence: {
    read: "la disposition a été lue dans le texte d’origine",
    seen: "une page officielle a été vue, en partie",
    secondary: "lu dans une source secondaire",
    unverified: "non vérifié : pas encore comparé au texte",
  },
  loading: "Chargement des règles…",
  working: "En cours…",
  cancel: "Annuler",
  close: "Fermer",
  failed: "Aucune réponse n’a pu être donnée",
  places: "Lieux",
  day: "Jour",
  texts: "Normes, codes et projets en plus du droit",
  today: "Aujourd’hui",
  law: "Droit",
};

const nl: Words = {
  verdicts: {
    met: "Nageleefd",
    "deemed met": "Geacht nageleefd",
    exempt: "Vrijgesteld",
    "not applicable": "Niet van toepassing",
    "not in force": "Niet van kracht",
    breached: "Geschonden",
    "not followed": "Niet gevolgd",
    permitted: "Toegestaan",
    undetermined: "Onbepaald",
    "needs judgement": "Oordeel nodig",
  },
  outcomes: { compliant: "Conform", "non-compliant": "Niet conform", undetermined: "Onbepaald" },
  strengths: { must: "moet", should: "hoort", may: "mag" },
  kinds: {
    law: "wet",
    standard: "norm",
    code: "praktijkcode",
    guidance: "richtsnoer",
    principle: "beginselen",
    scheme: "keurmerk of regeling",
    proposal: "voorstel",
  },
  confidence: {
    read: "de bepaling is in de oorspronkelijke tekst gelezen",
    seen: "een officiële pagina is deels gezien",
    secondary: "gelezen in een secundaire bron",
    unverified: "niet geverifieerd: nog niet met de tekst vergeleken",
  },
  loading: "De regels worden geladen…",
  working: "Bezig…",
  cancel: "Annuleren",
  close: "Sluiten",
  failed: "Dit kon niet worden beantwoord",
  places: "Plaatsen",
  day: "Dag",
  texts: "Normen, codes en ontwerpen naast de wet",
  today: "Vandaag",
  law: "Recht",
};

export const words: Record<Language, Words> = { en, fr, nl };
