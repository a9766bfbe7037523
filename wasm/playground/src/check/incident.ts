// What a manifest tells of a breach that made the news: lines of `x_incident`, which no rule reads.

export interface Incident {
  what: string | undefined;
  when: string | undefined;
  cause: string | undefined;
  impact: string | undefined;
  response: string | undefined;
}

const BLOCK = /^x_incident:\n((?:[ \t]+.*\n?|\n)*)/m;

/** The story of a manifest that has one. */
export function incidentOf(text: string): Incident | undefined {
  const block = BLOCK.exec(text)?.[1];
  if (!block) return undefined;
  const line = (name: string) => new RegExp(`^ +${name}: "((?:[^"\\\\]|\\\\.)*)"`, "m").exec(block)?.[1]?.replaceAll('\\"', '"');
  return { what: line("what"), when: line("when"), cause: line("cause"), impact: line("impact"), response: line("response") };
}
