import { beforeEach, describe, expect, test } from 'vitest';
import { ClusterError, UnsupportedError } from '../../../src/engine/cluster-error.js';
import { EmbeddedCluster } from '../../../src/engine/embedded/embedded-cluster.js';
import type { JsonObject } from '../../../src/values/json.js';

let cluster: EmbeddedCluster;

beforeEach(() => {
  cluster = new EmbeddedCluster({ clock: () => new Date('2024-06-15T12:00:00Z') });
});

const load = (index: string, ...sources: object[]) =>
  cluster.bulk(sources.map((source, at) => ({ _index: index, _id: String(at), source: JSON.stringify(source) })));

const ids = async (index: string, query: JsonObject) =>
  (await cluster.search({ index, query, size: 1000 })).hits.hits.map(({ _index, _id }) => `${_index}/${_id}`);

describe('indices', () => {
  test('patterns, lists and exclusions name them', async () => {
    for (const index of ['logs-a', 'logs-b', 'metrics-a']) await load(index, { x: 1 });
    const query = { match_all: {} };
    expect(await ids('logs-*', query)).toEqual(['logs-a/0', 'logs-b/0']);
    expect(await ids('logs-*,-logs-b', query)).toEqual(['logs-a/0']);
    expect(await ids('metrics-a,logs-a', query)).toEqual(['metrics-a/0', 'logs-a/0']);
    expect(await ids('nothing-*', query)).toEqual([]);
  });

  test('a name that is not there is an error, unless it may be', async () => {
    await load('logs-a', { x: 1 });
    await expect(cluster.search({ index: 'logs-z' })).rejects.toMatchObject({
      status: 404,
      error: { type: 'index_not_found_exception', reason: 'no such index [logs-z]' },
    });
    const found = await cluster.search({ index: 'logs-a,logs-z', ignore_unavailable: true });
    expect(found.hits.total).toEqual({ value: 1, relation: 'eq' });
    await expect(cluster.search({ index: 'z*', allow_no_indices: false })).rejects.toMatchObject({ status: 404 });
  });

  test('an index is created once and deleted once', async () => {
    await cluster.createIndex('logs-a');
    await expect(cluster.createIndex('logs-a')).rejects.toMatchObject({
      error: { type: 'resource_already_exists_exception' },
    });
    await cluster.deleteIndex('logs-a');
    await expect(cluster.deleteIndex('logs-a')).rejects.toMatchObject({ status: 404 });
    await expect(cluster.createIndex('Logs')).rejects.toMatchObject({
      error: { type: 'invalid_index_name_exception' },
    });
  });
});

test('a bool query of 200,000 clauses does not run out of stack', async () => {
  await load('logs-a', { x: '150000' }, { x: 'other' });
  const should = Array.from({ length: 200_000 }, (_, at) => ({ match_phrase: { x: String(at) } }));
  expect(await ids('logs-a', { bool: { should } })).toEqual(['logs-a/0']);
});

describe('documents', () => {
  test('one that cannot be mapped is rejected alone, and leaves no trace', async () => {
    await cluster.createIndex('logs', { mappings: { properties: { n: { type: 'long' } } } });
    const { errors, items } = await load(
      'logs',
      { tag: 'a', n: 1 },
      { tag: 'b', extra: 1, n: 'many' },
      { tag: 'c', n: '3' },
    );
    expect(errors).toBe(true);
    expect(items.map(({ status }) => status)).toEqual([201, 400, 201]);
    expect(items[1]!.error).toMatchObject({
      type: 'document_parsing_exception',
      caused_by: { type: 'illegal_argument_exception', reason: 'For input string: "many"' },
    });
    expect(await ids('logs', { exists: { field: 'tag' } })).toEqual(['logs/0', 'logs/2']);
    expect(Object.keys((await cluster.fieldCaps({ index: 'logs', fields: ['extra'] })).fields)).toEqual([]);
  });

  test('one of the same id is replaced', async () => {
    await load('logs', { user: 'old' });
    const { items } = await load('logs', { user: 'new' });
    expect(items[0]).toMatchObject({ status: 200 });
    expect(await ids('logs', { match: { user: 'old' } })).toEqual([]);
    expect((await cluster.count({ index: 'logs' })).count).toBe(1);
  });

  test('64-bit integers keep their value through bulk, search and source', async () => {
    await cluster.bulk([{ _index: 'logs', _id: 'a', source: '{"n": 9007199254740993}' }]);
    const { hits } = await cluster.search({ index: 'logs', query: { term: { n: 9007199254740993n } } });
    expect(hits.hits[0]!._source).toEqual({ n: 9007199254740993n });
    expect(await ids('logs', { term: { n: 9007199254740992 } })).toEqual([]);
  });

  test('dotted and nested JSON are the same field', async () => {
    await load(
      'logs',
      { 'process.name': 'cmd.exe' },
      { process: { name: 'cmd.exe' } },
      { process: { name: ['x', 'cmd.exe'] } },
    );
    expect(await ids('logs', { term: { 'process.name.keyword': 'cmd.exe' } })).toHaveLength(3);
  });

  test('__proto__ and constructor are ordinary names', async () => {
    await cluster.bulk([{ _index: 'logs', _id: 'a', source: '{"__proto__":{"x":"1"},"constructor":"2"}' }]);
    expect(await ids('logs', { match: { '__proto__.x': '1' } })).toEqual(['logs/a']);
    expect(await ids('logs', { match: { constructor: '2' } })).toEqual(['logs/a']);
    expect(({} as { x?: string }).x).toBeUndefined();
  });

  test('absurd nesting is a rejection, not a crash', async () => {
    const { items } = await cluster.bulk([
      { _index: 'logs', source: `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}` },
    ]);
    expect(items[0]).toMatchObject({ status: 400, error: { type: 'document_parsing_exception' } });
  });
});

describe('refusals', () => {
  test('a query that does not exist is named', async () => {
    await load('logs', { x: 1 });
    const refusal = cluster.search({ index: 'logs', query: { matsch: { x: 1 } } });
    await expect(refusal).rejects.toMatchObject({
      status: 400,
      error: { type: 'parsing_exception', reason: 'unknown query [matsch]' },
    });
    await expect(refusal).rejects.toBeInstanceOf(ClusterError);
  });

  test('what Elasticsearch has and this engine lacks says so', async () => {
    await load('logs', { x: 1 });
    await expect(cluster.search({ index: 'logs', query: { script: {} } })).rejects.toBeInstanceOf(UnsupportedError);
  });
});

describe('search', () => {
  test('sorts, pages and goes on after a hit', async () => {
    await load('logs', { n: 3 }, { n: 1 }, { other: true }, { n: [2, 9] });
    const sorted = await cluster.search({ index: 'logs', sort: [{ n: 'asc' }], size: 2 });
    expect(sorted.hits.hits.map(({ _id, sort }) => [_id, sort])).toEqual([
      ['1', [1]],
      ['3', [2]],
    ]);
    const rest = await cluster.search({ index: 'logs', sort: [{ n: 'asc' }], search_after: [2] });
    expect(rest.hits.hits.map(({ _id }) => _id)).toEqual(['0', '2']);
    const down = await cluster.search({ index: 'logs', sort: [{ n: { order: 'desc', missing: '_first' } }] });
    expect(down.hits.hits.map(({ _id }) => _id)).toEqual(['2', '3', '0', '1']);
  });

  test('cuts the source', async () => {
    await load('logs', { a: { b: 1, c: 2 }, d: [{ e: 1 }, { f: 2 }] });
    const source = async (_source: boolean | string | string[] | JsonObject) =>
      (await cluster.search({ index: 'logs', _source })).hits.hits[0]!._source;
    expect(await source(false)).toBeUndefined();
    expect(await source('a.b')).toEqual({ a: { b: 1 } });
    expect(await source({ excludes: ['a.*', 'd.f'] })).toMatchObject({ d: [{ e: 1 }] });
  });
});

describe('keywords that stand in the source only', () => {
  const mappings = {
    properties: {
      original: { type: 'keyword', index: false, doc_values: false, ignore_above: 10 },
      user: { type: 'keyword' },
    },
  };

  test('are found by no query, and have no doc values', async () => {
    await cluster.createIndex('logs', { mappings });
    await load('logs', { original: 'b', user: 'anna' });
    const unsearchable = {
      status: 400,
      error: {
        caused_by: {
          reason:
            'failed to create query: Cannot search on field [original] since it is not indexed nor has doc values.',
        },
      },
    };
    for (const query of [
      { term: { original: 'b' } },
      { terms: { original: ['b'] } },
      { match: { original: 'b' } },
      { wildcard: { original: 'b*' } },
      { range: { original: { gte: 'a' } } },
    ]) {
      await expect(cluster.search({ index: 'logs', query }), JSON.stringify(query)).rejects.toMatchObject(unsearchable);
    }
    expect(await ids('logs', { exists: { field: 'original' } })).toEqual([]);
    expect(await ids('logs', { query_string: { query: 'b' } })).toEqual([]);
    await expect(cluster.search({ index: 'logs', sort: ['original'] })).rejects.toMatchObject({
      error: { caused_by: { reason: expect.stringContaining("Can't load fielddata on [original]") as string } },
    });
    expect((await cluster.fieldCaps({ index: 'logs', fields: ['original'] })).fields).toMatchObject({
      original: { keyword: { searchable: false, aggregatable: false } },
    });
  });

  test('are read by ES|QL in the order of the document, however long their terms would be', async () => {
    await cluster.createIndex('logs', { mappings });
    const { errors } = await load(
      'logs',
      { user: 'anna', original: ['b', 'too long to keep', 'a', 'b', 1.5] },
      { user: 'ben', original: 'x'.repeat(40_000) },
    );
    expect(errors).toBe(false);
    const { values } = await cluster.esql({ query: 'FROM logs | SORT user | KEEP user, original' });
    expect(values).toEqual([
      ['anna', ['b', 'a', 'b', '1.5']],
      ['ben', null],
    ]);
  });
});

describe('values of documents', () => {
  test('a field that all documents had, then one not, then one twice', async () => {
    const tags = ['a', 'b', 'a', undefined, ['c', 'a'], 'b'];
    await load('logs', ...tags.map((tag) => ({ tag })));
    expect(await ids('logs', { term: { 'tag.keyword': 'a' } })).toEqual(['logs/0', 'logs/2', 'logs/4']);
    const { hits } = await cluster.search({ index: 'logs', fields: ['tag.keyword'], sort: ['_doc'] });
    expect(hits.hits.map((hit) => hit.fields?.['tag.keyword'])).toEqual([
      ['a'],
      ['b'],
      ['a'],
      undefined,
      ['c', 'a'],
      ['b'],
    ]);
    const { values } = await cluster.esql({ query: 'FROM logs | KEEP tag.keyword' });
    expect(values).toEqual([['a'], ['b'], ['a'], [null], [['a', 'c']], ['b']]);
  });

  test('a rejected document leaves none, whether or not all documents before had one', async () => {
    await cluster.createIndex('logs', {
      mappings: { properties: { user: { type: 'keyword' }, n: { type: 'long' } } },
    });
    const { items } = await load(
      'logs',
      { user: 'anna', n: 1 },
      { user: 'ben', n: 'x' },
      { user: 'cleo' },
      { n: 2 },
      { user: 'ben', n: 'x' },
      { user: 'anna' },
    );
    expect(items.map(({ status }) => status)).toEqual([201, 400, 201, 201, 400, 201]);
    const { values } = await cluster.esql({ query: 'FROM logs | KEEP user, n' });
    expect(values).toEqual([
      ['anna', 1],
      ['cleo', null],
      [null, 2],
      ['anna', null],
    ]);
  });

  test('documents with the same keys in other orders are read alike', async () => {
    await load('logs', { a: 1, b: { c: 'x', d: 'y' } }, { b: { d: 'y', c: 'x' }, a: 1 }, { b: { c: 'x' }, e: 2, a: 1 });
    const { values } = await cluster.esql({ query: 'FROM logs | KEEP a, b.c, b.d, e' });
    expect(values).toEqual([
      [1, 'x', 'y', null],
      [1, 'x', 'y', null],
      [1, 'x', null, 2],
    ]);
  });
});
