import { isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';

/** The leaves of a document by dotted name; arrays are leaves; `{"a.b": 1}` and `{"a": {"b": 1}}` are the same. */
export function flatten(document: JsonObject, prefix = ''): ReadonlyMap<string, JsonValue> {
  const leaves = new Map<string, JsonValue>();
  for (const [key, value] of Object.entries(document)) {
    const name = prefix + key;
    if (isJsonObject(value)) for (const [leaf, inner] of flatten(value, `${name}.`)) leaves.set(leaf, inner);
    else leaves.set(name, value);
  }
  return leaves;
}
