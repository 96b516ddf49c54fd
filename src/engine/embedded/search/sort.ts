import { jsonText } from '../json-text.js';
import { isJsonObject, isJsonArray, type JsonObject, type JsonValue } from '../../../values/json.js';
import { shortestFloat } from '../../../values/shortest-float.js';
import { UnsupportedError } from '../../cluster-error.js';
import type { ColumnValue } from '../documents/column.js';
import type { EmbeddedIndex } from '../documents/embedded-index.js';
import { isSingle } from '../fields/number-field.js';
import type { Field } from '../fields/field.js';
import { illegalArgument, parsingError, fielddataDisabled, searchFailure } from '../query/query-error.js';
import { absentNumber, compareNumbers, isSortMode, modeValue, sortsAsNumber, type SortMode } from './sort-value.js';

/** One key to sort by: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/sort-search-results.html */
export interface SortKey {
  readonly field: string;
  readonly descending: boolean;
  /** Which of several values counts. */
  readonly mode: SortMode;
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

function readMode(mode: JsonValue): SortMode {
  if (isSortMode(mode)) return mode;
  throw illegalArgument(`Unknown SortMode [${jsonText(mode)}]`);
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
      keys.map((value, at) => {
        const field = readers[at]?.field;
        if (value === null) return null;
        return field ? shown(field, value) : value === Infinity || value === -Infinity ? String(value) : value;
      }),
  };
}

/** Numbers show as they are, dates as milliseconds (or nanoseconds), everything else as it prints. */
function shown(field: Field, value: ColumnValue): JsonValue {
  if (value === Infinity || value === -Infinity) return String(value);
  if (typeof value === 'number' && isSingle(field.type)) return shortestFloat(value);
  if (sortsAsNumber(field.type)) return value;
  return field.present(value);
}

interface KeyReader {
  readonly read: (doc: number) => ColumnValue | null;
  readonly field?: Field;
}

function reader(index: EmbeddedIndex, key: SortKey): KeyReader {
  if (key.field === '_score') return { read: () => 1 };
  if (key.field === '_doc' || key.field === '_shard_doc') return { read: (doc) => doc };
  const field = index.field(key.field);
  if (!field) {
    if (key.unmappedType !== undefined) {
      const absent = absentKey(key.unmappedType, key);
      return { read: () => absent };
    }
    throw searchFailure({
      type: 'query_shard_exception',
      reason: `No mapping found for [${key.field}] in order to sort on`,
    });
  }
  if (field.name === '_id') {
    throw illegalArgument(
      'Fielddata access on the _id field is disallowed, you can re-enable it by updating the dynamic cluster setting: indices.id_field_data.enabled',
    );
  }
  if (!field.aggregatable) throw fielddataDisabled(field, index.name);
  if (field.space !== index.root) {
    throw searchFailure({
      type: 'query_shard_exception',
      reason: `it is mandatory to set the [nested] context on the nested sort field: [${field.name}].`,
    });
  }
  const isOpen = key.missing === '_last' || key.missing === '_first';
  const absent = isOpen ? absentKey(field.type, key) : sortNumber(field.recall(key.missing));
  return {
    field,
    read: (doc) => sortNumber(modeValue(field.values(doc), key.mode, field.type)) ?? absent,
  };
}

/** Booleans are sorted as 0 and 1. */
function sortNumber<T extends ColumnValue | undefined>(value: T): T | number {
  return typeof value === 'boolean' ? Number(value) : value;
}

/** What a document without a value is sorted by: the end of the range that puts it last (or first). */
function absentKey(type: string, key: SortKey): ColumnValue | null {
  return absentNumber(type, (key.missing === '_first') === key.descending);
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
    if (Object.is(a, b) || !key) continue;
    if (a === null || b === null) return (a === null) === (key.missing === '_first') ? -1 : 1;
    const order = isNumber(a) && isNumber(b) ? compareNumbers(a, b) : (compare[at]?.(a, b) ?? 0);
    if (order !== 0) return key.descending ? -order : order;
  }
  return 0;
}

function isNumber(value: ColumnValue): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}
