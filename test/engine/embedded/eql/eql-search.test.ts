import { beforeAll, describe, expect, it, test } from 'vitest';
import type { EqlRequest } from '../../../../src/engine/cluster.js';
import { ClusterError } from '../../../../src/engine/cluster-error.js';
import { EmbeddedCluster } from '../../../../src/engine/embedded/embedded-cluster.js';
import type { JsonObject } from '../../../../src/values/json.js';

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
    [
      { timestamp_field: '' },
      'action_request_validation_exception',
      'Validation Failed: 1: timestamp field is null or empty;',
    ],
    [
      { event_category_field: '', size: -1 },
      'action_request_validation_exception',
      'Validation Failed: 1: event category field is null or empty;2: size must be greater than or equal to 0;',
    ],
    [{ size: 'few' as never }, 'x_content_parse_exception', '[eql/search] failed to parse field [size]'],
    [{ size: 1e10 }, 'x_content_parse_exception', '[eql/search] failed to parse field [size]'],
    [
      { query: 7 as never },
      'x_content_parse_exception',
      "[eql/search] query doesn't support values of type: VALUE_NUMBER",
    ],
    [
      { filter: null as never },
      'x_content_parse_exception',
      "[eql/search] filter doesn't support values of type: VALUE_NULL",
    ],
    [
      { filter: [{ match_all: {} }] as never },
      'x_content_parse_exception',
      "[eql/search] filter doesn't support values of type: START_ARRAY",
    ],
    [{ filter: {} }, 'illegal_argument_exception', 'query malformed, empty clause found'],
    [
      { fields: 'pid' as never },
      'x_content_parse_exception',
      "[eql/search] fields doesn't support values of type: VALUE_STRING",
    ],
    [{ case_sensitive: true } as object, 'x_content_parse_exception', '[eql/search] unknown field [case_sensitive]'],
    [JSON.parse('{"__proto__":{}}') as object, 'x_content_parse_exception', '[eql/search] unknown field [__proto__]'],
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

  it('refuses an expression that means no index', async () => {
    const { status, error } = await refusal({ index: 'none*' });
    expect({ status, error }).toEqual({
      status: 404,
      error: {
        type: 'index_not_found_exception',
        reason: 'no such index [none*]',
        caused_by: {
          type: 'verification_exception',
          reason: 'Found 1 problem\nline -1:-1: Unknown index [none*]',
        },
      },
    });
    expect(await ids({ index: 'one,none,none*' })).toEqual(['b', 'a']);
  });

  it('refuses pages of samples that are too large', async () => {
    const query = 'sample by host.id [process where true] [process where true]';
    const { status, error } = await refusal({ query, fetch_size: 1001 });
    expect([status, error.reason]).toEqual([500, 'Fetch size cannot be greater than [1000]']);
    expect(await ids({ query, fetch_size: 1000 })).toEqual(['a,b']);
  });

  it.each([
    ['runtime_mappings', { hour: { type: 'long' } }],
    ['keep_on_completion', true],
    ['keep_on_completion', 'true'],
  ])('refuses %s by name', async (name, value) => {
    const { status, error } = await refusal({ [name]: value });
    expect([status, error.type]).toEqual([501, 'dragnet_unsupported']);
    expect(error.reason).toContain(`[${name}]`);
  });

  it('takes the options that change nothing, and numbers in quotes and with a fraction', async () => {
    const without = {
      allow_partial_search_results: true,
      allow_partial_sequence_results: 'false',
      wait_for_completion_timeout: '1s',
      keep_on_completion: false,
      keep_alive: '5d',
    };
    expect(await ids({ ...without, size: 2.9 })).toEqual(['d', 'a']);
    expect(await ids({ size: '2' as never, fetch_size: 2 })).toEqual(['d', 'a']);
  });

  it('shows the fields that are asked for', async () => {
    const { hits } = await cluster.eql({
      index: '*',
      query:
        'sequence by host.id with maxspan=1h [process where true] [process where true] ![process where event.kind == "y"]',
      fields: ['host.*', { field: '@timestamp', format: 'epoch_second' }, 'nothing'],
      size: 1,
      filter: { term: { 'host.id': 'h' } },
    });
    expect(hits.sequences!.map(({ events }) => events.map(({ fields, missing }) => ({ fields, missing })))).toEqual([
      [
        { fields: { 'host.id': ['h'], '@timestamp': ['1700000002'] } },
        { fields: { 'host.id': ['h'], '@timestamp': ['1700000003'] } },
        { missing: true },
      ],
    ]);
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

test('dates are keys by their time, whatever the format and precision of their fields', async () => {
  const dates = new EmbeddedCluster({ clock: () => new Date('2026-01-01T00:00:00Z') });
  const fields: readonly (readonly [index: string, field: string, mapping: JsonObject, value: string])[] = [
    ['days', 'seen', { type: 'date', format: 'dd-MM-yyyy' }, '17-12-2022'],
    ['iso', 'seen', { type: 'date' }, '2022-12-17'],
    ['nanos', 'exact', { type: 'date_nanos' }, '2022-12-17T00:00:00.000000000Z'],
    ['later', 'exact', { type: 'date_nanos' }, '2022-12-17T00:00:00.000000001Z'],
  ];
  for (const [index, field, mapping] of fields) {
    const properties = { '@timestamp': { type: 'date' }, 'event.category': { type: 'keyword' }, [field]: mapping };
    await dates.createIndex(index, { mappings: { properties } });
  }
  const { errors } = await dates.bulk(
    fields.map(([index, field, , value], at) => ({
      _index: index,
      _id: index,
      source: JSON.stringify({ '@timestamp': at, 'event.category': index, [field]: value }),
    })),
  );
  expect(errors).toBe(false);
  const found = async (query: string): Promise<unknown> => {
    const { hits } = await dates.eql({ index: '*', query });
    return hits.sequences!.map(({ join_keys: keys, events }) => [keys, ...events.map(({ _id }) => _id)]);
  };
  const steps = '[days where true] by seen [iso where true] by seen [nanos where true] by exact';
  expect(await found(`sequence ${steps}`)).toEqual([[['2022-12-17T00:00:00.000Z'], 'days', 'iso', 'nanos']]);
  expect(await found(`sample ${steps}`)).toEqual([[[1_671_235_200_000], 'days', 'iso', 'nanos']]);
  expect(await found('sequence by exact [nanos where true] [later where true]')).toEqual([]);
});
