import { describe, expect, test } from 'vitest';
import { mergeLines } from '../../src/deploy/merge-lines.js';
import { pick, seededRandom } from '../seeded-random.js';

function merge(base: string, git: string, live: string): string {
  return mergeLines(base.split(''), git.split(''), live.split(''))
    .map((part) => (part.kind === 'settled' ? part.pieces.join('') : `<${part.git.join('')}|${part.live.join('')}>`))
    .join('');
}

describe('mergeLines', () => {
  test('takes what one side changed, and marks what both changed in different ways', () => {
    expect(merge('abcdef', 'abXdef', 'abcdYf')).toBe('abXdYf');
    expect(merge('abc', 'aXc', 'aYc')).toBe('a<X|Y>c');
    expect(merge('abc', 'aXc', 'aXc')).toBe('aXc');
    expect(merge('abc', 'ac', 'aXc')).toBe('a<|X>c');
    expect(merge('abcd', 'aXcd', 'abYd')).toBe('a<Xc|bY>d');
    expect(merge('', 'a', 'b')).toBe('<a|b>');
    expect(merge('abc', 'abc1', '0abc')).toBe('0abc1');
  });

  test('one side that is as it was takes the other as a whole, whatever it is', () => {
    const random = seededRandom(3);
    const text = (): string =>
      Array.from({ length: Math.floor(random() * 12) }, () => pick(random, ['a', 'b', 'c'])).join('');
    for (let round = 0; round < 200; round += 1) {
      const [base, other] = [text(), text()];
      expect(merge(base, other, base)).toBe(other);
      expect(merge(base, base, other)).toBe(other);
      expect(merge(base, other, other)).toBe(other);
    }
  });
});
