import { holds } from './condition.js';
import type { ConditionClause, Row } from './condition.js';
import { areCoupled } from './coupling.js';
import { decidingTests } from './deciding.js';

/**
 * How well tests cover a clause: `covered`; for no document true, or for none anything else; both, and yet no two documents show that
 * the outcome depends on it.
 */
export type CoverageStatus = 'covered' | 'never-true' | 'never-false' | 'not-decisive';

/** What the rows say about one test of a condition. */
export interface ClauseCoverage {
  readonly clause: number;
  readonly status: CoverageStatus;
  /** A row in which it is true; of a covered clause the one of the pair that covers it. */
  readonly whenTrue?: number;
  /** A row in which it is not true; of a covered clause the other one of the pair. */
  readonly whenFalse?: number;
}

/**
 * Judges every test (clause without children) of a condition by modified condition/decision coverage: a test is covered when two rows exist
 * that differ in its truth and in their outcome, and in both of which it decides; all other tests have the same truth in both, but those
 * that are coupled with it (see {@link areCoupled}), which may change too, as they do not decide then. This is unique-cause MC/DC, with masking
 * for coupled clauses alone.
 *
 * A row whose outcome is not what the condition says (a document that was suppressed, or excepted) shows nothing about what decides; it
 * counts only for what was true and what was false.
 */
export function coverClauses(clauses: readonly ConditionClause[], rows: readonly Row[]): readonly ClauseCoverage[] {
  const tests = clauses.filter(({ kind }) => kind === 'test');
  const deciding = rows.map(({ truth, fired }) =>
    holds(clauses, truth) === fired ? decidingTests(clauses, truth) : undefined,
  );
  return tests.map((clause) => {
    const pair = findPair(clause, tests, rows, deciding);
    return pair
      ? { clause: clause.id, status: 'covered', ...pair }
      : { clause: clause.id, ...lacking(clause.id, rows) };
  });
}

interface Pair {
  readonly whenTrue: number;
  readonly whenFalse: number;
}

function findPair(
  clause: ConditionClause,
  tests: readonly ConditionClause[],
  rows: readonly Row[],
  deciding: readonly (ReadonlySet<number> | undefined)[],
): Pair | undefined {
  const free = tests.filter((other) => other !== clause && !areCoupled(clause, other)).map(({ id }) => id);
  const seen = new Map<string, { whenTrue?: number; whenFalse?: number }>();
  for (const [at, { truth, fired }] of rows.entries()) {
    if (deciding[at]?.has(clause.id) !== true) continue;
    const key = free.map((id) => letterOf(truth[id] ?? null)).join('');
    const found = seen.get(key) ?? {};
    seen.set(key, found);
    const side = truth[clause.id] === true ? 'whenTrue' : 'whenFalse';
    // Null leaves the outcome as it is where the opposite is wanted: such a row is no counterpart of one in which the clause is true.
    const other = side === 'whenTrue' ? found.whenFalse : found.whenTrue;
    if (other !== undefined && rows[other]?.fired !== fired) {
      return side === 'whenTrue' ? { whenTrue: at, whenFalse: other } : { whenTrue: other, whenFalse: at };
    }
    if (truth[clause.id] !== null || found[side] === undefined) found[side] = at;
  }
  return undefined;
}

function letterOf(truth: boolean | null): string {
  return truth === null ? '?' : truth ? '1' : '0';
}

function lacking(clause: number, rows: readonly Row[]): Omit<ClauseCoverage, 'clause'> {
  const whenTrue = rows.findIndex(({ truth }) => truth[clause] === true);
  const whenFalse = rows.findIndex(({ truth }) => truth[clause] !== true);
  return {
    status: whenTrue < 0 ? 'never-true' : whenFalse < 0 ? 'never-false' : 'not-decisive',
    ...(whenTrue < 0 ? {} : { whenTrue }),
    ...(whenFalse < 0 ? {} : { whenFalse }),
  };
}
