// Words of the frame of the view that compares the law.

import type { Language } from "../state/app.svelte.ts";

const en = {
  title: "Compare the law",
  lead: "What binds a product that is placed on the market that day in the places chosen. Each answer was computed from the rules, and comes with a product that shows it.",
  parts: "Parts",
  part: {
    relations: "How rules relate",
    conflicts: "Conflicts",
    baseline: "One design for all",
    graph: "What rests on what",
  },
};

const fr: typeof en = {
  title: "Comparer le droit",
  lead: "Ce qui lie un produit mis sur le marché ce jour-là dans les lieux choisis. Chaque réponse est calculée à partir des règles, et accompagnée d’un produit qui la montre.",
  parts: "Parties",
  part: {
    relations: "Rapports entre règles",
    conflicts: "Conflits",
    baseline: "Une conception pour tous",
    graph: "Ce qui repose sur quoi",
  },
};

const nl: typeof en = {
  title: "Het recht vergelijken",
  lead: "Wat geldt voor een product dat die dag in de gekozen plaatsen in de handel komt. Elk antwoord is uit de regels berekend, en heeft een product dat het laat zien.",
  parts: "Delen",
  part: {
    relations: "Hoe regels zich verhouden",
    conflicts: "Conflicten",
    baseline: "Eén ontwerp voor alles",
    graph: "Wat rust waarop",
  },
};

export const words: Record<Language, typeof en> = { en, fr, nl };
