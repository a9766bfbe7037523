// What law there is, in the language of the page: asked for once in each language.

import type { PlaceReport, RulesReport, RulesetReport } from "../../../pkg/reports/rules.d.ts";
import { quick } from "../engine/engine.ts";
import { app, today, type Language } from "./app.svelte.ts";

class Rules {
  #known: Partial<Record<Language, RulesReport>> = $state({});
  readonly #asked = new Set<Language>();

  /** All of it; nothing until the engine has answered. */
  get all(): RulesReport | undefined {
    const language = app.language;
    if (!this.#asked.has(language)) {
      this.#asked.add(language);
      quick.ask("rules", { on: today(), places: [], with: [], language }, []).then(
        (report) => (this.#known[language] = report),
        () => this.#asked.delete(language),
      );
    }
    return this.#known[language];
  }

  /** The jurisdictions in which some text is law, and those within them. */
  get places(): PlaceReport[] {
    const all = this.all;
    if (!all) return [];
    const lawful = new Set(all.rulesets.filter((set) => set.kind === "law").flatMap((set) => set.applies_in));
    return all.jurisdictions.filter((place) => lawful.has(place.code));
  }

  place(code: string): PlaceReport | undefined {
    const name = code.toLowerCase();
    return this.all?.jurisdictions.find((place) => place.code.toLowerCase() === name || place.aliases.includes(name));
  }

  /** What binds only where it is named: standards, codes, schemes, drafts. */
  get others(): RulesetReport[] {
    return this.all?.rulesets.filter((set) => set.kind !== "law") ?? [];
  }
}

export const rules = new Rules();
