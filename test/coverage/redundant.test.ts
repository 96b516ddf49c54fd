import { describe, expect, test } from 'vitest';
import { clausesOf } from '../../src/clauses/clauses-of.js';
import type { JudgedClause } from '../../src/coverage/judged-clause.js';
import { redundantTests } from '../../src/coverage/redundant.js';

/** The texts of the clauses of a KQL query that can never decide. */
function redundantIn(query: string): readonly string[] {
  const clauses = clausesOf({ language: 'kuery', query }).map((clause): JudgedClause => ({
    ...clause,
    key: `clause ${clause.id}`,
    part: 'query',
    path: [],
    counts: clause.kind === 'test',
  }));
  return [...redundantTests(clauses).keys()].map((id) => clauses[id]?.text ?? '');
}

describe('a clause that can never decide', () => {
  test('asks for any value of a field of which a neighbour wants one', () => {
    expect(redundantIn('process.name: * and process.name: sh')).toEqual(['process.name: *']);
    expect(redundantIn('process.name: * or process.name: sh')).toEqual(['process.name: sh']);
  });

  test('says the same as a neighbour', () => {
    expect(redundantIn('process.name: sh and process.name: sh')).toHaveLength(2);
  });
});

describe('a clause that may decide', () => {
  test.each([
    'process.name: (sh or bash)',
    'process.name: * and not process.name: sh',
    'user.name: * and process.name: sh',
    '(process.name: sh and user.name: a) or (process.name: sh and user.name: b)',
    'process.name: * and (process.name: sh or user.name: a)',
  ])('is not redundant: %s', (query) => {
    expect(redundantIn(query)).toEqual([]);
  });
});
