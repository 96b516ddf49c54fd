import { expect, it } from 'vitest';
import type { JsonObject } from '../../../src/values/json.js';
import { ClusterError } from '../../../src/engine/cluster-error.js';
import { EmbeddedCluster } from '../../../src/engine/embedded/embedded-cluster.js';

it('refuses bounds beyond an integer or a long, as Elasticsearch does, and takes those beyond a byte', async () => {
  const cluster = new EmbeddedCluster({ clock: () => new Date('2024-01-01T00:00:00Z') });
  await cluster.createIndex('numbers', {
    mappings: { properties: { b: { type: 'byte' }, i: { type: 'integer' }, l: { type: 'long' } } },
  });
  await cluster.bulk([{ _index: 'numbers', _id: '1', source: '{"b": 5, "i": 5, "l": 5}' }]);
  const found = async (query: JsonObject): Promise<number> =>
    (await cluster.search({ index: 'numbers', query })).hits.hits.length;
  expect(await found({ range: { b: { lt: 100_000 } } })).toBe(1);
  expect(await found({ range: { i: { lte: 2_147_483_647 } } })).toBe(1);
  expect(await found({ range: { l: { lte: '9223372036854775807' } } })).toBe(1);
  await expect(found({ range: { b: { lt: '3e9' } } })).rejects.toThrow(ClusterError);
  await expect(found({ range: { i: { gt: 2_147_483_647.5 } } })).rejects.toThrow(ClusterError);
  await expect(found({ range: { l: { gt: '9223372036854775808' } } })).rejects.toThrow(ClusterError);
  expect(await found({ query_string: { query: 'i:<9007199254740993 OR b:5' } })).toBe(1);
  await expect(found({ query_string: { query: 'i:<9007199254740993', lenient: false } })).rejects.toThrow(ClusterError);
});
