import type { SearchHit, SearchRequest } from '../../cluster.js';
import { ClusterError, UnsupportedError } from '../../cluster-error.js';
import type { EmbeddedCluster } from '../../embedded/embedded-cluster.js';
import { isJsonObject, isJsonArray, type JsonObject, type JsonValue } from '../../../values/json.js';
import { errorBody } from '../error-body.js';
import { RawJson, type RawValue } from '../raw-json.js';
import { bodyObject, booleanParameter, type Handler, indicesOptions, parseBody } from '../request.js';
import { searchFromUrl } from '../search-from-url.js';

/** `_search`: body, or the parameters of the URL, which win. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/search-search.html */
export const search: Handler = async (request) => {
  const { cluster, path, query } = request;
  const body = { ...bodyObject(request), ...searchFromUrl(query) };
  const index = path.get('index') ?? '*';
  return { status: 200, body: await runSearch(cluster, index, body, { ...indicesOptions(query), ...style(query) }) };
};

interface SearchStyle {
  readonly ignore_unavailable?: boolean;
  readonly allow_no_indices?: boolean;
  readonly totalAsNumber?: boolean;
  readonly typedKeys?: boolean;
}

function style(query: URLSearchParams): Pick<SearchStyle, 'totalAsNumber' | 'typedKeys'> {
  return {
    totalAsNumber: booleanParameter(query, 'rest_total_hits_as_int') ?? false,
    typedKeys: booleanParameter(query, 'typed_keys') ?? false,
  };
}

async function runSearch(
  cluster: EmbeddedCluster,
  index: string,
  body: JsonObject,
  options: SearchStyle,
): Promise<RawValue> {
  const { totalAsNumber = false, typedKeys = false, ...indices } = options;
  const { aggregations, ...rest } = body;
  if (typedKeys && (aggregations ?? rest['aggs']) !== undefined)
    throw new UnsupportedError('[typed_keys] with aggregations');
  const request = { index, ...rest, ...(aggregations === undefined ? {} : { aggs: aggregations }), ...indices };
  // The engine checks what is in it: the body comes from outside.
  const started = performance.now();
  const response = await cluster.search(request as unknown as SearchRequest);
  const { total, hits, max_score } = response.hits;
  const shards = cluster.indices(index, indices).length;
  return {
    took: Math.round(performance.now() - started),
    timed_out: response.timed_out,
    _shards: { total: shards, successful: shards, skipped: 0, failed: 0 },
    hits: {
      total: totalAsNumber ? (total?.value ?? -1) : total && { ...total },
      max_score,
      hits: hits.map((hit) => printHit(cluster, hit, rest['_source'])),
    },
    aggregations: response.aggregations,
  };
}

/** A hit, with the document as it was given unless only parts of it are wanted. */
function printHit(cluster: EmbeddedCluster, hit: SearchHit, filter: JsonValue | undefined): RawValue {
  const { _source, ...rest } = hit;
  if (_source === undefined) return { ...rest };
  const text = filter === undefined || filter === true ? sourceText(cluster, hit._index, hit._id) : undefined;
  const { _index, _id, _score, ...others } = rest;
  return { _index, _id, _score, _source: text ?? _source, ...others };
}

/** The text of a document. */
export function sourceText(cluster: EmbeddedCluster, index: string, id: string): RawJson | undefined {
  const text = cluster.indices(index, { ignore_unavailable: true })[0]?.sourceOf(id);
  return text === undefined ? undefined : new RawJson(text);
}

/** `_count`. */
export const count: Handler = async (request) => {
  const { cluster, path, query } = request;
  const { query: wanted, ...rest } = { ...bodyObject(request), ...searchFromUrl(query) };
  const [other] = Object.keys(rest);
  if (other !== undefined)
    throw new ClusterError(400, { type: 'parsing_exception', reason: `request does not support [${other}]` });
  const index = path.get('index') ?? '*';
  const options = indicesOptions(query);
  const response = await cluster.count({
    index,
    ...(wanted === undefined ? {} : { query: wanted as JsonObject }),
    ...options,
  });
  const shards = cluster.indices(index, options).length;
  return {
    status: 200,
    body: { count: response.count, _shards: { total: shards, successful: shards, skipped: 0, failed: 0 } },
  };
};

/** `_msearch`: searches one after the other; what one of them gets refused stays its own. */
export const multiSearch: Handler = async ({ cluster, path, query, body }) => {
  const lines = body.split('\n').map((line) => line.trim());
  while (lines.at(-1) === '') lines.pop();
  if (lines.length % 2 === 1) lines.push('{}');
  if (lines.length === 0) {
    throw new ClusterError(400, {
      type: 'action_request_validation_exception',
      reason: 'Validation Failed: 1: no requests added;',
    });
  }
  const searches = lines.flatMap((line, at) =>
    at % 2 === 0 ? [[readLine(line), readLine(lines[at + 1] ?? '')] as const] : [],
  );
  const responses: RawValue[] = [];
  for (const [header, wanted] of searches) {
    const { index = path.get('index') ?? '*', ignore_unavailable: ignore, allow_no_indices: allow } = header;
    const options = {
      ...(typeof ignore === 'boolean' ? { ignore_unavailable: ignore } : {}),
      ...(typeof allow === 'boolean' ? { allow_no_indices: allow } : {}),
      ...style(query),
    };
    responses.push(await settle(runSearch(cluster, listOf(index).join(','), wanted, options)));
  }
  return { status: 200, body: { took: 0, responses } };
};

function readLine(line: string): JsonObject {
  const value = line === '' ? {} : parseBody(line);
  if (isJsonObject(value)) return value;
  throw new ClusterError(400, {
    type: 'parsing_exception',
    reason: 'Expected [START_OBJECT] in a line of a multi search',
  });
}

async function settle(response: Promise<RawValue>): Promise<RawValue> {
  try {
    return { ...((await response) as object), status: 200 };
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    return errorBody(error);
  }
}

/** `_field_caps`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/search-field-caps.html */
export const fieldCaps: Handler = async (request) => {
  const { cluster, path, query } = request;
  const { fields: inBody, ...rest } = bodyObject(request);
  const [other] = Object.keys(rest);
  if (other !== undefined) throw new UnsupportedError(`[${other}] in field capabilities`);
  if (booleanParameter(query, 'include_unmapped') === true) throw new UnsupportedError('[include_unmapped]');
  const fields = query.get('fields')?.split(',') ?? listOf(inBody);
  if (fields.length === 0) {
    throw new ClusterError(400, {
      type: 'action_request_validation_exception',
      reason: 'Validation Failed: 1: no fields specified;',
    });
  }
  const indices = cluster.indices(path.get('index') ?? '*', indicesOptions(query)).map(({ name }) => name);
  const response =
    indices.length === 0 ? { indices: [], fields: {} } : await cluster.fieldCaps({ index: indices.join(','), fields });
  return { status: 200, body: { ...response } };
};

function listOf(value: JsonValue | undefined): readonly string[] {
  if (value === undefined) return [];
  return (isJsonArray(value) ? value : [value]).map(String);
}
