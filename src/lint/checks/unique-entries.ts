import type { KeyPath } from '../../definitions/locate.js';
import { indexOf } from '../../model/rule-defaults.js';
import type { Check, Violation } from '../check.js';
import { removing } from '../repairs.js';

/** See `summary`. */
export const uniqueEntries: Check = {
  name: 'unique-entries',
  since: '0.1.0',
  severity: 'warning',
  summary: 'List each index, reference, author, field or technique once.',
  rationale:
    'An entry that stands twice in a list adds nothing; often the second one was meant to be another. Checked are `index`, `references`, `author`, `false_positives`, the fields of new terms, thresholds and suppression, and `integration`, `mitre` and `references` of hunts; tags have a check of their own.',
  examples: {
    invalid: [
      'index = ["logs-endpoint.events.*", "auditbeat-*", "logs-endpoint.events.*"]',
      '[hunt]\nmitre = ["T1059", "T1059"]',
      'type = "new_terms"\nnew_terms_fields = ["host.id", "host.id"]\nhistory_window_start = "now-7d"',
    ],
    valid: ['index = ["logs-endpoint.events.*", "auditbeat-*"]'],
  },
  *rule(rule) {
    const { references = [], author, falsePositives = [] } = rule;
    yield* repeated(indexOf(rule), ['rule', 'index']);
    yield* repeated(references, ['rule', 'references']);
    yield* repeated(author, ['rule', 'author']);
    yield* repeated(falsePositives, ['rule', 'false_positives']);
    if (rule.type === 'threshold') yield* repeated(rule.threshold.field, ['rule', 'threshold', 'field']);
    else yield* repeated(rule.alertSuppression?.groupBy ?? [], ['rule', 'alert_suppression', 'group_by']);
    if (rule.type === 'new_terms')
      yield* repeated(rule.newTermsFields, ['rule', 'new_terms', 'value'], ['rule', 'new_terms_fields']);
  },
  *hunt({ integration, mitre = [], references = [] }) {
    yield* repeated(integration, ['hunt', 'integration']);
    yield* repeated(mitre, ['hunt', 'mitre']);
    yield* repeated(references, ['hunt', 'references']);
  },
};

function* repeated(
  entries: readonly string[],
  path: KeyPath,
  otherPath?: KeyPath,
): Generator<Violation, void, undefined> {
  const seen = new Set<string>();
  for (const [at, entry] of entries.entries()) {
    if (seen.has(entry)) {
      yield {
        path: [...path, at],
        ...(otherPath ? { otherPath: [...otherPath, at] } : {}),
        what: `"${entry.trim()}" stands twice in ${path.slice(1).join('.')}.`,
        why: 'The second one adds nothing; perhaps another was meant.',
        fix: 'Take it away, or write what was meant.',
        // Of fields that stand in one of two forms nobody knows here which one the file has.
        ...(otherPath ? {} : { repair: removing([...path, at]) }),
      };
    }
    seen.add(entry);
  }
}
