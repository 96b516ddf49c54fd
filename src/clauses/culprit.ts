import type { Clause, Truth } from './clause.js';

/** The clause that decides that a document is not found. */
export interface Culprit {
  readonly clause: Clause;
  /** What it would have to be: false within a `not`. */
  readonly wanted: boolean;
  /** What it is instead: null where a missing value leaves it unknown. */
  readonly truth: Truth;
}

/**
 * The first clause that keeps a condition from being what it should be. Of an `and` it is looked for in the first part that is false; of an `or`
 * in the one alternative that is nearest to being true (fewest tests are false), and where several are equally near it is the `or` itself, a value
 * list for example. Within a `not` it is the first part that is true, or the `and` whose parts all are. Undefined where the condition is as it
 * should be.
 */
export function findCulprit(
  clauses: readonly Clause[],
  truthOf: (clause: number) => Truth,
  root: Clause,
  wanted = true,
): Culprit | undefined {
  const isRight = (clause: Clause, want: boolean): boolean => (truthOf(clause.id) === true) === want;
  const childrenOf = ({ children }: Clause): readonly Clause[] => children.flatMap((child) => clauses[child] ?? []);
  const distance = (clause: Clause, want: boolean): number => distanceTo(clauses, truthOf, clause, want);
  const here = (clause: Clause, want: boolean): Culprit => ({ clause, wanted: want, truth: truthOf(clause.id) });
  const descend = (clause: Clause, want: boolean): Culprit => {
    const innerWant = clause.kind === 'not' ? !want : want;
    const wrong = childrenOf(clause).filter((child) => !isRight(child, innerWant));
    const [first] = wrong;
    if (first === undefined) return here(clause, want);
    if (clause.kind === 'nested') {
      const inner = descend(first, innerWant);
      // All parts have an object, but no one object has them all.
      return inner.clause === first && first.kind === 'and' ? here(clause, want) : inner;
    }
    const isAll = (clause.kind === 'or') !== want;
    if (isAll) return descend(first, innerWant);
    // What an `and` within a `not` excludes is all of it together.
    if (!want) return here(clause, want);
    const near = nearest(wrong, (child) => distance(child, innerWant));
    return near === undefined ? here(clause, want) : descend(near, innerWant);
  };
  return isRight(root, wanted) ? undefined : descend(root, wanted);
}

/** How many tests would have to be otherwise so that a condition is what it should be; 0 where it is. */
export function distanceTo(
  clauses: readonly Clause[],
  truthOf: (clause: number) => Truth,
  clause: Clause,
  wanted = true,
): number {
  if ((truthOf(clause.id) === true) === wanted) return 0;
  const inner = clause.children.flatMap((child) => {
    const part = clauses[child];
    return part === undefined ? [] : [distanceTo(clauses, truthOf, part, clause.kind === 'not' ? !wanted : wanted)];
  });
  if (inner.length === 0) return 1;
  const isAll = (clause.kind === 'or') !== wanted;
  return Math.max(isAll ? inner.reduce((sum, each) => sum + each, 0) : leastOf(inner), 1);
}

/** The one that is nearer than all others; undefined where several are. */
function nearest(clauses: readonly Clause[], distance: (clause: Clause) => number): Clause | undefined {
  const distances = clauses.map(distance);
  const least = leastOf(distances);
  const near = clauses.filter((_, at) => distances[at] === least);
  return near.length === 1 ? near[0] : undefined;
}

/** As arguments of one call the clauses of a very long query would not fit on the stack. */
function leastOf(distances: readonly number[]): number {
  return distances.reduce((least, each) => Math.min(least, each), Infinity);
}
