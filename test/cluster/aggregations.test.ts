import { afterAll, beforeAll, expect, test } from 'vitest';
import { ElasticsearchCluster } from '../../src/engine/elasticsearch.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import type { Cluster } from '../../src/engine/cluster.js';
import { printJson } from '../../src/values/json.js';
import type { JsonObject } from '../../src/values/json.js';
import { AGGREGATIONS, DOCUMENTS, MAPPINGS, REFUSED } from '../engine/embedded/aggregations/cases.js';

const INDEX = 'aggregations-differential';
const real = new ElasticsearchCluster({ node: process.env['ORACLE_URL'] ?? 'http://127.0.0.1:9200' });
const embedded = new EmbeddedCluster({ clock: () => new Date() });

beforeAll(async () => {
  await real.deleteIndex(INDEX).catch(() => undefined);
  for (const cluster of [real, embedded]) {
    await cluster.createIndex(INDEX, { mappings: MAPPINGS });
    const documents = DOCUMENTS.map((document, at) => ({
      _index: INDEX,
      _id: String(at),
      source: printJson(document),
    }));
    expect((await cluster.bulk(documents)).errors).toBe(false);
  }
});
afterAll(async () => {
  await real.deleteIndex(INDEX);
  await real.close();
});

const run = async (cluster: Cluster, aggs: JsonObject): Promise<JsonObject | undefined> =>
  (await cluster.search({ index: INDEX, size: 0, aggs })).aggregations;

test.each(AGGREGATIONS.map((aggs) => [printJson(aggs), aggs] as const))('%s', async (_, aggs) => {
  expect(await run(embedded, aggs)).toEqual(await run(real, aggs));
});

test.each(REFUSED)('both refuse %j', async (aggs) => {
  await expect(run(real, aggs)).rejects.toThrow();
  await expect(run(embedded, aggs)).rejects.toThrow();
});
