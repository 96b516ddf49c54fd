import type { EqlPipe } from '../../../languages/eql/ast.js';

/** How many of the results are kept, from which end: `skip` at that end are left out first. */
export interface Limit {
  readonly from: 'head' | 'tail';
  readonly count: number;
  readonly skip: number;
}

/**
 * Makes one limit of the request's `size` and the pipes, as Elasticsearch does. The first pipe says from which end `size` counts, so
 * that no pipe can go beyond it; without pipes `result_position` says it. A pipe from the other end moves within what is left.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/eql-search-api.html
 */
export function limitOf(pipes: readonly EqlPipe[], size: number, position: 'head' | 'tail'): Limit {
  return pipes.reduce<Limit>(narrow, { from: pipes[0]?.name ?? position, count: size, skip: 0 });
}

function narrow(limit: Limit, { name, count }: EqlPipe): Limit {
  if (count >= limit.count) return limit;
  return name === limit.from ? { ...limit, count } : { ...limit, count, skip: limit.skip + limit.count - count };
}

/** The events that the limit keeps, in their order: the page of a search. */
export function pageOf<T>(found: readonly T[], { from, count, skip }: Limit): readonly T[] {
  const end = found.length - skip;
  return from === 'head' ? found.slice(skip, skip + count) : found.slice(Math.max(0, end - count), Math.max(0, end));
}

/** The sequences that the limit keeps, in their order: if they are too few to skip any, those of the other end. */
export function viewOf<T>(found: readonly T[], limit: Limit): readonly T[] {
  const skip = Math.min(limit.skip, Math.max(0, found.length - limit.count));
  return pageOf(found, { ...limit, skip });
}
