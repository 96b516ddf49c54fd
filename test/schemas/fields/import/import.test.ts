import { describe, expect, it } from 'vitest';
import { ecsCatalogue } from '../../../../src/schemas/fields/ecs.js';
import { catalogueFromDocuments } from '../../../../src/schemas/fields/import/from-documents.js';
import { catalogueFromFieldCaps } from '../../../../src/schemas/fields/import/from-field-caps.js';
import { catalogueFromMapping } from '../../../../src/schemas/fields/import/from-mapping.js';
import { catalogueFromPackageFields } from '../../../../src/schemas/fields/import/from-package.js';
import { toIndexDefinition } from '../../../../src/schemas/fields/to-index-definition.js';
import type { JsonObject, JsonValue } from '../../../../src/values/json.js';

const plain = (catalogue: ReadonlyMap<string, JsonObject>): Record<string, JsonObject> => Object.fromEntries(catalogue);

describe('a catalogue from a mapping', () => {
  const properties = {
    '@timestamp': { type: 'date' },
    host: { properties: { name: { type: 'keyword', ignore_above: 1024, fields: { text: { type: 'text' } } }, alias: { type: 'alias', path: 'host.name' } } },
    items: { type: 'nested', properties: { id: { type: 'long' } } },
    labels: { type: 'object', dynamic: 'true' },
    properties: { type: 'flattened' },
  };
  const expected = {
    '@timestamp': { type: 'date' },
    'host.name': { type: 'keyword', ignore_above: 1024, fields: { text: { type: 'text' } } },
    'host.alias': { type: 'alias', path: 'host.name' },
    items: { type: 'nested' },
    'items.id': { type: 'long' },
    labels: { type: 'object', dynamic: 'true' },
    properties: { type: 'flattened' },
  };

  it.each([
    ['GET _mapping', { 'logs-a': { mappings: { properties } } }],
    ['an index body', { mappings: { properties } }],
    ['properties alone', { properties }],
  ])('reads %s', (_, body) => {
    expect(plain(catalogueFromMapping(body))).toEqual(expected);
  });

  it('joins several indices, and becomes the same mapping again', () => {
    const both = catalogueFromMapping({ a: { mappings: { properties: { x: { type: 'long' } } } }, b: { mappings: { properties: { y: { type: 'ip' } } } } });
    expect([...both.keys()]).toEqual(['x', 'y']);
    const round = toIndexDefinition(catalogueFromMapping({ properties })).mappings['properties'];
    expect(round).toEqual(properties);
  });

  it('survives what is no mapping', () => {
    const hostile: JsonObject = JSON.parse('{"properties":{"__proto__":{"type":"keyword"},"a":5,"b":null,"c":{"properties":[]}}}') as JsonObject;
    expect([...catalogueFromMapping(hostile).keys()]).toEqual(['__proto__']);
    let deep: JsonObject = { type: 'keyword' };
    for (let level = 0; level < 5000; level++) deep = { properties: { a: deep } };
    expect(catalogueFromMapping(deep).size).toBe(0);
  });
});

describe('a catalogue from field capabilities', () => {
  it('takes types, and tells of conflicts', () => {
    const entry = (type: string, indices?: readonly string[]): JsonObject => ({ type, metadata_field: false, searchable: true, aggregatable: true, ...(indices ? { indices: [...indices] } : {}) });
    const { fields, conflicts } = catalogueFromFieldCaps({
      indices: ['a', 'b', 'c'],
      fields: {
        _id: { _id: { ...entry('_id'), metadata_field: true } },
        host: { object: entry('object') },
        'host.ip': { ip: entry('ip') },
        code: { long: entry('long', ['a']), keyword: entry('keyword', ['b', 'c']) },
        rare: { long: entry('long', ['a']), unmapped: entry('unmapped', ['b', 'c']) },
      },
    });
    expect(plain(fields)).toEqual({ 'host.ip': { type: 'ip' }, code: { type: 'keyword' }, rare: { type: 'long' } });
    expect(conflicts).toEqual([{ field: 'code', types: new Map([['long', ['a']], ['keyword', ['b', 'c']]]) }]); // prettier-ignore
  });
});

describe('a catalogue from an integration package', () => {
  const read = (...files: readonly JsonValue[]): ReturnType<typeof catalogueFromPackageFields> => catalogueFromPackageFields(files, ecsCatalogue());

  it('reads groups, dotted names, missing types and multi-fields', () => {
    const { fields } = read([
      { name: 'acme', type: 'group', fields: [{ name: 'bucket.name', description: 'x' }, { name: 'sub', type: 'group', fields: [{ name: 'n', type: 'long' }] }] },
      { name: 'acme.text', type: 'keyword', ignore_above: 8191, multi_fields: [{ name: 'text', type: 'text', default_field: false }] },
      { name: 'acme.rate', type: 'scaled_float', scaling_factor: 100 },
      { name: 'acme.meta', type: 'flattened' },
      { name: 'acme.other', type: 'alias', path: 'acme.text' },
      { name: 'acme.when', type: 'date', date_format: 'epoch_second' },
    ]);
    expect(plain(fields)).toEqual({
      'acme.bucket.name': { type: 'keyword', ignore_above: 1024 },
      'acme.sub.n': { type: 'long' },
      'acme.text': { type: 'keyword', ignore_above: 8191, fields: { text: { type: 'text' } } },
      'acme.rate': { type: 'scaled_float', scaling_factor: 100 },
      'acme.meta': { type: 'flattened' },
      'acme.other': { type: 'alias', path: 'acme.text' },
      'acme.when': { type: 'date', format: 'epoch_second' },
    });
  });

  it('takes external fields from ECS, and says which are not there', () => {
    const { fields, unresolved } = read([
      { name: 'source.ip', external: 'ecs' },
      { name: 'process.command_line', external: 'ecs', ignore_above: 4096 },
      { name: 'no.such.field', external: 'ecs' },
    ]);
    expect(fields.get('source.ip')).toEqual({ type: 'ip' });
    expect(fields.get('process.command_line')).toMatchObject({ ignore_above: 4096, fields: { text: {} } });
    expect(unresolved).toEqual(['no.such.field']);
  });

  it('knows nested fields and objects with values of one type', () => {
    const { fields } = read([
      { name: 'acme.list', type: 'nested', fields: [{ name: 'id', type: 'keyword' }] },
      { name: 'acme.labels', type: 'object', object_type: 'flattened' },
      { name: 'acme.counts.*', type: 'object', object_type: 'long' },
    ]);
    expect(plain(fields)).toEqual({
      'acme.list': { type: 'nested' },
      'acme.list.id': { type: 'keyword', ignore_above: 1024 },
      'acme.labels': { type: 'flattened' },
      'acme.counts': { type: 'object', dynamic: true },
    });
  });

  it('survives what is no list of fields', () => {
    expect(read(null, 'x', [null, 5, { type: 'long' }, { name: 7 }], { name: 'a' }).fields.size).toBe(0);
  });
});

describe('a catalogue from sample documents', () => {
  it('guesses types, joins documents, and prefers what is known', () => {
    const fields = catalogueFromDocuments(
      [
        { '@timestamp': '2024-08-02T00:00:00Z', a: { b: 1, 'c.d': [true, false] }, mixed: 1, list: [{ x: 1.5 }, { x: 2 }], big: 2n ** 60n },
        { mixed: 'text', empty: [], none: null, 'source.ip': '1.2.3.4', word: 'now' },
      ],
      ecsCatalogue(),
    );
    expect(plain(fields)).toMatchObject({
      '@timestamp': { type: 'date' },
      'a.b': { type: 'long' },
      'a.c.d': { type: 'boolean' },
      mixed: { type: 'keyword' },
      'list.x': { type: 'double' },
      big: { type: 'long' },
      'source.ip': { type: 'ip' },
      word: { type: 'keyword', ignore_above: 1024 },
    });
    expect(fields.has('empty') || fields.has('none')).toBe(false);
  });
});
