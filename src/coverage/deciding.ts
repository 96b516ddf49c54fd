import type { Truth } from '../clauses/clause.js';
import { truthOfAll } from './condition.js';
import type { ConditionClause } from './condition.js';

/**
 * The tests that decide for a document: were this one true or false alone, all others as they are, the condition would come out otherwise.
 * A clause of `and` decides where its neighbours are true, one of `or` where they are not; below `not` the same counts for the opposite. In other
 * words the Boolean derivative of the condition, taken in one pass from the roots down.
 */
export function decidingTests(clauses: readonly ConditionClause[], truth: readonly Truth[]): ReadonlySet<number> {
  const values = truthOfAll(clauses, truth);
  const untrue = clauses.filter(({ id, parent }) => parent === undefined && values[id] !== true).length;
  const deciding = new Set<number>();
  /** Clauses on which the condition turns: by being true or not (`true`), or by being false or not. */
  const turning = new Map<number, boolean>();
  for (const clause of clauses) {
    const { id, parent, kind, children } = clause;
    if (parent === undefined && untrue === (values[id] === true ? 0 : 1)) turning.set(id, true);
    const truly = turning.get(id);
    if (truly === undefined) continue;
    if (kind === 'test') deciding.add(id);
    const closed = children.filter((child) => decidesAlone(kind, values[child] ?? null, truly));
    for (const child of children) {
      if (closed.every((other) => other === child)) turning.set(child, kind === 'not' ? !truly : truly);
    }
  }
  return deciding;
}

/** Whether a child settles its parent, whatever the others are. */
function decidesAlone(kind: ConditionClause['kind'], child: Truth, truly: boolean): boolean {
  if (kind === 'or') return truly ? child === true : child !== false;
  return truly ? child !== true : child === false;
}
