import type { BulkItem, BulkResponse, Cluster, SearchResponse } from '../../src/engine/cluster.js';
import { ClusterError, UnsupportedError } from '../../src/engine/cluster-error.js';
import { type JsonObject, parseJson, printJson } from '../../src/values/json.js';

/** As much of the cluster interface as scripts need, over plain HTTP: a second way to the node besides the one under test. */
export function nodeCluster(url: string): Cluster {
  async function request(method: string, path: string, body?: string): Promise<JsonObject> {
    const response = await fetch(url + path, {
      method,
      headers: { 'content-type': path.includes('_bulk') ? 'application/x-ndjson' : 'application/json' },
      ...(body === undefined ? {} : { body }),
    });
    const value = parseJson(await response.text()) as JsonObject;
    if (response.ok) return value;
    const { type, reason } = value['error'] as { type: string; reason: string };
    throw new ClusterError(response.status, { type, reason });
  }
  const refuse = (what: string) => () => Promise.reject(new UnsupportedError(what));
  return {
    engine: 'elasticsearch',
    info: refuse('info'),
    count: refuse('count'),
    fieldCaps: refuse('field_caps'),
    esql: refuse('ES|QL'),
    eql: refuse('EQL'),
    close: () => Promise.resolve(),
    createIndex: async (index, { mappings = {}, settings = {} } = {}) => {
      await request('PUT', `/${index}`, printJson({ mappings, settings: { ...settings, number_of_replicas: 0 } }));
    },
    deleteIndex: async (index) => {
      await request('DELETE', `/${index}`);
    },
    bulk: async (documents): Promise<BulkResponse> => {
      const lines = documents.map(
        ({ _index, _id, source }) =>
          `${printJson({ index: { _index, ...(_id === undefined ? {} : { _id }) } })}\n${source}\n`,
      );
      const { errors, items } = await request('POST', '/_bulk?refresh=true', lines.join(''));
      return {
        errors: errors as boolean,
        items: (items as unknown as { index: BulkItem }[]).map(({ index }) => index),
      };
    },
    search: async ({ index, ...body }): Promise<SearchResponse> =>
      (await request('POST', `/${index}/_search`, printJson(body))) as unknown as SearchResponse,
  };
}
