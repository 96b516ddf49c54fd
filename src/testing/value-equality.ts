import { printJson } from '../values/json.js';
import type { JsonValue } from '../values/json.js';
import { compareTexts } from '../values/text-order.js';

/** Equality of JSON values; 1 and 1n are the same number, key order does not count. */
export function same(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonical(a) === canonical(b);
}

function canonical(value: JsonValue): string {
  if (Array.isArray(value)) return `[${(value as readonly JsonValue[]).map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return printJson(value);
  const entries = Object.entries(value).sort(([a], [b]) => compareTexts(a, b));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}

/** A value in a message. */
export function show(value: JsonValue | undefined): string {
  return value === undefined ? 'nothing' : printJson(value);
}
