// What words does the grammar of the language know, and in which sentences?
//
// Reads `grammar/comity.pest`, of which the parser itself is built, so that nothing written here
// can know another word than the parser. Only what the file uses of pest is understood; anything
// else is an error, not a guess.

const TOKEN = /\s+|\/\/[^\n]*|"(?:\\.|[^"\\])*"|'(?:\\u\{[0-9A-F]+\}|[^'])'|\.\.|\{\d+\}|[A-Za-z_]\w*|[=@$~|!&?*+(){}]/y;

/** The rules of a grammar, by name. An expression is `{ is: 'sequence', of: [...] }` and so on. */
export function readPest(text) {
  const tokens = cut(text);
  const rules = new Map();
  let at = 0;
  const peek = () => tokens[at];
  const take = (wanted) => {
    const token = tokens[at++];
    if (wanted !== undefined && token !== wanted) {
      throw new Error(`comity.pest: \`${wanted}\` expected, \`${token}\` found`);
    }
    return token;
  };
  const row = (separator, is, part) => {
    const of = [part()];
    while (peek() === separator) {
      take();
      of.push(part());
    }
    return of.length === 1 ? of[0] : { is, of };
  };
  const choice = () => row('|', 'choice', () => row('~', 'sequence', prefixed));
  const prefixed = () => {
    if (peek() === '!' || peek() === '&') {
      take();
      prefixed();
      return { is: 'nothing' };
    }
    let one = simple();
    while (/^(?:[?*+]|\{\d+\})$/.test(peek() ?? '')) {
      const mark = take();
      one = { is: 'repeat', of: one, empty: mark === '?' || mark === '*' };
    }
    return one;
  };
  const simple = () => {
    const token = take();
    if (token === '(') {
      const inner = choice();
      take(')');
      return inner;
    }
    if (token.startsWith('"')) return { is: 'text', text: JSON.parse(token) };
    if (token.startsWith("'")) {
      if (peek() === '..') at += 2;
      return { is: 'nothing' };
    }
    return { is: 'rule', name: token };
  };
  while (at < tokens.length) {
    const name = take();
    take('=');
    while (['@', '$', '_'].includes(peek())) take();
    take('{');
    rules.set(name, choice());
    take('}');
  }
  return rules;
}

function cut(text) {
  const tokens = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (found === null) throw new Error(`comity.pest: cannot read \`${text.slice(at, at + 20)}\``);
    if (!/^(?:\s|\/\/)/.test(found[0])) tokens.push(found[0]);
  }
  return tokens;
}

/** All words that a rule can read, itself or through those that it names. */
export function wordsOf(rules, name, seen = new Set()) {
  if (seen.has(name) || !rules.has(name)) return new Set();
  seen.add(name);
  const words = new Set();
  walk(rules.get(name), (one) => {
    if (one.is === 'text' && /^[a-z]{2,}$/.test(one.text)) words.add(one.text);
    if (one.is === 'rule') for (const word of wordsOf(rules, one.name, seen)) words.add(word);
  });
  return words;
}

function walk(one, look) {
  look(one);
  if (one.is === 'repeat') walk(one.of, look);
  else if (Array.isArray(one.of)) for (const part of one.of) walk(part, look);
}

/**
 * The kinds of sentences: what each begins with (`openers`), the rule that reads the name right
 * after it, if it always has one (`names`), and whether a colon ends it.
 */
export function sentencesOf(rules) {
  const sentences = [];
  for (const [name, body] of rules) {
    const parts = body.is === 'sequence' ? body.of : [];
    if (parts.at(-1)?.name !== 'EOI') continue;
    const openers = firstWords(rules, parts[0]);
    const after = parts[1]?.is === 'rule' ? parts[1].name : undefined;
    sentences.push({ name, openers, after, atColon: parts.at(-2)?.name === 'colon' });
  }
  return sentences;
}

function firstWords(rules, one) {
  switch (one.is) {
    case 'text':
      return [one.text];
    case 'choice':
      return one.of.flatMap((part) => firstWords(rules, part));
    case 'sequence':
      return firstWords(rules, one.of.find((part) => part.is !== 'nothing'));
    case 'rule':
      return firstWords(rules, rules.get(one.name));
    default:
      throw new Error(`comity.pest: a sentence begins with ${JSON.stringify(one)}, not with a word`);
  }
}
