import type { EqlField } from '../../../languages/eql/ast.js';
import type { EqlFields } from '../../../languages/eql/field-info.js';
import { exactField } from '../../../languages/eql/field-info.js';
import { compileDateFormat } from '../../../values/dates/date-format.js';
import type { JsonValue } from '../../../values/json.js';
import { jsonText } from '../json-text.js';
import type { ColumnValue } from '../documents/column.js';
import type { EmbeddedIndex } from '../documents/embedded-index.js';
import { DateField } from '../fields/date-field.js';
import type { Field } from '../fields/field.js';
import type { MemoryLimit } from '../memory-limit.js';

/** The values that join events; `id` is the same for the same values. */
export interface JoinKey {
  readonly id: string;
  readonly values: readonly JsonValue[];
  /** What the values are ordered by. */
  readonly order: readonly (ColumnValue | null)[];
}

/** How the response shows dates among the keys: samples as milliseconds since 1970, sequences as ISO 8601. */
export type DateKeys = 'iso' | 'millis';

const NO_KEY: readonly JoinKey[] = [{ id: '', values: [], order: [] }];

/**
 * Reads the join keys of the documents of one index: one for each combination of the values of the key fields. A document that lacks the
 * value of a key has none, unless the key is optional: then null is its value. Dates are
 * the same key if they are the same time, whatever the formats and precisions of their fields.
 */
export function joinKeyReader(
  index: EmbeddedIndex,
  keys: readonly EqlField[],
  fields: EqlFields,
  memory: MemoryLimit,
  dates: DateKeys,
): (doc: number) => readonly JoinKey[] {
  if (keys.length === 0) return () => NO_KEY;
  const readers = keys.map((key) => valueReader(index.field(exactField(key.name, fields)), key.optional, dates));
  const [only] = readers;
  if (only !== undefined && readers.length === 1) return (doc) => only(doc).map((value) => value.single);
  return (doc) => {
    const values = readers.map((read) => read(doc));
    const count = values.reduce((product, { length }) => product * length, 1);
    // The product of many values of many keys must not be made only to be found too large.
    const bytes = count * values.length * KEY_BYTES;
    memory.add(bytes, 'join_keys');
    memory.release(bytes);
    return values.reduce<readonly JoinKey[]>(combine, NO_KEY);
  };
}

/** Bytes of a key for each of its values, while it is made. */
const KEY_BYTES = 400;

interface KeyValue {
  readonly id: string;
  readonly value: JsonValue;
  readonly order: ColumnValue | null;
  /** The key that the value makes alone. */
  readonly single: JoinKey;
}

const NULL: KeyValue = keyValue('\u0001', null, null);

function keyValue(id: string, value: JsonValue, order: ColumnValue | null): KeyValue {
  return { id, value, order, single: { id, values: [value], order: [order] } };
}

/** The key values of a field's distinct values. */
const known: Readonly<Record<DateKeys, WeakMap<Field, Map<ColumnValue, KeyValue>>>> = {
  iso: new WeakMap(),
  millis: new WeakMap(),
};

const ISO_FORMAT = 'strict_date_optional_time_nanos';

function keyOf(field: Field, value: ColumnValue, dates: DateKeys): KeyValue {
  if (field instanceof DateField) {
    const instant = field.instant(value);
    const iso = compileDateFormat(ISO_FORMAT);
    if (typeof iso === 'string') throw new Error(iso);
    const text = iso.print(instant);
    return keyValue(text, dates === 'millis' ? instant.ms : text, instant.ms + instant.ns / 1e6);
  }
  const shown = field.present(value);
  return keyValue(jsonText(shown), shown, value);
}

function combine(keys: readonly JoinKey[], values: readonly KeyValue[]): readonly JoinKey[] {
  return keys.flatMap((key) =>
    values.map(({ id, value, order }) => ({
      id: `${key.id}${id}\u0000`,
      values: [...key.values, value],
      order: [...key.order, order],
    })),
  );
}

function valueReader(
  field: Field | undefined,
  optional: boolean,
  dates: DateKeys,
): (doc: number) => readonly KeyValue[] {
  const missing = optional ? [NULL] : [];
  if (field === undefined) return () => missing;
  const made = known[dates].get(field) ?? new Map<ColumnValue, KeyValue>();
  known[dates].set(field, made);
  const make = (value: ColumnValue): KeyValue => {
    let key = made.get(value);
    if (key === undefined) made.set(value, (key = keyOf(field, value, dates)));
    return key;
  };
  return (doc) => {
    const values = field.values(doc);
    if (values.length === 0) return missing;
    return values.length === 1 ? values.map(make) : [...new Set(values)].map(make);
  };
}

/** Order of keys as an aggregation gives them: by their values from the left, null before all. */
export function compareJoinKeys(left: JoinKey, right: JoinKey): number {
  for (let at = 0; at < left.order.length; at++) {
    const [one = null, two = null] = [left.order[at], right.order[at]];
    if (one === two) continue;
    if (one === null) return -1;
    if (two === null) return 1;
    return one < two ? -1 : 1;
  }
  return 0;
}
