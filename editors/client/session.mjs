// Talks to the language server by the reference client library of the protocol.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import protocol from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const {
  createProtocolConnection, DidChangeTextDocumentNotification, DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification, ExitNotification, InitializedNotification, InitializeRequest,
  PublishDiagnosticsNotification, ShutdownRequest, StreamMessageReader, StreamMessageWriter,
} = protocol;

export const PROGRAM = process.env.COMITY ?? '';

const CAPABILITIES = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    publishDiagnostics: { versionSupport: true, relatedInformation: true },
    rename: { prepareSupport: true },
  },
};

/** The path of a shipped ruleset. */
export const pathOf = (name) => fileURLToPath(new URL(`../../rulesets/${name}.comity`, import.meta.url));

/** A session with one server. It notes how long each request took, in milliseconds. */
export class Session {
  times = new Map();
  #diagnostics = new Map();
  #waiting = new Map();

  /** Runs something with a server that is over afterwards, come what may. */
  static async with(run) {
    const session = await Session.start();
    try {
      await run(session);
      assert.equal(await session.end(), 0);
    } finally {
      session.connection.dispose();
      session.server.kill();
    }
  }

  static async start() {
    const session = new Session();
    session.server = spawn(PROGRAM, ['lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
    session.ended = new Promise((resolve, reject) => session.server.on('error', reject).on('exit', resolve));
    const { stdout, stdin } = session.server;
    session.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    session.connection.onNotification(PublishDiagnosticsNotification.type, (told) => session.#tell(told));
    session.connection.listen();
    const params = { processId: process.pid, rootUri: null, workspaceFolders: null, capabilities: CAPABILITIES };
    session.offered = await session.ask(InitializeRequest, params);
    await session.connection.sendNotification(InitializedNotification.type, {});
    return session;
  }

  /** Ends the server in order, and gives its exit code. */
  async end() {
    await this.ask(ShutdownRequest, undefined);
    await this.connection.sendNotification(ExitNotification.type);
    return this.ended;
  }

  /** A request of the protocol, or by its name. */
  ask(request, params) {
    const name = typeof request === 'string' ? request : request.type.method;
    const kind = typeof request === 'string' ? request : request.type;
    return this.#timed(name, () => (params === undefined
      ? this.connection.sendRequest(kind)
      : this.connection.sendRequest(kind, params)));
  }

  async open(name, text = readFileSync(pathOf(name), 'utf8')) {
    const uri = pathToFileURL(pathOf(name)).href;
    const document = TextDocument.create(uri, 'comity', 1, text);
    const textDocument = { uri, languageId: 'comity', version: 1, text };
    await this.#told('didOpen to diagnostics', document, DidOpenTextDocumentNotification, { textDocument });
    return document;
  }

  /** Changes a part of a text, and waits for what the server has to say of it. */
  async change(document, range, text) {
    const contentChanges = [{ range, text }];
    TextDocument.update(document, contentChanges, document.version + 1);
    const textDocument = { uri: document.uri, version: document.version };
    const params = { textDocument, contentChanges };
    await this.#told('didChange to diagnostics', document, DidChangeTextDocumentNotification, params);
  }

  close({ uri }) {
    return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  diagnostics({ uri }) {
    return this.#diagnostics.get(uri)?.diagnostics ?? [];
  }

  forget() {
    this.times.clear();
  }

  #tell(told) {
    this.#diagnostics.set(told.uri, told);
    this.#waiting.get(`${told.uri} ${told.version}`)?.();
  }

  #told(name, { uri, version }, notification, params) {
    return this.#timed(name, async () => {
      const told = new Promise((resolve) => this.#waiting.set(`${uri} ${version}`, resolve));
      await this.connection.sendNotification(notification.type, params);
      await told;
    });
  }

  async #timed(name, run) {
    const start = performance.now();
    const answer = await run();
    this.times.set(name, [...(this.times.get(name) ?? []), performance.now() - start]);
    return answer;
  }
}

/** Lines of a table: the requests, how often each was asked, and half and nearly all of its times. */
export function tableOf(times) {
  const rows = [...times].map(([name, all]) => {
    const sorted = all.toSorted((a, b) => a - b);
    const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(2);
    return `${name.padEnd(34)} ${String(all.length).padStart(5)} ${at(0.5).padStart(9)} ${at(0.95).padStart(9)}`;
  });
  return [`${'request'.padEnd(34)} ${'times'.padStart(5)} ${'p50 ms'.padStart(9)} ${'p95 ms'.padStart(9)}`, ...rows];
}
