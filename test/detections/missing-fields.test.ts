import { expect, test } from 'vitest';
import { withMissingFields } from '../../src/detections/missing-fields.js';
import { runRule } from '../../src/detections/run-rule.js';
import { toRule } from '../../src/definitions/to-model.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import type { JsonObject } from '../../src/values/json.js';

const merged = (source: JsonObject, fields: JsonObject): JsonObject => withMissingFields({ _source: source, fields });

test('adds what the source lacks, one value alone, several as a list', () => {
  expect(merged({ a: 1 }, { a: [2], 'b.c': ['x'], d: ['y', 'z'] })).toEqual({ a: 1, 'b.c': 'x', d: ['y', 'z'] });
});

test('null counts as lacking; dots and objects spell the same path', () => {
  expect(merged({ a: null, b: { c: 1 }, 'd.e': 2 }, { a: ['x'], 'b.c': [9], 'd.e': [9] })).toEqual({
    a: 'x',
    b: { c: 1 },
    'd.e': 2,
  });
});

test('leaves out multi-fields, objects, metadata, fields below a value, and odd names', () => {
  const source = { name: 'n', list: [{ x: 1 }], value: 5 };
  const fields = {
    name: ['n'],
    'name.text': ['n'],
    nested: [{ a: ['q'] }],
    'list.y': ['q'],
    'value.z': ['q'],
    _ignored: ['name'],
    '.odd': ['q'],
    'a..b': ['q'],
    empty: [],
  };
  expect(merged(source, fields)).toEqual(source);
  expect(withMissingFields({})).toEqual({});
});

test('a constant of the mapping is in the alert, as constant_keyword fields of data streams are', async () => {
  const now = new Date('2026-05-01T12:00:00Z');
  const types = [
    { type: 'query', language: 'kuery', query: 'event.dataset: acme.app' },
    { type: 'eql', language: 'eql', query: 'any where event.dataset == "acme.app"' },
  ];
  for (const type of types) {
    const cluster = new EmbeddedCluster({ clock: () => now });
    const properties = {
      '@timestamp': { type: 'date' },
      event: {
        properties: { category: { type: 'keyword' }, dataset: { type: 'constant_keyword', value: 'acme.app' } },
      },
    };
    await cluster.createIndex('logs-a', { mappings: { properties } });
    const source = '{"@timestamp":"2026-05-01T11:59:00Z","event":{"category":"process"}}';
    await cluster.bulk([{ _index: 'logs-a', _id: 'd1', source }]);
    const fields = {
      rule_id: 'r',
      name: 'n',
      description: 'd',
      author: [],
      severity: 'low',
      risk_score: 1,
      index: ['logs-*'],
    };
    const run = await runRule(toRule({ metadata: {}, rule: { ...fields, ...type } }), cluster, { now });
    expect(run.errors).toEqual([]);
    expect(
      run.alerts.map(({ document }) => [document['event.dataset'], document['kibana.alert.original_event.dataset']]),
    ).toEqual([['acme.app', 'acme.app']]);
  }
});
