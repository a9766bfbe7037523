// What the whole page shares: where it is, in which language, on which day, for which places.

import type { Question } from "../engine/protocol.ts";
import { addressLink, parseAddress, type Address } from "./address.ts";

export type Language = "en" | "fr" | "nl";
export type Theme = "light" | "dark";

export const LANGUAGES: readonly Language[] = ["en", "fr", "nl"];
/** The three countries that the shipped law is about. */
export const PLACES: readonly string[] = ["GB", "NL", "CA"];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function browserLanguage(): Language {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return (wanted.find((tag) => LANGUAGES.includes(tag as Language)) as Language | undefined) ?? "en";
}

/** Today, where the reader is. */
export function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

class App {
  #address: Address = $state(parseAddress(location.hash));
  #browser = browserLanguage();
  #system = matchMedia("(prefers-color-scheme: dark)");
  #systemTheme: Theme = $state(this.#system.matches ? "dark" : "light");
  #ownTheme: Theme | undefined = $state();

  constructor() {
    addEventListener("hashchange", () => this.#read());
    this.#system.addEventListener("change", () => (this.#systemTheme = this.#system.matches ? "dark" : "light"));
  }

  #read(): void {
    this.#address = parseAddress(location.hash);
  }

  get path(): string[] {
    return this.#address.path;
  }

  get language(): Language {
    const chosen = this.#address.chosen.get("lang") as Language | null;
    return chosen && LANGUAGES.includes(chosen) ? chosen : this.#browser;
  }

  get theme(): Theme {
    return this.#ownTheme ?? this.#systemTheme;
  }

  switchTheme(): void {
    this.#ownTheme = this.theme === "dark" ? "light" : "dark";
  }

  /** The day of the check, which counts as the day of placing where the law is compared. */
  get on(): string {
    const chosen = this.#address.chosen.get("on");
    return chosen && DAY.test(chosen) && !Number.isNaN(Date.parse(chosen)) ? chosen : today();
  }

  get places(): string[] {
    const chosen = this.#address.chosen.get("in");
    return chosen ? chosen.split(",").filter((place) => place !== "") : [...PLACES];
  }

  get with(): string[] {
    return this.#address.chosen.get("with")?.split(",").filter((id) => id !== "") ?? [];
  }

  /** What every question to the engine says. */
  get question(): Question {
    return { on: this.on, places: this.places, with: this.with, language: this.language };
  }

  /** Something else that is chosen in the address, such as a filter. */
  chosen(name: string): string | undefined {
    return this.#address.chosen.get(name) ?? undefined;
  }

  /** A link to a view, with the language, day, places and texts as they are now. */
  link(path: string[], chosen: Record<string, string | undefined> = {}): string {
    const kept: Record<string, string | undefined> = {};
    for (const name of ["lang", "on", "in", "with"]) {
      kept[name] = this.#address.chosen.get(name) ?? undefined;
    }
    return addressLink(path, { ...kept, ...chosen });
  }

  /** Goes to a view; one can come back. */
  go(path: string[], chosen: Record<string, string | undefined> = {}): void {
    location.hash = this.link(path, chosen);
  }

  /** Chooses something in the view that is open. Small steps, as of a slider, leave no trail. */
  choose(chosen: Record<string, string | undefined>, trail = true): void {
    const all = { ...Object.fromEntries(this.#address.chosen), ...chosen };
    const link = addressLink(this.#address.path, all);
    if (trail) {
      location.hash = link;
    } else {
      history.replaceState(null, "", link);
      this.#read();
    }
  }

  /** Another address of what is shown, without a step in the history. */
  restate(path: string[], chosen: Record<string, string | undefined> = {}): void {
    history.replaceState(null, "", this.link(path, chosen));
    this.#read();
  }
}

export const app = new App();

/** The words of a view in the language of the page. */
export function told<W>(words: Record<Language, W>): W {
  return words[app.language];
}
