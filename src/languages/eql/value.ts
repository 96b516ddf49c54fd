/**
 * What an expression of EQL gives: whole numbers are bigints, all other numbers doubles; dates, addresses and versions are their text.
 * Null is "nothing there": a missing field, or the result of most functions of it.
 */
export type EqlValue = string | bigint | number | boolean | null;

/** An evaluation that Elasticsearch gives up on: the whole request fails, not just the one event. */
export class EqlEvaluationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EqlEvaluationError';
  }
}

/** Order of two values: negative, zero or positive; null where they have none (null, or different kinds). Numbers compare by value. */
export function compareValues(left: EqlValue, right: EqlValue): number | null {
  if (left === null || right === null) return null;
  if (isNumeric(left) && isNumeric(right)) return left < right ? -1 : left > right ? 1 : left == right ? 0 : null;
  if (typeof left !== typeof right) return null;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether the value is a whole number or a double. */
export function isNumeric(value: EqlValue): value is bigint | number {
  return typeof value === 'bigint' || typeof value === 'number';
}

/** A value as `string` and `concat` write it: doubles with a fraction always (`1.0`), as Java does. */
export function textOf(value: Exclude<EqlValue, null>): string {
  return typeof value === 'number' ? doubleText(value) : String(value);
}

function doubleText(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : value < 0 ? '-Infinity' : 'NaN';
  const size = Math.abs(value);
  if (size === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  if (size >= 1e-3 && size < 1e7) return Number.isInteger(value) ? `${value}.0` : String(value);
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${exponent.replace('+', '')}`;
}
