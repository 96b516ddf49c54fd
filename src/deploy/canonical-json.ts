import { isJsonArray, isJsonObject, printJson, type JsonValue } from '../values/json.js';
import { compareTexts } from '../values/text-order.js';

/** JSON text with the keys of all objects in order: equal values are equal texts. An absent (undefined) value is left out. */
export function canonicalJson(value: JsonValue): string {
  if (isJsonArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isJsonObject(value)) return printJson(value);
  const entries = Object.entries(value)
    .filter(([, item]) => (item as JsonValue | undefined) !== undefined)
    .sort(([left], [right]) => compareTexts(left, right));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}
