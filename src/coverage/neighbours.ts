import type { ConditionClause } from './condition.js';

/** A test that has to have a certain truth for another one to decide. */
export interface Neighbour<Clause extends ConditionClause> {
  readonly test: Clause;
  readonly wanted: boolean;
}

/** Conditions with more clauses have no neighbours here: looking at all beside each would take the square of their number. */
const MOST_CLAUSES = 2000;

/**
 * What the tests around one must be for it to decide, as far as that is certain: those beside it in an `and` true, those beside it in an `or` false, the
 * other way round below `not`. Of a neighbour that holds in several ways (an `or` that must be true) nothing is certain,
 * and nothing in conditions of more than 2,000 clauses.
 */
export function neighboursOf<Clause extends ConditionClause>(
  clause: Clause,
  clauses: readonly Clause[],
): readonly Neighbour<Clause>[] {
  if (clauses.length > MOST_CLAUSES) return [];
  const found: Neighbour<Clause>[] = [];
  const roots = clauses.filter(({ parent }) => parent === undefined);
  let inner: Clause = clause;
  for (;;) {
    const around = inner.parent === undefined ? undefined : clauses[inner.parent];
    const beside = around ? around.children.flatMap((id) => clauses[id] ?? []) : roots;
    for (const other of beside) {
      if (other !== inner) force(other, around?.kind !== 'or', clauses, found);
    }
    if (!around) return found;
    inner = around;
  }
}

function force<Clause extends ConditionClause>(
  clause: Clause,
  wanted: boolean,
  clauses: readonly Clause[],
  found: Neighbour<Clause>[],
): void {
  const { kind, children } = clause;
  if (kind === 'test') {
    found.push({ test: clause, wanted });
    return;
  }
  // Of an `and` that has to be false, or an `or` that has to be true, one part is enough: which one is open, unless it is the only one.
  const isOpen = children.length > 1 && (kind === 'or') === wanted && kind !== 'not';
  if (isOpen || (kind === 'nested' && !wanted)) return;
  for (const child of children) {
    const inner = clauses[child];
    if (inner) force(inner, kind === 'not' ? !wanted : wanted, clauses, found);
  }
}
