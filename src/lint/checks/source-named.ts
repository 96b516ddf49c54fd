import type { Check } from '../check.js';

/** See `summary`. */
export const sourceNamed: Check = {
  name: 'source-named',
  since: '0.1.0',
  severity: 'info',
  profiles: { strict: 'warning', elastic: 'warning' },
  summary: 'Say which indices, or which data view, a rule reads.',
  rationale:
    'Without `index` and `data_view_id` Kibana takes the default indices of Elastic Security, a setting of each space: the same rule reads other data in another space, and its fields cannot be checked. ES|QL names its indices in the query, machine learning reads the results of its jobs.',
  references: ['https://www.elastic.co/docs/solutions/security/get-started/configure-advanced-settings'],
  examples: {
    invalid: ['# without index\nname = "Shells"'],
    valid: ['index = ["logs-*"]', 'data_view_id = "security"'],
  },
  *rule(rule) {
    if (rule.type === 'esql' || rule.type === 'machine_learning') return;
    if (rule.index !== undefined || rule.dataViewId !== undefined) return;
    yield {
      path: ['rule'],
      at: 'key',
      what: 'The rule names neither index nor data_view_id.',
      why: 'It reads what a setting of its space says, elsewhere other data.',
      fix: 'Add index with the patterns that the rule is about.',
    };
  },
};
