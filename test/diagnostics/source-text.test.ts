import { describe, expect, test } from 'vitest';
import { SourceText } from '../../src/diagnostics/source-text.js';

describe('SourceText', () => {
  test('counts lines and columns from 1, in UTF-16 units', () => {
    const source = new SourceText('a = "ü😀"\nb = 2');
    expect(source.position(0)).toEqual({ line: 1, column: 1 });
    expect(source.position(source.text.indexOf('"\n'))).toEqual({ line: 1, column: 9 });
    expect(source.position(source.text.indexOf('b'))).toEqual({ line: 2, column: 1 });
    expect(source.lineCount).toBe(2);
  });
  test('CRLF ends a line and is no part of it', () => {
    const source = new SourceText('one\r\ntwo\r\n');
    expect(source.line(1)).toBe('one');
    expect(source.line(2)).toBe('two');
    expect(source.line(3)).toBe('');
    expect(source.position(5)).toEqual({ line: 2, column: 1 });
  });
  test('a lone CR and the Unicode line separators do not end a line', () => {
    const source = new SourceText('a\rb\u2028c\n');
    expect(source.lineCount).toBe(2);
    expect(source.position(4)).toEqual({ line: 1, column: 5 });
  });
  test('offsets outside the text are moved to its ends', () => {
    const source = new SourceText('ab\nc');
    expect(source.position(-5)).toEqual({ line: 1, column: 1 });
    expect(source.position(99)).toEqual({ line: 2, column: 2 });
    expect(new SourceText('').position(0)).toEqual({ line: 1, column: 1 });
  });
  test('position and offset are inverse', () => {
    const source = new SourceText('first\r\n\r\n\tthird ü\nlast');
    for (let offset = 0; offset <= source.text.length; offset++) {
      if (source.text[offset - 1] === '\r') continue;
      expect(source.offset(source.position(offset))).toBe(offset);
    }
  });
  test('a column behind the end of its line is moved to it', () => {
    const source = new SourceText('ab\r\ncd');
    expect(source.offset({ line: 1, column: 80 })).toBe(2);
    expect(source.offset({ line: 9, column: 1 })).toBe(4);
  });
});
