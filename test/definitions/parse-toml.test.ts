import { describe, expect, test } from 'vitest';
import { SourceText } from '../../src/diagnostics/source-text.js';
import { parseToml } from '../../src/definitions/parse-toml.js';

describe('parseToml', () => {
  test('values become JSON, with dates as text and integers exact', () => {
    const { table } = parseToml(
      'f',
      'now = 2026-05-01T12:00:00Z\nday = 2026-05-01\nbig = 9007199254740993\nfloat = 1.5\nyes = true',
    );
    expect(table).toEqual({
      now: '2026-05-01T12:00:00.000Z',
      day: '2026-05-01',
      big: 9007199254740993n,
      float: 1.5,
      yes: true,
    });
  });

  test.each([
    ['LF', 'a = """\nx\ny"""\n'],
    ['CRLF', 'a = """\r\nx\r\ny"""\r\n'],
    ['BOM', '\uFEFFa = """\nx\ny"""\n'],
  ])('%s gives the same value', (_, text) => {
    expect(parseToml('f', text).table).toEqual({ a: 'x\ny' });
  });

  test('keys of the object prototype are ordinary keys', () => {
    const { table } = parseToml('f', '[__proto__]\npolluted = true\n[constructor]\nx = 1\n[a]\n__proto__ = 2');
    expect(Object.keys(table ?? {})).toEqual(['__proto__', 'constructor', 'a']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test.each([
    ['a = 1\nb = [1,\nc', 3],
    ['a = 1\r\n\r\nb = nope', 3],
    ['a = 1\na = 2', 2],
    ['[x', 1],
  ])('a syntax error of %j is at line %i', (text, line) => {
    const { diagnostics, table, text: own } = parseToml('f', text);
    expect(table).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: 'toml/syntax', severity: 'error' });
    expect(new SourceText(own).position(diagnostics[0]!.span.start).line).toBe(line);
  });
});
