import { ClusterError, UnsupportedError } from '../../cluster-error.js';
import { compileQuery } from '../../embedded/query/compile-query.js';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../../values/json.js';
import { RawJson, type RawValue } from '../raw-json.js';
import { bodyObject, type Handler, indicesOptions } from '../request.js';
import { sourceText } from './search.js';

/** `_mget`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/docs-multi-get.html */
export const multiGet: Handler = (request) => {
  const { cluster, path } = request;
  const { docs, ids, ...rest } = bodyObject(request);
  const [other] = Object.keys(rest);
  if (other !== undefined) {
    const reason = `unknown key [${other}] for a START_OBJECT, expected [docs] or [ids]`;
    throw new ClusterError(400, { type: 'parsing_exception', reason });
  }
  const wanted = [...listOf(docs), ...listOf(ids).map((_id): JsonObject => ({ _id }))].map((item) => {
    const { _index: index = path.get('index'), _id: id } = isJsonObject(item) ? item : { _id: item };
    return { index: index === undefined ? undefined : textOf(index), id: id === undefined ? undefined : textOf(id) };
  });
  const problems = wanted.flatMap(({ index, id }, at) => [
    ...(index === undefined ? [`index is missing for doc ${at}`] : []),
    ...(id === undefined ? [`id is missing for doc ${at}`] : []),
  ]);
  if (wanted.length === 0) problems.push('no documents to get');
  if (problems.length > 0) {
    const reason = `Validation Failed: ${problems.map((problem, at) => `${at + 1}: ${problem};`).join('')}`;
    throw new ClusterError(400, { type: 'action_request_validation_exception', reason });
  }
  const found = wanted.map(({ index = '', id = '' }): RawValue => {
    const [holder] = cluster.indices(index, { ignore_unavailable: true });
    if (holder === undefined) {
      const cause = { type: 'index_not_found_exception', reason: `no such index [${index}]`, 'resource.type': 'index_or_alias', 'resource.id': index, index_uuid: '_na_', index }; // prettier-ignore
      return { _index: index, _id: id, error: { root_cause: [cause], ...cause } };
    }
    const source = sourceText(cluster, index, id);
    if (source === undefined) return { _index: index, _id: id, found: false };
    const _version = holder.versionOf(id) ?? 1;
    return { _index: index, _id: id, _version, _seq_no: 0, _primary_term: 1, found: true, _source: source };
  });
  return Promise.resolve({ status: 200, body: { docs: found } });
};

/** `_delete_by_query`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/docs-delete-by-query.html */
export const deleteByQuery: Handler = (request) => {
  const { cluster, path, query } = request;
  const { query: wanted, ...rest } = bodyObject(request);
  const [other] = Object.keys(rest);
  if (other !== undefined) throw new UnsupportedError(`[${other}] in a deletion by query`);
  if (!isJsonObject(wanted)) {
    const reason = 'Validation Failed: 1: query is missing;';
    throw new ClusterError(400, { type: 'action_request_validation_exception', reason });
  }
  const started = performance.now();
  const matches = compileQuery(wanted);
  let deleted = 0;
  for (const index of cluster.indices(path.get('index') ?? '', indicesOptions(query))) {
    const ids = [...matches({ index, scope: index.root, now: cluster.now() })].map((doc) => index.id(doc));
    for (const id of ids) if (index.delete(id)) deleted += 1;
  }
  return Promise.resolve({
    status: 200,
    body: {
      took: Math.round(performance.now() - started),
      timed_out: false,
      total: deleted,
      deleted,
      batches: deleted === 0 ? 0 : Math.ceil(deleted / 1000),
      version_conflicts: 0,
      noops: 0,
      retries: { bulk: 0, search: 0 },
      throttled_millis: 0,
      requests_per_second: new RawJson('-1.0'),
      throttled_until_millis: 0,
      failures: [],
    },
  });
};

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonArray(value) ? value : [];
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
