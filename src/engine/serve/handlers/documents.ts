import type { BulkItem } from '../../cluster.js';
import { ClusterError } from '../../cluster-error.js';
import type { EmbeddedCluster } from '../../embedded/embedded-cluster.js';
import type { EmbeddedIndex } from '../../embedded/documents/embedded-index.js';
import { readSourceFilter } from '../../embedded/search/source-filter.js';
import { isJsonObject, parseJson } from '../../../values/json.js';
import { RawJson, type RawObject, type RawValue } from '../raw-json.js';
import { type Handler, parseBody, type ServeRequest } from '../request.js';
import { updateDocument } from '../update-document.js';

/** `PUT|POST /{index}/_doc[/{id}]`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/docs-index_.html */
export const indexDocument: Handler = (request) => write(request, request.query.get('op_type') ?? 'index');

/** `PUT|POST /{index}/_create/{id}`: refused where the document is there already. */
export const createDocument: Handler = (request) => write(request, 'create');

async function write(
  { cluster, path, query, body }: ServeRequest,
  type: string,
): Promise<{ status: number; body: RawValue }> {
  const index = path.get('index') ?? '';
  const id = path.get('id');
  if (body.trim() === '') throw new ClusterError(400, { type: 'parse_exception', reason: 'request body is required' });
  parseBody(body);
  if (type === 'create' && id !== undefined) refuseExisting(cluster, index, id);
  const { items } = await cluster.bulk([
    { _index: index, ...(id === undefined ? {} : { _id: id }), source: body.trim() },
  ]);
  const [item] = items;
  if (item === undefined) throw new Error('a bulk of one document has one item');
  if (item.error !== undefined) throw new ClusterError(item.status, item.error);
  return { status: item.status, body: writeResult(cluster, item, isRefreshed(query)) };
}

/** `POST /{index}/_update/{id}`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/docs-update.html */
export const updateById: Handler = ({ cluster, path, query, body }) =>
  update(cluster, { index: path.get('index') ?? '', id: path.get('id') ?? '' }, body, isRefreshed(query));

/** Updates a document, and says what became of it. */
export async function update(
  cluster: EmbeddedCluster,
  target: { readonly index: string; readonly id: string },
  body: string,
  refreshed: boolean,
): Promise<{ readonly status: number; readonly body: RawObject }> {
  const item = await updateDocument(cluster, target, body);
  if (item !== undefined) return { status: item.status, body: writeResult(cluster, item, refreshed) };
  const unchanged = writeResult(cluster, { _index: target.index, _id: target.id, status: 200 }, false);
  return { status: 200, body: { ...unchanged, result: 'noop', _shards: { total: 0, successful: 0, failed: 0 } } };
}

/** Throws `version_conflict_engine_exception` if the document is there. */
export function refuseExisting(cluster: EmbeddedCluster, index: string, id: string): void {
  const version = existing(cluster, index)?.versionOf(id);
  if (version === undefined) return;
  throw new ClusterError(409, {
    type: 'version_conflict_engine_exception',
    reason: `[${id}]: version conflict, document already exists (current version [${version}])`,
  });
}

/** What became of a document, as `_doc` and the items of `_bulk` say it. */
export function writeResult(
  cluster: EmbeddedCluster,
  { _index, _id, status }: BulkItem,
  refreshed: boolean,
): { readonly [key: string]: RawValue } {
  return {
    _index,
    _id,
    _version: existing(cluster, _index)?.versionOf(_id) ?? 1,
    result: status === 201 ? 'created' : 'updated',
    ...(refreshed ? { forced_refresh: true } : {}),
    _shards: { total: 1, successful: 1, failed: 0 },
    _seq_no: 0,
    _primary_term: 1,
  };
}

/** `GET /{index}/_doc/{id}`: the document as it was given. */
export const getDocument: Handler = ({ cluster, path, query }) => {
  const [index, id] = [path.get('index') ?? '', path.get('id') ?? ''];
  const [found] = cluster.indices(index);
  const source = found?.sourceOf(id);
  if (found === undefined || source === undefined) {
    return Promise.resolve({ status: 404, body: { _index: index, _id: id, found: false } });
  }
  const _version = found.versionOf(id) ?? 1;
  return Promise.resolve({
    status: 200,
    body: {
      _index: found.name,
      _id: id,
      _version,
      _seq_no: 0,
      _primary_term: 1,
      found: true,
      ...sourceOf(source, query),
    },
  });
};

/** The document as it was given, or what the URL asks of it: `_source` (true, false or names), `_source_includes`, `_source_excludes`. */
function sourceOf(text: string, query: URLSearchParams): { readonly _source?: RawValue } {
  const asked = query.get('_source') ?? '';
  if (asked === 'false') return {};
  const includes = listOf(asked === 'true' || asked === '' ? query.get('_source_includes') : asked);
  const excludes = listOf(query.get('_source_excludes'));
  if (includes.length + excludes.length === 0) return { _source: new RawJson(text) };
  const document = parseJson(text);
  const keep = readSourceFilter({ includes, excludes });
  return keep !== undefined && isJsonObject(document) ? { _source: keep(document) } : {};
}

function listOf(names: string | null): readonly string[] {
  return (names ?? '').split(',').filter((name) => name !== '');
}

/** `GET /{index}/_source/{id}`: nothing but the document. */
export const getSource: Handler = ({ cluster, path, query }) => {
  const [index, id] = [path.get('index') ?? '', path.get('id') ?? ''];
  const source = cluster.indices(index)[0]?.sourceOf(id);
  const body = source === undefined ? undefined : sourceOf(source, query)._source;
  if (body !== undefined) return Promise.resolve({ status: 200, body });
  throw new ClusterError(404, {
    type: 'resource_not_found_exception',
    reason: `Document not found [${index}]/[${id}]`,
  });
};

/** `DELETE /{index}/_doc/{id}`. */
export const deleteDocument: Handler = ({ cluster, path, query }) => {
  const [index, id] = [path.get('index') ?? '', path.get('id') ?? ''];
  const result = removal(cluster, index, id, isRefreshed(query));
  return Promise.resolve({ status: result['result'] === 'deleted' ? 200 : 404, body: result });
};

/** Deletes a document if it is there, and says so. */
export function removal(
  cluster: EmbeddedCluster,
  index: string,
  id: string,
  refreshed: boolean,
): { readonly [key: string]: RawValue } {
  const isDeleted = existing(cluster, index)?.delete(id) ?? false;
  return {
    _index: index,
    _id: id,
    _version: isDeleted ? 2 : 1,
    result: isDeleted ? 'deleted' : 'not_found',
    ...(refreshed ? { forced_refresh: true } : {}),
    _shards: { total: 1, successful: 1, failed: 0 },
    _seq_no: 0,
    _primary_term: 1,
  };
}

/** Whether a request asks that its changes be visible at once, as they are here anyway: the answer then says so. */
export function isRefreshed(query: URLSearchParams): boolean {
  return ['', 'true'].includes(query.get('refresh') ?? 'false');
}

/** The index of an exact name, if it is there. */
function existing(cluster: EmbeddedCluster, name: string): EmbeddedIndex | undefined {
  return cluster.indices(name, { ignore_unavailable: true }).find((index) => index.name === name);
}
