import { type Cell, Failure, Refusal, type Scalar, longOrFailure, valuesOf } from '../cells.js';
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

/** A sum that leaves the range of long ends the query. */
function longOrRefusal(value: bigint): number | bigint | Failure {
  const sum = longOrFailure(value);
  return sum instanceof Failure ? new Refusal('arithmetic_exception', sum.message) : sum;
}

/** SUM. */
export function sumOf({ types: [type] }: CallSite): () => Accumulator {
  return () => {
    let seen = false;
    const sum = type === 'double' ? new DoubleSum() : new WholeSum();
    return folding(
      (value) => {
        seen = true;
        sum.add(value as number);
      },
      () => {
        if (!seen) return null;
        const total = sum.value;
        return typeof total === 'bigint' ? longOrRefusal(total) : finite(total);
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
        const total = typeof sum.value === 'bigint' ? longOrRefusal(sum.value) : sum.value;
        return total instanceof Failure ? total : finite(Number(total) / count);
      },
    );
  };
}
