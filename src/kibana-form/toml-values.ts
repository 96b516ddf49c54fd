import type { KeyPath } from '../definitions/locate.js';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../values/json.js';
import type { FormNote } from './form-note.js';

const HALF_PAIR = /[\ud800-\udfff]/gu;

/**
 * An object as TOML can hold it: without nulls, which it does not have (absent means the same), and with U+FFFD for halves of surrogate
 * pairs, which are no text. A null of a list moves what follows it: a note says so.
 */
export function forToml(object: JsonObject, path: KeyPath, notes: FormNote[]): JsonObject {
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]): [string, JsonValue][] =>
      value === null ? [] : [[wellFormed(key, [...path, key], notes), valueForToml(value, [...path, key], notes)]],
    ),
  );
}

function valueForToml(value: JsonValue, path: KeyPath, notes: FormNote[]): JsonValue {
  if (typeof value === 'string') return wellFormed(value, path, notes);
  if (isJsonArray(value)) {
    if (value.includes(null)) notes.push({ path, what: 'A list holds null, which TOML does not have: left out.' });
    return value.flatMap((item, at) => (item === null ? [] : [valueForToml(item, [...path, at], notes)]));
  }
  return isJsonObject(value) ? forToml(value, path, notes) : value;
}

function wellFormed(text: string, path: KeyPath, notes: FormNote[]): string {
  if (text.search(HALF_PAIR) < 0) return text;
  notes.push({ path, what: 'A text holds half of a character, which no file can: replaced by U+FFFD.' });
  return text.replace(HALF_PAIR, '\ufffd');
}
