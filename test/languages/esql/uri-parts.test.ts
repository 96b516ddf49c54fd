import { describe, expect, test } from 'vitest';
import { EmbeddedCluster } from '../../../src/engine/embedded/embedded-cluster.js';
import { parseEsql } from '../../../src/languages/esql/parse.js';
import { checkQuery } from '../../../src/lint/check-query.js';

const cluster = new EmbeddedCluster({ clock: () => new Date('2026-05-01T12:00:00.000Z') });

async function partsOf(uri: string): Promise<unknown> {
  const query = `ROW uri = ${uri} | URI_PARTS p = uri | DROP uri`;
  const { columns, values, warnings = [] } = await cluster.esql({ query });
  const told = warnings.filter((text) => !text.startsWith('No limit'));
  const found = columns.flatMap(({ name }, at) => (values[0]?.[at] == null ? [] : [[name.slice(2), values[0][at]]]));
  return told.length > 0 ? told : Object.fromEntries(found);
}

async function refusal(query: string): Promise<string> {
  const error: unknown = await cluster.esql({ query }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof Error ? error.message : '';
}

describe('URI_PARTS', () => {
  // As java.net.URI and java.net.URL of Java 17 take them.
  test.each([
    [
      'http://me:secret@www.example.com:80/foo.gif?k=v#top',
      { scheme: 'http', domain: 'www.example.com', port: 80, path: '/foo.gif', extension: 'gif', query: 'k=v', fragment: 'top', user_info: 'me:secret', username: 'me', password: 'secret' },
    ],
    ['/app/login?session=xyz', { path: '/app/login', query: 'session=xyz' }],
    ['https://h/a%20b/c.tar.gz?x=%41', { scheme: 'https', domain: 'h', path: '/a b/c.tar.gz', extension: 'gz', query: 'x=A' }],
    ['http://h/a b.txt?%41', { scheme: 'http', domain: 'h', path: '/a b.txt', extension: 'txt', query: '%41' }],
    ['http://my_host/x', { scheme: 'http', path: '/x' }],
    ['http://[::1]:9200/_search', { scheme: 'http', domain: '[::1]', port: 9200, path: '/_search' }],
    ['http://1.2.3.256/', { scheme: 'http', path: '/' }],
    ['mailto:a@b.c', { scheme: 'mailto' }],
    ['', { path: '' }],
  ])('%s', async (uri, expected) => {
    expect(await partsOf(`"${uri}"`)).toEqual(expected);
  }); // prettier-ignore

  test('has its columns in the order of Elasticsearch, and one type for the port', async () => {
    const { columns } = await cluster.esql({ query: 'ROW p = "http://h" | URI_PARTS p = p' });
    const names = 'domain fragment path extension port query scheme user_info username password';
    expect(columns.map(({ name }) => name)).toEqual(['p', ...names.split(' ').map((name) => `p.${name}`)]);
    expect(columns.find(({ name }) => name === 'p.port')?.type).toBe('integer');
  });

  test('warns about what is no URI, and about several values', async () => {
    const failed = 'Line 1:19: evaluation of [URI_PARTS p = uri] failed, treating result as null. Only first 20 failures recorded.';
    expect(await partsOf('"a b"')).toEqual([
      failed,
      'Line 1:19: java.lang.IllegalArgumentException: unable to parse URI [a b]',
    ]);
    expect(await partsOf('["a", "b"]')).toEqual([
      failed.replace('1:19', '1:24'),
      "Line 1:24: java.lang.IllegalArgumentException: This command doesn't support multi-value input",
    ]);
  }); // prettier-ignore

  test('takes text alone', async () => {
    expect(await refusal('ROW a = 1 | URI_PARTS p = a')).toContain(
      'Input for URI_PARTS must be of type [string] but is [integer]',
    );
  });
});

describe('commands that cannot run', () => {
  test.each([
    ['ROW a = "x" | REGISTERED_DOMAIN p = a | KEEP p.subdomain', 'REGISTERED_DOMAIN, which needs the list'],
    ['ROW a = "x" | USER_AGENT p = a | KEEP p.os.full, p.device.name', 'USER_AGENT, which needs the expressions'],
    ['ROW a = "x" | USER_AGENT p = a WITH {"properties": ["name"]} | KEEP p.os.full', 'Unknown column [p.os.full]'],
    ['ROW a = 1 | CHANGE_POINT a ON a AS t, v | KEEP t, v', 'CHANGE_POINT'],
  ])('%s', async (query, message) => {
    expect(await refusal(query)).toContain(message);
  });

  test.each([
    ['PROMQL index=a sum(x)', 'PROMQL is not supported'],
    ['TS a | METRICS_INFO', 'METRICS_INFO is not supported'],
    ['FROM a | MMR ON v LIMIT 3', 'MMR is not supported'],
    ['FROM a | IP_LOCATION g = ip', 'IP_LOCATION is not supported'],
  ])('%s', (query, message) => {
    expect(parseEsql(query).diagnostics.map(({ what }) => what)).toEqual([message]);
  });
});

describe('FORK', () => {
  test.each([
    [`ROW a = 1 | FORK ${'(WHERE true) '.repeat(9)}`, 'FORK supports up to 8 branches'],
    ['ROW a = 1 | FORK (WHERE true) (LIMIT 1) | FORK (LIMIT 1) (LIMIT 2)', 'Only a single FORK command is supported'],
    [
      'ROW a = 1 | FORK (EVAL b = 1) (EVAL b = "x")',
      'Column [b] has conflicting data types in FORK branches: [KEYWORD] and [INTEGER]',
    ],
  ])('%s', async (query, message) => {
    expect(await refusal(query)).toContain(message);
  });
});

test('versions of the stack hold for EQL as well', () => {
  const text = 'sample by host.id [process where true] [file where true]';
  const findings = checkQuery({ language: 'eql', text, stacks: ['8.5'] });
  expect(findings.filter(({ code }) => code === 'eql/stack')).toHaveLength(1);
  expect(checkQuery({ language: 'eql', text, stacks: ['8.19'] }).filter(({ code }) => code === 'eql/stack')).toEqual(
    [],
  );
});
