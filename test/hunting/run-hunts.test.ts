import { describe, expect, it } from 'vitest';
import { ClusterError } from '../../src/engine/cluster-error.js';
import type { HuntCluster } from '../../src/hunting/async-query.js';
import { queriesOf } from '../../src/hunting/hunt-query.js';
import type { HuntResult } from '../../src/hunting/hunt-query.js';
import { withoutTimeLimits } from '../../src/hunting/own-time-limits.js';
import { runHunts } from '../../src/hunting/run-hunts.js';
import { parseEsql } from '../../src/languages/esql/parse.js';
import type { Hunt } from '../../src/model/hunt.js';
import type { JsonObject } from '../../src/values/json.js';

function hunt(language: string, ...query: readonly string[]): Hunt {
  return {
    ...{ uuid: 'u', name: 'Hunt', author: 'a', description: 'd', license: 'l' },
    ...{ integration: ['endpoint', 'windows'], language: [language], query },
  };
}

interface Sent {
  readonly request: string;
  readonly body: JsonObject | undefined;
}

/** A cluster of which a test says what it answers. */
function clusterOf(answer: (request: string, body: JsonObject) => JsonObject | ClusterError | undefined): {
  readonly cluster: HuntCluster;
  readonly sent: Sent[];
} {
  const sent: Sent[] = [];
  const send: HuntCluster['send'] = (method, path, { body, signal } = {}) => {
    const request = `${method} ${path}`;
    sent.push({ request, body });
    const given = answer(request, body ?? {});
    if (given instanceof ClusterError) return Promise.reject(given);
    if (given !== undefined) return Promise.resolve(given);
    return new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => {
        reject(new ClusterError(0, { type: 'connection_error', reason: 'aborted' }));
      });
    });
  };
  return { cluster: { send }, sent };
}

function run(
  cluster: HuntCluster,
  given: Hunt,
  more: Partial<Parameters<typeof runHunts>[2]> = {},
): Promise<readonly HuntResult[]> {
  const base = { range: {}, limit: 100, timeoutMs: 60_000, interrupted: new AbortController().signal };
  return runHunts(cluster, queriesOf('h.toml', given), { ...base, step: () => undefined, ...more });
}

const ROWS: JsonObject = { is_running: false, columns: [{ name: 'n', type: 'long' }], values: [[1], [2]] };

describe('an ES|QL query of a hunt', () => {
  it('is asked asynchronously, with its limit and range, and waited for', async () => {
    let polls = 0;
    const { cluster, sent } = clusterOf((request) => {
      if (request.startsWith('POST')) return { id: 'a/b==', is_running: true };
      return (polls += 1) < 3 ? { id: 'a/b==', is_running: true } : ROWS;
    });
    const range = { from: '2026-05-01T00:00:00.000Z', to: '2026-05-02T00:00:00.000Z' };
    const [result] = await run(cluster, hunt('ES|QL', 'from a // comment\n'), { range, limit: 2 });
    expect(result?.found).toMatchObject({ columns: ['n'], rows: [[1], [2]], isFull: true, isPartial: false });
    expect(sent.map(({ request }) => request)).toEqual([
      'POST /_query/async',
      ...Array<string>(3).fill('GET /_query/async/a%2Fb%3D%3D'),
    ]);
    expect(sent[0]?.body).toMatchObject({
      query: 'from a // comment\n| LIMIT 2',
      filter: { range: { '@timestamp': { gte: range.from, lte: range.to } } },
    });
  });

  it('is cancelled when its time is over', async () => {
    const { cluster, sent } = clusterOf((request) => {
      if (request.startsWith('DELETE')) return {};
      return { id: 'x', is_running: true };
    });
    const [result] = await run(cluster, hunt('ES|QL', 'from a'), { timeoutMs: 20 });
    expect(result?.failure).toMatchObject({
      kind: 'timeout',
      reason: expect.stringContaining('within 0.02 s') as string,
    });
    expect(sent.at(-1)?.request).toBe('DELETE /_query/async/x');
  });

  it('is cancelled on an interruption, and nothing more is asked', async () => {
    const interruption = new AbortController();
    const { cluster, sent } = clusterOf((request) => {
      if (request.startsWith('DELETE')) return {};
      if (request.startsWith('POST')) return { id: 'x', is_running: true };
      interruption.abort();
      return { id: 'x', is_running: true };
    });
    const many = hunt('ES|QL', ...Array<string>(9).fill('from a'));
    expect(await run(cluster, many, { interrupted: interruption.signal })).toEqual([]);
    expect(sent.filter(({ request }) => request.startsWith('POST')).length).toBeLessThanOrEqual(4);
    expect(sent.some(({ request }) => request === 'DELETE /_query/async/x')).toBe(true);
  });

  it('takes the range as parameters where it has those of Kibana', async () => {
    const { cluster, sent } = clusterOf(() => ROWS);
    const given = hunt('ES|QL', 'from a | where @timestamp >= ?_tstart and @timestamp <= ?_tend');
    const [without] = await run(cluster, given);
    expect(without?.failure).toMatchObject({
      kind: 'not-runnable',
      reason: expect.stringContaining('--from') as string,
    });
    await run(cluster, given, { range: { from: 'F', to: 'T' } });
    expect(sent[0]?.body?.['params']).toEqual([{ _tstart: 'F' }, { _tend: 'T' }]);
  });

  it('is marked where the answer is a part, with what the server says', async () => {
    const { cluster } = clusterOf(() => ({
      ...ROWS,
      is_partial: true,
      warnings: ['Line 1:1: odd', 'No limit defined, adding default limit of [1000]'],
    }));
    const [result] = await run(cluster, hunt('ES|QL', 'from a'));
    expect(result?.found).toMatchObject({ isPartial: true, isFull: false, warnings: ['Line 1:1: odd'] });
  });

  it('is asked at once of a server without asynchronous queries', async () => {
    const { cluster, sent } = clusterOf((request) =>
      request === 'POST /_query' ? ROWS : new ClusterError(400, { type: 'no_handler', reason: 'no handler found' }),
    );
    const [result] = await run(cluster, hunt('ES|QL', 'from a'));
    expect(result?.found?.rows).toHaveLength(2);
    expect(sent).toHaveLength(2);
  });
});

describe('queries of other languages', () => {
  it('asks EQL of the data streams of the integrations, and gives a row for each event of a sequence', async () => {
    const event = (id: string): JsonObject => ({ _index: 'i', _id: id, _source: { '@timestamp': 't', a: { b: id } } });
    const { cluster, sent } = clusterOf(() => ({
      is_running: false,
      timed_out: false,
      hits: { sequences: [{ join_keys: ['k'], events: [event('1'), event('2')] }] },
    }));
    const [result] = await run(cluster, hunt('EQL', 'sequence [any where true] [any where true]'));
    expect(result?.found).toMatchObject({
      columns: ['sequence', 'join_keys', '_index', '_id', '@timestamp', 'a.b'],
      rows: [
        [1, ['k'], 'i', '1', 't', '1'],
        [1, ['k'], 'i', '2', 't', '2'],
      ],
      isFull: false,
    });
    expect(sent[0]?.request).toBe('POST /logs-endpoint.events.*,logs-windows.*/_eql/search');
  });

  it('asks KQL as a search, and marks failed shards', async () => {
    const { cluster, sent } = clusterOf(() => ({
      timed_out: false,
      _shards: { total: 2, failed: 1 },
      hits: { hits: [{ _index: 'i', _id: '1', _source: { a: 1 } }] },
    }));
    const range = { from: 'F' };
    const [result] = await run(cluster, hunt('KQL', 'a: 1'), { range, index: 'logs-x, logs-y' });
    expect(result?.found).toMatchObject({ columns: ['_index', '_id', 'a'], isPartial: true });
    expect(sent[0]).toMatchObject({ request: 'POST /logs-x,logs-y/_search', body: { size: 100 } });
    expect(JSON.stringify(sent[0]?.body)).toContain('"gte":"F"');
  });

  it('says of osquery that no cluster runs it, and runs the others all the same, in order', async () => {
    const { cluster } = clusterOf((request, body) => {
      const { query } = body;
      if (typeof query === 'string' && query.startsWith('from missing'))
        return new ClusterError(400, { type: 'verification_exception', reason: 'Unknown index [missing]' });
      return request.includes('_eql') ? new ClusterError(400, { type: 'no_handler', reason: 'none' }) : ROWS;
    });
    const mixed = {
      ...hunt('SQL', 'SELECT 1', 'from missing', 'from a', 'any where true'),
      language: ['SQL', 'ES|QL', 'EQL'],
    };
    const results = await run(cluster, mixed);
    expect(results.map(({ failure }) => failure?.kind)).toEqual(['not-runnable', 'refused', undefined, 'refused']);
    expect(results[0]?.failure?.reason).toContain('no cluster runs');
    expect(results[1]?.failure?.reason).toBe('verification_exception: Unknown index [missing]');
    expect(results[3]?.failure?.reason).toContain('The cluster has no EQL');
    const away = clusterOf(() => new ClusterError(403, { type: 'security_exception', reason: 'no' }));
    expect((await run(away.cluster, hunt('EQL', 'any where true')))[0]?.failure?.kind).toBe('unavailable');
  });
});

describe('conditions of a query on its own time', () => {
  const both = { from: 'F', to: 'T' };
  const cases: readonly (readonly [string, object, string, readonly string[]])[] = [
    [
      'from a | where @timestamp > now() - 14 days and b',
      both,
      'from a | where true and b',
      ['@timestamp > now() - 14 days'],
    ],
    ['from a | where (now() - 1d <= @timestamp)', both, 'from a | where (true)', ['now() - 1d <= @timestamp']],
    ['from a | where @timestamp < "2024-01-01"', { from: 'F' }, 'from a | where @timestamp < "2024-01-01"', []],
    ['from a | where @timestamp < "2024-01-01"', { to: 'T' }, 'from a | where true', ['@timestamp < "2024-01-01"']],
    ['from a | where b or @timestamp > now()', both, 'from a | where b or @timestamp > now()', []],
    ['from a | where @timestamp > start', both, 'from a | where @timestamp > start', []],
    ['from a | where @timestamp > now() - 1d', {}, 'from a | where @timestamp > now() - 1d', []],
    [
      'from a | stats @timestamp = max(b) | where @timestamp > now() - 1d',
      both,
      'from a | stats @timestamp = max(b) | where @timestamp > now() - 1d',
      [],
    ],
  ];
  it.each(cases)('%s with %o', (text, range, left, replaced) => {
    const tree = parseEsql(text).value;
    if (!tree) throw new Error('does not parse');
    expect(withoutTimeLimits(tree, range)).toEqual({ text: left, replaced });
  });
});
