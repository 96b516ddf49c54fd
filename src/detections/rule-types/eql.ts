import type { Cluster } from '../../engine/cluster.js';
import { filtersOf, indexOf, maxSignalsOf } from '../../model/rule-defaults.js';
import type { EqlRule } from '../../model/rule.js';
import type { RuleRun } from '../alert.js';
import { alertFromHit, maxSignalsWarning } from '../build-alert.js';
import type { Execution } from '../execution.js';
import { enabledFilters } from '../filter-query.js';
import { failedRun } from '../failed-run.js';
import { isRuleError } from '../rule-error.js';
import { searchWindowOf, windowFilter } from '../search-window.js';

/**
 * One alert for each event in the window that an event query finds, the newest when there are more than `max_signals`.
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule#create-eql-rule
 */
export async function runEqlRule(rule: EqlRule, cluster: Cluster, { now }: Execution): Promise<RuleRun> {
  const window = searchWindowOf(rule, now);
  if (isRuleError(window)) return failedRun(window.error);
  const limit = maxSignalsOf(rule);
  const { timestampField, eventCategoryOverride, tiebreakerField } = rule;
  const { kept, negated } = enabledFilters(filtersOf(rule));
  const { hits } = await cluster.eql({
    index: indexOf(rule).join(','),
    query: rule.query,
    filter: { bool: { filter: [windowFilter(rule, window), ...kept], must_not: negated } },
    size: limit,
    ...(timestampField === undefined ? {} : { timestamp_field: timestampField }),
    ...(eventCategoryOverride === undefined ? {} : { event_category_field: eventCategoryOverride }),
    ...(tiebreakerField === undefined ? {} : { tiebreaker_field: tiebreakerField }),
  });
  if (hits.sequences) return failedRun('Rules with EQL sequences and samples do not make alerts yet (docs/parity.md).');
  const events = hits.events ?? [];
  return {
    alerts: events.map((event) => alertFromHit(rule, event)),
    warnings: events.length === limit ? [maxSignalsWarning(limit)] : [],
    errors: [],
  };
}
