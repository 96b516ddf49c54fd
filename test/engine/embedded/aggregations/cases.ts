import type { JsonObject } from '../../../../src/values/json.js';

/** Documents and aggregations that both engines answer: test/cluster compares them with a real node. */
export const MAPPINGS: JsonObject = {
  properties: {
    k: { type: 'keyword' },
    n: { type: 'long' },
    d: { type: 'double' },
    b: { type: 'boolean' },
    t: { type: 'date' },
    z: { type: 'date' },
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
  // The clocks of Berlin change at one o'clock UTC on both days, those of Havana at midnight on 8 March and 1 November.
  { k: 'dst', z: ['2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z', '2026-03-29T12:00:00Z'] },
  { k: 'dst', z: ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25T12:00:00Z'] },
  { k: 'dst', z: ['2026-03-08T04:30:00Z', '2026-03-08T05:30:00Z', '2026-11-01T04:30:00Z', '2026-11-01T05:30:00Z'] },
];

/** A histogram of `t`, or of `z`, whose times lie where clocks change. */
const histogram = (options: JsonObject, field = 't'): JsonObject => ({
  x: { date_histogram: { field, ...options } },
});

const ZONES = ['Europe/Berlin', 'America/Havana', 'America/New_York', '+05:30', '-07:00', 'Asia/Kolkata'];

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
  { x: { top_hits: {} } },
  { x: { top_hits: { size: 1, from: 1, sort: [{ n: 'desc' }], _source: ['k'] } } },
  { x: { top_hits: { size: 2, sort: [{ d: { order: 'asc', missing: '_first' } }, { n: 'asc' }], _source: false } } },
  { x: { top_hits: { size: 1, sort: [{ t: 'desc' }, '_score'] } } },
  { x: { top_hits: { size: 1, sort: ['t'], _source: { excludes: ['k', 'n'] } } } },
  { x: { terms: { field: 'k' }, aggs: { y: { top_hits: { size: 1, _source: 'n' } } } } },
  { x: { filter: { term: { k: 'none' } }, aggs: { y: { top_hits: {} } } } },
  ...ZONES.flatMap((time_zone) =>
    ['hour', 'day', 'week', 'month', 'quarter', 'year'].map((calendar_interval) =>
      histogram({ calendar_interval, time_zone, min_doc_count: 1 }, 'z'),
    ),
  ),
  ...ZONES.flatMap((time_zone) =>
    ['90m', '6h', '1d', '7d'].map((fixed_interval) => histogram({ fixed_interval, time_zone, min_doc_count: 1 }, 'z')),
  ),
  histogram({ calendar_interval: 'month', time_zone: 'America/New_York' }, 'z'),
  histogram({ calendar_interval: 'day', time_zone: 'America/Havana' }, 'z'),
  histogram({ fixed_interval: '12h', time_zone: 'Europe/Berlin' }, 'z'),
  histogram({ calendar_interval: 'month', time_zone: '-07:00', format: 'yyyy-MM-dd HH:mm XXX' }),
  histogram({ calendar_interval: 'month', time_zone: '+05:30', format: 'X x XX xx xxx Z' }),
  histogram({ calendar_interval: 'quarter', time_zone: '+05:30', format: 'epoch_millis' }),
  histogram({ calendar_interval: 'year', time_zone: '+02:00', format: 'date_time' }),
  histogram({ calendar_interval: 'year', time_zone: '+02:00', format: 'strict_date_optional_time_nanos' }),
  histogram({ calendar_interval: 'year', time_zone: 'Asia/Kolkata', keyed: true }),
  histogram({ calendar_interval: 'quarter', order: { _key: 'desc' } }),
  histogram({ calendar_interval: 'quarter', order: { _count: 'desc' } }),
  histogram({ calendar_interval: 'month', offset: '+3d', min_doc_count: 1 }),
  histogram({ fixed_interval: '1d', offset: '-6h', min_doc_count: 2 }),
  histogram({ fixed_interval: '1d' }, 'missing'),
  { x: { date_histogram: { field: 't', calendar_interval: 'year' }, aggs: { y: { top_hits: { size: 1 } } } } },
];

/** Aggregations that both engines refuse. */
export const REFUSED: readonly JsonObject[] = [
  { x: { terms: { field: 'text' } } },
  { x: { terms: {} } },
  { x: {} },
  { x: { composite: { sources: [] } } },
  { x: { terms: { field: 'k', size: 0 } } },
  { x: { terms: { field: 'k' }, min: { field: 'n' } } },
  { x: { top_hits: { size: 101 } } },
  { x: { top_hits: { size: 50, from: 51 } } },
  { x: { top_hits: { size: -1 } } },
  { x: { top_hits: { size: 0 } } },
  { x: { top_hits: { sort: ['unknown'] } } },
  { x: { top_hits: {}, aggs: { y: { max: { field: 'n' } } } } },
  { x: { max: { field: 'n' }, aggs: { y: { max: { field: 'n' } } } } },
  histogram({ fixed_interval: '1M' }),
  histogram({ fixed_interval: '0d' }),
  histogram({ calendar_interval: '2d' }),
  histogram({ calendar_interval: '1d', fixed_interval: '1d' }),
  histogram({ calendar_interval: '1d', time_zone: 'Mars/Olympus' }),
  histogram({ calendar_interval: '1d', min_doc_count: -1 }),
  histogram({ calendar_interval: '1d' }, 'k'),
];
