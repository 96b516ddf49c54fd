import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ElasticsearchCluster } from '../../src/engine/elasticsearch.js';
import { parseJson } from '../../src/values/json.js';
import { workspace } from '../commands/run-cli.js';
import type { CliRun, Workspace } from '../commands/run-cli.js';
import { oracleUrl } from './node-under-oracle-url.js';

const INDEX = 'push-hunt-run-of-test';

function hunt(id: number, language: string, query: string): string {
  return `[hunt]
author = "The team"
description = "x"
integration = ["endpoint"]
uuid = "0000000${id}-6d0e-4b39-9c3c-0c6a4b0f8f11"
name = "Hunt ${id}"
language = ["${language}"]
license = "Apache-2.0"
query = [${JSON.stringify(query)}]
`;
}

describe('dragnet hunt run on the real node', () => {
  const cluster = new ElasticsearchCluster({ node: oracleUrl() });
  let space: Workspace;
  const clear = (): Promise<unknown> => cluster.deleteIndex(INDEX).catch(() => undefined);
  const run = (...args: readonly string[]): Promise<CliRun> =>
    space.run(['hunt', 'run', ...args, '--cluster', oracleUrl()]);
  beforeAll(async () => {
    await clear();
    await cluster.createIndex(INDEX, {
      mappings: { properties: { '@timestamp': { type: 'date' }, user: { type: 'keyword' }, n: { type: 'long' } } },
    });
    await cluster.bulk(
      [1, 2, 3, 4].map((day) => ({
        _index: INDEX,
        _id: String(day),
        source: `{"@timestamp":"2024-07-0${day}T12:00:00Z","user":"u${day % 2}","n":9007199254740993}`,
      })),
    );
    space = await workspace({
      'count.toml': hunt(
        1,
        'ES|QL',
        `from ${INDEX} | where @timestamp > now() - 7 days | stats n = count(*) by user | sort user`,
      ),
      'rows.toml': hunt(2, 'ES|QL', `from ${INDEX} | keep @timestamp, user, n | sort @timestamp // the end`),
      'range.toml': hunt(
        3,
        'ES|QL',
        `from ${INDEX} | where @timestamp >= ?_tstart and @timestamp < ?_tend | stats c = count(*)`,
      ),
      'missing.toml': hunt(4, 'ES|QL', 'from push-hunt-run-missing'),
      'warns.toml': hunt(5, 'ES|QL', `from ${INDEX} | eval x = to_long(user) | stats c = count(x)`),
      'kql.toml': hunt(6, 'KQL', 'user: u1'),
      'eql.toml': hunt(7, 'EQL', 'any where true'),
    });
  });
  afterAll(async () => {
    await clear();
    await cluster.close();
    await space.remove();
  });

  it('overrides the time of the query', async () => {
    expect((await run('count.toml')).err).toBe('hunt run: 1 query, 0 rows\n');
    const { out } = await run('count.toml', '--from', '2024-07-01', '--to', '2024-07-03', '--format', 'ndjson');
    expect(out.trim().split('\n').map(parseJson)).toMatchObject([
      { row: { n: 1, user: 'u0' } },
      { row: { n: 2, user: 'u1' } },
    ]);
  });

  it('keeps 64-bit numbers, limits rows, and takes the parameters of Kibana', async () => {
    const { out } = await run('rows.toml', '--limit', '3', '--format', 'ndjson');
    expect(out.trim().split('\n')).toHaveLength(3);
    expect(out).toContain('"n":9007199254740993');
    const ranged = await run('range.toml', '--from', '2024-07-02T00:00:00Z', '--to', '2024-07-04T00:00:00Z');
    expect(ranged.out).toContain('c\n-\n2\n1 row');
  });

  it('tells warnings, and of each query that fails why, and goes on', async () => {
    const { code, out } = await run('missing.toml', 'warns.toml', 'kql.toml', '--index', INDEX);
    expect(code).toBe(1);
    expect(out).toContain('not answered: verification_exception: line 1:1: Unknown index [push-hunt-run-missing]');
    expect(out).toMatch(/warning: Line 1:\d+: /u);
    expect(out).toContain('2024-07-03T12:00:00Z');
    expect(out).not.toContain('2024-07-02T12:00:00Z');
  });

  it('runs EQL, or says that the node has none', async () => {
    const { code, out } = await run('eql.toml', '--index', INDEX);
    if (code === 0) expect(out).toContain('4 rows');
    else expect(out).toContain('The cluster has no EQL');
  });
});
