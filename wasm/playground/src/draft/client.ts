// The editor's side of the language server, over a worker.

import { LSPClient, languageServerExtensions, type Transport } from "@codemirror/lsp-client";
import DOMPurify from "dompurify";
import { today } from "../state/app.svelte.ts";
import { DraftWorkspace, type Show } from "./workspace.ts";

/** A fault or a finding, where it stands: lines and columns from 0. */
export interface Diagnostic {
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
  severity?: 1 | 2 | 3 | 4;
  code?: string;
  message: string;
}

interface Published {
  uri: string;
  diagnostics: Diagnostic[];
}

export interface Connection {
  client: LSPClient;
  end: () => void;
}

/** What help texts may be made of. They quote what the reader has written: never markup. */
const TAGS = ["p", "code", "pre", "strong", "em", "ul", "ol", "li", "br", "hr", "h1", "h2", "h3", "h4", "span", "blockquote", "table", "thead", "tbody", "tr", "th", "td"];
/** Loading the rules comes before the first answer. */
const PATIENCE = 20_000;

function sanitizeHTML(html: string): string {
  return DOMPurify.sanitize(html, { ALLOWED_TAGS: TAGS, ALLOWED_ATTR: ["class"] });
}

/** Starts a server and a client. `tell` is called with the faults of the draft, each time anew. */
export function connect(tell: (found: Diagnostic[]) => void, show: Show): Connection {
  const worker = new Worker(new URL("../engine/language-worker.ts", import.meta.url), { type: "module" });
  worker.postMessage(today());
  const published = (_: LSPClient, params: Published) => {
    tell(params.diagnostics);
    // The editor marks them too.
    return false;
  };
  const client = new LSPClient({
    extensions: languageServerExtensions(),
    notificationHandlers: { "textDocument/publishDiagnostics": published },
    workspace: (client) => new DraftWorkspace(client, show),
    sanitizeHTML,
    timeout: PATIENCE,
    rootUri: "file:///",
  });
  client.connect(transport(worker));
  const end = () => {
    client.disconnect();
    worker.terminate();
  };
  return { client, end };
}

function transport(worker: Worker): Transport {
  const listeners = new Map<(message: string) => void, (event: MessageEvent<string>) => void>();
  return {
    send: (message) => worker.postMessage(message),
    subscribe: (handler) => {
      const listen = (event: MessageEvent<string>) => handler(event.data);
      listeners.set(handler, listen);
      worker.addEventListener("message", listen);
    },
    unsubscribe: (handler) => {
      const listen = listeners.get(handler);
      if (listen) worker.removeEventListener("message", listen);
      listeners.delete(handler);
    },
  };
}
