import type { Truth } from '../clauses/clause.js';

/**
 * One clause of a condition whose tests are judged: `and`, `or`, `not` and `nested` of their children, or a `test`, which has none. Parents stand
 * before their children; `id` is the place in the list.
 */
export interface ConditionClause {
  readonly id: number;
  /** Absent for roots: the condition is that all of them are true. */
  readonly parent?: number;
  readonly children: readonly number[];
  readonly kind: 'and' | 'or' | 'not' | 'nested' | 'test';
  /** What it asks about; none: anything (free text). */
  readonly fields: readonly string[];
  /** What those are made of, where a query works them out of others. */
  readonly sources?: readonly string[];
}

/** What the tests of a condition are for one document of one test, and what the run made of it. */
export interface Row {
  /** By the `id` of the clause; only those of tests (clauses without children) are read. */
  readonly truth: readonly Truth[];
  /** Whether the document raised an alert, alone or with others. */
  readonly fired: boolean;
}

/** The three-valued truth of every clause, made of those of the tests. */
export function truthOfAll(clauses: readonly ConditionClause[], truth: readonly Truth[]): readonly Truth[] {
  const values: Truth[] = [];
  // Children come behind their parents: one pass from the end is enough, however deep they nest.
  for (const { id, kind, children } of [...clauses].reverse()) {
    const own = truth[id] ?? null;
    values[id] = kind === 'test' ? own : combine(kind, children.map((child) => values[child] ?? null)); // prettier-ignore
  }
  return values;
}

function combine(kind: 'and' | 'or' | 'not' | 'nested', children: readonly Truth[]): Truth {
  const [only = null] = children;
  switch (kind) {
    case 'not':
      return only === null ? null : !only;
    case 'and':
    case 'nested':
      return children.includes(false) ? false : children.includes(null) ? null : true;
    case 'or':
      return children.includes(true) ? true : children.includes(null) ? null : false;
  }
}

/** Whether the condition holds: every root is true. */
export function holds(clauses: readonly ConditionClause[], truth: readonly Truth[]): boolean {
  const values = truthOfAll(clauses, truth);
  return clauses.every(({ id, parent }) => parent !== undefined || values[id] === true);
}
