import { describe, expect, it, test } from 'vitest';
import type { LuceneGroup } from '../../../src/languages/lucene/ast.js';
import { fieldsOfLucene } from '../../../src/languages/lucene/fields.js';
import { parseLucene } from '../../../src/languages/lucene/parse.js';
import { printLucene } from '../../../src/languages/lucene/print.js';
import { pick, seededRandom } from '../../seeded-random.js';
import { shape } from '../shape.js';

function parse(text: string): LuceneGroup {
  const { value, diagnostics } = parseLucene(text);
  expect(diagnostics).toEqual([]);
  return value!;
}

/** The only clause of a query, without positions; a field is shown by its name. */
function only(text: string): unknown {
  const { clauses } = parse(text);
  expect(clauses).toHaveLength(1);
  const { field, ...node } = shape(clauses[0]!.node) as { field?: { name: string } };
  return { ...node, ...(field === undefined ? {} : { field: field.name }) };
}

describe('parseLucene', () => {
  test.each<[string, object]>([
    ['cmd.exe', { kind: 'Words', words: ['cmd.exe'] }],
    ['quick brown  fox', { kind: 'Words', words: ['quick', 'brown', 'fox'] }],
    ['host.name:web-1', { kind: 'Words', words: ['web-1'], field: 'host.name' }],
    ['a:b^2.5', { kind: 'Words', words: ['b'], field: 'a', boost: 2.5 }],
    ['book.\\*:x', { kind: 'Words', words: ['x'], field: 'book.*' }],
    ['*:*', { kind: 'Wildcard', pattern: '*', field: '*' }],
    ['a:"b \\"c\\""', { kind: 'Phrase', text: 'b "c"', field: 'a' }],
    ['"a b"~3^2', { kind: 'Phrase', text: 'a b', slop: 3, boost: 2 }],
    ['"a b"^2~3', { kind: 'Phrase', text: 'a b', slop: 3, boost: 2 }],
    ['wor*', { kind: 'Prefix', text: 'wor' }],
    ['w\\*r*', { kind: 'Prefix', text: 'w*r' }],
    ['w?r*d', { kind: 'Wildcard', pattern: 'w?r*d' }],
    ['a:*', { kind: 'Wildcard', pattern: '*', field: 'a' }],
    ['a:/jo\\/h?n/', { kind: 'Regexp', pattern: 'jo\\/h?n', field: 'a' }],
    ['quikc~', { kind: 'Fuzzy', text: 'quikc', fuzziness: '' }],
    ['quikc~1^3', { kind: 'Fuzzy', text: 'quikc', fuzziness: '1', boost: 3 }],
    ['a:[1 TO 5]', { kind: 'Range', from: '1', to: '5', includeFrom: true, includeTo: true, field: 'a' }],
    ['a:{* TO "x y"}', { kind: 'Range', to: 'x y', includeFrom: false, includeTo: false, field: 'a' }],
    ['a:[now-1d\\/d TO *}', { kind: 'Range', from: 'now-1d/d', includeFrom: true, includeTo: false, field: 'a' }],
    ['a:>=10', { kind: 'Words', words: ['>=10'], field: 'a' }],
    ['C\\:\\\\Windows', { kind: 'Words', words: ['C:\\Windows'] }],
    ['caf\\u00e9', { kind: 'Words', words: ['café'] }],
    ['a\\ b', { kind: 'Words', words: ['a b'] }],
    ['a&&b', { kind: 'Words', words: ['a&&b'] }],
    ['ANDROID', { kind: 'Words', words: ['ANDROID'] }],
    ['- ', { kind: 'Words', words: ['-'] }],
  ])('reads %j', (text, expected) => {
    expect(only(text)).toEqual(expected);
  });

  test.each<[string, (string | undefined)[][]]>([
    ['a AND b', [['a'], ['AND', 'b']]],
    ['a && b || c', [['a'], ['AND', 'b'], ['OR', 'c']]],
    [
      '+a -b !c',
      [
        ['+', 'a'],
        ['-', 'b'],
        ['-', 'c'],
      ],
    ],
    ['a AND NOT b', [['a'], ['AND', '-', 'b']]],
    ['a b c AND d', [['a b'], ['c'], ['AND', 'd']]],
    ['a b:c', [['a'], ['c']]],
    ['a b (c)', [['a b'], ['(c)']]],
    ['a/b c/', [['a'], ['/b c/']]],
  ])('takes %j apart', (text, expected) => {
    const parts = parse(text).clauses.map(({ conjunction, modifier, node }) => [
      ...(conjunction === undefined ? [] : [conjunction]),
      ...(modifier === undefined ? [] : [modifier === 'required' ? '+' : '-']),
      printLucene({
        kind: 'Group',
        clauses: [{ node: { ...node, field: undefined } as never, range: node.range }],
        range: node.range,
      }),
    ]);
    expect(parts).toEqual(expected);
  });

  it('gives every clause its place in the text', () => {
    const text = 'a:b  AND -c:(d OR "e f"~2) x*^2';
    const places = parse(text).clauses.map(({ range }) => text.slice(range.start, range.end));
    expect(places).toEqual(['a:b', 'AND -c:(d OR "e f"~2)', 'x*^2']);
  });

  it('reads the empty query', () => {
    expect(parse(' ').clauses).toEqual([]);
  });
});

describe('syntax errors of Lucene queries', () => {
  test.each<[string, string, number]>([
    ['a AND', 'lucene/missing-clause', 5],
    ['AND a', 'lucene/missing-clause', 0],
    ['a OR OR b', 'lucene/missing-clause', 5],
    ['()', 'lucene/missing-clause', 1],
    ['a:', 'lucene/missing-clause', 2],
    ['a:b:c', 'lucene/unexpected-text', 3],
    ['(a OR b', 'lucene/unclosed-bracket', 0],
    ['a)', 'lucene/unexpected-text', 1],
    ['a]', 'lucene/unexpected-text', 1],
    ['"a', 'lucene/unclosed-quote', 0],
    ['/usr', 'lucene/unclosed-regexp', 0],
    ['a\\', 'lucene/bad-escape', 1],
    ['\\u00', 'lucene/bad-escape', 0],
    ['a^b', 'lucene/bad-boost', 1],
    ['a:[1 TO 2', 'lucene/bad-range', 2],
    ['a:[1 2]', 'lucene/bad-range', 2],
    ['a:[ TO 2]', 'lucene/bad-range', 2],
    ['('.repeat(100_000), 'lucene/too-deep', 200],
  ])('refuses %.40j', (text, code, start) => {
    const { value, diagnostics } = parseLucene(text);
    expect(value).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code, severity: 'error' });
    expect(diagnostics[0]?.range.start).toBe(start);
  });

  it('says what was expected and how to mend it', () => {
    expect(parseLucene('process.args:/c whoami').diagnostics[0]).toMatchObject({
      what: 'The regular expression that starts with "/" does not end.',
      fix: 'Write \\/ for a slash, put a path in quotes, or add the closing "/".',
    });
    expect(parseLucene('a AND').diagnostics[0]?.fix).toBe('Write what "AND" applies to, or remove it.');
  });
});

describe('warnings about Lucene queries', () => {
  test.each([
    ['a:b and c', ['lucene/small-operator']],
    ['a:b or c:d', ['lucene/small-operator']],
    ['and', []],
    ['b and', []],
    ['a and b', ['lucene/small-operator']],
    ['f:(a or b OR c Not d)', ['lucene/small-operator', 'lucene/small-operator']],
    ['not a:b', ['lucene/small-operator']],
    ['not a b', ['lucene/small-operator']],
    ['"a and b"', []],
    ['f:and', []],
  ])('%j', (text, codes) => {
    const { value, diagnostics } = parseLucene(text);
    expect(value).toBeDefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
  });
});

describe('printLucene', () => {
  test.each([
    ['', ''],
    ['a && !b || +c', 'a AND -b OR +c'],
    ['f:(a b)^2', 'f:(a b)^2'],
    ['f:[a TO "x y"}', 'f:[a TO "x y"}'],
    ['f:{"TO" TO *]', 'f:{"TO" TO *]'],
    ['\\AND \\(x\\)', '\\AND \\(x\\)'],
    ['"a \\" b"~2^1.5', '"a \\" b"~2^1.5'],
    ['/a\\/b/ c~1', '/a\\/b/ c~1'],
  ])('prints %j', (text, expected) => {
    expect(printLucene(parse(text))).toBe(expected);
  });

  it('reads back what it prints, whatever the text', () => {
    const random = seededRandom(9);
    const pieces = [
      'a', 'b ', ' ', 'AND', ' OR ', ' NOT ', '&&', '(', ')', ':', '*', '?', '"', '\\', '/', '~', '^2', '^1.50', '[', ' TO ', ']', '{', '}',
      '+', '-', '!', '1', 'é', '\\u0041', '>=', 'x:',
    ]; // prettier-ignore
    let read = 0;
    for (let round = 0; round < 30_000; round++) {
      const text = Array.from({ length: 1 + Math.floor(random() * 10) }, () => pick(random, pieces)).join('');
      const { value } = parseLucene(text);
      if (value === undefined) continue;
      read++;
      expect(shape(parseLucene(printLucene(value)).value), text).toEqual(shape(value));
    }
    expect(read).toBeGreaterThan(3000);
  });
});

describe('fieldsOfLucene', () => {
  it('names each field once, and what has to exist', () => {
    expect(fieldsOfLucene(parse('a:1 AND (b:x OR a:2) c:(d OR e:f) _exists_:g free'))).toEqual([
      'a',
      'b',
      'c',
      'e',
      'g',
    ]);
  });
});
