import { aggregate } from '../aggregations/aggregate.js';
import type { Found } from '../aggregations/found.js';
import type { CountRequest, SearchRequest, SearchResponse } from '../../cluster.js';
import type { JsonValue } from '../../../values/json.js';
import { UnsupportedError } from '../../cluster-error.js';
import type { EmbeddedIndex } from '../documents/embedded-index.js';
import { compileQuery } from '../query/compile-query.js';
import { all, type Query } from '../query/query.js';
import { illegalArgument, parsingError, searchFailure } from '../query/query-error.js';
import { readFieldRequests } from './fields-option.js';
import { rankedHits } from './ranked-hits.js';
import { readSort } from './sort.js';
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
    if (!KNOWN.has(key)) refuseOption(key, request[key as keyof SearchRequest] as JsonValue);
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
  const hits = rankedHits(found, {
    sort,
    after: request.search_after,
    from,
    size,
    source: readSourceFilter(request._source),
    fields,
  });
  const total = totalHits(found, request.track_total_hits);
  return {
    took: 0,
    timed_out: false,
    hits: { ...(total ? { total } : {}), max_score: sort.length > 0 || hits.length === 0 ? null : 1, hits },
    ...(request.aggs === undefined ? {} : { aggregations: aggregate(request.aggs, found, now) }),
  };
}

/** What Elasticsearch has besides; `timeout` and `stats` change nothing here. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/search-search.html */
const OTHERS: ReadonlySet<string> = new Set([
  'collapse', 'docvalue_fields', 'explain', 'ext', 'highlight', 'indices_boost', 'knn', 'min_score', 'pit', 'post_filter', 'profile',
  'rank', 'rescore', 'retriever', 'runtime_mappings', 'script_fields', 'seq_no_primary_term', 'slice', 'stored_fields', 'sub_searches',
  'suggest', 'terminate_after', 'track_scores', 'version',
]); // prettier-ignore

const WITHOUT_EFFECT: ReadonlySet<string> = new Set(['timeout', 'stats']);

function refuseOption(name: string, value: JsonValue): void {
  if (WITHOUT_EFFECT.has(name) || (value === false && OTHERS.has(name))) return;
  if (OTHERS.has(name)) throw new UnsupportedError(`the search option [${name}]`);
  throw parsingError(`Unknown key for a ${tokenOf(value)} in [${name}].`);
}

/** What Elasticsearch calls the start of a JSON value. */
function tokenOf(value: JsonValue): string {
  if (value === null) return 'VALUE_NULL';
  if (Array.isArray(value)) return 'START_ARRAY';
  if (typeof value === 'object') return 'START_OBJECT';
  return typeof value === 'bigint' ? 'VALUE_NUMBER' : `VALUE_${typeof value}`.toUpperCase();
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
