import { readJson } from './json-reader.js';

/** A JSON value; integers beyond 2^53 are bigints, so that they keep their value. */
export type JsonValue = null | boolean | number | bigint | string | JsonArray | JsonObject;

/** A JSON array. */
export type JsonArray = readonly JsonValue[];

/** A JSON object; own keys only (`__proto__` is an ordinary key). */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Nesting that is still read; Elasticsearch's own parser stops there, too. */
const MAXIMUM_DEPTH = 1000;

/** A number token of 16 digits or more, the only ones that a double may not hold. */
const LONG_NUMBER = /(?:^|[:[,\s])-?\d{16}/u;

/**
 * Reads JSON text; integers that a double cannot hold become bigints, every other number a number.
 * Throws a `SyntaxError` for text that is not JSON, as `JSON.parse` does, and for nesting deeper than 1,000 levels.
 */
export function parseJson(text: string): JsonValue {
  if (LONG_NUMBER.test(text) || mayNestTooDeep(text)) return readJson(text, exactNumber, MAXIMUM_DEPTH) as JsonValue;
  return JSON.parse(text) as JsonValue;
}

/** The value of a JSON number: a bigint for an integer beyond 2^53, else a double. */
export function exactNumber(text: string): number | bigint {
  const value = Number(text);
  return Number.isSafeInteger(value) || !/^-?\d+$/u.test(text) ? value : BigInt(text);
}

/** Prints JSON text, bigints as the integers that they are; `indent` spaces a level (0, the default: one line). */
export function printJson(value: JsonValue, indent = 0): string {
  return print(value, indent, '\n', 0);
}

/** Whether a text has so many brackets that its nesting could exceed the limit; then it is read with a count. */
export function mayNestTooDeep(text: string): boolean {
  if (text.length < 2 * MAXIMUM_DEPTH) return false;
  let opened = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) opened++;
  }
  return opened > MAXIMUM_DEPTH;
}

function print(value: JsonValue, indent: number, newline: string, depth: number): string {
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (depth > MAXIMUM_DEPTH) throw new RangeError(`The value nests deeper than ${MAXIMUM_DEPTH} levels.`);
  const inner = indent > 0 ? newline + ' '.repeat(indent) : '';
  const colon = indent > 0 ? ': ' : ':';
  const items = isJsonArray(value)
    ? value.map((item) => print(item, indent, inner, depth + 1))
    : Object.entries(value).map(([key, item]) => JSON.stringify(key) + colon + print(item, indent, inner, depth + 1));
  const [open, close] = isJsonArray(value) ? ['[', ']'] : ['{', '}'];
  if (items.length === 0) return open + close;
  return open + inner + items.join(`,${inner}`) + (indent > 0 ? newline : '') + close;
}

/** Whether a value is a JSON array; unlike `Array.isArray` it keeps the element type. */
export function isJsonArray(value: JsonValue | undefined): value is JsonArray {
  return Array.isArray(value);
}

/** Whether a value is a JSON object: not null, not an array, not a Date or another class instance. */
export function isJsonObject(value: unknown): value is JsonObject {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
