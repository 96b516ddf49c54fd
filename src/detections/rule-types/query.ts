import type { Cluster } from '../../engine/cluster.js';
import { indexOf, maxSignalsOf } from '../../model/rule-defaults.js';
import type { QueryRule } from '../../model/rule.js';
import type { RuleRun } from '../alert.js';
import { alertFromHit, maxSignalsWarning } from '../build-alert.js';
import { failedRun } from '../failed-run.js';
import { filterQuery } from '../filter-query.js';
import { isRuleError } from '../rule-error.js';
import type { Execution } from '../execution.js';
import { searchWindowOf, timeFieldOf, windowFilter } from '../search-window.js';

/** One alert for each document in the window that matches, oldest first, up to `max_signals`. */
export async function runQueryRule(rule: QueryRule, cluster: Cluster, { now }: Execution): Promise<RuleRun> {
  const query = await filterQuery(rule, cluster);
  if (isRuleError(query)) return failedRun(query.error);
  const window = searchWindowOf(rule, now);
  if (isRuleError(window)) return failedRun(window.error);
  const limit = maxSignalsOf(rule);
  const { hits } = await cluster.search({
    index: indexOf(rule).join(','),
    query: { bool: { filter: [query, windowFilter(rule, window)] } },
    sort: [{ [timeFieldOf(rule)]: { order: 'asc', unmapped_type: 'date' } }],
    size: limit,
    track_total_hits: true,
    ignore_unavailable: true,
  });
  const reached = (hits.total?.value ?? 0) > limit;
  return {
    alerts: hits.hits.map((hit) => alertFromHit(rule, hit)),
    warnings: reached ? [maxSignalsWarning(limit)] : [],
    errors: [],
  };
}
