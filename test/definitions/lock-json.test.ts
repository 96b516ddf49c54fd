import { describe, expect, test } from 'vitest';
import { lockJson } from '../../src/definitions/lock-json.js';
import { noteWithPlugins } from '../../src/definitions/note-plugins.js';
import { parseToml } from '../../src/definitions/parse-toml.js';
import { tomlFloats } from '../../src/definitions/toml-floats.js';

describe('JSON as Python prints it', () => {
  test('keys are sorted, separators have a space or none', () => {
    const value = { b: [1, null, true], a: { d: 'x', c: [] }, '😀': 1, '\uFFFF': 2 };
    expect(lockJson(value, 'loose')).toBe(
      String.raw`{"a": {"c": [], "d": "x"}, "b": [1, null, true], "\uffff": 2, "\ud83d\ude00": 1}`,
    );
    expect(lockJson({ b: 1, a: [1, 2] }, 'compact')).toBe('{"a":[1,2],"b":1}');
  });

  test('text beyond ASCII is escaped', () => {
    expect(lockJson('é\u007f"\\\n\u2028', 'loose')).toBe(String.raw`"\u00e9\u007f\"\\\n\u2028"`);
  });

  test.each([
    [1.5, '1.5'],
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [2.5e-7, '2.5e-07'],
    [123456.75, '123456.75'],
    [1e16 + 2, '10000000000000002'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
  ])('%d → %s', (value, text) => {
    expect(lockJson(value, 'loose')).toBe(text);
  });

  test.each([
    [1, '1.0'],
    [1e15, '1000000000000000.0'],
    [1e16, '1e+16'],
    [1.2345678901234568e17, '1.2345678901234568e+17'],
    [-0, '-0.0'],
  ])('the float %d → %s', (value, text) => {
    expect(lockJson(value, 'loose', () => true)).toBe(text);
  });

  test('integers beyond 2^53 keep their digits', () => {
    expect(lockJson(9223372036854775807n, 'loose')).toBe('9223372036854775807');
  });
});

test('floats without a fraction are found where the file has them', () => {
  const file = parseToml('a.toml', '[rule]\na = 1.0\nb = 1\nc = [1, 2e3, { d = 5.00 }]\ne = 2026-05-01\nf = "1.0"\n');
  const isFloat = tomlFloats(file);
  const paths = [
    ['rule', 'a'],
    ['rule', 'b'],
    ['rule', 'c', 0],
    ['rule', 'c', 1],
    ['rule', 'c', 2, 'd'],
    ['rule', 'e'],
    ['rule', 'f'],
  ];
  expect(paths.map(isFloat)).toEqual([true, false, false, true, true, false, false]);
  expect(tomlFloats(parseToml('b.toml', 'a = 1\n'))(['a'])).toBe(false);
});

describe('notes with plugins', () => {
  const transform = {
    osquery: [{ query: 'SELECT 1', label: 'One' }],
    investigate: [{ label: 'ü', providers: [[{ field: 'a', excluded: false }]] }],
  };

  test('placeholders become what Kibana renders', () => {
    expect(noteWithPlugins('- $osquery_0\n- ${investigate_0}\ncosts $$5', transform)).toBe(
      String.raw`- !{osquery{"label":"One","query":"SELECT 1"}}` +
        '\n' +
        String.raw`- !{investigate{"label":"\u00fc","providers":[[{"excluded":false,"field":"a"}]]}}` +
        '\ncosts $5',
    );
  });

  test('names are read whole, unknown ones stay, and without entries nothing changes', () => {
    expect(noteWithPlugins('$osquery_01 $osquery_1 $ $HOME', transform)).toBe('$osquery_01 $osquery_1 $ $HOME');
    expect(noteWithPlugins('$osquery_0 $$', undefined)).toBe('$osquery_0 $$');
  });
});
