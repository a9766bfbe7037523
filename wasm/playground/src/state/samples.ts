// The example products and the public breaches that are shipped with the rules, as manifests.

import listed from "virtual:samples";

export interface Sample {
  id: string;
  kind: "example" | "incident";
  /** Name of the product. */
  title: string;
  /** The year of a breach, or `today` for the same product under the law as it is now. */
  when: string | undefined;
  /** Name of the file, as reports show it. */
  name: string;
  /** Reads the manifest. */
  load: () => Promise<string>;
}

type Texts = Record<string, () => Promise<string>>;
const texts: Texts = {
  ...(import.meta.glob("../../../../examples/*.yaml", { query: "?raw", import: "default" }) as Texts),
  ...(import.meta.glob("../../../../rulesets/incidents/*.yaml", { query: "?raw", import: "default" }) as Texts),
};

export const samples: readonly Sample[] = listed.map(({ kind, id, title }) => {
  const name = `${id}.yaml`;
  const path = Object.keys(texts).find((path) => path.endsWith(`/${name}`)) ?? name;
  const load = texts[path] ?? (() => Promise.reject(new Error(`there is no ${name}`)));
  const when = kind === "incident" ? /-(\d{4}|today)$/.exec(id)?.[1] : undefined;
  return { id, kind, title, when, name, load };
});

export function findSample(kind: string | undefined, id: string | undefined): Sample | undefined {
  return samples.find((sample) => sample.kind === kind && sample.id === id);
}
