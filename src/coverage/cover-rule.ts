import type { Observation, ObservedRow } from '../testing/observation.js';
import { coverClauses } from './cover-clauses.js';
import type { CoverageStatus } from './cover-clauses.js';
import { hintOf, judgedRows } from './hint.js';
import type { Hint, NamedRow } from './hint.js';
import { redundantTests } from './redundant.js';
import type { JudgedClause } from './judged-clause.js';
import type { RuleCondition } from './rule-conditions.js';
import { truthOfLetters } from './truth-letters.js';

/** What a test that ran shows. */
export interface TestObservation {
  /** The name of the test. */
  readonly test: string;
  readonly observation: Observation;
}

/** A document of a test. */
export interface Witness {
  readonly test: string;
  readonly document: string;
}

/**
 * How well the tests of a rule cover one of its clauses. `redundant` ones can never decide, whatever the documents, and `unknown` ones the engine
 * refused to be asked about: neither counts.
 */
export interface ClauseReport {
  readonly clause: JudgedClause;
  readonly status: CoverageStatus | 'redundant' | 'unknown';
  readonly whenTrue?: Witness;
  readonly whenFalse?: Witness;
  /** What document would cover it. */
  readonly hint?: Hint;
  /** Why it does not count. */
  readonly reason?: string;
}

/** How well the tests of a rule cover its clauses. */
export interface RuleCoverage {
  readonly clauses: readonly ClauseReport[];
  readonly covered: number;
  /** Clauses that count. */
  readonly total: number;
  /** How many tests ran. */
  readonly tests: number;
}

/** Judges the clauses of the conditions of a rule, or of the queries of a hunt, by the documents of all its tests together. */
export function coverRule(conditions: readonly RuleCondition[], tests: readonly TestObservation[]): RuleCoverage {
  const errors = new Map(tests.flatMap(({ observation }) => observation.errors));
  const byKey = new Map<string, ClauseReport>();
  conditions.forEach(({ clauses }, at) => {
    const rows = tests.flatMap(({ test, observation }) =>
      (observation.conditions[at] ?? []).map((row): NamedRow => named(test, row)),
    );
    for (const report of reportsOf(clauses, rows, errors)) {
      const before = byKey.get(report.clause.key);
      if (!before || RANK[report.status] > RANK[before.status]) byKey.set(report.clause.key, report);
    }
  });
  const clauses = [...byKey.values()];
  const counted = clauses.filter(({ status }) => status !== 'redundant' && status !== 'unknown');
  return {
    clauses,
    covered: counted.filter(({ status }) => status === 'covered').length,
    total: counted.length,
    tests: tests.length,
  };
}

/** A clause of several conditions is as covered as in the best of them. */
const RANK: Readonly<Record<ClauseReport['status'], number>> = {
  redundant: 0,
  unknown: 0,
  'never-true': 1,
  'never-false': 2,
  'not-decisive': 3,
  covered: 4,
};

function named(test: string, { document, truth, fired }: ObservedRow): NamedRow {
  return { test, document, truth: truthOfLetters(truth), fired };
}

function reportsOf(
  clauses: readonly JudgedClause[],
  rows: readonly NamedRow[],
  errors: ReadonlyMap<string, string>,
): readonly ClauseReport[] {
  const redundant = redundantTests(clauses);
  const judged = judgedRows(clauses, rows);
  return coverClauses(clauses, rows).flatMap(({ clause: id, status, whenTrue, whenFalse }): readonly ClauseReport[] => {
    const clause = clauses[id];
    if (!clause?.counts) return [];
    const witnesses = { ...witness('whenTrue', rows, whenTrue), ...witness('whenFalse', rows, whenFalse) };
    if (status === 'covered') return [{ clause, status, ...witnesses }];
    const error = errors.get(clause.key);
    if (error !== undefined) return [{ clause, status: 'unknown', reason: error }];
    const reason = redundant.get(id);
    if (reason !== undefined) return [{ clause, status: 'redundant', reason, ...witnesses }];
    const hint = hintOf(clause, clauses, judged);
    return [{ clause, status, ...witnesses, ...(hint ? { hint } : {}) }];
  });
}

function witness(
  name: 'whenTrue' | 'whenFalse',
  rows: readonly NamedRow[],
  at: number | undefined,
): Partial<Pick<ClauseReport, 'whenTrue' | 'whenFalse'>> {
  const row = at === undefined ? undefined : rows[at];
  return row ? { [name]: { test: row.test, document: row.document } } : {};
}
