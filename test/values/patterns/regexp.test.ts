import { describe, expect, it, test } from 'vitest';
import type { RegexpOptions } from '../../../src/values/patterns/regexp.js';
import { compileLuceneRegexp } from '../../../src/values/patterns/regexp.js';
import { pick, seededRandom } from '../../seeded-random.js';

describe('compileLuceneRegexp', () => {
  test.each<[string, string[], string[]]>([
    ['a|bc', ['a', 'bc'], ['b', 'abc', '']],
    ['a.c', ['abc', 'a\nc', 'a😀c'], ['ac', 'abbc']],
    ['a?b+c*', ['b', 'ab', 'bbcc'], ['a', 'aab']],
    ['(ab){2,3}', ['abab', 'ababab'], ['ab', 'abababab']],
    ['a{2}', ['aa'], ['a', 'aaa']],
    ['a{2,}', ['aa', 'aaaa'], ['a']],
    ['a{0}', [''], ['a']],
    ['[a-c]x', ['ax', 'cx'], ['dx']],
    ['[^a-c]', ['d', '\n', '😀'], ['a', '']],
    ['[\\d_]+', ['12_3'], ['a']],
    ['\\w+\\s\\W\\S\\D\\d', ['ab !xy1'], ['ab xxy1']],
    ['"a.b"', ['a.b'], ['axb']],
    ['a\\.b', ['a.b'], ['axb']],
    ['^a$', ['^a$'], ['a']],
    ['()', [''], ['a']],
    ['~(ab)', ['', 'a', 'abc'], ['ab']],
    ['~a*', ['b', 'bc'], []],
    ['a&.*', ['a'], ['b']],
    ['.*a.*&.*b.*', ['ab', 'bxa'], ['a', 'b']],
    ['@x', ['x', 'ax'], ['xa']],
    ['#|a', ['a'], ['', '#']],
    ['a#', [], ['a', 'a#']],
    ['<1-100>', ['1', '01', '007', '100'], ['0', '101', '']],
    ['<01-12>', ['01', '09', '12'], ['1', '13', '00']],
    ['<9-5>', ['5', '9'], ['4', '10']],
    ['v<98-1002>', ['v98', 'v99', 'v100', 'v999', 'v1002', 'v0098'], ['v97', 'v1003', 'v8']],
    ['*a', ['*a'], ['a']],
    ['**a', ['*a'], ['a', '**a']],
    ['a+?b', ['b', 'aab'], ['a']],
    ['#*', [], ['', '#']],
    ['#?', [''], ['#']],
    ['|a', ['|a'], ['a', '']],
    ['[]a]', [']', 'a'], ['b']],
    ['.*\\\\cmd\\.exe', ['C:\\cmd.exe'], ['C:/cmd.exe']],
  ])('%j', (pattern, matching, others) => {
    const { matches, error } = compileLuceneRegexp(pattern);
    expect(error).toBeUndefined();
    expect(matching.filter((text) => !matches!(text))).toEqual([]);
    expect(others.filter((text) => matches!(text))).toEqual([]);
  });

  it('reads optional operators as text when their flag is off', () => {
    const none: RegexpOptions = { flags: new Set() };
    for (const text of ['~a', 'a&b', '#', 'a@', '<1-2>']) {
      expect(compileLuceneRegexp(text, none).matches!(text)).toBe(true);
    }
  });

  it('ignores the case of ASCII letters, but not in ranges', () => {
    const matches = (pattern: string, text: string): boolean =>
      compileLuceneRegexp(pattern, { caseInsensitive: true }).matches!(text);
    expect(matches('cmd\\.(exe|COM)', 'CMD.com')).toBe(true);
    expect(matches('[xy]', 'X')).toBe(true);
    expect(matches('[a-c]', 'B')).toBe(false);
    expect(matches('É', 'é')).toBe(false);
    expect(matches('()|.', '')).toBe(false);
  });

  test.each([
    ['a(b', "expected ')' at position 3"],
    ['a)', 'end-of-string expected at position 1'],
    ['[a', "expected ']' at position 2"],
    ['[b-a]', 'invalid range: from (98) cannot be > to (97)'],
    ['a{2,1}', 'invalid repetition range(out of order): 2..1'],
    ['a{x}', 'integer expected at position 2'],
    ['a{1', "expected '}' at position 3"],
    ['\\Qa', 'invalid character class \\81'],
    ['a\\', 'unexpected end-of-string'],
    ['"a', "expected '\"' at position 2"],
    ['<a', "expected '>' at position 2"],
    ['<1-a>', 'interval syntax error at position 4'],
    ['<foo>', "'foo' not found"],
    ['a{99999999999}', 'For input string: "99999999999"'],
    ['[ab]{1001}', 'input automaton is too large: 1001'],
  ])('refuses %j in the words of Lucene', (pattern, reason) => {
    expect(compileLuceneRegexp(pattern).error?.reason).toBe(reason);
  });

  it('gives up where Lucene does', () => {
    const tooComplex = (pattern: string, options?: RegexpOptions): string | undefined =>
      compileLuceneRegexp(pattern, options).error?.reason;
    expect(tooComplex('[ab]*a[ab]{12}')).toBeUndefined();
    expect(tooComplex('[ab]*a[ab]{13}')).toBe('Determinizing [ab]*a[ab]{13} would require more than 10000 effort.');
    expect(tooComplex('[ab]*a[ab]{12}', { maxDeterminizedStates: 100 })).toContain('more than 100 effort');
    expect(tooComplex('(a|b){1,2000}{1,200}')).toContain('more than 799800 effort');
    expect(tooComplex('(a{1,40}){1,40}')).toBe(
      'Determinizing automaton with 3200 states and 4720 transitions would require more than 10000 effort.',
    );
    expect(tooComplex('((a|b)*c){1,4000}')).toBeUndefined();
  });

  it('survives deep nesting and hostile repetitions', () => {
    expect(compileLuceneRegexp('('.repeat(100_000)).error?.reason).toContain('nested');
    expect(compileLuceneRegexp('~'.repeat(100_000)).error?.reason).toContain('nested');
    expect(compileLuceneRegexp(`a${'{1}'.repeat(100_000)}`).error?.reason).toContain('nested');
    expect(compileLuceneRegexp(`a${'?'.repeat(100_000)}`).matches!('a')).toBe(true);
    expect(compileLuceneRegexp('(.*){2000000000}').matches!('anything')).toBe(true);
    expect(compileLuceneRegexp('(.?){3000}').error?.type).toBe('too_complex_to_determinize_exception');
    expect(compileLuceneRegexp('(a+)+b').matches!('a'.repeat(100_000))).toBe(false);
  });

  it('agrees with the regular expressions of JavaScript where both dialects mean the same', () => {
    const random = seededRandom(5);
    const texts = [''];
    for (let index = 0; (texts[index] ?? '').length < 5; index++) texts.push(`${texts[index]!}a`, `${texts[index]!}b`);
    const pattern = (depth: number): string => {
      const inner = (): string => pattern(depth - 1);
      if (depth === 0) return pick(random, ['a', 'b', '.', '[ab]', '[^a]', 'ab']);
      return pick<() => string>(random, [
        () => `(${inner()}|${inner()})`,
        () => inner() + inner(),
        () => `(${inner()})${pick(random, ['*', '+', '?', '{2}', '{1,2}', '{0,3}', '{2,}'])}`,
      ])();
    };
    for (let round = 0; round < 500; round++) {
      const text = pattern(1 + Math.floor(random() * 4));
      const { matches } = compileLuceneRegexp(text);
      const expected = new RegExp(`^(?:${text})$`, 's');
      for (const sample of texts) expect(matches!(sample), `${text} on ${sample}`).toBe(expected.test(sample));
    }
  });
});
