// What the language server tells of a draft besides what editors ask for.

import type { LSPClient } from "@codemirror/lsp-client";
import type { ReadReport } from "../../../pkg/reports/read.d.ts";

interface Range {
  start: { line: number; character: number };
  end: { line: number; character: number };
}

/** The examples of a text, as `comity/examples` gives them. */
export interface Tried {
  faults: number;
  examples: {
    name: string;
    passed: boolean;
    range: Range;
    results: { rule: string; passed: boolean; expected: string; found: string; words: string }[];
  }[];
}

/** Runs the examples of a text. */
export function tryExamples(client: LSPClient, uri: string): Promise<Tried> {
  return client.request("comity/examples", { textDocument: { uri }, uri });
}

/** Reads a text back in plain words; nothing while it has faults. */
export function readBack(client: LSPClient, uri: string, language: string): Promise<ReadReport | null> {
  return client.request("comity/read", { textDocument: { uri }, uri, language });
}

/** The addresses of the texts that are shipped. */
export async function shippedTexts(client: LSPClient): Promise<string[]> {
  return (await client.request<object, { uris: string[] }>("comity/shipped", {})).uris;
}

/** A shipped text. */
export async function shippedText(client: LSPClient, uri: string): Promise<string> {
  return (await client.request<object, { text: string }>("comity/text", { textDocument: { uri }, uri })).text;
}

const HEAD = /^\s*ruleset\s+([a-z0-9_.]+)\s+edition\s+([^\s.]+(?:\.[^\s.]+)*)\s*\./m;

/** The name of the ruleset that a text declares: `my.rules@1`. */
export function nameOf(text: string): string | undefined {
  const found = HEAD.exec(text);
  return found ? `${found[1]}@${found[2]}` : undefined;
}
