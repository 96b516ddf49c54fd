import type { Check } from '../check.js';

/** See `summary`. */
export const cardinalityCanVary: Check = {
  name: 'cardinality-can-vary',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Count the different values of a field that the threshold does not group by.',
  rationale:
    'Within a group of a threshold rule the fields that it groups by have one value each. A `cardinality` of two or more over one of them is hardly ever reached (only through documents with several values in that field).',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule'],
  examples: {
    invalid: [
      'type = "threshold"\nthreshold = { field = ["source.ip"], value = 5, cardinality = [{ field = "source.ip", value = 3 }] }',
    ],
    valid: [
      'type = "threshold"\nthreshold = { field = ["source.ip"], value = 5, cardinality = [{ field = "user.name", value = 3 }] }',
    ],
  },
  *rule(rule) {
    if (rule.type !== 'threshold') return;
    for (const [at, { field, value }] of (rule.threshold.cardinality ?? []).entries()) {
      if (value < 2 || !rule.threshold.field.includes(field)) continue;
      yield {
        path: ['rule', 'threshold', 'cardinality', at, 'field'],
        what: `The rule groups by ${field} and wants ${value} different values of it in one group.`,
        why: 'A group has one value of the fields that it is made by: the rule does not fire.',
        fix: 'Count the values of another field, or do not group by this one.',
      };
    }
  },
};
