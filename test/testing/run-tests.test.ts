import { describe, expect, test } from 'vitest';
import { ClusterError } from '../../src/engine/cluster-error.js';
import type { Hunt } from '../../src/model/hunt.js';
import { runTestFile } from '../../src/testing/run-tests.js';
import type { TestEnvironment, TestResult } from '../../src/testing/run-tests.js';
import { toTestFile } from '../../src/testing/test-file.js';
import type { JsonObject } from '../../src/values/json.js';
import type { Cluster } from '../../src/engine/cluster.js';
import { recordingCluster } from './recording-cluster.js';

const HUNT: Hunt = {
  uuid: 'a8a2b0e0-0000-4000-8000-000000000001',
  name: 'A hunt',
  author: 'us',
  description: 'd',
  integration: [],
  language: ['ES|QL'],
  license: 'l',
  query: ['FROM logs-* | KEEP n'],
};
const subject = { kind: 'hunt', file: 'a.toml', hunt: HUNT } as const;

function environment(overrides: Partial<TestEnvironment> = {}): TestEnvironment {
  return {
    engine: 'embedded',
    embedded: () => Promise.resolve(answering([[1]])),
    prefix: 'p-',
    inputs: () => ({
      readFixture: () => Promise.resolve([]),
      readLists: () => Promise.resolve({ exceptions: [], valueLists: [] }),
      indexDefinition: () => Promise.resolve({}),
    }),
    signal: new AbortController().signal,
    ...overrides,
  };
}

function answering(values: readonly number[][]): ReturnType<typeof recordingCluster>['cluster'] {
  const recording = recordingCluster();
  recording.answer('esql', { columns: [{ name: 'n', type: 'long' }], values });
  return recording.cluster;
}

async function run(tests: readonly JsonObject[], env: TestEnvironment = environment()): Promise<TestResult[]> {
  const file = toTestFile('a.test.toml', { defaults: { now: '2026-05-01T12:00:00.000Z' }, test: tests });
  const results: TestResult[] = [];
  for await (const result of runTestFile(file, subject, env)) results.push(result);
  return results;
}

describe('one engine', () => {
  test('passes and fails by expectation, and goes on after a failure', async () => {
    const results = await run([
      { name: 'a', expect: { rows: [{ n: 2 }] } },
      { name: 'b', expect: { rows: [{ n: 1 }] } },
    ]);
    expect(results.map(({ name, status }) => [name, status])).toEqual([
      ['a', 'failed'],
      ['b', 'passed'],
    ]);
  });

  test('todo: a failure is expected, a pass is reported', async () => {
    const results = await run([
      { name: 'a', todo: 'later', expect: { rows: [] } },
      { name: 'b', todo: 'later', expect: { rows: [{ n: 1 }] } },
    ]);
    expect(results.map(({ status }) => status)).toEqual(['todo', 'unexpected']);
  });

  test('what this version does not do fails by name, instead of passing without a look', async () => {
    const [result] = await run([{ name: 'a', enrich: { hosts: 'a.ndjson' }, expect: { rows: [{ n: 1 }] } }]);
    expect(result?.status).toBe('failed');
    expect(result?.failures[0]?.what).toMatch(/enrich/);
  });

  test('an error of the engine can be expected', async () => {
    const refusing = {
      ...answering([]),
      esql: () => Promise.reject(new ClusterError(400, { type: 'x', reason: 'Unknown column [m]' })),
    };
    const env = environment({ embedded: () => Promise.resolve(refusing) });
    const results = await run(
      [
        { name: 'a', expect: { error: 'Unknown column' } },
        { name: 'b', expect: { rows: [] } },
      ],
      env,
    );
    expect(results.map(({ status }) => status)).toEqual(['passed', 'failed']);
    expect(results[1]?.failures[0]?.what).toMatch(/Unknown column \[m\]/);
  });

  test('a rejected document fails the test and names the reason', async () => {
    const recording = recordingCluster();
    recording.answer('bulk', {
      errors: true,
      items: [
        {
          _index: 'logs-default',
          _id: 'event-1',
          status: 400,
          error: { type: 'document_parsing_exception', reason: 'no date' },
        },
      ],
    });
    const [result] = await run(
      [{ name: 'a', event: [{ n: 1 }], expect: { rows: [] } }],
      environment({ embedded: () => Promise.resolve(recording.cluster) }),
    );
    expect(result?.failures[0]?.what).toMatch(/rejects the document event-1: document_parsing_exception: no date/);
  });

  test.each([
    [[{ _id: 'x' }, { _id: 'x' }], [], /Two documents .* id x/],
    [[{ _id: 'x' }], [{ id: 'y', set: {} }], /patch for y .* ids are x/],
  ])('documents %j with patches %j are refused', async (event, patch, message) => {
    const [result] = await run([{ name: 'a', event, patch, expect: { rows: [] } }]);
    expect(result?.failures[0]?.what).toMatch(message);
  });

  test('a bug is not a failed test', async () => {
    const broken = { ...answering([]), esql: () => Promise.reject(new TypeError('bug')) };
    await expect(
      run([{ name: 'a', expect: { rows: [] } }], environment({ embedded: () => Promise.resolve(broken) })),
    ).rejects.toThrow('bug');
  });

  test('an interruption ends the run before the next test', async () => {
    const interruption = new AbortController();
    interruption.abort();
    expect(await run([{ name: 'a', expect: { rows: [] } }], environment({ signal: interruption.signal }))).toEqual([]);
  });
});

describe('a real cluster', () => {
  test('every index is created under the prefix and deleted again, also when the test fails', async () => {
    const recording = recordingCluster();
    recording.answer('bulk', { errors: false, items: [] });
    await run(
      [{ name: 'a', event: [{ n: 1 }], expect: { rows: [{ n: 1 }] } }],
      environment({ engine: 'elasticsearch', remote: recording.cluster }),
    );
    const names = (method: string): unknown[] =>
      recording.calls.filter(([name]) => name === method).map(([, argument]) => argument);
    expect(names('createIndex')).toEqual(['p-logs-default']);
    expect(names('deleteIndex')).toEqual(['p-logs-default']);
  });

  test('one that cannot be used ends the run', async () => {
    const gone = {
      ...answering([]),
      createIndex: () => Promise.reject(new ClusterError(0, { type: 'connection_error', reason: 'refused' })),
    };
    await expect(
      run([{ name: 'a', expect: { rows: [] } }], environment({ engine: 'elasticsearch', remote: gone })),
    ).rejects.toThrow(/refused/);
  });
});

test('both engines: so is a row that one gives once and the other twice', async () => {
  const embedded = (): Promise<Cluster> => Promise.resolve(answering([[1], [2], [2]]));
  const env = environment({ engine: 'both', embedded, remote: answering([[1], [1], [2]]) });
  const [result] = await run([{ name: 'a', expect: { columns: ['n'] } }], env);
  expect(result?.failures.map(({ details }) => details)).toEqual([['- row [2]', '+ row [1]']]);
});

test('both engines: any difference is a failure, though each may be as expected', async () => {
  const env = environment({ engine: 'both', remote: answering([[2]]) });
  const [result] = await run([{ name: 'a', expect: { columns: ['n'] } }], env);
  expect(result?.status).toBe('failed');
  expect(result?.failures[0]?.what).toMatch(/disagree/);
  expect(result?.failures[0]?.details).toEqual(['- row [1]', '+ row [2]']);
  const [agreed] = await run(
    [{ name: 'a', expect: { columns: ['n'] } }],
    environment({ engine: 'both', remote: answering([[1]]) }),
  );
  expect(agreed?.status).toBe('passed');
});

describe('a cluster without EQL', () => {
  const EQL = { ...HUNT, language: ['EQL'], integration: ['endpoint'], query: ['process where process.name == "nc"'] };
  const TESTS = [{ name: 'a', expect: { rows: [{ _id: '1' }] } }];

  /** A node that knows no request of EQL, and the requests that it was sent. */
  function withoutEql(): { readonly remote: Cluster; readonly asked: string[] } {
    const asked: string[] = [];
    const eql: Cluster['eql'] = ({ index }) => {
      asked.push(index);
      return Promise.reject(new ClusterError(400, { type: 'no_handler', reason: 'no handler found for uri' }));
    };
    return { remote: { ...recordingCluster().cluster, eql }, asked };
  }

  async function runEql(env: TestEnvironment, tests: readonly JsonObject[] = TESTS): Promise<TestResult[]> {
    const file = toTestFile('a.test.toml', { defaults: { now: '2026-05-01T12:00:00.000Z' }, test: tests });
    const results: TestResult[] = [];
    for await (const result of runTestFile(file, { kind: 'hunt', file: 'a.toml', hunt: EQL }, env))
      results.push(result);
    return results;
  }

  function finding(hits: JsonObject): ReturnType<typeof recordingCluster> {
    const recording = recordingCluster();
    recording.answer('eql', { hits });
    return recording;
  }

  const EVENT = { events: [{ _index: 'i', _id: '1', _source: { process: { name: 'nc' } } }] };

  test('is asked once, and the tests do not run there', async () => {
    const { remote, asked } = withoutEql();
    const twice = [...TESTS, { ...TESTS[0], name: 'b' }];
    const results = await runEql(environment({ engine: 'elasticsearch', remote }), twice);
    expect(results.map(({ status, skipped }) => [status, skipped])).toEqual([
      ['skipped', 'the cluster has no EQL'],
      ['skipped', 'the cluster has no EQL'],
    ]);
    expect(asked).toHaveLength(1);
  });

  test('with both engines the embedded one decides, and it is said', async () => {
    const embedded = (): Promise<Cluster> => Promise.resolve(finding(EVENT).cluster);
    const [result] = await runEql(environment({ engine: 'both', remote: withoutEql().remote, embedded }));
    expect(result).toMatchObject({
      status: 'passed',
      warnings: ['Not run on Elasticsearch: the cluster has no EQL.'],
    });
  });

  test('a cluster that has it says that the index is missing, and is used', async () => {
    const { cluster: remote, calls } = finding(EVENT);
    const [result] = await runEql(environment({ engine: 'elasticsearch', remote }));
    expect(result).toMatchObject({ status: 'passed', warnings: [] });
    expect(calls.filter(([method]) => method === 'eql')).toHaveLength(2);
  });

  test('rows of events are their fields, rows of sequences the ids of the events that are there', async () => {
    const embedded = (): Promise<Cluster> => Promise.resolve(recording.cluster);
    let recording = finding(EVENT);
    const fields = [{ name: 'a', expect: { columns: ['_id', 'process.name'], rows: [{ 'process.name': 'nc' }] } }];
    expect(await runEql(environment({ embedded }), fields)).toMatchObject([{ failures: [] }]);
    expect(recording.calls.find(([method]) => method === 'eql')?.[1]).toMatchObject({
      index: 'logs-endpoint.events.*',
    });

    const events = [{ _id: '1' }, { _id: '', missing: true }, { _id: '2' }];
    recording = finding({ sequences: [{ join_keys: ['h'], events }] });
    const ids = [{ name: 'a', expect: { rows: [{ events: ['1', '2'], join_keys: ['h'] }] } }];
    expect(await runEql(environment({ embedded }), ids)).toMatchObject([{ failures: [] }]);
  });
});
