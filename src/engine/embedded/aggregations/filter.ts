import type { JsonObject } from '../../../values/json.js';
import { compileQuery } from '../query/compile-query.js';
import type { AggregationContext } from './context.js';
import { countOf } from './found.js';
import type { Found } from './found.js';

/** One bucket of the documents that match a query. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/search-aggregations-bucket-filter-aggregation.html */
export function filter(body: JsonObject, found: readonly Found[], { now, inside }: AggregationContext): JsonObject {
  const query = compileQuery(body);
  const kept = found.map(({ index, docs }) => ({ index, docs: query({ index, scope: index.root, now }).and(docs) }));
  return { doc_count: countOf(kept), ...inside(kept) };
}
