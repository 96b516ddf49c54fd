import { describe, expect, it, test } from 'vitest';
import type { EqlExpression, EqlQuery } from '../../../src/languages/eql/ast.js';
import { parseEql } from '../../../src/languages/eql/parse.js';
import { printEql } from '../../../src/languages/eql/print.js';
import { pick, seededRandom } from '../../seeded-random.js';
import { shape } from '../shape.js';

function parse(text: string): EqlQuery {
  const { value, diagnostics } = parseEql(text);
  expect(diagnostics).toEqual([]);
  return value!;
}

function condition(text: string): unknown {
  const { source } = parse(`any where ${text}`);
  return shape((source as { condition: EqlExpression }).condition);
}

const field = (name: string, optional = false): object => ({ kind: 'Field', name, optional });
const text = (value: string): object => ({ kind: 'String', value });
const int = (value: number): object => ({ kind: 'Integer', value: BigInt(value) });
const equal = (left: object, right: object): object => ({ kind: 'Comparison', operator: '==', left, right });

describe('parseEql: conditions', () => {
  test.each<[string, object]>([
    ['a == 1', equal(field('a'), int(1))],
    ['?a.b == null', equal(field('a.b', true), { kind: 'Null' })],
    ['@timestamp == 1', equal(field('@timestamp'), int(1))],
    ['`my field`.`x``y` == 1', equal(field('my field.x`y'), int(1))],
    ['`a-b` == "x"', equal(field('a-b'), text('x'))],
    ['a == "\\t\\"\\\\\\u{1F600}"', equal(field('a'), text('\t"\\😀'))],
    ['a == """C:\\"x"\\n"""', equal(field('a'), text('C:\\"x"\\n'))],
    ['a == """"quoted""""', equal(field('a'), text('"quoted"'))],
    ['a == .5', equal(field('a'), { kind: 'Decimal', value: 0.5 })],
    ['a == 1e3', equal(field('a'), { kind: 'Decimal', value: 1000 })],
    ['a == 9223372036854775807', equal(field('a'), { kind: 'Integer', value: 9_223_372_036_854_775_807n })],
    ['a == 9223372036854775808', equal(field('a'), { kind: 'Decimal', value: 2 ** 63 })],
    ['a', field('a')],
    ['true', { kind: 'Boolean', value: true }],
    ['a : "x*"', { kind: 'Match', operator: ':', value: field('a'), patterns: [text('x*')] }],
    ['a : 5', { kind: 'Match', operator: ':', value: field('a'), patterns: [int(5)] }],
    ['a like~ ("x", "y")', { kind: 'Match', operator: 'like~', value: field('a'), patterns: [text('x'), text('y')] }],
    ['a regex "x"', { kind: 'Match', operator: 'regex', value: field('a'), patterns: [text('x')] }],
    ['a in (1)', { kind: 'In', value: field('a'), items: [int(1)], insensitive: false, negated: false }],
    ['a not in~ (b)', { kind: 'In', value: field('a'), items: [field('b')], insensitive: true, negated: true }],
    ['endsWith~(a, b)', { kind: 'Call', name: 'endsWith', insensitive: true, arguments: [field('a'), field('b')] }],
    ['length()', { kind: 'Call', name: 'length', insensitive: false, arguments: [] }],
    ['a // to the end\n == /* b /* c */ */ 1', equal(field('a'), int(1))],
  ])('reads %j', (query, expected) => {
    expect(condition(query)).toEqual(expected);
  });

  it('binds not before and before or', () => {
    expect(condition('not a == 1 and b or c')).toEqual({
      kind: 'Or',
      clauses: [{ kind: 'And', clauses: [{ kind: 'Not', clause: equal(field('a'), int(1)) }, field('b')] }, field('c')],
    });
  });

  it('binds arithmetic from the left, products before sums, a sign before both', () => {
    expect(condition('a - b - -c * d == 1')).toEqual(
      equal(
        {
          kind: 'Arithmetic',
          operator: '-',
          left: { kind: 'Arithmetic', operator: '-', left: field('a'), right: field('b') },
          right: {
            kind: 'Arithmetic',
            operator: '*',
            left: { kind: 'Negation', value: field('c') },
            right: field('d'),
          },
        },
        int(1),
      ),
    );
  });
});

describe('parseEql: sources', () => {
  it('reads categories: names, quoted ones, any', () => {
    expect(
      ['process where true', '"a b" where true', 'any where true', '"any" where true'].map((query) => {
        const { source } = parse(query);
        return source.kind === 'EventFilter' ? source.category : undefined;
      }),
    ).toEqual(['process', 'a b', null, 'any']);
  });

  it('reads sequences with all their parts', () => {
    const { source } = parse(
      'sequence by a, ?b with maxspan=30s [process where true] by c with runs=2 ![file where x] by d until [any where y] by e',
    );
    expect(shape(source)).toMatchObject({
      kind: 'Sequence',
      by: [field('a'), field('b', true)],
      maxspan: { count: 30, unit: 's' },
      steps: [
        { missing: false, by: [field('c')], runs: 2, filter: { category: 'process' } },
        { missing: true, by: [field('d')], runs: null, filter: { category: 'file' } },
      ],
      until: { by: [field('e')], filter: { category: null } },
    });
  });

  it('reads samples and pipes', () => {
    expect(shape(parse('sample by host [any where a] [any where b]'))).toMatchObject({
      source: { kind: 'Sample', by: [field('host')], steps: [{ missing: false }, { missing: false }] },
      pipes: [],
    });
    expect(shape(parse('any where a | head 2 + 1 | tail 1'))).toMatchObject({
      pipes: [
        { name: 'head', count: 3 },
        { name: 'tail', count: 1 },
      ],
    });
  });

  it('takes one step that runs twice for a sequence', () => {
    expect(parse('sequence [any where true] with runs=2').source.kind).toBe('Sequence');
  });
});

describe('parseEql: refusals', () => {
  test.each<[string, string, string]>([
    ['', 'unexpected-end', "mismatched input '<EOF>' expecting an event category, 'any', 'sequence' or 'sample'"],
    [
      'process where',
      'unexpected-end',
      "mismatched input '<EOF>' expecting a field, a function, a constant or a bracket",
    ],
    ['process where a = 1', 'unexpected-text', "mismatched input '=' expecting 'and', 'or' or '|'"],
    ['process where a == 1 AND b', 'unexpected-text', "mismatched input 'AND' expecting 'and', 'or' or '|'"],
    ["process where a == 'x'", 'old-string', 'Use double quotes ["] to define string literals, not single quotes [\']'],
    [
      'process where a == ?"x"',
      'old-string',
      'Use triple double quotes ["""] to define unescaped string literals, not [?"]',
    ],
    ['process where a == "x', 'unclosed-string', 'The string is not closed.'],
    ['process where a == "\\d"', 'bad-escape', '"\\d" is not an escape of EQL.'],
    ['process where a == "\\u{D800}"', 'bad-escape', '"\\u" is not an escape of EQL.'],
    ['process where `a', 'unclosed-name', 'The backquoted name has no closing backquote.'],
    ['process where a /* b', 'unclosed-comment', 'The comment has no end.'],
    ['process where a ; b', 'unexpected-character', "token recognition error at: ';'"],
    ['process where a like 5', 'pattern-not-text', 'Invalid pattern [5] for [like], a string is required'],
    ['process where child of [process where true]', 'unsupported-relation', 'Process relationships are not supported'],
    ['join [a where true] [b where true]', 'unsupported-join', 'join is not supported'],
    ['sequence [a where true]', 'too-few-steps', 'A sequence requires a minimum of 2 queries, found [1]'],
    [
      'sequence [a where true] by x [b where true]',
      'join-keys-differ',
      'Inconsistent number of join keys specified; expected [1] but found [0]',
    ],
    [
      'sequence with maxspan=1 [a where true] [b where true]',
      'maxspan-without-unit',
      'No time unit specified, did you mean [s] as in [1s]?',
    ],
    [
      'sequence with maxspan=1y [a where true] [b where true]',
      'maxspan-unit',
      'Unrecognized time unit [y] in [1y], please specify one of [ms, s, m, h, d]',
    ],
    [
      'sequence with maxspan=1.5s [a where true] [b where true]',
      'maxspan-decimal',
      'Decimal time interval [1.5] not supported; please use a positive integer',
    ],
    [
      'sequence with maxspan=0s [a where true] [b where true]',
      'maxspan-not-positive',
      'A positive maxspan value is required; found [0]',
    ],
    [
      'sequence with maxspan=1s by x [a where true] [b where true]',
      'by-after-with',
      'Please specify sequence [by] before [with] not after',
    ],
    [
      'sequence [a where true] ![b where true]',
      'missing-maxspan',
      '[maxspan] is required for sequences with missing events queries; found none',
    ],
    ['sequence [a where true] with runs=0 [b where true]', 'bad-runs', 'A positive runs value is required; found [0]'],
    [
      'sequence [a where true] with runs=101 [b where true]',
      'bad-runs',
      'A query cannot be repeated more than 100 times; found [101]',
    ],
    [
      'sample [a where true] [b where true]',
      'sample-without-key',
      'A sample must have at least one join key, found none',
    ],
    [
      'sample by x [a where true] ![b where true]',
      'missing-event-in-sample',
      'Missing events are not supported in samples',
    ],
    ['any where a[0] == 1', 'array-index', 'Array indexes are not supported'],
    ['any where true | hea 5', 'unknown-pipe', 'Unrecognized pipe [hea], did you mean [head]?'],
    ['any where true | sort a', 'unsupported-pipe', 'Pipe [sort] is not supported'],
    ['any where true | head', 'pipe-arguments', 'Pipe [head] expects exactly one argument but found [0]'],
    ['any where true | head -1', 'pipe-arguments', 'Pipe [head] expects a positive integer but found [-1]'],
  ])('refuses %j', (query, name, what) => {
    const { value, diagnostics } = parseEql(query);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: `eql/${name}`, severity: 'error', what }]);
    expect(diagnostics[0]!.range.end).toBeLessThanOrEqual(query.length);
  });

  test.each<[string, string]>([
    ['brackets', `any where ${'('.repeat(100_000)}`],
    ['not', `any where ${'not '.repeat(100_000)}a`],
    ['signs', `any where ${'-'.repeat(100_000)}1`],
    ['calls', `any where ${'f('.repeat(100_000)}`],
    ['sums', `any where ${'1+'.repeat(100_000)}1`],
    ['comments', `any where ${'/*'.repeat(100_000)}`],
  ])('refuses endless %s without exhausting the stack', (_, query) => {
    expect(parseEql(query)).toMatchObject({ diagnostics: [{ severity: 'error' }] });
  });
});

describe('printEql', () => {
  const random = seededRandom(20_261_122);
  const number = (): string => pick(random, ['0', '7', '1.5', '-3', '1e20', '9223372036854775807']);
  const name = (): string => pick(random, ['a', 'a.b', '?c', '`x y`', '`in`', 'd0']);
  const string = (): string => pick(random, ['"x"', '"*\\"\\\\"', '"""a\\b"""', '""', '"\\n\\u{41}"']);

  function value(depth: number): string {
    const leaf = [name, number, string];
    if (depth === 0) return pick(random, leaf)();
    return pick(random, [
      ...leaf,
      () => `(${expression(depth - 1)})`,
      () => `${value(depth - 1)} ${pick(random, ['+', '-', '*', '/', '%'])} ${value(depth - 1)}`,
      () => `-${value(depth - 1)}`,
      () => `f~(${value(depth - 1)}, ${expression(depth - 1)})`,
    ])();
  }

  function expression(depth: number): string {
    if (depth === 0) return `${name()} == ${string()}`;
    const inner = (): string => expression(depth - 1);
    return pick(random, [
      () => `${inner()} and ${inner()}`,
      () => `${inner()} or ${inner()}`,
      () => `not ${inner()}`,
      () => `(${inner()})`,
      () => `(${value(depth)}) ${pick(random, ['==', '!=', '<', '>='])} (${inner()})`,
      () => `(${value(depth)}) ${pick(random, ['', 'not '])}in~ (${value(depth)}, ${inner()})`,
      () => `${name()} ${pick(random, [':', 'like', 'regex~'])} (${string()}, ${string()})`,
      () => value(depth),
    ])();
  }

  it('writes what reads back as the same tree', () => {
    for (let run = 0; run < 3000; run++) {
      const query = `any where ${expression(4)}`;
      const { value: tree } = parseEql(query);
      if (tree === undefined) continue;
      expect(shape(parseEql(printEql(tree)).value), query).toEqual(shape(tree));
    }
  });

  it('never throws, whatever the text', () => {
    const pieces = [
      'a',
      'where ',
      '"',
      "'",
      '`',
      '(',
      ')',
      '[',
      '![',
      ']',
      ' ',
      'not ',
      ' and ',
      '==',
      ':',
      '1',
      '.',
      '/*',
      '*/',
      '\\',
      '?',
      'in~',
      'sequence ',
      '|',
      '\n',
      '😀',
    ];
    for (let run = 0; run < 3000; run++) {
      const query = Array.from({ length: 12 }, () => pick(random, pieces)).join('');
      expect(() => parseEql(query)).not.toThrow();
      expect(() => parseEql(`any where ${query}`)).not.toThrow();
    }
  });
});
