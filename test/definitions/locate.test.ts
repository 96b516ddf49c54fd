import { describe, expect, test } from 'vitest';
import { KeyPositions } from '../../src/definitions/locate.js';
import { parseToml } from '../../src/definitions/parse-toml.js';
import { readPlainToml } from '../../src/definitions/plain-toml.js';
import type { JsonValue } from '../../src/values/json.js';
import { pick, seededRandom } from '../seeded-random.js';
import { PIECES } from './toml-pieces.js';

const TEXT = `title = "ä"
[rule]
name = "x"
tags = ["a", "b"]
query = '''
process.name : "é"
and x
'''
note = "tab\\there \\u00e9 end"
dotted.key = 1
[[rule.threat]]
framework = "F"
[rule.threat.tactic]
id = "TA1"
[[rule.threat]]
framework = "G"
inline = { a = 1, "b c" = [true] }
`;
const positions = new KeyPositions(parseToml('f.toml', TEXT));
const shown = (span: { start: number; end: number }): string => TEXT.slice(span.start, span.end);

describe('KeyPositions', () => {
  test.each([
    [['rule', 'name'], 'name', '"x"'],
    [['rule', 'tags', 1], '"b"', '"b"'],
    [['rule', 'threat', 0, 'framework'], 'framework', '"F"'],
    [['rule', 'threat', 1, 'framework'], 'framework', '"G"'],
    [['rule', 'threat', 0, 'tactic', 'id'], 'id', '"TA1"'],
    [['rule', 'threat', 1, 'inline', 'b c', 0], 'true', 'true'],
    [['rule', 'dotted', 'key'], 'dotted.key', '1'],
    [['rule', 'dotted'], 'dotted.key', 'dotted.key'],
    [['rule'], 'rule', 'rule'],
  ])('%j', (path, key, value) => {
    expect(shown(positions.key(path))).toBe(key);
    expect(shown(positions.value(path))).toBe(value);
  });

  test('a missing path is answered with the nearest table, at last with the start', () => {
    expect(shown(positions.key(['rule', 'threat', 1, 'missing', 'deep']))).toBe('rule.threat');
    expect(positions.key(['nowhere'])).toEqual({ file: 'f.toml', start: 0, end: 0 });
  });

  test('a range inside a multi-line literal string', () => {
    const value = 'process.name : "é"\nand x\n';
    const start = value.indexOf('and');
    expect(shown(positions.inside(['rule', 'query'], { start, end: start + 3 }))).toBe('and');
  });

  test('a range behind escapes', () => {
    const value = 'tab\there é end';
    const start = value.indexOf('end');
    expect(shown(positions.inside(['rule', 'note'], { start, end: start + 3 }))).toBe('end');
    expect(shown(positions.inside(['rule', 'note'], { start: 9, end: 10 }))).toBe('\\u00e9');
  });

  test('a range past the end of the value ends at the closing quote', () => {
    expect(shown(positions.inside(['rule', 'name'], { start: 0, end: 99 }))).toBe('x');
  });

  test('a file that does not parse answers with its start', () => {
    expect(new KeyPositions({ file: 'g.toml', text: 'a = ' }).key(['a'])).toEqual({ file: 'g.toml', start: 0, end: 0 });
  });

  test('the usual TOML has the places that a parser for all of it gives', () => {
    const random = seededRandom(20261123);
    let compared = 0;
    for (let round = 0; round < 10_000; round += 1) {
      const text = Array.from({ length: 1 + Math.floor(random() * 12) }, () => pick(random, PIECES)).join('');
      const value = readPlainToml(text);
      // A number in a form that is seldom: the other parser reads the file.
      const other = `${text}\nseldom = 1e5`;
      if (value === undefined || readPlainToml(other) !== undefined || !parseToml('f.toml', other).table) continue;
      const quick = new KeyPositions({ file: 'f.toml', text });
      const slow = new KeyPositions({ file: 'f.toml', text: other });
      for (const path of pathsOf(value)) {
        compared += 1;
        expect(quick.key(path), `${text} ${path.join('/')}`).toEqual(slow.key(path));
        expect(quick.value(path), `${text} ${path.join('/')}`).toEqual(slow.value(path));
        expect(quick.inside(path, { start: 1, end: 2 })).toEqual(slow.inside(path, { start: 1, end: 2 }));
      }
    }
    expect(compared).toBeGreaterThan(2000);
  });
});

/** The paths of all values, and some that are not there. */
function* pathsOf(value: JsonValue, path: readonly (string | number)[] = []): Generator<(string | number)[]> {
  yield [...path];
  yield [...path, 'missing'];
  yield [...path, '0'];
  if (Array.isArray(value)) for (const [at, item] of value.entries()) yield* pathsOf(item as JsonValue, [...path, at]);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* pathsOf(item, [...path, key]);
  }
}
