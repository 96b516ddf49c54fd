import type { JsonValue } from '../../../values/json.js';
import type { ColumnValue } from '../documents/column.js';
import type { EmbeddedIndex } from '../documents/embedded-index.js';
import type { Field } from '../fields/field.js';
import { fielddataDisabled } from '../query/query-error.js';

/** The field that an aggregation reads in an index; undefined where the index does not map it: its documents then count as without. */
export function aggregatedField(index: EmbeddedIndex, name: string): Field | undefined {
  const field = index.field(name);
  if (field === undefined) return undefined;
  if (!field.aggregatable) {
    throw fielddataDisabled(field, index.name);
  }
  // Values inside nested objects belong to the objects, not to the documents around them.
  return field.space === index.root ? field : undefined;
}

/** The different values of a document, in their order. */
export function distinctValues(field: Field | undefined, doc: number): readonly ColumnValue[] {
  if (field === undefined) return [];
  const values = field.values(doc);
  return values.length < 2 ? values : [...new Set(values)];
}

/** A value as the key of a bucket: dates as milliseconds, the rest as `fields` prints it. */
export function bucketKey(field: Field, value: ColumnValue): JsonValue {
  if (field.type === 'date') return typeof value === 'boolean' ? String(value) : value;
  if (field.type === 'date_nanos') return Number(BigInt(value) / 1_000_000n);
  return field.present(value);
}

/** The opposite of {@link bucketKey}, for `after`. */
export function keyValue(field: Field, key: JsonValue): ColumnValue {
  return field.recall(key);
}
