import { spanMilliseconds } from '../../languages/eql/time-span.js';
import { intervalOf } from '../../model/rule-defaults.js';
import type { Check } from '../check.js';
import { durationMs, durationText } from '../durations.js';
import { queriesOfRule } from '../queries.js';

const eql = (maxspan: string): string =>
  `type = "eql"\nlanguage = "eql"\nfrom = "now-2h"\nquery = "sequence by host.id with maxspan=${maxspan} [file where true] [process where true]"`;

/** See `summary`. */
export const intervalCoversMaxspan: Check = {
  name: 'interval-covers-maxspan',
  since: '0.1.0',
  severity: 'warning',
  profiles: { recommended: 'off', strict: 'off' },
  summary: 'Let half of the time that a sequence may take pass between two runs.',
  rationale:
    'Runs in short distance search the same long stretch again and again. elastic/detection-rules demands an `interval` of at least half of `maxspan`.',
  examples: { invalid: [eql('1h')], valid: [`${eql('1h')}\ninterval = "30m"`, eql('1m')] },
  *rule(rule) {
    const interval = durationMs(intervalOf(rule));
    if (interval === undefined) return;
    for (const { language, tree, path } of queriesOfRule(rule)) {
      if (language !== 'eql' || tree?.source.kind !== 'Sequence' || tree.source.maxspan === null) continue;
      const { range } = tree.source.maxspan;
      const half = spanMilliseconds(tree.source.maxspan) / 2;
      if (half <= interval || half <= 150_000) continue;
      yield {
        path,
        range,
        what: `The rule runs every ${intervalOf(rule)}, but a sequence may take ${durationText(half * 2)}.`,
        why: 'Each stretch is searched many times.',
        fix: `Set interval to "${durationText(half)}" or longer, and from to match.`,
      };
    }
  },
};
