// Colours by meaning: what the language server says each word is, as marks on the text.

import { LSPPlugin } from "@codemirror/lsp-client";
import { RangeSetBuilder, StateEffect, StateField, type Extension, type Text } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from "@codemirror/view";

const PAUSE = 60;
/** Each token is five numbers: lines and columns from the one before, length, type, and modifiers. */
const WIDTH = 5;

const colour = StateEffect.define<DecorationSet>();
const colours = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, change) {
    const fresh = change.effects.find((effect) => effect.is(colour));
    return fresh ? fresh.value : marks.map(change.changes);
  },
  provide: (own) => EditorView.decorations.from(own),
});

/** The marks of a list of tokens as the protocol has them. */
export function decode(data: readonly number[], types: readonly string[], doc: Text): DecorationSet {
  const marks = new RangeSetBuilder<Decoration>();
  let line = 0;
  let column = 0;
  for (let at = 0; at + WIDTH <= data.length; at += WIDTH) {
    const [lines = 0, columns = 0, length = 0, type = 0] = data.slice(at, at + WIDTH);
    column = lines > 0 ? columns : column + columns;
    line += lines;
    if (line >= doc.lines) break;
    const from = doc.line(line + 1).from + column;
    const to = Math.min(from + length, doc.length);
    if (from < to) marks.add(from, to, Decoration.mark({ class: `is-${types[type] ?? "text"}` }));
  }
  return marks.finish();
}

const asker = ViewPlugin.fromClass(
  class {
    #pause: ReturnType<typeof setTimeout> | undefined;
    readonly #view: EditorView;

    constructor(view: EditorView) {
      this.#view = view;
      this.#later();
    }

    update(update: ViewUpdate): void {
      if (update.docChanged) this.#later();
    }

    destroy(): void {
      clearTimeout(this.#pause);
    }

    #later(): void {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => void this.#ask(), PAUSE);
    }

    async #ask(): Promise<void> {
      const plugin = LSPPlugin.get(this.#view);
      if (!plugin) return;
      const { client, uri } = plugin;
      await client.initializing;
      client.sync();
      const { doc } = this.#view.state;
      const legend = client.serverCapabilities?.semanticTokensProvider?.legend.tokenTypes ?? [];
      const answer = await client.request<object, { data: number[] } | null>("textDocument/semanticTokens/full", { textDocument: { uri } }).catch(() => null);
      // A text that has changed since is asked about again anyway.
      if (answer && doc.eq(this.#view.state.doc)) {
        this.#view.dispatch({ effects: colour.of(decode(answer.data, legend, doc)) });
      }
    }
  },
);

const look = EditorView.theme({
  ".is-keyword": { color: "var(--link)", fontWeight: "600" },
  ".is-string": { color: "var(--good)" },
  ".is-comment": { color: "var(--quiet)", fontStyle: "italic" },
  ".is-number": { color: "var(--open)" },
  ".is-enumMember": { color: "var(--open)" },
  ".is-namespace, .is-class, .is-type, .is-function": { fontWeight: "600" },
});

export const semanticColours: Extension = [colours, asker, look];
