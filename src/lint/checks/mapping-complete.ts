import type { Check } from '../check.js';

/** See `summary`. */
export const mappingComplete: Check = {
  name: 'mapping-complete',
  since: '0.1.0',
  severity: 'error',
  summary: 'Give every severity mapping a value and a severity.',
  rationale:
    'An entry of `severity_mapping` says: where the field has the value, the alert has the severity. Kibana refuses a rule with an entry that lacks one of them.',
  references: ['https://www.elastic.co/docs/api/doc/kibana/operation/operation-createrule'],
  examples: {
    invalid: ['severity_mapping = [{ field = "event.severity", operator = "equals", value = "9" }]'],
    valid: ['severity_mapping = [{ field = "event.severity", operator = "equals", value = "9", severity = "high" }]'],
  },
  *rule({ severityMapping = [] }) {
    for (const [at, entry] of severityMapping.entries()) {
      const missing = [
        ...(entry.value === undefined ? ['value'] : []),
        ...(entry.severity === undefined ? ['severity'] : []),
      ];
      if (missing.length === 0) continue;
      yield {
        path: ['rule', 'severity_mapping', at],
        what: `The entry for ${entry.field} has no ${missing.join(' and no ')}.`,
        why: 'Kibana refuses the rule.',
        fix: `Add ${missing.join(' and ')}.`,
      };
    }
  },
};
