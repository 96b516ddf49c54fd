import type { JsonObject } from './json.js';

/** Whether a value is a JSON object: not null, not an array, not a Date or another class instance. */
export function isJsonObject(value: unknown): value is JsonObject {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
