import type { Cluster } from '../engine/cluster.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';

/** A combination of values, how many documents have it, and what inner aggregations say of them. */
export interface CompositeBucket extends JsonObject {
  readonly key: JsonObject;
  readonly doc_count: number;
}

/** A search for the combinations of values of some fields. */
export interface CompositeSearch {
  readonly index: readonly string[];
  readonly filter: readonly JsonObject[];
  readonly fields: readonly string[];
  readonly aggs?: JsonObject;
  readonly size: number;
}

/**
 * The combinations of values that documents have, page by page, ordered by value; a document without one of the fields has none, every value of
 * several counts. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/search-aggregations-bucket-composite-aggregation.html
 */
export async function* compositePages(
  cluster: Cluster,
  { index, filter, fields, aggs, size }: CompositeSearch,
): AsyncGenerator<readonly CompositeBucket[]> {
  const sources = fields.map((field) => ({ [field]: { terms: { field } } }));
  let after: JsonValue | undefined;
  do {
    const composite = { sources, size, ...(after === undefined ? {} : { after }) };
    const response = await cluster.search({
      index: index.join(','),
      ignore_unavailable: true,
      allow_no_indices: true,
      query: { bool: { filter } },
      size: 0,
      aggs: { groups: { composite, ...(aggs === undefined ? {} : { aggs }) } },
    });
    const groups = response.aggregations?.['groups'];
    const buckets = isJsonObject(groups) ? groups['buckets'] : undefined;
    if (!isJsonObject(groups) || !isJsonArray(buckets) || buckets.length === 0) return;
    yield buckets as readonly CompositeBucket[];
    after = buckets.length < size ? undefined : groups['after_key'];
  } while (after !== undefined);
}
