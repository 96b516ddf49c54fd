import type { Check } from '../check.js';

const note = (heading: string): string =>
  `name = "Shell of a Web Server"\nnote = '''\n## Triage and analysis\n\n### ${heading}\n\nLook at the parent.\n'''`;

/** See `summary`. */
export const guideNamesRule: Check = {
  name: 'guide-names-rule',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Let the heading "Investigating …" of the investigation guide name the rule.',
  rationale:
    'Guides open with `### Investigating <name of the rule>`. Another name there is left over from a rule that was copied or renamed, and so, perhaps, is the guide. Only the first such heading is compared; guides without one are left alone.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/write-investigation-guides'],
  examples: {
    invalid: [note('Investigating Shell of a Database')],
    valid: [note('Investigating Shell of a Web Server'), note('Possible steps')],
  },
  *rule({ note: guide = '', name }) {
    const heading = /^#{1,6}[ \t]+Investigating[ \t]+(\S[^\n]*)$/mu.exec(guide);
    const [line, named] = heading ?? [];
    if (heading === null || line === undefined || named === undefined || plain(named) === plain(name)) return;
    const start = heading.index + line.length - named.length;
    yield {
      path: ['rule', 'note'],
      range: { start, end: start + named.trimEnd().length },
      what: `The guide is about "${named.trim()}", the rule is called "${name}".`,
      why: 'Analysts who read it cannot tell whether it is the guide of this rule.',
      fix: 'Write the name of the rule there, and see whether the rest of the guide fits.',
    };
  },
};

/** Without what Markdown and hands add to a heading: marks of code, spaces, signs at the end, the case of letters. */
function plain(text: string): string {
  return text
    .replaceAll(/[`*_\\\r]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replace(/[ #:.]+$/u, '')
    .trim()
    .toLowerCase();
}
