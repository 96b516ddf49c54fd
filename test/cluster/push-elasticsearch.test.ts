import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ElasticsearchCluster } from '../../src/engine/elasticsearch.js';
import { RULE, RULE_TESTS, workspace } from '../commands/run-cli.js';
import type { CliRun, Workspace } from '../commands/run-cli.js';
import { oracleUrl } from './node-under-oracle-url.js';

const INDEX = 'push-definitions-of-test';
const FOREIGN = 'push-definitions-of-others';

describe('dragnet push elasticsearch on the real node', () => {
  const cluster = new ElasticsearchCluster({ node: oracleUrl() });
  let space: Workspace;
  const clear = (): Promise<unknown> => Promise.allSettled([INDEX, FOREIGN].map((index) => cluster.deleteIndex(index)));
  const push = (...args: readonly string[]): Promise<CliRun> =>
    space.run(['push', 'elasticsearch', '--cluster', oracleUrl(), '--index', INDEX, '--repository', 'r', ...args]);
  beforeAll(async () => {
    await clear();
    const many = Array.from({ length: 1100 }, (_, at) => {
      const id = `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
      const text = RULE.replace('0f616aee-8161-4120-857e-742366f5eeb3', id);
      return [`rules/${at}.toml`, at % 2 === 0 ? text : text.replace('"medium"', '"high"')];
    });
    const files = Object.fromEntries(many) as Readonly<Record<string, string>>;
    space = await workspace({ ...files, 'rules/0.test.toml': RULE_TESTS });
  });
  afterAll(async () => {
    await clear();
    await cluster.close();
    await space.remove();
  });

  it('writes more than one page, and nothing the second time', async () => {
    expect((await push()).err).toContain('1100 created, 0 changed, 0 removed, 0 unchanged; 1100 documents there');
    expect(await push()).toMatchObject({ code: 0, out: '' });
  });

  it('gives charts their fields', async () => {
    const { aggregations, hits } = await cluster.search({
      index: INDEX,
      size: 0,
      query: { bool: { filter: [{ match: { name: 'program' } }, { wildcard: { query: '*mimikatz*' } }] } },
      aggs: { severity: { terms: { field: 'severity', order: { _key: 'asc' } } } },
    });
    expect(hits.total?.value).toBe(1100);
    expect(aggregations).toMatchObject({
      severity: {
        buckets: [
          { key: 'high', doc_count: 550 },
          { key: 'medium', doc_count: 550 },
        ],
      },
    });
  });

  it('writes what changed and removes what is gone', async () => {
    await space.write({
      'rules/1.toml': 'x = 1\n',
      'rules/2.toml': RULE.replace('0f616aee-8161-4120-857e-742366f5eeb3', '00000000-0000-4000-8000-000000000002')
        .replace('"medium"', '"low"')
        .concat('[[rule.filters]]\nquery = { exists = { field = "a" } }\n'),
    });
    expect((await push('--dry-run')).err).toContain('would be 0 created, 1 changed, 1 removed, 1098 unchanged');
    const { out, err } = await push();
    expect(out).toBe(
      '~ rule:00000000-0000-4000-8000-000000000002  rules/2.toml\n- rule:00000000-0000-4000-8000-000000000001  rules/1.toml\n',
    );
    expect(err).toContain('1099 documents there');
    const query = {
      bool: { filter: [{ term: { severity_rank: 1 } }, { term: { 'definition.filters.query.exists.field': 'a' } }] },
    };
    expect(await cluster.count({ index: INDEX, query })).toMatchObject({ count: 1 });
  });

  it('leaves an index that it did not make alone', async () => {
    await cluster.createIndex(FOREIGN);
    const { code, err } = await push('--index', FOREIGN);
    expect([code, err.includes('given 2 times')]).toEqual([2, true]);
    const run = await space.run(['push', 'elasticsearch', '--cluster', oracleUrl(), '--index', FOREIGN]);
    expect(run.code).toBe(2);
    expect(run.err).toContain('was not made by dragnet push');
  });
});
