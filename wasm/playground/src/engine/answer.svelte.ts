// One question that a view keeps asking as what it depends on changes: the latest answer, whether
// a newer one is under way, and what went wrong.

import { Cancelled } from "./engine.ts";

export class Answer<T> {
  /** The latest answer. It stays while the next is under way. */
  value: T | undefined = $state();
  error: string | undefined = $state();
  waiting = $state(false);
  #turn = 0;

  /** Asks anew; what was asked before no longer counts. */
  async from(asked: Promise<T>): Promise<void> {
    const turn = ++this.#turn;
    this.waiting = true;
    try {
      const value = await asked;
      if (turn !== this.#turn) return;
      this.value = value;
      this.error = undefined;
    } catch (error) {
      if (turn !== this.#turn) return;
      this.error = error instanceof Cancelled ? undefined : messageOf(error);
    }
    this.waiting = false;
  }

  /** Forgets everything. */
  clear(): void {
    this.#turn += 1;
    this.value = undefined;
    this.error = undefined;
    this.waiting = false;
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
