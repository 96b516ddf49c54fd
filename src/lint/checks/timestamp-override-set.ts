import type { Rule } from '../../model/rule.js';
import type { Check } from '../check.js';
import { queriesOfRule } from '../queries.js';

const SEQUENCE =
  'type = "eql"\nlanguage = "eql"\nquery = "sequence by host.id with maxspan=1m [file where true] [process where true]"';

/** See `summary`. */
export const timestampOverrideSet: Check = {
  name: 'timestamp-override-set',
  since: '0.1.0',
  severity: 'info',
  profiles: { recommended: 'off', elastic: 'warning' },
  summary: 'Let rules of single events go by the time at which events came in.',
  rationale:
    'A run looks for events of the last minutes. Those that come in late are older than that and never seen, unless `timestamp_override = "event.ingested"` says that the time of arrival counts. elastic/detection-rules demands it of KQL rules of type `query` and of EQL rules without a sequence, unless they read `endgame-*`.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule'],
  examples: {
    invalid: ['index = ["logs-*"]'],
    valid: ['index = ["logs-*"]\ntimestamp_override = "event.ingested"', SEQUENCE],
  },
  *rule(rule) {
    if (!isOfEvents(rule) || rule.timestampOverride === 'event.ingested') return;
    yield {
      path: rule.timestampOverride === undefined ? ['rule'] : ['rule', 'timestamp_override'],
      ...(rule.timestampOverride === undefined ? { at: 'key' as const } : {}),
      what: 'The rule goes by the time of events, not by that of their arrival.',
      why: 'Events that come in late are never searched.',
      fix: 'Set timestamp_override to "event.ingested".',
    };
  },
};

function isOfEvents(rule: Rule): boolean {
  if (rule.type !== 'query' && rule.type !== 'eql') return false;
  if (rule.type === 'query' && rule.language !== 'kuery') return false;
  if (rule.index?.includes('endgame-*') === true) return false;
  return queriesOfRule(rule).every(({ language, tree }) => language !== 'eql' || tree?.source.kind === 'EventFilter');
}
