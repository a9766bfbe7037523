// The engine as the page sees it: a question, a promise of its answer, and a way to give up.

import type { AskReport } from "../../../pkg/reports/ask.d.ts";
import type { BaselineReport } from "../../../pkg/reports/baseline.d.ts";
import type { CompareReport } from "../../../pkg/reports/compare.d.ts";
import type { ConflictsReport } from "../../../pkg/reports/conflicts.d.ts";
import type { FixReport } from "../../../pkg/reports/fix.d.ts";
import type { GraphReport } from "../../../pkg/reports/graph.d.ts";
import type { Report } from "../../../pkg/reports/report.d.ts";
import type { RulesReport } from "../../../pkg/reports/rules.d.ts";
import type { TimelineReport } from "../../../pkg/reports/timeline.d.ts";
import type { Asked, Call, Draft, Progress, Question, Reply } from "./protocol.ts";

/** What each question is answered with. */
export interface Answered {
  check: Report;
  timeline: TimelineReport;
  ask: AskReport;
  answer: string;
  fix: FixReport;
  mended: string;
  rules: RulesReport;
  lawTimeline: TimelineReport;
  conflicts: ConflictsReport;
  compare: CompareReport;
  baseline: BaselineReport;
  graph: GraphReport;
}

/** These answer with the text of a manifest, all others with a report. */
const TEXTS: ReadonlySet<keyof Asked> = new Set(["answer", "mended"]);

/** The question was given up. */
export class Cancelled extends Error {
  override name = "Cancelled";
}

interface Waiting {
  resolve: (answer: string) => void;
  reject: (error: Error) => void;
  watch: ((progress: Progress) => void) | undefined;
}

/** Starts a worker; tests put another in its place. */
export type Start = () => Worker;

const startWorker: Start = () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });

/** One worker, started with the first question. */
export class Engine {
  #worker: Worker | undefined;
  #last = 0;
  readonly #waiting = new Map<number, Waiting>();
  readonly #start: Start;

  constructor(start: Start = startWorker) {
    this.#start = start;
  }

  /** Loads the rules before the first question. */
  warm(): void {
    this.#worker ??= this.#started();
  }

  /** Asks, and tells `watch` how far it is. */
  async ask<M extends keyof Asked>(
    method: M,
    question: Question,
    rest: Asked[M],
    options: { drafts?: Draft[]; watch?: (progress: Progress) => void } = {},
  ): Promise<Answered[M]> {
    const text = await this.#call(method, question, rest, options.drafts ?? [], options.watch);
    return (TEXTS.has(method) ? text : JSON.parse(text)) as Answered[M];
  }

  /** The answer as text, byte for byte as the engine wrote it. */
  askText<M extends keyof Asked>(method: M, question: Question, rest: Asked[M]): Promise<string> {
    return this.#call(method, question, rest, [], undefined);
  }

  /** Gives up all questions that are not answered, at once. */
  cancel(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#fail(new Cancelled("given up"));
  }

  #call(
    method: keyof Asked,
    question: Question,
    rest: unknown[],
    drafts: Draft[],
    watch: Waiting["watch"],
  ): Promise<string> {
    this.#worker ??= this.#started();
    const id = ++this.#last;
    // Copies, as what a view holds may be no plain data.
    const call: Call = { id, question: { ...question, places: [...question.places], with: [...question.with] }, drafts: drafts.map((draft) => ({ ...draft })), method, rest: [...rest] };
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, watch });
      worker.postMessage(call);
    });
  }

  #started(): Worker {
    const worker = this.#start();
    worker.addEventListener("message", (event: MessageEvent<Reply>) => this.#take(event.data));
    worker.addEventListener("error", (event) => {
      this.#worker = undefined;
      this.#fail(new Error(event.message || "the engine could not be started"));
    });
    return worker;
  }

  #take(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    if (!waiting) return;
    if ("progress" in reply) return waiting.watch?.(reply.progress);
    this.#waiting.delete(reply.id);
    if ("error" in reply) waiting.reject(new Error(reply.error));
    else waiting.resolve(reply.answer);
  }

  #fail(error: Error): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const one of waiting) one.reject(error);
  }
}

/** Answers at once: checks, questions of an interview. */
export const quick = new Engine();
/** Answers after a while: conflicts, repairs, a baseline. Given up without harm to the other. */
export const slow = new Engine();
