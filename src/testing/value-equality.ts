import { equalJson } from '../values/equal-json.js';
import { printJson } from '../values/json.js';
import type { JsonValue } from '../values/json.js';

/** Equality of JSON values; 1 and 1n are the same number, key order does not count. */
export function same(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return equalJson(a, b);
}

/** A value in a message. */
export function show(value: JsonValue | undefined): string {
  return value === undefined ? 'nothing' : printJson(value);
}
