import { isBuildingBlock } from '../../model/rule-defaults.js';
import type { Check } from '../check.js';
import { durationMs, millisecondsAgo } from '../durations.js';

const HOUR = 3_600_000;
const LEAST_LOOKBACK = 119 * 60_000;

/** See `summary`. */
export const buildingBlockTiming: Check = {
  name: 'building-block-timing',
  since: '0.1.0',
  severity: 'warning',
  profiles: { recommended: 'off', strict: 'off' },
  summary: 'Run building blocks once an hour at most, over two hours.',
  rationale:
    'The repository elastic/detection-rules demands of building blocks an `interval` of an hour or longer and a `from` of `now-119m` or earlier, because nobody waits for their alerts. `bypass_bbr_timing = true` in `[metadata]` leaves a rule out.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/about-building-block-rules'],
  examples: {
    invalid: ['building_block_type = "default"\nfrom = "now-9m"\ninterval = "60m"'],
    valid: ['building_block_type = "default"\nfrom = "now-119m"\ninterval = "60m"'],
  },
  *rule(rule) {
    if (!isBuildingBlock(rule) || rule.metadata.raw['bypass_bbr_timing'] === true) return;
    const ago = rule.from === undefined ? 0 : millisecondsAgo(rule.from);
    const interval = rule.interval === undefined ? 0 : durationMs(rule.interval);
    const why = 'Building blocks are many and feed other rules: nobody waits for their alerts.';
    if (ago !== undefined && ago < LEAST_LOOKBACK)
      yield {
        path: rule.from === undefined ? ['rule', 'building_block_type'] : ['rule', 'from'],
        what: `The building block searches from ${rule.from ?? 'the default'} on.`,
        why,
        fix: 'Set from to "now-119m" or earlier.',
      };
    if (interval !== undefined && interval < HOUR)
      yield {
        path: rule.interval === undefined ? ['rule', 'building_block_type'] : ['rule', 'interval'],
        what: `The building block runs every ${rule.interval ?? '5m'}.`,
        why,
        fix: 'Set interval to "60m" or longer.',
      };
  },
};
