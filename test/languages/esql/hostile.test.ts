import { describe, expect, test } from 'vitest';
import { ClusterError } from '../../../src/engine/cluster-error.js';
import { EmbeddedCluster } from '../../../src/engine/embedded/embedded-cluster.js';

const cluster = new EmbeddedCluster({ clock: () => new Date('2026-11-22T12:00:00Z') });

/** The columns, or the type of the refusal; whatever else is thrown is a bug. */
async function ask(query: string): Promise<string> {
  try {
    const { columns } = await cluster.esql({ query });
    return columns.map(({ name }) => name).join();
  } catch (error) {
    if (error instanceof ClusterError) return error.error.type;
    throw error;
  }
}

const many = (text: string, times: number): string => text.repeat(times);

describe('hostile queries get a diagnostic', () => {
  test.each([
    ['brackets', `ROW a = ${many('(', 100_000)}1${many(')', 100_000)}`],
    ['brackets that never close', `ROW a = ${many('(', 100_000)}`],
    ['lists within lists', `ROW a = ${many('[', 100_000)}`],
    ['calls within calls', `ROW a = ${many('ABS(', 50_000)}1${many(')', 50_000)}`],
    ['NOT after NOT', `ROW a = ${many('NOT ', 100_000)}true`],
    ['signs', `ROW a = ${many('-', 100_000)}1`],
    ['quotes that never close', `ROW a = "${many('x', 100_000)}`],
    ['three quotes that never close', `ROW a = """${many('x', 100_000)}`],
    ['a comment that never closes', `ROW a = 1 /* ${many('/* ', 50_000)}`],
    ['a name that never closes', 'ROW `a'],
    ['NUL', 'ROW a = 1 \u0000 | KEEP a'],
    ['half of a surrogate pair', 'ROW a\ud800 = 1'],
    ['a mark of direction', 'ROW a = 1 \u202e| KEEP a'],
    ['pipes alone', many('|', 100_000)],
    ['a parameter that nobody gave', 'ROW a = ?nobody'],
    ['more text than Elasticsearch takes', `ROW a = "${many('x', 1_000_001)}"`],
  ])('%s', async (_, query) => {
    expect(await ask(query)).toMatch(/^(?:parsing|verification)_exception$/);
  });
});

describe('large queries run', () => {
  test.each([
    ['values in a list', `ROW a = 1 | WHERE a IN (${Array.from({ length: 50_000 }, (_, at) => at).join()})`],
    ['conditions', `ROW a = 1 | WHERE a == 1${many(' OR a == 2', 5_000)}`],
    ['names that objects have', 'ROW a = 1 | EVAL __proto__ = a, constructor = a | KEEP a'],
    ['a pattern of many wildcards', `ROW a = "${many('a', 5_000)}" | WHERE NOT a LIKE "${many('*a', 500)}*b" | KEEP a`],
    ['an expression of many choices', `ROW a = "${many('a', 2_000)}" | WHERE NOT a RLIKE "(a|aa|a*)*b" | KEEP a`],
  ])('%s', async (_, query) => {
    expect(await ask(query)).toBe('a');
  });
});
