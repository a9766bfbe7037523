// What scopes do the words of a text get? By the library of Visual Studio Code itself.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const require = createRequire(import.meta.url);
const GRAMMAR = new URL('../syntaxes/comity.tmLanguage.json', import.meta.url);

/** The grammar, ready to read lines. */
export async function loadGrammar() {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync(GRAMMAR, 'utf8'), 'comity.json'),
  });
  return registry.loadGrammar('source.comity');
}

/** Every piece of a text that is more than white space: line, column, text, and innermost scopes. */
export function tokensOf(grammar, text) {
  const tokens = [];
  let state = textmate.INITIAL;
  for (const [line, content] of text.split('\n').entries()) {
    const read = grammar.tokenizeLine(content, state);
    if (read.stoppedEarly) throw new Error(`line ${line + 1} was not read to its end`);
    state = read.ruleStack;
    for (const { startIndex, endIndex, scopes } of read.tokens) {
      const piece = content.slice(startIndex, endIndex);
      if (piece.trim() === '') continue;
      const own = scopes.filter((name) => name !== 'source.comity' && !name.startsWith('meta.'));
      tokens.push({ line, column: startIndex, text: piece, scopes: own });
    }
  }
  return tokens;
}
