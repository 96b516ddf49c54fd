import { describe, expect, test } from 'vitest';
import { fixtureLines } from '../../src/testing/fixture-lines.js';

describe('the content of a fixture file says what it is', () => {
  test.each([
    ['one document a line', '{"n":1}\n\n{"n":2}\n', ['a.json:1', 'a.json:3']],
    ['a JSON array', '[\n {"n": 1},\n {"n": 2}\n]', ['a.json:1', 'a.json:2']],
    ['the answer of a search', '{"took":1,"hits":{"hits":[{"n":1},{"n":2}]}}', ['a.json:1', 'a.json:2']],
    ['the answer of a search on many lines', '{\n"hits": {"hits": [{"n":1}, {"n":2}]}\n}', ['a.json:1', 'a.json:2']],
  ])('%s', (_, text, ids) => {
    expect(fixtureLines('fixtures/a.json', text)).toEqual(ids.map((id, at) => ({ id, value: { n: at + 1 } })));
  });

  test('one document on many lines', () => {
    expect(fixtureLines('a.json', '{\n "n": 1\n}')).toEqual([{ id: 'a.json:1', value: { n: 1 } }]);
  });

  test.each([
    ['[1]', /a\.json, document 1, is not a JSON object/],
    ['{"n":1}\n{"n":', /a\.json:2 is not JSON/],
    ['[{"n":1}', /a\.json is not JSON/],
  ])('%j is refused with its place', (text, message) => {
    expect(() => fixtureLines('a.json', text)).toThrow(message);
  });
});
