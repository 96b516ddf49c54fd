import { jsonText } from '../json-text.js';
import { isJsonObject } from '../../../values/json.js';
import type { JsonObject, JsonValue } from '../../../values/json.js';
import { illegalArgument, parsingError } from './query-error.js';

/** The parts of `{ field: value }` or `{ field: { key: value, … } }`. */
export interface FieldBody {
  readonly field: string;
  readonly value: JsonValue | undefined;
  readonly options: JsonObject;
}

/** Options that every query takes and that do not change what matches. */
const EVERYWHERE = new Set(['boost', '_name']);

/** Reads the body of a query on one field; `valueKey` names the value in the long form, `known` its other options. */
export function readFieldBody(query: string, body: JsonValue, valueKey: string, known: readonly string[]): FieldBody {
  if (!isJsonObject(body)) throw parsingError(`[${query}] query malformed, no start_object after query name`);
  const entries = Object.entries(body).filter(([key]) => !EVERYWHERE.has(key));
  const [first, second] = entries;
  if (!first) throw illegalArgument('fieldName must not be null or empty');
  if (second)
    throw parsingError(`[${query}] query doesn't support multiple fields, found [${first[0]}] and [${second[0]}]`);
  const [field, given] = first;
  if (!isJsonObject(given)) {
    if (Array.isArray(given)) throw parsingError(`[${query}] query does not support array of values`);
    return { field, value: given, options: {} };
  }
  for (const key of Object.keys(given)) {
    if (key !== valueKey && !known.includes(key) && !EVERYWHERE.has(key)) {
      throw parsingError(`[${query}] query does not support [${key}]`);
    }
  }
  const value = given[valueKey];
  if (Array.isArray(value)) throw parsingError(`[${query}] query does not support array of values`);
  return { field, value, options: given };
}

/** An option that is true or false, also as a string. */
export function readBoolean(value: JsonValue | undefined, fallback = false): boolean {
  if (value === undefined || value === null) return fallback;
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw illegalArgument(`Failed to parse value [${jsonText(value)}] as only [true] or [false] are allowed.`);
}

/** The value of a query that needs one. */
export function required(value: JsonValue | undefined): JsonValue {
  if (value === undefined || value === null) throw illegalArgument('value cannot be null');
  return value;
}
