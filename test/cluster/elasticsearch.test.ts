import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClusterError } from '../../src/engine/cluster-error.js';
import { ElasticsearchCluster } from '../../src/engine/elasticsearch.js';
import { catalogueOf, PROFILE_NAMES } from '../../src/schemas/fields/profiles.js';
import { toIndexDefinition } from '../../src/schemas/fields/to-index-definition.js';
import { refusedType, withoutType } from '../../src/testing/nearest-types.js';
import { isJsonObject } from '../../src/values/json.js';
import { oracleUrl } from './node-under-oracle-url.js';

const index = 'events-elasticsearch-client';
const cluster = new ElasticsearchCluster({ node: oracleUrl() });
const mappings = {
  properties: {
    '@timestamp': { type: 'date' },
    n: { type: 'long' },
    host: { properties: { name: { type: 'keyword' } } },
  },
};
const sources = [
  '{"@timestamp":"2024-08-02T00:00:00Z","n":9007199254740993,"host":{"name":"a"}}',
  '{\n  "@timestamp": "2024-08-02T00:01:00Z",\n  "n": 1,\n  "host.name": "b"\n}',
];

afterAll(() => cluster.close());

async function failure(promise: Promise<unknown>): Promise<ClusterError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ClusterError)) throw new Error(`expected a ClusterError, got ${String(error)}`);
  return error;
}

describe('a real Elasticsearch behind the Cluster interface', () => {
  beforeAll(async () => {
    await cluster.deleteIndex(index).catch(() => undefined);
    await cluster.createIndex(index, { mappings });
    const response = await cluster.bulk(sources.map((source, at) => ({ _index: index, _id: String(at), source })));
    expect(response.errors).toBe(false);
  });
  afterAll(() => cluster.deleteIndex(index));

  it('says its version', async () => {
    expect((await cluster.info()).version.number).toMatch(/^8\.19\./);
  });

  it('keeps 64-bit integers in documents, queries and rows', async () => {
    const { hits } = await cluster.search({ index, query: { term: { n: 9007199254740993n } } });
    expect(hits.hits.map(({ _id, _source }) => [_id, _source?.['n']])).toEqual([['0', 9007199254740993n]]);
    const { columns, values } = await cluster.esql({ query: `FROM ${index} | SORT n DESC | KEEP n, host.name` });
    expect(columns.map(({ name, type }) => [name, type])).toEqual([['n', 'long'], ['host.name', 'keyword']]); // prettier-ignore
    expect(values).toEqual([[9007199254740993n, 'a'], [1, 'b']]); // prettier-ignore
  });

  it('counts, and lists field capabilities', async () => {
    expect(await cluster.count({ index, query: { exists: { field: 'host.name' } } })).toMatchObject({ count: 2 });
    const { fields } = await cluster.fieldCaps({ index, fields: ['host.*', 'n'] });
    expect(Object.keys(fields['n'] ?? {})).toEqual(['long']);
    expect(Object.keys(fields['host.name'] ?? {})).toEqual(['keyword']);
  });

  it('gives aggregations, sort values and from/size as Elasticsearch does', async () => {
    const response = await cluster.search({
      index,
      size: 1,
      sort: [{ n: 'desc' }],
      aggs: { hosts: { terms: { field: 'host.name' } } },
      _source: false,
    });
    expect(response.hits.hits.map(({ sort }) => sort)).toEqual([[9007199254740993n]]);
    expect(response.aggregations).toMatchObject({ hosts: { buckets: [{ key: 'a' }, { key: 'b' }] } });
  });

  it('hands on warnings of ES|QL', async () => {
    const { warnings } = await cluster.esql({ query: 'ROW x = ["a", "b"] | MV_EXPAND x | EVAL a = TO_INTEGER(x)' });
    expect(warnings?.join(' ')).toContain('evaluation of [TO_INTEGER(x)] failed');
  });

  it('gives what became of each document, in order', async () => {
    const response = await cluster.bulk([
      { _index: index, _id: 'bad', source: '{"n":"many"}' },
      { _index: index, _id: 'good', source: '{"n":2}' },
    ]);
    expect(response.items.map(({ _id, status, error }) => [_id, status, error?.type])).toEqual([
      ['bad', 400, 'document_parsing_exception'],
      ['good', 201, undefined],
    ]);
  });

  it('turns refusals into errors with status, type and reason', async () => {
    const missing = await failure(cluster.search({ index: 'events-missing' }));
    expect([missing.status, missing.error.type, missing.error.reason]).toEqual([
      404,
      'index_not_found_exception',
      'no such index [events-missing]',
    ]);
    const again = await failure(cluster.createIndex(index));
    expect([again.status, again.error.type]).toEqual([400, 'resource_already_exists_exception']);
    const wrong = await failure(cluster.search({ index, query: { nope: {} } }));
    expect([wrong.status, wrong.error.type]).toEqual([400, 'parsing_exception']);
    const esql = await failure(cluster.esql({ query: `FROM ${index} | WHERE nope == 1` }));
    expect([esql.status, esql.error.type]).toEqual([400, 'verification_exception']);
    expect((await failure(cluster.deleteIndex('events-missing'))).error.type).toBe('index_not_found_exception');
  });

  it('deletes no more than one index by its exact name', async () => {
    expect((await failure(cluster.deleteIndex('events-elasticsearch-*'))).status).toBeGreaterThanOrEqual(400);
    expect((await failure(cluster.deleteIndex(`${index},${index}`))).status).toBe(400);
    expect((await cluster.count({ index })).count).toBeGreaterThan(0);
  });
});

describe('a node that is not as it should be', () => {
  const secret = 'hunter2';
  let server: Server;
  let url = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      const refused = request.url === '/secure/_count';
      response
        .writeHead(refused ? 401 : 502, { 'content-type': 'text/html' })
        .end(`<p>${refused ? 'who?' : 'bad gateway'}</p>`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
  });

  it('gives errors that say so, without the credentials', async () => {
    const closed = new ElasticsearchCluster({ node: 'http://127.0.0.1:9', username: 'elastic', password: secret });
    const unreachable = await failure(closed.info());
    expect(unreachable.message).toContain('http://127.0.0.1:9 did not answer');
    const proxy = new ElasticsearchCluster({ node: url, apiKey: secret });
    const refused = await failure(proxy.count({ index: 'secure' }));
    expect([refused.status, refused.error.type]).toEqual([401, 'security_exception']);
    const gateway = await failure(proxy.count({ index: 'other' }));
    expect(gateway.message).toContain('502');
    for (const { message } of [unreachable, refused, gateway]) expect(message).not.toContain(secret);
  });
});

describe.each(PROFILE_NAMES)('the mapping of the profile %s', (profile) => {
  const name = `events-profile-${profile}`;
  afterAll(() => cluster.deleteIndex(name).catch(() => undefined));

  it('is one that Elasticsearch takes', async () => {
    let definition = toIndexDefinition(catalogueOf([profile]));
    // This node lacks a few modules; their types are replaced one by one, everything else must be right.
    for (let attempt = 0; attempt < 6; attempt++) {
      const error = await cluster.createIndex(name, { ...definition }).then(
        () => undefined,
        (reason: unknown) => reason as ClusterError,
      );
      if (error === undefined) break;
      const type = refusedType(error.message);
      if (type === undefined) throw error;
      const replaced = withoutType(definition.mappings, type);
      definition = { ...definition, mappings: isJsonObject(replaced) ? replaced : definition.mappings };
    }
    expect(await cluster.count({ index: name })).toMatchObject({ count: 0 });
  });
});
