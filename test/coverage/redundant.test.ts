import { describe, expect, test } from 'vitest';
import { clausesOf } from '../../src/clauses/clauses-of.js';
import type { JudgedClause } from '../../src/coverage/judged-clause.js';
import { redundantTests } from '../../src/coverage/redundant.js';
import { conditionsOf } from '../../src/coverage/rule-conditions.js';
import type { ThresholdRule } from '../../src/model/rule.js';

const RULE: ThresholdRule = {
  type: 'threshold',
  language: 'kuery',
  query: 'a: *',
  threshold: { field: [], value: 1 },
  ruleId: '2d6c6a8e-3f0d-4b6e-8a3c-51e0c6f1d7b2',
  name: 'A rule',
  description: 'A rule.',
  author: [],
  severity: 'low',
  riskScore: 21,
  metadata: { creationDate: '2026/01/01', updatedDate: '2026/01/01', maturity: 'production', integration: [], raw: {} },
};

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

describe('the count of a threshold', () => {
  const redundant = (value: number, different?: number): readonly string[] => {
    const groups = conditionsOf({
      ...RULE,
      threshold: {
        field: [],
        value,
        ...(different === undefined ? {} : { cardinality: [{ field: 'a', value: different }] }),
      },
    }).find(({ name }) => name === 'groups');
    const clauses = groups?.clauses ?? [];
    return [...redundantTests(clauses).keys()].map((id) => clauses[id]?.text ?? '');
  };

  test('decides nothing where every group has it, or different values take as many documents', () => {
    expect(redundant(1)).toEqual(['count >= 1']);
    expect(redundant(3, 3)).toEqual(['count >= 3']);
    expect(redundant(3, 5)).toEqual(['count >= 3']);
  });

  test('decides where it asks for more', () => {
    expect(redundant(2)).toEqual([]);
    expect(redundant(5, 3)).toEqual([]);
    expect(redundant(2, 1)).toEqual([]);
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
