// Which shipped texts are tried, and where in a text is something to ask about?

/** A dozen: small and large, of all authorities, law and standards. */
export const TEXTS = [
  'uk/psti', 'uk/gdpr', 'uk/pecr', 'ca/pipeda', 'ca/casl', 'ca/quebec-p39-1',
  'eu/cra', 'eu/data-act', 'nl/telecom', 'nl/uavg', 'voluntary/jc-star',
  'voluntary/etsi-en-303-645-3.1.3',
];

/** The place of the first group of a pattern. */
export function placeOf(document, pattern) {
  const found = new RegExp(pattern, 'md').exec(document.getText());
  if (found === null) throw new Error(`${document.uri} has no ${pattern}`);
  return document.positionAt(found.indices[1][0]);
}

/** A name that only this text declares: of a term or parameter, or of an item of a list. */
export function ownName(document) {
  const declared = [/^ *(?:term|parameter) (\w+)\b/m, /\b(?:for every|some|every|no) (\w+) in /m];
  for (const pattern of declared) {
    const found = pattern.exec(document.getText());
    if (found !== null) return { name: found[1], position: placeOf(document, pattern.source) };
  }
  throw new Error(`${document.uri} declares nothing`);
}

/** A fact in a norm. */
export const factPlace = (document) => placeOf(document, '^  (?:must|should)\\b[^"]*?\\b([a-z]\\w*\\.[a-z_]+)');

/** Where a condition begins. */
export const conditionPlace = (document) => placeOf(document, '^  (?:must|should) ()');
