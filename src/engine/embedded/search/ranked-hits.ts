import { jsonText } from '../json-text.js';
import type { Found } from '../aggregations/found.js';
import type { SearchHit } from '../../cluster.js';
import type { JsonValue } from '../../../values/json.js';
import type { ColumnValue } from '../documents/column.js';
import type { EmbeddedIndex } from '../documents/embedded-index.js';
import { illegalArgument } from '../query/query-error.js';
import { fetchFields, type FieldRequest } from './fields-option.js';
import { sortsAsNumber } from './sort-value.js';
import { compareKeys, type Sorter, sorterFor, type SortKey } from './sort.js';
import type { SourceFilter } from './source-filter.js';

/** Which of the documents that were found are shown, and what of them. */
export interface HitsRequest {
  readonly sort: readonly SortKey[];
  /** Sort values of the last hit that was seen before. */
  readonly after: readonly JsonValue[] | undefined;
  readonly from: number;
  readonly size: number;
  readonly source: SourceFilter;
  readonly fields: readonly FieldRequest[];
}

/** The hits of a search or of `top_hits`, in the order of the sort (of indexing, if there is none). Throws a `ClusterError` for a sort that does not fit. */
export function rankedHits(
  found: readonly Found[],
  { sort, after, from, size, source, fields }: HitsRequest,
): SearchHit[] {
  const ranked = rank(found, sort, after, size === 0 ? 0 : from + size);
  return ranked.slice(from, from + size).map(({ index, doc, shown }): SearchHit => ({
    _index: index.name,
    _id: index.id(doc),
    _score: sort.length === 0 || sort.some(({ field }) => field === '_score') ? 1 : null,
    ...(source ? { _source: source(index.document(doc)) } : {}),
    ...fieldsOf(index, doc, fields),
    ...(shown ? { sort: shown } : {}),
  }));
}

/** The `fields` of a hit; the key is left out where nothing was found. */
function fieldsOf(index: EmbeddedIndex, doc: number, requests: readonly FieldRequest[]): Pick<SearchHit, 'fields'> {
  const fields = requests.length === 0 ? {} : fetchFields(index, doc, requests);
  return Object.keys(fields).length === 0 ? {} : { fields };
}

interface Ranked {
  readonly index: EmbeddedIndex;
  readonly doc: number;
  readonly shown?: JsonValue[];
}

/** The first `count` documents in the order of the sort, or of indexing. */
function rank(
  found: readonly Found[],
  sort: readonly SortKey[],
  after: readonly JsonValue[] | undefined,
  count: number,
): Ranked[] {
  if (sort.length === 0) {
    if (after !== undefined) throw illegalArgument('Sort must contain at least one field.');
    return first(found, count);
  }
  if (after !== undefined && after.length !== sort.length) {
    throw illegalArgument(`search_after has ${after.length} value(s) but sort has ${sort.length}.`);
  }
  const compare = sort.map((key) => comparator(found, key));
  const start = after?.map((value, at) => recall(found, sort[at], value));
  const entries = found.flatMap(({ index, docs }) => {
    const sorter: Sorter = sorterFor(index, sort);
    return [...docs].map((doc) => ({ index, doc, sorter, keys: sorter.keys(doc) }));
  });
  return entries
    .filter(({ keys }) => start === undefined || compareKeys(sort, compare, keys, start) > 0)
    .sort((left, right) => compareKeys(sort, compare, left.keys, right.keys))
    .slice(0, count)
    .map(({ index, doc, sorter, keys }) => ({ index, doc, shown: sorter.present(keys) }));
}

function first(found: readonly Found[], count: number): Ranked[] {
  const ranked: Ranked[] = [];
  for (const { index, docs } of found) {
    if (ranked.length >= count) break;
    for (const doc of docs) {
      if (ranked.length >= count) break;
      ranked.push({ index, doc });
    }
  }
  return ranked;
}

function comparator(found: readonly Found[], key: SortKey): (left: ColumnValue, right: ColumnValue) => number {
  const field = found.map(({ index }) => index.field(key.field)).find((candidate) => candidate !== undefined);
  return field ? (a, b) => field.compare(a, b) : (a, b) => (a < b ? -1 : a > b ? 1 : 0);
}

function recall(found: readonly Found[], key: SortKey | undefined, value: JsonValue): ColumnValue | null {
  if (value === null || key === undefined) return null;
  const field = found.map(({ index }) => index.field(key.field)).find((candidate) => candidate !== undefined);
  if (!field) return typeof value === 'object' ? jsonText(value) : value;
  if (field.type === 'boolean') return value === 'true' || value === 'false' ? Number(value === 'true') : Number(value);
  if (typeof value === 'bigint' || typeof value === 'number')
    return sortsAsNumber(field.type) ? value : field.recall(value);
  return value === 'Infinity' || value === '-Infinity' ? Number(value) : field.recall(value);
}
