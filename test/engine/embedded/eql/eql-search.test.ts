import { beforeAll, describe, expect, it, test } from 'vitest';
import type { EqlRequest } from '../../../../src/engine/cluster.js';
import { ClusterError } from '../../../../src/engine/cluster-error.js';
import { EmbeddedCluster } from '../../../../src/engine/embedded/embedded-cluster.js';

const cluster = new EmbeddedCluster({ clock: () => new Date('2026-01-01T00:00:00Z') });

beforeAll(async () => {
  const mappings = {
    properties: {
      '@timestamp': { type: 'date' },
      'event.category': { type: 'keyword' },
      'event.created': { type: 'date_nanos' },
      'event.kind': { type: 'keyword' },
      'host.id': { type: 'keyword' },
      pid: { type: 'long' },
    },
  };
  await cluster.createIndex('one', { mappings });
  await cluster.createIndex('two', { mappings: { properties: { ...mappings.properties, pid: { type: 'keyword' } } } });
  const event = (_index: string, _id: string, source: object): { _index: string; _id: string; source: string } => ({
    _index,
    _id,
    source: JSON.stringify({ 'event.category': 'process', ...source }),
  });
  const { errors } = await cluster.bulk([
    event('one', 'a', {
      '@timestamp': 1_700_000_003_000,
      'event.created': '2023-01-01T00:00:00.000000002Z',
      'host.id': 'h',
      pid: 1,
      'event.kind': 'x',
    }),
    event('one', 'b', {
      '@timestamp': 1_700_000_001_000,
      'event.created': '2023-01-01T00:00:00.000000001Z',
      'host.id': 'h',
      pid: 2,
    }),
    event('two', 'c', {
      '@timestamp': 1_700_000_002_000,
      'event.created': '2023-01-01T00:00:00.000000003Z',
      'host.id': 'h',
      pid: '3',
    }),
    event('two', 'd', { '@timestamp': 1_700_000_002_000, 'event.created': '2023-01-01T00:00:00.000000004Z', pid: '0' }),
    event('two', 'e', { 'host.id': 'h', pid: '9' }),
  ]);
  expect(errors).toBe(false);
});

async function ids(request: Partial<EqlRequest>): Promise<readonly string[]> {
  const { hits } = await cluster.eql({ index: '*', query: 'process where true', ...request });
  return hits.events?.map(({ _id }) => _id) ?? hits.sequences!.map(({ events }) => events.map(({ _id }) => _id).join());
}

async function refusal(request: Partial<EqlRequest>): Promise<ClusterError> {
  const error: unknown = await ids(request).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ClusterError);
  return error as ClusterError;
}

describe('EQL search', () => {
  it('answers in the shape of Elasticsearch', async () => {
    expect(await cluster.eql({ index: 'one', query: 'process where pid == 1' })).toEqual({
      is_partial: false,
      is_running: false,
      took: 0,
      timed_out: false,
      hits: {
        total: { value: 1, relation: 'eq' },
        events: [
          {
            _index: 'one',
            _id: 'a',
            _source: {
              'event.category': 'process',
              '@timestamp': 1_700_000_003_000,
              'event.created': '2023-01-01T00:00:00.000000002Z',
              'host.id': 'h',
              pid: 1,
              'event.kind': 'x',
            },
          },
        ],
      },
    });
    const { hits } = await cluster.eql({
      index: 'one',
      query:
        'sequence by host.id with maxspan=5s [process where pid == 2] [process where pid == 1] ![process where pid == 7]',
    });
    expect(hits).toMatchObject({
      total: { value: 1, relation: 'eq' },
      sequences: [{ join_keys: ['h'], events: [{ _id: 'b' }, { _id: 'a' }, { _index: '', _id: '', missing: true }] }],
    });
  });

  it('orders by time, then by index and order of indexing; events without a time come first', async () => {
    expect(await ids({})).toEqual(['e', 'b', 'c', 'd', 'a']);
  });

  it('breaks ties by the tiebreaker, which events may lack', async () => {
    expect(await ids({ index: 'two', tiebreaker_field: 'pid' })).toEqual(['e', 'd', 'c']);
    expect(await ids({ tiebreaker_field: 'event.kind' })).toEqual(['e', 'b', 'c', 'd', 'a']);
  });

  it('takes times from another field, to the nanosecond', async () => {
    expect(await ids({ timestamp_field: 'event.created' })).toEqual(['e', 'b', 'a', 'c', 'd']);
    expect(
      await ids({
        timestamp_field: 'event.created',
        query: 'sequence by host.id with maxspan=1ms [process where true] [process where true]',
      }),
    ).toEqual(['e,b', 'b,a', 'a,c'].slice(1));
  });

  it('takes categories from another field', async () => {
    expect(await ids({ event_category_field: 'host.id', query: 'h where true' })).toEqual(['e', 'b', 'c', 'a']);
  });

  it('looks only at what the filter of the request lets through', async () => {
    const filter = { range: { '@timestamp': { gte: 1_700_000_002_000 } } };
    expect(await ids({ filter })).toEqual(['c', 'd', 'a']);
    expect(await ids({ filter, query: 'sequence [process where true] [process where true]' })).toEqual(['c,d', 'd,a']);
  });

  it('returns the last events unless the first are asked for', async () => {
    expect(await ids({ size: 2 })).toEqual(['d', 'a']);
    expect(await ids({ size: 2, result_position: 'head' })).toEqual(['e', 'b']);
  });

  it('uses a field of two types only where the query does not name it', async () => {
    expect(await ids({ query: 'process where host.id == "h"' })).toEqual(['e', 'b', 'c', 'a']);
    expect((await refusal({ query: 'process where pid == 1' })).error).toEqual({
      type: 'verification_exception',
      reason:
        'Found 1 problem\nline 1:15: Cannot use field [pid] due to ambiguities being mapped as [2] incompatible types: [long] in [one], [keyword] in [two]',
    });
  });

  test.each<[Partial<EqlRequest>, string, string]>([
    [
      { query: 'process where' },
      'parsing_exception',
      "line 1:14: mismatched input '<EOF>' expecting a field, a function, a constant or a bracket",
    ],
    [
      { query: 'process where\n nosuch == 1' },
      'verification_exception',
      'Found 1 problem\nline 2:2: Unknown column [nosuch]',
    ],
    [{ query: '' }, 'action_request_validation_exception', 'Validation Failed: 1: query is null or empty;'],
    [
      { size: -1 },
      'action_request_validation_exception',
      'Validation Failed: 1: size must be greater than or equal to 0;',
    ],
    [
      { fetch_size: 1 },
      'action_request_validation_exception',
      'Validation Failed: 1: fetch size must be greater than 1;',
    ],
    [
      { max_samples_per_key: 0 },
      'action_request_validation_exception',
      'Validation Failed: 1: max_samples_per_key must be greater than 0;',
    ],
    [{ index: 'none*' }, 'verification_exception', 'Found 1 problem\nline -1:-1: Unknown index [none*]'],
    [{ timestamp_field: 'when' }, 'verification_exception', 'Found 1 problem\nline 1:1: Unknown column [when]'],
    [{ event_category_field: 'what' }, 'verification_exception', 'Found 1 problem\nline 1:1: Unknown column [what]'],
    [
      { result_position: 'middle' as 'head' },
      'illegal_argument_exception',
      "result position needs to be 'head' or 'tail', but was 'middle'",
    ],
  ])('refuses %j', async (request, type, reason) => {
    const { status, error } = await refusal(request);
    expect({ status, error }).toEqual({ status: 400, error: { type, reason } });
  });

  it('fails where a script fails', async () => {
    const { error } = await refusal({ index: 'one', query: 'process where number(host.id) == 1' });
    expect(error.caused_by?.caused_by?.reason).toBe('Unable to convert [h] to number of base [10]');
  });

  it('passes the refusals of Query DSL on', async () => {
    const { status, error } = await refusal({ query: 'process where @timestamp > "no date"' });
    expect([status, error.type]).toEqual([400, 'search_phase_execution_exception']);
  });
});
