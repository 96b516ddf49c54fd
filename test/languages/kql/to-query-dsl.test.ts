import { describe, expect, it, test } from 'vitest';
import { parseKql } from '../../../src/languages/kql/parse.js';
import type { KqlToQueryDslOptions } from '../../../src/languages/kql/to-query-dsl.js';
import { kqlToQueryDsl } from '../../../src/languages/kql/to-query-dsl.js';

function dsl(text: string, options?: KqlToQueryDslOptions): unknown {
  return kqlToQueryDsl(parseKql(text).value!, options);
}

const any = (...should: object[]): object => ({ bool: { should, minimum_should_match: 1 } });

describe('kqlToQueryDsl without field types', () => {
  test.each<[string, object]>([
    ['', { match_all: {} }],
    ['*: *', { match_all: {} }],
    ['a: b', any({ match: { a: 'b' } })],
    ['a: "b c"', any({ match_phrase: { a: 'b c' } })],
    ['a: 5', any({ match: { a: '5' } })],
    ['a: true', any({ match: { a: true } })],
    ['a: b* c', any({ query_string: { fields: ['a'], query: 'b* c' } })],
    ['a: *x-y\\*z', any({ query_string: { fields: ['a'], query: '*x\\-y\\*z' } })],
    ['a: *', any({ exists: { field: 'a' } })],
    ['a >= "now-1d"', any({ range: { a: { gte: 'now-1d' } } })],
    ['a.*: b', any({ match: { 'a.*': 'b' } })],
    ['*: b', any({ match: { '*': 'b' } })],
    ['some text', { multi_match: { type: 'best_fields', query: 'some text', lenient: true } }],
    ['"some text"', { multi_match: { type: 'phrase', query: 'some text', lenient: true } }],
    ['some*', { query_string: { query: 'some*' } }],
    ['not a: b', { bool: { must_not: any({ match: { a: 'b' } }) } }],
    ['a: b and c: d', { bool: { filter: [any({ match: { a: 'b' } }), any({ match: { c: 'd' } })] } }],
    ['a: b or c: d', any(any({ match: { a: 'b' } }), any({ match: { c: 'd' } }))],
    ['a: (b or not "c")', any(any({ match: { a: 'b' } }), { bool: { must_not: any({ match_phrase: { a: 'c' } }) } })],
    ['a: (* and b)', { bool: { filter: [any({ exists: { field: 'a' } }), any({ match: { a: 'b' } })] } }],
    [
      'p: { a: b and q: { c > 1 } }',
      {
        nested: {
          path: 'p',
          query: {
            bool: {
              filter: [
                any({ match: { 'p.a': 'b' } }),
                { nested: { path: 'p.q', query: any({ range: { 'p.q.c': { gt: '1' } } }), score_mode: 'none' } },
              ],
            },
          },
          score_mode: 'none',
        },
      },
    ],
  ])('translates %j', (text, expected) => {
    expect(dsl(text)).toEqual(expected);
  });
});

describe('kqlToQueryDsl with field types', () => {
  const fields = new Map([
    ['host.name', { type: 'keyword' }],
    ['host.ip', { type: 'ip' }],
    ['host.note', { type: 'text' }],
    ['@timestamp', { type: 'date' }],
    ['user.name', { type: 'keyword', nested: 'user' }],
  ]);

  test.each<[string, object]>([
    ['host.name: web', any({ term: { 'host.name': { value: 'web' } } })],
    ['host.name: "web"', any({ term: { 'host.name': { value: 'web' } } })],
    ['host.name: w* b', any({ wildcard: { 'host.name': { value: 'w* b' } } })],
    ['host.note: w*', any({ query_string: { fields: ['host.note'], query: 'w*' } })],
    [
      '@timestamp: 2024-05-01',
      any({ range: { '@timestamp': { gte: '2024-05-01', lte: '2024-05-01', time_zone: 'UTC' } } }),
    ],
    ['@timestamp > 1700000000000', any({ range: { '@timestamp': { gt: '1700000000000' } } })],
    [
      'host.*: x',
      any({ term: { 'host.name': { value: 'x' } } }, { match: { 'host.ip': 'x' } }, { match: { 'host.note': 'x' } }),
    ],
    ['h*e: *', any({ exists: { field: 'host.name' } }, { exists: { field: 'host.note' } })],
    ['nothing.*: x', any({ match: { 'nothing.*': 'x' } })],
    ['us*: x', any({ nested: { path: 'user', query: { term: { 'user.name': { value: 'x' } } }, score_mode: 'none' } })],
    [
      'user: { na*: x }',
      { nested: { path: 'user', query: any({ term: { 'user.name': { value: 'x' } } }), score_mode: 'none' } },
    ],
  ])('translates %j', (text, expected) => {
    expect(dsl(text, { fields })).toEqual(expected);
  });

  it('passes the options on', () => {
    expect(dsl('host.name: (a or b*)', { fields, caseInsensitive: true })).toEqual(
      any(
        any({ term: { 'host.name': { value: 'a', case_insensitive: true } } }),
        any({ wildcard: { 'host.name': { value: 'b*', case_insensitive: true } } }),
      ),
    );
    expect(dsl('@timestamp < 2024', { fields, timeZone: '+02:00' })).toEqual(
      any({ range: { '@timestamp': { lt: '2024' } } }),
    );
    expect(dsl('u: { a: b }', { nestedIgnoreUnmapped: true })).toMatchObject({ nested: { ignore_unmapped: true } });
  });
});
