import { describe, expect, test } from 'vitest';
import { parseJson, printJson } from '../../src/values/json.js';

describe('parseJson', () => {
  test('keeps integers beyond 2^53 as bigints and all others as numbers', () => {
    expect(parseJson('[9007199254740993,-9223372036854775808,9007199254740991,1234567890123456.5,1e3]')).toEqual([
      9007199254740993n,
      -9223372036854775808n,
      9007199254740991,
      1234567890123456.5,
      1000,
    ]);
  });

  test('reads strings, escapes and words in a text with a long number as JSON.parse does', () => {
    const text = '{"a":"x\\u00e9\\n\\"","b":[true,false,null,{}],"c":-0.5e-2,"":[], "n": 18446744073709551615}';
    const { n, ...rest } = parseJson(text) as { n: bigint };
    expect(n).toBe(18446744073709551615n);
    expect(rest).toEqual(JSON.parse('{"a":"x\\u00e9\\n\\"","b":[true,false,null,{}],"c":-0.5e-2,"":[]}'));
  });

  test('reads strings of megabytes beside a long number, and escapes at their end', () => {
    const long = `${'x "\\'.repeat(2_000_000)}\\`;
    const value = parseJson(JSON.stringify({ long, '\\': '\\"' }).replace('}', ',"n":9007199254740993}'));
    expect(value).toEqual({ long, '\\': '\\"', n: 9007199254740993n });
  });

  test('takes __proto__ for an ordinary key', () => {
    const value = parseJson('{"__proto__":{"polluted":1},"n":9007199254740993}') as object;
    expect(Object.keys(value)).toEqual(['__proto__', 'n']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test.each([
    '',
    '{',
    '[1,]',
    '{"a" 1}',
    '[1 2]',
    '"\\x"',
    'tru',
    '[9007199254740993,01]',
    '9007199254740993 x',
    '{"a":9007199254740993,}',
  ])('refuses %j', (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  });

  test('refuses nesting beyond 1,000 levels without exhausting the stack', () => {
    expect(() => parseJson('['.repeat(100_000))).toThrow(/nests deeper than 1000/u);
    expect(() => parseJson('['.repeat(900) + ']'.repeat(900))).not.toThrow();
  });
});

describe('printJson', () => {
  test('prints bigints as integers', () => {
    expect(printJson({ n: 9007199254740993n, a: [1, 'x', null], o: {} })).toBe(
      '{"n":9007199254740993,"a":[1,"x",null],"o":{}}',
    );
  });

  test('indents as JSON.stringify does', () => {
    const value = { a: [1, { b: 2 }], c: [], d: {} };
    expect(printJson(value, 2)).toBe(JSON.stringify(value, null, 2));
  });
});
