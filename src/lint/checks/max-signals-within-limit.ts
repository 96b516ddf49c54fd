import type { Check } from '../check.js';

/** `xpack.alerting.rules.run.alerts.max` unless an administrator has raised it. */
const LIMIT = 1000;

/** See `summary`. */
export const maxSignalsWithinLimit: Check = {
  name: 'max-signals-within-limit',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Ask for no more alerts a run than Kibana makes.',
  rationale:
    'Kibana makes at most `xpack.alerting.rules.run.alerts.max` alerts in one run of a rule, 1,000 unless that setting says otherwise; a greater `max_signals` has no effect.',
  references: ['https://www.elastic.co/docs/reference/kibana/configuration-reference/alerting-settings'],
  examples: { invalid: ['max_signals = 5000'], valid: ['max_signals = 1000'] },
  *rule({ maxSignals }) {
    if (maxSignals === undefined || maxSignals <= LIMIT) return;
    yield {
      path: ['rule', 'max_signals'],
      what: `max_signals is ${maxSignals}; Kibana makes ${LIMIT} alerts a run unless its settings were changed.`,
      why: 'Alerts beyond the limit are lost without a word in the rule.',
      fix: `Set max_signals to ${LIMIT} or less, and narrow the query.`,
    };
  },
};
