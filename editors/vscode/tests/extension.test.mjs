// Does the built extension start the language server, and tell what it finds?

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { editor, load } from './editor.mjs';

const BUNDLE = fileURLToPath(new URL('../dist/extension.js', import.meta.url));
const program = process.env.COMITY;

async function started(settings) {
  const one = editor(settings);
  const extension = load(BUNDLE, one.vscode);
  await extension.activate({ subscriptions: [] });
  return { ...one, extension };
}

test('faulty_text_gets_its_diagnostics', { timeout: 60_000 }, async () => {
  assert.ok(program, 'COMITY says which program to try');
  const { extension, told, open, next } = await started({ path: program });
  assert.deepEqual(told.errors, []);
  const found = next();
  open('file:///draft.comity', 'rulset demo edition 1.\n');
  const diagnostics = await found;
  assert.match(JSON.stringify(diagnostics), /`ruleset` was probably meant/);
  assert.equal(diagnostics[0].range.start.line, 0);
  await extension.deactivate();
});

test('everything_the_server_offers_is_registered', { timeout: 60_000 }, async () => {
  const { extension, told } = await started({ path: program });
  const offered = ['Completion', 'Hover', 'Definition', 'DocumentFormattingEdit', 'Reference', 'Rename',
    'DocumentHighlight', 'DocumentSymbol', 'FoldingRange', 'CodeActions', 'InlayHints', 'CodeLens'];
  for (const name of offered) {
    const registered = [...told.providers].some((one) => one.startsWith(`register${name}`));
    assert.ok(registered, `${name}: ${[...told.providers]}`);
  }
  assert.ok(told.providers.has('registerDocumentSemanticTokensProvider'));
  await extension.deactivate();
});

test('missing_program_is_told_with_the_setting', { timeout: 60_000 }, async () => {
  const { told } = await started({ path: '/nowhere/comity' });
  assert.match(told.errors.at(-1), /\/nowhere\/comity.*comity\.path/);
});

test('changed_path_starts_the_other_program', { timeout: 60_000 }, async () => {
  const settings = { path: '/nowhere/comity' };
  const { extension, told, open, next } = await started(settings);
  settings.path = program;
  await told.commands.get('comity.restart')();
  const found = next();
  open('file:///draft.comity', 'ruleset demo.\n');
  assert.ok((await found).length > 0);
  await extension.deactivate();
});
