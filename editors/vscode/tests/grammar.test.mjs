// Does the grammar colour the shipped texts as they are meant?

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadGrammar, tokensOf } from './tokens.mjs';

const RULESETS = fileURLToPath(new URL('../../../rulesets', import.meta.url));
const texts = readdirSync(RULESETS, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.comity'))
  .map((path) => ({ path, text: readFileSync(join(RULESETS, path), 'utf8') }));

let grammar;
let all;

before(async () => {
  grammar = await loadGrammar();
  all = texts.map(({ path, text }) => ({ path, text, tokens: tokensOf(grammar, text) }));
});

/** The scopes of a text in a line, without the ending that all have. */
function colours(text) {
  const plain = (name) => name.replace(/\.comity$/, '');
  return tokensOf(grammar, text).map((token) => [token.text.trim(), plain(token.scopes.at(-1) ?? '')]);
}

const scopeOf = (text, word) => colours(text).find(([own]) => own === word)?.[1];

test('shipped_texts_are_all_there', () => {
  assert.ok(texts.length >= 60, `${texts.length} texts`);
});

test('every_piece_of_the_shipped_texts_has_a_scope', () => {
  let pieces = 0;
  for (const { path, tokens } of all) {
    pieces += tokens.length;
    for (const token of tokens) {
      assert.ok(token.scopes.length > 0, `${path}:${token.line + 1}: \`${token.text}\``);
      assert.ok(!token.scopes.at(-1).startsWith('invalid'), `${path}:${token.line + 1}: \`${token.text}\``);
    }
  }
  console.log(`${texts.length} texts, ${pieces} pieces`);
});

test('every_shipped_text_ends_outside_of_sentences', () => {
  for (const { path, text } of all) {
    assert.deepEqual(colours(`${text}\nmust x.`).at(-3), ['must', 'keyword.control.norm'], path);
  }
});

test('texts_and_comments_are_where_a_reader_sees_them', () => {
  for (const { path, text, tokens } of all) {
    const seen = new Set(tokens.filter(isText).map(({ line, column }) => `${line}:${column}`));
    const lines = text.split('\n');
    for (const [line, content] of lines.entries()) {
      for (const { 0: piece, index } of content.matchAll(/<http[^\s"]*>|"(?:\\.|[^"\\])*"|--.*$/g)) {
        if (!piece.startsWith('<')) assert.ok(seen.delete(`${line}:${index}`), `${path}:${line + 1}: ${piece}`);
      }
    }
    const inside = tokens.filter((one) => seen.has(`${one.line}:${one.column}`));
    for (const { line, column, text: piece } of inside) {
      const before = lines[line].slice(0, column);
      assert.match(before, /"|--/, `${path}:${line + 1}: \`${piece}\``);
    }
  }
});

const isText = ({ scopes }) => /^(?:string\.quoted|comment)/.test(scopes[0]);

test('dates_of_the_shipped_texts_are_dates', () => {
  let dates = 0;
  for (const { path, tokens } of all) {
    for (const { line, text, scopes } of tokens) {
      if (isText({ scopes }) || !/^\d{4}-\d{2}-\d{2}$/.test(text)) continue;
      dates += 1;
      assert.match(scopes.at(-1), /^constant\.numeric\.date/, `${path}:${line + 1}: \`${text}\``);
    }
  }
  assert.ok(dates > 500, `${dates} dates`);
});

test('norm_has_its_parts', () => {
  assert.deepEqual(colours('must not support.min_length is at least 5 years. -- why'), [
    ['must', 'keyword.control.norm'],
    ['not', 'keyword.operator'],
    ['support.min_length', 'variable.other.fact'],
    ['is', 'keyword.operator'],
    ['at', 'keyword.operator'],
    ['least', 'keyword.operator'],
    ['5', 'constant.numeric.quantity'],
    ['years', 'keyword.other.unit'],
    ['.', 'punctuation.terminator.sentence'],
    ['--', 'punctuation.definition.comment'],
    ['why', 'comment.line.double-dash'],
  ]);
});

test('head_reference_and_money_have_their_parts', () => {
  assert.equal(scopeOf('rule 5.1-1:', '5.1-1'), 'entity.name.function.rule');
  assert.equal(scopeOf('ruleset uk.psti edition 2.1.1.', 'uk.psti'), 'entity.name.namespace');
  assert.equal(scopeOf('must en/5.1-1 is met.', 'en'), 'entity.name.namespace');
  assert.equal(scopeOf('must en/5.1-1 is met.', '5.1-1'), 'entity.name.function.rule');
  assert.equal(scopeOf('must price is at most 150.00 EUR.', '150.00'), 'constant.numeric.money');
  assert.equal(scopeOf('expect 5 breached.', 'breached'), 'constant.language.verdict');
});

test('word_of_one_sentence_is_a_name_in_another', () => {
  assert.equal(scopeOf('issued as law by "X".', 'law'), 'support.constant.kind');
  assert.equal(scopeOf('must law is present.', 'law'), 'variable.other');
  assert.equal(scopeOf('given {title: [must, camera]}.', 'title'), 'variable.other.property');
  assert.equal(scopeOf('given {title: [must, camera]}.', 'must'), 'variable.other.enummember');
});

test('opening_word_is_a_value_after_a_comparator', () => {
  assert.equal(scopeOf('must updates.scope is not none.', 'none'), 'variable.other');
  assert.equal(scopeOf('must none of: (a) x; (b) y.', 'none'), 'keyword.operator');
});

test('quoted_text_with_an_escaped_quote_goes_on', () => {
  assert.equal(scopeOf('note "a \\" -- b". must x.', '-- b'), 'string.quoted.double');
  assert.equal(scopeOf('note "a \\" -- b". must x.', 'must'), 'keyword.control.norm');
});

test('sentence_without_an_end_is_over_where_a_block_begins', () => {
  assert.equal(scopeOf('given {a: [b,\nrule 6:', '6'), 'entity.name.function.rule');
});

test('curly_quote_is_marked', () => {
  assert.equal(scopeOf('note “a”.', '“'), 'invalid.illegal');
});
