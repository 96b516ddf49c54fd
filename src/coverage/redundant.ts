import type { JudgedClause } from './judged-clause.js';
import { neighboursOf } from './neighbours.js';

/**
 * The tests that can never decide, with the reason in a sentence: wherever their neighbours leave the outcome to them, one that asks for the same
 * settles it already (`a or a`, `a and not a`). Found by the words of the clauses: an equal text, and "any value" of a field of which
 * another clause wants one. What is coupled in other ways is not claimed to be redundant.
 */
export function redundantTests(clauses: readonly JudgedClause[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const clause of clauses) {
    if (clause.kind !== 'test') continue;
    if (clause.key === 'threshold' && leastOf(clause) <= 1) {
      found.set(clause.id, 'every group has one');
      continue;
    }
    for (const { test, wanted } of neighboursOf(clause, clauses)) {
      const reason = contradiction(clause, test, wanted);
      if (reason === undefined) continue;
      found.set(clause.id, reason);
      break;
    }
  }
  return found;
}

/** Why a clause decides nothing where the neighbour has to be as wanted. */
function contradiction(clause: JudgedClause, neighbour: JudgedClause, wanted: boolean): string | undefined {
  if (isSame(clause, neighbour)) return `it says the same as another clause, \`${neighbour.text}\`, beside it`;
  // The neighbour has to be false, and is true whenever the clause is.
  if (!wanted && implies(clause, neighbour)) return `\`${neighbour.text}\` is true wherever it is`;
  // The neighbour has to be true, and then the clause is, too.
  if (wanted && implies(neighbour, clause)) return `\`${neighbour.text}\` makes it true`;
  if (clause.key === 'threshold' && leastOf(neighbour) >= leastOf(clause))
    return `\`${neighbour.text}\` takes that many documents`;
  // The neighbour has to be one or the other, and is neither without a value.
  if (isNeither(neighbour, clause)) return `without a value \`${neighbour.text}\` drops the row already`;
  return undefined;
}

function isSame(one: JudgedClause, other: JudgedClause): boolean {
  return (
    one.wanted !== undefined &&
    one.wanted === other.wanted &&
    one.text === other.text &&
    one.fields.join('\n') === other.fields.join('\n')
  );
}

/** The number that a `threshold` asks a group for, of documents or of different values; not a number for any other clause. */
function leastOf({ part, wanted = '' }: JudgedClause): number {
  return part === 'threshold' && wanted.startsWith('>= ') ? Number(wanted.slice(3)) : NaN;
}

/** Whether the neighbour is null wherever the clause, which asks for any value, is false. */
function isNeither(neighbour: JudgedClause, clause: JudgedClause): boolean {
  const [field] = clause.fields;
  return (
    neighbour.isStrict === true &&
    clause.wanted === 'any value' &&
    field !== undefined &&
    neighbour.fields.includes(field)
  );
}

/** Any value of a field is there where a certain one is. */
function implies(one: JudgedClause, other: JudgedClause): boolean {
  const [field] = one.fields;
  return (
    other.wanted === 'any value' &&
    one.wanted !== undefined &&
    one.wanted !== 'no value' &&
    !one.wanted.startsWith('!=') &&
    one.fields.length === 1 &&
    other.fields.length === 1 &&
    field === other.fields[0]
  );
}
