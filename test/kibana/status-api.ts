import { ok } from './fake-request.js';
import type { FakeHandler } from './fake-request.js';

/** `GET /api/status`: the version, and that all is well. Without `version` in the answer where nobody has logged in. */
export function statusApi(version: string): FakeHandler {
  return ({ method, path }) => {
    if (method !== 'GET' || path !== '/api/status') return undefined;
    const overall = { level: 'available', summary: 'All services and plugins are available' };
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
      status: { overall, core: { elasticsearch: overall, savedObjects: overall }, plugins: {} },
      metrics: {},
    });
  };
}
