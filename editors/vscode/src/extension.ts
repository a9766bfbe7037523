// Starts `comity lsp` for the texts of the editor; all that it knows comes from there.

import { commands, window, workspace, type ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from 'vscode-languageclient/node';

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand('comity.restart', restart),
    workspace.onDidChangeConfiguration(async (change) => {
      const settings = ['comity.path', 'comity.arguments'];
      if (settings.some((name) => change.affectsConfiguration(name))) await restart();
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await stop();
}

async function restart(): Promise<void> {
  await stop();
  await start();
}

async function start(): Promise<void> {
  const server = program();
  client = new LanguageClient('comity', 'Comity', server, watched());
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    const why = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(
      `The language server \`${server.command}\` did not start: ${why}. ` +
        'The setting comity.path says where the program is.',
    );
  }
}

/** A server that ends badly must not keep another from being started. */
async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.dispose().catch(() => undefined);
}

function program(): ServerOptions & { command: string } {
  const settings = workspace.getConfiguration('comity');
  return {
    command: settings.get<string>('path') || 'comity',
    args: settings.get<string[]>('arguments') ?? ['lsp'],
  };
}

function watched(): LanguageClientOptions {
  return {
    documentSelector: [
      { scheme: 'file', language: 'comity' },
      { scheme: 'untitled', language: 'comity' },
    ],
  };
}
