import type { ExceptionItem, ExceptionList, ValueList } from '../../model/exception-list.js';
import type { JsonObject } from '../../values/json.js';
import type { RuleError } from '../rule-error.js';
import { itemFilter } from './item-filter.js';

/** The exceptions of a run, ready to apply. */
export interface AppliedExceptions {
  /** Query DSL that a document must not match; absent where nothing can be filtered by a query. */
  readonly filter?: JsonObject;
  /** Items that no query can apply: with lists of texts, or lists that are too large. */
  readonly unprocessed: readonly ExceptionItem[];
  readonly valueLists: ReadonlyMap<string, ValueList>;
}

/** Values of a list that still become a query. */
const MOST_VALUES = 65_536;

/** The list of endpoint exceptions is the agent's own business. */
const ENDPOINT_LIST = 'endpoint_list';

/**
 * Makes filters of exception lists, as Kibana does: expired items are left out, items with lists of texts or very large lists are kept
 * for filtering in memory. A value list that is not there is an error of the rule.
 *
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/add-manage-exceptions
 */
export function applyExceptions(
  lists: readonly ExceptionList[],
  valueLists: readonly ValueList[],
  now: Date,
): AppliedExceptions | RuleError {
  const byId = new Map(valueLists.map((list) => [list.id, list]));
  const items = lists
    .filter(({ listId }) => listId !== ENDPOINT_LIST)
    .flatMap((list) => list.items)
    .filter((item) => !isExpired(item, now));
  const should: JsonObject[] = [];
  const unprocessed: ExceptionItem[] = [];
  for (const item of items) {
    if (!isQueryable(item, byId)) {
      unprocessed.push(item);
      continue;
    }
    const filters = itemFilter(item, byId);
    if (filters === undefined) unprocessed.push(item);
    else if ('error' in filters) return { error: filters.error };
    else for (const filter of filters) should.push(filter);
  }
  return {
    ...(should.length === 0 ? {} : { filter: { bool: { should } } }),
    unprocessed,
    valueLists: byId,
  };
}

/** The parts of a `bool` query that keep excepted documents out. */
export function withoutExceptions(exceptions: AppliedExceptions): readonly JsonObject[] {
  return exceptions.filter === undefined ? [] : [exceptions.filter];
}

function isExpired({ expireTime }: ExceptionItem, now: Date): boolean {
  return expireTime !== undefined && new Date(expireTime).getTime() < now.getTime();
}

const QUERYABLE = new Set<string>(['keyword', 'ip', 'ip_range']);

function isQueryable({ entries }: ExceptionItem, lists: ReadonlyMap<string, ValueList>): boolean {
  return entries.every((entry) => {
    if (entry.type !== 'list') return true;
    const size = lists.get(entry.list.id)?.values.length ?? 0;
    return QUERYABLE.has(entry.list.type) && size <= MOST_VALUES;
  });
}
