import type { Check, FileViolation, LintContext, LintInput } from '../check.js';
import { unlistedInHunt, unlistedInRule } from '../unlisted-fields.js';

/** How many fields a message names. */
const NAMED = 3;

/** What queries take from the indices of a pattern without anybody knowing whether it is there. */
interface Gap {
  readonly names: Set<string>;
  readonly first: Pick<FileViolation, 'file' | 'path' | 'range'>;
}

/** See `summary`. */
export const indexHasCatalogue: Check = {
  name: 'index-has-catalogue',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Import the fields of indices that queries take unlisted fields from.',
  rationale:
    'Fields that are neither in ECS nor in a built-in integration are checked only where a catalogue covers the index: a file of `dragnet schemas import` (from a cluster, a mapping, an integration package or sample documents) that `[fields] catalogues` in `dragnet.toml` names. Each index pattern is reported once, at the first of its unlisted fields. Switch the check off where that is how you want it.',
  references: ['https://www.elastic.co/docs/reference/integrations'],
  examples: {
    invalid: [
      'type = "esql"\nlanguage = "esql"\nquery = \'from logs-acme.door-* metadata _id, _index, _version | where acme.door.state == "open"\'',
      'type = "eql"\nlanguage = "eql"\nindex = ["logs-acme.door-*"]\nquery = \'any where acme.door.state == "open"\'',
    ],
    valid: [
      'type = "esql"\nlanguage = "esql"\nquery = \'from logs-acme.door-* metadata _id, _index, _version | where event.action == "open"\'',
      'type = "eql"\nlanguage = "eql"\nindex = ["logs-acme.door-*"]\nquery = \'any where ?acme.door.state == "open"\'',
    ],
  },
  // Found out while the queries are parsed, and kept.
  rule(rule, context) {
    unlistedInRule(rule, context);
    return [];
  },
  hunt(hunt, context) {
    unlistedInHunt(hunt, context);
    return [];
  },
  *repository(input, context) {
    for (const [pattern, { names, first }] of gapsOf(input, context)) {
      const [shown, rest] = [[...names].slice(0, NAMED), names.size - NAMED];
      const list = `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
      const where = pattern === '' ? 'a query whose indices are not known' : `the indices ${pattern}`;
      yield {
        ...first,
        what: `No catalogue covers ${where}: not checked ${names.size === 1 ? 'is' : 'are'} ${list}.`,
        why: 'A misspelt field would go unnoticed: ES|QL and EQL queries fail on it, others find nothing.',
        fix: 'Import the fields with dragnet schemas import, and name the file in [fields] catalogues of dragnet.toml.',
      };
    }
  },
};

/** By pattern, in the order of the definitions. A field that could come from several is counted for the most telling one. */
function gapsOf(input: LintInput, context: LintContext): ReadonlyMap<string, Gap> {
  const gaps = new Map<string, Gap>();
  const unlisted = [
    ...input.rules
      .filter(({ value }) => value.metadata.maturity !== 'deprecated')
      .flatMap(({ file, value }) => unlistedInRule(value, context).map((field) => ({ file, ...field }))),
    ...input.hunts.flatMap(({ file, value }) => unlistedInHunt(value, context).map((field) => ({ file, ...field }))),
  ];
  for (const { file, name, pattern, path, range } of unlisted) {
    const gap = gaps.get(pattern);
    if (gap) gap.names.add(name);
    else gaps.set(pattern, { names: new Set([name]), first: { file, path, range } });
  }
  return gaps;
}
