// Is the grammar for editors that of the language, and does the language server know its words?

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { generate, SOURCE, WRITTEN } from './grammar.mjs';
import { readPest, sentencesOf, wordsOf } from './grammar/pest.mjs';

const pest = readFileSync(SOURCE, 'utf8');
const rules = readPest(pest);

test('written_grammar_is_a_fresh_one', () => {
  assert.equal(readFileSync(WRITTEN, 'utf8'), generate(), 'npm run grammar, in editors/');
});

test('changed_word_changes_the_grammar', () => {
  assert.notEqual(generate(pest.replace('"deemed"', '"presumed"')), generate());
});

test('every_sentence_has_a_region', () => {
  const { repository } = JSON.parse(generate());
  for (const { openers } of sentencesOf(rules)) {
    for (const opener of openers) assert.ok(repository[`sentence-${opener}`], opener);
  }
});

test('unknown_notation_is_an_error', () => {
  assert.throws(() => readPest('a = { ^"B" }'), /cannot read/);
  assert.throws(() => readPest('a = { ("b" }'), /expected/);
});

test('every_sentence_of_the_reference_is_one_of_the_grammar', () => {
  const openers = new Set(sentencesOf(rules).flatMap((one) => one.openers));
  const forms = readFileSync(new URL('../src/syntax/forms.rs', import.meta.url), 'utf8');
  const first = [...forms.matchAll(/form\(\s*r?#?"([a-z]+)/g)].map((found) => found[1]);
  assert.ok(first.length > 50, `${first.length} forms read`);
  assert.deepEqual(new Set(first), openers);
});

test('language_server_colours_every_word_of_the_grammar', async () => {
  const words = [...new Set(sentencesOf(rules).flatMap((one) => [...wordsOf(rules, one.name)]))].sort();
  assert.ok(words.length > 150, `${words.length} words`);
  const data = await coloursOf(words.join('\n'));
  const coloured = new Set(data.map((line) => words[line]));
  assert.deepEqual(words.filter((word) => !coloured.has(word)), []);
});

/** The lines on which the language server sees a keyword. */
async function coloursOf(text) {
  const program = process.env.COMITY;
  assert.ok(program, 'COMITY says which program to try');
  const uri = 'untitled:words.comity';
  const messages = [
    { id: 1, method: 'initialize', params: { capabilities: {} } },
    { method: 'initialized', params: {} },
    { method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'comity', version: 1, text } } },
    { id: 2, method: 'textDocument/semanticTokens/full', params: { textDocument: { uri } } },
    { id: 3, method: 'shutdown' },
    { method: 'exit' },
  ];
  const answers = await talk(program, messages);
  const types = answers.get(1).capabilities.semanticTokensProvider.legend.tokenTypes;
  const lines = [];
  let line = 0;
  for (let at = 0, { data } = answers.get(2); at < data.length; at += 5) {
    line += data[at];
    if (types[data[at + 3]] === 'keyword') lines.push(line);
  }
  return lines;
}

/** Sends messages to a server, and gives its answers by their ids. */
async function talk(program, messages) {
  const server = spawn(program, ['lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const pieces = [];
  server.stdout.on('data', (piece) => pieces.push(piece));
  for (const message of messages) {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }
  server.stdin.end();
  const code = await new Promise((resolve, reject) => server.on('error', reject).on('close', resolve));
  assert.equal(code, 0);
  const answers = new Map();
  let rest = Buffer.concat(pieces);
  while (rest.length > 0) {
    const body = rest.indexOf('\r\n\r\n') + 4;
    const end = body + Number(/Content-Length: (\d+)/.exec(rest.subarray(0, body))[1]);
    const { id, result } = JSON.parse(rest.subarray(body, end));
    if (id !== undefined) answers.set(id, result);
    rest = rest.subarray(end);
  }
  return answers;
}
