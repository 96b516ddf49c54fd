import { jsonText } from '../json-text.js';
import { isJsonObject, isJsonArray, type JsonObject, type JsonValue } from '../../../values/json.js';
import { UnsupportedError } from '../../cluster-error.js';
import type { ColumnValue } from '../documents/column.js';
import type { EmbeddedIndex } from '../documents/embedded-index.js';
import type { Field } from '../fields/field.js';
import { illegalArgument, parsingError, fielddataDisabled, searchFailure } from '../query/query-error.js';

/** One key to sort by: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/sort-search-results.html */
export interface SortKey {
  readonly field: string;
  readonly descending: boolean;
  /** Which of several values counts. */
  readonly mode: 'min' | 'max';
  /** `_last`, `_first`, or the value to take instead. */
  readonly missing: JsonValue;
  readonly unmappedType: string | undefined;
}

const OPTIONS = new Set(['order', 'mode', 'missing', 'unmapped_type', 'numeric_type', 'format', 'nested']);

/** Reads the `sort` of a search. */
export function readSort(sort: JsonValue | undefined): SortKey[] {
  if (sort === undefined || sort === null) return [];
  return (isJsonArray(sort) ? sort : [sort]).flatMap((item) => {
    if (typeof item === 'string') return [sortKey(item, {})];
    if (!isJsonObject(item))
      throw illegalArgument('malformed sort format, within the sort array, an object, or an actual string are allowed');
    return Object.entries(item).map(([field, options]) =>
      sortKey(field, isJsonObject(options) ? options : { order: options }),
    );
  });
}

function sortKey(field: string, options: JsonObject): SortKey {
  for (const option of Object.keys(options)) {
    if (!OPTIONS.has(option)) throw parsingError(`[field_sort] unknown field [${option}]`);
  }
  if (field === '_script' || field === '_geo_distance') throw new UnsupportedError(`sorting by [${field}]`);
  if (options['nested'] !== undefined) throw new UnsupportedError('sorting by fields of nested objects');
  const descending = isDescending(options['order'] ?? (field === '_score' ? 'desc' : 'asc'));
  const unmapped = options['unmapped_type'];
  return {
    field,
    descending,
    mode: readMode(options['mode'] ?? (descending ? 'max' : 'min')),
    missing: options['missing'] ?? '_last',
    unmappedType: unmapped === undefined ? undefined : jsonText(unmapped),
  };
}

function isDescending(order: JsonValue): boolean {
  if (order === 'asc' || order === 'desc') return order === 'desc';
  throw illegalArgument(`No enum constant org.elasticsearch.search.sort.SortOrder.${jsonText(order).toUpperCase()}`);
}

function readMode(mode: JsonValue): 'min' | 'max' {
  if (mode === 'min' || mode === 'max') return mode;
  throw new UnsupportedError(`the sort mode [${jsonText(mode)}]`);
}

/** Gives the sort values of documents, and compares them. */
export interface Sorter {
  /** The value of a document for each key; null where it has none. */
  keys(doc: number): (ColumnValue | null)[];
  /** The values as the hit shows them. */
  present(keys: readonly (ColumnValue | null)[]): JsonValue[];
}

/** Prepares sorting for one index; throws for a field that cannot be sorted by. */
export function sorterFor(index: EmbeddedIndex, sort: readonly SortKey[]): Sorter {
  const readers = sort.map((key) => reader(index, key));
  return {
    keys: (doc) => readers.map(({ read }) => read(doc)),
    present: (keys) =>
      keys.map((value, at) =>
        value === null
          ? (readers[at]?.absent ?? null)
          : readers[at]?.field
            ? shown(readers[at].field, value)
            : (value as JsonValue),
      ),
  };
}

/** Dates show as milliseconds (or nanoseconds) in `sort`, everything else as it prints. */
function shown(field: Field, value: ColumnValue): JsonValue {
  if (field.type === 'boolean') return value === true ? 1 : 0;
  return field.type.startsWith('date') ? value : field.present(value);
}

interface KeyReader {
  readonly read: (doc: number) => ColumnValue | null;
  readonly field?: Field;
  readonly absent: JsonValue;
}

function reader(index: EmbeddedIndex, key: SortKey): KeyReader {
  if (key.field === '_score') return { read: () => 1, absent: null };
  if (key.field === '_doc' || key.field === '_shard_doc') return { read: (doc) => doc, absent: null };
  const field = index.field(key.field);
  if (!field) {
    if (key.unmappedType !== undefined) return { read: () => null, absent: absentValue(key.unmappedType, key) };
    throw searchFailure({
      type: 'query_shard_exception',
      reason: `No mapping found for [${key.field}] in order to sort on`,
    });
  }
  if (!field.aggregatable && field.name !== '_id') {
    throw fielddataDisabled(field, index.name);
  }
  if (field.space !== index.root) return { read: () => null, field, absent: absentValue(field.type, key) };
  const replacement = key.missing === '_last' || key.missing === '_first' ? null : field.recall(key.missing);
  return {
    field,
    absent: absentValue(field.type, key),
    read: (doc) => {
      const values = field.values(doc);
      return (key.mode === 'min' ? values[0] : values.at(-1)) ?? replacement;
    },
  };
}

/** What stands in `sort` for a missing number: the end of the range that puts the document last (or first). */
function absentValue(type: string, key: SortKey): JsonValue {
  const high = (key.missing === '_first') === key.descending;
  if (type === 'double' || type === 'float' || type === 'half_float' || type === 'scaled_float')
    return high ? 'Infinity' : '-Infinity';
  if (['long', 'integer', 'short', 'byte', 'date', 'date_nanos', 'boolean'].includes(type))
    return high ? 2n ** 63n - 1n : -(2n ** 63n);
  return null;
}

/** Compares the keys of two documents; the fields order the values that are there. */
export function compareKeys(
  sort: readonly SortKey[],
  compare: readonly ((left: ColumnValue, right: ColumnValue) => number)[],
  left: readonly (ColumnValue | null)[],
  right: readonly (ColumnValue | null)[],
): number {
  for (let at = 0; at < sort.length; at++) {
    const key = sort[at];
    const a = left[at] ?? null;
    const b = right[at] ?? null;
    if (a === b || !key) continue;
    if (a === null || b === null) return (a === null) === (key.missing === '_first') ? -1 : 1;
    const order = compare[at]?.(a, b) ?? 0;
    if (order !== 0) return key.descending ? -order : order;
  }
  return 0;
}
