import { describe, expect, test } from 'vitest';
import { parseEsql } from '../../../src/languages/esql/parse.js';
import { rewriteForCluster } from '../../../src/languages/esql/rewrite.js';

const options = {
  index: (pattern: string): string => `tmp-${pattern}`,
  now: new Date('2024-08-03T00:00:00Z'),
};

function rewrite(text: string): string | undefined {
  return rewriteForCluster(parseEsql(text).value!, options).value;
}

describe('a query moves to other indices and another moment', () => {
  test.each([
    ['FROM logs-*, -logs-x METADATA _id', 'FROM tmp-logs-*, -tmp-logs-x METADATA _id'],
    ['FROM "a,-b"', 'FROM "tmp-a,-tmp-b"'],
    [
      'FROM a | WHERE @timestamp > now() - 7 days',
      'FROM tmp-a\n| WHERE @timestamp > "2024-08-03T00:00:00.000Z"::datetime - 7 days',
    ],
    ['FROM a | EVAL NOW()', 'FROM tmp-a\n| EVAL `NOW()` = "2024-08-03T00:00:00.000Z"::datetime'],
    ['FROM a | STATS count( * ) BY b, c  + 1', 'FROM tmp-a\n| STATS `count( * )` = count(*) BY b, `c  + 1` = c + 1'],
    ['FROM a | LOOKUP JOIN b ON c | ENRICH p ON d', 'FROM tmp-a\n| LOOKUP JOIN tmp-b ON c\n| ENRICH tmp-p ON d'],
    [
      'FROM a METADATA _index | WHERE _index == "a" OR _index IN ("b", "c")',
      'FROM tmp-a METADATA _index\n| WHERE _index == "tmp-a" OR _index IN ("tmp-b", "tmp-c")',
    ],
    [
      'FROM a METADATA _index | STATS COUNT_DISTINCT(_index)',
      'FROM tmp-a METADATA _index\n| STATS COUNT_DISTINCT(_index)',
    ],
    [
      'FROM a | FORK (WHERE b > NOW()) (LIMIT 1)',
      'FROM tmp-a\n| FORK (WHERE b > "2024-08-03T00:00:00.000Z"::datetime) (LIMIT 1)',
    ],
  ])('%s', (text, expected) => {
    expect(rewrite(text)).toBe(expected);
  });

  test.each([
    'FROM a METADATA _index | WHERE _index LIKE "a*"',
    'FROM a METADATA _index | EVAL x = TO_UPPER(_index)',
    'FROM a METADATA _index | EVAL x = _index',
    'FROM a METADATA _index | RENAME _index AS i',
    'FROM a METADATA _index | WHERE _index > "a"',
    'FROM a METADATA _index | SORT _index',
    'FROM a METADATA _index | STATS n = COUNT(*) BY i = _index | WHERE i == "a"',
  ])('%s is refused', (text) => {
    const { value, diagnostics } = rewriteForCluster(parseEsql(text).value!, options);
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.code).toBe('esql/index-name');
  });
});
