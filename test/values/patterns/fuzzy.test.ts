import { describe, expect, it, test } from 'vitest';
import { compileFuzzy, editsAllowed } from '../../../src/values/patterns/fuzzy.js';

describe('compileFuzzy', () => {
  test.each<[string, number, string[], string[]]>([
    ['quick', 1, ['quick', 'quik', 'quickk', 'qvick', 'qucik'], ['quiet', 'uikc']],
    ['quick', 2, ['quiet', 'uick', 'qick', 'qucki', 'quickly'], ['brown', 'quicklyx']],
    ['ab', 2, ['ab', 'ba', 'a', '', 'abcd', 'xy'], ['abcde']],
    ['', 1, ['', 'a'], ['ab']],
    ['a😀c', 1, ['ac', 'a😀', 'a😁c'], ['xx']],
    ['abc', 0, ['abc'], ['ab']],
  ])('%j within %d edits', (term, maxEdits, near, far) => {
    const matches = compileFuzzy(term, { maxEdits });
    expect(near.filter((text) => !matches(text))).toEqual([]);
    expect(far.filter(matches)).toEqual([]);
  });

  it('counts a swap as two edits when transpositions are off', () => {
    expect(compileFuzzy('ab', { maxEdits: 1, transpositions: false })('ba')).toBe(false);
    expect(compileFuzzy('ab', { maxEdits: 1 })('ba')).toBe(true);
  });

  it('keeps the prefix', () => {
    expect(compileFuzzy('abc', { maxEdits: 1, prefixLength: 2 })('abd')).toBe(true);
    expect(compileFuzzy('abc', { maxEdits: 1, prefixLength: 2 })('acc')).toBe(false);
  });
});

describe('editsAllowed', () => {
  it('follows the length of the term for AUTO', () => {
    expect(['ab', 'abc', 'abcde', 'abcdef'].map((term) => editsAllowed('AUTO', term))).toEqual([0, 1, 1, 2]);
    expect(['abc', 'abcd', 'abcdefgh'].map((term) => editsAllowed('auto:4,8', term))).toEqual([0, 1, 2]);
  });

  it('takes numbers up to two', () => {
    expect([0, 1, '2', 3, 0.8].map((fuzziness) => editsAllowed(fuzziness, 'x'))).toEqual([0, 1, 2, 2, 0]);
    expect(editsAllowed('much', 'x')).toBeUndefined();
    expect(editsAllowed('', 'x')).toBeUndefined();
  });
});
