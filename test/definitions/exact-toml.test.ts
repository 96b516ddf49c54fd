import { describe, expect, test } from 'vitest';
import { needsExactToml, readExactToml } from '../../src/definitions/exact-toml.js';
import { parseToml } from '../../src/definitions/parse-toml.js';
import { pick, seededRandom } from '../seeded-random.js';

const SAMPLE = `title = "x \\u00e9" # comment
when = [2026-05-01T12:00:00+02:00, 2026-05-01 12:00:00.5]
day = 2026-05-01
time = 12:30:00
numbers = [1, -2, 0xff, 0o17, 0b11, 1_000, 1.5, -1e3, 6.02e23]
yes = true
a.b.c = 1
a.b."d e" = '''
raw \\n'''
inline = { x = 1, y.z = [ { q = "" } ] }

[rule]
name = "n"
[[rule.threat]]
framework = "F"
[rule.threat.tactic]
id = "1"
[[rule.threat.technique]]
id = "T1"
[[rule.threat]]
framework = "G"
[other.table]
`;

describe('the careful reader', () => {
  test('gives the values that @iarna/toml gives', () => {
    expect(needsExactToml(SAMPLE)).toBe(false);
    expect(readExactToml(SAMPLE)).toEqual(parseToml('f.toml', SAMPLE).table);
  });

  test('steps in where @iarna/toml refuses what TOML allows', () => {
    expect(parseToml('f.toml', 'a = [2026-05-01, 12:30:00]').table).toEqual({ a: ['2026-05-01', '12:30:00.000'] });
  });

  test('broken at random, a text gives the same values or is refused; nothing throws', () => {
    const random = seededRandom(3);
    const snippets = ['[', ']', '"', "'''", '=', '.', '\n', '\\', ',', '{', '1', 'constructor', '__proto__ = 1\n', '#'];
    let accepted = 0;
    for (let round = 0; round < 2_000; round += 1) {
      const at = Math.floor(random() * SAMPLE.length);
      const text = SAMPLE.slice(0, at) + pick(random, snippets) + SAMPLE.slice(at + Math.floor(random() * 3));
      const { table, diagnostics } = parseToml('f.toml', text);
      if (table === undefined) {
        expect(diagnostics).toHaveLength(1);
        expect(diagnostics[0]!.span.end).toBeLessThanOrEqual(text.length);
      } else {
        accepted += 1;
        expect(readExactToml(text)).toEqual(table);
      }
    }
    expect(accepted).toBeGreaterThan(50);
  });

  test.each([
    '[constructor]\nx = 1',
    'constructor.x = 1',
    '[a]\ntoString.x = 1\n[a.valueOf]\ny = 2',
    '["const\\u0072uctor"]\nx = 1',
    'a = { constructor.x = 1, __proto__.x = 1 }',
    '[[hasOwnProperty]]\nx = 1',
    '[__proto__]\nx = 1\n[__proto__.constructor]\nx = 1',
  ])('%j touches nothing that objects inherit', (text) => {
    const own = (): unknown => [Object, Object.prototype, Function.prototype].map((object) => Reflect.ownKeys(object));
    const before = own();
    const { table } = parseToml('f.toml', text);
    expect(own()).toEqual(before);
    expect(Object.keys(table ?? {})).toHaveLength(1);
    const [[key, value] = []] = Object.entries(table ?? {});
    expect(Object.hasOwn(table ?? {}, key!)).toBe(true);
    expect(JSON.stringify(value)).toMatch(/[xy]":/);
  });

  test('integers keep every digit, also those beyond 64 bits', () => {
    expect(
      parseToml('f.toml', 'a = 18446744073709551617\nb = [-9_223_372_036_854_775_808]\nc = 0x1fffffffffffff').table,
    ).toEqual({
      a: 18446744073709551617n,
      b: [-9223372036854775808n],
      c: 9007199254740991,
    });
  });
});
