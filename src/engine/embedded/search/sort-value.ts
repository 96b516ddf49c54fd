import type { JsonValue } from '../../../values/json.js';
import type { ColumnValue } from '../documents/column.js';
import { searchFailure } from '../query/query-error.js';

/** What a sort makes one value of several: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/sort-search-results.html#_sort_mode_option */
export type SortMode = 'min' | 'max' | 'sum' | 'avg' | 'median';

/** Whether a name is that of a sort mode. */
export function isSortMode(name: JsonValue): name is SortMode {
  return name === 'min' || name === 'max' || name === 'sum' || name === 'avg' || name === 'median';
}

const FRACTIONAL = new Set(['double', 'float', 'half_float', 'scaled_float']);
const INTEGERS = new Set(['integer', 'short', 'byte']);
const LONGS = new Set(['long', 'date', 'date_nanos', 'boolean']);

/** Whether values of the type are sorted as numbers: a document without one then counts as the first or last number that there is. */
export function sortsAsNumber(type: string): boolean {
  return FRACTIONAL.has(type) || INTEGERS.has(type) || LONGS.has(type);
}

/** The number that a document without a value is sorted by; null for types that are no numbers. */
export function absentNumber(type: string, high: boolean): number | bigint | null {
  if (FRACTIONAL.has(type)) return high ? Infinity : -Infinity;
  if (INTEGERS.has(type)) return high ? 2 ** 31 - 1 : -(2 ** 31);
  if (!LONGS.has(type)) return null;
  if (high) return 2n ** 63n - 1n;
  return type === 'date_nanos' ? 0 : -(2n ** 63n);
}

/** One value of a document's sorted values; undefined if there is none. Throws a `ClusterError` for a mode that the type does not know. */
export function modeValue(values: readonly ColumnValue[], mode: SortMode, type: string): ColumnValue | undefined {
  if (mode === 'min') return values[0];
  if (mode === 'max') return values.at(-1);
  if (!sortsAsNumber(type)) {
    throw searchFailure({
      type: 'query_shard_exception',
      reason: 'we only support AVG, MEDIAN and SUM on number based fields',
    });
  }
  if (values.length === 0) return undefined;
  return FRACTIONAL.has(type) ? fractional(values.map(Number), mode) : whole(values, mode);
}

function fractional(values: readonly number[], mode: 'sum' | 'avg' | 'median'): number {
  const sum = values.reduce((total, value) => total + value, 0);
  if (mode === 'sum') return sum;
  if (mode === 'avg') return sum / values.length;
  const middle = Math.floor((values.length - 1) / 2);
  const [low = 0, high = low] = values.slice(middle, values.length - middle);
  return (low + high) / 2;
}

/** Sums of whole numbers are exact (and wrap as 64-bit integers do); means are doubles, rounded half up. */
function whole(values: readonly ColumnValue[], mode: 'sum' | 'avg' | 'median'): number | bigint {
  const exact = values.map((value) => BigInt(typeof value === 'string' ? 0 : value));
  if (mode === 'median') {
    const middle = Math.floor((exact.length - 1) / 2);
    const [low = 0n, high = low] = exact.slice(middle, exact.length - middle);
    return exact.length % 2 === 1 ? narrow(low) : Math.round(Number(BigInt.asIntN(64, low + high)) / 2);
  }
  const sum = BigInt.asIntN(
    64,
    exact.reduce((total, value) => total + value, 0n),
  );
  return mode === 'sum' ? narrow(sum) : Math.round(Number(sum) / exact.length);
}

function narrow(value: bigint): number | bigint {
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** Orders two numbers; minus zero comes before zero. */
export function compareNumbers(left: number | bigint, right: number | bigint): number {
  if (left < right) return -1;
  if (left > right) return 1;
  return Number(Object.is(right, -0)) - Number(Object.is(left, -0));
}
