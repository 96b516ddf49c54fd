import { fromOf, intervalOf, toOf } from '../../model/rule-defaults.js';
import type { Check } from '../check.js';
import { durationMs, durationText, millisecondsAgo } from '../durations.js';

/** See `summary`. */
export const lookbackCoversInterval: Check = {
  name: 'lookback-covers-interval',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Let each run search at least the time since the run before.',
  rationale:
    'A run searches from `from` to `to` (Kibana uses `now-6m` and `now` where the rule names none) and is followed by the next one after `interval` (`5m`). Documents that arrive in a gap between two runs are never searched. Absolute and rounded times are not checked.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule'],
  examples: {
    invalid: [
      'from = "now-9m"\ninterval = "15m"',
      'interval = "1h"',
      'from = "now-20m"\nto = "now-10m"\ninterval = "15m"',
    ],
    valid: [
      'from = "now-9m"\ninterval = "5m"',
      'from = "now-1h"\ninterval = "60m"',
      'from = "now-1d/d"\ninterval = "2d"',
    ],
  },
  *rule(rule) {
    const interval = durationMs(intervalOf(rule));
    const start = millisecondsAgo(fromOf(rule));
    const end = millisecondsAgo(toOf(rule));
    if (interval === undefined || start === undefined || end === undefined) return;
    const searched = start - end;
    if (searched >= interval) return;
    const window = `from ${fromOf(rule)}${rule.from === undefined ? ", Kibana's default," : ''} to ${toOf(rule)}`;
    yield {
      path: rule.from === undefined ? ['rule', 'interval'] : ['rule', 'from'],
      what: `The rule runs every ${intervalOf(rule)}, but each run searches ${durationText(Math.max(searched, 0))} only (${window}).`,
      why: `Of every ${durationText(interval)}, ${durationText(interval - Math.max(searched, 0))} are never searched.`,
      fix: `Set from to "now-${durationText(interval + end + 60_000)}" or earlier, or run the rule more often.`,
    };
  },
};
