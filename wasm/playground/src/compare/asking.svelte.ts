// A question about the law of the scope as it is. What was found is kept for a while, so that
// who opens a product and comes back need not wait again.

import { Answer } from "../engine/answer.svelte.ts";
import { slow, type Answered } from "../engine/engine.ts";
import type { Asked, Progress } from "../engine/protocol.ts";
import { app } from "../state/app.svelte.ts";

export type Lawful = "compare" | "conflicts" | "baseline" | "graph";

/** Reports are large: only the last ones are kept. */
const KEPT = 6;
const kept = new Map<string, unknown>();

/** What an answer depends on; another scope is another text. */
export function scopeKey(): string {
  return JSON.stringify(app.question);
}

export class Asking<M extends Lawful> {
  readonly answer = new Answer<Answered[M]>();
  progress: Progress | undefined = $state();
  readonly #method: M;
  readonly #rest: Asked[M];

  constructor(method: M, rest: Asked[M]) {
    this.#method = method;
    this.#rest = rest;
  }

  ask(): void {
    const key = this.#key();
    this.progress = undefined;
    void this.answer.from(this.#found(key));
  }

  /** Shows what was found before for the scope as it is, if it was. */
  recall(): void {
    if (kept.has(this.#key())) this.ask();
  }

  giveUp(): void {
    if (this.answer.waiting) slow.cancel();
    this.progress = undefined;
    this.answer.clear();
  }

  #key(): string {
    return `${this.#method} ${scopeKey()}`;
  }

  async #found(key: string): Promise<Answered[M]> {
    const before = kept.get(key) as Answered[M] | undefined;
    if (before) return before;
    const watch = (progress: Progress) => (this.progress = progress);
    const found = await slow.ask(this.#method, app.question, this.#rest, { watch });
    kept.set(key, found);
    for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
    return found;
  }
}
