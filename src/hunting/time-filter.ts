import type { JsonObject } from '../values/json.js';
import type { TimeRange } from './hunt-query.js';

/** A range of the time, in the form that a request's `filter` has: https://www.elastic.co/docs/explore-analyze/query-filter/languages/esql-rest */
export function filterOf({ from, to }: TimeRange): { readonly filter?: JsonObject } {
  if (from === undefined && to === undefined) return {};
  const bounds = { ...(from === undefined ? {} : { gte: from }), ...(to === undefined ? {} : { lte: to }) };
  return { filter: { range: { '@timestamp': { ...bounds, format: 'strict_date_optional_time' } } } };
}
