import { printJson } from '../values/json.js';
import type { JsonValue } from '../values/json.js';

/** A value as text: a text as it is, anything else as JSON; empty for nothing. */
export function valueText(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : printJson(value);
}

/** Orders values as their texts, numbers as numbers; null last. */
export function compareValues(a: JsonValue, b: JsonValue): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [valueText(a), valueText(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
