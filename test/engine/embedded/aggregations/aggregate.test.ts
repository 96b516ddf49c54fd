import { describe, expect, test } from 'vitest';
import { ClusterError } from '../../../../src/engine/cluster-error.js';
import { EmbeddedCluster } from '../../../../src/engine/embedded/embedded-cluster.js';
import { printJson } from '../../../../src/values/json.js';
import type { JsonObject } from '../../../../src/values/json.js';
import { AGGREGATIONS, DOCUMENTS, MAPPINGS, REFUSED } from './cases.js';

const cluster = new EmbeddedCluster({ clock: () => new Date(0) });
await cluster.createIndex('a', { mappings: MAPPINGS });
await cluster.bulk(DOCUMENTS.map((document, at) => ({ _index: 'a', _id: String(at), source: printJson(document) })));

const run = async (aggs: JsonObject): Promise<JsonObject | undefined> =>
  (await cluster.search({ index: 'a', size: 0, aggs })).aggregations;

describe('aggregations (the same cases run on a real node in test/cluster)', () => {
  test('answers', async () => {
    const answers = await Promise.all(
      AGGREGATIONS.map(async (aggs) => `${printJson(aggs)}\n  ${printJson((await run(aggs)) ?? null)}\n`),
    );
    await expect(answers.join('')).toMatchFileSnapshot('../../../golden/engine/aggregations.txt');
  });

  test.each(REFUSED)('refuses %j', async (aggs) => {
    await expect(run(aggs)).rejects.toThrow(ClusterError);
  });

  test('what is not there is refused by name', async () => {
    await expect(run({ x: { percentiles: { field: 'n' } } })).rejects.toThrow(/\[percentiles\]/);
    await expect(run({ x: { terms: { field: 'k', script: {} } } })).rejects.toThrow(/\[script\]/);
  });

  test('deep nesting is refused, not a stack overflow', async () => {
    let aggs: JsonObject = { x: { max: { field: 'n' } } };
    for (let depth = 0; depth < 5000; depth += 1) aggs = { x: { filter: { match_all: {} }, aggs } };
    await expect(run(aggs)).rejects.toThrow(/nested deeper/);
  });
});
