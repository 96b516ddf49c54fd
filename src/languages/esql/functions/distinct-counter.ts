import type { Scalar } from '../cells.js';
import type { EsqlType } from '../types.js';
import { hashScalar } from './hash-scalar.js';

/** Places of the sparse representation: 2^25. */
const PLACE_BITS = 25n;
const PLACES = 2 ** 25;
const MAX_LOAD = 0.75;
/** Two of so few values share a place less than once in a million groups: they are not hashed. */
const SURELY_APART = 8;

/** The precision that Elasticsearch takes for a threshold: enough room for that many sparse entries. */
function precisionFor(threshold: number): number {
  const bits = (Math.ceil(threshold / MAX_LOAD) * 4).toString(2).length;
  return Math.min(Math.max(bits, 4), 18);
}

/**
 * Counts different values as Elasticsearch does while they are few (3,072 by default): by linear counting over 2^25 places, where
 * two values may meet. Beyond, Elasticsearch estimates by HyperLogLog++; this count is exact then (docs/parity.md).
 * https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/aggregation-functions#esql-count_distinct
 */
export class DistinctCounter {
  private readonly seen = new Set<Scalar>();
  private readonly type: EsqlType;
  private readonly precision: number;

  constructor(type: EsqlType, threshold: number) {
    this.type = type;
    this.precision = precisionFor(threshold);
  }

  /** Counts a value; whether it is the first of its kind. */
  add(value: Scalar): boolean {
    const before = this.seen.size;
    return this.seen.add(value).size > before;
  }

  count(): number {
    const exact = this.seen.size;
    const sparseLimit = Math.floor((2 ** this.precision / 4) * MAX_LOAD);
    if (exact < SURELY_APART || exact > sparseLimit || this.type === 'boolean') return exact;
    const hash = hashScalar(this.type);
    const places = new Set<bigint>();
    for (const value of this.seen) places.add(placeOf(hash(value), BigInt(this.precision)));
    return Math.round(PLACES * Math.log(PLACES / (PLACES - places.size)));
  }
}

/** The sparse entry of a hash: its first 25 bits, and the zeros after them where the register would need those. */
function placeOf(hash: bigint, precision: bigint): bigint {
  const first = hash >> (64n - PLACE_BITS);
  if ((first & ((1n << (PLACE_BITS - precision)) - 1n)) !== 0n) return first << 1n;
  const rest = hash & ((1n << (64n - PLACE_BITS)) - 1n);
  const zeros = 64 - Number(PLACE_BITS) - (rest === 0n ? 0 : rest.toString(2).length);
  return (first << 7n) | (BigInt(1 + zeros) << 1n) | 1n;
}
