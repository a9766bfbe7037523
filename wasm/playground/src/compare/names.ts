// How rulesets and places are called, in the language of the page.

import { rules } from "../state/rules.svelte.ts";

/** Title of a ruleset by `id@edition`; its id until the titles are there. */
export function titleOf(key: string): string {
  const [id, edition] = key.split("@");
  const set = rules.all?.rulesets.find((set) => set.id === id && set.edition === edition);
  return set?.title ?? id ?? key;
}

/** Name of a place by its code. */
export function placeName(code: string): string {
  return rules.place(code)?.name ?? code;
}
