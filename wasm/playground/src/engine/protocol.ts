// What the page and its workers say to each other.

/** On which day, where, by which texts, in which language something is asked. */
export interface Question {
  on: string;
  places: string[];
  with: string[];
  language: string;
}

/** Texts that take part beside the shipped rules, such as a draft. */
export interface Draft {
  name: string;
  text: string;
}

/** Everything that can be asked, each with what it takes besides the question. */
export interface Asked {
  check: [name: string, manifest: string];
  timeline: [name: string, manifest: string];
  ask: [name: string, manifest: string, skipped: string[]];
  answer: [name: string, manifest: string, question: string, typed: string, by: string];
  fix: [name: string, manifest: string];
  mended: [name: string, manifest: string, group: number | undefined, way: number];
  rules: [];
  lawTimeline: [];
  conflicts: [];
  compare: [];
  baseline: [manifest: string | undefined];
  graph: [];
}

export interface Call {
  id: number;
  question: Question;
  drafts: Draft[];
  method: keyof Asked;
  rest: unknown[];
}

/** Parts done of all. */
export interface Progress {
  done: number;
  all: number;
}

export type Reply =
  | { id: number; answer: string }
  | { id: number; error: string }
  | { id: number; progress: Progress };
