// What is the TextMate grammar of the language?
//
// Each kind of sentence is a region from its first word to its full stop, and knows the words that
// its rule of `comity.pest` can read, no others: `law` is a word of `issued as …` and a name
// elsewhere, as for the parser.

import { sentencesOf, wordsOf } from './pest.mjs';

const CHARACTER = '[\\p{L}\\p{N}_]';
const BEFORE = `(?<!${CHARACTER}|${CHARACTER}[.\\-/])`;
const AFTER = `(?!${CHARACTER}|[.\\-/]${CHARACTER})`;
const PART = `${CHARACTER}+(?:[.\\-]${CHARACTER}+)*`;
const WORD = `${PART}(?:/${PART})*`;

/** Rules of the grammar whose words have a scope of their own, the first that has a word first. */
const SCOPES = [
  ['constant.language', ['yes_no', 'given_yes_no', 'absent_value', 'today']],
  ['storage.modifier.language', ['language']],
  ['support.constant.kind', ['issued_kind', 'confidence_level', 'evidence_method']],
  ['support.type', ['simple_type', 'open_set_content', 'k_list']],
  ['constant.language.verdict', ['verdict', 'undetermined']],
  ['keyword.operator', ['condition', 'yes_or_no']],
];

/** What a name is, by the rule that reads it. */
const NAMES = {
  rule_id: 'entity.name.function.rule',
  rule_reference: 'entity.name.function.rule',
  ruleset_id: 'entity.name.namespace',
  name: 'entity.name.type',
  path: 'variable.other.fact',
  member: 'variable.other.enummember',
  jurisdiction_code: 'constant.other.jurisdiction',
};

const scope = (name) => `${name}.comity`;
const one = (name, match, captures) => ({
  ...(name && { name: scope(name) }),
  match,
  ...(captures && { captures: scopes(captures) }),
});
const scopes = (names) =>
  Object.fromEntries(names.map((name, index) => [index + 1, { name: scope(name) }]));
const any = (words) => `${BEFORE}(?:${[...words].sort().join('|')})${AFTER}`;
const include = (...names) => names.map((name) => ({ include: `#${name}` }));

/** The grammar, as it is written to its file. */
export function textMate(rules) {
  const groups = groupsOf(rules);
  const head = `(?=${headLine(groups)})`;
  const repository = common(rules, head);
  for (const group of groups.values()) {
    repository[`sentence-${group.opener}`] = region(rules, group, head);
  }
  return {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    comment: 'Written by editors/grammar.mjs from grammar/comity.pest. Do not edit.',
    name: 'Comity',
    scopeName: 'source.comity',
    fileTypes: ['comity'],
    patterns: include(...[...groups.keys()].sort().map((key) => `sentence-${key}`), 'always', 'rest'),
    repository,
  };
}

/** Sentences by their first word: what begins alike is one region, and knows the words of all. */
function groupsOf(rules) {
  const groups = new Map();
  for (const sentence of sentencesOf(rules)) {
    for (const opener of sentence.openers) {
      const group = groups.get(opener) ?? { opener, sentences: [] };
      group.sentences.push(sentence);
      groups.set(opener, group);
    }
  }
  return groups;
}

/** A line that opens a block: where one stands, a sentence that was left open is over. */
function headLine(groups) {
  const isHead = (group) => group.sentences.every((one) => one.atColon && isHeadRule(one.name));
  const openers = [...groups.values()].filter(isHead).map((group) => group.opener);
  return `^\\s*(?:${openers.join('|')})[ \\t]+(?:"[^"]*"|[^\\s:"]+)[ \\t]*:[ \\t]*(?:--.*)?$`;
}

const isHeadRule = (name) => name.endsWith('_head');

function region(rules, { opener, sentences }, head) {
  const [first] = sentences;
  const reach = (name) => sentences.some((one) => reaches(rules, one.name, name));
  const named = sentences.length === 1 && first.after in NAMES;
  const kind = kindOf(rules, opener, first.name);
  const name = named ? `(?:[ \\t]+(${WORD})${AFTER})?` : '';
  const values = ['money', 'quantity'].filter(reach);
  return {
    name: scope(`meta.sentence.${opener}`),
    begin: `${BEFORE}(${opener})${AFTER}${name}`,
    beginCaptures: scopes([kind, ...(named ? [NAMES[first.after]] : [])]),
    end: `${first.atColon ? '((?<!\\bof):)' : `(\\.)(?!${CHARACTER})`}|${head}`,
    endCaptures: scopes(['punctuation.terminator.sentence']),
    patterns: [
      ...include('always', ...values, 'reference', ...(reach('comparison') ? ['compared'] : [])),
      ...keywords(rules, sentences),
      ...include('rest'),
    ],
  };
}

function kindOf(rules, opener, rule) {
  if (isHeadRule(rule)) return 'keyword.control.head';
  return wordsOf(rules, 'modality').has(opener) ? 'keyword.control.norm' : 'keyword.other.sentence';
}

function keywords(rules, sentences) {
  const left = new Set(sentences.flatMap((one) => [...wordsOf(rules, one.name)]));
  const patterns = [];
  for (const [name, from] of SCOPES) {
    const reached = from.filter((rule) => sentences.some((one) => reaches(rules, one.name, rule)));
    const words = reached.flatMap((rule) => [...wordsOf(rules, rule)]).filter((word) => left.delete(word));
    if (words.length > 0) patterns.push(one(name, any(new Set(words))));
  }
  if (left.size > 0) patterns.push(one('keyword.other', any(left)));
  return patterns;
}

function reaches(rules, from, to, seen = new Set()) {
  if (from === to) return true;
  if (seen.has(from) || !rules.has(from)) return false;
  seen.add(from);
  const parts = (part) => (part.is === 'rule' ? [part.name] : [part.of ?? []].flat().flatMap(parts));
  return parts(rules.get(from)).some((name) => reaches(rules, name, to, seen));
}

function common(rules, head) {
  const constants = new Set(SCOPES[0][1].flatMap((rule) => [...wordsOf(rules, rule)]));
  const openings = [...wordsOf(rules, 'opening_word')].filter((word) => !constants.has(word));
  constants.delete('today');
  const unit = `(?!(?:${[...wordsOf(rules, 'reserved')].sort().join('|')})${AFTER})[A-Za-z]${CHARACTER}*`;
  const inside = [
    one('constant.language', any(constants)),
    one('variable.other.enummember', `[A-Za-z]${CHARACTER}*${AFTER}`),
  ];
  const enclosed = (begin, end, kind, patterns) => ({
    begin,
    end: `(${end})|${head}`,
    beginCaptures: { 0: { name: scope(`punctuation.section.${kind}.begin`) } },
    endCaptures: scopes([`punctuation.section.${kind}.end`]),
    patterns,
  });
  return {
    comment: {
      name: scope('comment.line.double-dash'),
      begin: '(--)',
      beginCaptures: scopes(['punctuation.definition.comment']),
      end: '$',
    },
    string: {
      name: scope('string.quoted.double'),
      begin: '"',
      end: '"|$',
      patterns: [one('constant.character.escape', '\\\\.')],
    },
    address: one('string.other.link', '<https?://[^<>"\\s]+>'),
    label: one('punctuation.definition.label', '\\([A-Za-z0-9]+\\)'),
    date: one('constant.numeric.date', `${BEFORE}\\d{4}-\\d{2}-\\d{2}${AFTER}`),
    money: one('', `${BEFORE}(-?\\d+(?:\\.\\d{2})?)\\s+([A-Z]{3})${AFTER}`, [
      'constant.numeric.money',
      'keyword.other.unit',
    ]),
    quantity: one('', `${BEFORE}(-?\\d+)\\s+(${unit})${AFTER}`, [
      'constant.numeric.quantity',
      'keyword.other.unit',
    ]),
    // `is none`: after a comparator these words are values, as for the rule `object`.
    compared: one('variable.other', `(?<=\\bis |\\bis not )${any(openings)}`),
    reference: one('', `${BEFORE}(${PART})(/)(${PART})${AFTER}`, [
      'entity.name.namespace',
      'punctuation.separator.reference',
      'entity.name.function.rule',
    ]),
    braces: enclosed('\\{', '\\}', 'braces', [
      one('variable.other.property', `${BEFORE}[A-Za-z]${CHARACTER}*(?:[.\\-]${CHARACTER}+)*(?=\\s*:)`),
      ...include('always', 'money', 'quantity'), ...inside, ...include('rest'),
    ]),
    brackets: enclosed('\\[', '\\]', 'brackets', [
      ...include('always', 'money', 'quantity'), ...inside, ...include('rest'),
    ]),
    word: {
      patterns: [
        one('constant.numeric', `${BEFORE}-?\\d+(?:\\.\\d+)*${AFTER}`),
        one('constant.other.numbering', `${BEFORE}\\d${CHARACTER}*(?:[.\\-/]${CHARACTER}+)*`),
        one('variable.other.fact', `${BEFORE}${CHARACTER}+(?:\\.${CHARACTER}+)+${AFTER}`),
        one('variable.other', `${BEFORE}${WORD}`),
      ],
    },
    mark: {
      patterns: [
        one('punctuation.separator.list', '[,;]'),
        one('punctuation.separator.colon', ':'),
        one('punctuation.terminator.sentence', `\\.(?!${CHARACTER})`),
      ],
    },
    stray: one('invalid.illegal', '[^\\s]'),
    always: {
      patterns: include('comment', 'string', 'address', 'label', 'braces', 'brackets', 'date'),
    },
    rest: { patterns: include('word', 'mark', 'stray') },
  };
}
