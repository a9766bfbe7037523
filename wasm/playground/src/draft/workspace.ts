// The files of the language server's client: the draft alone. Shipped texts are shown, not edited.

import { LSPPlugin, Workspace, type LSPClient, type WorkspaceFile } from "@codemirror/lsp-client";
import type { EditorView } from "@codemirror/view";

/** Shows a shipped text, and gives the field that it is shown in. */
export type Show = (uri: string, text: string) => Promise<EditorView | null>;

/** The client names no type for them. */
type Updates = ReturnType<Workspace["syncFiles"]>;

interface DraftFile extends WorkspaceFile {
  view: EditorView;
}

export class DraftWorkspace extends Workspace {
  files: DraftFile[] = [];
  #version = 0;
  readonly #show: Show;

  constructor(client: LSPClient, show: Show) {
    super(client);
    this.#show = show;
  }

  override syncFiles(): Updates {
    const updates: Updates[number][] = [];
    for (const file of this.files) {
      const plugin = LSPPlugin.get(file.view);
      if (!plugin || plugin.unsyncedChanges.empty) continue;
      updates.push({ file, prevDoc: file.doc, changes: plugin.unsyncedChanges });
      file.doc = file.view.state.doc;
      file.version = ++this.#version;
      plugin.clear();
    }
    return updates;
  }

  override openFile(uri: string, languageId: string, view: EditorView): void {
    const file: DraftFile = { uri, languageId, version: ++this.#version, doc: view.state.doc, view, getView: () => view };
    this.files.push(file);
    this.client.didOpen(file);
  }

  override closeFile(uri: string): void {
    this.files = this.files.filter((file) => file.uri !== uri);
    this.client.didClose(uri);
  }

  override async displayFile(uri: string): Promise<EditorView | null> {
    const open = this.getFile(uri)?.getView();
    if (open) return open;
    const { text } = await this.client.request<object, { text: string }>("comity/text", { textDocument: { uri }, uri });
    return this.#show(uri, text);
  }
}
