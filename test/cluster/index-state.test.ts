import { spawn } from 'node:child_process';
import { hostname } from 'node:os';
import { afterAll, afterEach, expect, test } from 'vitest';
import type { RunIdentity, StateEntry } from '../../src/deploy/state.js';
import { ClusterError } from '../../src/engine/cluster-error.js';
import { ElasticsearchCluster } from '../../src/engine/elasticsearch.js';
import { IndexStateStore } from '../../src/state/index-state.js';

const INDEX = 'client-dragnet-state';
const node = process.env['ORACLE_URL'] ?? 'http://127.0.0.1:9200';
const cluster = new ElasticsearchCluster({ node });

afterEach(() => cluster.deleteIndex(INDEX).catch(() => undefined));
afterAll(() => cluster.close());

const store = (target = 'prod/default'): IndexStateStore =>
  new IndexStateStore({ cluster, url: node, target, index: INDEX });

let runs = 0;
function me(more: Partial<RunIdentity> = {}): RunIdentity {
  runs += 1;
  return {
    run: `run-${runs}`,
    host: hostname(),
    pid: process.pid,
    who: 'ann',
    since: '2026-05-01T10:00:00.000Z',
    ...more,
  };
}

const entry = (name: string): StateEntry => ({
  applied: { name, 'a.b': { c: [1, 'two'] }, big: 12345678901234567890n },
  at: '2026-05-01T10:00:00.000Z',
  file: `rules/${name}.toml`,
});

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.on('exit', resolve));
  return child.pid ?? 0;
}

test('what is recorded is there in the next run, for this target alone', async () => {
  expect(await store().read()).toEqual({});
  const session = await store().open(me());
  await session.record('rule/a', entry('a'));
  await session.record('exception-item/single/an/item', { ...entry('b'), secrets: { url: 'abc' } });
  await session.record('rule/c', entry('c'));
  await session.record('rule/c', undefined);
  // Durable at once: another process reads it before the run ends.
  expect((await store().read()).state?.objects.get('rule/a')).toEqual(entry('a'));
  await session.close();
  expect((await store().read()).state?.objects).toEqual(
    new Map([
      ['exception-item/single/an/item', { ...entry('b'), secrets: { url: 'abc' } }],
      ['rule/a', entry('a')],
    ]),
  );
  expect(await store('dev/default').read()).toEqual({});
});

test('more objects than a page are all read', async () => {
  const session = await store().open(me());
  const keys = Array.from({ length: 1200 }, (_, at) => `rule/${at}`);
  for (let at = 0; at < keys.length; at += 50) {
    await Promise.all(
      keys.slice(at, at + 50).map((key) => session.record(key, { applied: {}, at: '2026-05-01T10:00:00.000Z' })),
    );
  }
  await session.close();
  const again = await store().open(me());
  expect(new Set(again.state.objects.keys())).toEqual(new Set(keys));
  await again.close();
});

test('one run at a time; the second one is told who holds it since when', async () => {
  const session = await store().open(me({ who: 'ci of main' }));
  await expect(store().open(me())).rejects.toMatchObject({
    kind: 'locked',
    message: expect.stringMatching(/is held by ci of main \(.*since 2026-05-01T10:00:00\.000Z.*--break-lock/) as string,
  });
  const other = await store('dev/default').open(me());
  await other.close();
  await session.close();
  await (await store().open(me())).close();
});

test('of many that come at once one gets the lock', async () => {
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => store().open(me())));
  const opened = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  expect(opened).toHaveLength(1);
  for (const result of results)
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ kind: 'locked' });
  await opened[0]?.close();
});

test('a dead run of this machine is taken over, one of another on demand', async () => {
  await store().open(me({ pid: await deadPid() }));
  const taken = await store().open(me({ host: 'elsewhere' }));
  await expect(store().open(me())).rejects.toMatchObject({ kind: 'locked' });
  const second = await store().open(me(), { breakLock: true });
  await expect(taken.record('rule/a', entry('a'))).rejects.toMatchObject({ kind: 'lost' });
  await second.record('rule/b', entry('b'));
  await taken.close();
  // The run that lost the lock does not give it away.
  await expect(store().open(me())).rejects.toMatchObject({ kind: 'locked' });
  await second.close();
  expect([...((await store().read()).state?.objects.keys() ?? [])]).toEqual(['rule/b']);
});

test('a lost answer is asked for again, whatever the first try did', async () => {
  const lost = new Set<string>();
  const flaky = new IndexStateStore({
    url: node,
    target: 'prod/default',
    index: INDEX,
    wait: () => Promise.resolve(),
    cluster: {
      send: async (method, target, options) => {
        const key = `${method} ${target}`;
        const answer = await cluster.send(method, target, options);
        if (lost.has(key)) return answer;
        lost.add(key);
        throw new ClusterError(0, { type: 'connection_error', reason: 'dropped after the write' });
      },
    },
  });
  const session = await flaky.open(me());
  await session.record('rule/a', entry('a'));
  await session.record('rule/b', entry('b'));
  await session.record('rule/a', undefined);
  await session.close();
  expect([...((await store().read()).state?.objects.keys() ?? [])]).toEqual(['rule/b']);
});

test('a cluster that does not answer is no empty state', async () => {
  const nobody = new ElasticsearchCluster({ node: 'http://127.0.0.1:1' });
  const dead = new IndexStateStore({
    cluster: nobody,
    url: 'x',
    target: 't',
    index: INDEX,
    wait: () => Promise.resolve(),
  });
  await expect(dead.read()).rejects.toBeInstanceOf(ClusterError);
  await nobody.close();
});
