import type { JsonObject } from '../../../values/json.js';
import type { ColumnValue } from '../documents/column.js';
import type { Field } from '../fields/field.js';
import { aggregatedField, bucketKey } from './field-values.js';
import type { Found } from './found.js';
import { fieldOf, refuseOthers } from './options.js';

/** Number of different values, exact: Elasticsearch's is approximate above `precision_threshold`. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/search-aggregations-metrics-cardinality-aggregation.html */
export function cardinality(body: JsonObject, found: readonly Found[]): JsonObject {
  refuseOthers('cardinality', body, ['field', 'precision_threshold']);
  const values = new Set<ColumnValue>();
  for (const [, value] of valuesOf(fieldOf('cardinality', body), found)) values.add(value);
  return { value: values.size };
}

/** Number of values. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/search-aggregations-metrics-valuecount-aggregation.html */
export function valueCount(body: JsonObject, found: readonly Found[]): JsonObject {
  refuseOthers('value_count', body, ['field']);
  let count = 0;
  const values = valuesOf(fieldOf('value_count', body), found);
  while (values.next().done !== true) count += 1;
  return { value: count };
}

/** The smallest value; null where there is none. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/search-aggregations-metrics-min-aggregation.html */
export function minimum(body: JsonObject, found: readonly Found[]): JsonObject {
  return extreme('min', body, found, (order) => order < 0);
}

/** The largest value; null where there is none. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/search-aggregations-metrics-max-aggregation.html */
export function maximum(body: JsonObject, found: readonly Found[]): JsonObject {
  return extreme('max', body, found, (order) => order > 0);
}

function extreme(
  type: string,
  body: JsonObject,
  found: readonly Found[],
  wins: (order: number) => boolean,
): JsonObject {
  refuseOthers(type, body, ['field']);
  let best: readonly [Field, ColumnValue] | undefined;
  for (const [field, value] of valuesOf(fieldOf(type, body), found)) {
    if (best === undefined || wins(field.compare(value, best[1]))) best = [field, value];
  }
  if (best === undefined) return { value: null };
  const [field, value] = best;
  const key = bucketKey(field, value);
  // Metrics are doubles, whatever the field.
  if (field.type === 'boolean') return { value: value === true ? 1 : 0, value_as_string: String(value) };
  const text = field.type.startsWith('date') ? { value_as_string: field.present(value) } : {};
  return { value: typeof key === 'bigint' ? Number(key) : key, ...text };
}

function* valuesOf(name: string, found: readonly Found[]): Generator<readonly [Field, ColumnValue]> {
  for (const { index, docs } of found) {
    const field = aggregatedField(index, name);
    if (field === undefined) continue;
    for (const doc of docs) for (const value of field.values(doc)) yield [field, value];
  }
}
