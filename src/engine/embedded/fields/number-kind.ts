/** A whole or fractional number as columns hold it: bigint only beyond 2^53. */
export type FieldNumber = number | bigint;

/** What sets the numeric field types apart. */
export interface NumberKind {
  readonly isWhole: boolean;
  readonly minimum: FieldNumber;
  readonly maximum: FieldNumber;
  /** The nearest number that the type can hold. */
  round(value: number): number;
}

const same = (value: number): number => value;

/** Numeric field types: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/number.html */
export const NUMBER_KINDS: ReadonlyMap<string, NumberKind> = new Map<string, NumberKind>([
  ['byte', { isWhole: true, minimum: -128, maximum: 127, round: same }],
  ['short', { isWhole: true, minimum: -32_768, maximum: 32_767, round: same }],
  ['integer', { isWhole: true, minimum: -2_147_483_648, maximum: 2_147_483_647, round: same }],
  ['long', { isWhole: true, minimum: -(2n ** 63n), maximum: 2n ** 63n - 1n, round: same }],
  ['unsigned_long', { isWhole: true, minimum: 0, maximum: 2n ** 64n - 1n, round: same }],
  ['double', { isWhole: false, minimum: -Number.MAX_VALUE, maximum: Number.MAX_VALUE, round: same }],
  ['float', { isWhole: false, minimum: -3.4028234663852886e38, maximum: 3.4028234663852886e38, round: Math.fround }],
  ['half_float', { isWhole: false, minimum: -65_504, maximum: 65_504, round: roundToHalf }],
]);

/** A bigint as a number where a number holds it exactly, so that equal integers are equal values. */
export function narrow(value: bigint): FieldNumber {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,9})?$/u;

/** The whole part of a decimal text, towards zero, exactly; undefined if the text is not a decimal or its exponent is absurd. */
export function wholePart(text: string): FieldNumber | undefined {
  if (/^[+-]?\d{1,15}$/u.test(text)) return Number(text) + 0;
  if (!DECIMAL.test(text)) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/u.exec(text) ?? [];
  const shift = Number(exponent);
  if (shift > 400) return /[1-9]/u.test(whole + fraction) ? 10n ** 400n : 0;
  const places = Math.max(0, whole.length + shift);
  const digits = (whole + fraction).padEnd(Math.min(places, 900), '0').slice(0, places);
  const value = BigInt(digits === '' ? '0' : digits);
  return narrow(sign === '-' ? -value : value);
}

/** Whether a decimal text has a fraction other than zero. */
export function hasFraction(text: string): boolean {
  const whole = wholePart(text);
  if (whole === undefined) return false;
  const value = Number(text);
  return Number.isInteger(value) ? false : value !== Number(whole) || !Number.isInteger(value);
}

/** A text as Java's `Double.parseDouble` reads it; undefined if it is no number. */
export function parseDouble(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^[+-]?(?:NaN|Infinity)$/u.test(trimmed))
    return trimmed.endsWith('NaN') ? NaN : trimmed.startsWith('-') ? -Infinity : Infinity;
  const number = trimmed.replace(/[dDfF]$/u, '');
  return DECIMAL.test(number) ? Number(number) : undefined;
}

/** Rounds to the nearest IEEE half-precision number, ties to even; beyond its range the result is infinite. */
export function roundToHalf(value: number): number {
  const magnitude = Math.abs(value);
  if (!Number.isFinite(value) || magnitude === 0) return value;
  const exponent = Math.max(Math.floor(Math.log2(magnitude)), -14);
  const unit = 2 ** (exponent - 10);
  const scaled = magnitude / unit;
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  const rounded = (rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor) * unit;
  return Math.sign(value) * (rounded >= 65_520 ? Infinity : rounded);
}
