import { ok } from './fake-request.js';
import type { FakeHandler } from './fake-request.js';

/** `GET /api/status`: the version, and that all is well; to somebody who is not known only the latter, with status 200. */
export function statusApi(version: string): FakeHandler {
  return ({ method, path, user }) => {
    if (method !== 'GET' || path !== '/api/status') return undefined;
    if (user === '') return ok({ status: { overall: { level: 'available' } } });
    const service = { level: 'available', summary: 'All services and plugins are available', meta: {} };
    const [number = version, suffix] = version.split('-');
    return ok({
      name: 'fake-kibana',
      uuid: '5b2de169-2785-441b-ae8c-186a1936b17d',
      version: {
        number,
        build_hash: '0'.repeat(40),
        build_number: 1,
        build_snapshot: suffix === 'SNAPSHOT',
        build_flavor: 'traditional',
        build_date: '2026-01-01T00:00:00.000Z',
      },
      status: { overall: service, core: { elasticsearch: service, savedObjects: service }, plugins: {} },
      metrics: {
        last_updated: '2026-01-01T00:00:00.000Z',
        collection_interval_in_millis: 5000,
        elasticsearch_client: { totalActiveSockets: 0, totalIdleSockets: 0, totalQueuedRequests: 0 },
      },
    });
  };
}
