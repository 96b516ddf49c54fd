import { describe, expect, it } from 'vitest';
import { explainRule } from '../../src/clauses/explain-rule.js';
import { explanationLines } from '../../src/clauses/explanation-lines.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import type { EsqlRule } from '../../src/model/rule.js';
import type { JsonObject } from '../../src/values/json.js';
import { printJson } from '../../src/values/json.js';

const NOW = new Date('2026-01-01T12:00:00Z');

const rule = (query: string): EsqlRule => ({
  type: 'esql',
  language: 'esql',
  query,
  ruleId: 'c3f2a1de-58cb-4a3c-9a86-7f7f36c1f3ad',
  name: 'A rule',
  description: 'A rule.',
  author: [],
  severity: 'low',
  riskScore: 21,
  metadata: { creationDate: '2026/01/01', updatedDate: '2026/01/01', maturity: 'production', integration: [], raw: {} },
});

async function explain(
  query: string,
  documents: { readonly [id: string]: JsonObject },
): Promise<Readonly<Record<string, readonly string[]>>> {
  const cluster = new EmbeddedCluster({ clock: () => NOW });
  const mappings: JsonObject = {
    dynamic_templates: [{ text: { match_mapping_type: 'string', mapping: { type: 'keyword' } } }],
    properties: { '@timestamp': { type: 'date' } },
  };
  await cluster.createIndex('logs-a', { mappings });
  await cluster.bulk(
    Object.entries(documents).map(([id, document]) => ({
      _index: 'logs-a',
      _id: id,
      source: printJson({ '@timestamp': '2026-01-01T11:59:00Z', ...document }),
    })),
  );
  const { explanations, errors } = await explainRule(rule(query), cluster, { now: NOW });
  expect(errors).toEqual([]);
  return Object.fromEntries(
    explanations.map((explanation) => {
      const [first = '', ...rest] = explanationLines(explanation);
      const { id } = explanation.document;
      return [id, [first.slice(id.length + 2), ...rest.map((line) => line.trim())]];
    }),
  );
}

const FIRED = ['it fired, all clauses are true'];

describe('the pipe at which a row of ES|QL is lost', () => {
  it('is a comparison with several values, of which ES|QL makes null', async () => {
    const said = await explain('FROM logs-* METADATA _id | WHERE process == "curl"', {
      many: { process: ['curl', 'wget'] },
    });
    expect(said['many']).toEqual([
      '`process == "curl"` is neither true nor false.',
      '`process` is `curl`, `wget` (2 values) (keyword), wanted `curl`.',
      'ES|QL makes null of a comparison with several values: use MV_CONTAINS or MATCH (:), or MV_EXPAND before.',
    ]);
  });

  it('is a WHERE whose first false clause is named, with the values that the row has there', async () => {
    const said = await explain(
      `FROM logs-* METADATA _id
       | EVAL name = TO_LOWER(process), long = LENGTH(process) > 3
       | WHERE name IN ("curl", "wget") AND NOT user LIKE "sys*" AND pid > 4
       | KEEP name, user
       | LIMIT 1`,
      {
        curl: { process: 'CURL', user: 'a', pid: 5 },
        other: { process: 'Nc', user: 'a', pid: 5 },
        system: { process: 'curl', user: 'sysadm', pid: 5 },
        nobody: { process: 'curl', pid: 5 },
        low: { process: 'curl', user: 'a', pid: 1 },
        more: { process: 'wget', user: 'b', pid: 9 },
        old: { '@timestamp': '2026-01-01T01:00:00Z', process: 'curl', user: 'a', pid: 5 },
      },
    );
    expect(said['other']).toEqual([
      '`name IN ("curl", "wget")` is false.',
      '`name` is `nc` (keyword), wanted `curl` or `wget`.',
    ]);
    expect(said['system']).toEqual([
      '`user LIKE "sys*"` is true, which `NOT user LIKE "sys*"` excludes.',
      '`user` is `sysadm` (keyword), which `NOT user LIKE "sys*"` excludes.',
    ]);
    expect(said['nobody']?.[0]).toBe('`NOT user LIKE "sys*"` is neither true nor false.');
    expect(said['nobody']?.at(-1)).toBe('A value that it needs is missing.');
    expect(said['low']?.[1]).toBe('`pid` is `1` (long), wanted `> 4`.');
    expect(said['old']?.[0]).toBe("`@timestamp` is outside of the run's window.");
    const outcomes = [said['curl'], said['more']];
    expect(outcomes).toContainEqual(FIRED);
    expect(outcomes).toContainEqual(['`LIMIT 1` dropped its row.', 'Rows before it filled the limit.']);
  });

  it('behind STATS is that of the group, which is named', async () => {
    const said = await explain(
      `FROM logs-* | WHERE action == "login" | STATS n = COUNT(*), users = COUNT_DISTINCT(user) BY host
       | KEEP host, n, users | WHERE n >= 2 AND users > 1`,
      {
        a1: { action: 'login', host: 'a', user: 'x' },
        a2: { action: 'login', host: 'a', user: 'y' },
        b1: { action: 'login', host: 'b', user: 'x' },
        c1: { action: 'login', host: 'c', user: 'x' },
        c2: { action: 'login', host: 'c', user: 'x' },
        no: { action: 'logout', host: 'a', user: 'x' },
      },
    );
    expect(said['a1']).toEqual(FIRED);
    expect(said['b1']).toEqual([
      '`n >= 2` is false.',
      '`n` is `1` (long), wanted `>= 2`.',
      'Its group: `host` is `b`.',
    ]);
    expect(said['c2']?.[1]).toBe('`users` is `1` (long), wanted `> 1`.');
    expect(said['no']?.[1]).toBe('`action` is `logout` (keyword), wanted `login`.');
  });

  it('is whatever else drops rows', async () => {
    const said = await explain('FROM logs-* METADATA _id | SORT action | LIMIT 1 | WHERE action == "logout"', {
      a: { action: 'login' },
      b: { action: 'logout' },
    });
    expect(said['b']).toEqual(['`LIMIT 1` dropped its row.', 'Rows before it filled the limit.']);
  });
});
