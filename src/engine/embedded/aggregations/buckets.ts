import type { ColumnValue } from '../documents/column.js';
import { DocSet } from '../documents/doc-set.js';
import type { EmbeddedIndex } from '../documents/embedded-index.js';
import type { Field } from '../fields/field.js';
import { aggregatedField, distinctValues } from './field-values.js';
import type { Found } from './found.js';

/** The documents that share a combination of values, one value a field. */
export interface ValueBucket {
  readonly values: readonly ColumnValue[];
  readonly found: readonly Found[];
  readonly count: number;
}

/** Groups documents by all combinations of their values; a document without one of the fields is in no bucket. */
export function bucketsBy(fields: readonly string[], found: readonly Found[]): readonly ValueBucket[] {
  const buckets = new Map<
    string,
    { values: readonly ColumnValue[]; docs: Map<EmbeddedIndex, DocSet>; count: number }
  >();
  for (const { index, docs } of found) {
    const readers = fields.map((name) => aggregatedField(index, name));
    for (const doc of docs) {
      for (const values of combinations(readers, doc)) {
        const key = values.map((value) => `${typeof value} ${String(value).length} ${String(value)}`).join(' ');
        const bucket = buckets.get(key) ?? { values, docs: new Map<EmbeddedIndex, DocSet>(), count: 0 };
        const set = bucket.docs.get(index) ?? DocSet.empty(docs.size);
        set.add(doc);
        bucket.docs.set(index, set);
        bucket.count += 1;
        buckets.set(key, bucket);
      }
    }
  }
  return [...buckets.values()].map(({ values, docs, count }) => ({
    values,
    count,
    found: [...docs].map(([index, set]) => ({ index, docs: set })),
  }));
}

/** A field that orders and prints the values: that of the first index which maps it. */
export function firstField(name: string, found: readonly Found[]): Field | undefined {
  for (const { index } of found) {
    const field = aggregatedField(index, name);
    if (field !== undefined) return field;
  }
  return undefined;
}

function combinations(fields: readonly (Field | undefined)[], doc: number): readonly (readonly ColumnValue[])[] {
  let all: readonly (readonly ColumnValue[])[] = [[]];
  for (const field of fields) {
    const values = distinctValues(field, doc);
    all = all.flatMap((start) => values.map((value) => [...start, value]));
  }
  return all;
}
