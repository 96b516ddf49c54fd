import { describe, expect, test } from 'vitest';
import { codeFrame } from '../../src/diagnostics/code-frame.js';
import { SourceText } from '../../src/diagnostics/source-text.js';

function frameOf(text: string, marked: string): string[] {
  const start = text.indexOf(marked);
  return codeFrame(new SourceText(text), { start, end: start + marked.length }).split('\n');
}

describe('codeFrame', () => {
  test('underlines the range, with two lines around it', () => {
    const text = 'one = 1\ntwo = 2\nthree = 3\nfour = 4\nfive = 5\nsix = 6\nseven = 7\n';
    expect(frameOf(text, 'four')).toEqual([
      '  2 | two = 2',
      '  3 | three = 3',
      '> 4 | four = 4',
      '    | ^^^^',
      '  5 | five = 5',
      '  6 | six = 6',
    ]);
  });
  test('numbers lines by the file, however far down', () => {
    const text = `${'#\n'.repeat(998)}key = 1\n`;
    expect(frameOf(text, 'key')).toContain('>  999 | key = 1');
  });
  test('CRLF and tabs leave the underline where it belongs', () => {
    expect(frameOf('[a]\r\n\tkey = 1\r\n', 'key')).toEqual(['  1 | [a]', '> 2 | \tkey = 1', '    | \t^^^', '  3 |']);
  });
  test('an empty range is shown by one mark, also at the end of the text', () => {
    expect(codeFrame(new SourceText('a ='), { start: 3, end: 3 })).toBe('> 1 | a =\n    |    ^');
    expect(codeFrame(new SourceText(''), { start: 0, end: 0 })).toContain('> 1 |');
  });
  test('a range over many lines is shown by its first ones', () => {
    const text = 'x\n'.repeat(40);
    const lines = codeFrame(new SourceText(text), { start: 0, end: text.length }).split('\n');
    expect(lines.filter((line) => line.startsWith('>'))).toHaveLength(6);
    expect(lines.length).toBeLessThan(16);
  });
  test('a long line is cut around the range', () => {
    const lines = frameOf(`q = "${'a'.repeat(5_000)}MARK${'b'.repeat(5_000)}"`, 'MARK');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(180);
    const [code = '', underline = ''] = lines;
    expect(code.slice(underline.indexOf('^'), underline.lastIndexOf('^') + 1)).toBe('MARK');
  });
  test('escape sequences and directional overrides are shown, not obeyed', () => {
    const lines = frameOf('a = "\u001b[31mred\u202e"\n', 'red').join('\n');
    expect(lines).toContain('\u241b[31mred\ufffd');
    expect(lines).not.toMatch(/[\u001b\u202e]/u);
  });
  test('a line separator inside a string does not shift the lines', () => {
    const lines = frameOf('a = "x\u2028y"\nkey = 1\n', 'key');
    expect(lines).toContain('> 2 | key = 1');
  });
});
