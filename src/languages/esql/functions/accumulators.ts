import { type Cell, Failure, type Scalar, longOrFailure, valuesOf } from '../cells.js';
import type { Accumulator, CallSite } from './function.js';
import { finite } from './numbers.js';
import { DoubleSum, WholeSum } from './running-sums.js';

/** Folds the values one by one. */
export function folding(step: (value: Scalar) => void, finish: () => Cell | Failure): Accumulator {
  return {
    add(cell = null) {
      if (cell === null) return;
      for (const value of valuesOf(cell)) step(value);
    },
    finish,
  };
}

/** SUM. */
export function sumOf({ types: [type], constants: [constant] }: CallSite): () => Accumulator {
  return () => {
    // The sum of a constant is the number of rows times it, so that no rows make 0.
    let seen = constant !== undefined && constant !== null;
    const sum = type === 'double' ? new DoubleSum() : new WholeSum();
    return folding(
      (value) => {
        seen = true;
        sum.add(value as number);
      },
      () => {
        if (!seen) return null;
        const total = sum.value;
        return typeof total === 'bigint' ? longOrFailure(total) : finite(total);
      },
    );
  };
}

/** AVG. */
export function averageOf({ types: [type] }: CallSite): () => Accumulator {
  return () => {
    let count = 0;
    const sum = type === 'double' ? new DoubleSum() : new WholeSum();
    return folding(
      (value) => {
        count += 1;
        sum.add(value as number);
      },
      () => {
        if (count === 0) return null;
        const total = typeof sum.value === 'bigint' ? longOrFailure(sum.value) : sum.value;
        return total instanceof Failure ? total : finite(Number(total) / count);
      },
    );
  };
}
