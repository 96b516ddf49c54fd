import { fromOf } from '../../model/rule-defaults.js';
import type { Check } from '../check.js';
import { millisecondsAgo } from '../durations.js';

/** See `summary`. */
export const newTermsHistoryBeforeLookback: Check = {
  name: 'new-terms-history-before-lookback',
  since: '0.1.0',
  severity: 'error',
  summary: 'Start the history of a new terms rule before the time range of its runs.',
  rationale:
    'A term is new when the time from `history_window_start` up to the run’s own range (`from`, `now-6m` without it) does not hold it. Kibana refuses a rule whose history starts no earlier than `from`. Absolute and rounded times are not checked.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule'],
  examples: {
    invalid: [
      'type = "new_terms"\nfrom = "now-1d"\nnew_terms_fields = ["host.id"]\nhistory_window_start = "now-1h"',
      'type = "new_terms"\n\n[rule.new_terms]\nfield = "new_terms_fields"\nvalue = ["host.id"]\n\n[[rule.new_terms.history_window_start]]\nfield = "history_window_start"\nvalue = "now-5m"',
    ],
    valid: ['type = "new_terms"\nfrom = "now-9m"\nnew_terms_fields = ["host.id"]\nhistory_window_start = "now-14d"'],
  },
  *rule(rule) {
    if (rule.type !== 'new_terms') return;
    const history = millisecondsAgo(rule.historyWindowStart);
    const lookback = millisecondsAgo(fromOf(rule));
    if (history === undefined || lookback === undefined || history > lookback) return;
    yield {
      path: ['rule', 'new_terms', 'history_window_start', 0, 'value'],
      otherPath: ['rule', 'history_window_start'],
      what: `The history starts at ${rule.historyWindowStart}, each run at ${fromOf(rule)}.`,
      why: 'Kibana refuses a new terms rule without a history before its own time range.',
      fix: 'Set the start of the history to an earlier time, such as "now-14d".',
    };
  },
};
