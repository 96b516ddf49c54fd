import TOML from '@iarna/toml';
import { describe, expect, it } from 'vitest';
import { readExactToml } from '../../src/definitions/exact-toml.js';
import { readPlainToml } from '../../src/definitions/plain-toml.js';
import { pick, seededRandom } from '../seeded-random.js';
import { PIECES } from './toml-pieces.js';

describe('readPlainToml', () => {
  it('reads what definitions are made of', () => {
    const text = `# A rule.
[metadata]
"quoted key" = 'C:\\temp'
dates.at = 2026-05-01T12:00:00Z # dotted

[rule]
name = "say \\"x\\" \\u00e9"
query = '''
any where true
'''
note = """
a \\
   b"""
tags = [ "a", # first
  "b",
]
score = -47
weight = 0.25
entries = [{ field = "a", keep = true }, {}]

[[rule.threat]]
id = 1
[rule.threat.tactic]
id = 2
[[rule.threat]]
id = 3
`;
    expect(readPlainToml(text)).toEqual({
      metadata: { 'quoted key': 'C:\\temp', dates: { at: '2026-05-01T12:00:00.000Z' } },
      rule: {
        name: 'say "x" é',
        query: 'any where true\n',
        note: 'a b',
        tags: ['a', 'b'],
        score: -47,
        weight: 0.25,
        entries: [{ field: 'a', keep: true }, {}],
        threat: [{ id: 1, tactic: { id: 2 } }, { id: 3 }],
      },
    });
  });

  it.each([
    ['a broken value', 'a = '],
    ['two values of one key', 'a = 1\na = 2'],
    ['two tables of one name', '[a]\n[a]'],
    ['a table where a value is', 'a = 1\n[a.b]'],
    ['a list of tables where a list is', 'a = []\n[[a]]'],
    ['keys added to a table in one value', 'a = { b = 1 }\n[a.c]'],
    ['a comma behind the last key of a table', 'a = { b = 1, }'],
    ['text behind a value', 'a = 1 b = 2'],
    ['a line end in a text', 'a = "x\ny"'],
    ['a text without an end', 'a = """x'],
    ['quotes before the three that end a text', 'a = """x"""""'],
    ['an escape that nothing knows', 'a = "\\q"'],
    ['half a character', 'a = "\\ud800"'],
    ['a control character', 'a = "\u0007"'],
    ['a day that does not exist', 'a = 2026-02-30T00:00:00Z'],
    ['an integer that a double does not hold', 'a = 9007199254740993'],
    ['a number in another form', 'a = 1_000'],
    ['the name of what every object has', '[constructor]\nx = 1'],
    ['the name of the prototype', '"__proto__" = 1'],
    ['deep nesting', `a = ${'['.repeat(100_000)}`],
    ['a key of many parts', `${'a.'.repeat(50)}b = 1`],
  ])('leaves %s to the other readers', (_, text) => {
    expect(readPlainToml(text)).toBeUndefined();
  });

  it('agrees with the other readers wherever it reads anything', () => {
    const random = seededRandom(20260522);
    let read = 0;
    for (let round = 0; round < 20_000; round += 1) {
      const text = Array.from({ length: 1 + Math.floor(random() * 12) }, () => pick(random, PIECES)).join('');
      const plain = readPlainToml(text);
      if (plain === undefined) continue;
      read += 1;
      expect(plain, JSON.stringify(text)).toEqual(readExactToml(text));
      expect(() => TOML.parse(text), JSON.stringify(text)).not.toThrow();
    }
    expect(read).toBeGreaterThan(1000);
  });
});
