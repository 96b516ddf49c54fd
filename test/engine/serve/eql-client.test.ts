import { Client, errors } from '@elastic/elasticsearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmbeddedCluster } from '../../../src/engine/embedded/embedded-cluster.js';
import { type RunningServer, startServer } from '../../../src/engine/serve/start-server.js';

const index = 'logs-endpoint-default';
let server: RunningServer;
let client: Client;

beforeAll(async () => {
  server = await startServer(new EmbeddedCluster({ clock: () => new Date('2024-08-03T00:00:00Z') }));
  client = new Client({ node: server.url });
  await client.indices.create({
    index,
    mappings: {
      properties: {
        '@timestamp': { type: 'date' },
        'event.category': { type: 'keyword' },
        'event.sequence': { type: 'long' },
        'host.id': { type: 'keyword' },
        'process.name': { type: 'keyword' },
      },
    },
  });
  const event = (second: number, category: string, host: string, name?: string): object => ({
    '@timestamp': `2024-08-02T00:00:0${second}.000Z`,
    event: { category, sequence: second },
    host: { id: host },
    ...(name === undefined ? {} : { process: { name } }),
  });
  const documents = [
    event(1, 'process', 'a', 'cmd.exe'),
    event(2, 'network', 'b'),
    event(3, 'network', 'a'),
    event(4, 'process', 'b', 'CMD.EXE'),
    event(5, 'network', 'b'),
  ];
  await client.bulk({
    index,
    refresh: true,
    operations: documents.flatMap((document, at) => [{ index: { _id: String(at + 1) } }, document]),
  });
});

afterAll(async () => {
  await client.close();
  await server.close();
});

async function refusal(promise: Promise<unknown>): Promise<{ status: number | undefined; error: unknown }> {
  const error: unknown = await promise.catch((reason: unknown) => reason);
  if (!(error instanceof errors.ResponseError)) throw new Error(`expected a refusal, got ${String(error)}`);
  return { status: error.statusCode, error: (error.body as { error: unknown }).error };
}

describe('EQL through the official client', () => {
  it('finds events, with everything that Elasticsearch puts around them', async () => {
    const { took, ...response } = await client.eql.search({
      index: 'logs-*',
      query: 'process where process.name == "cmd.exe"',
    });
    expect(took).toBeGreaterThanOrEqual(0);
    expect(response).toEqual({
      is_partial: false,
      is_running: false,
      timed_out: false,
      hits: {
        total: { value: 1, relation: 'eq' },
        events: [
          {
            _index: index,
            _id: '1',
            _source: {
              '@timestamp': '2024-08-02T00:00:01.000Z',
              event: { category: 'process', sequence: 1 },
              host: { id: 'a' },
              process: { name: 'cmd.exe' },
            },
          },
        ],
      },
    });
  });

  it('finds sequences with their keys, in the order of their last events, and the places of missing events', async () => {
    const { hits } = await client.eql.search({
      index,
      query: 'sequence by host.id with maxspan=3s [process where true] [network where true] ![process where true]',
    });
    expect(hits.total).toEqual({ value: 2, relation: 'eq' });
    expect(hits.sequences?.map(({ join_keys, events }) => [join_keys, events.map(({ _id }) => _id)])).toEqual([
      [['a'], ['1', '3', '']],
      [['b'], ['4', '5', '']],
    ]);
    expect(hits.sequences?.[0]?.events[2]).toEqual({ _index: '', _id: '', missing: true });
    expect(hits.events).toBeUndefined();
  });

  it('finds samples, and as many of each key as asked for', async () => {
    const query = 'sample by host.id [network where true] [process where process.name : "cmd.exe"]';
    const found = async (options: object): Promise<unknown> => {
      const { hits } = await client.eql.search({ index, query, ...options });
      return hits.sequences?.map(({ join_keys, events }) => [join_keys, events.map(({ _id }) => _id)]);
    };
    expect(await found({})).toEqual([
      [['a'], ['3', '1']],
      [['b'], ['2', '4']],
    ]);
    expect(await found({ max_samples_per_key: 2 })).toEqual([
      [['a'], ['3', '1']],
      [['b'], ['2', '4']],
      [['b'], ['5', '4']],
    ]);
    expect(await found({ size: 1 })).toEqual([[['a'], ['3', '1']]]);
  });

  it('takes every option that Elasticsearch documents', async () => {
    const { hits } = await client.eql.search({
      index: 'logs-*,nothing-*,gone',
      query: 'b where true',
      event_category_field: 'host.id',
      timestamp_field: '@timestamp',
      tiebreaker_field: 'event.sequence',
      filter: { range: { '@timestamp': { gte: '2024-08-02T00:00:03Z' } } },
      fields: [{ field: 'host.*' }, { field: '@timestamp', format: 'yyyy' }],
      size: 1,
      fetch_size: 100,
      result_position: 'head',
      allow_partial_search_results: true,
      allow_partial_sequence_results: true,
      allow_no_indices: true,
      ignore_unavailable: true,
      expand_wildcards: 'open',
      ccs_minimize_roundtrips: true,
      wait_for_completion_timeout: '2s',
      keep_alive: '1d',
      keep_on_completion: false,
    });
    expect(hits.events?.map(({ _id, fields }) => [_id, fields])).toEqual([
      ['4', { 'host.id': ['b'], '@timestamp': ['2024'] }],
    ]);
  });

  it('gets bad queries and bad requests refused with the body of Elasticsearch', async () => {
    const cause = { type: 'parsing_exception', reason: "line 1:8: mismatched input '<EOF>' expecting 'where'" };
    expect(await refusal(client.eql.search({ index, query: 'process' }))).toEqual({
      status: 400,
      error: { root_cause: [cause], ...cause },
    });
    expect(await refusal(client.eql.search({ index, query: 'process where pid == 1' }))).toMatchObject({
      status: 400,
      error: { type: 'verification_exception', reason: 'Found 1 problem\nline 1:15: Unknown column [pid]' },
    });
    expect(await refusal(client.eql.search({ index: 'gone', query: 'any where true' }))).toMatchObject({
      status: 404,
      error: {
        root_cause: [{ type: 'verification_exception', reason: 'Found 1 problem\nline -1:-1: Unknown index [gone]' }],
        type: 'index_not_found_exception',
        reason: 'no such index [gone]',
      },
    });
    expect(await refusal(client.eql.search({ index, query: 'any where true', size: -1 }))).toMatchObject({
      status: 400,
      error: { type: 'action_request_validation_exception' },
    });
    expect(
      await refusal(client.eql.search({ index, query: 'any where true', keep_on_completion: true })),
    ).toMatchObject({ status: 501, error: { type: 'dragnet_unsupported' } });
    for (const body of ['', '{}', '{"query":""}', '{"query":"any where true","index":"x"}', '[]', '{"query":null}']) {
      const response = await fetch(`${server.url}/${index}/_eql/search`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        ...(body === '' ? {} : { body }),
      });
      expect([body, response.status]).toEqual([body, 400]);
    }
  });
});
