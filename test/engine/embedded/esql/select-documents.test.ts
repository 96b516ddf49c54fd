import { beforeAll, describe, expect, test } from 'vitest';
import { EmbeddedCluster } from '../../../../src/engine/embedded/embedded-cluster.js';
import type { EsqlResponse } from '../../../../src/engine/cluster.js';

/** Conditions on columns with one value, several, none, and values that conversions refuse; on one column and on several. */
const CONDITIONS = [
  'user == "anna"',
  'user != "anna"',
  'NOT user == "anna"',
  'user IN ("anna", "ben")',
  'NOT user IN ("anna", "ben")',
  'user LIKE "*n*"',
  'NOT (user RLIKE "a.*")',
  'user IS NULL',
  'user IS NOT NULL',
  'NOT user IS NULL',
  'TO_UPPER(user) == "ANNA" OR user IS NULL',
  'LENGTH(user) > 3',
  'COALESCE(user, "nobody") == "nobody"',
  'CASE(user == "anna", true, false)',
  'n > 1',
  'n > 1 AND user == "anna"',
  'n > 1 OR user == "anna"',
  'NOT (n > 1 OR user == "anna")',
  'NOT (n > 1 AND user IS NULL)',
  'n > 1 AND NULL',
  'n > 1 OR NULL',
  'NOT (n > 1 AND NULL)',
  'true',
  'false',
  'n / 0 == 1',
  'TO_INTEGER(code) == 7',
  'TO_INTEGER(code) == 7 OR n == 3',
  'fraction == 0.0',
  'TO_STRING(fraction) == "-0.0"',
  'ok',
  'NOT ok',
  'ok AND n < 3',
  'ip == "10.0.0.1"',
  'CIDR_MATCH(ip, "10.0.0.0/8")',
  'NOT CIDR_MATCH(ip, "10.0.0.0/8")',
  '@timestamp >= "2024-06-15T00:00:01Z"',
  '@timestamp > NOW() - 1 day',
  'tags == "a"',
  'NOT tags == "a"',
  'tags IS NULL',
  'tags IS NOT NULL',
  'MV_CONTAINS(tags, "a")',
  'MV_COUNT(tags) == 2',
  'user == "anna" OR tags == "a"',
  'text == "some words"',
  'MATCH(text, "words")',
  'NOT MATCH(text, "words")',
  'text : "words" AND user == "anna"',
  'KQL("user: anna and not n > 2")',
  'QSTR("user:anna") OR n == 3',
  '_index == "logs-a"',
  '_index == "logs-a" AND user == "anna"',
  '_id IS NOT NULL AND n > 2',
  'only_b == "x"',
  'NOT only_b == "x"',
  'only_b IS NULL',
  'long_name == "x"',
  'long_name IS NULL',
  'user == code',
  'ROUND(fraction) == n',
  'STARTS_WITH(user, "an") AND ENDS_WITH(user, "na")',
];

let cluster: EmbeddedCluster;

beforeAll(async () => {
  cluster = new EmbeddedCluster({ clock: () => new Date('2024-06-15T12:00:00Z') });
  const types = {
    '@timestamp': { type: 'date' },
    user: { type: 'keyword' },
    code: { type: 'keyword' },
    tags: { type: 'keyword' },
    text: { type: 'text' },
    n: { type: 'long' },
    fraction: { type: 'double' },
    ok: { type: 'boolean' },
    ip: { type: 'ip' },
    long_name: { type: 'keyword', ignore_above: 3 },
  };
  const of = (index: string, documents: readonly object[]) =>
    cluster.bulk(
      documents.map((item, at) => ({ _index: index, _id: `${index}-${at % 40}`, source: JSON.stringify(item) })),
    );
  await cluster.createIndex('logs-a', { mappings: { properties: types } });
  await cluster.createIndex('logs-b', { mappings: { properties: { ...types, only_b: { type: 'keyword' } } } });
  const users = ['anna', 'ben', 'cleo', undefined];
  const event = (at: number): object => ({
    '@timestamp': new Date(Date.UTC(2024, 5, 15) + at * 100).toISOString(),
    user: users[at % 4],
    n: at % 5,
    ok: at % 3 === 0,
    ip: `${at % 2 === 0 ? 10 : 192}.0.0.${at % 7}`,
    fraction: at % 6 === 0 ? -0 : at % 3,
    long_name: at % 2 === 0 ? 'x' : 'longer',
    text: at % 4 === 0 ? 'some words' : 'others',
  });
  // Ids come again, so that some documents are replaced.
  await of(
    'logs-a',
    Array.from({ length: 50 }, (_, at) => ({ ...event(at), code: `${at % 9}` })),
  );
  await of(
    'logs-b',
    Array.from({ length: 50 }, (_, at) => ({
      ...event(at),
      code: at % 3 === 0 ? 'seven' : `${at % 9}`,
      tags: at % 3 === 0 ? ['a', 'b'] : at % 3 === 1 ? 'a' : [],
      only_b: at % 2 === 0 ? 'x' : 'y',
    })),
  );
});

const ask = (query: string): Promise<EsqlResponse> => cluster.esql({ query });

describe.each(['logs-a', 'logs-b', 'logs-*'])('the first filters on %s', (index) => {
  test.each(CONDITIONS)('give the rows and warnings that any filter gives: %s', async (condition) => {
    if (index === 'logs-a' && condition.includes('only_b')) return;
    const searches = /MATCH\(|KQL|QSTR| : /u.test(condition) && !condition.includes('CIDR_MATCH');
    const rest = '| SORT _id, n | KEEP _id, n, user | LIMIT 1000';
    const first = await ask(`FROM ${index} METADATA _id, _index | WHERE ${condition} ${rest}`);
    // A column before a filter keeps it from being answered by whole columns; searches must come first.
    const before = searches ? 'WHERE true OR _id IS NULL' : 'EVAL x = 1';
    const later = await ask(`FROM ${index} METADATA _id, _index | ${before} | WHERE ${condition} ${rest}`);
    expect(first.values).toEqual(later.values);
    const told = (response: EsqlResponse): string[] =>
      (response.warnings ?? []).map((warning) => warning.replace(/^Line 1:\d+/u, 'Line 1'));
    expect(told(first)).toEqual(told(later));
  });
});

test('several first filters are all heeded, settled or not', async () => {
  const { values } = await ask(
    'FROM logs-* METADATA _index | WHERE n > 1 | WHERE user == "anna" | WHERE _index == "logs-b" | WHERE tags IS NULL | STATS c = COUNT(*), least = MIN(n)',
  );
  const all = await ask(
    'FROM logs-* METADATA _index | EVAL x = 1 | WHERE n > 1 AND user == "anna" AND _index == "logs-b" AND tags IS NULL | STATS c = COUNT(*), least = MIN(n)',
  );
  expect(values).toEqual(all.values);
  expect(values[0]?.[0]).toBeGreaterThan(0);
});
