import { maxSignalsOf } from '../../model/rule-defaults.js';
import type { QueryRule, SavedQueryRule } from '../../model/rule.js';
import type { JsonObject } from '../../values/json.js';
import { alertFromHit } from '../build-alert.js';
import { filterInMemory } from '../exceptions/filter-in-memory.js';
import { withoutOwn } from '../run-context.js';
import type { RunContext, TypeRun } from '../run-context.js';
import { searchPages } from '../search-pages.js';
import { timeSort } from '../time-order.js';
import { MAX_SIGNALS } from '../warnings.js';

/** Creates an alert for each document that the filters find, until the limit is reached. */
export async function createFromHits(
  rule: QueryRule | SavedQueryRule,
  filter: readonly JsonObject[],
  context: RunContext,
): Promise<TypeRun> {
  const { cluster, writer, indices, limit } = context;
  const sort = timeSort(rule, 'asc');
  const before = writer.createdCount;
  for await (const hits of searchPages(cluster, { index: indices, filter, sort, size: pageSize(maxSignalsOf(rule)) })) {
    const alerts = filterInMemory(hits, context.exceptions).map((hit) => alertFromHit(context, hit));
    const { truncated } = writer.create(withoutOwn(context, alerts), limit - (writer.createdCount - before));
    if (truncated) return { warnings: [MAX_SIGNALS] };
  }
  return {};
}

/** Hits of a page: as many as alerts may be made, within what one search gives. */
function pageSize(limit: number): number {
  return Math.max(1, Math.min(limit, 1000));
}
