import { type JsonObject, type JsonValue, printJson } from '../../../src/values/json.js';
import { seeded } from '../random.js';

/** Fields of every type that ES|QL reads, single and multi-valued. */
export const MAPPING: JsonObject = {
  properties: {
    id: { type: 'integer' },
    i: { type: 'integer' },
    l: { type: 'long' },
    f: { type: 'double' },
    fl: { type: 'float' },
    k: { type: 'keyword' },
    k2: { type: 'keyword' },
    t: { type: 'text' },
    b: { type: 'boolean' },
    d: { type: 'date' },
    d2: { type: 'date' },
    dn: { type: 'date_nanos' },
    ip: { type: 'ip' },
    v: { type: 'version' },
    mi: { type: 'integer' },
    ml: { type: 'long' },
    mf: { type: 'double' },
    mk: { type: 'keyword' },
    mb: { type: 'boolean' },
    md: { type: 'date' },
    msg: { type: 'keyword' },
    g: { type: 'keyword' },
    none: { type: 'keyword' },
    sh: { type: 'short' },
    sk: { type: 'keyword', ignore_above: 5 },
    mip: { type: 'ip' },
    tx: { type: 'text', fields: { raw: { type: 'keyword' } } },
    o: { properties: { a: { type: 'keyword' }, b: { type: 'long' }, c: { properties: { d: { type: 'double' } } } } },
  },
};

const WORDS = ['alpha', 'Beta', 'gamma delta', '', '  pad ', 'ÜNÏ', '日本語', 'a,b;c', '10', '1.5', 'true', 'x'.repeat(30), '10.0.0.7', '2024-02-29', 'YWxwaGE=', '😀 ok'] as const; // prettier-ignore
const DATES = ['2024-02-29T12:34:56.789Z', '2023-12-31T23:59:59.999Z', '1969-07-20T20:17:40Z', '2024-01-01', '2024-03-31T01:00:00Z', '2030-06-15T00:00:00Z'] as const; // prettier-ignore
const INTEGERS = [0, 1, -1, 7, 10, 42, 255, 1000, -17, 2147483647, -2147483648] as const;
const LONGS = [0, 1, -1, 42, 1000, 9007199254740993n, 9223372036854775807n, -9223372036854775808n, -5] as const;
const DOUBLES = [0, 1.5, -2.25, 0.1, 3.141592653589793, 1e10, 1e-9, -0.5, 100] as const;
const ADDRESSES = [
  '10.0.0.1',
  '10.1.2.3',
  '192.168.1.130',
  '::1',
  '2001:db8::8a2e:370:7334',
  '255.255.255.255',
] as const;
const VERSIONS = ['1.0.0', '1.2.3', '2.0.0-rc1', '2.0.0', '10.1'] as const;
const MESSAGES = ['2024-01-31 user=alice ip=10.0.0.1 status=200', 'GET /index.html 404 0.3', 'no match here', '2024-02-01 user= ip=::1 status=500 more', 'a=1,b=2'] as const; // prettier-ignore

/** Documents that repeat for a seed; a third of the values is missing. */
export function documentsOf(seed: number, count: number): { id: string; source: string }[] {
  const random = seeded(seed);
  const pools: readonly (readonly [string, readonly JsonValue[], boolean])[] = [
    ['i', INTEGERS, false], ['l', LONGS, false], ['f', DOUBLES, false],
    ['fl', [1.5, -3.75, 0, 1.25], false], ['k', WORDS, false], ['k2', WORDS, false], ['t', [...WORDS, 'The quick brown fox'], false], ['b', [true, false], false],
    ['d', DATES, false], ['d2', DATES, false], ['dn', ['2024-02-29T12:34:56.123456789Z', '2023-01-01', '1970-01-01T00:00:00.000000001Z'], false],
    ['ip', ADDRESSES, false], ['v', VERSIONS, false], ['mi', INTEGERS, true], ['ml', LONGS, true], ['mf', DOUBLES, true], ['mk', WORDS, true],
    ['mb', [true, false], true], ['md', DATES, true], ['msg', MESSAGES, false], ['g', ['g1', 'g2', 'g3'], false],
    ['sh', [0, 1, -3, 32767], false], ['sk', WORDS, false], ['mip', ADDRESSES, true], ['tx', ['The quick brown fox', 'foxes, quick!', 'alpha', ''], false],
    ['o.a', WORDS, false], ['o.b', LONGS, false], ['o.c.d', DOUBLES, false],
  ]; // prettier-ignore
  return Array.from({ length: count }, (_, id) => {
    const source: { [field: string]: JsonValue } = { id };
    for (const [field, pool, multiple] of pools) {
      if (random.chance(0.25)) continue;
      source[field] = multiple
        ? Array.from({ length: 1 + random.whole(4) }, () => random.pick(pool))
        : random.pick(pool);
    }
    return { id: String(id), source: printJson(source) };
  });
}
