import type { Check } from '../check.js';

/** What queries of a language begin with, and how hunts name it. */
const STARTS: readonly (readonly [pattern: RegExp, names: readonly string[], usual: string])[] = [
  [/^(?:from|row|ts)\s+[^;]*\|/isu, ['esql'], 'ES|QL'],
  [/^(?:sequence|sample)\b|^(?:any|process|file|network|registry|library|driver)\s+where\b/iu, ['eql'], 'EQL'],
  [/^(?:select|with)\b/iu, ['sql', 'osquery'], 'SQL'],
];

/** See `summary`. */
export const huntLanguageFits: Check = {
  name: 'hunt-language-fits',
  since: '0.1.0',
  severity: 'warning',
  summary: 'List the languages of all queries of a hunt.',
  rationale:
    'Whoever runs a hunt opens the tool for its language, and dragnet checks queries in the languages that are listed. ES|QL, EQL and SQL (also of Osquery) are told by how they begin; other queries are left alone.',
  examples: {
    invalid: ['[hunt]\nlanguage = ["EQL"]\nquery = ["from logs-* | limit 10", "process where true"]'],
    valid: ['[hunt]\nlanguage = ["ES|QL", "EQL"]\nquery = ["from logs-* | limit 10", "process where true"]'],
  },
  *hunt({ language, query }) {
    const listed = language.map((name) => name.toLowerCase().replaceAll(/[^a-z]/gu, ''));
    for (const [at, text] of query.entries()) {
      const [, names = [], usual = ''] =
        STARTS.find(([pattern]) => pattern.test(text.trimStart().slice(0, 2000))) ?? [];
      if (usual === '' || names.some((name) => listed.includes(name))) continue;
      yield {
        path: ['hunt', 'language'],
        what: `Query ${at + 1} is in ${usual}, which language does not list.`,
        why: 'Readers open another tool, and the query is not checked.',
        fix: `Add "${usual}" to language.`,
        repair: {
          isSafe: true,
          edits: [{ kind: 'insert', path: ['hunt', 'language', language.length], value: usual }],
        },
      };
    }
  },
};
