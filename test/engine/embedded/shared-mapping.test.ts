import { describe, expect, test } from 'vitest';
import { EmbeddedCluster } from '../../../src/engine/embedded/embedded-cluster.js';
import type { EmbeddedIndex } from '../../../src/engine/embedded/documents/embedded-index.js';
import { printMapping } from '../../../src/engine/embedded/mapping/print-mapping.js';
import type { JsonObject } from '../../../src/values/json.js';

const DEFINITION: JsonObject = {
  date_detection: false,
  dynamic_templates: [{ short: { match_mapping_type: 'string', mapping: { type: 'keyword', ignore_above: 8 } } }],
  properties: {
    '@timestamp': { type: 'date' },
    all: { type: 'keyword' },
    process: {
      properties: {
        name: {
          type: 'keyword',
          copy_to: 'all',
          fields: { text: { type: 'text' }, low: { type: 'keyword', normalizer: 'lowercase' } },
        },
        pid: { type: 'long' },
        hidden: { type: 'keyword', index: false, doc_values: false },
      },
    },
    name: { type: 'alias', path: 'process.name' },
    rules: { type: 'nested', properties: { id: { type: 'keyword' }, score: { type: 'float' } } },
    labels: { type: 'flattened' },
    raw: { type: 'object', enabled: false },
    closed: { dynamic: 'strict', properties: { a: { type: 'ip' } } },
    unused: { properties: { one: { type: 'keyword' }, two: { type: 'date', format: 'yyyy' } } },
  },
};

const DOCUMENTS: readonly JsonObject[] = [
  { '@timestamp': '2026-05-01T12:00:00Z', process: { name: 'Bash', pid: 7, hidden: 'x' }, added: 'one' },
  {
    'process.name': ['curl', 'Bash'],
    rules: [
      { id: 'a', score: 1 },
      { id: 'b', score: 2 },
    ],
    labels: { team: 'blue' },
  },
  { process: { pid: 'not a number' }, late: 'taken back' },
  { closed: { b: 1 } },
  { closed: { a: '10.0.0.1' }, raw: { any: { thing: 1 } }, process: { more: { deep: 3 } }, unused: { two: '2026' } },
  { name: 'an alias is not written to' },
];

async function filled(
  definition: JsonObject,
  name: string,
): Promise<{ cluster: EmbeddedCluster; answers: readonly unknown[] }> {
  const cluster = new EmbeddedCluster({ clock: () => new Date('2026-05-01T12:00:00Z') });
  await cluster.createIndex(name, { mappings: definition });
  const bulk = await cluster.bulk(
    DOCUMENTS.map((source, at) => ({ _index: name, _id: `d${at}`, source: JSON.stringify(source) })),
  );
  const search = (query: JsonObject): Promise<unknown> => cluster.search({ index: name, query, fields: ['*'] });
  return {
    cluster,
    answers: [
      bulk.items,
      await search({ match_all: {} }),
      await search({ term: { all: 'Bash' } }),
      await search({ term: { name: 'curl' } }),
      await search({ term: { 'process.name.low': 'bash' } }),
      await search({ match: { 'process.name.text': 'bash' } }),
      await search({ nested: { path: 'rules', query: { term: { 'rules.id': 'b' } } } }),
      await search({ term: { 'labels.team': 'blue' } }),
      await search({ exists: { field: 'unused.two' } }),
      await search({ exists: { field: 'unused.one' } }),
      await search({ query_string: { query: 'bash OR 10.0.0.1' } }),
      await search({ kql: { query: 'process.n*: (bash or curl)' } }),
      await cluster.fieldCaps({ index: name, fields: ['*'] }),
      await cluster.fieldCaps({ index: name, fields: ['name', 'process', 'process.name', 'rules.id', 'absent'] }),
      await cluster.esql({ query: `FROM ${name} | SORT process.pid` }),
      await cluster.eql({ index: name, query: 'any where process.pid == 7', size: 10 }),
      printMapping(indexOf(cluster, name).mapping),
    ],
  };
}

function indexOf(cluster: EmbeddedCluster, name: string): EmbeddedIndex {
  const [index] = cluster.indices(name);
  if (index === undefined) throw new Error('no index');
  return index;
}

describe('a frozen mapping, whose fields are made when they are named', () => {
  const frozen = Object.freeze(structuredClone(DEFINITION));

  test('answers as one whose fields are all made at once', async () => {
    const { answers } = await filled(structuredClone(DEFINITION), 'logs');
    expect((await filled(frozen, 'logs')).answers).toEqual(answers);
  });

  test('answers a second index like the first: none keeps what documents of another added', async () => {
    const [first, second] = [await filled(frozen, 'logs'), await filled(frozen, 'logs')];
    expect(second.answers).toEqual(first.answers);
    const empty = new EmbeddedCluster({ clock: () => new Date(0) });
    await empty.createIndex('logs', { mappings: frozen });
    const { fields } = await empty.fieldCaps({ index: 'logs', fields: ['added', 'process.more', 'process.pid'] });
    expect(Object.keys(fields)).toEqual(['process.pid']);
  });

  test('takes additions of its own, and leaves the definition of others alone', async () => {
    const { cluster } = await filled(frozen, 'logs');
    const { cluster: plain } = await filled(structuredClone(DEFINITION), 'logs');
    const addition: JsonObject = {
      properties: {
        process: { properties: { name: { type: 'keyword', copy_to: 'all', fields: { exact: { type: 'wildcard' } } } } },
      },
    };
    for (const one of [cluster, plain]) indexOf(one, 'logs').putMapping(addition);
    expect(printMapping(indexOf(cluster, 'logs').mapping)).toEqual(printMapping(indexOf(plain, 'logs').mapping));
    const other = new EmbeddedCluster({ clock: () => new Date(0) });
    await other.createIndex('logs', { mappings: frozen });
    expect(indexOf(other, 'logs').field('process.name.exact')).toBeUndefined();
  });

  test('refuses a mapping each time', async () => {
    const wrong = Object.freeze({ properties: { a: { type: 'keywrd' } } });
    const cluster = new EmbeddedCluster({ clock: () => new Date(0) });
    for (const name of ['a', 'b']) {
      await expect(cluster.createIndex(name, { mappings: wrong })).rejects.toThrow('[keywrd]');
    }
  });

  test('makes only what is named', async () => {
    const { cluster } = await filled(frozen, 'logs');
    const made = [...indexOf(cluster, 'logs').mapping.fields.made()].map(({ name }) => name);
    expect(made).toContain('process.name.low');
    expect(made).not.toContain('rules.score.keyword');
    const empty = new EmbeddedCluster({ clock: () => new Date(0) });
    await empty.createIndex('logs', { mappings: frozen });
    await empty.fieldCaps({ index: 'logs', fields: ['*'] });
    await empty.esql({ query: 'FROM logs | KEEP process.pid' });
    expect([...indexOf(empty, 'logs').mapping.fields.made()].map(({ name }) => name)).toEqual(['process.pid']);
  });
});
