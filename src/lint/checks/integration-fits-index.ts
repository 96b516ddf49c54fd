import { indexOf } from '../../model/rule-defaults.js';
import type { Rule } from '../../model/rule.js';
import type { Check } from '../check.js';
import { mayHold } from '../index-packages.js';
import { queriesOfRule } from '../queries.js';

/** Packages that bring models and pipelines for the data of others, and none of their own. */
const WITHOUT_DATA: ReadonlySet<string> = new Set(['beaconing', 'ded', 'dga', 'hta', 'lmd', 'pad', 'problemchild']);

/** See `summary`. */
export const integrationFitsIndex: Check = {
  name: 'integration-fits-index',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Name integrations whose data the rule reads.',
  rationale:
    'From `integration` of `[metadata]` Kibana tells users which packages to install for the rule. A package that has no index among those of the rule is installed for nothing. Indices that may hold data of any package (`logs-*`, `filebeat-*`, data views) count for all.',
  examples: {
    invalid: ['[metadata]\nintegration = ["gcp"]\n\n[rule]\nindex = ["logs-aws.cloudtrail-*"]'],
    valid: [
      '[metadata]\nintegration = ["aws"]\n\n[rule]\nindex = ["filebeat-*", "logs-aws*"]',
      '[metadata]\nintegration = ["gcp"]\n\n[rule]\nindex = ["logs-*"]',
    ],
  },
  *rule(rule) {
    const indices = indicesOf(rule);
    if (indices.length === 0) return;
    for (const [at, name] of rule.metadata.integration.entries()) {
      if (WITHOUT_DATA.has(name) || indices.some((pattern) => mayHold(pattern, name))) continue;
      yield {
        path: Array.isArray(rule.metadata.raw['integration'])
          ? ['metadata', 'integration', at]
          : ['metadata', 'integration'],
        what: `None of the indices of the rule has data of the integration ${name}.`,
        why: 'Users install a package whose data the rule does not read.',
        fix: `Add an index such as logs-${name}.*, or take the integration away.`,
      };
    }
  },
};

/** Patterns of the indices; of a rule whose data nobody knows none. */
function indicesOf(rule: Rule): readonly string[] {
  if (rule.type === 'machine_learning') return [];
  if (rule.type === 'esql') return queriesOfRule(rule)[0]?.indices ?? [];
  if (rule.type === 'threat_match') return [...indexOf(rule), ...rule.threatIndex];
  return indexOf(rule);
}
