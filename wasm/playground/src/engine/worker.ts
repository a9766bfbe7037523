// Holds the module, and answers one call after the other. No law and no words are in here.

import init, { Comity, Question as Subject } from "../../../pkg/comity_wasm.js";
import module from "../../../pkg/comity_wasm_bg.wasm?url";
import type { Asked, Call, Draft, Progress, Question, Reply } from "./protocol.ts";

const ready = init({ module_or_path: module });

/** The rules with drafts beside them; the last ones are kept, as most calls ask of the same. */
let shipped: Comity | undefined;
let drafted: { key: string; comity: Comity } | undefined;

function comityWith(drafts: Draft[]): Comity {
  if (drafts.length === 0) return (shipped ??= new Comity([], []));
  const key = JSON.stringify(drafts);
  if (drafted?.key !== key) {
    drafted?.comity.free();
    drafted = undefined;
    const comity = new Comity(drafts.map((draft) => draft.name), drafts.map((draft) => draft.text));
    drafted = { key, comity };
  }
  return drafted.comity;
}

type Watch = (progress: Progress) => void;
type Answers = {
  [M in keyof Asked]: (comity: Comity, request: Subject, rest: Asked[M], watch: Watch) => string;
};

const answers: Answers = {
  check: (comity, request, [name, manifest]) => comity.check(name, manifest, request),
  timeline: (comity, request, [name, manifest]) => comity.timeline(name, manifest, request),
  ask: (comity, request, [name, manifest, skipped]) => comity.ask(name, manifest, request, skipped),
  answer: (comity, request, [name, manifest, question, typed, by]) =>
    comity.answer(name, manifest, request, question, typed, by),
  fix: (comity, request, [name, manifest]) => comity.fix(name, manifest, request),
  mended: (comity, request, [name, manifest, group, way]) =>
    comity.mended(name, manifest, request, group, way),
  rules: (comity, request) => comity.rules(request),
  lawTimeline: (comity, request) => comity.lawTimeline(request),
  conflicts: (comity, request, _, watch) =>
    comity.conflicts(request, (done: number, all: number) => watch({ done, all })),
  compare: (comity, request) => comity.compare(request),
  baseline: (comity, request, [manifest]) => comity.baseline(request, manifest),
  graph: (comity, request) => comity.graph(request),
};

function answer(call: Call): string {
  const request = requestOf(call.question);
  const watch: Watch = (progress) => send({ id: call.id, progress });
  try {
    return answers[call.method](comityWith(call.drafts), request, call.rest as never, watch);
  } finally {
    request.free();
  }
}

function requestOf(question: Question): Subject {
  return new Subject(question.on, question.places, question.with, question.language);
}

function send(reply: Reply): void {
  postMessage(reply);
}

addEventListener("message", async (event: MessageEvent<Call>) => {
  const { id } = event.data;
  try {
    await ready;
    send({ id, answer: answer(event.data) });
  } catch (error) {
    send({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
