import type { JsonObject } from '../../../../src/values/json.js';

/** Documents and aggregations that both engines answer: test/cluster compares them with a real node. */
export const MAPPINGS: JsonObject = {
  properties: {
    k: { type: 'keyword' },
    n: { type: 'long' },
    d: { type: 'double' },
    b: { type: 'boolean' },
    t: { type: 'date' },
    ip: { type: 'ip' },
    text: { type: 'text' },
  },
};

export const DOCUMENTS: readonly JsonObject[] = [
  { k: 'a', n: 1, d: 1.5, b: true, t: '2026-01-01T00:00:00Z', ip: '10.0.0.1', text: 'x' },
  { k: ['a', 'b', 'a'], n: [2, 2, 3], d: 2.5, b: false, t: '2026-01-02T00:00:00Z', ip: '10.0.0.2' },
  { k: 'c', n: 9007199254740993n, b: [true, false], t: ['2026-01-03T00:00:00Z', '2025-01-01T00:00:00Z'] },
  { k: 'É', n: -1, d: -0.5, ip: '2001:db8::1' },
  { k: 'B', n: 1 },
  { n: 3, t: '2026-01-01T00:00:00Z' },
  {},
];

const composite = (fields: readonly string[], more: JsonObject = {}): JsonObject => ({
  x: { composite: { sources: fields.map((field) => ({ [`s_${field}`]: { terms: { field } } })), size: 100, ...more } },
});

export const AGGREGATIONS: readonly JsonObject[] = [
  composite(['k']),
  composite(['n']),
  composite(['t']),
  composite(['ip']),
  composite(['b']),
  composite(['k', 'n']),
  composite(['k', 'n', 'b']),
  composite(['k', 'n'], { size: 2 }),
  composite(['k', 'n'], { size: 2, after: { s_k: 'a', s_n: 2 } }),
  composite(['t'], { size: 2, after: { s_t: 1767225600000 } }),
  composite(['missing']),
  { x: { composite: { sources: [{ s: { terms: { field: 'k', order: 'desc' } } }], size: 2 } } },
  { x: { composite: { sources: [{ s: { terms: { field: 'k' } } }] }, aggs: { y: { max: { field: 'n' } } } } },
  { x: { terms: { field: 'k' } } },
  { x: { terms: { field: 'n', size: 2 } } },
  { x: { terms: { field: 't' } } },
  { x: { terms: { field: 'b' } } },
  { x: { terms: { field: 'ip', order: { _key: 'desc' } } } },
  { x: { terms: { field: 'k', include: ['a', 'c'] } } },
  { x: { terms: { field: 'k', exclude: ['a'], min_doc_count: 1, order: [{ _count: 'asc' }, { _key: 'desc' }] } } },
  { x: { terms: { field: 'k' }, aggs: { y: { terms: { field: 'n' } }, z: { cardinality: { field: 'n' } } } } },
  { x: { terms: { field: 'missing' } } },
  { x: { cardinality: { field: 'k' } } },
  { x: { cardinality: { field: 'missing' } } },
  { x: { value_count: { field: 'n' } } },
  { x: { min: { field: 'd' } }, y: { max: { field: 't' } } },
  { x: { min: { field: 'missing' } } },
  { x: { filter: { term: { k: 'a' } }, aggs: { y: { min: { field: 'n' } } } } },
];

/** Aggregations that both engines refuse. */
export const REFUSED: readonly JsonObject[] = [
  { x: { terms: { field: 'text' } } },
  { x: { terms: {} } },
  { x: {} },
  { x: { composite: { sources: [] } } },
  { x: { terms: { field: 'k', size: 0 } } },
  { x: { terms: { field: 'k' }, min: { field: 'n' } } },
];
