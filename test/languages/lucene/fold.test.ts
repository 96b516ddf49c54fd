import { describe, expect, it, test } from 'vitest';
import type { LuceneBuilder, LuceneLeaf, LuceneMeaning } from '../../../src/languages/lucene/fold.js';
import { foldLucene } from '../../../src/languages/lucene/fold.js';
import { parseLucene } from '../../../src/languages/lucene/parse.js';
import { foldSimpleQueryString } from '../../../src/languages/lucene/simple-query-string.js';

/** Writes queries with a sign before each clause, as Lucene itself prints them; the text `nothing` has no tokens. */
const inSigns: LuceneBuilder<string> = {
  leaf(leaf) {
    if (leaf.kind === 'Text' && leaf.text === 'nothing') return undefined;
    return 'text' in leaf ? leaf.text : JSON.stringify(leaf);
  },
  bool: ({ must, should, mustNot }) =>
    `(${[...must.map((query) => `+${query}`), ...should, ...mustNot.map((query) => `-${query}`)].join(' ')})`,
};

const fold = (text: string, meaning?: LuceneMeaning): string | undefined =>
  foldLucene(parseLucene(text).value!, inSigns, meaning);

describe('foldLucene', () => {
  test.each([
    ['a', 'a', 'a'],
    ['+a', '(+a)', '(+a)'],
    ['-a', '(-a)', '(-a)'],
    ['a b', 'a b', 'a b'],
    ['a OR b', '(a b)', '(a b)'],
    ['a AND b', '(+a +b)', '(+a +b)'],
    ['a OR b AND c', '(+b +c a)', '(+b +c a)'],
    ['a AND b OR c', '(+a +b c)', '(+a b c)'],
    ['a (b)', '(a b)', '(+a +b)'],
    ['a AND NOT b', '(+a -b)', '(+a -b)'],
    ['NOT a AND b', '(+b -a)', '(+b -a)'],
    ['a OR (NOT b)', '(a (-b))', '(a (-b))'],
    ['a AND nothing', 'a', 'a'],
    ['nothing OR a', 'a', 'a'],
    ['+a "b"', '(+a b)', '(+a +b)'],
  ])('%j is %j, and %j where AND is the default', (text, withOr, withAnd) => {
    expect([fold(text), fold(text, { defaultOperator: 'AND' })].map(sorted)).toEqual([withOr, withAnd].map(sorted));
  });

  it('leaves nothing of nothing', () => {
    expect(fold('')).toBeUndefined();
    expect(fold('(nothing)')).toBeUndefined();
  });

  test.each<[string, LuceneLeaf, LuceneMeaning?]>([
    ['f:(x)', { kind: 'Text', text: 'x', field: 'f' }],
    ['f:(g:x)', { kind: 'Text', text: 'x', field: 'g' }],
    ['f:>=5', { kind: 'Range', from: '5', includeFrom: true, includeTo: true, field: 'f' }],
    ['f:<5', { kind: 'Range', to: '5', includeFrom: true, includeTo: false, field: 'f' }],
    ['f:>', { kind: 'Text', text: '>', field: 'f' }],
    ['>5', { kind: 'Text', text: '>5' }],
    ['>5', { kind: 'Range', from: '5', includeFrom: false, includeTo: true }, { defaultField: 'f' }],
    ['_exists_:f', { kind: 'Exists', name: 'f' }],
    ['f:*', { kind: 'Exists', name: 'f' }],
    ['*', { kind: 'All' }],
    ['*:*', { kind: 'All' }],
    ['*', { kind: 'Exists', name: 'f' }, { defaultField: 'f' }],
    ['"x y"', { kind: 'Phrase', text: 'x y', slop: 1 }, { phraseSlop: 1 }],
    ['"x y"~0', { kind: 'Phrase', text: 'x y', slop: 0 }, { phraseSlop: 1 }],
    ['x~', { kind: 'Fuzzy', text: 'x', fuzziness: 'AUTO' }],
    ['x~', { kind: 'Fuzzy', text: 'x', fuzziness: '1' }, { fuzziness: '1' }],
    ['f:[* TO 3}', { kind: 'Range', to: '3', includeFrom: true, includeTo: false, field: 'f' }],
  ])('makes a leaf of %j', (text, expected, meaning) => {
    const leaves: LuceneLeaf[] = [];
    foldLucene(parseLucene(text).value!, { leaf: (leaf) => leaves.push(leaf), bool: () => 0 }, meaning);
    expect(leaves).toEqual([expected]);
  });
});

describe('foldSimpleQueryString', () => {
  test.each([
    ['a', 'a'],
    ['a b', '(a b)'],
    ['a + b', '(+a +b)'],
    ['a + b | c', '((+a +b) c)'],
    ['a | b + c', '(+(a b) +c)'],
    ['a + -b', '(+a +(-b))'],
    ['--a', 'a'],
    ['- a', 'a'],
    ['(a | b) + c', '(+(a b) +c)'],
    ['"a b" c', '(a b c)'],
    ['a + (', 'a'],
    ['a"b', '(a b)'],
    ['()a', 'a'],
    ['\\+a', '+a'],
    ['+ | a', 'a'],
    ['a + nothing b', '(+a +b)'],
    ['*', '{"kind":"All"}'],
  ])('%j is %j', (text, expected) => {
    expect(foldSimpleQueryString(text, inSigns)).toBe(expected);
  });

  it('takes AND as the default where told', () => {
    expect(foldSimpleQueryString('a b | c', inSigns, { defaultOperator: 'AND' })).toBe('((+a +b) c)');
  });

  test.each<[string, LuceneLeaf]>([
    ['ab*', { kind: 'Prefix', text: 'ab' }],
    ['ab\\*', { kind: 'Text', text: 'ab*' }],
    ['ab~1', { kind: 'Fuzzy', text: 'ab', fuzziness: '1' }],
    ['ab~', { kind: 'Fuzzy', text: 'ab', fuzziness: '2' }],
    ['ab~x', { kind: 'Text', text: 'ab' }],
    ['"a b"~2', { kind: 'Phrase', text: 'a b', slop: 2 }],
    ['a:b', { kind: 'Text', text: 'a:b' }],
  ])('makes a leaf of %j', (text, expected) => {
    const leaves: LuceneLeaf[] = [];
    foldSimpleQueryString(text, { leaf: (leaf) => leaves.push(leaf), bool: () => 0 });
    expect(leaves).toEqual([expected]);
  });

  it('reads operators as text when their flag is off', () => {
    expect(foldSimpleQueryString('a+b|c', inSigns, { flags: new Set(['OR']) })).toBe('(a+b c)');
  });

  it('leaves nothing of nothing, and survives hostile texts', () => {
    expect(foldSimpleQueryString('  +|)', inSigns)).toBeUndefined();
    expect(foldSimpleQueryString('('.repeat(100_000) + 'a', inSigns)).toBe('a');
    expect(foldSimpleQueryString('('.repeat(50_000) + 'a' + ')'.repeat(50_000), inSigns)).toBeUndefined();
  });
});

/** Clauses in order of their text: Lucene does not care. */
function sorted(text: string | undefined): string[] {
  return (text ?? '')
    .replace(/^\(|\)$/g, '')
    .split(' ')
    .sort();
}
