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
  test.each([
    ['a = 1\nb = "x\nc = 2', '2:7', 'A text does not end on its line.'],
    ['a = 1\nb = """x\n\nc = 2\n', '2:5', 'A text starts here and never ends.'],
    [`a = '''x'''\nb = '''\nsay """\n`, '2:5', 'A text starts here and never ends.'],
    ['a = hello', '1:5', 'What stands here is not a value.'],
    ['a = ', '1:5', 'A key has no value.'],
    ['\na =\n', '2:4', 'A key has no value.'],
    ['a = True', '1:5', 'What stands here is not a value.'],
    ['a = truth', '1:8', 'This is not a value.'],
    ['a 1', '1:3', 'A key is not followed by =.'],
    ['[a]\nb = 1\n  b = 2', '3:3', 'b is defined twice.'],
    ['[a]\nb = 1\nb = """\n1"""', '4:5', 'A key or table is defined twice.'],
    ['[a]\n[a]', '2:1', '[a] is defined twice.'],
    ['a = "C:\\windows"', '1:9', 'A backslash starts no escape that TOML knows.'],
    ['a = [1 2]', '1:8', 'A list or inline table is not closed, or a comma is missing.'],
    ['a = [1,\n2\n', '3:1', 'A list or inline table is not closed, or a comma is missing.'],
    ['a = 2026-13-01', '1:14', 'This is not a date or time.'],
    ['a = 2026/05/01', '1:9', 'Something follows where the line should end.'],
    ['[a', '1:3', 'The name of a table is not closed.'],
    ['a = "x" y', '1:9', 'Something follows where the line should end.'],
    ['[constructor]\na = ', '2:5', 'A key has no value.'],
  ])('%j is wrong at %s: %s', (text, place, what) => {
    for (const raw of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`]) {
      const file = parseToml('f', raw);
      const [diagnostic] = file.diagnostics;
      const { line, column } = new SourceText(file.text).position(diagnostic!.span.start);
      expect([`${line}:${column}`, diagnostic!.what]).toEqual([place, what]);
      expect(diagnostic!.fix).not.toBe('');
    }
  });
});
