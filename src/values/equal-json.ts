import { isJsonArray, isJsonObject } from './json.js';
import type { JsonValue } from './json.js';

/**
 * Whether two JSON values are the same: 1 and 1n are one number, NaN is itself, the order of keys does not count, an absent key is not null.
 */
export function equalJson(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  if (isNumber(a) && isNumber(b)) return a == b || (Number.isNaN(a) && Number.isNaN(b));
  if (isJsonArray(a)) return isJsonArray(b) && a.length === b.length && a.every((item, at) => equalJson(item, b[at]));
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const entries = Object.entries(a);
  return (
    entries.length === Object.keys(b).length &&
    entries.every(([key, value]) => Object.hasOwn(b, key) && equalJson(value, b[key]))
  );
}

function isNumber(value: JsonValue | undefined): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}
