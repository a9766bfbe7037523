// Do the grammar for editors and the language server see the same words, texts and comments?

import assert from 'node:assert/strict';
import { test } from 'node:test';
import protocol from 'vscode-languageserver-protocol/node';
import { loadGrammar, tokensOf } from '../vscode/tests/tokens.mjs';
import { Session } from './session.mjs';
import { TEXTS } from './texts.mjs';

const ALL = [...TEXTS, 'vocabulary/iot', 'jurisdictions', 'eu/gdpr', 'eu/red', 'uk/childrens-code', 'forum/igf-2018'];
const KEYWORD = /^(?:keyword\.(?!other\.unit)|constant\.language|support\.|storage\.)/;

/** The tokens of the server, by line and column. */
async function told(session, document, types) {
  const { data } = await session.ask(protocol.SemanticTokensRequest, { textDocument: { uri: document.uri } });
  const tokens = new Map();
  for (let at = 0, line = 0, column = 0; at < data.length; at += 5) {
    column = data[at] === 0 ? column + data[at + 1] : data[at + 1];
    line += data[at];
    tokens.set(`${line}:${column}`, types[data[at + 3]]);
  }
  return tokens;
}

/** Where the two differ, as `word scope kind file:line`, and how many words both know. */
async function compare(session, grammar, name) {
  const types = session.offered.capabilities.semanticTokensProvider.legend.tokenTypes;
  const document = await session.open(name);
  const server = await told(session, document, types);
  const found = { both: 0, differ: [] };
  for (const { line, column, text, scopes } of tokensOf(grammar, document.getText())) {
    const kind = server.get(`${line}:${column}`);
    const scope = scopes.at(-1);
    if (KEYWORD.test(scope) && kind === 'keyword') found.both += 1;
    else if (contradict(scope, kind)) found.differ.push(`${text} ${scope} ${kind} ${name}:${line + 1}`);
  }
  await session.close(document);
  return found;
}

/**
 * Whether they tell two things of one word. Between braces stand values of which the server knows
 * by their facts what they are, or does not, such as `{id: weight}`; the grammar calls them all so.
 */
function contradict(scope, kind) {
  if (kind === undefined) return false;
  if (scope.startsWith('variable.other.enummember') && kind === 'keyword') return false;
  const pairs = { keyword: KEYWORD, string: /^(?:string|constant\.character)/, comment: /comment/ };
  return kind in pairs ? !pairs[kind].test(scope) : KEYWORD.test(scope);
}

test('grammar_and_server_agree_over_shipped_texts', { timeout: 120_000 }, async () => {
  const grammar = await loadGrammar();
  let both = 0;
  await Session.with(async (session) => {
    for (const name of ALL) {
      const found = await compare(session, grammar, name);
      assert.deepEqual(found.differ, [], name);
      both += found.both;
    }
  });
  console.log(`${ALL.length} texts: ${both} words of the language, the same for both`);
  assert.ok(both > 10_000, `${both} words`);
});
