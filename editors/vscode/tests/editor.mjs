// An editor that is only as much of `vscode` as the extension and its client library ask for.

import Module from 'node:module';
import { EventEmitter as Emitter } from 'node:events';
import { pathToFileURL } from 'node:url';

class Disposable {
  constructor(dispose = () => {}) {
    this.dispose = dispose;
  }
}

class Event {
  #emitter = new Emitter();
  event = (listener, self) => {
    const bound = listener.bind(self);
    this.#emitter.on('it', bound);
    return new Disposable(() => this.#emitter.off('it', bound));
  };
  fire = (value) => this.#emitter.emit('it', value);
  dispose() {}
}

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}

class Range {
  constructor(line, character, lastLine, lastCharacter) {
    this.start = new Position(line, character);
    this.end = new Position(lastLine, lastCharacter);
  }
}

class Diagnostic {
  constructor(range, message, severity) {
    Object.assign(this, { range, message, severity });
  }
}

class Uri {
  constructor(text) {
    this.text = text;
    this.scheme = text.slice(0, text.indexOf(':'));
    this.fsPath = decodeURIComponent(text.replace('file://', ''));
  }
  static parse = (text) => new Uri(text);
  static file = (path) => new Uri(pathToFileURL(path).href);
  toString() {
    return this.text;
  }
}

class CancellationTokenSource {
  token = { isCancellationRequested: false, onCancellationRequested: () => new Disposable() };
  cancel() {}
  dispose() {}
}

/** What nobody looks at: any property of it is the same again, to be called or made anew. */
const anything = new Proxy(class {}, {
  get: (target, name) => (name === 'prototype' ? target.prototype : name === 'then' ? undefined : anything),
  apply: () => new Disposable(),
});

/** With `known` parts, and the rest as events, classes and functions that do nothing. */
function filledUp(known) {
  return new Proxy(known, {
    get(target, name) {
      if (name in target || typeof name === 'symbol') return target[name];
      if (/^on(?:Did|Will)/.test(name)) target[name] = new Event().event;
      else if (/^[A-Z]/.test(name)) target[name] = class {};
      else target[name] = () => new Disposable();
      return target[name];
    },
  });
}

const matches = (selector, { languageId }) =>
  Number([selector].flat().some((one) => (one.language ?? one) === languageId));

const channel = () => filledUp({ logLevel: 0, append() {}, appendLine() {}, dispose() {} });

/** An editor with some settings. `told` gathers what the user sees. */
export function editor(settings) {
  const told = { diagnostics: new Map(), errors: [], providers: new Set(), commands: new Map() };
  const events = { open: new Event(), change: new Event(), configuration: new Event() };
  const documents = [];
  const diagnosed = new Event();
  const collection = {
    set: (uri, found) => {
      told.diagnostics.set(String(uri), found);
      diagnosed.fire(String(uri));
    },
    delete: (uri) => told.diagnostics.delete(String(uri)),
    clear: () => told.diagnostics.clear(),
    dispose() {},
  };
  const languages = new Proxy({}, {
    get: (_, name) => {
      if (name === 'createDiagnosticCollection') return () => collection;
      if (name === 'match') return matches;
      if (String(name).startsWith('onDid')) return new Event().event;
      return () => {
        told.providers.add(String(name));
        return new Disposable();
      };
    },
  });
  const workspace = filledUp({
    textDocuments: documents,
    notebookDocuments: [],
    workspaceFolders: undefined,
    isTrusted: true,
    getConfiguration: () => ({ get: (name, otherwise) => settings[name] ?? otherwise }),
    onDidOpenTextDocument: events.open.event,
    onDidChangeTextDocument: events.change.event,
    onDidChangeConfiguration: events.configuration.event,
    createFileSystemWatcher: () => filledUp({}),
  });
  const window = filledUp({
    createOutputChannel: channel,
    showErrorMessage: async (text) => void told.errors.push(text),
    visibleTextEditors: [],
    tabGroups: filledUp({ all: [] }),
  });
  const commands = {
    registerCommand: (name, run) => {
      told.commands.set(name, run);
      return new Disposable();
    },
    executeCommand: async () => undefined,
  };
  const vscode = filledUp({
    version: '1.91.0',
    env: filledUp({ appName: 'a test', language: 'en', remoteName: undefined }),
    l10n: { t: (text) => text },
    commands,
    languages,
    window,
    workspace,
    extensions: filledUp({ all: [] }),
    CancellationTokenSource,
    CodeActionKind: anything,
    CancellationError: class extends Error {},
    Diagnostic,
    DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
    Disposable,
    EventEmitter: Event,
    Position,
    Range,
    Uri,
  });
  const open = (uri, text) => {
    const document = { uri: Uri.parse(uri), languageId: 'comity', version: 1, isClosed: false, getText: () => text };
    documents.push(document);
    events.open.fire(document);
  };
  const next = () => new Promise((resolve) => {
    const listening = diagnosed.event((uri) => {
      listening.dispose();
      resolve(told.diagnostics.get(uri));
    });
  });
  return { vscode, told, open, next, configure: (change) => events.configuration.fire(change) };
}

/** Loads a bundle that asks for `vscode`, with this editor for it. */
export function load(path, vscode) {
  const own = Module._load;
  Module._load = (name, ...rest) => (name === 'vscode' ? vscode : own(name, ...rest));
  try {
    const require = Module.createRequire(import.meta.url);
    delete require.cache[path];
    return require(path);
  } finally {
    Module._load = own;
  }
}
