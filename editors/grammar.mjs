// Writes the TextMate grammar (`--write`), or says whether the written one is as it should be.

import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { readPest } from './grammar/pest.mjs';
import { textMate } from './grammar/textmate.mjs';

export const WRITTEN = new URL('vscode/syntaxes/comity.tmLanguage.json', import.meta.url);
export const SOURCE = new URL('../grammar/comity.pest', import.meta.url);

/** The text of the grammar for a text of `comity.pest`. */
export function generate(pest = readFileSync(SOURCE, 'utf8')) {
  return `${JSON.stringify(textMate(readPest(pest)), null, 1)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv[2] === '--write') {
    writeFileSync(WRITTEN, generate());
  } else if (readFileSync(WRITTEN, 'utf8') !== generate()) {
    console.error('the grammar for editors is not the one of grammar/comity.pest: npm run grammar');
    process.exitCode = 1;
  }
}
