import { ClusterError } from '../../src/engine/cluster-error.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import { printJson } from '../../src/values/json.js';
import type { JsonObject } from '../../src/values/json.js';
import { ok, platformError, siemError } from './fake-request.js';
import type { FakeAnswer, FakeHandler, FakeRequest } from './fake-request.js';
import type { FakeState } from './state.js';

const PATH = '/api/detection_engine/signals/search';

const KEYWORDS = [
  'rule.uuid',
  'rule.rule_id',
  'rule.name',
  'severity',
  'status',
  'workflow_status',
  'workflow_reason',
  'workflow_tags',
];

/** `POST signals/search`: a search of the space's alerts, in Elasticsearch's own request and response. */
export function signalsApi(state: FakeState): FakeHandler {
  return async (request) => {
    if (request.method !== 'POST' || request.path !== PATH) return undefined;
    const { body, space } = request;
    if (Object.keys(body).length === 0) return platformError(400, '"value" must have at least 1 children');
    const { alerts } = state.space(space);
    const cluster = await filled(space, alerts);
    const answer = await search(cluster, request);
    await cluster.close();
    return answer;
  };
}

async function search(cluster: EmbeddedCluster, { body, space }: FakeRequest): Promise<FakeAnswer> {
  const { query, aggs, size, _source, sort, track_total_hits: total } = body as JsonObject;
  try {
    const found = await cluster.search({
      index: indexOf(space),
      ...(query === undefined ? {} : { query: query as JsonObject }),
      ...(aggs === undefined ? {} : { aggs: aggs as JsonObject }),
      ...(size === undefined ? {} : { size: Number(size) }),
      ...(_source === undefined ? {} : { _source }),
      ...(sort === undefined ? {} : { sort }),
      ...(total === undefined ? {} : { track_total_hits: total === true || Number(total) }),
    });
    return ok({ ...found, _shards: { total: 1, successful: 1, skipped: 0, failed: 0 } });
  } catch (error) {
    if (error instanceof ClusterError) return siemError(400, error.error.reason);
    throw error;
  }
}

function indexOf(space: string): string {
  return `.alerts-security.alerts-${space}`;
}

async function filled(space: string, alerts: readonly JsonObject[]): Promise<EmbeddedCluster> {
  const cluster = new EmbeddedCluster({ clock: () => new Date() });
  const keywords = KEYWORDS.map((name) => [`kibana.alert.${name}`, { type: 'keyword' }]);
  const properties = { '@timestamp': { type: 'date' }, ...(Object.fromEntries(keywords) as JsonObject) };
  await cluster.createIndex(indexOf(space), { mappings: { properties } });
  if (alerts.length > 0)
    await cluster.bulk(alerts.map((alert) => ({ _index: indexOf(space), source: printJson(alert) })));
  return cluster;
}
