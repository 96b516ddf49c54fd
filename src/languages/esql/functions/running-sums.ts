import type { Scalar } from '../cells.js';
import { big } from './numbers.js';

/** A running sum of doubles with Kahan's compensation. */
export class DoubleSum {
  private sum = 0;
  private rest = 0;

  add(value: number): void {
    if (!Number.isFinite(value) || !Number.isFinite(this.sum)) {
      this.sum += value;
      return;
    }
    const corrected = value + this.rest;
    const updated = this.sum + corrected;
    this.rest = corrected - (updated - this.sum);
    this.sum = updated;
  }

  get value(): number {
    return this.sum + this.rest;
  }
}

/** A running sum of whole numbers: fast while it is exact, then by bigints. */
export class WholeSum {
  private low = 0;
  private high = 0n;

  add(value: Scalar): void {
    if (typeof value === 'number') {
      const next = this.low + value;
      if (Number.isSafeInteger(next)) {
        this.low = next;
        return;
      }
    }
    this.high += BigInt(this.low) + big(value);
    this.low = 0;
  }

  get value(): bigint {
    return this.high + BigInt(this.low);
  }
}
