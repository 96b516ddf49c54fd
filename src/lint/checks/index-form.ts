import type { KeyPath } from '../../definitions/locate.js';
import { indexOf } from '../../model/rule-defaults.js';
import type { Check, Violation } from '../check.js';
import { setting } from '../repairs.js';

/** See `summary`. */
export const indexForm: Check = {
  name: 'index-form',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Write index patterns that some index can have.',
  rationale:
    'Names of indices have lower case letters and none of `\\ / ? " < > | # ,` and spaces. A pattern with one of these fits no index, and Elasticsearch says nothing of it: the rule finds nothing. Date math (`<logs-{now/d}>`) and exclusions (`-logs-*`) are patterns too.',
  references: ['https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-indices-create'],
  examples: {
    invalid: ['index = ["logs-AWS*"]', 'index = ["logs-aws* "]', 'index = ["logs aws"]'],
    valid: ['index = ["logs-*", "cluster:logs-*", "-logs-old-*", "<logs-{now/d}>", ".alerts-security.alerts-default"]'],
  },
  *rule(rule) {
    yield* wrong(indexOf(rule), ['rule', 'index']);
    if (rule.type === 'threat_match') yield* wrong(rule.threatIndex, ['rule', 'threat_index']);
  },
};

function* wrong(patterns: readonly string[], path: KeyPath): Generator<Violation, void, undefined> {
  for (const [at, pattern] of patterns.entries()) {
    const plain = pattern.trim();
    const place = [...path, at];
    if (plain.startsWith('<')) continue;
    const local = plain.slice(plain.indexOf(':') + 1);
    const sign = /[A-Z\s\\/?"<>|#]/u.exec(local)?.[0];
    if (plain === pattern && sign === undefined) continue;
    yield {
      path: place,
      what: plain === pattern ? `"${pattern}" fits no index.` : `"${pattern}" begins or ends with a space.`,
      why: 'The rule finds nothing there, and nobody says so.',
      fix:
        plain === pattern
          ? `Names of indices have no ${sign === ' ' ? 'space' : (sign ?? '')}: correct the pattern.`
          : `Write "${plain}".`,
      ...(plain === pattern || sign !== undefined ? {} : { repair: setting(place, plain) }),
    };
  }
}
