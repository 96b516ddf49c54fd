import type { KeyPath } from '../../definitions/locate.js';
import type { Rule } from '../../model/rule.js';
import { NEGATED_MAPPING_SINCE, SUPPRESSION_SINCE, WIDE_THRESHOLD_SINCE } from '../../schemas/since.js';
import { compareVersions } from '../../values/version-order.js';
import type { Check } from '../check.js';

/** A key of a rule that older stacks do not know. */
interface Newer {
  readonly path: KeyPath;
  readonly what: string;
  readonly since: string;
}

/** See `summary`. */
export const minStackCoversKeys: Check = {
  name: 'min-stack-covers-keys',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Ask for a stack that knows every key of the rule.',
  rationale:
    'A rule says with `min_stack_version` which is the oldest stack that it is for. Negated entries of threat mappings and threshold rules with more than three fields came with 9.2, suppression with 8.8 (rules of type `query`) to 8.15 (ES|QL and machine learning): an older Kibana refuses such a rule or ignores the key. Rules without `min_stack_version` are left alone.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/suppress-detection-alerts'],
  examples: {
    invalid: [
      '[metadata]\nmin_stack_version = "8.19.0"\n\n[rule]\ntype = "threshold"\nthreshold = { field = ["host.id", "user.name", "source.ip", "process.name"], value = 5 }',
      '[metadata]\nmin_stack_version = "8.13.0"\n\n[rule]\ntype = "esql"\nlanguage = "esql"\nquery = "from logs-* | stats n = count(*) by host.id"\nalert_suppression = { group_by = ["host.id"] }',
    ],
    valid: [
      '[metadata]\nmin_stack_version = "9.2.0"\n\n[rule]\ntype = "threshold"\nthreshold = { field = ["host.id", "user.name", "source.ip", "process.name"], value = 5 }',
      'type = "threshold"\nthreshold = { field = ["host.id"], value = 5 }',
    ],
  },
  *rule(rule) {
    const { minStackVersion } = rule.metadata;
    if (minStackVersion === undefined) return;
    for (const { path, what, since } of newerKeys(rule)) {
      if (compareVersions(minStackVersion, since) >= 0) continue;
      yield {
        path,
        what: `${what} came with ${since}, and the rule is for ${minStackVersion} and later.`,
        why: 'An older Kibana refuses the rule, or ignores this part of it.',
        fix: `Set min_stack_version to ${since}.0, or do without.`,
      };
    }
  },
};

function newerKeys(rule: Rule): readonly Newer[] {
  const found: Newer[] = [];
  if (rule.alertSuppression) {
    const what = `Suppression of rules of type ${rule.type}`;
    found.push({ path: ['rule', 'alert_suppression'], what, since: SUPPRESSION_SINCE[rule.type] });
  }
  if (rule.type === 'threshold' && rule.threshold.field.length > 3) {
    found.push({
      path: ['rule', 'threshold', 'field'],
      what: 'A threshold by more than three fields',
      since: WIDE_THRESHOLD_SINCE,
    });
  }
  if (rule.type === 'threat_match') {
    for (const [group, { entries }] of rule.threatMapping.entries()) {
      for (const [at, { negate }] of entries.entries()) {
        if (negate !== true) continue;
        const path = ['rule', 'threat_mapping', group, 'entries', at, 'negate'];
        found.push({ path, what: 'Negation in threat mappings', since: NEGATED_MAPPING_SINCE });
      }
    }
  }
  return found;
}
