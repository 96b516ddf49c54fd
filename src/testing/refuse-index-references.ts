import { ClusterError } from '../engine/cluster-error.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';

/**
 * Refuses what in a Query DSL tree names indices: lookups of terms, shapes and documents would read the user's own indices, and a
 * condition on `_index` would meet temporary names. Throws a {@link ClusterError} of type `dragnet_cannot_isolate` that names it.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/query-dsl-terms-query.html#query-dsl-terms-lookup
 */
export function refuseIndexReferences(query: JsonValue): void {
  if (isJsonArray(query)) query.forEach(refuseIndexReferences);
  if (!isJsonObject(query)) return;
  for (const [key, value] of Object.entries(query)) {
    const what = referenceOf(key, value);
    if (what !== undefined) throw refusal(what);
    refuseIndexReferences(value);
  }
}

function referenceOf(key: string, value: JsonValue): string | undefined {
  if (key === '_index') return '_index';
  if (key === 'indexed_shape') return 'an indexed shape';
  if (!isJsonObject(value)) return undefined;
  if (key === 'percolate' && Object.hasOwn(value, 'index')) return 'a percolated document of an index';
  return key === 'terms' && isLookup(value) ? 'a terms lookup' : undefined;
}

function isLookup(terms: JsonObject): boolean {
  return Object.values(terms).some((value) => isJsonObject(value) && Object.hasOwn(value, 'index'));
}

function refusal(what: string): ClusterError {
  return new ClusterError(400, {
    type: 'dragnet_cannot_isolate',
    reason: `The query uses ${what}; on a cluster the indices of a test have temporary names, and no others are read. Run this test on the embedded engine.`,
  });
}
