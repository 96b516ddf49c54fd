import type { QueryRule, SavedQueryRule } from '../../model/rule.js';
import { isRuleError } from '../rule-error.js';
import { ruleQuery } from '../rule-query.js';
import type { RunContext, TypeRun } from '../run-context.js';
import { windowFilter } from '../search-window.js';
import { createFromHits } from './create-from-hits.js';
import { runSuppressedQuery } from './query-suppression.js';

/**
 * One alert for each document in the window that matches, oldest first, up to `max_signals`; with suppression one for each group.
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule#create-custom-rule
 */
export async function runQueryRule(rule: QueryRule | SavedQueryRule, context: RunContext): Promise<TypeRun> {
  const query = await ruleQuery(rule, context);
  if (isRuleError(query)) return { errors: [query.error] };
  const filter = [query, windowFilter(rule, context.window)];
  if (rule.alertSuppression) return runSuppressedQuery(rule, rule.alertSuppression, filter, context);
  return createFromHits(rule, filter, context);
}
