import { beforeEach, describe, expect, test } from 'vitest';
import { ClusterError } from '../../src/engine/cluster-error.js';
import type { Cluster } from '../../src/engine/cluster.js';
import { IsolatedCluster } from '../../src/testing/isolated-cluster.js';
import { recordingCluster } from './recording-cluster.js';
import type { Recording } from './recording-cluster.js';

const now = new Date('2026-05-01T12:00:00.000Z');
let inner: Recording;
let cluster: IsolatedCluster;
beforeEach(() => {
  inner = recordingCluster();
  cluster = new IsolatedCluster(inner.cluster, { prefix: 'dragnet-7-', now });
});

describe('names', () => {
  test('every pattern of a list gets the prefix, exclusions behind their sign', async () => {
    await cluster.search({ index: 'logs-*, -logs-old-*,endgame-*' });
    expect(inner.calls.at(-1)).toMatchObject([
      'search',
      { index: 'dragnet-7-logs-*,-dragnet-7-logs-old-*,dragnet-7-endgame-*' },
    ]);
  });

  test('hits come back under the names of the test', async () => {
    inner.answer('search', {
      hits: { hits: [{ _index: 'dragnet-7-logs-a', _id: '1', _score: null }], max_score: null },
      took: 1,
      timed_out: false,
    });
    const { hits } = await cluster.search({ index: 'logs-*' });
    expect(hits.hits[0]?._index).toBe('logs-a');
  });

  test('so do bulk items, field caps and EQL events', async () => {
    inner.answer('bulk', { errors: false, items: [{ _index: 'dragnet-7-a', _id: '1', status: 201 }] });
    inner.answer('fieldCaps', { indices: ['dragnet-7-a'], fields: {} });
    inner.answer('eql', { hits: { sequences: [{ events: [{ _index: 'dragnet-7-a', _id: '1' }] }] } });
    await cluster.createIndex('a');
    expect((await cluster.bulk([{ _index: 'a', source: '{}' }])).items[0]?._index).toBe('a');
    expect((await cluster.fieldCaps({ index: 'a', fields: ['*'] })).indices).toEqual(['a']);
    const { hits } = await cluster.eql({ index: 'a', query: 'any where true' });
    expect(hits.sequences?.[0]?.events[0]?._index).toBe('a');
  });

  test('ES|QL: index names in FROM change, cells that hold one change back', async () => {
    inner.answer('esql', {
      columns: [{ name: '_index', type: 'keyword' }],
      values: [['dragnet-7-logs-a'], [['x', 'dragnet-7-logs-b']], [null]],
    });
    const { values } = await cluster.esql({
      query: 'FROM logs-* METADATA _index | WHERE _index == "logs-a" | KEEP _index',
    });
    expect(values).toEqual([['logs-a'], [['x', 'logs-b']], [null]]);
    const query = (inner.calls.at(-1)?.[1] as { query: string }).query;
    expect(query).toContain('dragnet-7-logs-*');
    expect(query).toContain('"dragnet-7-logs-a"');
  });

  test("bulk into an index that was not created here is a bug, not a write into the user's cluster", async () => {
    await expect(cluster.bulk([{ _index: 'other', source: '{}' }])).rejects.toThrow(/not created here/);
    expect(inner.calls).toEqual([]);
  });
});

describe('the clock', () => {
  test('stands still in queries and aggregations', async () => {
    await cluster.search({
      index: 'a',
      query: { range: { t: { gte: 'now-1h' } } },
      aggs: { x: { filter: { range: { t: { lt: 'now' } } } } },
    });
    expect(inner.calls.at(-1)?.[1]).toMatchObject({
      query: { range: { t: { gte: '2026-05-01T11:00:00.000Z' } } },
      aggs: { x: { filter: { range: { t: { lt: '2026-05-01T12:00:00.000Z' } } } } },
    });
    await cluster.count({ index: 'a', query: { range: { t: { gte: 'now' } } } });
    expect(inner.calls.at(-1)?.[1]).toMatchObject({ query: { range: { t: { gte: '2026-05-01T12:00:00.000Z' } } } });
  });

  test('stands still in ES|QL', async () => {
    await cluster.esql({ query: 'FROM a | WHERE @timestamp > now() - 7 days | STATS COUNT(*)' });
    const query = (inner.calls.at(-1)?.[1] as { query: string }).query;
    expect(query).toContain('2026-05-01T12:00:00.000Z');
    expect(query).not.toMatch(/now\s*\(/i);
  });

  test('what cannot be rewritten is refused by name', async () => {
    await expect(cluster.esql({ query: 'FROM a METADATA _index | WHERE _index LIKE "logs-*"' })).rejects.toThrow(
      /_index/,
    );
    await expect(
      cluster.search({ index: 'a', query: { query_string: { query: 't:[now-1d TO now]' } } }),
    ).rejects.toThrow(/cannot be frozen/);
    expect(inner.calls).toEqual([]);
  });

  test.each([
    ['a terms lookup', { terms: { 'user.name': { index: 'people', id: '1', path: 'names' } } }],
    ['an indexed shape', { geo_shape: { place: { indexed_shape: { index: 'shapes', id: '1' } } } }],
    ['_index', { more_like_this: { like: [{ _index: 'people', _id: '1' }] } }],
    ['_index', { bool: { must_not: [{ term: { _index: 'logs-a' } }] } }],
  ])("%s would leave the test's indices", async (what, query) => {
    const asked = [
      cluster.search({ index: 'a', query }),
      cluster.count({ index: 'a', query: { bool: { filter: [query] } } }),
      cluster.eql({ index: 'a', query: 'any where true', filter: query }),
      cluster.esql({ query: 'FROM a', filter: query }),
    ];
    for (const { reason } of (await Promise.allSettled(asked)) as PromiseRejectedResult[])
      expect(String(reason)).toContain(`dragnet_cannot_isolate: The query uses ${what}`);
    expect(inner.calls).toEqual([]);
  });

  test('a field that is called index is a field', async () => {
    await cluster.count({ index: 'a', query: { terms: { index: ['x'] } } });
    expect(inner.calls).toEqual([['count', { index: 'dragnet-7-a', query: { terms: { index: ['x'] } } }]]);
  });
});

describe('cleaning up', () => {
  test('deletes every created index by its exact name, once', async () => {
    await cluster.createIndex('a');
    await cluster.createIndex('b');
    await cluster.deleteIndex('a');
    expect(await cluster.cleanUp()).toEqual([]);
    expect(await cluster.cleanUp()).toEqual([]);
    expect(inner.calls.filter(([method]) => method === 'deleteIndex')).toEqual([
      ['deleteIndex', 'dragnet-7-a'],
      ['deleteIndex', 'dragnet-7-b'],
    ]);
  });

  test.each(['a,payroll', '*,payroll', '<a-{now/d}>'])(
    'a name that stands for others (%s) is never deleted',
    async (name) => {
      await expect(cluster.createIndex(name)).rejects.toThrow(/Invalid index name/);
      expect(await cluster.cleanUp()).toEqual([]);
      expect(inner.calls).toEqual([]);
    },
  );

  test('also one whose creation failed half-way; one that is gone is fine; the rest is reported', async () => {
    const failing: Cluster = {
      ...inner.cluster,
      createIndex: () => Promise.reject(new Error('connection lost')),
      deleteIndex: (name) =>
        Promise.reject(new ClusterError(name.endsWith('gone') ? 404 : 500, { type: 'x', reason: 'y' })),
    };
    const view = new IsolatedCluster(failing, { prefix: 'p-', now });
    await expect(view.createIndex('gone')).rejects.toThrow();
    await expect(view.createIndex('stuck')).rejects.toThrow();
    expect(await view.cleanUp()).toEqual(['p-stuck']);
  });
});

test('an index whose creation got no answer is deleted, though it comes late', async () => {
  const deleted: string[] = [];
  const late: Cluster = {
    ...inner.cluster,
    createIndex: () => Promise.reject(new ClusterError(0, { type: 'connection_error', reason: 'timed out' })),
    deleteIndex: (name) => {
      deleted.push(name);
      return deleted.length === 1
        ? Promise.reject(new ClusterError(404, { type: 'x', reason: 'y' }))
        : Promise.resolve();
    },
  };
  const view = new IsolatedCluster(late, { prefix: 'p-', now });
  await expect(view.createIndex('a')).rejects.toThrow(/timed out/);
  expect(await view.cleanUp()).toEqual([]);
  expect(deleted).toEqual(['p-a', 'p-a']);
});

describe('field types that the cluster lacks', () => {
  test('give way to their next of kin, are asked for once, and are named', async () => {
    const created: unknown[] = [];
    const small: Cluster = {
      ...inner.cluster,
      createIndex: (name, body) => {
        created.push(body?.mappings);
        const text = JSON.stringify(body);
        const type = ['scaled_float', 'wildcard'].find((candidate) => text.includes(candidate));
        if (type === undefined) return Promise.resolve();
        return Promise.reject(
          new ClusterError(400, {
            type: 'mapper_parsing_exception',
            reason: `The mapper type [${type}] declared on field [${name}] does not exist.`,
          }),
        );
      },
    };
    const mappings = {
      properties: {
        a: { type: 'scaled_float', scaling_factor: 100 },
        b: { type: 'wildcard', ignore_above: 9, fields: { text: { type: 'text' } } },
        type: { properties: { c: { type: 'long' } } },
      },
    };
    const fitting = {
      properties: {
        a: { type: 'double' },
        b: { type: 'keyword', ignore_above: 9, fields: { text: { type: 'text' } } },
        type: { properties: { c: { type: 'long' } } },
      },
    };
    const first = new IsolatedCluster(small, { prefix: 'p-', now });
    await first.createIndex('x', { mappings });
    expect(created).toHaveLength(3);
    expect(created.at(-1)).toEqual(fitting);
    expect(first.notes).toHaveLength(2);
    await new IsolatedCluster(small, { prefix: 'q-', now }).createIndex('y', { mappings });
    expect(created).toHaveLength(4);
    expect(created.at(-1)).toEqual(fitting);
  });

  test('a type that nobody knows stays an error', async () => {
    const refusing: Cluster = {
      ...inner.cluster,
      createIndex: () =>
        Promise.reject(
          new ClusterError(400, {
            type: 'mapper_parsing_exception',
            reason: 'No handler for type [strange] declared on field [a]',
          }),
        ),
    };
    await expect(
      new IsolatedCluster(refusing, { prefix: 'p-', now }).createIndex('x', { mappings: {} }),
    ).rejects.toThrow(/strange/);
  });
});
