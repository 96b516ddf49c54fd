import type { Truth } from '../clauses/clause.js';
import { holds, truthOfAll } from './condition.js';
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
 * that are coupled with it (see {@link areCoupled}), which may change too, as they do not decide then. Of a list of values of one other field the
 * list has to stay true or false, whichever of its values it is. This is unique-cause MC/DC, with masking for coupled clauses alone.
 *
 * A row whose outcome is not what the condition says (a document that was suppressed, or excepted) shows nothing about what decides; it
 * counts only for what was true and what was false.
 */
export function coverClauses(clauses: readonly ConditionClause[], rows: readonly Row[]): readonly ClauseCoverage[] {
  const tests = clauses.filter(({ kind }) => kind === 'test');
  const deciding = rows.map(({ truth, fired }) =>
    holds(clauses, truth) === fired ? decidingTests(clauses, truth) : undefined,
  );
  const judged: Judged = {
    tests,
    wholes: wholesOf(clauses),
    rows,
    truths: rows.map(({ truth }) => truthOfAll(clauses, truth)),
    deciding,
  };
  return tests.map((clause) => {
    const pair = findPair(clause, judged);
    return pair
      ? { clause: clause.id, status: 'covered', ...pair }
      : { clause: clause.id, ...lacking(clause.id, rows) };
  });
}

interface Pair {
  readonly whenTrue: number;
  readonly whenFalse: number;
}

/** What is known of all rows, for the search of one clause's pair. */
interface Judged {
  readonly tests: readonly ConditionClause[];
  /** Test → the clause that has to stay as it is. */
  readonly wholes: ReadonlyMap<number, number>;
  readonly rows: readonly Row[];
  readonly truths: readonly (readonly Truth[])[];
  readonly deciding: readonly (ReadonlySet<number> | undefined)[];
}

function findPair(clause: ConditionClause, { tests, wholes, rows, truths, deciding }: Judged): Pair | undefined {
  if (!decidesOnBothSides(clause, rows, deciding)) return undefined;
  const others = tests.filter((other) => other !== clause && !areCoupled(clause, other));
  const free = [...new Set(others.map(({ id }) => wholes.get(id) ?? id))];
  const seen = new Map<string, { whenTrue?: number; whenFalse?: number }>();
  for (const [at, { truth, fired }] of rows.entries()) {
    if (deciding[at]?.has(clause.id) !== true) continue;
    const values = truths[at] ?? [];
    const key = free.map((id) => letterOf(values[id] ?? null)).join('');
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

/** Without a row on either side there is no pair, and no need to look at all other clauses. */
function decidesOnBothSides(clause: ConditionClause, rows: Judged['rows'], deciding: Judged['deciding']): boolean {
  const sides = rows.filter((_, at) => deciding[at]?.has(clause.id)).map(({ truth }) => truth[clause.id] === true);
  return sides.includes(true) && sides.includes(false);
}

/** The clauses that have to stay as they are: of the values in a list the list, whichever of its values holds. */
function wholesOf(clauses: readonly ConditionClause[]): ReadonlyMap<number, number> {
  const wholes = new Map<number, number>();
  for (const { id, kind, children } of clauses) {
    if (kind !== 'or') continue;
    const values = children.flatMap((child) => clauses[child] ?? []);
    const field = values[0]?.fields[0];
    const isList =
      field !== undefined &&
      values.every((value) => value.kind === 'test' && value.fields.length === 1 && value.fields[0] === field);
    if (isList) for (const child of children) wholes.set(child, id);
  }
  return wholes;
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
