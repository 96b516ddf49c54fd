import { describe, expect, test } from 'vitest';
import { EmbeddedCluster } from '../../../src/engine/embedded/embedded-cluster.js';
import { parseEsql } from '../../../src/languages/esql/parse.js';
import { isAvailable } from '../../../src/languages/esql/availability.js';
import { requirementsOf, stackFindings } from '../../../src/languages/esql/versions.js';

function needs(text: string): readonly string[] {
  const { value, diagnostics } = parseEsql(text);
  expect(diagnostics).toEqual([]);
  return value === undefined ? [] : requirementsOf(value).map(({ subject, since }) => `${subject} ${since ?? ''}`);
}

describe('what a query needs', () => {
  test.each([
    ['FROM a | WHERE x == 1 AND LENGTH(y) > 2 | STATS c = COUNT(*) BY z', []],
    ['FROM a | INLINE STATS m = MAX(x)', ['INLINE STATS 9.2']],
    ['FROM a | INLINESTATS m = MAX(x)', ['INLINE STATS 9.2']],
    ['FROM a | WHERE x RLIKE ("a.*", "b.*")', ['RLIKE with a list 9.2']],
    ['FROM a | WHERE x LIKE ("a*", "b*")', ['LIKE with a list 8.19']],
    ['FROM a | WHERE x RLIKE "a.*"', []],
    ['FROM a | WHERE x LIKE ?pattern', ['LIKE with a parameter 9.3']],
    ['FROM a | WHERE mv_contains(x, "a") | STATS f = FIRST(x, y)', ['MV_CONTAINS 9.2', 'FIRST 9.3']],
    ['FROM a | LOOKUP JOIN l ON x', []],
    ['FROM a | LOOKUP JOIN l ON x, y', ['LOOKUP JOIN on several fields 9.2']],
    ['FROM a | LOOKUP JOIN l ON x == y', ['LOOKUP JOIN on an expression 9.2']],
    ['FROM a | LIMIT 2 BY x', ['LIMIT with BY 9.4']],
    ['FROM a | GROK x "%{INT:a}", "%{WORD:b}"', ['GROK with several patterns 9.3']],
    ['FROM a | FORK (WHERE url_decode(x) == "y") (LIMIT 1)', ['FORK 9.1', 'URL_DECODE 9.2']],
    ['FROM a | COMPLETION p = x WITH {"inference_id": "i"}', ['COMPLETION 8.19', 'WITH {…} 9.2']],
    ['FROM a | COMPLETION p = x WITH i', ['COMPLETION 8.19', 'WITH and the name of an endpoint 8.19']],
    ['FROM a | RERANK "q" ON x WITH {"inference_id": "i"}', ['RERANK 9.2', 'WITH {…} 9.2']],
    ['FROM a, (FROM b | WHERE DAY_NAME(t) == "Monday")', ['A subquery in FROM 9.4', 'DAY_NAME 9.2']],
    ['SET time_zone = "UTC"; FROM a', ['SET 9.3']],
    ['TS a | STATS r = SUM(RATE(x)) BY TBUCKET(1 hour)', ['TS 9.2', 'RATE 9.2', 'TBUCKET 9.2']],
    ['FROM a | STATS c = COUNT(*) BY TBUCKET(5, "2026-01-01", "2026-01-02")', ['TBUCKET 9.2', 'TBUCKET with a range 9.4']],
    ['FROM a | URI_PARTS p = x | SAMPLE 0.1 | CHANGE_POINT y ON z', ['URI_PARTS 9.4', 'SAMPLE 8.19', 'CHANGE_POINT 8.19']],
    ['FROM a | WHERE KQL("x: y", {"case_insensitive": true})', ['KQL with options 9.3']],
    ['FROM a | WHERE KQL("x: y and not z: (w or v*)")', ['A list of values (field: (a or b)) in KQL 9.1']],
    ['FROM a | WHERE KQL("x: { y: (not (z and w)) }")', ['A list of values (field: (a or b)) in KQL 9.1']],
    ['FROM a | WHERE KQL("x: (y) or (x: z or w: (not v))") AND NOT KQL("x: (")', []],
  ])('%s', (query, expected) => {
    expect(needs(query)).toEqual(expected);
  });
}); // prettier-ignore

test.each([
  ['8.19', '8.19', true],
  ['8.18', '8.19', false],
  ['9.0', '8.19', false],
  ['9.1', '8.19', true],
  ['9.0', '8.18', true],
  ['8.19.21', '9.1', false],
  ['9.2.4', '9.2', true],
  ['10.0', '9.5', true],
])('%s has what came with %s: %s', (stack, since, expected) => {
  expect(isAvailable(stack, { since })).toBe(expected);
});

test('every version that refuses is told, with what it refuses', () => {
  const { value } = parseEsql('FROM a | WHERE MV_CONTAINS(x, "y") | COMPLETION p = x WITH i');
  const findings = value === undefined ? [] : stackFindings(value, ['8.19', '9.1', '9.2']);
  expect(findings.map(({ what }) => what)).toEqual([
    'MV_CONTAINS came with Elasticsearch 9.2; 8.19 refuses it',
    'MV_CONTAINS came with Elasticsearch 9.2; 9.1 refuses it',
    'WITH and the name of an endpoint was last taken by Elasticsearch 9.1; 9.2 refuses it',
  ]);
  expect(findings[0]?.range).toEqual({ start: 15, end: 26 });
});

test('the engine refuses what its version refuses', async () => {
  const query = 'ROW x = ["a", "b"] | EVAL y = MV_CONTAINS(x, "a") | KEEP y';
  const clock = (): Date => new Date();
  expect((await new EmbeddedCluster({ clock }).esql({ query })).values).toEqual([[true]]);
  await expect(new EmbeddedCluster({ clock, stacks: ['8.19'] }).esql({ query })).rejects.toThrow(
    'line 1:31: MV_CONTAINS came with Elasticsearch 9.2; 8.19 refuses it',
  );
});
