import { describe, expect, it, test } from 'vitest';
import { compileWildcard } from '../../../src/values/patterns/wildcard.js';
import { pick, seededRandom } from '../../seeded-random.js';

describe('compileWildcard', () => {
  test.each<[string, string[], string[]]>([
    ['cmd.exe', ['cmd.exe'], ['CMD.exe', 'cmd-exe', 'cmd.exe ']],
    ['*', ['', 'a', 'a\nb'], []],
    ['a*', ['a', 'ab', 'a\n'], ['ba', '']],
    ['*a', ['a', 'ba'], ['ab']],
    ['a*a', ['aa', 'aba'], ['a', 'ab']],
    ['*a*b*', ['ab', 'xaxbx'], ['ba', 'a']],
    ['a?c', ['abc', 'a😀c', 'a\nc'], ['ac', 'abbc']],
    ['?', ['a', '😀'], ['', 'ab']],
    ['*?', ['a', 'ab', '😀'], ['']],
    ['*?😀', ['a😀', '😀😀'], ['😀']],
    ['?*?', ['ab', '😀a'], ['a', '😀']],
    ['a**b', ['ab', 'acb'], ['a']],
    ['\\*', ['*'], ['a', '\\*']],
    ['a\\?b', ['a?b'], ['axb']],
    ['C:\\\\*', ['C:\\', 'C:\\Windows'], ['C:/']],
    ['a\\', ['a\\'], ['a']],
    ['', [''], ['a']],
    ['*ab?b*', ['xabab', 'aabbb'], ['abab'.slice(0, 3)]],
  ])('%j', (pattern, matching, others) => {
    const matches = compileWildcard(pattern);
    expect(matching.filter((text) => !matches(text))).toEqual([]);
    expect(others.filter(matches)).toEqual([]);
  });

  it('folds ASCII letters only', () => {
    const matches = compileWildcard('École*.EXE', { caseInsensitive: true });
    expect(matches('École1.exe')).toBe(true);
    expect(matches('éCOLE1.exe')).toBe(false);
    expect(matches('ÉCOLE1.exe')).toBe(true);
  });

  it('takes backslashes and question marks literally when asked to', () => {
    expect(compileWildcard('a\\*', { escape: false })('a\\b')).toBe(true);
    expect(compileWildcard('a?', { singleCharacter: false })('ab')).toBe(false);
    expect(compileWildcard('a?', { singleCharacter: false })('a?')).toBe(true);
  });

  it('agrees with the definition on all short texts', () => {
    const random = seededRandom(11);
    const texts = [''];
    for (let index = 0; (texts[index] ?? '').length < 5; index++) texts.push(`${texts[index]!}a`, `${texts[index]!}b`);
    for (let round = 0; round < 400; round++) {
      const length = 1 + Math.floor(random() * 6);
      const pattern = Array.from({ length }, () => pick(random, ['a', 'b', '*', '?'])).join('');
      const matches = compileWildcard(pattern);
      for (const text of texts) expect(matches(text), `${pattern} on ${text}`).toBe(matchesByDefinition(pattern, text));
    }
  });

  it('stays linear where backtracking would not', () => {
    expect(compileWildcard('*a'.repeat(200) + '*b')('a'.repeat(100_000))).toBe(false);
  });
});

/** Straight from the definition, with no thought of speed. */
function matchesByDefinition(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  const rest = pattern.slice(1);
  if (pattern.startsWith('*')) {
    return matchesByDefinition(rest, text) || (text !== '' && matchesByDefinition(pattern, text.slice(1)));
  }
  return (
    text !== '' &&
    (pattern.startsWith('?') || text.startsWith(pattern.charAt(0))) &&
    matchesByDefinition(rest, text.slice(1))
  );
}
