import { expect, test } from 'vitest';
import { EmbeddedCluster } from '../../../src/engine/embedded/embedded-cluster.js';
import type { JsonObject } from '../../../src/values/json.js';

async function histogram(options: JsonObject): Promise<unknown> {
  const cluster = new EmbeddedCluster({ clock: () => new Date(0) });
  const mappings = { properties: { at: { type: 'date' }, n: { type: 'long' } } };
  await cluster.createIndex('i', { mappings });
  const sources = [
    { at: '2024-01-01T01:00:00Z', n: 1 },
    { at: ['2024-01-01T23:30:00Z', '2024-01-03T00:00:00Z'], n: 2 },
    { n: 3 },
  ];
  await cluster.bulk(sources.map((source) => ({ _index: 'i', source: JSON.stringify(source) })));
  const aggs = { by: { date_histogram: { field: 'at', ...options }, aggs: { top: { max: { field: 'n' } } } } };
  const { aggregations } = await cluster.search({ index: 'i', size: 0, aggs });
  return (aggregations as { by: { buckets: JsonObject[] } }).by.buckets.map(({ key_as_string, doc_count }) => [
    key_as_string,
    doc_count,
  ]);
}

test('days without documents are buckets, unless min_doc_count leaves them out', async () => {
  expect(await histogram({ calendar_interval: 'day' })).toEqual([
    ['2024-01-01T00:00:00.000Z', 2],
    ['2024-01-02T00:00:00.000Z', 0],
    ['2024-01-03T00:00:00.000Z', 1],
  ]);
  expect(await histogram({ fixed_interval: '12h', min_doc_count: 1, format: 'yyyy-MM-dd HH' })).toEqual([
    ['2024-01-01 00', 1],
    ['2024-01-01 12', 1],
    ['2024-01-03 00', 1],
  ]);
});

test('weeks start on Monday, months on their first day', async () => {
  expect(await histogram({ calendar_interval: '1M' })).toEqual([['2024-01-01T00:00:00.000Z', 2]]);
  expect(await histogram({ calendar_interval: 'week' })).toEqual([['2024-01-01T00:00:00.000Z', 2]]);
});

test('an interval that is not one is refused', async () => {
  await expect(histogram({ fixed_interval: '1M' })).rejects.toMatchObject({ status: 400 });
  await expect(histogram({ calendar_interval: '2d' })).rejects.toMatchObject({ status: 400 });
  await expect(histogram({})).rejects.toMatchObject({ status: 400 });
});
