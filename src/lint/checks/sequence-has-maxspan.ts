import type { Check } from '../check.js';
import { queriesOfRule } from '../queries.js';

const eql = (maxspan: string): string =>
  `type = "eql"\nlanguage = "eql"\nquery = "sequence by host.id${maxspan} [file where true] [process where true]"`;

/** See `summary`. */
export const sequenceHasMaxspan: Check = {
  name: 'sequence-has-maxspan',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Say how long a sequence may take.',
  rationale:
    'Without `maxspan` any two events of a run make a sequence, however far apart: what belongs together by chance raises alerts, and Elasticsearch keeps every first event until the end of the run.',
  references: ['https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax'],
  examples: { invalid: [eql('')], valid: [eql(' with maxspan=1m')] },
  *rule(rule) {
    for (const { language, tree, path, text } of queriesOfRule(rule)) {
      if (language !== 'eql' || tree?.source.kind !== 'Sequence' || tree.source.maxspan !== null) continue;
      // A missing event needs one: without it the parser has said so.
      const { start } = tree.source.range;
      const end = start + (/^sequence\b/iu.exec(text.slice(start))?.[0].length ?? 0);
      yield {
        path,
        range: { start, end },
        what: 'The sequence has no maxspan.',
        why: 'Events that have nothing to do with each other make an alert.',
        fix: 'Add with maxspan=…: the longest time that belongs together.',
      };
    }
  },
};
