import { afterAll, beforeAll, expect, test } from 'vitest';
import { ElasticsearchCluster } from '../../src/engine/elasticsearch.js';
import { CASES, codesOf, seed } from '../cluster-checks/cases.js';

const PREFIX = 'rules-on-cluster';
const real = new ElasticsearchCluster({ node: process.env['ORACLE_URL'] ?? 'http://127.0.0.1:9200' });

const clean = async (): Promise<void> => {
  for (const name of ['new', 'old']) await real.deleteIndex(`${PREFIX}-${name}`).catch(() => undefined);
};
beforeAll(async () => {
  await clean();
  await seed(real, PREFIX);
});
afterAll(async () => {
  await clean();
  await real.close();
});

test.each(CASES(PREFIX))('the real node says the same of %s', async (keys, expected) => {
  expect(await codesOf(keys, real)).toEqual(expected);
});
