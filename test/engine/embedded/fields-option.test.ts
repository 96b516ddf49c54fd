import { expect, test } from 'vitest';
import { EmbeddedCluster } from '../../../src/engine/embedded/embedded-cluster.js';
import type { JsonValue } from '../../../src/values/json.js';

const mappings = {
  properties: {
    k: {
      type: 'keyword',
      ignore_above: 5,
      fields: { text: { type: 'text' }, low: { type: 'keyword', normalizer: 'lowercase' } },
    },
    n: { type: 'long' },
    d: { type: 'date' },
    ip: { type: 'ip' },
    b: { type: 'boolean' },
    flat: { type: 'flattened' },
    nil: { type: 'keyword', null_value: 'NULL' },
    o: { properties: { x: { type: 'double' } } },
    alias: { type: 'alias', path: 'k' },
    lax: { type: 'long', ignore_malformed: true },
  },
};

const source = {
  k: ['Abc', 'too long', 1.5], n: ['5', 7.9], d: ['2024-06-15', 1718446830123], ip: '::FFFF:10.0.0.1', b: ['true', false],
  flat: { a: { b: 1 } }, nil: null, 'o.x': [1, null, [2]], o: [{ x: 3 }], lax: ['many', 4], unmapped: null,
}; // prettier-ignore

async function fieldsOf(...fields: JsonValue[]): Promise<unknown> {
  const cluster = new EmbeddedCluster({ clock: () => new Date(0) });
  await cluster.createIndex('i', { mappings });
  await cluster.bulk([{ _index: 'i', _id: '1', source: JSON.stringify(source) }]);
  return (await cluster.search({ index: 'i', fields })).hits.hits[0]!.fields;
}

test('values come from the source, each as its field holds it', async () => {
  expect(await fieldsOf('k', 'k.*', 'n', 'd', 'ip', 'b', 'flat', 'nil', 'alias', 'lax', 'nothing')).toEqual({
    k: ['Abc', '1.5'],
    'k.text': ['Abc', 'too long', '1.5'],
    'k.low': ['abc', 'too long', '1.5'],
    n: [5, 7],
    d: ['2024-06-15T00:00:00.000Z', '2024-06-15T10:20:30.123Z'],
    ip: ['10.0.0.1'],
    b: [true, false],
    flat: [{ a: { b: 1 } }],
    nil: ['NULL'],
    alias: ['Abc', '1.5'],
    lax: [4],
  });
});

test('dates take the format that is asked for; dotted and nested spellings are one path', async () => {
  expect(await fieldsOf({ field: 'd', format: 'yyyy/MM/dd' }, 'o.*')).toEqual({
    d: ['2024/06/15', '2024/06/15'],
    'o.x': [3, 1, 2],
  });
});
