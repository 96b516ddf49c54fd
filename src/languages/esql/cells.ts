/** A length of time: a fixed duration, or a period of the calendar. Only constants are time spans. */
export class TimeSpanValue {
  readonly milliseconds: number;
  readonly days: number;
  readonly months: number;

  constructor(milliseconds: number, days: number, months: number) {
    this.milliseconds = milliseconds;
    this.days = days;
    this.months = months;
  }

  negate(): TimeSpanValue {
    return new TimeSpanValue(-this.milliseconds, -this.days, -this.months);
  }
}

/**
 * One value: `boolean` for boolean; `number` for integer, double and datetime (ms since 1970); `number`, or `bigint` beyond
 * 2^53, for long, unsigned_long and date_nanos (ns since 1970); `bigint` (128 bits) for ip; `string` for keyword, text, version.
 */
export type Scalar = boolean | number | bigint | string;

/** What stands in one row of one column: nothing, one value, or two values and more. */
export type Cell = null | Scalar | readonly Scalar[];

/** A cell or, for constants alone, a time span. */
export type Operand = Cell | TimeSpanValue;

/** Why a value could not be computed: Java's exception and its message, as the warnings of Elasticsearch show them. */
export class Failure {
  readonly exception: string;
  readonly message: string;

  constructor(exception: string, message: string) {
    this.exception = exception;
    this.message = message;
  }
}

/** A failure that ends the whole query: `exception` is the type of Elasticsearch's error. */
export class Refusal extends Failure {}

/** Fails like Java's `ArithmeticException`. */
export function arithmeticFailure(message: string): Failure {
  return new Failure('java.lang.ArithmeticException', message);
}

/** Fails like Java's `IllegalArgumentException`. */
export function argumentFailure(message: string): Failure {
  return new Failure('java.lang.IllegalArgumentException', message);
}

/** Fails like Elasticsearch's `InvalidArgumentException`. */
export function invalidFailure(message: string): Failure {
  return new Failure('org.elasticsearch.xpack.esql.core.InvalidArgumentException', message);
}

/** Whether a cell has two values or more. */
export function isMultiple(cell: Operand): cell is readonly Scalar[] {
  return Array.isArray(cell);
}

/** The values of a cell. */
export function valuesOf(cell: Cell): readonly Scalar[] {
  if (cell === null) return [];
  return isMultiple(cell) ? cell : [cell];
}

/** The cell of some values: an empty list is null, a list of one is the value. */
export function cellOf(values: readonly Scalar[]): Cell {
  if (values.length > 1) return values;
  return values[0] ?? null;
}

const MIN_LONG = -(2n ** 63n);
const MAX_LONG = 2n ** 63n - 1n;
const MAX_UNSIGNED = 2n ** 64n - 1n;

/** A whole number as cells hold it: a number while that is exact. */
export function wholeNumber(value: bigint): number | bigint {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

/** A long, or the failure of an operation that leaves its range. */
export function longOrFailure(value: bigint): number | bigint | Failure {
  return value < MIN_LONG || value > MAX_LONG ? arithmeticFailure('long overflow') : wholeNumber(value);
}

/** An unsigned_long, or the failure of an operation that leaves its range. */
export function unsignedOrFailure(value: bigint): number | bigint | Failure {
  return value < 0n || value > MAX_UNSIGNED ? arithmeticFailure('unsigned_long overflow') : wholeNumber(value);
}

/** Whether a whole number fits a long. */
export function fitsLong(value: bigint): boolean {
  return value >= MIN_LONG && value <= MAX_LONG;
}

/** Whether a whole number fits an integer. */
export function fitsInteger(value: number | bigint): boolean {
  return value >= -2_147_483_648 && value <= 2_147_483_647;
}
