import { ClusterError } from '../../cluster-error.js';
import type { EmbeddedCluster } from '../../embedded/embedded-cluster.js';
import { readBulk, type BulkAction } from '../bulk-body.js';
import { errorCause } from '../error-body.js';
import type { RawValue } from '../raw-json.js';
import type { Handler } from '../request.js';
import { isRefreshed, refuseExisting, removal, update, writeResult } from './documents.js';

/** `_bulk`: index, create, update and delete. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/docs-bulk.html */
export const bulk: Handler = async ({ cluster, path, query, body }) => {
  const actions = readBulk(body, path.get('index'));
  const started = performance.now();
  const items: RawValue[] = [];
  let errors = false;
  for (const action of actions) {
    const item = await run(cluster, action, isRefreshed(query));
    errors ||= item.failed;
    items.push({ [action.type]: item.body });
  }
  return { status: 200, body: { errors, took: Math.round(performance.now() - started), items } };
};

async function run(
  cluster: EmbeddedCluster,
  action: BulkAction,
  refreshed: boolean,
): Promise<{ failed: boolean; body: RawValue }> {
  const { type, index, id, source } = action;
  try {
    if (type === 'delete') {
      const result = removal(cluster, index, id ?? '', refreshed);
      return { failed: false, body: { ...result, status: result['result'] === 'deleted' ? 200 : 404 } };
    }
    if (id === '') {
      const reason = 'if _id is specified it must not be empty';
      throw new ClusterError(400, { type: 'illegal_argument_exception', reason });
    }
    if (type === 'update') {
      const answer = await update(cluster, { index, id: id ?? '' }, source, refreshed);
      return { failed: false, body: { ...answer.body, status: answer.status } };
    }
    if (type === 'create' && id !== undefined) refuseExisting(cluster, index, id);
    const { items } = await cluster.bulk([{ _index: index, ...(id === undefined ? {} : { _id: id }), source }]);
    const [item] = items;
    if (item === undefined) throw new Error('a bulk of one document has one item');
    if (item.error === undefined)
      return { failed: false, body: { ...writeResult(cluster, item, refreshed), status: item.status } };
    throw new ClusterError(item.status, item.error);
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    const body = { _index: index, _id: id ?? null, status: error.status, error: errorCause(error.error) };
    return { failed: true, body };
  }
}
