import type { EqlEvent, EqlRequest } from '../../cluster.js';
import { ClusterError } from '../../cluster-error.js';
import type { EmbeddedCluster } from '../../embedded/embedded-cluster.js';
import type { RawValue } from '../raw-json.js';
import { bodyObject, type Handler, indicesOptions } from '../request.js';
import { sourceText } from './search.js';

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
