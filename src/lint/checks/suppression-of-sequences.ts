import { compareVersions } from '../../values/version-order.js';
import type { Check } from '../check.js';
import { queriesOfRule } from '../queries.js';

/** Elastic's rules do not suppress alerts of sequences below this version. */
const SINCE = '8.18.0';

const rule = (stack: string): string =>
  `[metadata]\nmin_stack_version = "${stack}"\n\n[rule]\ntype = "eql"\nlanguage = "eql"\nquery = "sequence by host.id with maxspan=1m [file where true] [process where true]"\nalert_suppression = { group_by = ["host.id"] }`;

/** See `summary`. */
export const suppressionOfSequences: Check = {
  name: 'suppression-of-sequences',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Suppress alerts of sequences only on stacks that do.',
  rationale:
    'Suppression of EQL came with 8.14 for queries of single events, for sequences with 8.18. An older stack runs the rule and suppresses nothing. Rules without `min_stack_version` are left alone.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/suppress-detection-alerts'],
  examples: { invalid: [rule('8.14.0')], valid: [rule('8.18.0')] },
  *rule(rule) {
    const least = rule.metadata.minStackVersion;
    if (rule.type !== 'eql' || rule.alertSuppression === undefined || least === undefined) return;
    if (compareVersions(least, SINCE) >= 0 || compareVersions(least, '8.14.0') < 0) return;
    const isSequence = queriesOfRule(rule).some(
      ({ language, tree }) => language === 'eql' && tree?.source.kind === 'Sequence',
    );
    if (!isSequence) return;
    yield {
      path: ['rule', 'alert_suppression'],
      what: `Alerts of sequences are suppressed since 8.18, and the rule is for ${least} and later.`,
      why: 'An older stack suppresses nothing.',
      fix: `Set min_stack_version to ${SINCE}, or do without suppression.`,
    };
  },
};
