import { describe, expect, it, test } from 'vitest';
import { kqlQueryToDsl } from '../../../src/languages/kql/elasticsearch-kql.js';

const fields = new Map([
  ['kw', { type: 'keyword' }],
  ['wc', { type: 'wildcard' }],
  ['txt', { type: 'text' }],
  ['n.a', { type: 'long' }],
  ['n.b', { type: 'long' }],
  ['d', { type: 'date' }],
  ['nest.name', { type: 'keyword', nested: 'nest' }],
]);

function dsl(text: string, options: object = {}): unknown {
  const { value, diagnostics } = kqlQueryToDsl(text, { fields, ...options });
  expect(diagnostics).toEqual([]);
  return value;
}

const term = (value: string): object => ({ term: { kw: { value, case_insensitive: false } } });
const any = (...should: object[]): object => ({ bool: { should, minimum_should_match: 1 } });

describe('kqlQueryToDsl', () => {
  test.each<[string, object]>([
    ['', { match_all: {} }],
    ['*', { match_all: {} }],
    ['*:*', { match_all: {} }],
    ['kw: alpha', term('alpha')],
    ['kw: "a b"', term('a b')],
    ['kw: a b', term('a b')],
    ['kw: (a  b)', term('a b')],
    ['kw: true', term('true')],
    ['kw: and', term('and')],
    ['kw: alpha and', term('alpha and')],
    ['kw: * and', { wildcard: { kw: { value: '* and', case_insensitive: false } } }],
    ['* or', { query_string: { query: '* or' } }],
    ['not and', { bool: { must_not: { multi_match: { query: 'and', type: 'best_fields', lenient: true } } } }],
    ['kw: a* b', { wildcard: { kw: { value: 'a* b', case_insensitive: false } } }],
    ['wc: a*', { wildcard: { wc: { value: 'a*', case_insensitive: false } } }],
    ['kw: foo\\:b*', term('foo:b*')],
    ['kw: "a*"', term('a*')],
    ['txt: a-b*', { query_string: { query: 'a\\-b*', fields: ['txt'] } }],
    ['txt: a', { match: { txt: 'a' } }],
    ['txt: "a"', { match_phrase: { txt: 'a' } }],
    ['d: 2024', { range: { d: { gte: '2024', lte: '2024' } } }],
    ['n.a > 5', { range: { 'n.a': { gt: '5' } } }],
    ['kw: *', { exists: { field: 'kw' } }],
    ['n.*: 5', any({ match: { 'n.a': '5' } }, { match: { 'n.b': '5' } })],
    ['"n.*": 5', { match_none: {} }],
    ['none: 5', { match_none: {} }],
    [
      'nest.name: x',
      {
        nested: {
          path: 'nest',
          query: { term: { 'nest.name': { value: 'x', case_insensitive: false } } },
          score_mode: 'none',
        },
      },
    ],
    [
      'nest: { name: x }',
      {
        nested: {
          path: 'nest',
          query: { term: { 'nest.name': { value: 'x', case_insensitive: false } } },
          score_mode: 'none',
        },
      },
    ],
    ['not not kw: a', { bool: { must_not: { bool: { must_not: term('a') } } } }],
    ['NOT(kw: a)', { bool: { must_not: term('a') } }],
    ['a text', { multi_match: { query: 'a text', type: 'best_fields', lenient: true } }],
    ['a* text', { query_string: { query: 'a* text' } }],
  ])('translates %j', (text, expected) => {
    expect(dsl(text)).toEqual(expected);
  });

  it('joins and and or from the right, with equal weight', () => {
    expect(dsl('kw: a and kw: b or kw: c')).toEqual({ bool: { must: [term('a'), any(term('b'), term('c'))] } });
    expect(dsl('kw: a or kw: b and kw: c')).toEqual(any(term('a'), { bool: { must: [term('b'), term('c')] } }));
    expect(dsl('kw: a and kw: b and kw: c')).toEqual({ bool: { must: [term('a'), term('b'), term('c')] } });
  });

  it('passes the parameters on', () => {
    expect(dsl('kw: A', { caseInsensitive: true })).toEqual({ term: { kw: { value: 'A', case_insensitive: true } } });
    expect(dsl('d < 2024', { timeZone: '+01:00' })).toEqual({ range: { d: { lt: '2024', time_zone: '+01:00' } } });
    expect(dsl('x', { defaultField: 'n.*' })).toEqual({
      multi_match: { query: 'x', type: 'best_fields', lenient: true, fields: ['n.a', 'n.b'] },
    });
  });

  it('leaves value lists to the translation of Kibana', () => {
    expect(dsl('kw: (a or b) and n.a: 1')).toEqual({
      bool: {
        filter: [any(any({ match: { kw: 'a' } }), any({ match: { kw: 'b' } })), any({ match: { 'n.a': '1' } })],
      },
    });
  });

  test.each([
    'kw: "a',
    'kw: C:\\x',
    'kw: \\x',
    'kw: "a" "b"',
    '(kw: a',
    'kw: a)',
    'kw >',
    'nest: { x }',
    '('.repeat(100_000),
    'not '.repeat(100_000) + 'a',
  ])('refuses %.30j', (text) => {
    const { value, diagnostics } = kqlQueryToDsl(text, { fields });
    expect(value).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
  });
});
