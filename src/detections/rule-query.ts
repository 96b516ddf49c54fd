import type { JsonObject } from '../values/json.js';
import { withoutExceptions } from './exceptions/applied-exceptions.js';
import { filterQuery, searchOf } from './filter-query.js';
import type { FilteredRule } from './filter-query.js';
import { isRuleError } from './rule-error.js';
import type { RuleError } from './rule-error.js';
import type { RunContext } from './run-context.js';

/** The query of a rule with its filters and exceptions, as Query DSL; the window is not in it. */
export async function ruleQuery(
  rule: FilteredRule,
  { cluster, exceptions }: RunContext,
): Promise<JsonObject | RuleError> {
  const search = searchOf(rule);
  return isRuleError(search) ? search : filterQuery(search, cluster, withoutExceptions(exceptions));
}
