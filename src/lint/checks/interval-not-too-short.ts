import type { Check } from '../check.js';
import { durationMs } from '../durations.js';

/** See `summary`. */
export const intervalNotTooShort: Check = {
  name: 'interval-not-too-short',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Let a minute pass between two runs of a rule at least.',
  rationale:
    'Kibana’s `xpack.alerting.rules.minimumScheduleInterval` is one minute: shorter intervals are reported as a burden for the cluster and, where the setting is enforced, refused.',
  references: ['https://www.elastic.co/docs/reference/kibana/configuration-reference/alerting-settings'],
  examples: { invalid: ['interval = "30s"'], valid: ['interval = "1m"', 'interval = "60s"'] },
  *rule({ interval = '5m' }) {
    const length = durationMs(interval);
    if (length === undefined || length >= 60_000) return;
    yield {
      path: ['rule', 'interval'],
      what: `The rule runs every ${interval}.`,
      why: 'Kibana allows a minute at the least where its default is enforced; each run costs a search over all indices.',
      fix: 'Set interval to "1m" or more.',
    };
  },
};
