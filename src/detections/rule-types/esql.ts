import type { Cluster } from '../../engine/cluster.js';
import { filtersOf, maxSignalsOf } from '../../model/rule-defaults.js';
import type { EsqlRule } from '../../model/rule.js';
import type { JsonObject } from '../../values/json.js';
import type { RuleRun } from '../alert.js';
import { alertFromRow, maxSignalsWarning } from '../build-alert.js';
import type { Execution } from '../execution.js';
import { failedRun } from '../failed-run.js';
import { enabledFilters } from '../filter-query.js';
import { isRuleError } from '../rule-error.js';
import { searchWindowOf, windowFilter } from '../search-window.js';

/**
 * One alert for each row, in the order of the query; the window is a filter before the first command. A row that has `_id` (METADATA _id,
 * not aggregated) names the document it came from.
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule#create-esql-rule
 */
export async function runEsqlRule(rule: EsqlRule, cluster: Cluster, { now }: Execution): Promise<RuleRun> {
  const window = searchWindowOf(rule, now);
  if (isRuleError(window)) return failedRun(window.error);
  const { kept, negated } = enabledFilters(filtersOf(rule));
  const {
    columns,
    values,
    warnings = [],
  } = await cluster.esql({
    query: rule.query,
    filter: { bool: { filter: [windowFilter(rule, window), ...kept], must_not: negated } },
  });
  const limit = maxSignalsOf(rule);
  const rows = values.map((row): JsonObject =>
    Object.fromEntries(
      columns.map(({ name }, at) => [name, row[at] ?? null] as const).filter(([, value]) => value !== null),
    ),
  );
  return {
    alerts: rows.slice(0, limit).map((row) => alertFromRow(rule, row)),
    warnings: [...warnings, ...(rows.length > limit ? [maxSignalsWarning(limit)] : [])],
    errors: [],
  };
}
