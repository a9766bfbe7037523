// Is every request answered, with something, over shipped texts? How long does each take?

import assert from 'node:assert/strict';
import { test } from 'node:test';
import protocol from 'vscode-languageserver-protocol/node';
import { PROGRAM, Session, tableOf } from './session.mjs';
import { conditionPlace, factPlace, ownName, TEXTS } from './texts.mjs';

const {
  CodeActionRequest, CodeLensRequest, CompletionRequest, DefinitionRequest, DocumentFormattingRequest,
  DocumentHighlightRequest, DocumentSymbolRequest, FoldingRangeRequest, HoverRequest, InlayHintRequest,
  PrepareRenameRequest, ReferencesRequest, RenameRequest, SemanticTokensRequest,
} = protocol;

const ROUNDS = 10;

/** Asks everything about one text, and holds what must be so of the answers. */
async function askAll(session, document) {
  const text = document.getText();
  const textDocument = { uri: document.uri };
  const range = { start: document.positionAt(0), end: document.positionAt(text.length) };
  const fact = { textDocument, position: factPlace(document) };
  const condition = { textDocument, position: conditionPlace(document) };
  const own = ownName(document);
  const named = { textDocument, position: own.position };
  const heads = text.match(/^rule /gm).length;

  const completion = await session.ask(CompletionRequest, condition);
  assert.ok((completion.items ?? completion).length > 50, 'completion');
  const hover = await session.ask(HoverRequest, fact);
  assert.ok(hover.contents.value.length > 20, 'hover');
  const definition = [await session.ask(DefinitionRequest, fact)].flat();
  assert.match(definition[0].uri, /\.comity$/);
  const references = await session.ask(ReferencesRequest, { ...named, context: { includeDeclaration: true } });
  assert.ok(references.length > 1, `references of ${own.name}`);
  const highlights = await session.ask(DocumentHighlightRequest, named);
  assert.equal(highlights.length, references.length, 'a name of one text has all its places there');
  const prepared = await session.ask(PrepareRenameRequest, named);
  assert.equal(prepared.placeholder, own.name);
  const renamed = await session.ask(RenameRequest, { ...named, newName: 'renamed_here' });
  assert.equal(renamed.changes[document.uri].length, references.length);
  const symbols = await session.ask(DocumentSymbolRequest, { textDocument });
  assert.ok(JSON.stringify(symbols).split('"selectionRange"').length > heads, 'symbols');
  const folds = await session.ask(FoldingRangeRequest, { textDocument });
  assert.ok(folds.length >= heads, 'folds');
  const tokens = await session.ask(SemanticTokensRequest, { textDocument });
  assert.ok(tokens.data.length > 500 && tokens.data.length % 5 === 0, 'tokens');
  const options = { tabSize: 2, insertSpaces: true };
  const layout = await session.ask(DocumentFormattingRequest, { textDocument, options });
  assert.deepEqual(layout ?? [], [], 'shipped texts are laid out');
  const context = { diagnostics: session.diagnostics(document) };
  const actions = await session.ask(CodeActionRequest, { textDocument, range, context });
  assert.ok(Array.isArray(actions ?? []), 'actions');
  const hints = await session.ask(InlayHintRequest, { textDocument, range });
  assert.ok(Array.isArray(hints), 'hints');
  const lenses = await session.ask(CodeLensRequest, { textDocument });
  assert.ok(lenses.length > 0, 'lenses');
  const read = await session.ask('comity/read', { uri: document.uri, language: 'nl' });
  assert.ok(JSON.stringify(read).length > text.length / 10, 'reading');
  return hints.length;
}

/** A letter typed into a condition and taken out again: faults come, and go. */
async function typeOver(session, document) {
  const start = conditionPlace(document);
  const end = { ...start, character: start.character + 1 };
  await session.change(document, { start, end: start }, '§');
  assert.ok(session.diagnostics(document).length > 0, 'a stray mark is a fault');
  await session.change(document, { start, end }, '');
  assert.deepEqual(errorsOf(session, document), []);
}

const errorsOf = (session, document) =>
  session.diagnostics(document).filter((one) => one.severity === 1).map((one) => one.message);

/** A dozen texts twice: once so that nothing is met for the first time, then with the clock. */
async function askOverAll(session) {
  let hints = 0;
  for (const name of TEXTS) {
    const document = await session.open(name);
    assert.deepEqual(errorsOf(session, document), [], name);
    hints += await askAll(session, document);
    await session.close(document);
  }
  assert.ok(hints > 0, 'hints');
  session.forget();
  let examples = 0;
  for (const name of TEXTS) {
    const document = await session.open(name);
    for (let round = 0; round < ROUNDS; round += 1) {
      await askAll(session, document);
      await typeOver(session, document);
    }
    const run = await session.ask('comity/examples', { uri: document.uri });
    assert.equal(run.faults, 0, name);
    assert.deepEqual(run.examples.filter((one) => !one.passed).map((one) => one.name), [], name);
    examples += run.examples.length;
    await session.close(document);
  }
  return examples;
}

test('every_request_is_answered_over_a_dozen_texts', { timeout: 300_000 }, async () => {
  assert.ok(PROGRAM, 'COMITY says which program to try');
  await Session.with(async (session) => {
    assert.equal(session.offered.capabilities.positionEncoding, 'utf-16');
    const examples = await askOverAll(session);
    assert.ok(examples > 100, `${examples} examples`);
    console.log([`${TEXTS.length} texts, ${examples} examples`, ...tableOf(session.times)].join('\n'));
  });
});

test('unknown_request_is_refused_and_the_session_goes_on', { timeout: 60_000 }, async () => {
  await Session.with(async (session) => {
    await assert.rejects(session.ask('comity/nothing', {}), { code: -32601 });
    await session.open('nl/telecom');
  });
});
