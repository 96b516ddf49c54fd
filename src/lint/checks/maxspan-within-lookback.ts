import { spanMilliseconds } from '../../languages/eql/time-span.js';
import { fromOf, toOf } from '../../model/rule-defaults.js';
import type { Check } from '../check.js';
import { durationText, millisecondsAgo } from '../durations.js';
import { queriesOfRule } from '../queries.js';

const eql = (maxspan: string): string =>
  `type = "eql"\nlanguage = "eql"\nquery = "sequence by host.id with maxspan=${maxspan} [file where true] [process where true]"`;

/** See `summary`. */
export const maxspanWithinLookback: Check = {
  name: 'maxspan-within-lookback',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Search at least the time that a sequence may take.',
  rationale:
    'A run finds a sequence only if all its events lie between `from` and `to`. Where `maxspan` is longer than that, sequences that the query allows are never found. Better still the range is `maxspan` and `interval` together, so that each sequence lies within one run as a whole.',
  references: ['https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax'],
  examples: {
    invalid: [`${eql('1h')}\nfrom = "now-9m"`],
    valid: [`${eql('5m')}\nfrom = "now-10m"`],
  },
  *rule(rule) {
    const start = millisecondsAgo(fromOf(rule));
    const end = millisecondsAgo(toOf(rule));
    if (start === undefined || end === undefined) return;
    for (const { language, tree, path } of queriesOfRule(rule)) {
      if (language !== 'eql' || tree?.source.kind !== 'Sequence' || tree.source.maxspan === null) continue;
      const { range } = tree.source.maxspan;
      const span = spanMilliseconds(tree.source.maxspan);
      if (span <= start - end) continue;
      yield {
        path,
        range,
        what: `A sequence may take ${durationText(span)}, but each run searches ${durationText(Math.max(start - end, 0))} only.`,
        why: 'Slower sequences are never found.',
        fix: `Set from to "now-${durationText(span + end)}" or earlier, or shorten maxspan.`,
      };
    }
  },
};
