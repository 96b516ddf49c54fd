import { isJsonObject } from '../../../values/json.js';
import type { JsonObject, JsonValue } from '../../../values/json.js';
import { UnsupportedError } from '../../cluster-error.js';
import type { ColumnValue } from '../documents/column.js';
import type { Field } from '../fields/field.js';
import { bucketsBy, firstField } from './buckets.js';
import type { ValueBucket } from './buckets.js';
import type { AggregationContext } from './context.js';
import { bucketKey, keyValue } from './field-values.js';
import type { Found } from './found.js';
import { fieldOf, refuseOthers, wholeOption } from './options.js';

/**
 * A bucket for each value, the largest first, equal ones by value. `include` and `exclude` are lists of values.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/search-aggregations-bucket-terms-aggregation.html
 */
export function terms(body: JsonObject, found: readonly Found[], { inside }: AggregationContext): JsonObject {
  refuseOthers('terms', body, ['field', 'size', 'order', 'min_doc_count', 'include', 'exclude']);
  const name = fieldOf('terms', body);
  const size = wholeOption(body, 'size', 10, 1);
  const least = wholeOption(body, 'min_doc_count', 1, 0);
  if (least === 0) throw new UnsupportedError('the option [min_doc_count] 0 of the aggregation [terms]');
  const field = firstField(name, found);
  if (field === undefined) return { doc_count_error_upper_bound: 0, sum_other_doc_count: 0, buckets: [] };
  const [include, exclude] = [valueList(field, body['include']), valueList(field, body['exclude'])];
  const kept = bucketsBy([name], found)
    .filter(({ values: [value], count }) => {
      if (value === undefined || count < least) return false;
      return (include?.has(value) ?? true) && !(exclude?.has(value) ?? false);
    })
    .sort(orderOf(field, body['order']));
  const shown = kept.slice(0, size);
  return {
    doc_count_error_upper_bound: 0,
    sum_other_doc_count: kept.slice(size).reduce((sum, { count }) => sum + count, 0),
    buckets: shown.map(({ values: [value], count, found: docs }) => ({
      ...(value === undefined ? {} : keyOf(field, value)),
      doc_count: count,
      ...inside(docs),
    })),
  };
}

function keyOf(field: Field, value: ColumnValue): JsonObject {
  if (field.type === 'boolean') return { key: value === true ? 1 : 0, key_as_string: String(value) };
  const key = bucketKey(field, value);
  return field.type.startsWith('date') ? { key, key_as_string: field.present(value) } : { key };
}

function valueList(field: Field, list: JsonValue | undefined): ReadonlySet<ColumnValue> | undefined {
  if (list === undefined) return undefined;
  if (!Array.isArray(list))
    throw new UnsupportedError('patterns in [include] and [exclude] of the aggregation [terms]');
  return new Set((list as readonly JsonValue[]).map((value) => keyValue(field, value)));
}

type Compare = (left: ValueBucket, right: ValueBucket) => number;

function orderOf(field: Field, order: JsonValue | undefined): Compare {
  const byKey: Compare = ({ values: [a] }, { values: [b] }) =>
    a === undefined || b === undefined ? 0 : field.compare(a, b);
  const byCount: Compare = (left, right) => left.count - right.count;
  const keys =
    order === undefined ? [{ _count: 'desc' }] : Array.isArray(order) ? (order as readonly JsonValue[]) : [order];
  const compares = keys.flatMap((item) =>
    Object.entries(isJsonObject(item) ? item : {}).map(([key, direction]): Compare => {
      if (key !== '_count' && key !== '_key') throw new UnsupportedError(`ordering [terms] by [${key}]`);
      const compare = key === '_key' ? byKey : byCount;
      return direction === 'desc' ? (left, right) => compare(right, left) : compare;
    }),
  );
  return (left, right) => {
    for (const compare of [...compares, byKey]) {
      const result = compare(left, right);
      if (result !== 0) return result;
    }
    return 0;
  };
}
