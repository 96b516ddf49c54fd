import { isJsonArray, isJsonObject, type JsonValue } from '../values/json.js';
import type { KeyPath } from './locate.js';

/** Whether a number was written as a float, which JSON values do not tell for `1.0`; the path is that of the number in the value. */
export type IsFloat = (path: KeyPath) => boolean;

/** Separators between items and after keys: `loose` as in `{"a": 1, "b": 2}`, `compact` as in `{"a":1,"b":2}`. */
export type JsonStyle = 'loose' | 'compact';

/**
 * JSON text as the version lock of elastic/detection-rules hashes it, which is how Python's `json.dumps(value, sort_keys=True)` prints:
 * keys sorted by code point, everything beyond ASCII as `\uXXXX`, floats with their point (`1.0`) or exponent (`1e+16`).
 */
export function lockJson(value: JsonValue, style: JsonStyle, isFloat: IsFloat = () => false): string {
  const [comma, colon] = style === 'loose' ? [', ', ': '] : [',', ':'];
  const print = (item: JsonValue, path: KeyPath): string => {
    if (isJsonArray(item)) return `[${item.map((element, index) => print(element, [...path, index])).join(comma)}]`;
    if (isJsonObject(item)) {
      const entries = Object.entries(item).sort(([left], [right]) => byCodePoint(left, right));
      return `{${entries.map(([key, inner]) => `${quoted(key)}${colon}${print(inner, [...path, key])}`).join(comma)}}`;
    }
    if (typeof item === 'string') return quoted(item);
    return typeof item === 'number' ? numberText(item, isFloat(path)) : String(item);
  };
  return print(value, []);
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function numberText(value: number, float: boolean): string {
  if (Number.isInteger(value) && !float) return BigInt(value).toString();
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 16) {
    const text = Object.is(value, -0) ? '-0' : String(value);
    return text.includes('.') ? text : `${text}.0`;
  }
  return `${digits}e${power < 0 ? '-' : '+'}${Math.abs(power).toString().padStart(2, '0')}`;
}

function byCodePoint(left: string, right: string): number {
  const [a, b] = [left, right].map((text) => Array.from(text, (character) => character.codePointAt(0) ?? 0));
  if (a === undefined || b === undefined) return 0;
  const differs = a.findIndex((point, index) => point !== b[index]);
  return differs === -1 ? a.length - b.length : (a[differs] ?? 0) - (b[differs] ?? -1);
}
