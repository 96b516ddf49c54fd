import { aggregate } from '../aggregations/aggregate.js';
import type { Found } from '../aggregations/found.js';
import { jsonText } from '../json-text.js';
import type { CountRequest, SearchHit, SearchRequest, SearchResponse } from '../../cluster.js';
import { UnsupportedError } from '../../cluster-error.js';
import type { JsonValue } from '../../../values/json.js';
import type { ColumnValue } from '../documents/column.js';
import type { EmbeddedIndex } from '../documents/embedded-index.js';
import { compileQuery } from '../query/compile-query.js';
import { all, type Query } from '../query/query.js';
import { illegalArgument, searchFailure } from '../query/query-error.js';
import { fetchFields, type FieldRequest, readFieldRequests } from './fields-option.js';
import { compareKeys, readSort, type Sorter, sorterFor, type SortKey } from './sort.js';
import { readSourceFilter } from './source-filter.js';

/** Hits that are counted exactly unless `track_total_hits` says otherwise. */
const DEFAULT_TRACKED = 10_000;

/** `index.max_result_window`. */
const MAXIMUM_WINDOW = 10_000;

const KNOWN = new Set([
  'index', 'query', 'size', 'from', 'sort', 'search_after', '_source', 'fields', 'aggs', 'track_total_hits',
  'ignore_unavailable', 'allow_no_indices',
]); // prettier-ignore

/** Finds the documents of the indices that match a query. */
export function find(indices: readonly EmbeddedIndex[], query: CountRequest['query'], now: Date): Found[] {
  const compiled: Query = query === undefined ? all : compileQuery(query);
  return indices.map((index) => ({ index, docs: compiled({ index, scope: index.root, now }).and(index.live()) }));
}

/** Runs a search on the indices: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/search-search.html */
export function search(indices: readonly EmbeddedIndex[], request: SearchRequest, now: Date): SearchResponse {
  for (const key of Object.keys(request)) {
    if (!KNOWN.has(key)) throw new UnsupportedError(`the search option [${key}]`);
  }
  const size = whole('size', request.size, 10);
  const from = whole('from', request.from, 0);
  if (from + size > MAXIMUM_WINDOW) {
    throw searchFailure({
      type: 'illegal_argument_exception',
      reason: `Result window is too large, from + size must be less than or equal to: [${MAXIMUM_WINDOW}] but was [${from + size}]. See the scroll api for a more efficient way to request large data sets. This limit can be set by changing the [index.max_result_window] index level setting.`,
    });
  }
  const fields = readFieldRequests(request.fields ?? []);
  const found = find(indices, request.query, now);
  const sort = readSort(request.sort);
  const ranked = rank(found, sort, request.search_after, size === 0 ? 0 : from + size);
  const filter = readSourceFilter(request._source);
  const hits = ranked.slice(from, from + size).map(({ index, doc, shown }): SearchHit => ({
    _index: index.name,
    _id: index.id(doc),
    _score: sort.length === 0 || sort.some(({ field }) => field === '_score') ? 1 : null,
    ...(filter ? { _source: filter(index.document(doc)) } : {}),
    ...fieldsOf(index, doc, fields),
    ...(shown ? { sort: shown } : {}),
  }));
  const total = totalHits(found, request.track_total_hits);
  return {
    took: 0,
    timed_out: false,
    hits: { ...(total ? { total } : {}), max_score: sort.length > 0 || hits.length === 0 ? null : 1, hits },
    ...(request.aggs === undefined ? {} : { aggregations: aggregate(request.aggs, found, now) }),
  };
}

/** The `fields` of a hit; the key is left out where nothing was found. */
function fieldsOf(index: EmbeddedIndex, doc: number, requests: readonly FieldRequest[]): Pick<SearchHit, 'fields'> {
  const fields = requests.length === 0 ? {} : fetchFields(index, doc, requests);
  return Object.keys(fields).length === 0 ? {} : { fields };
}

function whole(name: string, value: number | undefined, fallback: number): number {
  if (value === undefined) return fallback;
  if (!Number.isInteger(value) || value < 0)
    throw illegalArgument(`[${name}] parameter cannot be negative, found [${value}]`);
  return value;
}

function totalHits(found: readonly Found[], tracked: boolean | number | undefined): SearchResponse['hits']['total'] {
  if (tracked === false) return undefined;
  const value = found.reduce((sum, { docs }) => sum + docs.count(), 0);
  const limit = tracked === true ? Infinity : (tracked ?? DEFAULT_TRACKED);
  return value > limit ? { value: limit, relation: 'gte' } : { value, relation: 'eq' };
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
  if (field.type === 'boolean') return value === 1 || value === true || value === 'true';
  return isAbsentMark(value) ? null : field.recall(value);
}

/** The numbers that stand for a missing value in `sort`. */
function isAbsentMark(value: JsonValue): boolean {
  return value === 2n ** 63n - 1n || value === -(2n ** 63n) || value === 'Infinity' || value === '-Infinity';
}
