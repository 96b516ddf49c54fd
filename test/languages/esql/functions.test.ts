import { describe, expect, test } from 'vitest';
import { EmbeddedCluster } from '../../../src/engine/embedded/embedded-cluster.js';
import { ESQL_FUNCTIONS, ESQL_OPERATORS } from '../../../src/languages/esql/functions/registry.js';

const now = new Date('2026-05-01T12:00:00.000Z');
const cluster = new EmbeddedCluster({ clock: () => now });

/** Full-text functions search documents: a row of constants is no example of theirs. */
const SEARCHES = new Set(['KQL', 'QSTR', 'MATCH', 'MATCH_PHRASE']);

describe.each([...ESQL_FUNCTIONS, ...ESQL_OPERATORS])('$name', ({ name, summary, examples }) => {
  test('says what it does in one sentence and has an example', () => {
    expect(summary).toMatch(/^\S.*\S$/);
    expect(examples.length > 0).toBe(!SEARCHES.has(name));
  });

  test.each(examples)('$query', async ({ query, result }) => {
    const { values } = await cluster.esql({ query });
    expect(values).toHaveLength(1);
    const actual = values[0]?.at(-1);
    if (typeof result === 'number' && !Number.isInteger(result)) expect(Number(actual)).toBeCloseTo(result, 10);
    else expect(actual).toEqual(result);
  });
});

test.each([
  ['d + 1 day', '2024-03-01T00:00:00.000Z'],
  ['d - 2 hours', '2024-02-28T22:00:00.000Z'],
  ['1 month + d', '2024-03-29T00:00:00.000Z'],
  ['d + "1 day"::date_period', '2024-03-01T00:00:00.000Z'],
  ['d + 1 day + 1 hour', '2024-03-01T01:00:00.000Z'],
])('a time span and a column: %s', async (expression, result) => {
  const query = `ROW d = TO_DATETIME("2024-02-29T00:00:00Z") | EVAL r = ${expression} | KEEP r`;
  expect((await cluster.esql({ query })).values).toEqual([[result]]);
});
