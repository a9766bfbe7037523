import { expect, test } from "vitest";
import { Cancelled, Engine } from "./engine.ts";
import type { Call, Reply } from "./protocol.ts";

/** A worker that answers by hand. */
class Hand {
  calls: Call[] = [];
  ended = false;
  #take: ((event: { data: Reply }) => void) | undefined;
  addEventListener(kind: string, take: (event: { data: Reply }) => void): void {
    if (kind === "message") this.#take = take;
  }
  postMessage(call: Call): void {
    this.calls.push(call);
  }
  terminate(): void {
    this.ended = true;
  }
  reply(reply: Reply): void {
    this.#take?.({ data: reply });
  }
}

const question = { on: "2026-11-22", places: ["GB"], with: [], language: "en" };

function engine(): { engine: Engine; hands: Hand[] } {
  const hands: Hand[] = [];
  const start = () => {
    const hand = new Hand();
    hands.push(hand);
    return hand as unknown as Worker;
  };
  return { engine: new Engine(start), hands };
}

test("each answer goes to its question, in whatever order", async () => {
  const { engine: one, hands } = engine();
  const first = one.ask("rules", question, []);
  const second = one.ask("graph", question, []);
  hands[0]?.reply({ id: 2, answer: '{"nodes":[]}' });
  hands[0]?.reply({ id: 1, answer: '{"rulesets":[]}' });
  expect(await first).toEqual({ rulesets: [] });
  expect(await second).toEqual({ nodes: [] });
});

test("progress is told, and an error is thrown", async () => {
  const { engine: one, hands } = engine();
  const seen: number[] = [];
  const asked = one.ask("conflicts", question, [], { watch: ({ done }) => seen.push(done) });
  hands[0]?.reply({ id: 1, progress: { done: 3, all: 9 } });
  hands[0]?.reply({ id: 1, error: "there is no jurisdiction" });
  await expect(asked).rejects.toThrow("there is no jurisdiction");
  expect(seen).toEqual([3]);
});

test("what is given up ends its worker, and the next question starts another", async () => {
  const { engine: one, hands } = engine();
  const asked = one.ask("baseline", question, [undefined]);
  one.cancel();
  await expect(asked).rejects.toBeInstanceOf(Cancelled);
  expect(hands[0]?.ended).toBe(true);
  const again = one.ask("answer", question, ["x", "comity: 1\n", "a", "yes", ""]);
  hands[1]?.reply({ id: 2, answer: "comity: 1\n" });
  expect(await again).toBe("comity: 1\n");
});
