import { describe, expect, test } from 'vitest';
import { KeyPositions } from '../../src/definitions/locate.js';
import { parseToml } from '../../src/definitions/parse-toml.js';

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
});
