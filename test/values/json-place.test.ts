import { describe, expect, it } from 'vitest';
import { jsonFault, jsonPlace } from '../../src/values/json-place.js';
import type { JsonPath } from '../../src/values/json-place.js';

const TEXT = '{ "a\\"": [1, {"b": "x,]}"}, []], "__proto__": {"c": null}, "d": -1.5e3 }';

describe('jsonPlace', () => {
  it.each([
    [[], '{'],
    [['a"'], '['],
    [['a"', 0], '1'],
    [['a"', 1, 'b'], '"x,]}"'],
    [['a"', 2], '['],
    [['__proto__', 'c'], 'null'],
    [['d'], '-1.5e3'],
    [['a"', 1, 'missing'], '{'],
    [['missing'], '{'],
  ] satisfies [JsonPath, string][])('%j stands at %s', (path, value) => {
    const { start, end } = jsonPlace(TEXT, path);
    expect(TEXT.slice(start, end)).toBe(value);
  });

  it('takes no stack for brackets', () => {
    const deep = '['.repeat(200_000);
    expect(jsonPlace(`${deep}${']'.repeat(200_000)}`, [0, 0])).toEqual({ start: 2, end: 3 });
  });
});

it('says where a text stops being JSON', () => {
  expect(jsonFault(TEXT)).toBeUndefined();
  expect(jsonFault('{"a": 1,\n x}')?.at).toBe(10);
  expect(jsonFault('{"a": 1')?.at).toBe(7);
});
