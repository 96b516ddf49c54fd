import type { EqlEvent, EqlRequest, EsqlRequest, EsqlResponse } from '../../cluster.js';
import { ClusterError, UnsupportedError } from '../../cluster-error.js';
import type { EmbeddedCluster } from '../../embedded/embedded-cluster.js';
import type { JsonObject } from '../../../values/json.js';
import type { RawValue } from '../raw-json.js';
import { bodyObject, booleanParameter, type Handler, indicesOptions } from '../request.js';
import { sourceText } from './search.js';

/** `_query`: ES|QL. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/esql-query-api.html */
export const esqlQuery: Handler = async (request) => {
  const format = request.query.get('format') ?? 'json';
  if (format !== 'json') throw new UnsupportedError(`[format=${format}] of ES|QL`);
  if (booleanParameter(request.query, 'drop_null_columns') === true)
    throw new UnsupportedError('[drop_null_columns] of ES|QL');
  const { query, params, filter, columnar = false, ...rest } = bodyObject(request);
  refuseOthers(
    rest,
    ['locale', 'profile', 'include_ccs_metadata', 'tables', 'wait_for_completion_timeout'],
    'esql/query',
  );
  if (typeof query !== 'string') {
    throw new ClusterError(400, {
      type: 'action_request_validation_exception',
      reason: 'Validation Failed: 1: [query] is required;',
    });
  }
  const started = performance.now();
  const wanted = { query, ...(params === undefined ? {} : { params }), ...(filter === undefined ? {} : { filter }) };
  // The engine checks what is in it: the body comes from outside.
  const response = await request.cluster.esql(wanted as unknown as EsqlRequest);
  const values = columnar === true ? transposed(response) : response.values;
  return {
    status: 200,
    body: {
      took: Math.round(performance.now() - started),
      is_partial: response.is_partial ?? false,
      columns: response.columns.map((column) => ({ ...column })),
      values,
    },
    warnings: response.warnings ?? [],
  };
};

function transposed({ columns, values }: EsqlResponse): RawValue {
  return columns.map((_, at) => values.map((row) => row[at] ?? null));
}

/** `_eql/search`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/eql-search-api.html */
export const eqlSearch: Handler = async (request) => {
  const { cluster, path, query } = request;
  if (request.body.trim() === '') {
    const reason = 'request body or source parameter is required';
    throw new ClusterError(400, { type: 'parse_exception', reason });
  }
  const body = bodyObject(request);
  const nowhere = Object.keys(body).find((name) => EQL_IN_URL.includes(name));
  if (nowhere !== undefined) {
    throw new ClusterError(400, {
      type: 'x_content_parse_exception',
      reason: `[eql/search] unknown field [${nowhere}]`,
    });
  }
  const inUrl = EQL_PARAMETERS.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[name, value === '' ? 'true' : value] as const];
  });
  const started = performance.now();
  // The engine checks what is in it: the body comes from outside. What stands in the URL too counts there.
  const wanted = {
    ...body,
    ...Object.fromEntries(inUrl),
    ...indicesOptions(query),
    index: path.get('index') ?? '',
  } as unknown as EqlRequest;
  const { hits } = await cluster.eql(wanted);
  return {
    status: 200,
    body: {
      is_partial: false,
      is_running: false,
      took: Math.round(performance.now() - started),
      timed_out: false,
      hits: {
        total: hits.total && { ...hits.total },
        events: hits.events?.map((event) => printEvent(cluster, event)),
        sequences: hits.sequences?.map(({ join_keys, events }) => ({
          join_keys,
          events: events.map((event) => printEvent(cluster, event)),
        })),
      },
    },
  };
};

/** Options of a request that may stand in its URL as well as in its body. */
const EQL_PARAMETERS = [
  ...['allow_partial_search_results', 'allow_partial_sequence_results'],
  ...['wait_for_completion_timeout', 'keep_on_completion', 'keep_alive'],
];
const EQL_IN_URL = ['index', 'ignore_unavailable', 'allow_no_indices', 'expand_wildcards', 'ccs_minimize_roundtrips'];

/** An event with its document as it was given; the place of a missing event has none. */
function printEvent(cluster: EmbeddedCluster, { _index, _id, _source, fields, missing }: EqlEvent): RawValue {
  const source = missing === true ? undefined : (sourceText(cluster, _index, _id) ?? _source);
  return { _index, _id, _source: source ?? _source, fields, missing };
}

function refuseOthers(
  body: JsonObject,
  unsupported: readonly string[],
  api: string,
  known: readonly string[] = [],
): void {
  const other = Object.keys(body).find((key) => !known.includes(key));
  if (other === undefined) return;
  if (unsupported.includes(other)) throw new UnsupportedError(`[${other}] in [${api}]`);
  throw new ClusterError(400, { type: 'x_content_parse_exception', reason: `[${api}] unknown field [${other}]` });
}
