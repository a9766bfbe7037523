// Do another name, another layout and a remedy leave the law as it was? `comity diff` says so.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import protocol from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { pathOf, PROGRAM, Session } from './session.mjs';
import { conditionPlace, ownName, TEXTS } from './texts.mjs';

const { CodeActionRequest, DocumentFormattingRequest, RenameRequest } = protocol;
const OPTIONS = { tabSize: 2, insertSpaces: true };
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'comity-'));

after(() => rmSync(folder, { recursive: true }));

/** What `comity diff` finds from a shipped text to another of the same ruleset. */
async function diff(name, text) {
  const path = join(folder, `${basename(name)}.comity`);
  writeFileSync(path, text);
  const args = ['diff', pathOf(name), path, '--format', 'json', '--on', '2026-11-23'];
  const { stdout } = await run(PROGRAM, args, { maxBuffer: 1 << 26 });
  return JSON.parse(stdout);
}

/**
 * Nothing may differ. Of a rule too large for the prover `comity diff` says that it cannot tell,
 * unless its text is the same letter by letter; such rules are counted apart.
 */
async function assertSameLaw(name, text, sums) {
  const { added, removed, rules } = await diff(name, text);
  assert.deepEqual([added, removed], [[], []], name);
  assert.equal(rules.length, text.match(/^rule /gm).length, name);
  for (const { number, meaning, effects, unchanged } of rules) {
    assert.ok(meaning === 'unclear' || (meaning === 'equal' && unchanged), `${name} ${number}: ${meaning}`);
    assert.deepEqual(effects, [], `${name} ${number}`);
    if (meaning === 'unclear') sums.open.push(`${name} ${number}`);
    else sums.equal += 1;
  }
}

/** What was proved must be nearly everything. */
function tell(what, { equal, open }) {
  console.log(`${what}: ${equal} rules proved equal; not told: ${open.join(', ') || 'none'}`);
  assert.ok(equal > 20 * open.length, `${open.length} of ${equal}`);
}

test('renamed_text_means_the_same', { timeout: 300_000 }, async () => {
  const sums = { equal: 0, open: [] };
  let places = 0;
  await Session.with(async (session) => {
    for (const name of TEXTS) {
      const document = await session.open(name);
      const { name: own, position } = ownName(document);
      const params = { textDocument: { uri: document.uri }, position, newName: 'renamed_here' };
      const { changes } = await session.ask(RenameRequest, params);
      assert.deepEqual(Object.keys(changes), [document.uri], name);
      const renamed = TextDocument.applyEdits(document, changes[document.uri]);
      assert.notEqual(renamed, document.getText());
      assert.equal(renamed.replaceAll('renamed_here', own), document.getText(), name);
      places += changes[document.uri].length;
      await assertSameLaw(name, renamed, sums);
    }
  });
  tell(`renamed in ${places} places`, sums);
});

test('formatted_text_is_the_shipped_one_again', { timeout: 300_000 }, async () => {
  const sums = { equal: 0, open: [] };
  await Session.with(async (session) => {
    for (const name of TEXTS) {
      const shipped = readFileSync(pathOf(name), 'utf8');
      const flat = shipped.replace(/^ +/gm, '').replace(/^(must|title|citing) /gm, '     $1   ');
      const document = await session.open(name, flat);
      assert.notEqual(document.getText(), shipped);
      const params = { textDocument: { uri: document.uri }, options: OPTIONS };
      const edits = await session.ask(DocumentFormattingRequest, params);
      const formatted = TextDocument.applyEdits(document, edits);
      assert.equal(formatted, shipped, name);
      await assertSameLaw(name, document.getText(), sums);
    }
  });
  tell('laid out anew', sums);
});

test('changed_norm_is_another_law', { timeout: 60_000 }, async () => {
  const document = TextDocument.create('file:///it', 'comity', 1, readFileSync(pathOf('nl/telecom'), 'utf8'));
  const start = conditionPlace(document);
  const changed = TextDocument.applyEdits(document, [{ range: { start, end: start }, newText: 'not ' }]);
  await assert.rejects(assertSameLaw('nl/telecom', changed, { equal: 0, open: [] }), /nl\/telecom/);
});

test('remedy_of_a_misspelt_word_brings_the_shipped_text_back', { timeout: 60_000 }, async () => {
  await Session.with(async (session) => {
    for (const name of TEXTS) {
      const shipped = readFileSync(pathOf(name), 'utf8');
      const misspelt = shipped.replace(/^ruleset /m, 'rulest ');
      const document = await session.open(name, misspelt);
      const diagnostics = session.diagnostics(document).filter((one) => one.severity === 1);
      assert.ok(diagnostics.length > 0, name);
      const { range } = diagnostics[0];
      const params = { textDocument: { uri: document.uri }, range, context: { diagnostics } };
      const [action] = await session.ask(CodeActionRequest, params);
      const mended = TextDocument.applyEdits(document, action.edit.changes[document.uri]);
      assert.equal(mended, shipped, name);
    }
  });
});
