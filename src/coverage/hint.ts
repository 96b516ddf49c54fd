import { holds } from './condition.js';
import type { Row } from './condition.js';
import { decidingTests } from './deciding.js';
import { neighboursOf } from './neighbours.js';
import type { JudgedClause } from './judged-clause.js';

/** A row with its name. */
export interface NamedRow extends Row {
  readonly test: string;
  readonly document: string;
}

/** A row whose outcome is what the condition says, with the clauses that decide in it. */
export interface JudgedRow {
  readonly row: NamedRow;
  readonly deciding: ReadonlySet<number>;
}

/** The rows that hints start from; judged once for all clauses. */
export function judgedRows(clauses: readonly JudgedClause[], rows: readonly NamedRow[]): readonly JudgedRow[] {
  return rows
    .filter(({ truth, fired }) => holds(clauses, truth) === fired)
    .map((row) => ({ row, deciding: decidingTests(clauses, row.truth) }));
}

/** A document to start from, and what to change in it. */
export interface Hint {
  readonly test: string;
  readonly document: string;
  /** What has to be otherwise, each as a phrase: ``process.name other than `aws` ``. */
  readonly changes: readonly string[];
}

/** Changes that a hint names, at most: with more the document is none to start from. */
const MAX_CHANGES = 3;

/**
 * What document would cover a clause: one like a document of the tests but for the clause, where that one decides; else one like the document that is
 * nearest to it. Undefined where no document is near.
 */
export function hintOf(
  clause: JudgedClause,
  clauses: readonly JudgedClause[],
  rows: readonly JudgedRow[],
): Hint | undefined {
  const neighbours = neighboursOf(clause, clauses);
  let best: { readonly row: NamedRow; readonly changes: readonly string[]; readonly cost: number } | undefined;
  for (const { row, deciding } of rows) {
    const wrong = neighbours.filter(({ test, wanted }) => (row.truth[test.id] === true) !== wanted);
    const decides = deciding.has(clause.id);
    // A document in which the clause decides needs the clause turned alone; the counterpart of one that fires is the best.
    const cost = decides ? (row.fired ? 0 : 0.5) : wrong.length + 1;
    const others = decides ? [] : wrong.map(({ test, wanted }) => change(test, wanted));
    if (!decides && wrong.length === 0) continue;
    const changes = [change(clause, row.truth[clause.id] !== true), ...others];
    if (changes.length <= MAX_CHANGES && (!best || cost < best.cost)) best = { row, changes, cost };
  }
  return best && { test: best.row.test, document: best.row.document, changes: best.changes };
}

/** How to make a clause true, or not. */
function change({ fields, wanted, text, key }: JudgedClause, isTrue: boolean): string {
  const [field] = fields;
  if (key === 'new terms') return `values that the history ${isTrue ? 'does not have' : 'has'}`;
  if (wanted === undefined || fields.length !== 1 || field === undefined) return `${isTrue ? '' : 'not '}\`${text}\``;
  if (wanted === 'any value') return `${isTrue ? 'with' : 'without'} ${field}`;
  if (wanted === 'no value') return `${isTrue ? 'without' : 'with'} ${field}`;
  if (/^(?:[<>]=?|!=) /.test(wanted)) return `${field} ${isTrue ? '' : 'not '}${wanted}`;
  return `${field} ${isTrue ? '' : 'other than '}\`${wanted}\``;
}
