import { Client, errors } from '@elastic/elasticsearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmbeddedCluster } from '../../../src/engine/embedded/embedded-cluster.js';
import { type RunningServer, startServer } from '../../../src/engine/serve/start-server.js';

const cluster = new EmbeddedCluster({ clock: () => new Date('2024-08-03T00:00:00Z') });
let server: RunningServer;
let client: Client;

beforeAll(async () => {
  server = await startServer(cluster);
  client = new Client({ node: server.url });
});
afterAll(async () => {
  await client.close();
  await server.close();
});

async function refusal(
  promise: Promise<unknown>,
): Promise<{ status: number | undefined; type: string | undefined; reason: string }> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof errors.ResponseError)) throw new Error(`expected a refusal, got ${String(error)}`);
  const cause = (error.body as { error: { type?: string; reason?: string } | string }).error;
  return typeof cause === 'string'
    ? { status: error.statusCode, type: undefined, reason: cause }
    : { status: error.statusCode, type: cause.type, reason: cause.reason ?? '' };
}

describe('the official client, unchanged', () => {
  const index = 'logs-test-default';

  it('greets', async () => {
    const info = await client.info();
    expect(info.version.number).toMatch(/^8\.19\./);
    expect(info.tagline).toBe('You Know, for Search');
    expect(await client.ping()).toBe(true);
    expect((await client.cluster.health()).status).toBe('green');
  });

  it('creates an index, asks for it and its mapping', async () => {
    const mappings = {
      properties: {
        '@timestamp': { type: 'date' },
        host: { properties: { name: { type: 'keyword', ignore_above: 1024 } } },
      },
    } as const;
    expect(await client.indices.create({ index, mappings })).toEqual({
      acknowledged: true,
      shards_acknowledged: true,
      index,
    });
    expect(await client.indices.exists({ index })).toBe(true);
    expect(await client.indices.exists({ index: 'logs-other' })).toBe(false);
    expect((await client.indices.getMapping({ index }))[index]?.mappings.properties).toEqual(mappings.properties);
    expect(Object.keys(await client.indices.get({ index: 'logs-*' }))).toEqual([index]);
    expect(await refusal(client.indices.create({ index }))).toMatchObject({
      status: 400,
      type: 'resource_already_exists_exception',
    });
  });

  it('indexes documents one by one', async () => {
    const made = await client.index({
      index,
      id: '1',
      document: { '@timestamp': '2024-08-02T00:00:00Z', host: { name: 'a' } },
    });
    expect(made).toMatchObject({ _index: index, _id: '1', result: 'created', _version: 1 });
    const again = await client.index({
      index,
      id: '1',
      document: { '@timestamp': '2024-08-02T00:00:00Z', host: { name: 'b' } },
    });
    expect(again).toMatchObject({ result: 'updated', _version: 2 });
    expect(await refusal(client.create({ index, id: '1', document: {} }))).toMatchObject({
      status: 409,
      type: 'version_conflict_engine_exception',
    });
    expect((await client.get({ index, id: '1' }))._source).toEqual({
      '@timestamp': '2024-08-02T00:00:00Z',
      host: { name: 'b' },
    });
    expect(await client.exists({ index, id: 'none' })).toBe(false);
    expect(await client.getSource({ index, id: '1' })).toMatchObject({ host: { name: 'b' } });
    expect((await client.index({ index, document: { host: { name: 'c' } } }))._id).not.toBe('');
    expect((await refusal(client.index({ index, document: { '@timestamp': 'never' } }))).type).toBe(
      'document_parsing_exception',
    );
  });

  it('indexes in bulk, and tells what became of each document', async () => {
    const response = await client.bulk({
      index,
      refresh: true,
      operations: [
        { index: { _id: '2' } },
        { '@timestamp': '2024-08-02T01:00:00Z', host: { name: 'd' } },
        { create: { _id: '2' } },
        { host: { name: 'e' } },
        { index: { _id: '3' } },
        { '@timestamp': 'x' },
        { delete: { _id: '1' } },
        { delete: { _id: 'none' } },
      ],
    });
    expect(response.errors).toBe(true);
    const items = response.items.map((item) =>
      Object.entries(item).map(([type, result]) => [type, result.status, result.error?.type]),
    );
    expect(items.flat()).toEqual([
      ['index', 201, undefined],
      ['create', 409, 'version_conflict_engine_exception'],
      ['index', 400, 'document_parsing_exception'],
      ['delete', 200, undefined],
      ['delete', 404, undefined],
    ]);
    expect((await client.count({ index })).count).toBe(2);
  });

  it('searches', async () => {
    const found = await client.search({ index: 'logs-*', query: { term: { 'host.name': 'd' } }, sort: ['@timestamp'] });
    expect(found.hits.hits).toEqual([
      {
        _index: index,
        _id: '2',
        _score: null,
        _source: { '@timestamp': '2024-08-02T01:00:00Z', host: { name: 'd' } },
        sort: [1722560400000],
      },
    ]);
    expect(found._shards).toEqual({ total: 1, successful: 1, skipped: 0, failed: 0 });
    const byText = await client.search({ q: 'host.name:d', _source_includes: ['host.name'], size: 1 });
    expect(byText.hits.hits.map(({ _source }) => _source)).toEqual([{ host: { name: 'd' } }]);
    const { hits } = await client.search({ query: { match_none: {} }, rest_total_hits_as_int: true });
    expect(hits.total).toBe(0);
  });

  it('aggregates', async () => {
    const { aggregations } = await client.search({
      index,
      size: 0,
      aggs: { hosts: { terms: { field: 'host.name' } } },
    });
    expect(aggregations?.['hosts']).toMatchObject({
      buckets: [
        { key: 'c', doc_count: 1 },
        { key: 'd', doc_count: 1 },
      ],
    });
  });

  it('searches many things at once', async () => {
    const { responses } = await client.msearch({
      searches: [
        { index },
        { query: { match_all: {} } },
        { index: 'missing' },
        {},
        { index },
        { query: { wrong: {} } } as object,
      ],
    });
    expect(responses.map((response) => response.status)).toEqual([200, 404, 400]);
    expect(responses[1]).toMatchObject({ error: { type: 'index_not_found_exception' } });
  });

  it('lists field capabilities', async () => {
    const { fields } = await client.fieldCaps({ index, fields: ['host.*'] });
    expect(Object.keys(fields['host.name'] ?? {})).toEqual(['keyword']);
  });

  it('refreshes', async () => {
    expect(await client.indices.refresh({ index })).toEqual({ _shards: { total: 1, successful: 1, failed: 0 } });
    expect(await refusal(client.indices.refresh({ index: 'missing' }))).toMatchObject({
      status: 404,
      type: 'index_not_found_exception',
    });
  });

  it('runs EQL', async () => {
    const { hits } = await client.eql.search({ index, query: 'any where host.name == "d"' });
    expect(hits.events?.map(({ _id }) => _id)).toEqual(['2']);
    expect(hits.events?.[0]?._source).toMatchObject({ host: { name: 'd' } });
  });

  it('gets refusals as Elasticsearch gives them', async () => {
    expect(await refusal(client.search({ index: 'missing' }))).toEqual({
      status: 404,
      type: 'index_not_found_exception',
      reason: 'no such index [missing]',
    });
    expect(await refusal(client.search({ index, query: { wrong: {} } as object }))).toMatchObject({
      status: 400,
      type: 'parsing_exception',
    });
    expect(await refusal(client.indices.delete({ index: 'logs-*' }))).toMatchObject({
      status: 400,
      type: 'illegal_argument_exception',
    });
  });

  it('gets what is not there refused by name', async () => {
    expect(await refusal(client.cat.shards())).toMatchObject({ status: 501, type: 'dragnet_unsupported' });
    expect((await refusal(client.ingest.getPipeline())).reason).toContain('[GET /_ingest/pipeline]');
    expect((await refusal(client.update({ index, id: '2', script: 'ctx.op = "none"' }))).reason).toContain('[script]');
    expect((await refusal(client.search({ index, scroll: '1m' }))).reason).toContain('[scroll]');
    expect((await refusal(client.index({ index, document: {}, pipeline: 'p' }))).reason).toContain('[pipeline]');
    expect((await refusal(client.esql.query({ query: 'ROW a = 1', profile: true }))).reason).toContain('[profile]');
  });

  it('uses the helpers: bulk and search', async () => {
    const stats = await client.helpers.bulk({
      datasource: Array.from({ length: 1200 }, (_, n) => ({ n })),
      onDocument: () => ({ index: { _index: 'many' } }),
    });
    expect([stats.successful, stats.failed]).toEqual([1200, 0]);
    expect((await client.helpers.search({ index: 'many', size: 3, query: { range: { n: { lt: 3 } } } })).length).toBe(
      3,
    );
    expect(await client.indices.delete({ index: 'many' })).toEqual({ acknowledged: true });
  });
});
