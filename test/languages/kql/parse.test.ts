import { describe, expect, it, test } from 'vitest';
import type { KqlNode } from '../../../src/languages/kql/ast.js';
import { fieldsOfKql } from '../../../src/languages/kql/fields.js';
import { parseKql } from '../../../src/languages/kql/parse.js';
import { printKql } from '../../../src/languages/kql/print.js';
import { seededRandom } from '../../seeded-random.js';
import { shape } from '../shape.js';

function parse(text: string): KqlNode {
  const { value, diagnostics } = parseKql(text);
  expect(diagnostics.filter((finding) => finding.severity === 'error')).toEqual([]);
  return value!;
}

const term = (value: string | boolean | null, quoted = false): object => ({ kind: 'Literal', value, quoted });
const match = (field: string, value: object): object => ({ kind: 'Match', field: term(field), value });

describe('parseKql', () => {
  test.each<[string, object]>([
    ['', { kind: 'MatchAll' }],
    [' \n', { kind: 'MatchAll' }],
    ['host.name: web', match('host.name', term('web'))],
    ['host.name :"web 1"', match('host.name', term('web 1', true))],
    ['a: b c', match('a', term('b c'))],
    ['a: true', match('a', term(true))],
    ['a: null', match('a', term(null))],
    ['a: "true"', match('a', term('true', true))],
    ['a: 5', match('a', term('5'))],
    ['a: *', { kind: 'Exists', field: term('a') }],
    ['a: (*)', { kind: 'Exists', field: term('a') }],
    ['a: "*"', match('a', term('*', true))],
    ['a: \\*', match('a', term('*'))],
    ['a: x*y', match('a', { kind: 'Wildcard', parts: ['x', 'y'] })],
    ['a: *x y* ', match('a', { kind: 'Wildcard', parts: ['', 'x y', ''] })],
    ['a: x\\:y', match('a', term('x:y'))],
    ['a: C\\:\\\\dir\\(1\\)', match('a', term('C:\\dir(1)'))],
    ['a: "C:\\\\new"', match('a', term('C:\\new', true))],
    ['a: "C:\\new"', match('a', term('C:\new', true))],
    ['a: "C:\\dir"', match('a', term('C:\\dir', true))],
    ['a: caf\\u00e9', match('a', term('café'))],
    ['a: x \\or y', match('a', term('x or y'))],
    ['a: orchid', match('a', term('orchid'))],
    ['a > 5', { kind: 'Range', field: term('a'), operator: 'gt', value: term('5') }],
    ['a<="now-1d/d"', { kind: 'Range', field: term('a'), operator: 'lte', value: term('now-1d/d', true) }],
    ['"a b": c', { kind: 'Match', field: term('a b', true), value: term('c') }],
    ['a.*: c', { kind: 'Match', field: { kind: 'Wildcard', parts: ['a.', ''] }, value: term('c') }],
    ['some text', { kind: 'FreeText', value: term('some text') }],
    ['(a: b)', match('a', term('b'))],
    ['((a: ((b))))', match('a', term('b'))],
  ])('reads %j', (text, expected) => {
    expect(shape(parse(text))).toEqual(expected);
  });

  it('binds not before and before or, in any case', () => {
    expect(shape(parse('a:1 OR not b:2 And c:3'))).toEqual({
      kind: 'Or',
      clauses: [
        match('a', term('1')),
        { kind: 'And', clauses: [{ kind: 'Not', clause: match('b', term('2')) }, match('c', term('3'))] },
      ],
    });
  });

  it('keeps value lists as lists', () => {
    expect(shape(parse('a:(x or "y" and not z*)'))).toEqual(
      match('a', {
        kind: 'ValueOr',
        values: [
          term('x'),
          {
            kind: 'ValueAnd',
            values: [term('y', true), { kind: 'ValueNot', value: { kind: 'Wildcard', parts: ['z', ''] } }],
          },
        ],
      }),
    );
  });

  it('reads nested groups', () => {
    expect(shape(parse('p : { a:1 and q:{ b > 2 } }'))).toEqual({
      kind: 'Nested',
      path: term('p'),
      clause: {
        kind: 'And',
        clauses: [
          match('a', term('1')),
          {
            kind: 'Nested',
            path: term('q'),
            clause: { kind: 'Range', field: term('b'), operator: 'gt', value: term('2') },
          },
        ],
      },
    });
  });

  it('gives every node its place in the text', () => {
    const text = 'not a: (b or c )  and  d.e > 5 ';
    const node = parse(text);
    expect(node.kind).toBe('And');
    const places = (node.kind === 'And' ? node.clauses : []).map(({ range }) => text.slice(range.start, range.end));
    expect(places).toEqual(['not a: (b or c )', 'd.e > 5']);
    expect(text.slice(node.range.start, node.range.end)).toBe('not a: (b or c )  and  d.e > 5');
  });
});

describe('syntax errors of KQL', () => {
  test.each<[string, string, number]>([
    ['a: (b or c', 'kql/unclosed-bracket', 3],
    ['a: "b', 'kql/unclosed-quote', 3],
    ['a: C:\\x', 'kql/unexpected-text', 4],
    ['a: \\x', 'kql/bad-escape', 3],
    ['a: b and ', 'kql/missing-clause', 9],
    ['a: b and )', 'kql/missing-clause', 9],
    ['a: ()', 'kql/missing-value', 4],
    ['a:', 'kql/missing-value', 2],
    ['a >', 'kql/missing-value', 3],
    [': b', 'kql/missing-clause', 0],
    ['not(a: b)', 'kql/unexpected-text', 3],
    ['not not a: b', 'kql/missing-clause', 4],
    ['a: not b', 'kql/missing-value', 3],
    ['a: *not this*', 'kql/keyword-in-value', 4],
    ['a: b)', 'kql/unexpected-text', 4],
    ['a: "x" "y"', 'kql/unexpected-text', 7],
    ['a = "x"', 'kql/unexpected-text', 4],
    ['a: "x" && b: "y"', 'kql/unexpected-text', 7],
    ['a: b && c: d', 'kql/unexpected-text', 9],
    ['(a:1)AND b:2', 'kql/unexpected-text', 5],
    ['a: { b: c', 'kql/unclosed-bracket', 3],
    ['a: {}', 'kql/missing-clause', 4],
    ['('.repeat(100_000), 'kql/too-deep', 200],
    [`a: ${'('.repeat(100_000)}`, 'kql/too-deep', 203],
    ['a: {'.repeat(50_000), 'kql/too-deep', 803],
  ])('refuses %.40j', (text, code, start) => {
    const { value, diagnostics } = parseKql(text);
    expect(value).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code, severity: 'error' });
    expect(diagnostics[0]?.range.start).toBe(start);
    expect(diagnostics[0]?.what).not.toBe('');
    expect(diagnostics[0]?.fix).not.toBe('');
  });

  test.each([
    ['a = b', 'kql/free-text'],
    ['a: x && y', 'kql/operator-in-value'],
    ['foo a: b', 'kql/field-with-space'],
  ])('warns about %j', (text, code) => {
    expect(parseKql(text).diagnostics.map((finding) => finding.code)).toEqual([code]);
  });

  it('says what was expected and how to mend it', () => {
    expect(parseKql('a: b and not not c: d').diagnostics[0]).toMatchObject({
      what: 'Expected a clause but found "not".',
      fix: 'Remove one "not", or put the inner one in brackets: not (not …).',
    });
  });
});

describe('printKql', () => {
  test.each([
    ['', ''],
    ['( a:1 ) AND b:2', 'a: 1 and b: 2'],
    ['(a:1 or b:2) and not (c:3 and d:4)', '(a: 1 or b: 2) and not (c: 3 and d: 4)'],
    ['a:1 or (b:2 and c:3)', 'a: 1 or b: 2 and c: 3'],
    ['a:1 and (b:2 and c:3)', 'a: 1 and (b: 2 and c: 3)'],
    ['a:(not (b or (c or d)))', 'a: (not (b or (c or d)))'],
    ['p:{a:(x and y)}', 'p: { a: (x and y) }'],
    ['a: "say \\"hi\\" \\\\ \\t"', 'a: "say \\"hi\\" \\\\ \\t"'],
    ['a: \\*x\\:* and b <= \\<', 'a: \\*x\\:* and b <= \\<'],
    ['a: x \\or', 'a: x \\or'],
    ['a: can\\u006eot b', 'a: can\\u006eot b'],
    ['a: \\t', 'a: \\t'],
  ])('prints %j', (text, expected) => {
    expect(printKql(parse(text))).toBe(expected);
    expect(shape(parse(expected))).toEqual(shape(parse(text)));
  });

  it('reads back what it prints, whatever the text', () => {
    const random = seededRandom(7);
    const pieces = [
      'a',
      'not ',
      ' or ',
      ' and ',
      '(',
      ')',
      ':',
      '*',
      '"',
      '\\',
      '{',
      '}',
      '>',
      '<=',
      ' ',
      'n',
      'ot',
      '\\not ',
      'é',
      '\\or',
      '\t',
    ];
    let read = 0;
    for (let round = 0; round < 20_000; round++) {
      const text = Array.from(
        { length: 1 + Math.floor(random() * 12) },
        () => pieces[Math.floor(random() * pieces.length)],
      ).join('');
      const { value } = parseKql(text);
      if (value === undefined) continue;
      read++;
      expect(shape(parseKql(printKql(value)).value), text).toEqual(shape(value));
    }
    expect(read).toBeGreaterThan(500);
  });
});

describe('fieldsOfKql', () => {
  it('names each field once, nested ones in full', () => {
    const node = parse('a:1 and not b.c:* and (a:(2 or 3) or p:{ q > 1 and r:{ s:t } }) and x.*:y and free');
    expect(fieldsOfKql(node)).toEqual(['a', 'b.c', 'p.q', 'p.r.s', 'x.*']);
  });
});
