import { ClusterError, UnsupportedError } from '../cluster-error.js';
import { catCount, catIndices } from './handlers/cat.js';
import { bulk } from './handlers/bulk.js';
import {
  createDocument,
  deleteDocument,
  getDocument,
  getSource,
  indexDocument,
  updateById,
} from './handlers/documents.js';
import {
  createIndex,
  deleteIndex,
  getFieldMapping,
  getIndex,
  getMapping,
  indexExists,
  putMapping,
  refresh,
  resolveIndex,
} from './handlers/indices.js';
import { clusterHealth, clusterSettings, greeting, license, nodes } from './handlers/info.js';
import { deletePolicy, executePolicy, getPolicies, putPolicy } from './handlers/enrich.js';
import { eqlSearch } from './handlers/eql.js';
import { esqlAsyncQuery, esqlAsyncResult, esqlQuery } from './handlers/esql.js';
import { count, fieldCaps, multiSearch, search } from './handlers/search.js';
import { deleteByQuery, multiGet } from './handlers/several.js';
import type { Handler } from './request.js';

/** One path with the methods that it takes, and the parameters that may stand in its URL. */
interface Route {
  readonly path: readonly string[];
  readonly methods: ReadonlyMap<string, Handler>;
  readonly parameters: ReadonlySet<string>;
}

const INDICES = 'ignore_unavailable allow_no_indices expand_wildcards';
const WRITING = 'refresh timeout wait_for_active_shards require_alias';
const TABLES = 'v h s local master_timeout format include_unloaded_segments';
const TUNING =
  'preference request_cache search_type timeout batched_reduce_size ccs_minimize_roundtrips max_concurrent_shard_requests pre_filter_shard_size allow_partial_search_results typed_keys rest_total_hits_as_int';

const ROUTES: readonly Route[] = [
  route('/', { GET: greeting, HEAD: greeting }),
  route('/_cluster/health', { GET: clusterHealth }, 'wait_for_status timeout master_timeout level local wait_for_no_relocating_shards'),
  route('/_cluster/health/{index}', { GET: clusterHealth }, 'wait_for_status timeout master_timeout level local'),
  route('/_bulk', { POST: bulk, PUT: bulk }, WRITING),
  route('/{index}/_bulk', { POST: bulk, PUT: bulk }, WRITING),
  route('/_search', { GET: search, POST: search }, `${INDICES} ${TUNING} ${searchParameters()}`),
  route('/{index}/_search', { GET: search, POST: search }, `${INDICES} ${TUNING} ${searchParameters()}`),
  route('/_msearch', { GET: multiSearch, POST: multiSearch }, `${TUNING} max_concurrent_searches`),
  route('/{index}/_msearch', { GET: multiSearch, POST: multiSearch }, `${TUNING} max_concurrent_searches`),
  route('/_count', { GET: count, POST: count }, `${INDICES} preference q df default_operator analyze_wildcard lenient`),
  route('/{index}/_count', { GET: count, POST: count }, `${INDICES} preference q df default_operator analyze_wildcard lenient`),
  route('/_field_caps', { GET: fieldCaps, POST: fieldCaps }, `${INDICES} fields include_unmapped`),
  route('/{index}/_field_caps', { GET: fieldCaps, POST: fieldCaps }, `${INDICES} fields include_unmapped`),
  route('/_query', { POST: esqlQuery }, 'format delimiter drop_null_columns allow_partial_results'),
  route('/_query/async', { POST: esqlAsyncQuery }, 'format delimiter drop_null_columns allow_partial_results'),
  route('/_query/async/{id}', { GET: esqlAsyncResult, DELETE: esqlAsyncResult }, 'format keep_alive wait_for_completion_timeout drop_null_columns'),
  route('/{index}/_eql/search', { GET: eqlSearch, POST: eqlSearch }, `${INDICES} allow_partial_search_results allow_partial_sequence_results wait_for_completion_timeout keep_on_completion keep_alive ccs_minimize_roundtrips`),
  route('/_enrich/policy', { GET: getPolicies }, 'master_timeout'),
  route('/_enrich/policy/{name}', { PUT: putPolicy, GET: getPolicies, DELETE: deletePolicy }, 'master_timeout'),
  route('/_enrich/policy/{name}/_execute', { PUT: executePolicy, POST: executePolicy }, 'wait_for_completion master_timeout'),
  route('/_mget', { GET: multiGet, POST: multiGet }, 'preference realtime refresh'),
  route('/{index}/_mget', { GET: multiGet, POST: multiGet }, 'preference realtime refresh'),
  route('/{index}/_delete_by_query', { POST: deleteByQuery }, `${INDICES} refresh conflicts`),
  route('/_cat/indices', { GET: catIndices }, `${INDICES} ${TABLES}`),
  route('/_cat/indices/{index}', { GET: catIndices }, `${INDICES} ${TABLES}`),
  route('/_cat/count', { GET: catCount }, TABLES),
  route('/_cat/count/{index}', { GET: catCount }, TABLES),
  route('/_resolve/index/{index}', { GET: resolveIndex }, INDICES),
  route('/_nodes', { GET: nodes }, 'flat_settings timeout'),
  route('/_license', { GET: license }, 'local accept_enterprise'),
  route('/_cluster/settings', { GET: clusterSettings }, 'flat_settings include_defaults master_timeout'),
  route('/_refresh', { GET: refresh, POST: refresh }, INDICES),
  route('/{index}/_refresh', { GET: refresh, POST: refresh }, INDICES),
  route('/_mapping', { GET: getMapping }, `${INDICES} local master_timeout`),
  route('/{index}/_mapping', { GET: getMapping, PUT: putMapping, POST: putMapping }, `${INDICES} local master_timeout timeout write_index_only`),
  route('/_mapping/field/{fields}', { GET: getFieldMapping }, `${INDICES} include_defaults local`),
  route('/{index}/_mapping/field/{fields}', { GET: getFieldMapping }, `${INDICES} include_defaults local`),
  route('/{index}/_doc', { POST: indexDocument }, `${WRITING} op_type`),
  route('/{index}/_doc/{id}', { POST: indexDocument, PUT: indexDocument, GET: getDocument, HEAD: getDocument, DELETE: deleteDocument }, `${WRITING} op_type realtime preference _source _source_includes _source_excludes`),
  route('/{index}/_create/{id}', { POST: createDocument, PUT: createDocument }, WRITING),
  route('/{index}/_update/{id}', { POST: updateById }, `${WRITING} retry_on_conflict`),
  route('/{index}/_source/{id}', { GET: getSource, HEAD: getSource }, 'realtime refresh preference _source _source_includes _source_excludes'),
  route('/{index}', { PUT: createIndex, DELETE: deleteIndex, HEAD: indexExists, GET: getIndex }, `${INDICES} timeout master_timeout wait_for_active_shards local features include_defaults`),
]; // prettier-ignore

/** Parameters that every path takes. */
const COMMON = new Set(['pretty', 'human', 'error_trace', 'filter_path']);

/** What to run for a request, and the named parts of its path. */
export interface Match {
  readonly handler: Handler;
  readonly path: ReadonlyMap<string, string>;
}

/** Finds the handler of a request; throws what Elasticsearch (or the refusal by name) says where there is none. */
export function findHandler(method: string, url: URL): Match {
  const segments = url.pathname.split('/').filter((segment) => segment !== '').map(decode); // prettier-ignore
  const matches = ROUTES.flatMap((candidate) => {
    const path = match(candidate.path, segments);
    return path === undefined ? [] : [{ candidate, path }];
  });
  for (const { candidate, path } of matches) {
    const handler = candidate.methods.get(method);
    if (handler === undefined) continue;
    checkParameters(url, candidate.parameters);
    return { handler, path };
  }
  throw noHandler(method, url, segments, matches.map(({ candidate }) => candidate)); // prettier-ignore
}

function route(path: string, methods: Readonly<Record<string, Handler>>, parameters = ''): Route {
  return {
    path: path.split('/').filter((segment) => segment !== ''),
    methods: new Map(Object.entries(methods)),
    parameters: new Set(parameters.split(' ').filter((name) => name !== '')),
  };
}

function searchParameters(): string {
  return 'q df default_operator analyze_wildcard lenient from size sort track_total_hits _source _source_includes _source_excludes';
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new ClusterError(400, {
      type: 'illegal_argument_exception',
      reason: `Failed to decode [${segment}] in the path`,
    });
  }
}

function match(pattern: readonly string[], segments: readonly string[]): ReadonlyMap<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const path = new Map<string, string>();
  for (const [at, part] of pattern.entries()) {
    const segment = segments[at] ?? '';
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined ? part !== segment : name === 'index' && isApiName(segment)) return undefined;
    if (name !== undefined) path.set(name, segment);
  }
  return path;
}

/** `_all` stands for indices; whatever else starts with an underscore is the name of an API. */
function isApiName(segment: string): boolean {
  return segment.startsWith('_') && segment !== '_all';
}

function checkParameters(url: URL, known: ReadonlySet<string>): void {
  const unknown = [...url.searchParams.keys()].filter((name) => !known.has(name) && !COMMON.has(name));
  const [first] = unknown;
  if (first === undefined) return;
  if (UNSUPPORTED_PARAMETERS.has(first)) throw new UnsupportedError(`the parameter [${first}] of [${url.pathname}]`);
  throw new ClusterError(400, {
    type: 'illegal_argument_exception',
    reason: `request [${url.pathname}] contains unrecognized parameter${unknown.length > 1 ? 's' : ''}: ${unknown.map((name) => `[${name}]`).join(', ')}`,
  });
}

/** Parameters that Elasticsearch has and this server does not. */
const UNSUPPORTED_PARAMETERS = new Set(
  'routing _source _source_includes _source_excludes pipeline scroll version if_seq_no if_primary_term version_type explain stored_fields docvalue_fields terminate_after track_scores suggest_field suggest_text index_filter filters types list_executed_pipelines min_score analyzer'.split(
    ' ',
  ),
);

function noHandler(method: string, url: URL, segments: readonly string[], matches: readonly Route[]): ClusterError {
  const uri = url.pathname + url.search;
  if (matches.length > 0 && !['PUT', 'POST', 'DELETE', 'GET', 'HEAD'].includes(method)) {
    return new ClusterError(405, { type: 'method_not_allowed', reason: `Unexpected HTTP method ${method}` });
  }
  if (matches.length > 0) {
    const allowed = [...new Set(matches.flatMap(({ methods }) => [...methods.keys()]))].sort().join(', ');
    return new ClusterError(405, {
      type: 'method_not_allowed',
      reason: `Incorrect HTTP method for uri [${uri}] and method [${method}], allowed: [${allowed}]`,
    });
  }
  if (segments.some(isApiName)) return new UnsupportedError(`the API [${method} ${url.pathname}]`);
  return new ClusterError(400, {
    type: 'no_handler',
    reason: `no handler found for uri [${uri}] and method [${method}]`,
  });
}
