import { isJsonObject } from '../../values/json.js';
import type { Check } from '../check.js';

const RULE = (frequency: string): string =>
  `actions = [{ id = "soc", action_type_id = ".slack", params = { message = "x" }, frequency = ${frequency} }]`;

/** See `summary`. */
export const actionFrequencyWhole: Check = {
  name: 'action-frequency-whole',
  since: '0.1.0',
  severity: 'error',
  summary: 'Say when an action runs, and how often where it is throttled.',
  rationale:
    '`notifyWhen` of a `frequency` is one of `onActiveAlert`, `onThrottleInterval` and `onActionGroupChange`; the second needs a `throttle` such as `1h`, the others have none. Kibana refuses anything else.',
  references: ['https://www.elastic.co/docs/api/doc/kibana/operation/operation-createrule'],
  examples: {
    invalid: [
      RULE('{ summary = true, notifyWhen = "onThrottleInterval" }'),
      RULE('{ summary = true, notifyWhen = "always" }'),
    ],
    valid: [RULE('{ summary = true, notifyWhen = "onThrottleInterval", throttle = "1h" }')],
  },
  *rule({ actions = [] }) {
    for (const [at, { frequency }] of actions.entries()) {
      if (!isJsonObject(frequency)) continue;
      const { notifyWhen, throttle } = frequency;
      const path = ['rule', 'actions', at, 'frequency'];
      const why = 'Kibana refuses the action.';
      if (!WHEN.some((name) => name === notifyWhen)) {
        yield {
          path: [...path, 'notifyWhen'],
          what: 'notifyWhen does not say when the action runs.',
          why,
          fix: `Use one of ${WHEN.join(', ')}.`,
        };
      } else if (notifyWhen === 'onThrottleInterval' && !isDuration(throttle)) {
        yield {
          path: [...path, 'throttle'],
          what: 'The action is throttled, but throttle is no length of time.',
          why,
          fix: 'Add throttle = "1h", or use onActiveAlert.',
        };
      }
    }
  },
};

const WHEN = ['onActiveAlert', 'onThrottleInterval', 'onActionGroupChange'] as const;

function isDuration(value: unknown): boolean {
  return typeof value === 'string' && /^[1-9]\d{0,8}[smhd]$/u.test(value);
}
