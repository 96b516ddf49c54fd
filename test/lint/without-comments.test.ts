import { describe, expect, it } from 'vitest';
import { withoutComments } from '../../src/lint/without-comments.js';

describe('a query without its comments', () => {
  it('keeps the places of all else', () => {
    expect(withoutComments('a /* b */ c // d\n e', 'eql')).toBe(`a ${' '.repeat(7)} c ${' '.repeat(4)}\n e`);
  });

  it('leaves texts and quoted names alone', () => {
    const query = 'a == "https://x" and b == """c:\\/* "" x""" and `d//e` == "\\"//" and f';
    expect(withoutComments(query, 'esql')).toBe(query);
  });

  it('knows texts that end in quotes of their own', () => {
    expect(withoutComments('a == """say "x""""/* " */ or b', 'esql')).toBe('a == """say "x""""        or b');
  });

  it('nests comments in ES|QL alone', () => {
    expect(withoutComments('/* a /* b */ c */ d', 'esql')).toBe('                  d');
    expect(withoutComments('/* a /* b */ c */ d', 'eql')).toBe('             c */ d');
  });

  it('takes a comment or a text without an end up to the end', () => {
    expect(withoutComments('a /* b', 'eql')).toBe('a     ');
    expect(withoutComments('a // b', 'esql')).toBe('a     ');
    expect(withoutComments('a "b // c', 'esql')).toBe('a "b // c');
  });
});
