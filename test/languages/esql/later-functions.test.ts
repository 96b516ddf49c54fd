import { describe, expect, test } from 'vitest';
import { EmbeddedCluster } from '../../../src/engine/embedded/embedded-cluster.js';
import { OTHER_FUNCTIONS, findOtherFunction } from '../../../src/languages/esql/functions/other-functions.js';
import { findFunction } from '../../../src/languages/esql/functions/registry.js';

const cluster = new EmbeddedCluster({ clock: () => new Date('2026-05-01T12:00:00.000Z') });

async function value(expression: string, columns = 'n = 1'): Promise<unknown> {
  const { values } = await cluster.esql({ query: `ROW ${columns} | EVAL y = ${expression} | KEEP y` });
  return values[0]?.[0];
}

async function warnings(expression: string, columns = 'n = 1'): Promise<readonly string[]> {
  const response = await cluster.esql({ query: `ROW ${columns} | EVAL y = ${expression}` });
  return (response.warnings ?? []).filter((text) => !text.startsWith('No limit'));
}

async function refusal(query: string): Promise<string> {
  const error: unknown = await cluster.esql({ query }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof Error ? error.message : '';
}

describe('JSON_EXTRACT', () => {
  const json = 's = """{"a": {"b": [1, {"c": "x"}], "d.e": null}, "n": 1.50, "t": true, "u": "\\u0041", "a": 2}"""';

  test.each([
    ['a.b[1].c', 'x'],
    ['$.a.b[0]', '1'],
    ["$['a']['b'][ 1 ]", '{"c": "x"}'],
    ['["a"].b', '[1, {"c": "x"}]'],
    ["a['d.e']", null],
    ['n', '1.50'],
    ['t', 'true'],
    ['u', 'A'],
  ])('%s', async (path, expected) => {
    expect(await value(`JSON_EXTRACT(s, """${path}""")`, json)).toBe(expected);
  });

  test.each([
    ['b', 'invalid JSON input'],
    ['n.x', 'path [n.x] does not exist'],
    ['a.b[9]', 'array index out of bounds'],
    ['a.b[-1]', 'array index out of bounds'],
    ['a.b.c', 'path [a.b.c] does not exist'],
    ['.a', 'Invalid JSON path [.a]: path cannot start with a dot at position 0'],
    ['a.', 'Invalid JSON path [a.]: path cannot end with a dot at position 1'],
    ['a..b', 'Invalid JSON path [a..b]: consecutive dots at position 1'],
    ['$a', 'Invalid JSON path [$a]: expected [.] or [[] after [$] at position 1'],
    ['a[*]', 'Invalid JSON path [a[*]]: expected integer array index, got [*] at position 1'],
    ['a[01]', 'Invalid JSON path [a[01]]: leading zeros are not allowed in array index [01] at position 1'],
    ['a[', 'Invalid JSON path [a[]: unterminated bracket at position 1'],
    ["a['b", "Invalid JSON path [a['b]: unterminated quoted key at position 1"],
    ['a[0]b', 'Invalid JSON path [a[0]b]: expected [.] or [[] before [b] at position 4'],
  ])('%s is null with a warning', async (path, message) => {
    const expression = `JSON_EXTRACT(s, """${path}""")`;
    expect(await value(expression, json)).toBe(null);
    expect((await warnings(expression, json)).at(-1)).toContain(`IllegalArgumentException: ${message}`);
  });

  test.each([
    ['', 'empty JSON input'],
    ['nope', 'invalid JSON input'],
    ['{"a": 1', null],
    ['{"b": 01, "a": 1}', 'invalid JSON input'],
    ['{"a": 1, nonsense', null],
  ])('of %j', async (text, message) => {
    const found = await warnings('JSON_EXTRACT(s, "a")', `s = """${text}"""`);
    if (message === null) expect(found).toEqual([]);
    else expect(found.at(-1)).toContain(message);
  });

  test('reads deep nesting without overflow', async () => {
    expect(await value('JSON_EXTRACT(REPEAT("[", 100000), "[0]")')).toBe(null);
  });

  test('reads _source', async () => {
    const indexed = new EmbeddedCluster({ clock: () => new Date() });
    await indexed.createIndex('logs', { mappings: { properties: { raw: { type: 'flattened' } } } });
    await indexed.bulk([{ _index: 'logs', _id: '1', source: '{"raw": {"a.b": ["x", 2]}}' }]);
    const { values } = await indexed.esql({
      query: 'FROM logs METADATA _source | EVAL y = JSON_EXTRACT(_source, """raw["a.b"][1]""") | KEEP y',
    });
    expect(values).toEqual([['2']]);
  });
});

test.each([
  ['CLAMP(n, 2, 5)', 'n = 1', 2],
  ['CLAMP(n, 2, 5)', 'n = 9', 5],
  ['CLAMP(n, null, 5)', 'n = 9', null],
  ['CLAMP_MIN(n, 2.5)', 'n = 1', 2.5],
  ['CLAMP_MAX(n, "m")', 'n = "z"', 'm'],
  ['CLAMP_MAX(n, 1)', 'n = [1, 2]', null],
  ['NETWORK_DIRECTION(a, b, "private")', 'a = TO_IP("10.0.0.1"), b = TO_IP("192.168.7.7")', 'internal'],
  ['NETWORK_DIRECTION(a, b, ["fd00::/8", "10.0.0.1"])', 'a = TO_IP("8.8.8.8"), b = TO_IP("10.0.0.1")', 'inbound'],
  ['NETDIR(a, b, "loopback")', 'a = TO_IP("8.8.8.8"), b = TO_IP("1.1.1.1")', 'external'],
  ['NETWORK_DIRECTION(a, b, "public")', 'a = TO_IP("8.8.8.8"), b = TO_IP("169.254.1.1")', 'outbound'],
  ['NETWORK_DIRECTION(a, b, "link_local_multicast")', 'a = TO_IP("ff02::1"), b = TO_IP("ff01::1")', 'outbound'],
  ['NETWORK_DIRECTION(a, b, "elsewhere")', 'a = TO_IP("8.8.8.8"), b = TO_IP("1.1.1.1")', null],
  ['ACOSH(n)', 'n = 0.5', null],
  ['TRANGE(1 hour)', '`@timestamp` = NOW() - 1 hour', false],
  ['TRANGE(1 hour)', '`@timestamp` = NOW()', true],
  ['TRANGE(1777593600000, 1777680000000)', '`@timestamp` = NOW()', true],
])('%s of %s', async (expression, columns, expected) => {
  expect(await value(expression, columns)).toEqual(expected);
});

test.each([
  ['ROW n = 1 | EVAL y = CLAMP(null, 1, 2)', "'field' must not be null in clamp()"],
  ['ROW n = 1 | EVAL y = CLAMP(n, "a", 2)', 'second argument of [CLAMP(n, "a", 2)] must be [integer], found value ["a"] type [keyword]'],
  ['ROW n = 1 | EVAL y = TRANGE(1 hour)', '[TRANGE(1 hour)] requires the [@timestamp] field'],
  ['ROW `@timestamp` = "x" | EVAL y = TRANGE(1 hour)', 'implicit argument of [TRANGE(1 hour)] must be [date_nanos or datetime]'],
  ['ROW `@timestamp` = NOW() | EVAL y = TRANGE("2026-05-02", "2026-05-01")', 'TRANGE rangeStart time [2026-05-02T00:00:00.000Z] must be before rangeEnd time'],
  ['ROW `@timestamp` = NOW() | EVAL y = TRANGE("soon", "2026-05-01")', 'TRANGE start_time_or_offset parameter must be a valid datetime string'],
  ['ROW `@timestamp` = NOW() | STATS c = COUNT(*) BY TBUCKET(5)', 'numeric bucket count in [TBUCKET(5)] requires [from] and [to] parameters'],
  ['ROW `@timestamp` = NOW() | STATS c = COUNT(*) BY TBUCKET(1 day, "2026-05-01", "2026-05-02")', 'cannot be used with a duration or period bucket size'],
  ['ROW `@timestamp` = NOW() | EVAL y = TBUCKET(1 hour)', 'cannot use grouping function [TBUCKET(1 hour)] outside of a STATS command'],
  ['ROW x = 1 | STATS y = EARLIEST(x)', '[EARLIEST(x)] requires the [@timestamp] field'],
  ['ROW x = 1, s = "a" | STATS y = FIRST(x, s)', 'must be [int or long or date_nanos or datetime], found value [s] type [keyword]'],
])('%s is refused', async (query, message) => {
  expect(await refusal(query)).toContain(message);
}); // prettier-ignore

describe('functions that only Elasticsearch runs', () => {
  test('are not in the registry', () => {
    expect(OTHER_FUNCTIONS.filter((name) => findFunction(name) !== undefined)).toEqual([]);
    expect(findOtherFunction('st_x')?.family).toBe('spatial');
    expect(findOtherFunction('mv_count')).toBeUndefined();
  });

  test.each([
    ['ROW x = 1 | EVAL y = ST_X(x)', 'the spatial function ST_X of ES|QL'],
    ['ROW x = 1 | STATS y = AVG(RATE(x))', 'the time-series function RATE of ES|QL'],
    ['ROW x = 1 | STATS y = ST_CENTROID_AGG(x)', 'the spatial function ST_CENTROID_AGG of ES|QL'],
    ['ROW x = 1 | STATS c = COUNT(*) BY CATEGORIZE(x)', 'the text-categorization function CATEGORIZE of ES|QL'],
    ['ROW x = 1 | EVAL y = V_COSINE(x, z)', 'Unknown column [z]'],
  ])('%s', async (query, message) => {
    expect(await refusal(query)).toContain(message);
  });
});
